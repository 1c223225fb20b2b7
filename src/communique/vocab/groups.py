"""Armed groups, parties, companies, unions, universities, churches, non-governmental bodies.

Table: groups.csv (see data/README.md for its columns and source).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal, cast

from communique.vocab.tables import fold, listed, read_table

GroupKind = Literal[
    "armed_group", "gang", "party", "company", "ngo", "union", "university", "church"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A body that is neither a state's nor between states.

    `iso3` is where it is based or mainly acts, None where that is no one state. `ambiguous` are
    those of its names with other common meanings ("Shell", "RSF").
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: GroupKind
    iso3: str | None
    sector: str
    ambiguous: frozenset[str] = frozenset()

    @property
    def surfaces(self) -> tuple[str, ...]:
        """Every form it is named by: name, then aliases."""
        return (self.name, *self.aliases)


@cache
def groups() -> tuple[Group, ...]:
    """Every row of the table, in its order."""
    return tuple(
        Group(
            id=row["id"],
            name=row["name"],
            aliases=listed(row["aliases"]),
            kind=cast(GroupKind, row["kind"]),
            iso3=row["iso3"] or None,
            sector=row["sector"],
            ambiguous=frozenset(listed(row["ambiguous"])),
        )
        for row in read_table("groups.csv")
    )


@cache
def group_index() -> Mapping[str, Group]:
    """Surface form in its exact case -> group, for scanning text; without the ambiguous forms."""
    return MappingProxyType(
        {
            form: each
            for each in groups()
            for surface in each.surfaces
            if surface not in each.ambiguous
            for form in (surface, surface.replace("'", "’"))
        }
    )


@cache
def _folded() -> Mapping[str, tuple[Group, ...]]:
    found: dict[str, dict[Group, None]] = {}
    for each in groups():
        for surface in each.surfaces:
            found.setdefault(fold(surface), {})[each] = None
    return {surface: tuple(named) for surface, named in found.items()}


def find_group(words: str) -> Group | None:
    """The group that a user's words name, in any case; None where none, or two, are meant.

    >>> found = find_group("hizbullah")
    >>> found and found.name
    'Hezbollah'
    """
    named = _folded().get(fold(words), ())
    return named[0] if len(named) == 1 else None
