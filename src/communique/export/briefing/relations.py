"""What a brief tells of the relations of two states: where they stand and what changed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from communique.export.briefing.draft import Draft
from communique.export.briefing.phrases import relation_notes, relation_phrase, upper
from communique.export.components import components
from communique.export.dossier import Dyad
from communique.export.phrases import state_name
from communique.merge.common import dates_agree
from communique.standing import Stands, stand
from communique.types.standing import RelationChange
from communique.vocab.periods import edges


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
    return [
        sorted(group, key=lambda each: (-len(each.date or ""), -len(each.report_ids), each.id))
        for group in components(found, pairs)
    ]


def _same_change(a: RelationChange, b: RelationChange) -> bool:
    """Whether two coverages tell one change: both dated, the dates and the levels agree."""
    if a.change != b.change or not (a.date and b.date and dates_agree(a.date, b.date)):
        return False
    after, other = (a.level_after or "").casefold(), (b.level_after or "").casefold()
    return after.startswith(other) or other.startswith(after)
