"""The sector an actor belongs to: government, military, opposition, media, ...

Table: sectors.csv, codes after the PLOVER manual and the project's own signal words (see
data/README.md for columns and source).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from communique.vocab.tables import fold, read_table

_LATER = re.compile(r"\s(?:of|for|in|from|at|by|with|to|on|who|which|that)\s|,")
"""Where the words behind the head of a noun phrase begin."""

_FORMER = frozenset({"former", "ex", "ousted", "deposed"})
_OF_STATE = frozenset({"GOV", "LEG", "JUD", "MIL", "COP", "SPY"})
"""Sectors whose former members the manual counts among the elites."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sector:
    """A sector: its code, the code the PLOVER manual gives it, and what it covers."""

    code: str
    plover: str
    description: str


@cache
def sectors() -> tuple[Sector, ...]:
    """Every sector, in the table's order."""
    return tuple(
        Sector(code=row["sector"], plover=row["plover"], description=row["words"])
        for row in read_table("sectors.csv")
        if row["kind"] == "sector"
    )


@cache
def signals() -> Mapping[tuple[str, ...], tuple[str, int]]:
    """The signal phrases, each as its folded words -> (sector, priority)."""
    return {
        tuple(fold(row["words"]).split()): (row["sector"], int(row["priority"]))
        for row in read_table("sectors.csv")
        if row["kind"] == "signal"
    }


@cache
def phrase_heads() -> Mapping[tuple[str, ...], tuple[str, bool]]:
    """Further heads of noun phrases for actors, folded -> (sector, whether only with a state).

    "The municipality" is one by itself, "patrol" only in "the Rwandan patrol".
    """
    return {
        tuple(fold(row["words"]).split()): (row["sector"], row["kind"] == "beside")
        for row in read_table("sectors.csv")
        if row["kind"] in ("head", "beside")
    }


@cache
def _longest() -> int:
    return max(map(len, signals()))


def _matches(words: list[str]) -> Iterator[tuple[int, int, str, int]]:
    """The signals in `words`, left to right, the longest at each place: start, length, row."""
    start = 0
    while start < len(words):
        for length in range(min(_longest(), len(words) - start), 0, -1):
            phrase = tuple(words[start : start + length])
            singular = (*phrase[:-1], phrase[-1].removesuffix("s"))
            found = signals().get(phrase) or signals().get(singular)
            if found:
                yield start, length, *found
                break
        start += length


def sector_of(words: str) -> str | None:
    """The code of the sector that a noun phrase or title tells, or None where no word tells it.

    Signals before the first preposition or comma go first, save those of priority 1, which take
    their sense from what follows ("president of the court"); of these the longest, then the one
    of the highest priority, then the last one, since English puts the head at the end. Those who
    held an office of state once ("former US president") are elites.

    >>> sector_of("the opposition leader"), sector_of("Minister of Health"), sector_of("a stone")
    ('OPP', 'GOV', None)
    >>> sector_of("president of the supreme court"), sector_of("president of Chile")
    ('JUD', 'GOV')
    """
    head = len(fold(_LATER.split(f" {words} ", maxsplit=1)[0]).split())
    best: tuple[bool, bool, int, int, int] | None = None
    sector: str | None = None
    tokens = fold(words).split()
    for start, length, code, priority in _matches(tokens):
        rank = (start < head and priority > 1, priority > 1, length, priority, start)
        if best is None or rank > best:
            best, sector = rank, code
    if sector in _OF_STATE and not _FORMER.isdisjoint(tokens[:head]):
        return "ELI"
    return sector
