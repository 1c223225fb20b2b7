"""What single sentences and events tell of journeys, before they are put together."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from communique.types.parties import Actor
from communique.types.record import EventDate, Place
from communique.types.text import DateMention, Evidence
from communique.types.visit import Detail, Met, Occasion, VisitStatus
from communique.visits.cues import Cue, cues, the_place, travellers
from communique.visits.days import (
    date_near,
    day,
    first_of,
    is_past,
    last_of,
    length_in,
    nth_day_in,
    report_day,
    shifted,
    told_day,
)
from communique.visits.marking import PERSON, PLACE, Sentence
from communique.visits.ranks import is_resident, rank_of
from communique.visits.told import occasion_in, status_of

_BEGIN = re.compile(r"\b(?:beg(?:a|i|u)n\w*|start\w*|kick\w+\s+off|open(?:s|ed)|embark\w*)\b", re.I)
_END = re.compile(
    r"\b(?:conclud\w+|wrap\w*\s+up|end(?:s|ed|ing)?|complet\w+|finish\w+)\b", re.IGNORECASE
)
_PAST = re.compile(r"\b(?:\w+ed|paid|made|flew|went|came|left|took|held|met|was|were)\b")
_AFTER = re.compile(r"\b(?:after|following)\s+(?:\S+\s+){0,5}$", re.IGNORECASE)
_VISITING = re.compile(rf"\b[Vv]isiting\s+({PERSON})")
_RECEIVES = re.compile(
    rf"(?P<host>{PERSON})(?:,[^,;]{{1,90}},)?\s+(?:\w+\s+){{0,2}}?(?:receiv(?:ed|es)|welcom(?:ed|es)|"
    rf"host(?:ed|s)|greet(?:ed|s))\s+(?P<guests>{PERSON}(?:(?:,\s+{PERSON})*,?\s+and\s+{PERSON})?)"
)
_RECEIVED = re.compile(
    rf"(?P<guests>{PERSON})(?:,[^,;]{{1,90}},)?\s+(?:was|were)\s+(?:\w+\s+)?(?:received|welcomed|greeted|"
    rf"hosted)\s+(?:[^.;“”,]{{0,50}}\s)?by\s+(?P<host>{PERSON})"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """One telling of a stay abroad. `to` is None where other words name the state.

    `first` and `last` are its edges, `seen` a day within it, `length` its days.
    """

    traveller: str
    to: str | None
    status: VisitStatus
    rule: str
    reports: tuple[str, ...]
    place: Place | None = None
    first: EventDate | None = None
    last: EventDate | None = None
    seen: EventDate | None = None
    length: int | None = None
    over: bool = False
    occasion: Occasion | None = None
    details: tuple[Detail, ...] = ()
    met: tuple[Met, ...] = ()
    event_ids: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


def legs_told(sentence: Sentence, actors: Mapping[str, Actor]) -> Iterator[Leg]:
    """The journeys that a sentence tells of, by verbs and nouns of going and staying."""
    for cue in cues(sentence):
        status = status_of(cue.before, cue.words, cue.behind)
        who = [actors[one] for one in travellers(cue) if one in actors]
        if status is None or cue.is_asked or (not cue.where and cue.kind not in ("home", "stay")):
            continue
        when = date_near(_within(sentence, cue), cue.start, cue.end)
        if (status != "planned" and is_past(when, sentence.report)) or _is_before(
            status, when, cue
        ):
            continue
        for person in who:
            if person.kind == "person" and person.iso3:
                yield from _legs(cue, person, status, when)
    yield from _received(sentence, actors)


def _within(sentence: Sentence, cue: Cue) -> Sentence:
    """The sentence with all blank but where the cue's date may stand."""
    first, last = cue.dates
    text = sentence.text
    kept = " " * first + text[first:last] + " " * (len(text) - last)
    return replace(sentence, text=kept)


def _is_before(status: VisitStatus, when: DateMention | None, cue: Cue) -> bool:
    """Whether a sentence only recalls: "had visited" without a day of these weeks."""
    recalled = re.search(r"\b(?:had|once|previously|last)\s+(?:\w+\s+)?$", cue.before)
    return bool(recalled) and when is None and status == "done"


def _legs(cue: Cue, person: Actor, status: VisitStatus, when: DateMention | None) -> Iterator[Leg]:
    sentence = cue.sentence
    known = report_day(sentence.report)
    told = told_day(when) if when else None
    if told and known and last_of(told) > date.fromisoformat(known) and status != "cancelled":
        past = status != "planned" and _PAST.search(cue.before + cue.words)
        status, told = (status, None) if past else ("planned", told)
    if status in ("planned", "cancelled") and told and known:
        least = date.fromisoformat(known)
        early = last_of(told) < least or (status == "cancelled" and last_of(told) == least)
        told = None if early else told
    states = [item for item in cue.where if item.place and item.place.country != person.iso3]
    if cue.where and not states:
        if cue.kind == "goes":
            yield _closing(cue, person, status, told)
        return
    if cue.kind == "home":
        yield _closing(cue, person, status, told)
        return
    if cue.kind == "meets" and status != "planned":
        return
    leg = _dated(cue, _leg(cue, person, status), told)
    if cue.kind == "stay":
        yield leg
    for number, item in enumerate(states):
        place = item.place
        yield replace(
            leg,
            to=place.country if place else None,
            place=the_place(item),
            first=leg.first if number == 0 else None,
            last=leg.last if number == len(states) - 1 else None,
            length=leg.length if len(states) == 1 else None,
        )


def _leg(cue: Cue, person: Actor, status: VisitStatus) -> Leg:
    sentence = cue.sentence
    named = occasion_in(sentence.plain(*cue.zone))
    return Leg(
        traveller=person.id,
        to=None,
        status="under way" if status == "done" and _is_there(cue) else status,
        rule="a plan" if status in ("planned", "cancelled") else "a journey",
        reports=(sentence.report.id,),
        length=length_in(sentence.plain(*cue.zone)),
        occasion=named[0] if named else None,
        details=_of_occasion(sentence, named),
        evidence=(sentence.evidence,),
    )


def _is_there(cue: Cue) -> bool:
    """Whether somebody has come and is not said to have gone."""
    return cue.kind == "goes" or (cue.kind == "is in" and not re.match("was|were", cue.words))


def _of_occasion(sentence: Sentence, named: tuple[Occasion, str] | None) -> tuple[Detail, ...]:
    if named is None:
        return ()
    return (Detail(kind="occasion", value=named[1], evidence=sentence.evidence),)


def _dated(cue: Cue, leg: Leg, told: EventDate | None) -> Leg:
    """A leg with its days: of arriving and beginning the first, of leaving and ending the last."""
    if told is None:
        return _without_date(cue, leg)
    if told.precision == "range":
        first, last = first_of(told), last_of(told)
        return replace(
            leg,
            first=replace(told, value=first.isoformat(), precision="day"),
            last=replace(told, value=last.isoformat(), precision="day"),
        )
    nth, is_last = nth_day_in(cue.before + cue.words)
    if nth is None and not is_last:
        nth, is_last = nth_day_in(cue.described)
    if nth:
        first_day = shifted(told, 1 - nth, f"day {nth} of the visit was {told.value}")
        return replace(leg, first=first_day, last=told if is_last else None, seen=told)
    if cue.kind == "leaves" or _END.search(cue.before) or is_last:
        return replace(leg, last=told, over=leg.status != "planned")
    if _AFTER.search(cue.before):
        return replace(leg, over=True)
    first_told = cue.kind in ("goes", "visits") or leg.status in ("planned", "cancelled")
    if first_told or _BEGIN.search(cue.before) or (cue.kind == "visit" and leg.status == "done"):
        return replace(leg, first=None if cue.kind == "meets" else told, seen=told)
    return replace(leg, seen=told)


def _without_date(cue: Cue, leg: Leg) -> Leg:
    """A leg told without a date: what opens a report without any is of the report's day."""
    known = report_day(cue.sentence.report)
    over = bool(_END.search(cue.before) or _AFTER.search(cue.before)) or cue.kind == "leaves"
    opens = cue.sentence.place == 0 and not any(item.date for item in cue.sentence.items)
    there = cue.kind in ("goes", "visits", "visit", "is in", "attends")
    if known and opens and there and not over and leg.status in ("under way", "done"):
        leg = replace(leg, seen=day(known, "the day of the report"))
    return replace(leg, over=over)


def _closing(cue: Cue, person: Actor, status: VisitStatus, told: EventDate | None) -> Leg:
    """Going home: the end of a stay that other sentences tell of."""
    return Leg(
        traveller=person.id,
        to=None,
        status="under way",
        rule="a journey",
        reports=(cue.sentence.report.id,),
        last=told,
        over=status != "planned",
        evidence=(cue.sentence.evidence,),
    )


def _received(sentence: Sentence, actors: Mapping[str, Actor]) -> Iterator[Leg]:
    """Guests whom a host receives at home, and those called visiting.

    An ambassador may receive where he is posted: that is no journey.
    """
    for match in (*_RECEIVES.finditer(sentence.text), *_RECEIVED.finditer(sentence.text)):
        host = _persons(sentence, match["host"], actors)
        elsewhere = {
            place.country
            for sign in re.findall(rf"\b(?:in|at|to)\s+({PLACE})", sentence.text)
            if (place := sentence.at(sign).place)
        }
        before = sentence.text[max(0, match.start() - 30) : match.end()]
        if (
            len(host) != 1
            or is_resident(host[0].roles)
            or elsewhere - {host[0].iso3}
            or status_of(before, "", "") is None
        ):
            continue
        for guest in _persons(sentence, match["guests"], actors):
            if guest.iso3 not in (None, host[0].iso3) and not is_resident(guest.roles):
                leg = _stay(sentence, guest, host[0].iso3, match.end())
                yield replace(leg, met=(_host(host[0], sentence),)) if leg.to else leg
    for match in _VISITING.finditer(sentence.text):
        for guest in _persons(sentence, match[1], actors):
            yield _stay(sentence, guest, None, match.end())


def _stay(sentence: Sentence, guest: Actor, to: str | None, end: int) -> Leg:
    when = date_near(sentence, end, end)
    late = when is not None and is_past(when, sentence.report)
    return Leg(
        traveller=guest.id,
        to=None if late else to,
        status="under way" if to is None else "done",
        rule="a meeting",
        reports=(sentence.report.id,),
        seen=told_day(when) if when and not late and to else None,
        evidence=(sentence.evidence,),
    )


def _host(host: Actor, sentence: Sentence) -> Met:
    known = report_day(sentence.report)
    rank, title = rank_of(host, host.roles, known)
    return Met(
        actor_id=host.id,
        part="host",
        iso3=host.iso3,
        rank=rank,
        title=title,
        evidence=(sentence.evidence,),
    )


def _persons(sentence: Sentence, signs: str, actors: Mapping[str, Actor]) -> Sequence[Actor]:
    ids = (one for sign in re.findall(PERSON, signs) for one in sentence.at(sign).actor_ids)
    return [actors[one] for one in dict.fromkeys(ids) if one in actors]
