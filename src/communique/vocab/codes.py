"""Codes of states in other lists: Correlates of War, Gleditsch-Ward, FIPS 10-4.

Table: codes.csv (see data/README.md for its columns and source).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from communique.vocab.states import state
from communique.vocab.tables import read_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Codes:
    """A state's codes; None where the list has no such state.

    `cow` and `cow_abbreviation` are of the Correlates of War state list, `gw` of the
    Gleditsch-Ward list, `fips` of FIPS 10-4.
    """

    iso3: str
    cow: int | None
    cow_abbreviation: str | None
    gw: int | None
    fips: str | None


@cache
def _by_iso3() -> Mapping[str, Codes]:
    return {
        row["iso3"]: Codes(
            iso3=row["iso3"],
            cow=int(row["cow"]) if row["cow"] else None,
            cow_abbreviation=row["cow_abbreviation"] or None,
            gw=int(row["gw"]) if row["gw"] else None,
            fips=row["fips"] or None,
        )
        for row in read_table("codes.csv")
    }


@cache
def _by_cow() -> Mapping[int, Codes]:
    found: dict[int, Codes] = {}
    for each in _by_iso3().values():
        known = state(each.iso3)
        if each.cow is not None and (each.cow not in found or (known and known.until is None)):
            found[each.cow] = each
    return found


def codes(iso3: str) -> Codes | None:
    """The codes of the state with this ISO 3166 alpha-3 code."""
    return _by_iso3().get(iso3)


def by_cow(number: int) -> Codes | None:
    """The state with this Correlates of War number.

    Where a number passed from a former state to one of today (365, 345), the latter.
    """
    return _by_cow().get(number)
