"""The world's towns, counties, provinces, states, regions and seas by name.

Tables: gazetteer.npz, made by tools/build_gazetteer.py from GeoNames (https://www.geonames.org,
CC BY 4.0), and regions.csv (see data/README.md). The first look-up loads both, in about 0.25 s.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO
from typing import Literal, cast

import marisa_trie
import numpy as np

from communique.vocab.states import capital_of, name_index, place
from communique.vocab.tables import fold, listed, read_table

GazetteerKind = Literal[
    "town",
    "province",
    "county",
    "state",
    "admin1",
    "admin2",
    "region",
    "continent",
    "sea",
    "lake",
    "river",
    "mountain",
    "venue",
]
_KINDS: tuple[GazetteerKind, ...] = ("town", "province", "county")
_STATE_NAMES = frozenset({"name", "official", "former", "short"})


@dataclass(frozen=True, slots=True, kw_only=True)
class GazetteerRow:
    """A place a name may mean: WGS84 degrees (to 0.001), the state it lies in (alpha-3).

    `admin1` is the name of its first-order division, `population` 0 where not known, `geonames_id`
    None where GeoNames has no single entry or it is not known. `iso3` is None for what lies in
    several states or none. The position of an area is its middle.
    """

    name: str
    kind: GazetteerKind
    lat: float
    lon: float
    iso3: str | None
    admin1: str | None
    population: int
    geonames_id: int | None


class _Towns:
    """The columns of gazetteer.npz and the trie that leads from a folded name to their rows."""

    def __init__(self) -> None:
        data = files("communique.vocab").joinpath("data", "gazetteer.npz").read_bytes()
        with np.load(BytesIO(data)) as columns:
            self.trie = marisa_trie.Trie().frombytes(columns["trie"].tobytes())
            self.starts, self.postings = columns["starts"], columns["postings"]
            self.names = columns["names"].tobytes().decode().split("\n")
            regions = columns["regions"].tobytes().decode().split("\n")
            self.regions = [tuple(line.split("\t")) for line in regions]
            self.region, self.kind = columns["region"], columns["kind"]
            self.lat, self.lon = columns["lat"], columns["lon"]
            self.population, self.ids = columns["population"], columns["geonames_id"]

    def rows(self, key: str, limit: int) -> list[GazetteerRow]:
        """The places of a folded name, the most populous first."""
        if key not in self.trie:
            return []
        at = self.trie[key]
        found: Sequence[int] = self.postings[self.starts[at] : self.starts[at + 1]][:limit].tolist()
        return [self._row(each) for each in found]

    def _row(self, at: int) -> GazetteerRow:
        iso3, _, admin1 = self.regions[self.region[at]]
        return GazetteerRow(
            name=self.names[at],
            kind=_KINDS[self.kind[at]],
            lat=int(self.lat[at]) / 1000,
            lon=int(self.lon[at]) / 1000,
            iso3=iso3,
            admin1=admin1 or None,
            population=int(self.population[at]),
            geonames_id=int(self.ids[at]) or None,
        )


@cache
def _towns() -> _Towns:
    return _Towns()


@cache
def _areas() -> Mapping[str, tuple[GazetteerRow, ...]]:
    """Folded names of regions.csv, and of states in all their forms, to what they may mean."""
    found: dict[str, list[GazetteerRow]] = {}
    states: dict[str, GazetteerRow] = {}
    for line in read_table("regions.csv"):
        row = GazetteerRow(
            name=line["name"],
            kind=cast(GazetteerKind, line["kind"]),
            lat=float(line["lat"]),
            lon=float(line["lon"]),
            iso3=line["iso3"] or None,
            admin1=line["name"] if line["kind"] == "admin1" else None,
            population=0,
            geonames_id=int(line["geonames_id"]) if line["geonames_id"] else None,
        )
        if row.kind == "state" and row.iso3:
            states[row.iso3] = row
        for form in (line["name"], *listed(line["aliases"])):
            found.setdefault(name_key(form), []).append(row)
    for surface, (iso3, kind) in name_index().items():
        if kind in _STATE_NAMES and iso3 in states:
            rows = found.setdefault(fold(surface), [])
            if states[iso3] not in rows:
                rows.append(states[iso3])
    return {key: tuple(rows) for key, rows in found.items()}


@cache
def short_forms() -> frozenset[str]:
    """Abbreviated names of areas in their exact spelling ("Calif.", "DC", "NSW")."""
    return frozenset(
        form
        for line in read_table("regions.csv")
        for form in listed(line["aliases"])
        if form.endswith(".") or form.isupper()
    )


def name_key(name: str) -> str:
    """What `name` is looked up by: itself if it is a short form, else its folded words."""
    return name if name in short_forms() else fold(name)


@cache
def common_words() -> frozenset[str]:
    """Everyday English words that are also names of towns ("mobile", "reading"), in lower case."""
    return frozenset(row["word"] for row in read_table("common_words.csv"))


@cache
def region_demonyms() -> Mapping[str, str]:
    """Peoples and adjectives of regions that are no states ("Chechen"), to the region's name."""
    return {
        form: line["name"]
        for line in read_table("regions.csv")
        for form in listed(line["demonyms"])
    }


@cache
def state_centre(iso3: str) -> GazetteerRow | None:
    """The middle of a state, by its alpha-3 code."""
    rows = (row for rows in _areas().values() for row in rows)
    return next((row for row in rows if row.kind == "state" and row.iso3 == iso3), None)


def is_capital(row: GazetteerRow) -> bool:
    """Whether a town is its state's capital: of its name, and within a degree of it."""
    capital = capital_of(row.iso3) if row.iso3 and row.kind == "town" else None
    return (
        capital is not None
        and abs(capital.lat - row.lat) < 1
        and abs(capital.lon - row.lon) < 1
        and row.population > 0
        and fold(capital.name).startswith(fold(row.name))
    )


_SPELLED = {"st": "saint", "ft": "fort", "mt": "mount", "saint": "st", "fort": "ft", "mount": "mt"}


def _respelled(key: str) -> str | None:
    first, _, rest = key.partition(" ")
    return f"{_SPELLED[first]} {rest}" if rest and first in _SPELLED else None


def _venue(name: str) -> tuple[GazetteerRow, ...]:
    row = place(name)
    if row is None:
        return ()
    return (
        GazetteerRow(
            name=row.name,
            kind="venue",
            lat=row.lat,
            lon=row.lon,
            iso3=row.iso3,
            admin1=None,
            population=0,
            geonames_id=None,
        ),
    )


@lru_cache(maxsize=50_000)
def look_up(name: str, limit: int = 40) -> tuple[GazetteerRow, ...]:
    """What `name` may mean: areas and states first, then up to `limit` towns, most populous first.

    Case, accents, hyphens and apostrophes do not count, and St. is Saint, Ft. Fort, Mt. Mount;
    but short forms ("Ill.") must be spelt as they are. A name that GeoNames has not may be a venue
    of the project's table of places ("Camp David").
    """
    key = name_key(name)
    other = _respelled(key)
    areas = _areas().get(key) or (_areas().get(other, ()) if other else ())
    towns = _towns().rows(key, limit)
    if not towns and other:
        towns = _towns().rows(other, limit)
    if not areas and not towns:
        return _venue(name)
    within = {row.iso3 for row in areas if row.kind != "state"}
    return (*areas, *(row for row in towns if row.kind == "town" or row.iso3 not in within))
