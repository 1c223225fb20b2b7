"""Journeys that meetings imply: whoever meets in a state not his own has travelled there."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from communique.types.parties import Actor
from communique.types.record import Event, EventDate, Place
from communique.types.visit import Met, MetAs
from communique.visits.days import is_day
from communique.visits.legs import Leg
from communique.visits.marking import PLACE, Sentence
from communique.visits.ranks import LEADERS, is_body_head, is_resident, rank_of

_FAR = re.compile(
    r"\b(?:by\s+(?:tele)?phone|telephone[ds]?|phone\s+call|phoned|video\s*(?:link|conference|call)|"
    r"videoconference|virtual\w*|online|by\s+video|call)\b",
    re.IGNORECASE,
)


class Company:
    """Those who met, as the reports of one coverage have them."""

    def __init__(self, actors: Mapping[str, Actor], when: str | None) -> None:
        self._actors = actors
        self._when = when

    def persons(self, event: Event) -> list[Actor]:
        """The persons of an event who speak for a state, or lead a body of states."""
        found = (self._actors.get(one) for one in (*event.actors, *event.recipients))
        return [one for one in found if one and one.kind == "person"]

    def met(self, traveller: str, to: str, others: Iterable[Actor], event: Event) -> Iterator[Met]:
        """Whom a traveller met: hosts, leaders of third states, heads of bodies."""
        own = self._actors[traveller].iso3
        for one in others:
            rank, title = rank_of(one, one.roles, self._when)
            if one.id == traveller or (one.iso3 == own and one.iso3):
                continue
            part: MetAs
            if one.iso3 == to:
                part = "host"
            elif one.iso3 is None and is_body_head(one.roles):
                part = "body"
            elif one.iso3 and rank in LEADERS:
                part = "other"
            else:
                continue
            yield Met(
                actor_id=one.id,
                part=part,
                iso3=one.iso3,
                rank=rank,
                title=title,
                evidence=event.evidence,
            )


def took_place(event: Event) -> bool:
    """Whether people met face to face, by the report's own word."""
    words = " ".join(piece.quote for piece in event.evidence)
    return (
        event.type == "CONSULT"
        and event.modality == "actual"
        and event.attributed_to is None
        and event.mode != "phone"
        and not _FAR.search(words)
    )


def legs_met(
    event: Event, company: Company, told: Mapping[tuple[str, int], Sentence]
) -> Iterator[Leg]:
    """The stays abroad that a meeting shows; none where its place is not known."""
    place = event.place
    persons = company.persons(event)
    if place is None or place.country is None or not _is_borne(event, place, persons, told):
        return
    for person in persons:
        if person.iso3 and person.iso3 != place.country and not is_resident(person.roles):
            yield Leg(
                traveller=person.id,
                to=place.country,
                status="done",
                rule="a meeting",
                reports=event.report_ids,
                place=place,
                seen=_day(event),
                met=tuple(company.met(person.id, place.country, persons, event)),
                event_ids=(event.id,),
                evidence=event.evidence,
            )


def _day(event: Event) -> EventDate | None:
    return event.date if is_day(event.date) else None


def _is_borne(
    event: Event,
    place: Place,
    persons: Sequence[Actor],
    told: Mapping[tuple[str, int], Sentence],
) -> bool:
    """Whether a place is stated, a party's home, or named in the words that tell of the meeting."""
    at_home = (one for one in persons if not is_resident(one.roles))
    if place.stated or any(one.iso3 == place.country for one in at_home):
        return True
    cited = sentences_of(event, told)
    return any(
        (spot := sentence.at(sign).place) is not None and spot.country == place.country
        for sentence in cited
        for sign in re.findall(PLACE, sentence.text)
    )


def sentences_of(event: Event, told: Mapping[tuple[str, int], Sentence]) -> list[Sentence]:
    """The marked sentences in which an event's evidence stands."""
    return [
        sentence
        for sentence in told.values()
        for piece in event.evidence
        if piece.report_id == sentence.report.id and piece.span.overlaps(sentence.passage.span)
    ]
