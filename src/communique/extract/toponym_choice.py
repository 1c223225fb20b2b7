"""Which of its bearers each name of a text means: one joint decision over all of them.

Scores are in powers of ten of people, set by hand. Every bearer has a case of its own (people,
rank, the larger place given with the name, the source's state) and gains from bearers of the
text's other names in the same state and province, and near by, less what choosing those would
cost the other names.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from communique.extract.toponym_geo import lies_within
from communique.extract.toponym_types import Context, Sighting
from communique.vocab.gazetteer import GazetteerRow, is_capital, look_up, name_key
from communique.vocab.tables import fold

Key = tuple[str, str | None]
"""What is decided on: a name as it is looked up, and the larger place given with it."""
Floats = npt.NDArray[np.float64]

_PRIOR = {
    "continent": 8.0,
    "state": 7.6,
    "admin1": 6.6,
    "sea": 7.0,
    "region": 6.6,
    "lake": 6.5,
    "river": 6.5,
    "mountain": 6.5,
    "admin2": 5.6,
    "province": 4.6,
    "county": 4.2,
    "venue": 4.2,
}
"""How readily a kind of area is meant, as if it were a town of 10 to this power."""
_STATELESS = 2.0
"""For what lies in no one state, which others of the text can therefore not support."""
_FEWEST = 300  # people; smaller towns are no less likely
_CAPITAL, _ALTERNATE, _SOURCE = 1.3, -1.5, 1.0
_GIVEN, _NOT_GIVEN = 8.0, -4.0
_SAME_STATE, _SAME_PROVINCE = 1.5, 2.0
_NEAR = ((30.0, 0.8), (75.0, 0.6), (161.0, 0.4), (400.0, 0.4))  # km; each adds to the wider ones
_MOST_STATE, _MOST_PLACE = 2.5, 6.0
_ROUNDS = 3
_BEARERS = 20  # considered of one name
_POINTS = frozenset({"town", "county", "admin2", "lake"})
"""Kinds small enough for nearness to mean something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The bearer chosen, how far it stands above the next (powers of ten), and how many rivals."""

    row: GazetteerRow
    margin: float
    rivals: int


def decide(seen: Sequence[Sighting], context: Context) -> dict[Key, Choice]:
    """The bearer of each name of `seen` that a gazetteer lists."""
    names = list(seen)
    if context.dateline:
        names.append(Sighting(start=0, end=0, name=context.dateline, use="place", score=0.0))
    counts = Counter(key_of(each, given_with(names)) for each in names)
    options = {key: _bearers(key, counts) for key in counts}
    keys = [key for key in options if options[key]]
    if not keys:
        return {}
    table = _Table(keys, options, counts, context)
    scores = table.base
    for _ in range(_ROUNDS):
        scores = table.base + table.support(scores)
    return {key: table.choice(at, scores) for at, key in enumerate(keys)}


def given_with(seen: Iterable[Sighting]) -> dict[str, str]:
    """For a name that a comma explains once, what holds for its bare mentions too."""
    found: dict[str, Counter[str]] = {}
    for each in seen:
        if each.within:
            found.setdefault(name_key(each.name), Counter())[each.within] += 1
    return {name: counts.most_common(1)[0][0] for name, counts in found.items()}


def key_of(sighting: Sighting, given: Mapping[str, str]) -> Key:
    """The key of the decision that `sighting` falls under."""
    name = name_key(sighting.name)
    return name, sighting.within or given.get(name)


def _bearers(key: Key, counts: Mapping[Key, int]) -> tuple[GazetteerRow, ...]:
    """What a name may mean; where the text names its county in full, that county too."""
    rows = look_up(key[0])[:_BEARERS]
    for whole in (f"{key[0]} county", f"{key[0]} parish"):
        if (whole, None) in counts:
            rows += look_up(whole)[:_BEARERS]
    if key[1]:
        inside = tuple(row for row in look_up(key[0], 200) if lies_within(row, key[1]))
        rows = (*inside[:_BEARERS], *(row for row in rows if row not in inside))
    return rows


class _Table:
    """The bearers of all names in one list of columns, so that pairs are compared in one go."""

    def __init__(
        self,
        keys: Sequence[Key],
        options: Mapping[Key, Sequence[GazetteerRow]],
        counts: Mapping[Key, int],
        context: Context,
    ) -> None:
        self.rows = [row for key in keys for row in options[key]]
        ends = np.cumsum([len(options[key]) for key in keys])
        self.bounds = list(zip([0, *ends[:-1].tolist()], ends.tolist(), strict=True))
        self.base = np.array([_case(key, row, context) for key in keys for row in options[key]])
        self._own_cost = np.concatenate(
            [self.base[start:end].max() - self.base[start:end] for start, end in self.bounds]
        )
        self._weights = [min(1.5, 1 + 0.25 * math.log(counts[key])) for key in keys]
        self._state, self._place = self._relate()
        for one, (start, end) in zip(keys, self.bounds, strict=True):
            for other, (first, last) in zip(keys, self.bounds, strict=True):
                if one[0] == other[0]:
                    self._state[start:end, first:last] = 0
                    self._place[start:end, first:last] = 0

    def _relate(self) -> tuple[Floats, Floats]:
        """What each bearer gains from each other: by state, and by province and nearness."""
        state = _same([row.iso3 for row in self.rows])
        province = state & _same([row.admin1 for row in self.rows])
        point = np.array([row.kind in _POINTS for row in self.rows])
        distance = np.where(point[:, None] & point[None, :], _distances(self.rows), np.inf)
        place: Floats = _SAME_PROVINCE * province.astype(np.float64)
        for most, gain in _NEAR:
            place += gain * (distance <= most)
        return _SAME_STATE * state.astype(np.float64), place

    def support(self, scores: Floats) -> Floats:
        """What the other names add to each bearer, if each is read in the way that suits it.

        The reading is paid for twice, by its own case and by how things stand: else a few famous
        names with namesakes in one province would talk each other into it.
        """
        state, place = np.zeros(len(self.rows)), np.zeros(len(self.rows))
        for (start, end), weight in zip(self.bounds, self._weights, strict=True):
            cost = self._own_cost[start:end] + scores[start:end].max() - scores[start:end]
            here = self._state[:, start:end]
            both = (here + self._place[:, start:end] - cost[None, :]).max(axis=1)
            alone = np.clip((here - cost[None, :]).max(axis=1), 0, None)
            state += weight * alone
            place += weight * np.clip(both - alone, 0, None)
        return _saturate(state, _MOST_STATE) + _saturate(place, _MOST_PLACE)

    def choice(self, at: int, scores: Floats) -> Choice:
        """The best bearer of the name at `at`."""
        start, end = self.bounds[at]
        ranked = np.argsort(-scores[start:end], kind="stable")
        own = scores[start:end][ranked]
        margin = float(own[0] - own[1]) if end - start > 1 else 10.0
        row = self.rows[start + int(ranked[0])]
        return Choice(row=row, margin=margin, rivals=end - start - 1)


def _case(key: Key, row: GazetteerRow, context: Context) -> float:
    """The case for a bearer from the name alone and what is given with it."""
    if row.kind == "town":
        score = math.log10(row.population + _FEWEST)
        score += _CAPITAL if is_capital(row) else 0
        score += _ALTERNATE if fold(row.name) != key[0] else 0
    else:
        score = _PRIOR[row.kind] + (0 if row.iso3 else _STATELESS)
    if key[1]:
        score += _GIVEN if lies_within(row, key[1]) else _NOT_GIVEN
    if context.source_iso3 and row.iso3 == context.source_iso3:
        score += _SOURCE
    return score


def _saturate(sums: Floats, most: float) -> Floats:
    return np.asarray(most * (1 - np.exp(-sums / most)))


def _same(values: Sequence[str | None]) -> npt.NDArray[np.bool_]:
    codes = {value: at for at, value in enumerate(dict.fromkeys(values))}
    column = np.array([codes[value] for value in values])
    known = np.array([value is not None for value in values])
    same = (column[:, None] == column[None, :]) & known[:, None] & known[None, :]
    return np.asarray(same, dtype=np.bool_)


def _distances(rows: Sequence[GazetteerRow]) -> Floats:
    """Great-circle distances in km (haversine, a sphere of 6,371 km)."""
    lat = np.radians([row.lat for row in rows])
    lon = np.radians([row.lon for row in rows])
    half = np.sin((lat[:, None] - lat[None, :]) / 2) ** 2
    half += np.cos(lat[:, None]) * np.cos(lat) * np.sin((lon[:, None] - lon[None, :]) / 2) ** 2
    return np.asarray(2 * 6371 * np.arcsin(np.sqrt(np.minimum(1.0, half))))
