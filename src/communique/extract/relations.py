"""Changes of relations between two states: partnerships raised, relations severed or restored."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from communique.extract.between import Between, betweens, betweens_listed, turned
from communique.extract.carried import listed, pointing, recalled_by_pronoun
from communique.extract.change_dates import (
    effective_date,
    is_for_later,
    is_vague,
    lasting,
    made_date,
)
from communique.extract.changes import find_wordings
from communique.extract.context import Context
from communique.extract.marks import Marked
from communique.extract.missions import find_missions
from communique.extract.nations import is_party, states_of, with_nations
from communique.extract.recognition import find_recognitions
from communique.extract.retold import told_once
from communique.extract.standing_cues import telling
from communique.extract.subjects import Focus
from communique.extract.turns import find_turns
from communique.extract.wording import Wording
from communique.types.ids import content_id
from communique.types.record import Event
from communique.types.standing import ChangeStatus, Instrument, RelationChange
from communique.types.text import Evidence
from communique.vocab.periods import edges

_DAY = len("2026-01-01")
_LATE = timedelta(days=7)
"""A change dated further back than this is recalled, not reported."""


def find_relations(
    context: Context, meetings: tuple[Event, ...], instruments: Sequence[Instrument]
) -> tuple[RelationChange, ...]:
    """The changes a report tells of, each once, in the order in which they are first told."""
    focus = Focus(dyad=context.cast.dyad)
    found: list[RelationChange] = []
    for unit in context.units:
        seen = with_nations(context, unit)
        focus = replace(focus, speaker=_speaker(context, unit, seen))
        for change in _sighted(context, seen, meetings, focus):
            found.append(change)
            if change.status in ("done", "announced") or focus.dyad is None:
                focus = replace(focus, dyad=focus.dyad or change.dyad, doer=focus.doer or change.by)
        focus = replace(focus, subject=_subject_of(seen) or focus.subject)
    return tuple(_linked(context, change, instruments) for change in told_once(found))


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


_MOVES = ("upgraded", "downgraded", "raised", "lowered")


def _within(one: Wording, move: Wording) -> bool:
    """Whether what one wording founds is but the level to which another moves."""
    return move.start <= one.thing[0] and one.thing[1] <= move.end and one.change == "established"


def _sighted(
    context: Context, unit: Marked, meetings: tuple[Event, ...], focus: Focus
) -> Iterator[RelationChange]:
    worded = sorted(find_all(unit.text), key=lambda each: each.verb)
    for wording in worded or recalled_by_pronoun(unit.text):
        pairs = tuple(betweens(unit, wording, focus))
        told = [(wording, each) for each in pairs]
        for other in pointing(unit.text, wording):
            told += [(other, turned(other, each)) for each in pairs]
        for other in listed(unit.text, wording):
            told += [(other, each) for each in betweens_listed(unit, other, pairs)]
        for each, between in told:
            yield _change(context, unit, each, between, meetings, focus)
            focus = replace(focus, dyad=focus.dyad or between.dyad)


@dataclass(frozen=True, slots=True, kw_only=True)
class _When:
    status: ChangeStatus
    date: str | None
    effective: str | None = None


def _change(
    context: Context,
    unit: Marked,
    wording: Wording,
    between: Between,
    meetings: tuple[Event, ...],
    focus: Focus,
) -> RelationChange:
    when = _when(context, unit, wording, meetings)
    by = between.by
    if when.status == "denied" and by is None:
        by = _denier(unit, wording, between, focus)
    evidence: Evidence = context.report.evidence(unit.passage.span)
    return RelationChange(
        id="",
        dyad=between.dyad,
        change=wording.change,
        level_before=wording.before,
        level_after=wording.after,
        date=when.date,
        status=when.status,
        effective=when.effective,
        by=by,
        report_ids=(context.report.id,),
        evidence=(evidence,),
    )


def _denier(unit: Marked, wording: Wording, between: Between, focus: Focus) -> str | None:
    """Who denies: the one named first in the sentence, the speaker, else the doer of the news."""
    named = states_of([each for each in unit.within(0, wording.start) if is_party(each)])
    options = (*named[:1], focus.speaker, focus.doer)
    return next((one for one in options if one in between.dyad), None)


def _when(context: Context, unit: Marked, wording: Wording, meetings: tuple[Event, ...]) -> _When:
    """How a change is told and from when, by its words and its dates."""
    told = telling(unit.text, wording)
    if told == "denied":
        return _When(status="denied", date=None)
    decided = told in ("later", "agreed", "planned")
    ahead = effective_date(context, unit, wording, open_ended=decided)
    if told == "planned":
        return _When(status="planned", date=None, effective=ahead)
    date, stated = made_date(context, unit, wording, meetings)
    if told == "later" or (told == "agreed" and (ahead or is_for_later(unit, wording))):
        return _When(status="announced", date=date, effective=ahead)
    past = _is_past(context, date) or lasting(unit, wording)
    fresh = stated and date is not None and len(date) == _DAY and not past
    if past or (told == "recalled" and not fresh) or (not stated and is_vague(unit, wording)):
        return _When(status="recalled", date=date if stated and past else None)
    if ahead:
        return _When(status="announced", date=date, effective=ahead)
    return _When(status="done", date=date)


def _is_past(context: Context, date: str | None) -> bool:
    return bool(date and context.anchor and edges(date)[1] < context.anchor.day - _LATE)


def _speaker(context: Context, unit: Marked, seen: Marked) -> str | None:
    """The state that speaks in a sentence: its speaker's, or one named outside the quotation."""
    for actor in context.speaker_of(unit):
        iso3 = context.iso3_of(actor)
        if iso3:
            return iso3
    closed = max(seen.text.rfind(mark) for mark in ("”", '"'))
    outside = [each for each in seen.within(closed + 1, len(seen.text)) if is_party(each)]
    return next(iter(states_of(outside)), None) if closed > 0 else None


def _subject_of(unit: Marked) -> tuple[str, ...]:
    """The states that a sentence opens with, for the pronouns of the next."""
    first = next((found for found in unit.found if is_party(found)), None)
    return first.iso3 if first and len(first.iso3) <= 2 else ()


def _linked(
    context: Context, change: RelationChange, instruments: Sequence[Instrument]
) -> RelationChange:
    level = (change.level_after or "").lower()
    return replace(
        change,
        id=content_id(
            "rl",
            context.report.id,
            *change.dyad,
            change.change,
            change.level_after,
            change.status,
            change.date if change.status == "recalled" else None,
        ),
        instrument_ids=tuple(
            each.id
            for each in instruments
            if level
            and tuple(each.parties) == change.dyad
            and level in " ".join((each.title or "", *each.subjects)).lower()
        ),
    )
