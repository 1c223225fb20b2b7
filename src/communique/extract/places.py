"""Where things took place: cities named with "in" or "at", "here", "the Kazakh capital"."""

import re

from communique.extract.words import NAME, scan
from communique.types.record import Place
from communique.types.text import Dateline
from communique.vocab.gazetteer import common_words, look_up
from communique.vocab.states import PlaceRow, capital_of, place

_IN = re.compile(
    rf"\b(?:[Ii]n|[Aa]t)\s+(?:the\s+(?:city|town|capital)\s+(?:of\s+)?)?(?P<name>{NAME})"
)
_TO = re.compile(rf"\b(?:visit|trip|travelled|traveled|flew|came)\s+to\s+(?P<name>{NAME})")
_CAPITAL = re.compile(r"\b(?:[Ii]n|to|at)\s+the\s+$")
_CAPITAL_WORD = re.compile(r"\s+capital\b(?!\s+of\b)")
LARGE = 100_000
"""Inhabitants from which a town outside the project's own table is taken at its name."""
_HERE = re.compile(r"\bhere\b")


def find_place(words: str, dateline: Dateline | None) -> Place | None:
    """The place `words` give for what they tell, or None.

    A city is stated; "here" is the dateline's place and "the Kazakh capital" that state's capital,
    both derived.
    """
    return _named(words, _IN) or _capital(words) or _here(words, dateline) or _named(words, _TO)


def _named(words: str, pattern: re.Pattern[str]) -> Place | None:
    for match in pattern.finditer(words):
        parts = match["name"].split()
        for size in range(len(parts), 0, -1):
            name = " ".join(parts[:size])
            row = place(name)
            found = _place(row) if row else _town(name)
            if found:
                return found
    return None


def _town(name: str) -> Place | None:
    """A town of the gazetteer that is large enough to be meant without more words."""
    if name.lower() in common_words():
        return None
    rows = [row for row in look_up(name) if row.kind == "town" and row.population >= LARGE]
    if not rows:
        return None
    row = rows[0]
    return Place(
        name=row.name, country=row.iso3, lat=row.lat, lon=row.lon, geonames_id=row.geonames_id
    )


def _capital(words: str) -> Place | None:
    for hit in scan(words):
        if not (hit.iso3 and hit.kind == "demonym_adjective"):
            continue
        row = capital_of(hit.iso3)
        if row and _CAPITAL.search(words[: hit.start]) and _CAPITAL_WORD.match(words, hit.end):
            return _place(row, reason=f"the capital, by “{hit.name} capital”")
    return None


def _here(words: str, dateline: Dateline | None) -> Place | None:
    if not _HERE.search(words):
        return None
    found = dateline_place(dateline)
    return found and _place_derived(found, "“here” is the dateline's place")


def dateline_place(dateline: Dateline | None) -> Place | None:
    """The dateline's place, as a place derived from it."""
    if dateline is None or not dateline.place:
        return None
    row = place(dateline.place.split(",")[0].title())
    name = dateline.place.title() if row is None else row.name
    reason = "the dateline's place"
    if row is None:
        return Place(name=name, country=None, stated=False, reason=reason)
    return _place(row, reason=reason)


def _place(row: PlaceRow, reason: str | None = None) -> Place:
    return Place(
        name=row.name,
        country=row.iso3,
        lat=row.lat,
        lon=row.lon,
        stated=reason is None,
        reason=reason,
    )


def _place_derived(found: Place, reason: str) -> Place:
    return Place(
        name=found.name,
        country=found.country,
        lat=found.lat,
        lon=found.lon,
        stated=False,
        reason=reason,
    )
