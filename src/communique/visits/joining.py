"""Tellings of one stay put together, within a coverage and across coverages."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from communique.types.ids import content_id
from communique.types.record import EventDate, Place
from communique.types.visit import Detail, Met, Occasion, Visit, VisitStatus
from communique.visits.days import earliest, first_of, last_of, latest, shifted
from communique.visits.legs import Leg
from communique.visits.told import OCCASIONS

_NEXT = timedelta(days=1)
_LONGEST = timedelta(days=31)
Window = tuple[date, date]
_PRECEDENCE: Sequence[VisitStatus] = ("done", "under way", "cancelled", "planned")
_OCCASIONS: Sequence[Occasion] = (
    *(name for name, _ in OCCASIONS if name != "sidelines"),
    "sidelines",
)


def gathered(legs: Sequence[Leg]) -> list[list[Leg]]:
    """The legs of each stay: one traveller, one state, days that adjoin.

    A leg without a state belongs to the stay told before it in its report, one without a day to
    the first stay that a report of its own tells.
    """
    placed: dict[tuple[str, str], list[Leg]] = defaultdict(list)
    for leg in legs:
        to = leg.to or _state_of(leg, legs)
        if to:
            placed[leg.traveller, to].append(replace(leg, to=to))
    return [stay for found in placed.values() for stay in _stays(found)]


def _state_of(leg: Leg, legs: Sequence[Leg]) -> str | None:
    """The state of the nearest stay of the traveller told before `leg`, else after it."""
    start = leg.evidence[0].span.start
    near = [
        (other.rule == "a plan" and leg.status != "planned", at > start, abs(at - start), other.to)
        for other in legs
        for at in (other.evidence[0].span.start,)
        if other.to and other.traveller == leg.traveller
        if set(other.reports) & set(leg.reports)
    ]
    return min(near, key=lambda each: each[:3])[3] if near else None


def _stays(legs: Sequence[Leg]) -> list[list[Leg]]:
    dated = sorted(
        ((window, leg) for leg in legs if (window := _window(leg))), key=lambda each: each[0]
    )
    stays: list[list[Leg]] = []
    end: date | None = None
    for (first, last), leg in dated:
        if end is None or first > end + _NEXT:
            stays.append([])
            end = last
        end = max(end, last)
        stays[-1].append(leg)
    loose = [leg for leg in legs if _window(leg) is None]
    if loose and not stays:
        return [loose]
    for leg in loose:
        home = next(
            (s for s in stays if any(set(each.reports) & set(leg.reports) for each in s)), stays[0]
        )
        home.append(leg)
    return stays


def _window(leg: Leg) -> Window | None:
    """The days a telling covers, by its length too."""
    known = [each for each in (leg.first, leg.seen, leg.last) if each]
    if not known:
        return None
    first, last = min(map(first_of, known)), max(map(last_of, known))
    more = timedelta(days=(leg.length or 1) - 1)
    if leg.first and not leg.last:
        last = max(last, first + more)
    if leg.last and not leg.first:
        first = min(first, last - more)
    return (first, last) if last - first <= _LONGEST else (first, first)


def edges_of(legs: Sequence[Leg]) -> tuple[EventDate | None, EventDate | None]:
    """The first and last day of a stay: told, counted, or the first told of."""
    first = earliest(leg.first for leg in legs if leg.first)
    last = latest(leg.last for leg in legs if leg.last)
    seen = earliest(leg.seen for leg in legs if leg.seen)
    length = next((leg.length for leg in legs if leg.length), None)
    if first is None and last and length:
        first = shifted(last, 1 - length, f"a visit of {length} days that ended on {last.value}")
    if first and last is None and length:
        last = shifted(first, length - 1, f"a visit of {length} days from {first.value}")
    if seen and (first is None or first_of(seen) < first_of(first)):
        day, reason = first_of(seen).isoformat(), seen.reason
        told = f"the first day told of{f': {reason}' if reason else ''}"
        first = EventDate(value=day, precision="day", stated=False, reason=told)
    if first and last and last_of(last) < first_of(first):
        last = None
    return first, last


def status_of_stay(legs: Sequence[Leg], last: EventDate | None, day: str | None) -> VisitStatus:
    """How a stay is told in all, on the day of the last report that tells it."""
    statuses = {leg.status for leg in legs if leg.rule != "a plan" or leg.status != "done"}
    there = statuses & {"done", "under way"}
    if "cancelled" in statuses and not any(leg.rule == "a meeting" for leg in legs):
        return "cancelled"
    if not there:
        return "cancelled" if "cancelled" in statuses else "planned"
    if any(leg.over for leg in legs):
        return "done"
    if last and day:
        return "done" if last_of(last) < date.fromisoformat(day) else "under way"
    return "under way" if "under way" in statuses else "done"


def occasion_of(found: Iterable[Occasion | None]) -> Occasion | None:
    """The occasion that says most: what kind of visit, then what for, then beside what."""
    named = {each for each in found if each}
    return next((each for each in _OCCASIONS if each in named), None)


def place_of(found: Iterable[Place | None]) -> Place | None:
    """The first place that is stated, else the first."""
    places = [place for place in found if place]
    return next((place for place in places if place.stated), None) or next(iter(places), None)


def unite_met(found: Iterable[Met]) -> tuple[Met, ...]:
    """Each person met once, with all the words that say so."""
    kept: dict[str, Met] = {}
    for each in found:
        known = kept.get(each.actor_id)
        words = dict.fromkeys((*(known.evidence if known else ()), *each.evidence))
        kept[each.actor_id] = replace(known or each, evidence=tuple(words))
    return tuple(kept.values())


def unite_details(found: Iterable[Detail]) -> tuple[Detail, ...]:
    """Each thing told once in each sentence."""
    return tuple(dict.fromkeys(found))


def join_visits(visits: Iterable[Visit]) -> tuple[Visit, ...]:
    """The visits of many coverages, those of one traveller on adjoining days in one state as one.

    A visit of which no day is known stays by itself.
    """
    by_stay: dict[tuple[str, str], list[Visit]] = defaultdict(list)
    for visit in visits:
        by_stay[visit.traveller, visit.to].append(visit)
    joined = [_united(stay) for found in by_stay.values() for stay in _adjoining(found)]
    return tuple(sorted(joined, key=lambda each: (each.first.value if each.first else "", each.id)))


def _adjoining(visits: Sequence[Visit]) -> list[list[Visit]]:
    dated = sorted((v for v in visits if v.first or v.last), key=lambda v: (_span(v), v.id))
    stays = [[visit] for visit in visits if not (visit.first or visit.last)]
    groups = [[dated[0]]] if dated else []
    end = _span(dated[0])[1] if dated else date.min
    for _, visit in pairwise(dated):
        first, last = _span(visit)
        if first > end + _NEXT:
            groups.append([])
            end = last
        end = max(end, last)
        groups[-1].append(visit)
    return groups + stays


def _span(visit: Visit) -> Window:
    known = [each for each in (visit.first, visit.last) if each]
    return min(map(first_of, known)), max(map(last_of, known))


def _united(visits: Sequence[Visit]) -> Visit:
    first, *rest = visits
    if not rest:
        return first
    status = min((v.status for v in visits), key=_PRECEDENCE.index)
    start = _edge([v.first for v in visits if v.first], of=min)
    last = _edge([v.last for v in visits if v.last], of=max)
    return replace(
        first,
        id=visit_id(first.traveller, first.to, start, first.coverage_ids),
        rank=next((v.rank for v in visits if v.rank), None),
        title=next((v.title for v in visits if v.title), None),
        place=place_of(v.place for v in visits),
        first=start,
        last=last,
        status=status,
        occasion=occasion_of(v.occasion for v in visits),
        met=unite_met(met for v in visits for met in v.met),
        details=unite_details(each for v in visits for each in v.details),
        event_ids=_once(one for v in visits for one in v.event_ids),
        coverage_ids=_once(one for v in visits for one in v.coverage_ids),
        report_ids=_once(one for v in visits for one in v.report_ids),
        rules=_once(one for v in visits for one in v.rules),
        evidence=tuple(dict.fromkeys(piece for v in visits for piece in v.evidence)),
    )


def _edge(dates: Sequence[EventDate], of: object) -> EventDate | None:
    return earliest(dates) if of is min else latest(dates)


def _once(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found))


def visit_id(traveller: str, to: str, first: EventDate | None, coverage_ids: Sequence[str]) -> str:
    """The id of a visit: of its first day or, where none is known, of its coverage."""
    return content_id("vs", traveller, to, first.value if first else coverage_ids[0])
