"""News agencies and outlets: the names they go by and the marks they leave on a page.

Table: press.csv (see data/README.md for its columns and source).
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal, cast

from communique.vocab.tables import fold, listed, read_table

PressKind = Literal["agency", "outlet"]
Control = Literal["state", "public", "private"]
"""Run by its state; by the public at arm's length of the government (public broadcasters); by
neither."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """A news agency or outlet and the state it works from (ISO 3166 alpha-3).

    `marks` is one regular expression (for `re.MULTILINE`) of credits and layout from which the
    agency may be inferred, None where it leaves none. `ambiguous` are those of its names with
    other common meanings ("AP", "Dawn"): trust them only in a credit, such as "(AP)". `control` is
    None where the table does not tell.
    """

    name: str
    aliases: tuple[str, ...]
    kind: PressKind
    iso3: str
    marks: str | None = None
    ambiguous: frozenset[str] = frozenset()
    control: Control | None = None

    @property
    def surfaces(self) -> tuple[str, ...]:
        """Every form it is named by: name, then aliases."""
        return (self.name, *self.aliases)


@cache
def press() -> tuple[Press, ...]:
    """Every agency and outlet of the table, agencies first."""
    rows = (
        Press(
            name=row["name"],
            aliases=listed(row["aliases"]),
            kind=cast(PressKind, row["kind"]),
            iso3=row["iso3"],
            marks=row["marks"] or None,
            ambiguous=frozenset(listed(row["ambiguous"])),
            control=cast(Control, row["control"]) if row["control"] else None,
        )
        for row in read_table("press.csv")
    )
    return tuple(sorted(rows, key=lambda each: each.kind))


@cache
def marked_outlets() -> tuple[tuple[Press, re.Pattern[str]], ...]:
    """The outlets that leave marks on a page, with their marks."""
    return tuple(
        (each, re.compile(each.marks, re.MULTILINE))
        for each in press()
        if each.kind == "outlet" and each.marks
    )


def _index(form: Callable[[str], str]) -> dict[str, tuple[Press, ...]]:
    """Each surface in the given form -> those it names, in the table's order."""
    found: dict[str, dict[Press, None]] = {}
    for each in press():
        for surface in each.surfaces:
            found.setdefault(form(surface), {})[each] = None
    return {surface: tuple(named) for surface, named in found.items()}


@cache
def press_index() -> Mapping[str, tuple[Press, ...]]:
    """Surface form in its exact case -> all it may name ("APA": of Azerbaijan, of Austria)."""
    return MappingProxyType(_index(str))


@cache
def agencies() -> Mapping[str, Press]:
    """Surface form in its exact case -> the one agency it names.

    A form that names two agencies, or an agency and an outlet ("CNA"), is left out.
    """
    return MappingProxyType(
        {
            surface: named[0]
            for surface, named in press_index().items()
            if len(named) == 1 and named[0].kind == "agency"
        }
    )


@cache
def _folded() -> Mapping[str, tuple[Press, ...]]:
    return _index(fold)


def find_press(words: str) -> Press | None:
    """The agency or outlet that `words` name, in any case; None where none, or two, are meant."""
    named = _folded().get(fold(words), ())
    return named[0] if len(named) == 1 else None
