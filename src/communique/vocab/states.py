"""States and territories, the words that name them, and the places where diplomacy happens.

Tables: states.csv, state_names.csv and places.csv (see data/README.md for columns and sources).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal, cast

from rapidfuzz import fuzz, process

from communique.vocab.tables import fold, read_table

NameKind = Literal[
    "name",
    "official",
    "former",
    "short",
    "demonym_adjective",
    "demonym_noun",
    "demonym_plural",
    "capital_metonym",
    "government_seat",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A state or territory with an ISO 3166 code; `lat`, `lon` are its capital's, WGS84 degrees.

    `until` is the year a former state ended. XKX, for Kosovo, is a user-assigned code.
    """

    iso3: str
    iso2: str
    name: str
    official_name: str
    capital: str
    lat: float
    lon: float
    region: str
    un_member: bool = False
    until: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRow:
    """A city or venue: its name, the state it lies in, WGS84 degrees."""

    name: str
    iso3: str
    lat: float
    lon: float


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerName:
    """A name a state once bore, with the years from and to which it did, None where not known."""

    iso3: str
    name: str
    since: int | None
    until: int | None


@cache
def states() -> tuple[State, ...]:
    """Every state and territory: members of the UN by name first, then others, then former ones."""
    return tuple(
        State(
            iso3=row["iso3"],
            iso2=row["iso2"],
            name=row["name"],
            official_name=row["official_name"],
            capital=row["capital"],
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            region=row["region"],
            un_member=row["un_member"] == "1",
            until=int(row["until"]) if row["until"] else None,
        )
        for row in read_table("states.csv")
    )


@cache
def _by_code() -> Mapping[str, State]:
    return {each.iso3: each for each in states()}


def state(iso3: str) -> State | None:
    """The state with this ISO 3166 alpha-3 code (in capitals)."""
    return _by_code().get(iso3)


def capital_of(iso3: str) -> PlaceRow | None:
    """The capital of the state with this alpha-3 code."""
    found = state(iso3)
    if found is None:
        return None
    return PlaceRow(name=found.capital, iso3=found.iso3, lat=found.lat, lon=found.lon)


@cache
def _surfaces() -> Mapping[str, tuple[tuple[str, NameKind, bool], ...]]:
    """Each surface form, with a typographic apostrophe too: (iso3, kind, ambiguous) per row."""
    found: dict[str, list[tuple[str, NameKind, bool]]] = {}
    for row in read_table("state_names.csv"):
        if not row["iso3"]:
            continue
        entry = (row["iso3"], cast(NameKind, row["kind"]), row["ambiguous"] == "1")
        for surface in {row["name"], row["name"].replace("'", "’")}:
            found.setdefault(surface, []).append(entry)
    return {surface: tuple(entries) for surface, entries in found.items()}


@cache
def name_index() -> Mapping[str, tuple[str, NameKind]]:
    """Surface form in its exact case -> (iso3, kind), for scanning text.

    A form that names two states ("Congolese") is left out; see `ambiguous_names`. The longest
    match must win, and `decoys` must be masked first, so that "New Mexico" is no Mexico.
    """
    return MappingProxyType(
        {
            surface: entries[0][:2]
            for surface, entries in _surfaces().items()
            if len({iso3 for iso3, _, _ in entries}) == 1
        }
    )


@cache
def ambiguous_names() -> Mapping[str, tuple[str, ...]]:
    """Surface forms not to be trusted alone -> the states they may mean.

    One state for a word that has other meanings ("Georgia", "Turkey", "Washington"); two or more
    for a word that several states share ("Korean", "Guinean").
    """
    return MappingProxyType(
        {
            surface: tuple(dict.fromkeys(iso3 for iso3, _, _ in entries))
            for surface, entries in _surfaces().items()
            if any(ambiguous for _, _, ambiguous in entries)
        }
    )


@cache
def former_names() -> tuple[FormerName, ...]:
    """Every former name of a state, in the table's order."""
    return tuple(
        FormerName(
            iso3=row["iso3"],
            name=row["name"],
            since=int(row["since"]) if row["since"] else None,
            until=int(row["until"]) if row["until"] else None,
        )
        for row in read_table("state_names.csv")
        if row["kind"] == "former"
    )


@cache
def decoys() -> frozenset[str]:
    """Longer names that hold a state's name but name no state ("South China Sea")."""
    return frozenset(row["name"] for row in read_table("state_names.csv") if not row["iso3"])


@cache
def _folded() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for surface, entries in _surfaces().items():
        found.setdefault(fold(surface), set()).update(iso3 for iso3, _, _ in entries)
    for each in states():
        found.setdefault(fold(each.iso2), {each.iso3})
        found.setdefault(fold(each.iso3), {each.iso3})
    return {surface: frozenset(codes) for surface, codes in found.items()}


def find_state(words: str) -> State | None:
    """The state that a user's words name: an ISO code, a name, a capital or a demonym.

    Case, accents and full stops do not count. None where no state, or more than one, is meant.
    """
    codes = _folded().get(fold(words), frozenset())
    return state(next(iter(codes))) if len(codes) == 1 else None


def suggest_states(words: str, limit: int = 3) -> tuple[str, ...]:
    """The names of up to `limit` states that `words` may have meant, the likeliest first.

    Ranked by rapidfuzz's normalised Indel ratio over every name and code, from 70 (of 100) upward.
    """
    query, surfaces = fold(words), _folded()
    if len(query) < 2:
        return ()
    hits = process.extract(query, surfaces.keys(), scorer=fuzz.ratio, limit=50, score_cutoff=70)
    codes = dict.fromkeys(iso3 for surface, _, _ in hits for iso3 in sorted(surfaces[surface]))
    return tuple(_by_code()[iso3].name for iso3 in list(codes)[:limit])


@cache
def places() -> tuple[PlaceRow, ...]:
    """Every place of the table under each of its names: capitals first, then cities and venues."""
    return tuple(
        PlaceRow(name=row["name"], iso3=row["iso3"], lat=float(row["lat"]), lon=float(row["lon"]))
        for row in read_table("places.csv")
    )


@cache
def _places_folded() -> Mapping[str, PlaceRow]:
    return {fold(row.name): row for row in reversed(places())}


def place(name: str) -> PlaceRow | None:
    """The city or venue of this name; case and accents do not count."""
    return _places_folded().get(fold(name))
