"""Which sentences may tell of relations between states, and between which two."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from communique.extract.context import Context
from communique.extract.marks import Found, Marked, marked
from communique.extract.nations import ADJECTIVE, TOWN, states_of, with_nations
from communique.extract.worded import Worded, Wordings
from communique.models.relations import Mark, Masked
from communique.types.standing import Change
from communique.types.text import Span

Dyad = tuple[str, str]
MOST_STATES = 6
"""States of a sentence that are paired; more stand in lists of those who attended something."""

_CUE = re.compile(
    r"relation|\bties?\b|recogni|ambassador|embass|charg[ée]s?\b|partnership|liaison|legation|"
    r"(?:strategic|comprehensive|full|privileged|top-tier|equal) (?:\w+ )?partner|mission|"
    r"envoys?\b|\ball(?:y|ies|iance)\b|represent|\blinks\b|ruptur|severance|normali[sz]|"
    r"rapprochement|statehood|footing|follow(?:ed|ing|s)? suit|\bcut(?:s|ting)?\b|"
    r"\bbr(?:eak|eaks|eaking|oke|oken)\b|sever(?:s|ed|ing)\b|\bswitch|abandon|"
    r"(?:same|such an?|similar) (?:step|move|decision|declaration)|\bd(?:id|o|one|oing) so\b",
    re.IGNORECASE,
)
"""Words one of which stands in almost every sentence that tells of a change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighted:
    """A sentence that may tell of relations, those read before it, and the states to ask about.

    `pairs` are sorted, those of the sentence's own states first. `worded` are the changes that the
    patterns find.
    """

    unit: Marked
    before: tuple[Masked, ...]
    sentence: Masked
    pairs: tuple[Dyad, ...]
    worded: tuple[Worded, ...] = ()

    def worded_of(self, pair: Dyad) -> Mapping[Change, Worded]:
        """The changes between two states that the patterns find, each once."""
        return {each.change: each for each in reversed(self.worded) if each.dyad == pair}


def sighted(context: Context) -> Iterator[Sighted]:
    """The sentences that may tell of relations between two states: the body's, then the headline.

    Each is read behind the headline and the sentence before it. A headline tells in short what the
    body tells better, so it comes last.
    """
    headline = context.report.headline
    opening = with_nations(context, marked(headline, ())) if headline else None
    units = [with_nations(context, unit) for unit in context.units]
    named = Counter(context.cast.dyad or ())
    if opening:
        named.update(states_of(opening.found))
    wordings = Wordings(context)
    for last, unit in zip([None, *units], units, strict=False):
        before = [each for each in (opening, last) if each]
        yield from _seen(unit, before, _known(named, *before), wordings.of(unit))
        named.update(states_of(unit.found))
    if opening and units:
        worded = Wordings(context).of(opening)
        yield from _seen(opening, (), _known(named, units[0]), worded)


def _known(named: Counter[str], *read: Marked) -> tuple[str, ...]:
    """The states that words may point at: those read just before, the most named ones first."""
    near = [iso3 for each in read for iso3 in states_of(each.found)]
    often = [iso3 for iso3, _ in named.most_common(2)]
    return tuple(sorted(dict.fromkeys((*often, *near)), key=lambda iso3: -named[iso3]))


def _seen(
    unit: Marked, before: Sequence[Marked], known: Sequence[str], worded: tuple[Worded, ...]
) -> Iterator[Sighted]:
    pairs = [each.dyad for each in worded]
    if _CUE.search(unit.words):
        pairs += _pairs(unit, known)
    if pairs:
        yield Sighted(
            unit=unit,
            before=tuple(map(masked, before)),
            sentence=masked(unit),
            pairs=tuple(dict.fromkeys(pairs)),
            worded=worded,
        )


def _pairs(unit: Marked, known: Sequence[str]) -> Iterator[Dyad]:
    own = states_of(unit.found)[:MOST_STATES]
    others = [iso3 for iso3 in known if iso3 not in own]
    near = others[: 2 if len(own) < 2 else 1]
    yield from (_sorted(a, b) for a, b in combinations(own, 2))
    yield from (_sorted(one, other) for one in own for other in near)
    if len(own) < 2:
        yield from (_sorted(a, b) for a, b in combinations(others[:2], 2))


def masked(unit: Marked) -> Masked:
    """A sentence as the trained reader takes it."""
    return Masked(
        text=unit.passage.text,
        marks=tuple(
            Mark(
                span=Span(start=found.start, end=found.end),
                states=found.iso3,
                named=_is_name(found),
            )
            for found in unit.found
            if found.iso3
        ),
    )


def _is_name(found: Found) -> bool:
    return len(found.iso3) == 1 and (found.kind == "state" or found.rule in (ADJECTIVE, TOWN))


def _sorted(first: str, second: str) -> Dyad:
    return (first, second) if first < second else (second, first)
