"""One event from the events of many reports."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from communique.merge.clusters import cluster
from communique.merge.common import Context, first, once, rename
from communique.merge.roles import sides_of
from communique.merge.scoring import score
from communique.merge.sketch import sketched, worth_of_words
from communique.types.record import Event, EventDate, Modality, Place

_PRECISION = ("year", "month", "range", "day", "minute")


def merge_events(
    context: Context, events: Iterable[Event]
) -> tuple[list[Event], Mapping[str, str]]:
    """Unite events that are rather one than two; also the new id of each given one.

    Whether two are one is a sum of points for how they are told and of whom (see `scoring`).
    Events inside statements (`attributed_to`) stay apart by speaker.
    """
    given = context.in_order(set(events))
    worth = worth_of_words(context, given)
    found = cluster(
        given,
        unite=lambda members: _unite(context, members),
        view=lambda event: sketched(context, event),
        score=lambda a, b: score(a, b, worth),
    )
    united = context.in_order(union for union, _ in found)
    named = rename(
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
    new = dict(zip(united, named, strict=True))
    return named, {each.id: new[union].id for union, members in found for each in members}


def _day(event: Event) -> str | None:
    return event.date.value if event.date else None


def _sides(event: Event) -> tuple[frozenset[str], ...]:
    """Who did it and to whom; a meeting has one side, all who took part."""
    if event.type == "CONSULT":
        return (frozenset(event.actors + event.recipients),)
    return frozenset(event.actors), frozenset(event.recipients)


def _unite(context: Context, members: Sequence[Event]) -> Event:
    """The union of `members`, which come in order."""
    surest = max(members, key=lambda event: (event.confidence, event.intensity, event.rule))
    actors, recipients = sides_of(context, members)
    carriers = context.carriers(members)
    return replace(
        surest,
        id=members[0].id,
        modality=_modality(members),
        attributed_to=_speaker(members),
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


def _speaker(members: Sequence[Event]) -> str | None:
    """Who says so, where no member is told as fact."""
    said = [event.attributed_to for event in members]
    return said[0] if all(said) else None


def _modality(members: Sequence[Event]) -> Modality:
    """What is news to one and history to another took place at the time."""
    told = {event.modality for event in members}
    return "actual" if "actual" in told else members[0].modality


def _worth_of_date(date: EventDate) -> tuple[int, bool]:
    return _PRECISION.index(date.precision), date.stated


def _worth_of_place(place: Place) -> tuple[bool, bool, bool]:
    return place.stated, place.lat is not None, place.country is not None
