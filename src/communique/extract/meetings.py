"""Meetings, visits and calls that took place, each once a report."""

from collections.abc import Sequence

from communique.extract.context import Context, each_sentence
from communique.extract.dates import anchor_date, event_date
from communique.extract.places import dateline_place, find_place
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
    place, date = _place(context, found), _date(context, found)
    parties = found[0].parties
    mode = next((s.mode for s in found if s.mode), None)
    if mode == "phone":
        place = None
    host = next((s.host for s in found if s.host), None) or _host(context, parties, place)
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


def _place(context: Context, found: Sequence[Sighting]) -> Place | None:
    seen = [find_place(s.unit.words, context.report.dateline) for s in found]
    given = [each for each in seen if each is not None]
    stated = [each for each in given if each.stated]
    best = next(iter(stated or given), None)
    lede = find_place(context.units[0].words, context.report.dateline) if context.units else None
    return best or lede or dateline_place(context.report.dateline)


def _date(context: Context, found: Sequence[Sighting]) -> EventDate | None:
    seen = [event_date(s.unit.passage, context.dates) for s in found]
    given = [each for each in seen if each is not None]
    stated = [each for each in given if each.stated]
    best = next(iter(stated or given), None)
    lede = event_date(context.units[0].passage, context.dates) if context.units else None
    return best or lede or anchor_date(context.anchor, context.report.kind)


def _host(context: Context, parties: Sequence[str], place: Place | None) -> str | None:
    """The party at home: the place lies in its state, and in no other party's."""
    if place is None or place.country is None:
        return None
    home = [p for p in parties if context.iso3_of(p) == place.country]
    away = [p for p in parties if context.iso3_of(p) not in (None, place.country)]
    return home[0] if len(home) == 1 and away else None
