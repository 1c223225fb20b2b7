"""The versions of one happening side by side, sentence by sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from communique.export.components import components
from communique.export.rows import Row
from communique.types.coverage import Coverage, SentenceRef
from communique.types.text import Passage, Report

Kind = Literal["same", "near", "reworded", "only here"]
_KINDS: dict[str, Kind] = {"verbatim": "same", "near": "near", "reworded": "reworded"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a report has of an aligned row: its sentences, and their places (from 0) in its body."""

    report_id: str
    numbers: tuple[int, ...]
    sentences: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Aligned:
    """Sentences of several versions that say the same; `kind` is that of the loosest link."""

    kind: Kind
    told: tuple[Told, ...]


def compare(coverage: Coverage, reports: Sequence[Report]) -> tuple[Aligned, ...]:
    """Align the sentences of a coverage's reports, in the order in which they are first told.

    A sentence that two sentences of another version answer to stands in one row with both.
    """
    by_place = {
        SentenceRef(report_id=report.id, sentence=number): sentence
        for report in reports
        for number, sentence in enumerate(report.sentences)
    }
    loosest: dict[SentenceRef, Kind] = {}
    order = tuple(_KINDS.values())
    for link in coverage.links:
        for place in (link.a, link.b):
            kind = _KINDS[link.kind]
            loosest[place] = max(loosest.get(place, kind), kind, key=order.index)
    groups = components(list(by_place), ((link.a, link.b) for link in coverage.links))
    return tuple(
        Aligned(
            kind=max((loosest[p] for p in group), key=order.index)
            if len(group) > 1
            else "only here",
            told=tuple(_told(report, group) for report in reports if _in(report, group)),
        )
        for group in groups
    )


def _in(report: Report, group: Sequence[SentenceRef]) -> bool:
    return any(place.report_id == report.id for place in group)


def _told(report: Report, group: Sequence[SentenceRef]) -> Told:
    numbers = tuple(place.sentence for place in group if place.report_id == report.id)
    return Told(
        report_id=report.id,
        numbers=numbers,
        sentences=tuple(report.sentences[number] for number in numbers),
    )


def aligned_row(aligned: Aligned) -> Row:
    """{kind, told: [{report_id, sentences: [{sentence, start, end, text}]}]}."""
    return {
        "kind": aligned.kind,
        "told": [
            {
                "report_id": told.report_id,
                "sentences": [
                    {
                        "sentence": number,
                        "start": passage.span.start,
                        "end": passage.span.end,
                        "text": passage.text,
                    }
                    for number, passage in zip(told.numbers, told.sentences, strict=True)
                ],
            }
            for told in aligned.told
        ],
    }
