"""One change of relations from the mentions of many reports."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import get_args

from communique.merge.common import (
    Context,
    dates_agree,
    earliest,
    first,
    once,
    rename,
    unite_all,
)
from communique.types.standing import Change, ChangeStatus, Instrument, RelationChange

_FAMILIES: Mapping[Change, str] = {
    "established": "closer",
    "raised": "higher rank",
    "upgraded": "closer",
    "restored": "closer",
    "lowered": "lower rank",
    "downgraded": "farther",
    "suspended": "suspended",
    "severed": "severed",
    "recognised": "recognised",
    "derecognised": "derecognised",
}


def merge_relations(
    context: Context,
    relations: Iterable[RelationChange],
    instruments: Sequence[Instrument],
    renamed: Mapping[str, str],
) -> list[RelationChange]:
    """Unite changes of one dyad that go the same way, to the same level.

    Where a report does not say the level, the dates must agree. The word of most carriers stands
    ("established" against "upgraded"), with the earliest date. `instruments` are the merged ones,
    `renamed` tells their ids; those that name the new level between the two states are linked.
    """
    united, _ = unite_all(context, relations, _same, _unite)
    linked = [_link(relation, instruments, renamed) for relation in united]
    return rename(
        linked,
        "rl",
        key=lambda r: (context.coverage_id, *r.dyad, _FAMILIES[r.change], _told(r)),
        apart=lambda r: (_plain(r.level_after), r.date),
    )


def _same(_: Context, a: RelationChange, b: RelationChange) -> bool:
    """Whether two changes can be one."""
    if (a.dyad, _told(a)) != (b.dyad, _told(b)) or _FAMILIES[a.change] != _FAMILIES[b.change]:
        return False
    if a.status == "recalled" and not dates_agree(a.date, b.date):
        return False
    if a.level_after and b.level_after:
        return _plain(a.level_after) == _plain(b.level_after)
    return dates_agree(a.date, b.date)


def _told(change: RelationChange) -> str:
    """How a change is told; what one report has as done another may have as decided."""
    return "news" if change.status in ("done", "announced") else change.status


def _plain(level: str | None) -> str | None:
    """A level without case, article and surplus white space."""
    if level is None:
        return None
    words = level.lower().split()
    return " ".join(words[1:] if words and words[0] in ("a", "an", "the") else words)


def _unite(context: Context, members: Sequence[RelationChange]) -> RelationChange:
    """The union of `members`, which come in order."""
    carriers = Counter(member.change for member in members for _ in member.report_ids)
    order = get_args(Change)
    return replace(
        members[0],
        change=max(carriers, key=lambda change: (carriers[change], -order.index(change))),
        status=_most(member.status for member in members for _ in member.report_ids),
        effective=earliest(member.effective for member in members),
        by=first(member.by for member in members),
        level_before=first(member.level_before for member in members),
        level_after=first(member.level_after for member in members),
        date=earliest(member.date for member in members),
        coverage_id=context.coverage_id,
        report_ids=context.carriers(members),
        instrument_ids=once(name for member in members for name in member.instrument_ids),
        evidence=context.evidence(members),
    )


def _most(told: Iterable[ChangeStatus]) -> ChangeStatus:
    """The status that most carriers give, the first told of those as many give."""
    counted = Counter(told)
    return max(counted, key=lambda each: counted[each])


def _link(
    relation: RelationChange, instruments: Sequence[Instrument], renamed: Mapping[str, str]
) -> RelationChange:
    """Point to the merged instruments: those already named, and those whose title has the level."""
    level = _plain(relation.level_after)
    naming = (
        instrument.id
        for instrument in instruments
        if level
        and set(relation.dyad) <= set(instrument.parties)
        and level in (instrument.title or "").lower()
    )
    named = (renamed.get(name, name) for name in relation.instrument_ids)
    return replace(relation, instrument_ids=tuple(sorted({*named, *naming})))
