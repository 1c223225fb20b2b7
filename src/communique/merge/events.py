"""One event from the events of many reports."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from communique.merge.common import Context, dates_agree, first, once, rename, unite_all
from communique.types.record import Event, EventDate, Place

_PRECISION = ("year", "month", "range", "day", "minute")


def merge_events(context: Context, events: Iterable[Event]) -> list[Event]:
    """Unite events of one type, modality and speaker whose parties and dates agree.

    Events inside statements (`attributed_to`) stay apart by speaker. People who met are one
    meeting within a coverage, whatever the mode and whoever is named as host.
    """
    united, _ = unite_all(context, events, _same, _unite)
    return rename(
        united,
        "ev",
        key=lambda event: (
            context.coverage_id,
            event.type,
            event.modality,
            event.attributed_to,
            *(" ".join(sorted(context.states(side))) for side in _sides(event)),
        ),
        apart=lambda event: (_day(event), sorted(event.actors)),
    )


def _same(context: Context, a: Event, b: Event) -> bool:
    """Whether two events can be one."""
    return (
        (a.type, a.modality, a.attributed_to) == (b.type, b.modality, b.attributed_to)
        and (a.type == "CONSULT" or not a.mode or not b.mode or a.mode == b.mode)
        and dates_agree(_day(a), _day(b))
        and all(_agree(context, x, y) for x, y in zip(_sides(a), _sides(b), strict=True))
    )


def _day(event: Event) -> str | None:
    return event.date.value if event.date else None


def _sides(event: Event) -> tuple[frozenset[str], ...]:
    """Who did it and to whom; a meeting has one side, all who took part."""
    if event.type == "CONSULT":
        return (frozenset(event.actors + event.recipients),)
    return frozenset(event.actors), frozenset(event.recipients)


def _agree(context: Context, a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two sets of actors can be one party.

    One holds the other, or both are of the same states; and for no state do both name persons
    without naming one in common.
    """
    if not a or not b:
        return a == b
    if not (a <= b or b <= a or context.states(a) == context.states(b)):
        return False
    ours, theirs = context.persons(a), context.persons(b)
    return all(ours[state] & theirs[state] for state in ours.keys() & theirs.keys())


def _unite(context: Context, members: Sequence[Event]) -> Event:
    """The union of `members`, which come in order."""
    surest = max(members, key=lambda event: (event.confidence, event.intensity, event.rule))
    actors = once(actor for event in members for actor in event.actors)
    recipients = once(actor for event in members for actor in event.recipients)
    if members[0].type == "CONSULT":
        recipients = tuple(actor for actor in recipients if actor not in actors)
    carriers = context.carriers(members)
    return replace(
        surest,
        id=members[0].id,
        mode=first(event.mode for event in members),
        actors=actors,
        recipients=recipients,
        report_ids=carriers,
        date=max((e.date for e in members if e.date), key=_worth_of_date, default=None),
        place=max((e.place for e in members if e.place), key=_worth_of_place, default=None),
        contexts=once(context_name for event in members for context_name in event.contexts),
        coverage_id=context.coverage_id,
        origins=context.count_origins(carriers),
        evidence=context.evidence(members),
    )


def _worth_of_date(date: EventDate) -> tuple[int, bool]:
    return _PRECISION.index(date.precision), date.stated


def _worth_of_place(place: Place) -> tuple[bool, bool, bool]:
    return place.stated, place.lat is not None, place.country is not None
