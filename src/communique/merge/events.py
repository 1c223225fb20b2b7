"""One event from the events of many reports."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from communique.merge.common import Context, dates_agree, first, once, rename, unite_all
from communique.types.record import Event, EventDate, Place

_PRECISION = ("year", "month", "range", "day", "minute")


def merge_events(context: Context, events: Iterable[Event]) -> list[Event]:
    """Unite events of one type, modality and speaker whose parties and dates agree.

    Events inside statements (`attributed_to`) stay apart by speaker. People who met are one
    meeting within a coverage, whatever the mode and whoever is named as host. What like sentences
    tell is compared less strictly (see `_told_alike`).
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
    if (a.type, a.modality) != (b.type, b.modality) or not dates_agree(_day(a), _day(b)):
        return False
    if a.attributed_to == b.attributed_to and _modes_agree(a, b):
        sides = zip(_sides(a), _sides(b), strict=True)
        if all(_agree(context, x, y) for x, y in sides):
            return True
    return _told_alike(context, a, b)


def _modes_agree(a: Event, b: Event) -> bool:
    return a.type == "CONSULT" or not a.mode or not b.mode or a.mode == b.mode


def _told_alike(context: Context, a: Event, b: Event) -> bool:
    """Whether like sentences tell them of parties that can be one side, or parts of one.

    Here a mode may differ, what one tells as fact may be somebody's word in the other, and
    parties may be added on a side as long as nobody changes sides.
    """
    if a.attributed_to and b.attributed_to and a.attributed_to != b.attributed_to:
        return False
    if not context.told_together(a, b):
        return False
    if a.type == "CONSULT":
        return all(_agree(context, x, y) for x, y in zip(_sides(a), _sides(b), strict=True))
    (ours, toward), (theirs, other) = (
        (context.states(event.actors), context.states(event.recipients)) for event in (a, b)
    )
    persons = _persons_agree(context, frozenset(a.actors), frozenset(b.actors))
    if not (toward and other):  # done together, or to nobody named
        return persons and (ours | toward <= theirs | other or theirs | other <= ours | toward)
    crossed = ours & other or toward & theirs
    return persons and not crossed and bool(ours & theirs or toward & other)


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
    return _persons_agree(context, a, b)


def _persons_agree(context: Context, a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether for no state both name persons without one in common."""
    ours, theirs = context.persons(a), context.persons(b)
    return all(ours[state] & theirs[state] for state in ours.keys() & theirs.keys())


def _unite(context: Context, members: Sequence[Event]) -> Event:
    """The union of `members`, which come in order."""
    surest = max(members, key=lambda event: (event.confidence, event.intensity, event.rule))
    actors = once(actor for event in members for actor in event.actors)
    recipients = once(actor for event in members for actor in event.recipients)
    if members[0].type == "CONSULT":
        recipients = tuple(actor for actor in recipients if actor not in actors)
    elif not all(event.recipients for event in members):  # some tell it as done together
        actors, recipients = once((*actors, *recipients)), ()
    carriers = context.carriers(members)
    return replace(
        surest,
        id=members[0].id,
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


def _worth_of_date(date: EventDate) -> tuple[int, bool]:
    return _PRECISION.index(date.precision), date.stated


def _worth_of_place(place: Place) -> tuple[bool, bool, bool]:
    return place.stated, place.lat is not None, place.country is not None
