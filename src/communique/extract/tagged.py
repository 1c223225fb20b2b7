"""The tagger's attributions on marked sentences, in the shape the rules give.

An attribution whose content runs over several sentences is an act of speech in the sentence of its
cue, and is carried into the others.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from communique.extract.marks import Found, Marked
from communique.extract.speech import Said
from communique.models.attribution import Attribution
from communique.types.text import Span

LEAST = 0.7
"""An attribution of whose cue the tagger is less sure is left out."""
Piece = tuple[int, int]


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
    for each in found:
        at = bisect_left(ends, each.cue.end)
        if each.score < LEAST or at == len(units) or not _holds(units[at], each.cue):
            continue
        act = _said(units, each, at)
        said[at].append(act)
        for there, unit in enumerate(units):
            pieces = _pieces(unit, each.content) if there != at else ()
            if pieces:
                carried[there].append(Carried(at=at, said=act, content=pieces))
    return [Tagged(said=tuple(s), carried=tuple(c)) for s, c in zip(said, carried, strict=True)]


def _said(units: Sequence[Marked], each: Attribution, at: int) -> Said:
    unit = units[at]
    source = _within(unit, each.source) if each.source else None
    return Said(
        source=source,
        actor_ids=speakers(unit, *source) if source else (),
        cue=_within(unit, each.cue) or (0, 0),
        content=_pieces(unit, each.content),
        rule="tagged",
        kind=each.kind,
        confidence=each.score,
    )


def _holds(unit: Marked, span: Span) -> bool:
    return unit.passage.span.overlaps(span)


def _pieces(unit: Marked, spans: Sequence[Span]) -> tuple[Piece, ...]:
    found = (_within(unit, span) for span in spans if _holds(unit, span))
    return tuple(piece for piece in found if piece)


def _within(unit: Marked, span: Span) -> Piece | None:
    """A span of the page as offsets into the marked text, mentions whole; None if not there."""
    base = unit.passage.span.start
    start, end = max(span.start - base, 0), min(span.end, unit.passage.span.end) - base
    if start >= end:
        return None
    # The mark that holds the first letter, and the first mark that begins behind the last one.
    first = bisect_left(unit.offsets, start + 1) - 1
    return first, max(first + 1, bisect_left(unit.offsets, end))


_APPOSED = re.compile(r",\s|\s[-–—(]")
_AND = re.compile(r"(?:,?\s+and\s+|,\s+|\s+)?")


def speakers(unit: Marked, start: int, end: int) -> tuple[str, ...]:
    """Whom the words of a source mean.

    All the parties of a list ("Fidan and Rubio"); else the one person named in it; else the party
    it begins with, where nothing but an office of it follows ("Kenya's foreign ministry").
    """
    held = [each for each in unit.within(start, end) if each.actor_ids]
    persons = [each for each in held if each.kind in ("person", "pronoun")]
    rest = unit.text[start:end]
    for each in unit.by_sign:
        rest = rest.replace(each, "")
    listed = not re.sub(r"\b(?:and|both|the)\b|[\s,]", "", rest)
    if listed:
        return _ids(held)
    if persons:
        return _ids(persons[:1])
    return ()


def _ids(found: Sequence[Found]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for item in found for each in item.actor_ids))
