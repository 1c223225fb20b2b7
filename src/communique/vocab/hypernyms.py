"""What common nouns and verbs have to do with each other by meaning (`data/hypernyms.csv`)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from communique.vocab.tables import listed, read_table

Pos = Literal["n", "v"]
Relation = Literal["same", "wider", "narrower", "kin"]
"""How the first word stands to the second: of one meaning, a wider one, a narrower one, or of
meanings that a third one near above both holds."""
_UP = 3
"""Steps up to a wider meaning that still says something of the narrower one."""
_GENERAL = 5
"""Meanings nearer to the root than this hold too much (in WordNet "artifact", "psychological
feature", "group" stand there)."""
_ENDINGS: Mapping[Pos, tuple[tuple[str, str], ...]] = {
    "n": (("ies", "y"), ("ves", "f"), ("es", ""), ("s", ""), ("men", "man")),
    "v": (
        ("ies", "y"), ("ied", "y"), ("ing", ""), ("ing", "e"), ("es", ""), ("es", "e"), ("s", ""),
        ("ed", ""), ("ed", "e"), ("d", ""),
    ),
}  # fmt: skip
_IRREGULAR = dict(
    pair.split(":")
    for pair in """met:meet held:hold told:tell said:say gave:give given:give took:take taken:take
    broke:break broken:break left:leave went:go gone:go came:come kept:keep struck:strike sent:send
    built:build fell:fall fallen:fall rose:rise risen:rise grew:grow grown:grow won:win lost:lose
    paid:pay sold:sell bought:buy brought:bring sought:seek found:find fought:fight shot:shoot
    spoke:speak spoken:speak began:begin begun:begin drew:draw drawn:draw withdrew:withdraw
    withdrawn:withdraw froze:freeze frozen:freeze hid:hide hidden:hide led:lead made:make put:put
    cut:cut set:set saw:see seen:see thought:think threw:throw thrown:throw wrote:write
    written:write people:person children:child women:woman became:become overcame:overcome
    understood:understand stood:stand withheld:withhold upheld:uphold agreed:agree freed:free
    fled:flee heard:hear chose:choose chosen:choose forgave:forgive laid:lay meant:mean""".split()
)


@dataclass(frozen=True, slots=True)
class _Net:
    senses: Mapping[tuple[Pos, str], frozenset[str]]
    parents: Mapping[str, str]


@cache
def _net() -> _Net:
    senses: dict[tuple[Pos, str], set[str]] = defaultdict(set)
    parents: dict[str, str] = {}
    for row in read_table("hypernyms.csv"):
        pos: Pos = "n" if row["synset"][0] == "n" else "v"
        parents[row["synset"]] = row["parent"]
        for word in listed(row["words"]):
            senses[pos, word].add(row["synset"])
    return _Net({key: frozenset(found) for key, found in senses.items()}, parents)


def lemma(word: str, pos: Pos) -> str:
    """The form of `word` (in lower case) that the table has, else the word as it is.

    >>> lemma("agreements", "n"), lemma("struck", "v")
    ('agreement', 'strike')
    """
    net = _net()
    return next((form for form in _forms(word, pos) if (pos, form) in net.senses), word)


def _forms(word: str, pos: Pos) -> Iterator[str]:
    if word in _IRREGULAR:
        yield _IRREGULAR[word]
    yield word
    for ending, base in _ENDINGS[pos]:
        if word.endswith(ending):
            cut = word[: len(word) - len(ending)] + base
            yield cut
            if len(cut) > 3 and cut[-1] == cut[-2]:  # "planned"
                yield cut[:-1]


@lru_cache(maxsize=50_000)
def relation(one: str, other: str, pos: Pos) -> Relation | None:
    """How two words stand to each other in their commonest meanings; None where in no way.

    >>> relation("weapons", "missile", "n")
    'wider'
    """
    one, other = lemma(one, pos), lemma(other, pos)
    if one == other:
        return "same"
    senses = _net().senses
    mine, others = senses.get((pos, one), frozenset()), senses.get((pos, other), frozenset())
    if mine & others:
        return "same"
    above, above_other = ([_above(sense) for sense in side] for side in (mine, others))
    if any(sense in chain[: _UP + 1] for sense in mine for chain in above_other):
        return "wider"
    if any(sense in chain[: _UP + 1] for sense in others for chain in above):
        return "narrower"
    near = (set(a[1:3]) & set(b[1:3]) for a in above for b in above_other)
    return "kin" if any(near) else None


@lru_cache(maxsize=50_000)
def _above(sense: str) -> tuple[str, ...]:
    """A sense and those above it, up to the general ones."""
    chain, parents = [sense], _net().parents
    while parents.get(chain[-1]):
        chain.append(parents[chain[-1]])
    kept = len(chain) - _GENERAL if sense[0] == "n" else len(chain)
    return tuple(chain[: max(1, kept)])
