"""How two noun phrases stand to each other by what they name: alike, wider, vaguer."""

from dataclasses import dataclass
from functools import lru_cache

from communique.align.phrases import PRONOUNS, Phrase
from communique.align.words import stem
from communique.vocab.groups import find_group
from communique.vocab.hypernyms import Relation, relation
from communique.vocab.organisations import find_organisation
from communique.vocab.things import things

_QUANTIFIERS = frozenset(
    stem(word)
    for word in """various several many numerous certain different other others number range
    series variety some few thousands hundreds dozens scores millions related relevant concerned
    remaining further major key wide broad""".split()
)
"""Words that tell of more than one thing without saying which."""
_VAGUE = 3


@dataclass(frozen=True, slots=True)
class Bond:
    """How alike two phrases are in what they name, from 0 to 1.

    `wider` is 1 where the first is the wider word, -1 where the second is, 0 where neither.
    """

    likeness: float
    wider: int


_LIKENESS: dict[Relation | None, float] = {
    "same": 1.0, "wider": 0.7, "narrower": 0.7, "kin": 0.5, None: 0.0,
}  # fmt: skip


@lru_cache(maxsize=20_000)
def bond(one: str, other: str) -> Bond:
    """How two nouns, each with the words before it, stand to each other.

    `wider` is 1 where `one` is the wider word, -1 where `other` is, 0 where neither.
    """
    if not one or not other or one == other:
        return Bond(float(bool(one) and one == other), 0)
    best = Bond(0.0, 0)
    for a in things(one):
        for b in things(other):
            if a.kind == b.kind:
                step = (a.width > b.width) - (a.width < b.width)
                near = 0.8 - 0.15 * abs(a.width - b.width)
                if near > best.likeness:
                    best = Bond(near, step)
    found = relation(one.split()[-1], other.split()[-1], "n")
    if _LIKENESS[found] > best.likeness:
        best = Bond(_LIKENESS[found], {"wider": 1, "narrower": -1}.get(found or "", 0))
    return best


def kindred(one: Phrase, other: Phrase) -> Bond:
    """How two phrases stand to each other: the likest of what each lists."""
    best = max(
        (bond(a, b) for a in one.members for b in other.members), key=lambda each: each.likeness
    )
    named = [_LABELS.get(each.label, "") for each in (one, other)]
    for name, phrase, wider in ((named[0], other, -1), (named[1], one, 1)):
        if name and any(thing.kind == name for thing in things(phrase.noun)):
            best = max(best, Bond(0.8, wider), key=lambda each: each.likeness)
    if named[0] and named[0] == named[1]:
        best = max(best, Bond(0.4, 0), key=lambda each: each.likeness)
    return best


_LABELS = {"GPE": "place", "LOC": "place", "FAC": "place", "ORG": "body"}


def vague(phrase: Phrase) -> bool:
    """Whether a phrase says that there is something, hardly what."""
    if phrase.names:
        return False
    widths = [thing.width for noun in phrase.members for thing in things(noun)]
    wide = bool(widths) and min(widths) == _VAGUE
    return wide or bool(phrase.stems & _QUANTIFIERS) or phrase.passage.text.lower() in PRONOUNS


def exact(phrase: Phrase) -> bool:
    """Whether it names, counts or lists."""
    return bool(phrase.names) or phrase.figures or len(phrase.members) > 1


@lru_cache(maxsize=5_000)
def one_body(one: str, other: str) -> bool:
    """Whether two names are those of one organisation or group in the tables."""
    for find in (find_organisation, find_group):
        found = [find(name) for name in (one, other)]
        if found[0] is not None and found[0] == found[1]:
            return True
    return _initials(one, other) or _initials(other, one)


def _initials(short: str, long: str) -> bool:
    """Whether `short` is made of the initials of `long` ("GREGY" is not)."""
    capitals = "".join(word[0] for word in long.split() if word[:1].isupper())
    return short.isupper() and len(short) > 1 and short == capitals
