"""What a brief tells of the relations of two states: where they stand and what changed."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from communique.export.briefing.draft import Draft
from communique.export.briefing.phrases import relation_notes, relation_phrase, upper
from communique.export.components import components
from communique.export.dossier import Dyad
from communique.export.phrases import state_name
from communique.merge.common import dates_agree
from communique.standing import Stands, stand
from communique.standing.levels import is_label, one_level
from communique.types.standing import Position, RelationChange
from communique.vocab.periods import edges

_ON_RELATIONS = re.compile(r"\b(?:relations|ties|partnership|recognition)\b", re.IGNORECASE)


def is_done(change: RelationChange) -> bool:
    """Whether the change took place, as news or looked back on."""
    return change.status in ("done", "recalled")


def standing(
    changes: Sequence[RelationChange], dyad: Dyad, days: Mapping[str, str], until: str | None
) -> Iterator[Draft]:
    """Where they stand at the end of `until`, else of the last day told; one line a matter.

    `days` are those that reports are of, by id.
    """
    told = until or _last_day(changes, days)
    if not told:
        return
    yield from map(stands_draft, stand(changes, dyad, last_day_of(told), days).stands)


def stands_draft(each: Stands) -> Draft:
    """How one matter stands, and since when."""
    matter = f"{each.matter} of {state_name(each.of)}" if each.of else each.matter
    since = f"since {each.since}" if each.since else "no date stated"
    alone = f"by {state_name(each.by.by)} alone" if each.by.by and not each.of else ""
    others = tuple(piece for change in each.disputed for piece in change.evidence)
    return Draft(
        record_id=each.by.id,
        head=upper(matter),
        text=f"{each.level}, {since}",
        notes=tuple(filter(None, (alone, "told otherwise too" if each.disputed else ""))),
        others=(*each.by.evidence, *others),
        report_ids=each.by.report_ids,
    )


def as_of(changes: Sequence[RelationChange], days: Mapping[str, str], until: str | None) -> str:
    """As of when it is told where they stand, in words; "" where no day is known."""
    if until:
        return f"At the end of {until}."
    last = _last_day(changes, days)
    return f"As of {last}, the last day told of." if last else ""


def is_kept(position: Position, changes: Iterable[RelationChange]) -> bool:
    """Whether a commitment on relations is carried out: its words tell of a change that is done."""
    if position.kind != "commitment" or not _ON_RELATIONS.search(position.about):
        return False
    return any(
        said.report_id == told.report_id and said.span.overlaps(told.span)
        for change in changes
        if is_done(change)
        for told in change.evidence
        for said in position.evidence
    )


def last_day_of(period: str) -> str:
    """The last day of an ISO day, month or year."""
    return edges(period)[1].isoformat()


def _last_day(changes: Iterable[RelationChange], days: Mapping[str, str]) -> str:
    return max(
        (*days.values(), *(took_effect(each) for each in changes if is_done(each))), default=""
    )


def changes(found: Sequence[RelationChange], done: bool) -> Iterator[Draft]:
    """The changes that are told as done, or those that are not; each once, however often told."""
    for same in told_again([each for each in found if is_done(each) == done]):
        yield change_draft(same)


def change_draft(same: Sequence[RelationChange]) -> Draft:
    """One change, told by one coverage or by several; the first of `same` is the best told."""
    first = same[0]
    return Draft(
        record_id=first.id,
        head=first.date or "No date stated",
        text=relation_phrase(first),
        day=first.date,
        notes=relation_notes(first),
        others=tuple(piece for each in same for piece in each.evidence),
        report_ids=tuple(dict.fromkeys(one for each in same for one in each.report_ids)),
    )


def took_effect(change: RelationChange) -> str:
    """The day from which a change counts; "" where none is known."""
    return change.effective or change.date or ""


def told_again(found: Sequence[RelationChange]) -> list[list[RelationChange]]:
    """The changes, those that later reports tell again with the first; the best dated leads."""
    pairs = ((a, b) for a in found for b in found if a.id < b.id and _same_change(a, b))
    return [sorted(group, key=_told_worse) for group in components(found, pairs)]


def _told_worse(change: RelationChange) -> tuple[int, bool, int, str]:
    """Orders the tellings of one change, the best dated, named and borne out first."""
    named = is_label(change.level_after)
    return -len(change.date or ""), not named, -len(change.report_ids), change.id


def _same_change(a: RelationChange, b: RelationChange) -> bool:
    """Whether two coverages tell one change: both dated, the dates and the levels agree.

    Words for an upgrade that name no level ("top-tier partners") agree with any.
    """
    if a.change != b.change or not (a.date and b.date and dates_agree(a.date, b.date)):
        return False
    if a.change in ("upgraded", "downgraded"):
        return one_level(a.level_after, b.level_after)
    after, other = (a.level_after or "").casefold(), (b.level_after or "").casefold()
    return after.startswith(other) or other.startswith(after)
