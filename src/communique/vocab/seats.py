"""Buildings, seats and proper names that stand for an organ of a state ("the Kremlin", "IDF").

Table: seats.csv (see data/README.md for its columns and source).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal, cast

from communique.vocab.tables import listed, read_table

SeatKind = Literal[
    "government",
    "presidency",
    "monarchy",
    "foreign_ministry",
    "defence_ministry",
    "parliament",
    "armed_forces",
    "court",
    "intelligence",
    "security_service",
    "central_bank",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A name that stands for an organ of the state `iso3`.

    `place` tells whether it can also be a place ("at the White House"); `ambiguous` are those of
    its names with other common meanings, or borne by organs of other states ("MFA", "Diet").
    """

    name: str
    aliases: tuple[str, ...]
    iso3: str
    kind: SeatKind
    sector: str
    place: bool
    ambiguous: frozenset[str] = frozenset()

    @property
    def surfaces(self) -> tuple[str, ...]:
        """Every form: name, then aliases."""
        return (self.name, *self.aliases)


@cache
def seats() -> tuple[Seat, ...]:
    """Every row of the table, in its order."""
    return tuple(
        Seat(
            name=row["name"],
            aliases=listed(row["aliases"]),
            iso3=row["iso3"],
            kind=cast(SeatKind, row["kind"]),
            sector=row["sector"],
            place=row["place"] == "1",
            ambiguous=frozenset(listed(row["ambiguous"])),
        )
        for row in read_table("seats.csv")
    )


@cache
def seat_index() -> Mapping[str, Seat]:
    """Surface form in its exact case -> seat, for scanning text; without the ambiguous forms."""
    return _index(ambiguous=False)


@cache
def ambiguous_seats() -> Mapping[str, Seat]:
    """The ambiguous forms -> seat: to be trusted only where the state is named or understood."""
    return _index(ambiguous=True)


def _index(*, ambiguous: bool) -> Mapping[str, Seat]:
    return MappingProxyType(
        {
            form: each
            for each in seats()
            for surface in each.surfaces
            if (surface in each.ambiguous) == ambiguous
            for form in (surface, surface.replace("'", "’"))
        }
    )
