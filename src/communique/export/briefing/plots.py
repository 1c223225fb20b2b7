"""What the pictures of a brief show: events in time, levels of relations, places of meetings."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from communique.export.briefing.model import Bar, Plots, Rung, Spot
from communique.export.briefing.relations import is_done, last_day_of, told_again, took_effect
from communique.export.dossier import Dyad
from communique.standing import MATTERS, Stands, stand
from communique.types.record import Event, EventType
from communique.types.standing import RelationChange
from communique.vocab.partnerships import closeness

DAYS, MONTHS = 40, 72
"""Most days, and most months, that stand side by side before the next larger unit is taken."""
MOST_TURNS = 60
"""Most days of change that the ladder shows, the last ones."""
Unit = int
"""How many characters of an ISO day name its day (10), month (7) or year (4)."""


def plots(
    events: Sequence[Event],
    changes: Sequence[RelationChange],
    dyad: Dyad,
    days: Mapping[str, str],
) -> Plots:
    """What there is to show of what took place; what somebody only says is no event.

    `days` are those that reports are of, by id.
    """
    done = [each for each in events if each.modality == "actual" and not each.attributed_to]
    return Plots(bars=_bars(done), rungs=_rungs(changes, dyad, days), spots=_spots(done))


def _bars(events: Sequence[Event]) -> tuple[Bar, ...]:
    """The events whose day is known, summed by day, month or year."""
    placed = [(each.date.value[:10], each) for each in events if each.date]
    whole = [(day, each) for day, each in placed if len(day) == 10]
    unit = _unit(sorted(day for day, _ in whole))
    by_period: dict[str, list[Event]] = defaultdict(list)
    for day, each in whole:
        by_period[day[:unit]].append(each)
    return tuple(_bar(period, by_period[period]) for period in sorted(by_period))


def _unit(days: Sequence[str]) -> Unit:
    if not days:
        return 10
    months = 12 * (int(days[-1][:4]) - int(days[0][:4])) + int(days[-1][5:7]) - int(days[0][5:7])
    if 31 * months <= DAYS:
        return 10
    return 7 if months <= MONTHS else 4


def _bar(period: str, events: Sequence[Event]) -> Bar:
    types: Counter[EventType] = Counter(each.type for each in events)
    return Bar(
        period=period,
        cooperation=round(sum(max(0.0, each.intensity) for each in events), 1),
        conflict=round(sum(min(0.0, each.intensity) for each in events), 1),
        types=tuple(sorted(types.items(), key=lambda each: (-each[1], each[0]))),
    )


def _rungs(
    changes: Sequence[RelationChange], dyad: Dyad, days: Mapping[str, str]
) -> tuple[Rung, ...]:
    """The level of each matter after each change, where it is another than before."""
    done = [same[0] for same in told_again([each for each in changes if is_done(each)])]
    turns = sorted({day for each in done if (day := took_effect(each))})
    found: dict[tuple[str, str | None], Rung] = {}
    rungs: list[Rung] = []
    for day in turns[-MOST_TURNS:]:
        for each in stand(done, dyad, last_day_of(day), days).stands:
            rung = _rung(each)
            before = found.get((each.matter, each.of))
            if rung and (before is None or before.level.casefold() != rung.level.casefold()):
                found[each.matter, each.of] = rung
                rungs.append(rung)
    return tuple(sorted(rungs, key=lambda each: (MATTERS.index(each.matter), each.day)))


def _rung(stands: Stands) -> Rung | None:
    if not stands.since:
        return None
    words = stands.level.casefold()
    fallen = next((step for word, step in _FALLEN.items() if word in words), None)
    told = closeness(stands.level) if stands.matter == "partnership" else _rank(words)
    return Rung(
        day=stands.since,
        matter=stands.matter,
        level=stands.level,
        closeness=told if fallen is None else fallen,
    )


_FALLEN = {"severed": -2, "withdrawn": -2, "ended": -2, "suspended": -1}
_RANKS = {"ambassador": 3, "embassy": 3, "high commission": 3, "charg": 2, "liaison": 1}


def _rank(words: str) -> int:
    """How high a representation is; 0 for what is no representation or has no such word."""
    return next((step for word, step in _RANKS.items() if word in words), 0)


def _spots(events: Iterable[Event]) -> tuple[Spot, ...]:
    """The places of meetings that are known to be somewhere, the most met at first."""
    met: dict[tuple[str, str | None, float, float], list[Event]] = defaultdict(list)
    for each in events:
        place = each.place
        if each.type != "CONSULT" or each.mode == "phone":
            continue
        if place and place.lat is not None and place.lon is not None:
            met[place.name, place.country, place.lat, place.lon].append(each)
    spots = (
        Spot(
            name=name,
            country=country,
            lat=lat,
            lon=lon,
            times=len(held),
            first=min((e.date.value for e in held if e.date), default=None),
            last=max((e.date.value for e in held if e.date), default=None),
        )
        for (name, country, lat, lon), held in met.items()
    )
    return tuple(sorted(spots, key=lambda each: (-each.times, each.name)))
