"""Some sentences of a report taken by themselves, and what was found in them."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import groupby
from typing import TypeVar

from communique.types.record import Event, Findings
from communique.types.standing import Instrument, RelationChange
from communique.types.text import Passage, Report

Found = TypeVar("Found", Event, Instrument, RelationChange)


def excerpt(report: Report, numbers: Collection[int]) -> Report:
    """`report` with the sentences of these places (from 0) alone, under its own id.

    A headline and captions are of the whole report: they are left out.
    """
    kept = [each for number, each in enumerate(report.sentences) if number in numbers]
    paragraphs = tuple(
        piece for paragraph in report.paragraphs for piece in _runs(report, paragraph, numbers)
    )
    return replace(report, headline=None, captions=(), sentences=tuple(kept), paragraphs=paragraphs)


def _runs(report: Report, paragraph: Passage, numbers: Collection[int]) -> Iterator[Passage]:
    """The words of `paragraph` from the first to the last of each run of kept sentences."""
    within = [
        (number in numbers, sentence.span)
        for number, sentence in enumerate(report.sentences)
        if paragraph.span.holds(sentence.span)
    ]
    for kept, run in groupby(within, key=lambda each: each[0]):
        if kept:
            spans = [span for _, span in run]
            base = paragraph.span.start
            yield paragraph.inner(spans[0].start - base, spans[-1].end - base)


def findings_in(found: Findings, report: Report, numbers: Collection[int]) -> Findings:
    """Of what `report` asserts, what it tells in the sentences of these places.

    An event, document or change is told where the first of its evidence that is cut from a
    sentence stands; what no sentence bears out, a headline or a caption does, is left out. Actors
    are all kept, for others name them.
    """

    def told(things: tuple[Found, ...]) -> tuple[Found, ...]:
        return tuple(each for each in things if _place(each, report) in numbers)

    return replace(
        found,
        events=told(found.events),
        instruments=told(found.instruments),
        relations=told(found.relations),
    )


def _place(thing: Event | Instrument | RelationChange, report: Report) -> int | None:
    spans = [piece.span for piece in thing.evidence]
    places = (
        number
        for span in spans
        for number, sentence in enumerate(report.sentences)
        if sentence.span.overlaps(span)
    )
    return next(places, None)
