"""The tagger's attributions on marked sentences, in the shape the rules give.

An attribution whose content runs over several sentences is an act of speech in the sentence of its
cue, and is carried into the others.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.extract.marks import Marked
from communique.extract.speakers import speakers
from communique.extract.speech import Said
from communique.extract.words import quoted
from communique.models.attribution import Attribution
from communique.types.text import Span

LEAST = 0.7
"""An attribution of whose cue the tagger is less sure is left out."""
GAP = 60
"""Characters between two parts of one content that are taken for part of it."""
Piece = tuple[int, int]
_DEED = re.compile(
    r"(?:jointly\s+|also\s+|then\s+)?(?:signed|inked|initialled|issued|released|adopted|held|met|"
    r"visited|attended|witnessed|exchanged|arrived|left|hosted|received|toured|laid)"
)
"""Deeds are no cues, however much paper they put out."""
_THAT = re.compile(r"that\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """Content that stands in another sentence than its cue: `said` is the act, `at` its sentence.

    `content` are offsets into the marked text of the sentence that holds them.
    """

    at: int
    said: Said
    content: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagged:
    """What the tagger finds in one sentence."""

    said: tuple[Said, ...] = ()
    carried: tuple[Carried, ...] = ()


def tagged(units: Sequence[Marked], found: Sequence[Attribution]) -> list[Tagged]:
    """What attributions say of each sentence; those the tagger is unsure of are left out."""
    ends = [unit.passage.span.end for unit in units]
    said: list[list[Said]] = [[] for _ in units]
    carried: list[list[Carried]] = [[] for _ in units]
    last: list[str] = []
    for each in found:
        at = bisect_left(ends, each.cue.end)
        if each.score < LEAST or at == len(units) or not _holds(units[at], each.cue):
            continue
        act = _said(units, each, at, last)
        if _DEED.fullmatch(units[at].plain(*act.cue)):
            continue
        said[at].append(act)
        last = [*act.actor_ids, *last]
        for there in _elsewhere(units, ends, each, at):
            if pieces := _pieces(units[there], each):
                carried[there].append(Carried(at=at, said=act, content=pieces))
    return [Tagged(said=tuple(s), carried=tuple(c)) for s, c in zip(said, carried, strict=True)]


def _elsewhere(
    units: Sequence[Marked], ends: Sequence[int], each: Attribution, at: int
) -> list[int]:
    """The sentences but that of its cue in which parts of a content stand."""
    found = set()
    for span in each.content:
        there = bisect_left(ends, span.start + 1)
        while there < len(units) and units[there].passage.span.start < span.end:
            found.add(there)
            there += 1
    return sorted(found - {at})


def _said(units: Sequence[Marked], each: Attribution, at: int, last: Sequence[str]) -> Said:
    unit = units[at]
    source = _within(unit, each.source) if each.source else None
    return Said(
        source=source,
        actor_ids=speakers(units, at, *source, last) if source else (),
        cue=_within(unit, each.cue) or (0, 0),
        content=_pieces(unit, each),
        rule="tagged",
        kind=each.kind,
        confidence=each.score,
    )


def _holds(unit: Marked, span: Span) -> bool:
    return unit.passage.span.overlaps(span)


def _pieces(unit: Marked, each: Attribution) -> tuple[Piece, ...]:
    """The parts of a content that stand in a sentence, made whole.

    Parts near each other are one, unless cue or source stand between; a quotation that is mostly
    in is all in; a "that" before the clause is out.
    """
    own = [_within(unit, span) for span in (each.cue, each.source) if span and _holds(unit, span)]
    apart = [place for place in own if place]
    found = sorted(filter(None, (_within(unit, s) for s in each.content if _holds(unit, s))))
    whole: list[Piece] = []
    for start, end in sorted([*found, *_quotations(unit, found, apart)]):
        if whole and start - whole[-1][1] <= GAP and not _between(apart, whole[-1][1], start):
            whole[-1] = whole[-1][0], max(end, whole[-1][1])
        else:
            whole.append((start, end))
    return tuple((_behind_that(unit, *piece), piece[1]) for piece in whole)


def _quotations(unit: Marked, found: Sequence[Piece], apart: Sequence[Piece]) -> Iterator[Piece]:
    """The quotations of which pieces hold half, none that cue or source stand in."""
    for opened, closed in quoted(unit.text):
        shared = sum(max(0, min(end, closed) - max(start, opened)) for start, end in found)
        if 2 * shared >= closed - opened and not _between(apart, opened, closed):
            yield opened, closed


def _between(apart: Sequence[Piece], start: int, end: int) -> bool:
    return any(one < end and start < other for one, other in apart)


def _behind_that(unit: Marked, start: int, end: int) -> int:
    that = _THAT.match(unit.text, start, end)
    return that.end() if that else start


def _within(unit: Marked, span: Span) -> Piece | None:
    """A span of the page as offsets into the marked text, mentions whole; None if not there."""
    base = unit.passage.span.start
    start, end = max(span.start - base, 0), min(span.end, unit.passage.span.end) - base
    if start >= end:
        return None
    # The mark that holds the first letter, and the first mark that begins behind the last one.
    first = bisect_left(unit.offsets, start + 1) - 1
    return first, max(first + 1, bisect_left(unit.offsets, end))
