"""The visits that the reports of one happening tell of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from communique.types.coverage import Merged
from communique.types.parties import Actor
from communique.types.record import Event, Findings
from communique.types.text import Report
from communique.types.visit import Detail, Visit
from communique.visits.days import first_of, is_day, last_of, report_day
from communique.visits.details import deeds_in, frame_occasion, framed, signings
from communique.visits.joining import (
    edges_of,
    gathered,
    occasion_of,
    place_of,
    status_of_stay,
    unite_details,
    unite_met,
    visit_id,
)
from communique.visits.led import with_leaders
from communique.visits.legs import Leg, legs_told
from communique.visits.marking import Sentence, sentences
from communique.visits.meetings import Company, legs_met, took_place
from communique.visits.ranks import rank_of
from communique.visits.told import occasion_in

Told = Mapping[tuple[str, int], Sentence]


def find_visits(
    merged: Merged, reports: Sequence[Report], findings: Sequence[Findings]
) -> tuple[Visit, ...]:
    """The visits told in a coverage: by its merged events and by the words of its `reports`.

    `findings` are those of `reports`, in the same order. Somebody travels who is told to go to,
    arrive in or stay in a state other than the one spoken for, or who meets there. What is denied,
    wished for, or looked back on after more than a month is left out.
    """
    told: dict[tuple[str, int], Sentence] = {
        (sentence.report.id, sentence.place): sentence
        for report, found in zip(reports, findings, strict=True)
        for sentence in sentences(report, found)
    }
    actors = with_leaders(_actors(findings), told.values())
    legs = [leg for sentence in told.values() for leg in legs_told(sentence, actors)]
    company = Company(actors, next(filter(None, map(report_day, reports)), None))
    meetings = [event for event in merged.events if took_place(event)]
    legs += [leg for event in meetings for leg in legs_met(event, company, told)]
    legs += [leg for event in meetings for leg in _met_there(event, company, legs)]
    frames = framed(list(told.values()))
    legs = [_framed(leg, frames, told) for leg in legs]
    days = {report.id: report_day(report) for report in reports}
    found = [_visit(merged, stay, actors, days) for stay in gathered(legs)]
    return tuple(_detailed(each, found, merged, told) for each in found if _is_official(each))


def _is_official(visit: Visit) -> bool:
    """Whether somebody with an office travels; others' journeys are no visits of a state."""
    return visit.rank is not None


def _actors(findings: Sequence[Findings]) -> dict[str, Actor]:
    """The actors with the roles that all the reports state."""
    found: dict[str, Actor] = {}
    for one in findings:
        for actor in one.actors:
            known = found.get(actor.id)
            roles = (*(known.roles if known else ()), *actor.roles)
            found[actor.id] = replace(known or actor, roles=roles)
    return found


def _met_there(event: Event, company: Company, legs: Sequence[Leg]) -> Iterator[Leg]:
    """Meetings told without a place, with a host of the state where the traveller is told to be."""
    if event.place and event.place.country:
        return
    persons = company.persons(event)
    for person in persons:
        stays = [leg for leg in legs if leg.traveller == person.id and leg.rule != "a plan"]
        states = {one.iso3 for one in persons} - {person.iso3}
        to = next((leg.to for leg in stays if leg.to in states), None)
        if to:
            yield Leg(
                traveller=person.id,
                to=to,
                status="done",
                rule="a meeting",
                reports=event.report_ids,
                seen=event.date
                if is_day(event.date) and event.date and event.date.stated
                else None,
                met=tuple(company.met(person.id, to, persons, event)),
                event_ids=(event.id,),
                evidence=event.evidence,
            )


def _framed(leg: Leg, frames: Mapping[tuple[str, int], str], told: Told) -> Leg:
    """A leg with the gathering that its sentences put it in, and with their occasion."""
    if leg.rule == "a plan":
        return leg
    for sentence in _sentences(leg, told):
        name = frames.get((sentence.report.id, sentence.place))
        named = occasion_in(sentence.plain(0, len(sentence.text))) if leg.event_ids else None
        if name:
            beside = named is not None and named[0] == "sidelines"
            words = named[1] if named and beside else name
            return replace(
                leg,
                occasion=leg.occasion or ("sidelines" if beside else frame_occasion(name)),
                details=(
                    *leg.details,
                    Detail(kind="occasion", value=words, evidence=sentence.evidence),
                    Detail(kind="multilateral", value=name, evidence=sentence.evidence),
                ),
            )
        if named and named[0] == "funeral":
            detail = Detail(kind="occasion", value=named[1], evidence=sentence.evidence)
            return replace(leg, occasion="funeral", details=(*leg.details, detail))
    return leg


def _sentences(leg: Leg, told: Told) -> list[Sentence]:
    return [
        sentence
        for piece in leg.evidence
        for sentence in told.values()
        if piece.report_id == sentence.report.id and piece.span.overlaps(sentence.passage.span)
    ]


def _visit(
    merged: Merged,
    legs: Sequence[Leg],
    actors: Mapping[str, Actor],
    days: Mapping[str, str | None],
) -> Visit:
    """One stay; its legs are of one traveller in one state."""
    traveller, to = actors[legs[0].traveller], legs[0].to or ""
    reports = tuple(dict.fromkeys(one for leg in legs for one in leg.reports))
    known = sorted(day for one in reports if (day := days.get(one)))
    first, last = edges_of(legs)
    rank, title = rank_of(traveller, traveller.roles, known[-1] if known else None)
    homes = (merged.coverage_id,)
    return Visit(
        id=visit_id(traveller.id, to, first, homes),
        traveller=traveller.id,
        rank=rank,
        title=title,
        iso3=traveller.iso3 or "",
        to=to,
        place=place_of(leg.place for leg in legs),
        first=first,
        last=last,
        status=status_of_stay(legs, last, known[-1] if known else None),
        occasion=occasion_of(leg.occasion for leg in legs),
        met=unite_met(met for leg in legs for met in leg.met),
        details=unite_details(each for leg in legs for each in leg.details),
        event_ids=tuple(dict.fromkeys(one for leg in legs for one in leg.event_ids)),
        coverage_ids=homes,
        report_ids=reports,
        rules=tuple(dict.fromkeys(leg.rule for leg in legs)),
        evidence=tuple(dict.fromkeys(piece for leg in legs for piece in leg.evidence)),
    )


def _detailed(visit: Visit, all_found: Sequence[Visit], merged: Merged, told: Told) -> Visit:
    """A visit that was begun, with what was done on it."""
    if visit.status not in ("done", "under way"):
        return visit
    found = list(visit.details)
    others = [v for v in all_found if v.traveller == visit.traveller and v.status != "planned"]
    for sentence in told.values():
        if _nearest(sentence, others) is visit:
            found += deeds_in(sentence, visit.traveller)
    for detail, signed in signings(frozenset({visit.iso3, visit.to}), merged.instruments):
        if _is_during(visit, signed):
            found.append(detail)
    return replace(visit, details=unite_details(found))


def _nearest(sentence: Sentence, visits: Sequence[Visit]) -> Visit | None:
    """The visit that a sentence is told of: the one told in it or before it, else the next."""
    start = sentence.passage.span.end
    near = [
        (piece.span.start >= start, abs(piece.span.start - sentence.passage.span.start), number)
        for number, visit in enumerate(visits)
        for piece in visit.evidence
        if piece.report_id == sentence.report.id
    ]
    return visits[min(near)[2]] if near else None


def _is_during(visit: Visit, value: str | None) -> bool:
    """Whether a day of signing, if one is known, is one of the visit's, or the day after."""
    if value is None or len(value) < len("2024-07-03") or visit.first is None:
        return True
    low = first_of(visit.first).isoformat()
    high = last_of(visit.last).isoformat() if visit.last else None
    return low <= value[:10] and (high is None or value[:10] <= high)
