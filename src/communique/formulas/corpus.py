"""Utterances as strings, a letter a word, and which of them hold which words."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from math import log

import numpy as np

from communique.formulas.words import Word, words
from communique.types.formula import Utterance

NAME_SHARE = 0.5
"""What a name weighs of what a word of its rarity does."""
PRIOR = 300
"""Utterances of others that are taken for granted, each word in one of them."""
_FIRST_LETTER = 0x10000
_BREAK = "\ue000"
"""Stands where a sentence ends; it weighs nothing, and to run over it costs as a word would."""

Happening = tuple[str, str]
"""The coverage and the day of an utterance; the coverage again where the day is not known."""


class Corpus:
    """Utterances with their words folded, one letter a word, weighed by rarity.

    `letters` has a string for each utterance, `words` what its letters stand for, `happenings`
    when it was said. `distinct` are the numbers of the utterances less the copies within a
    coverage, `telling` the letters of words that say something by themselves.
    """

    def __init__(self, utterances: Iterable[Utterance]) -> None:
        self.utterances: Sequence[Utterance] = tuple(utterances)
        self._letter: dict[str, str] = {"": _BREAK}
        self.words: list[list[Word]] = [words(each.passage.text) for each in self.utterances]
        self.letters = ["".join(map(self._letter_of, each)) for each in self.words]
        self.happenings: list[Happening] = [
            (each.coverage_id, each.day or each.coverage_id) for each in self.utterances
        ]
        self.distinct = self._distinct()
        self._holding = self._postings()
        self.telling, self._named = self._kinds()
        self.weights = self._weigh()

    def _letter_of(self, word: Word) -> str:
        return self._letter.setdefault(word.fold, chr(_FIRST_LETTER + len(self._letter)))

    def spell(self, text: str) -> str:
        """The letters of any text; words that no utterance has get letters without weight."""
        return "".join(self._letter_of(each) for each in words(text) if each.fold)

    def _distinct(self) -> list[int]:
        firsts: dict[tuple[str, str], int] = {}
        for number, ((home, _), letters) in enumerate(
            zip(self.happenings, self.letters, strict=True)
        ):
            firsts.setdefault((home, letters), number)
        return list(firsts.values())

    def _postings(self) -> dict[str, np.ndarray]:
        found: dict[str, list[int]] = defaultdict(list)
        for number, letters in enumerate(self.letters):
            for letter in set(letters):
                found[letter].append(number)
        return {letter: np.array(numbers) for letter, numbers in found.items()}

    def _kinds(self) -> tuple[frozenset[str], frozenset[str]]:
        """The letters of words that mostly tell something, and those of words mostly names."""
        telling, named = Counter[str](), Counter[str]()
        for found, letters in zip(self.words, self.letters, strict=True):
            telling.update(at for word, at in zip(found, letters, strict=True) if word.telling)
            named.update(at for word, at in zip(found, letters, strict=True) if word.named)
        mostly = frozenset(each for each, count in telling.items() if count > named[each])
        return mostly, frozenset(named) - mostly

    def _weigh(self) -> dict[str, float]:
        """Each letter's weight: log of how many different utterances there are for one with it.

        `PRIOR` more are imagined, so that among few a phrase is not common for being repeated.
        """
        held = Counter(letter for number in self.distinct for letter in set(self.letters[number]))
        share = dict.fromkeys(self._named, NAME_SHARE) | dict.fromkeys(self.telling, 1.0)
        size = len(self.distinct) + PRIOR
        return {
            each: share.get(each, 0.0) * log(size / (count + 1)) for each, count in held.items()
        }

    def holding(self, letters: str, spared: int) -> list[int]:
        """Numbers of the utterances that hold all but `spared` of the different `letters`."""
        wanted = set(letters)
        least = max(1, len(wanted) - spared)
        lists = [self._holding[each] for each in wanted if each in self._holding]
        if len(lists) < least:
            return []
        found: list[int] = np.flatnonzero(np.bincount(np.concatenate(lists)) >= least).tolist()
        return found

    def weight(self, letters: Iterable[str]) -> float:
        """What words weigh together, in nats."""
        return sum(self.weights.get(each, 0.0) for each in letters)
