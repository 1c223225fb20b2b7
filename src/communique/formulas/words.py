"""The words of an utterance as formulas are compared by them: folded, weighed, each with its place.

Words that only join, names of states and auxiliaries are left out, so that "China will firmly
support" and "China firmly supports" are the same words.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from communique.vocab.states import name_index

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SHORT = re.compile(r"['’](?:s|m|re|ll|ve|d)?$")
_NOT = re.compile(r"n['’]t$")
_ENDS = re.compile(r"[.!?;:]")
_OPENS = re.compile(r"[.!?;:\"“‘]")

JOINING = frozenset(
    """a an the of in on at to by with from for and or nor but as that than then which who whom
    whose what when where while is are was were be been being am has have had having do does did it
    its his her hers their theirs they him he them she we our us ours you your i my me this these
    those there here will would shall should can could may might also so such too very into onto
    upon over under between among during about if because since until through per via both each any
    every some side sides party parties two country countries own more itself himself themselves
    ourselves remain remains remained stay stays stayed said says say told tells let""".split()
)
"""Words that tell nothing by themselves; they may change freely within a formula."""

OCCASION = frozenset(
    """reporter journalist press news conference media interview comment question request respond
    anonymity condition authorise authorize speak meet meeting talk visit trip arrive arrival travel
    invite invitation sideline summit delegation accompany counterpart minister ministry president
    presidency premier prime secretary chancellor king foreign affair official senior leader head
    spokesman spokeswoman spokesperson ambassador envoy government statement document sign signing
    hold attend receive host ceremony exchange view discuss discussion issue topic matter agenda
    bilateral regional international relation joint close closed door hour minute day week month
    year today yesterday tomorrow morning afternoon evening night monday tuesday wednesday thursday
    friday saturday sunday january february march april june july august september october november
    december phone telephone call session round capital city one first second third last next
    earlier later late early immediate business point add note stress emphasise emphasize underline
    underscore reiterate according mutual interest""".split()
)
"""Words that tell of the occasion or who was there; what has no others is no formula."""

HINGES = frozenset(
    """against before after out up down off over around behind within along across beyond
    toward towards like only just even still again however including""".split()
)
"""Words that change what is said but are no place to begin or end a phrase."""

_IRREGULAR = dict(
    pair.split(":")
    for pair in """stood:stand chose:choose chosen:choose kept:keep held:hold met:meet took:take
    taken:take gave:give given:give made:make built:build sent:send left:leave lost:lose won:win
    fought:fight sought:seek brought:bring grew:grow grown:grow went:go gone:go led:lead
    drew:draw drawn:draw spoke:speak spoken:speak wrote:write written:write knew:know known:know
    understood:understand withdrew:withdraw withdrawn:withdraw upheld:uphold undertook:undertake
    undertaken:undertake overcame:overcome came:come began:begin begun:begin broke:break
    broken:break fell:fall fallen:fall felt:feel found:find paid:pay rose:rise risen:rise saw:see
    seen:see sold:sell spent:spend taught:teach thought:think threw:throw thrown:throw
    people:people news:news nobody:none nothing:none none:none""".split()
)
_VOWEL = re.compile(r"[aeiouy]")
_SHORTEST = 3


class Word(NamedTuple):
    """A folded word, where it stands in its text, and whether it says something by itself.

    It does not where it is a name (`named`), a number, a hinge or a word of the occasion.
    """

    fold: str
    start: int
    end: int
    telling: bool
    named: bool = False


def words(text: str) -> list[Word]:
    """The words of `text` that count, in order, with a word of no letters where a sentence ends."""
    found: list[Word] = []
    last = 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        first = not last
        if not first and start - last > 1:
            between = text[last:start]
            first = bool(_OPENS.search(between))
            if text[start].isupper() and _ENDS.search(between):
                found.append(Word("", start, start, False))
        last = end
        if known := _known(match[0], first):
            found.append(Word(known[0], start, end, known[1], known[2]))
    return found


@lru_cache(maxsize=1 << 17)
def _known(written: str, first: bool) -> tuple[str, bool, bool] | None:
    """A word's folded form, whether it tells something, whether it is a name; None if it is no use.

    `first` tells that it opens a sentence or a quotation, where a capital is no sign of a name.
    """
    capital = written[0].isupper()
    if capital and _of_state(written, first):
        return None
    folded = fold(written)
    if not folded:
        return None
    name = capital and not first
    return folded, not name and folded not in _slight() and not folded[0].isdigit(), name


def fold(word: str) -> str:
    """A word in lower case without its inflection; "" where it only joins.

    >>> [fold(word) for word in ("supports", "supported", "firmly", "integrities", "the")]
    ['support', 'support', 'firm', 'integrity', '']
    """
    plain = _SHORT.sub("", word.lower())
    if _NOT.search(plain):
        return "not"
    return "" if plain in JOINING else stem(plain)


def stem(word: str) -> str:
    """`word` (lower case) without inflection and the ending of an adverb."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif re.search(r"(?:ss|x|ch|sh|z)es$", word):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > _SHORTEST:
        word = word[:-1]
    for ending in ("ing", "ed", "ly"):
        rest = word[: -len(ending)]
        if word.endswith(ending) and len(rest) >= _SHORTEST and _VOWEL.search(rest):
            doubled = ending != "ly" and rest[-1] == rest[-2] and rest[-1] not in "lsz"
            return _mute(rest[:-1] if doubled else rest)
    return _mute(word)


def _mute(word: str) -> str:
    return word[:-1] if word.endswith("e") and len(word) > _SHORTEST else word


@cache
def _slight() -> frozenset[str]:
    return frozenset(map(stem, OCCASION | HINGES))


@cache
def _state_words() -> frozenset[str]:
    """Words of the names of states that are of several words ("United", "Republic")."""
    return frozenset(
        word for name in name_index() if " " in name for word in name.split() if word[0].isupper()
    )


def _of_state(written: str, first: bool) -> bool:
    """Whether a capitalised word names states, or is part of such a name; less surely if first."""
    parts = _SHORT.sub("", written).split("-")
    return all(part in name_index() or (not first and part in _state_words()) for part in parts)
