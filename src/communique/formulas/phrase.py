"""The time line of a phrase that somebody asks for."""

from collections.abc import Iterable

from communique.formulas.corpus import Corpus
from communique.formulas.locate import places, use_of
from communique.formulas.wordings import by_day
from communique.types.formula import Use, Utterance


def uses_of(phrase: str, utterances: Iterable[Utterance]) -> tuple[Use, ...]:
    """Every use of `phrase`, up to two words otherwise, by day; those without a day last.

    Inflection, names of states and words that only join do not count: of a phrase that has
    nothing else there are no uses.
    """
    corpus = Corpus(utterances)
    letters = corpus.spell(phrase)
    return by_day(use_of(corpus, place) for place in places(corpus, letters)) if letters else ()
