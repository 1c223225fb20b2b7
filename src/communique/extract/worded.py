"""Changes of relations as sentences word them, by patterns: what the trained reader is told of.

The patterns know the plain wordings ("raised their relations to", "cut ties with"); whether a
change is told at all, and how, is for the reader of `models.relations`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from communique.extract.between import Between, betweens, betweens_listed, turned
from communique.extract.carried import listed, pointing, recalled_by_pronoun
from communique.extract.changes import find_wordings
from communique.extract.context import Context
from communique.extract.marks import Marked
from communique.extract.missions import find_missions
from communique.extract.nations import is_party, states_of
from communique.extract.recognition import find_recognitions
from communique.extract.subjects import Focus
from communique.extract.turns import find_turns
from communique.extract.wording import Wording
from communique.types.standing import Change

_MOVES = ("upgraded", "downgraded", "raised", "lowered")


@dataclass(frozen=True, slots=True, kw_only=True)
class Worded:
    """A change between two states as a sentence words it, and where its word of change stands."""

    dyad: tuple[str, str]
    change: Change
    before: str | None
    after: str | None
    at: tuple[int, int]


class Wordings:
    """Finds the wordings of a report's sentences, which are asked for in their order.

    It remembers which states the report is about so far: later sentences leave them out.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self._focus = Focus(dyad=context.cast.dyad)

    def of(self, unit: Marked) -> tuple[Worded, ...]:
        """The changes that a sentence, its nations marked, words."""
        focus = replace(self._focus, speaker=_speaker(self._context, unit))
        found = []
        for wording, between in _sighted(unit, focus):
            found.append(_worded(unit, wording, between))
            focus = replace(focus, dyad=focus.dyad or between.dyad, doer=focus.doer or between.by)
        self._focus = replace(focus, subject=_subject_of(unit) or focus.subject)
        return tuple(found)


def find_all(text: str) -> Iterator[Wording]:
    """Every wording of a change in a marked sentence; none overlaps an earlier one."""
    taken: list[tuple[int, int]] = []
    found: list[Wording] = []
    for wording in (
        *find_recognitions(text),
        *find_missions(text),
        *find_wordings(text),
        *find_turns(text),
    ):
        if not any(wording.verb[0] < end and start < wording.verb[1] for start, end in taken):
            taken.append(wording.verb)
            found.append(wording)
    moves = [each for each in found if each.change in _MOVES]
    for each in found:
        if each.change in _MOVES or not any(_within(each, move) for move in moves):
            yield each


def _within(one: Wording, move: Wording) -> bool:
    """Whether what one wording founds is but the level to which another moves."""
    return move.start <= one.thing[0] and one.thing[1] <= move.end and one.change == "established"


def _sighted(unit: Marked, focus: Focus) -> Iterator[tuple[Wording, Between]]:
    worded = sorted(find_all(unit.text), key=lambda each: each.verb)
    for wording in worded or recalled_by_pronoun(unit.text):
        pairs = tuple(betweens(unit, wording, focus))
        yield from ((wording, each) for each in pairs)
        for other in pointing(unit.text, wording):
            yield from ((other, turned(other, each)) for each in pairs)
        for other in listed(unit.text, wording):
            yield from ((other, each) for each in betweens_listed(unit, other, pairs))
        if pairs:
            focus = replace(focus, dyad=focus.dyad or pairs[0].dyad)


def _worded(unit: Marked, wording: Wording, between: Between) -> Worded:
    return Worded(
        dyad=between.dyad,
        change=wording.change,
        before=wording.before,
        after=wording.after,
        at=unit.place_of(*wording.verb),
    )


def _speaker(context: Context, unit: Marked) -> str | None:
    """The state that speaks in a sentence: its speaker's, or one named outside the quotation."""
    for actor in context.speaker_of(unit):
        iso3 = context.iso3_of(actor)
        if iso3:
            return iso3
    closed = max(unit.text.rfind(mark) for mark in ("”", '"'))
    outside = [each for each in unit.within(closed + 1, len(unit.text)) if is_party(each)]
    return next(iter(states_of(outside)), None) if closed > 0 else None


def _subject_of(unit: Marked) -> tuple[str, ...]:
    """The states that a sentence opens with, for the pronouns of the next."""
    first = next((found for found in unit.found if is_party(found)), None)
    return first.iso3 if first and len(first.iso3) <= 2 else ()
