"""The versions of one happening side by side, sentence by sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from communique.export.components import components
from communique.export.rows import Row
from communique.types.coverage import Coverage, SentenceRef
from communique.types.text import Passage, Report

Kind = Literal["same", "near", "reworded", "only here"]
_KINDS: dict[str, Kind] = {"verbatim": "same", "near": "near", "reworded": "reworded"}
_LOOSER: tuple[Kind, ...] = get_args(Kind)


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

    A sentence that two sentences of another version answer to stands in one row with both. Of a
    report that tells the happening in a part alone, that part is laid beside the others.
    """
    parts: dict[str, set[int]] = {}
    for part in coverage.parts:
        parts.setdefault(part.report_id, set()).update(part.sentences)
    places = [
        SentenceRef(report_id=report.id, sentence=number)
        for report in reports
        for number in sorted(parts.get(report.id, range(len(report.sentences))))
    ]
    known = frozenset(report.id for report in reports)
    links = [x for x in coverage.links if x.a.report_id in known and x.b.report_id in known]
    loosest: dict[SentenceRef, Kind] = {}
    for link in links:
        for place in (link.a, link.b):
            kinds = (_KINDS[link.kind], loosest.get(place, "same"))
            loosest[place] = max(kinds, key=_LOOSER.index)
    groups = components(places, ((link.a, link.b) for link in links))
    return tuple(
        Aligned(
            kind=max((loosest.get(p, "only here") for p in group), key=_LOOSER.index),
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
