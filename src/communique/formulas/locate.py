"""Where a phrase stands in utterances, verbatim or with a few words otherwise."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from communique.formulas.chain import best_run
from communique.formulas.corpus import Corpus
from communique.types.formula import Use
from communique.types.text import Evidence

MOST_EDITS = 2
EVEN_COST = 0.6
"""What a changed word costs where every shared word counts 1."""

_GOVERNING = frozenset(("without", "not", "never", "no"))
"""Words that a phrase cannot end with: the next one, a name perhaps, belongs to it."""
_NEXT = re.compile(r"\s+(?:(?:a|an|the)\s+)?[^\W_]+")


@dataclass(frozen=True, slots=True)
class Place:
    """Words `first` to `last` (from 0, both inclusive) of the utterance `number` hold a phrase."""

    number: int
    first: int
    last: int
    edits: int
    weight: float


def allowed(length: int) -> int:
    """How many words of a phrase of so many words of weight may be otherwise.

    >>> [allowed(length) for length in (3, 4, 5, 6, 20)]
    [0, 1, 1, 2, 2]
    """
    return min(MOST_EDITS, length // 3) if length > 3 else 0


def places(corpus: Corpus, phrase: str) -> Iterator[Place]:
    """Every utterance that holds `phrase` (letters), each once where it fits best."""
    most = allowed(len(phrase))
    for number in corpus.holding(phrase, most):
        if run := best_run(phrase, corpus.letters[number], None, EVEN_COST):
            edits = run.inner + run.here[0] + len(phrase) - 1 - run.here[-1]
            if edits <= most:
                weight = corpus.weight(phrase[each] for each in run.here)
                yield Place(number, run.there[0], run.there[-1], edits, weight)


def use_of(corpus: Corpus, place: Place) -> Use:
    """The words of the page at a place."""
    utterance, found = corpus.utterances[place.number], corpus.words[place.number]
    start, end = found[place.first].start, found[place.last].end
    if found[place.last].fold in _GOVERNING and (more := _NEXT.match(utterance.passage.text, end)):
        end = more.end()
    words = utterance.passage.inner(start, end)
    evidence = Evidence(report_id=utterance.report_id, span=words.span, quote=words.text)
    return Use(utterance=utterance, evidence=evidence, edits=place.edits)
