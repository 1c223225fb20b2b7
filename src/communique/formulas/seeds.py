"""Which utterances may share a formula: those that share pairs of words in order."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator

from communique.formulas.corpus import Corpus

LEAST_SEEDS = 2
"""Least pairs of words that two utterances share; three words in a row make three."""
WIDEST = 6
"""Of the utterances that share one pair of words, so many are paired each with each; where there
are more, each with so many of those that follow: through them it still reaches the others."""


def meeting(corpus: Corpus, own: int, wanted: Collection[int]) -> Iterator[tuple[int, int]]:
    """Numbers i < j of utterances below `own`, of different happenings, that may share a formula.

    One of the two is `wanted`. A seed is two words of weight side by side or with one between.
    """
    holders: dict[str, list[int]] = defaultdict(list)
    for number in corpus.distinct:
        if number >= own:
            continue
        letters = [each for each in corpus.letters[number] if corpus.weights[each]]
        for seed in {
            first + second
            for step in (1, 2)
            for first, second in zip(letters, letters[step:], strict=False)
        }:
            holders[seed].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in holders.values():
        if len(numbers) > 1:
            shared.update(_pairs(corpus, numbers, wanted))
    return (pair for pair, count in shared.items() if count >= LEAST_SEEDS)


def _pairs(
    corpus: Corpus, numbers: list[int], wanted: Collection[int]
) -> Iterator[tuple[int, int]]:
    for at, one in enumerate(numbers):
        for other in numbers[at + 1 : at + 1 + WIDEST]:
            if one in wanted or other in wanted:
                (home, day), (there, then) = corpus.happenings[one], corpus.happenings[other]
                if home != there and day != then:
                    yield one, other
