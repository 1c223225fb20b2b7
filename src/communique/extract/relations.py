"""Changes of relations between two states: partnerships raised, relations severed or restored."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from communique.extract.changes import Wording, find_wordings
from communique.extract.context import Context, states_in
from communique.extract.dating import news_date, told_date
from communique.extract.marks import Marked, sign
from communique.extract.modality import is_recalled, modality_of
from communique.types.ids import content_id
from communique.types.record import Change, Event, Instrument, Modality, RelationChange
from communique.types.text import Evidence
from communique.vocab.periods import edges

_DECIDED = re.compile(r"\b(?:agree|decid|decision|announc|declar|conven)", re.IGNORECASE)
_LATE = timedelta(days=7)
"""A change dated further back than this is recalled, not reported."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighted:
    """A change as one sentence tells it."""

    dyad: tuple[str, str]
    change: Change
    before: str | None
    after: str | None
    date: str | None
    modality: Modality
    evidence: Evidence


_ORDER: tuple[Modality, ...] = ("actual", "future", "hypothetical", "negated", "historical")


def find_relations(
    context: Context, meetings: tuple[Event, ...], instruments: Sequence[Instrument]
) -> tuple[RelationChange, ...]:
    """The changes a report tells of, one for each two states and level."""
    groups: dict[tuple[object, ...], list[Sighted]] = {}
    for unit in context.units:
        for seen in _sighted(context, unit, meetings):
            level = (seen.after or seen.change).lower()
            key = (seen.dyad, level, seen.date if seen.modality == "historical" else None)
            groups.setdefault(key, []).append(seen)
    return tuple(_change(context, found, instruments) for found in groups.values())


def _sighted(context: Context, unit: Marked, meetings: tuple[Event, ...]) -> Iterator[Sighted]:
    for wording in find_wordings(unit.text):
        dyad = _dyad(context, unit, wording)
        if dyad is None:
            continue
        modality = modality_of(unit.text, wording.start, wording.end)
        if modality == "hypothetical":
            continue
        date, recalled = _date(context, unit, wording, meetings)
        yield Sighted(
            dyad=dyad,
            change=wording.change,
            before=wording.before,
            after=wording.after,
            date=date,
            modality=_modality(unit, wording, recalled=recalled),
            evidence=context.report.evidence(unit.passage.span),
        )


def _modality(unit: Marked, wording: Wording, *, recalled: bool) -> Modality:
    """What two states agreed or decided to change is changed by that; a plan of one is not."""
    modality = modality_of(unit.text, wording.start, wording.end)
    if modality == "future" and _DECIDED.search(unit.text, 0, wording.end):
        modality = "actual"
    return "historical" if recalled and modality == "actual" else modality


def _date(
    context: Context, unit: Marked, wording: Wording, meetings: tuple[Event, ...]
) -> tuple[str | None, bool]:
    """The date of a change, and whether the sentence recalls it from the past."""
    at = unit.place_of(wording.start, wording.end)
    modality = modality_of(unit.text, wording.start, wording.end)
    told = told_date(context, unit, at, modality)
    if is_recalled(unit.text, wording.start, wording.end, context.year):
        return told.value if told else None, True
    if told and context.anchor and edges(told.value)[1] < context.anchor.day - _LATE:
        return told.value, True
    sealed = context.report.kind == "joint_statement"
    if told is None and (sealed or _modality(unit, wording, recalled=False) == "actual"):
        told = news_date(context, unit, at, meetings)
    return told.value if told else None, False


def _dyad(context: Context, unit: Marked, wording: Wording) -> tuple[str, str] | None:
    """Between whom: "A severed ties with B", "A and B restored", else the two of the report."""
    text = unit.text
    left = _states(unit, 0, wording.start)
    right = _states(unit, wording.start, len(text))
    inner = _states(unit, wording.start, wording.end)
    if len(inner) == 2:
        return _sorted(*inner)
    behind = _WITH.search(text, wording.start)
    if behind and behind.start() <= wording.end + 2:
        other = _states(unit, behind.start(), behind.end())
        opened = max(text.rfind(mark, 0, wording.start) for mark in (",", ";", ":"))
        near = _states(unit, opened + 1, wording.start)
        subject = [s for s in near or (left if len(left) == 1 else ()) if s not in other]
        if other and subject:
            return _sorted(subject[-1], other[0])
        known = context.cast.dyad
        return known if other and known and other[0] in known and not left else None
    for states in (left, states_in(unit.found), right):
        if len(states) == 2:
            return _sorted(*states)
    named = context.cast.dyad
    every = states_in(unit.found)
    return named if named and (len(every) < 2 or set(named) <= set(every)) else None


_WITH = re.compile(
    rf"(?:\s+(?:with|between)\s+(?:the\s+)?|(?<=\s)){sign('state')}(?!\s+and\s+{sign('state')})"
)


def _states(unit: Marked, start: int, end: int) -> tuple[str, ...]:
    return states_in(unit.within(start, end))


def _sorted(first: str, second: str) -> tuple[str, str]:
    return (first, second) if first < second else (second, first)


def _change(
    context: Context, found: Sequence[Sighted], instruments: Sequence[Instrument]
) -> RelationChange:
    best = min(found, key=lambda s: (_ORDER.index(s.modality), s.change == "established"))
    when = next((s.date for s in found if s.date and s.modality == best.modality), None)
    evidence = tuple(dict.fromkeys(s.evidence for s in found))
    return RelationChange(
        id=content_id("rl", context.report.id, *best.dyad, best.change, best.after, best.modality),
        dyad=best.dyad,
        change=best.change,
        level_before=next((s.before for s in found if s.before), None),
        level_after=best.after,
        date=when,
        modality=best.modality,
        report_ids=(context.report.id,),
        instrument_ids=tuple(
            each.id
            for each in instruments
            if tuple(each.parties) == best.dyad
            and best.after
            and best.after.lower() in " ".join((each.title or "", *each.subjects)).lower()
        ),
        evidence=evidence,
    )
