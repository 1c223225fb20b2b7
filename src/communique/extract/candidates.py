"""Ordered pairs of a sentence's parties between which something may happen."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise, zip_longest

from communique.extract.marks import Found, Marked
from communique.extract.scene import as_state
from communique.extract.words import HONORIFIC, scan
from communique.types.text import Span
from communique.vocab.offices import title_pattern

MOST = 8
"""Pairs of a sentence that are looked at, those that stand nearest to each other first."""
FAR = 240
"""Characters between two parties beyond which nothing is looked for."""
_OF_STATES = ("GOV", "MIL", "COP", "SPY", "LEG", None)
_POINTERS = ("pronoun", "group")
_JOINED = re.compile(r"\s*(?:,|,?\s+and)\s+(?:the\s+|his\s+|her\s+|its\s+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Two parties of a sentence in their order there.

    A group stands alone, without `other`, and so does the only party of a sentence.
    """

    one: Found
    other: Found | None = None

    def spans(self) -> tuple[Span, Span | None]:
        """Where they stand in the sentence's own text."""
        other = Span(start=self.other.start, end=self.other.end) if self.other else None
        return Span(start=self.one.start, end=self.one.end), other

    @property
    def at(self) -> tuple[int, int]:
        """The stretch of the sentence's text from the first to the end of the last."""
        return self.one.start, (self.other or self.one).end


def candidates(unit: Marked) -> Iterator[Candidate]:
    """The groups of a sentence, or its only party, then its pairs, the nearest first."""
    parties = parties_of(unit)
    alone = len({found.actor_ids for found in parties}) == 1
    yield from (Candidate(one=found) for found in parties if alone or len(found.actor_ids) > 1)
    pairs = [
        Candidate(one=a, other=b)
        for at, a in enumerate(parties)
        for b in parties[at + 1 :]
        if b.start - a.end <= FAR and are_two(a, b)
    ]
    yield from sorted(pairs, key=lambda pair: pair.at[1] - pair.at[0])[:MOST]


def parties_of(unit: Marked) -> list[Found]:
    """The parties a sentence names, in order: its mentions, and the states of adjectives.

    An adjective counts where no people are named by it ("Israeli strikes", "the Israeli envoy", but
    not "Israeli farmers"), a possessive pronoun never.
    """
    named = [f for f in unit.every if f.actor_ids and not (f.plain and f.kind in _POINTERS)]
    apart: list[Found] = []
    for found in sorted(named, key=lambda each: each.start - each.end):
        if not any(_overlap(found, other) for other in apart):
            apart.append(found)
    for hit in scan(unit.words):
        if hit.kind == "demonym_adjective" and hit.iso3:
            state = replace(as_state(hit.iso3), start=hit.start, end=hit.end, rule="adjective")
            held = any(_overlap(state, other) for other in apart)
            people = (f for f in unit.every if f.sector not in _OF_STATES)
            if not held and not any(_overlap(state, other) for other in people):
                apart.append(state)
    apart.sort(key=lambda each: each.start)
    return [
        found
        for found, behind in zip_longest(apart, apart[1:])
        if behind is None or not _is_title_of(unit.words, found, behind)
    ]


def _is_title_of(words: str, body: Found, person: Found) -> bool:
    """Whether a body stands in the title before a person ("UN relief chief Tom Fletcher")."""
    if body.kind not in ("igo", "organisation", "office") or person.kind != "person":
        return False
    title = _titled().match(words, body.end, person.end)
    return title is not None and title.end() >= person.start


@cache
def _titled() -> re.Pattern[str]:
    return re.compile(
        rf"(?:['’]s?)?\s+(?:[\w-]+\s+){{0,4}}?(?:{title_pattern().pattern})"
        rf"(?:\s+(?:for|of)\s+(?:[\w-]+\s?){{1,5}})?,?\s+(?:{HONORIFIC})?",
        re.IGNORECASE,
    )


def _overlap(one: Found, other: Found) -> bool:
    return one.start < other.end and other.start < one.end


def are_two(a: Found, b: Found) -> bool:
    """Whether two mentions are of different parties: nobody is in both, none is the other's own."""
    if set(a.actor_ids) & set(b.actor_ids):
        return False
    own = a.iso3 and a.iso3 == b.iso3 and {"state", "office"} & {a.kind, b.kind}
    return not own


def are_joined(unit: Marked, pair: Candidate) -> bool:
    """Whether two parties are named as one ("Chad and Niger", or both of a longer list)."""
    if pair.other is None:
        return True
    first, last = pair.one, pair.other
    held = [f for f in parties_of(unit) if first.end <= f.start and f.end <= last.start]
    return all(
        _JOINED.fullmatch(unit.words, one.end, other.start)
        for one, other in pairwise((first, *held, last))
    )
