"""Intergovernmental organisations, groups and courts: their names, acronyms and seats.

Table: organisations.csv (see data/README.md for its columns and source).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from communique.vocab.tables import fold, listed, read_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """An organisation of states. `seat` is a city, None where it has none or it is not known.

    `ambiguous` are those of its acronyms and aliases with other common meanings ("WHO", "CAN").
    """

    id: str
    name: str
    acronyms: tuple[str, ...]
    aliases: tuple[str, ...]
    kind: str
    seat: str | None
    ambiguous: frozenset[str] = frozenset()

    @property
    def surfaces(self) -> tuple[str, ...]:
        """Every form the organisation is named by: name, acronyms, aliases."""
        return (self.name, *self.acronyms, *self.aliases)


@cache
def organisations() -> tuple[Organisation, ...]:
    """Every organisation of the table, in its order (the UN first)."""
    return tuple(
        Organisation(
            id=row["id"],
            name=row["name"],
            acronyms=listed(row["acronyms"]),
            aliases=listed(row["aliases"]),
            kind=row["kind"],
            seat=row["seat"] or None,
            ambiguous=frozenset(listed(row["ambiguous"])),
        )
        for row in read_table("organisations.csv")
    )


def _index(pairs: Iterable[tuple[str, Organisation]]) -> dict[str, Organisation]:
    """Surface -> organisation, without the surfaces that two organisations share."""
    found: dict[str, Organisation] = {}
    shared: set[str] = set()
    for surface, each in pairs:
        if found.setdefault(surface, each) != each:
            shared.add(surface)
    return {surface: each for surface, each in found.items() if surface not in shared}


@cache
def organisation_index() -> Mapping[str, Organisation]:
    """Surface form in its exact case -> organisation, for scanning text.

    Forms marked ambiguous are left out: "WHO" may be a word in capitals, "CAN" a verb.
    """
    pairs = (
        (form, each)
        for each in organisations()
        for surface in each.surfaces
        if surface not in each.ambiguous
        for form in {surface, surface.replace("'", "’")}
    )
    return MappingProxyType(_index(pairs))


@cache
def _folded() -> Mapping[str, Organisation]:
    return _index(
        (fold(form), each) for each in organisations() for form in (each.id, *each.surfaces)
    )


def find_organisation(words: str) -> Organisation | None:
    """The organisation that a user's words name, by name, acronym or alias in any case.

    None where no organisation, or more than one ("IDB"), is meant.
    """
    return _folded().get(fold(words))
