"""Words that name a party: titles and names, institutions, states, organisations, "both sides"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from communique.extract.bodies import capitals, institutions, tabled
from communique.extract.classes import find_classes, find_peoples
from communique.extract.doubtful import find_doubtful
from communique.extract.marks import ROOM, Found
from communique.extract.named_bodies import find_bodies
from communique.extract.naming import named_persons, owned_states, titled_mentions
from communique.extract.persons import Cast
from communique.extract.pointers import find_bare_institutions, find_pointers
from communique.extract.scanned import scan_passage
from communique.extract.told_bodies import find_told_bodies
from communique.extract.words import Hit
from communique.types.text import Passage

_LISTED = (
    "common noun",
    "name of a body",
    "name with a description",
    "news agency or outlet",
)
"""Rules whose mentions stand aside for a party that shares their words."""
_NAMED = ("name of a body", "news agency or outlet")
"""Rules whose mentions stand within that of a person, too ("Apple Daily founder Jimmy Lai")."""


def find_mentions(sentence: Passage, cast: Cast) -> tuple[Found, ...]:
    """All mentions of a sentence in order, none overlapping; earlier finders win."""
    scanned = scan_passage(sentence)
    doubtful = find_doubtful(scanned.text, scanned.hits, cast.states)
    scanned = replace(scanned, hits=(*scanned.hits, *doubtful))
    named = tuple(named_persons(scanned, cast))
    apart = (h for h in scanned.hits if not any(p.start < h.end and h.start < p.end for p in named))
    hits = (*apart, *map(_as_hit, named))
    candidates = chain(
        owned_states(scanned, cast),
        titled_mentions(scanned, cast),
        named,
        institutions(scanned),
        capitals(scanned),
        find_pointers(scanned.text),
        find_bare_institutions(scanned.text) if cast.states else (),
        find_bodies(scanned.text, hits, cast.states, cast.home),
        find_classes(scanned.text, hits, cast.states),
        find_peoples(scanned.text, hits, cast.states),
        tabled(scanned, cast),
        find_told_bodies(scanned.text, hits, cast.states),
    )
    kept: list[Found] = []
    inner: list[Found] = []
    for item in candidates:
        if item.plain and item.rule not in _LISTED:
            inner.append(item)
        elif not any(item.start < other.end and other.start < item.end for other in kept):
            kept.append(item)
        elif item.kind in ("igo", "organisation", "office") and item.actor_ids:
            inner.append(replace(item, plain=True))
        elif item.rule in _NAMED and _inside(item, kept):
            inner.append(item)
    kept = sorted(kept, key=lambda item: item.start)[: ROOM - 1]
    return tuple(sorted((*kept, *inner), key=lambda item: (item.start, item.end)))


def _as_hit(found: Found) -> Hit:
    """A named person, whose state may be that of those around her."""
    iso3 = found.iso3[0] if found.iso3 else None
    return Hit(start=found.start, end=found.end, kind="person", name=found.name, iso3=iso3)


def _inside(item: Found, kept: Sequence[Found]) -> bool:
    """Whether a body is named inside a longer mention ("Freedom Party leader ...")."""
    return all(
        other.kind == "person" and other.start <= item.start and item.end < other.end
        for other in kept
        if item.start < other.end and other.start < item.end
    )
