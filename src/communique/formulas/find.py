"""Find the formulas of some utterances: what is repeated more than chance would have it.

Of every two utterances that share enough, the best common run is a candidate. The one whose
repetition saves most is taken first (as a dictionary that packs the texts best would), its words
are set aside, and so on down to what chance alone might repeat.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from math import log

from communique.formulas.chain import EDIT_COST, best_run
from communique.formulas.corpus import Corpus
from communique.formulas.holders import repeated
from communique.formulas.locate import EVEN_COST, Place, places
from communique.formulas.seeds import meeting
from communique.formulas.wordings import formula_of
from communique.types.formula import Formula, Utterance

LEAST_TELLING = 3
"""Least words that tell something by themselves."""
LEAST_WORDS = 4
"""Least words of the usual wording, those that only join among them."""
LEAST_WEIGHT = 9.0
"""Least that a phrase's words weigh together, in nats."""
LEAST_GAIN = 2.5
"""Least by which a formula's repetition exceeds chance, in nats."""
SAME = 0.75
"""Share of a phrase's words in another that make it a way of wording that one."""
Dyad = tuple[str, str]


def find_formulas(
    utterances: Iterable[Utterance],
    background: Iterable[Utterance] = (),
    dyad: Dyad | None = None,
) -> tuple[Formula, ...]:
    """The formulas among `utterances`, the weightiest first; with a `dyad`, those used on it.

    A formula is repeated by one speaker, by one state or on one dyad, in different coverages and
    on different days. `background` is what others say: by it words are weighed, and who else uses
    a formula is told.
    """
    own = tuple(utterances)
    corpus = Corpus((*own, *background))
    found = (
        formula_of(corpus, each.kept, [p for p in each.places if p not in each.kept], each.weight)
        for each in _Search(corpus, len(own), dyad).run()
    )
    return tuple(each for each in found if _is_telling(corpus, each.text))


def _is_telling(corpus: Corpus, text: str) -> bool:
    """Whether a wording is long enough, and says something beside names and occasions."""
    telling = sum(letter in corpus.telling for letter in corpus.spell(text))
    return telling >= LEAST_TELLING and len(text.split()) >= LEAST_WORDS


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Words of an utterance that another shares; `limit` is the most that they can be worth."""

    phrase: str
    number: int
    first: int
    last: int
    limit: float


@dataclass(slots=True)
class _Found:
    """A formula's letters, weight, uses by whoever repeats it, and all uses."""

    phrase: str
    weight: float
    kept: list[Place]
    places: list[Place]

    def is_part(self, phrase: str) -> bool:
        """Whether a phrase is mostly words of this one in their order."""
        run = best_run(phrase, self.phrase, None, EVEN_COST)
        return run is not None and len(run.here) >= SAME * len(phrase)

    def take(self, other: "_Found") -> None:
        """Add what is a further way of wording it."""
        here = {place.number for place in self.places}
        self.kept += [place for place in other.kept if place.number not in here]
        self.places += [place for place in other.places if place.number not in here]


class _Search:
    """One search; utterances from number `own` on are background."""

    def __init__(self, corpus: Corpus, own: int, dyad: Dyad | None) -> None:
        self.corpus = corpus
        self.own = own
        self.wanted = frozenset(
            number
            for number, each in enumerate(corpus.utterances[:own])
            if dyad is None or each.dyad == dyad
        )
        self.chance = log(2 + sum(number < own for number in corpus.distinct))
        self.taken: dict[int, list[tuple[int, int]]] = defaultdict(list)
        self.placed: dict[str, list[Place]] = {}

    def run(self) -> list[_Found]:
        """The formulas, the weightiest first; one that is mostly part of another goes to it."""
        taken: list[_Found] = []
        for each in self._each():
            whole = next((one for one in taken if one.is_part(each.phrase)), None)
            if whole:
                whole.take(each)
            else:
                taken.append(each)
        return taken

    def _each(self) -> Iterator[_Found]:
        heap: list[tuple[float, int, _Candidate, list[Place] | None]] = []
        for order, each in enumerate(self._candidates()):
            heappush(heap, (-each.limit, order, each, None))
        while heap:
            _, order, each, kept = heappop(heap)
            if self._is_taken(each.number, each.first, each.last):
                continue
            found = self._free_places(each.phrase)
            again = repeated(self.corpus, [p for p in found if p.number < self.own])
            weight = self._worth(again)
            if weight < LEAST_GAIN or not any(place.number in self.wanted for place in again):
                continue
            if kept == again:
                for place in found:
                    self.taken[place.number].append((place.first, place.last))
                yield _Found(each.phrase, weight, list(again), found)
            else:
                heappush(heap, (-weight, order, each, again))

    def _candidates(self) -> list[_Candidate]:
        """The best runs of all pairs, each wording once."""
        corpus = self.corpus
        met: dict[int, int] = defaultdict(int)
        runs: dict[str, tuple[int, int, int, float]] = {}
        for pair in meeting(corpus, self.own, self.wanted):
            one, other = (corpus.letters[number] for number in pair)
            run = best_run(one, other, corpus.weights)
            if run is None or run.weight < LEAST_WEIGHT:
                continue
            for number, letters, at in zip(pair, (one, other), (run.here, run.there), strict=True):
                met[number] += 1
                phrase = letters[at[0] : at[-1] + 1]
                if sum(each in corpus.telling for each in phrase) >= LEAST_TELLING:
                    runs.setdefault(phrase, (number, at[0], at[-1], corpus.weight(phrase)))
        return [
            _Candidate(phrase, number, first, last, weight * (1 + met[number]))
            for phrase, (number, first, last, weight) in runs.items()
        ]

    def _free_places(self, phrase: str) -> list[Place]:
        if phrase not in self.placed:
            self.placed[phrase] = list(places(self.corpus, phrase))
        return [
            place
            for place in self.placed[phrase]
            if not self._is_taken(place.number, place.first, place.last)
        ]

    def _is_taken(self, number: int, first: int, last: int) -> bool:
        """Whether half of these words belong to a formula already."""
        taken = {
            place
            for start, end in self.taken.get(number, ())
            for place in range(max(first, start), min(last, end) + 1)
        }
        return 2 * len(taken) >= last - first + 1

    def _worth(self, kept: Sequence[Place]) -> float:
        """How much the repetition outweighs chance, in nats; each happening counts once."""
        best: dict[str, float] = {}
        for place in kept:
            home = self.corpus.happenings[place.number][0]
            best[home] = max(best.get(home, 0.0), place.weight - EDIT_COST * place.edits)
        times = len(best)
        if times < 2:
            return 0.0
        return sum(best.values()) * (times - 1) / times - times * self.chance
