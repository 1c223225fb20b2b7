"""Changes of relations between two states: partnerships raised, relations severed or restored."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from communique.extract.change_dates import effective_date, made_date
from communique.extract.context import Context
from communique.extract.dating import At
from communique.extract.levels import MISSION, levels_in
from communique.extract.marks import Marked
from communique.extract.retold import told_once
from communique.extract.standing_pairs import Sighted, sighted
from communique.models.relations import Told, relation_reader
from communique.types.ids import content_id
from communique.types.record import Event
from communique.types.standing import Change, ChangeStatus, Instrument, RelationChange
from communique.types.text import Span
from communique.vocab.periods import edges

_LATE = timedelta(days=7)
"""A change dated further back than this is recalled, not reported."""


def find_relations(
    context: Context, meetings: tuple[Event, ...], instruments: Sequence[Instrument]
) -> tuple[RelationChange, ...]:
    """The changes a report tells of, each once, in the order in which they are first told.

    A headline tells in short what the body tells better: it counts for states of which the body
    tells no change.
    """
    found: list[RelationChange] = []
    for seen in sighted(context):
        told = _told_in(context, seen, meetings)
        if seen.unit.passage == context.report.headline:
            body = {each.dyad for each in found if each.status in ("done", "announced")}
            told = (change for change in told if change.dyad not in body)
        found += told
    return tuple(_linked(context, change, instruments) for change in told_once(found))


def _told_in(
    context: Context, seen: Sighted, meetings: tuple[Event, ...]
) -> Iterator[RelationChange]:
    reader = relation_reader()
    for pair in seen.pairs:
        for told in reader.read(seen.before, seen.sentence, pair, seen.worded_of(pair)):
            yield _change(context, seen, pair, told, meetings)


def _change(
    context: Context,
    seen: Sighted,
    pair: tuple[str, str],
    told: Told,
    meetings: tuple[Event, ...],
) -> RelationChange:
    worded = seen.worded_of(pair).get(told.change)
    at = worded.at if worded else (told.words.start, told.words.end)
    when = _when(context, seen.unit, at, told.status, meetings)
    text = seen.sentence.text
    before = (worded and worded.before) or _level(text, told.before)
    after = (worded and worded.after) or _level(text, told.after)
    if told.change in ("established", "restored") and _MISSIONS.search(after or ""):
        after = None  # embassies that reopen are no level of what is restored
    return RelationChange(
        id="",
        dyad=pair,
        change=told.change,
        level_before=before if told.change not in _FROM_NOTHING else None,
        level_after=after if told.change not in _TO_NOTHING else None,
        date=when.date,
        status=when.status,
        effective=when.effective,
        by=_doer(pair, told),
        report_ids=(context.report.id,),
        evidence=(context.report.evidence(seen.unit.passage.span),),
    )


_MISSIONS = re.compile(rf"^{MISSION}$", re.IGNORECASE)
_FROM_NOTHING: tuple[Change, ...] = ("established", "recognised")
_TO_NOTHING: tuple[Change, ...] = ("severed", "suspended", "derecognised")
_TAKE_TWO: tuple[Change, ...] = ("established", "upgraded", "restored")


def _doer(pair: tuple[str, str], told: Told) -> str | None:
    """Who made a change alone. What takes two can only be denied by one."""
    if told.doer == "both" or (told.change in _TAKE_TWO and told.status != "denied"):
        return None
    return pair[0] if told.doer == "one" else pair[1]


_AROUND = re.compile(r"^(?:(?:an?|the|its|their|his|her)\s+)+|^\W+|\W+$", re.IGNORECASE)
_LEVEL = re.compile(
    r"^(?!of\b)\w.*\s(?:partner|relation|ties\b|all(?:y|ies|iance)|level|rank|status|cooperation|"
    r"neighbou?r|office|section|mission|friend)",
    re.IGNORECASE,
)


def _level(text: str, span: Span | None) -> str | None:
    """The words of a level: the whole label or rank that they are part of, else as they are.

    Words without a noun for a bond or a rank are cut from something else.
    """
    if span is None:
        return None
    whole = next(
        (each for each in levels_in(text) if each.start < span.end and span.start < each.end), None
    )
    if whole:
        return whole.words
    words = _AROUND.sub("", " ".join(text[span.start : span.end].split()))
    return words if _LEVEL.search(words) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _When:
    status: ChangeStatus
    date: str | None
    effective: str | None = None


def _when(
    context: Context, unit: Marked, at: At, status: ChangeStatus, meetings: tuple[Event, ...]
) -> _When:
    """From when a change is, by how it is told and by the dates beside it."""
    if status == "denied":
        return _When(status="denied", date=None)
    ahead = effective_date(context, unit, at, open_ended=status in ("announced", "planned"))
    if status == "planned":
        return _When(status="planned", date=None, effective=ahead)
    date, stated = made_date(context, unit, at, meetings)
    if status == "announced":
        return _When(status="announced", date=date, effective=ahead)
    past = _is_past(context, date)
    if status == "recalled" or past:
        known = stated and (past or context.anchor is None)
        return _When(status="recalled", date=date if known else None)
    return _When(status="announced" if ahead else "done", date=date, effective=ahead)


def _is_past(context: Context, date: str | None) -> bool:
    return bool(date and context.anchor and edges(date)[1] < context.anchor.day - _LATE)


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
