"""One thing under two names, or told in wider words."""

from collections.abc import Iterator, Sequence
from typing import Literal

from communique.align.phrases import Parsed, Phrase
from communique.align.quantities import quantities
from communique.align.words import stem
from communique.types.text import Span
from communique.vocab.states import find_state

_VAGUE = frozenset(
    stem(word)
    for word in """various several many numerous certain fields areas issues matters things range
    others thousands hundreds dozens anybody anyone everybody officials activity rules measures
    steps topics questions subjects aspects spheres sectors spring summer autumn winter town city
    facilities projects energy money time convenient recent late early""".split()
)
_TITLES = frozenset(
    stem(word)
    for word in """minister president premier chancellor king spokesman spokesperson spokeswoman
    counterpart leader ambassador envoy secretary chief head general colonel excellency delegation
    side sides countries states ministry ministers presidents leaders agency reuters""".split()
)
Renaming = tuple[Literal["renamed", "generalised"], Phrase, Phrase]


def rephrased(one: Parsed, others: Sequence[Parsed]) -> Iterator[Renaming]:
    """Noun phrases of like sentences that name one thing otherwise, the best match first.

    They share a telling word, or hang on the same word in the same way; each tells something that
    the other version has nowhere in the like sentences. Persons, days, and a state under another
    of its names are left out.
    """
    known = frozenset(each for other in others for each in other.stems)
    ours = [noun for noun in one.nouns() if not noun.stems <= known]
    theirs = [noun for other in others for noun in other.nouns() if not noun.stems <= one.stems]
    found = []
    for a, name in enumerate(ours):
        for b, alias in enumerate(theirs):
            score = _match(name, alias)
            if score > 0:
                found.append((-score, a, b))
    done: list[Span] = []
    for _, a, b in sorted(found):
        spans = (ours[a].passage.span, theirs[b].passage.span)
        if not any(span.overlaps(other) for span in spans for other in done):
            done += spans
            yield _kind(ours[a], theirs[b]), ours[a], theirs[b]


def _match(one: Phrase, other: Phrase) -> float:
    """0 where the two cannot be one thing, or are the same words."""
    if one.person or other.person or {one.head, other.head} & _TITLES:
        return 0.0
    if _dated(one) or _dated(other) or _one_state(one, other):
        return 0.0
    shared, all_stems = one.stems & other.stems, one.stems | other.stems
    if not (one.stems - other.stems and other.stems - one.stems):
        return 0.0
    together = len(shared) / len(all_stems)
    placed = one.place == other.place and one.place[1] != ""
    if not shared and not placed:
        return 0.0
    return together + 0.5 * placed + 0.25 * (one.head == other.head)


def _dated(phrase: Phrase) -> bool:
    return any(each.kind == "date" for each in quantities(phrase.passage))


def _one_state(one: Phrase, other: Phrase) -> bool:
    """Whether both are names of one state or of its seat."""
    states = [find_state(phrase.passage.text.removeprefix("the ")) for phrase in (one, other)]
    return states[0] is not None and states[0] == states[1]


def _kind(one: Phrase, other: Phrase) -> Literal["renamed", "generalised"]:
    vague = [bool(phrase.stems & _VAGUE) for phrase in (one, other)]
    exact = [phrase.names or phrase.figures for phrase in (one, other)]
    if vague[0] != vague[1] or (exact[0] != exact[1] and (one.plural or other.plural)):
        return "generalised"
    if one.plural and other.plural and not any(exact):
        return "generalised"
    return "renamed"
