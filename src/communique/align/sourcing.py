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


def moved(one: Parsed, others: Sequence[Parsed]) -> Iterator[tuple[Phrase, Phrase | None]]:
    """Sources of a sentence that none of its like ones shares, each with the other's, if any.

    A source in one version alone counts only where the two say much the same.
    """
    theirs = [source for other in others for source in other.sources()]
    for source in one.sources():
        if not source.stems - _TITLES or any(_same(source, other) for other in theirs):
            continue
        if theirs:
            yield source, theirs[0]
        elif any(_alike(one, other) for other in others):
            yield source, None


def _same(a: Phrase, b: Phrase) -> bool:
    """Whether they share a name, or one is no more than a title or pronoun."""
    mine, others = a.stems - _TITLES, b.stems - _TITLES
    return not mine or not others or bool(mine & others)


def _alike(a: Parsed, b: Parsed) -> bool:
    least = min(len(a.stems), len(b.stems))
    return least >= _SHORTEST and len(a.stems & b.stems) >= _LIKE * least
