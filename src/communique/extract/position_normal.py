"""The normal form of what a position is on: "sanctions on RUS", whatever the words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from communique.extract.words import scan
from communique.vocab.matters import find_matter


@dataclass(frozen=True, slots=True, kw_only=True)
class Normal:
    """The normal form of an object, and its states."""

    about: str
    states: tuple[str, ...]


def normal_of(
    words: str,
    named: Sequence[tuple[int, str]],
    holder: str | None,
    implied: Sequence[str],
    commits: bool = False,
    theirs: bool = False,
) -> Normal:
    """The normal form of `words`, in which states are named at the places `named`.

    "Its programme" is the holder's, or where `theirs` that of the first of `implied`: the states to
    be taken where the words name fewer than such a matter is about, the likeliest first.
    """
    states = tuple(dict.fromkeys(iso3 for _, iso3 in named))
    others = [one for one in states if one != holder]
    found = find_matter(words)
    if found is None:
        meant = implied[:1] if theirs and not others else ()
        return Normal(about=_plain(words), states=(*states, *meant))
    matter, match = found
    own = not theirs and bool(_OWN.search(words)) and not commits
    mutual = "with {x}" in matter.normal
    single = (
        not mutual
        and "{y}" not in matter.normal
        and not ("{x}" in matter.normal and "{in}" in matter.normal)
    )
    lacks = 0 if single and (own or (holder in states)) else max(0, matter.need - len(others))
    states = (*states, *[one for one in implied if one not in states and one != holder][:lacks])
    inside = [iso3 for at, iso3 in named if _is_where(words, at)]
    outside = [one for one in states if one not in inside]
    placed = "{x}" in matter.normal and "{in}" in matter.normal
    first = next(iter(outside or (() if placed and commits else states)), "")
    first = first or (holder or "" if own or commits or _OWN.search(words) else "")
    slots = {
        "x": first,
        "y": next((one for one in (*states, holder or "") if one != first), ""),
        "in": next(iter(inside or [one for one in states if one != first or not placed]), ""),
        "last": states[-1] if states else "",
        "h": holder or "",
        "rest": _plain(words[match.end() :]),
        "all": _plain(words),
    }
    about = " ".join(matter.normal.format(**slots).split())
    codes = re.findall(r"\b[A-Z]{3}\b", matter.normal)
    return Normal(about=_BARE.sub("", about), states=tuple(dict.fromkeys((*states, *codes))))


_BARE = re.compile(r"\s+(?:of|in|on|over|against|to|with|from|for|by|and|between)$")
"""What leads to a state that nothing tells."""


def _is_where(words: str, at: int) -> bool:
    return (
        re.search(r"\b(?:in|from|on|at|inside|along|across|over|to)\s+(?:\w+\s+){0,2}$", words[:at])
        is not None
    )


_OWN = re.compile(r"\b(?:its|their|our|his|her)\b")
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
