"""Whether two versions give the same words as those of different sources."""

from collections.abc import Iterator, Sequence

from communique.align.phrases import Parsed, Phrase
from communique.align.words import stem

_TITLES = frozenset(
    stem(word)
    for word in """minister foreign president prime deputy spokesman spokesperson spokeswoman two
    both leaders leader sides side ministers presidents ministry government general secretary
    ambassador counterpart head state chief reporters""".split()
)
"""Words that may stand for any name."""
_LIKE = 0.5
_SHORTEST = 4


Voices = Sequence[Phrase | None]
"""For each sentence of a version who was last said to say something."""


def voices(side: Sequence[Parsed]) -> Voices:
    """Who speaks in each sentence of a version, as far as it or one before it says."""
    found: list[Phrase | None] = []
    for one in side:
        named = [source for source in one.sources() if source.stems]
        found.append(named[-1] if named else (found[-1] if found else None))
    return found


def moved(
    one: Parsed, others: Sequence[Parsed], speaking: Voices
) -> Iterator[tuple[Phrase, Phrase | None]]:
    """Sources of a sentence that none of its like ones shares, each with the other's, if any.

    A source in one version alone counts only where the two say much the same, and the other
    version does not give the words to the same speaker by what stands before.
    """
    theirs = [source for other in others for source in other.sources()]
    for source in one.sources():
        if not source.stems - _TITLES or any(_same(source, other) for other in theirs):
            continue
        if theirs:
            yield source, theirs[0]
            continue
        before = [voice for other in others if (voice := speaking[other.number])]
        known = any(_same(source, voice) for voice in before)
        if not known and any(_alike(one, other) for other in others):
            yield source, None


def _same(a: Phrase, b: Phrase) -> bool:
    """Whether they share a name, or one is no more than a title or pronoun."""
    mine, others = a.stems - _TITLES, b.stems - _TITLES
    return not mine or not others or bool(mine & others)


def _alike(a: Parsed, b: Parsed) -> bool:
    least = min(len(a.stems), len(b.stems))
    return least >= _SHORTEST and len(a.stems & b.stems) >= _LIKE * least
