"""What nouns of diplomatic reporting name, and how widely (`data/things.csv`)."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from communique.vocab.hypernyms import lemma
from communique.vocab.tables import listed, read_table


@dataclass(frozen=True, slots=True)
class Thing:
    """A class of things ("document") and how widely a noun names one, 1 to 3."""

    kind: str
    width: int


@cache
def _things() -> Mapping[str, frozenset[Thing]]:
    found: dict[str, set[Thing]] = defaultdict(set)
    for row in read_table("things.csv"):
        for noun in listed(row["nouns"]):
            found[noun].add(Thing(row["class"], int(row["width"])))
    return {noun: frozenset(things) for noun, things in found.items()}


def things(noun: str) -> frozenset[Thing]:
    """What a noun in lower case may name; the head of "naval base" where the two words are none.

    >>> sorted(thing.width for thing in things("memoranda of understanding of 2019"))
    []
    >>> sorted(thing.kind for thing in things("joint working groups"))
    ['body']
    """
    words = noun.split()
    for start in range(max(0, len(words) - 3), len(words)):
        if found := _things().get(" ".join(words[start:])):
            return found
        last = lemma(words[-1], "n")
        if found := _things().get(" ".join([*words[start:-1], last])):
            return found
    return frozenset()
