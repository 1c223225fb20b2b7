"""Persons in public life who hold no office of state: opposition, churches, companies, rebels.

Table: figures.csv (see data/README.md for its columns and source).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from communique.vocab.tables import fold, listed, read_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A person, the state she belongs to (None for international bodies) and her sector."""

    name: str
    iso3: str | None
    sector: str
    variants: tuple[str, ...]


@cache
def figures() -> tuple[Figure, ...]:
    """Every row of the table, in its order."""
    return tuple(
        Figure(
            name=row["name"],
            iso3=row["iso3"] or None,
            sector=row["sector"],
            variants=listed(row["variants"]),
        )
        for row in read_table("figures.csv")
    )


@cache
def _by_name() -> Mapping[str, Figure]:
    return {fold(form): each for each in figures() for form in (each.name, *each.variants)}


def find_figure(name: str) -> Figure | None:
    """The person whom a name means, in any spelling of the table; case and accents do not count.

    >>> found = find_figure("Alexey Navalny")
    >>> found and found.sector
    'OPP'
    """
    return _by_name().get(fold(name))
