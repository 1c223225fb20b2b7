"""One thing under two names, or told in wider words."""

from collections.abc import Iterator, Sequence
from typing import Literal

from rapidfuzz.distance import Levenshtein

from communique.align.kinship import exact, kindred, one_body, vague
from communique.align.phrases import Parsed, Phrase
from communique.align.times import times
from communique.align.words import stem
from communique.types.text import Span
from communique.vocab.hypernyms import lemma, relation
from communique.vocab.states import find_state
from communique.vocab.things import things

_TITLES = frozenset(
    stem(word)
    for word in """minister president premier chancellor king spokesman spokesperson spokeswoman
    counterpart leader ambassador envoy secretary chief head general colonel excellency delegation
    side sides countries states ministers presidents leaders agency reuters reporters mr""".split()
)
_NAMED = frozenset(("document", "body", "meeting", "project", "place", "fighter", "exercise"))
"""What bears names: a plain noun for it may be exchanged for another."""
_LEAST = 0.6
_SPELLING = 0.75
Renaming = tuple[Literal["renamed", "generalised"], Phrase, Phrase]


def rephrased(one: Parsed, others: Sequence[Parsed]) -> Iterator[Renaming]:
    """Noun phrases of like sentences that name one thing otherwise, the best match first.

    They name like things, hang on the same word in the same way, or stand between the same words;
    each tells something that the other version has nowhere in the like sentences. Persons, days,
    figures that differ, and a state under another of its names are left out.
    """
    known = frozenset(each for other in others for each in other.stems)
    text = " ".join(other.sentence.text for other in others)
    ours = [noun for noun in one.nouns() if _new(noun, known, text) and _is_thing(noun)]
    theirs = [
        noun
        for other in others
        for noun in other.nouns()
        if _new(noun, one.stems, one.sentence.text) and _is_thing(noun)
    ]
    found = []
    for a, name in enumerate(ours):
        for b, alias in enumerate(theirs):
            score = _match(name, alias)
            if score >= _LEAST and (kind := _kind(name, alias)):
                found.append((-score, a, b, kind))
    done: list[Span] = []
    for _, a, b, kind in sorted(found):
        spans = (ours[a].passage.span, theirs[b].passage.span)
        if not any(span.overlaps(other) for span in spans for other in done):
            done += spans
            yield kind, ours[a], theirs[b]


def _new(noun: Phrase, known: frozenset[str], text: str) -> bool:
    """Whether a phrase tells what a text has not; a name of several words as it stands."""
    if noun.stems <= known:
        return len(noun.stems) > 1 and noun.stems <= noun.names and noun.passage.text not in text
    return True


def _match(one: Phrase, other: Phrase) -> float:
    """0 where the two cannot be one thing, or are the same words."""
    if _one_state(one, other) or _counted(one, other):
        return 0.0
    shared, all_stems = one.stems & other.stems, one.stems | other.stems
    if not (one.stems - other.stems and other.stems - one.stems):
        return 0.0
    together = len(shared) / len(all_stems)
    likeness = kindred(one, other).likeness
    return 0.8 * together + 0.6 * likeness + 0.5 * _placed(one, other) + 0.3 * _between(one, other)


def _placed(one: Phrase, other: Phrase) -> float:
    """How alike the places of two phrases are: relation and word they hang on."""
    (role, governor), (other_role, other_governor) = one.place, other.place
    if not governor or not other_governor:
        return 0.0
    if stem(governor) == stem(other_governor):
        near = 1.0
    else:
        near = 0.6 if relation(governor, other_governor, "v") in ("same", "kin") else 0.2
    return near if role == other_role else near / 3


def _between(one: Phrase, other: Phrase) -> float:
    """How many of the words on either side are the same."""
    return sum(bool(a) and a == b for a, b in zip(one.beside, other.beside, strict=True)) / 2


def _is_thing(phrase: Phrase) -> bool:
    """Whether it names no person, title or day."""
    return not (phrase.person or phrase.head in _TITLES or times(phrase.passage))


def _counted(one: Phrase, other: Phrase) -> bool:
    """Whether both count: what differs is the figure."""
    return one.figures and other.figures


def _one_state(one: Phrase, other: Phrase) -> bool:
    """Whether both are names of one state or of its seat."""
    states = [find_state(phrase.passage.text.removeprefix("the ")) for phrase in (one, other)]
    return states[0] is not None and states[0] == states[1]


def _kind(one: Phrase, other: Phrase) -> Literal["renamed", "generalised"] | None:
    """Which of the two it is; None where the words differ in nothing that names the thing."""
    loose, told = (vague(one), vague(other)), (exact(one), exact(other))
    if loose[0] != loose[1] and told[loose.index(False)]:
        return "generalised"
    near = kindred(one, other)
    if near.wider:
        wide, narrow = (one, other) if near.wider > 0 else (other, one)
        if not wide.names or (narrow.label and wide.plural and not wide.label):
            return "generalised"
    listed = len(one.members) > 1, len(other.members) > 1
    if listed[0] != listed[1] and near.likeness > 0 and not (one.names or other.names):
        return "generalised"
    if _spelt(one, other) or min(len(one.stems), len(other.stems)) < 2 - bool(near.wider):
        return None
    if one_body(one.passage.text, other.passage.text):
        return "renamed"
    unnamed = bool(one.names) != bool(other.names)
    if unnamed and near.likeness >= 0.5 and _head(one) == _head(other):
        return "generalised"
    named = bool(one.names ^ other.names) or _head(one) != _head(other)
    return "renamed" if near.likeness >= 0.5 and named and _bears_name(one, other) else None


def _head(phrase: Phrase) -> str:
    return lemma(phrase.noun.split()[-1], "n")


def _bears_name(one: Phrase, other: Phrase) -> bool:
    return any(thing.kind in _NAMED for each in (one, other) for thing in things(each.noun))


def _spelt(one: Phrase, other: Phrase) -> bool:
    """Whether the two are spellings of one name."""
    a, b = sorted(one.stems - other.stems), sorted(other.stems - one.stems)
    pairs = zip(a, b, strict=False)
    return len(a) == len(b) and all(
        Levenshtein.normalized_similarity(x, y) >= _SPELLING or x.startswith(y) or y.startswith(x)
        for x, y in pairs
    )
