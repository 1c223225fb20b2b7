"""The normal form of what a position is on: "sanctions on RUS", whatever the words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from communique.extract.words import scan
from communique.vocab.matters import find_matter


@dataclass(frozen=True, slots=True, kw_only=True)
class Normal:
    """The normal form of an object, its states, and how many it lacks."""

    about: str
    states: tuple[str, ...]
    lacks: int


def normal_of(
    words: str,
    named: Sequence[tuple[int, str]],
    holder: str | None,
    implied: Sequence[str],
    commits: bool = False,
) -> Normal:
    """The normal form of `words`, in which states are named at the places `named`.

    "Its programme" is the holder's. `implied` are the states to be taken where it names fewer than
    such a matter is about, the likeliest first.
    """
    states = tuple(dict.fromkeys(iso3 for _, iso3 in named))
    others = [one for one in states if one != holder]
    found = find_matter(words)
    if found is None:
        theirs = [one for one in implied if one != holder][:1]
        meant = () if others or _LEGAL.search(words) or _OWN.search(words) else theirs
        return Normal(about=_plain(words), states=(*states, *meant), lacks=0 if others else 1)
    matter, match = found
    lacks = max(0, matter.need - len(others))
    states = (*states, *[one for one in implied if one not in states and one != holder][:lacks])
    inside = [iso3 for at, iso3 in named if _is_where(words, at)]
    outside = [one for one in states if one not in inside]
    own = re.search(r"\b(?:its|their|our|his|her)\b", words)
    placed = "{x}" in matter.normal and "{in}" in matter.normal
    first = next(iter(outside or (() if placed and commits else states)), "")
    first = first or (holder or "" if own or commits else "")
    slots = {
        "x": first,
        "y": next((one for one in (*states, holder or "") if one != first), ""),
        "in": next(iter(inside or [one for one in states if one != first or not placed]), ""),
        "last": states[-1] if states else "",
        "h": holder or "",
        "rest": _plain(words[match.end() :]),
    }
    about = " ".join(matter.normal.format(**slots).split())
    codes = re.findall(r"\b[A-Z]{3}\b", matter.normal)
    return Normal(about=about, states=tuple(dict.fromkeys((*states, *codes))), lacks=lacks)


def _is_where(words: str, at: int) -> bool:
    return (
        re.search(r"\b(?:in|from|on|at|inside|along|across|over|to)\s+(?:\w+\s+){0,2}$", words[:at])
        is not None
    )


_OWN = re.compile(r"\b(?:its|their|our|his|her)\b")
_LEGAL = re.compile(
    r"\b(?:law|rights?|weapons|principles?|order|system|multilateral\w*|charter|world|global|"
    r"international|status quo|climate|peace|security|terrorism|initiative|proposal|programme|"
    r"scheme|fund|court|tribunal|council|union|organi[sz]ation)\b",
    re.IGNORECASE,
)
"""Matters that are nobody's."""
_ARTICLE = re.compile(
    r"^(?:of|for|to|in|on|the|an?|any|its|their|his|her|our|all|some|such|by)\s+", re.I
)


def _plain(words: str) -> str:
    """Words as a short noun phrase: without articles in front, states by their codes."""
    hits = [hit for hit in scan(words) if hit.iso3]
    for hit in reversed(hits):
        words = f"{words[: hit.start]}{hit.iso3}{words[hit.end :]}"
    words = " ".join(words.split())
    while match := _ARTICLE.match(words):
        words = words[match.end() :]
    return words
