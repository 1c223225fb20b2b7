"""Meetings, visits and calls that took place, each once a report."""

from collections.abc import Sequence

from communique.extract.context import Context, each_sentence
from communique.extract.dating import news_date, told_date
from communique.extract.placing import event_place
from communique.extract.sightings import Sighting, find_sightings
from communique.types.ids import content_id
from communique.types.record import Event, EventDate, Place
from communique.types.text import Evidence
from communique.vocab.plover import contexts, intensity, quad


def find_meetings(context: Context) -> tuple[Event, ...]:
    """The meetings that a report says took place, with every sentence that tells of them."""
    sightings = [
        sighting
        for unit in each_sentence(context)
        for sighting in find_sightings(context, unit)
        if sighting.modality == "actual"
    ]
    groups: dict[frozenset[str | None], list[Sighting]] = {}
    for sighting in sorted(sightings, key=lambda s: not _of_persons(context, s)):
        states = frozenset(context.iso3_of(party) or party for party in sighting.parties)
        groups.setdefault(states, []).append(sighting)
    return tuple(_event(context, found) for found in groups.values() if len(found[0].parties) > 1)


def _of_persons(context: Context, sighting: Sighting) -> bool:
    persons = {person.id for person in context.cast.persons}
    return all(party in persons for party in sighting.parties)


def _event(context: Context, found: Sequence[Sighting]) -> Event:
    date, parties = _date(context, found), found[0].parties
    mode = next((s.mode for s in found if s.mode), None)
    host = next((s.host for s in found if s.host), None)
    place = None if mode == "phone" else _place(context, found, host)
    host = host or _host(context, parties, place)
    if mode is None:
        mode = "multilateral" if len(parties) > 2 else "visit" if host else None
    text = " ".join(s.unit.words for s in found)
    evidence: tuple[Evidence, ...] = tuple(
        dict.fromkeys(context.report.evidence(s.unit.passage.span) for s in found)
    )
    actors = tuple(p for p in parties if p != host)
    return Event(
        id=content_id("ev", context.report.id, "CONSULT", *sorted(parties)),
        type="CONSULT",
        mode=mode,
        quad=quad("CONSULT"),
        intensity=intensity("CONSULT", mode),
        actors=actors,
        recipients=(host,) if host else (),
        modality="actual",
        confidence=max(s.confidence for s in found),
        rule="meeting",
        report_ids=(context.report.id,),
        date=date,
        place=place,
        contexts=contexts(text),
        evidence=evidence,
    )


def _place(context: Context, found: Sequence[Sighting], host: str | None) -> Place | None:
    told = [(sighting.unit, sighting.at) for sighting in found]
    return event_place(context, told, context.iso3_of(host) if host else None)


def _date(context: Context, found: Sequence[Sighting]) -> EventDate | None:
    """The date of the sentences that tell of the meeting, a stated one first, else the news's."""
    given = [date for s in found if (date := told_date(context, s.unit, s.at, s.modality))]
    stated = [date for date in given if date.stated]
    derived = (date for s in found if (date := news_date(context, s.unit, s.at)))
    return next(iter(stated or given), None) or next(derived, None)


def _host(context: Context, parties: Sequence[str], place: Place | None) -> str | None:
    """The party at home: the place lies in its state, and in no other party's."""
    if place is None or place.country is None:
        return None
    home = [p for p in parties if context.iso3_of(p) == place.country]
    away = [p for p in parties if context.iso3_of(p) not in (None, place.country)]
    return home[0] if len(home) == 1 and away else None
