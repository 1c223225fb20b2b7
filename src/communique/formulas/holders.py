"""Who repeats a phrase: one speaker, one state, or the two states of a dyad."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from communique.formulas.corpus import Corpus
from communique.formulas.locate import Place
from communique.types.formula import Utterance


def repeated(corpus: Corpus, found: Sequence[Place]) -> list[Place]:
    """Those of the places at which a speaker, state or dyad says what it says elsewhere too.

    That is, in another coverage and on another day.
    """
    groups: dict[tuple[str, ...], list[Place]] = defaultdict(list)
    for place in found:
        for holder in holders(corpus.utterances[place.number]):
            groups[holder].append(place)
    kept = {
        place.number
        for group in groups.values()
        if times([corpus.utterances[each.number] for each in group]) > 1
        for place in group
    }
    return [place for place in found if place.number in kept]


def holders(utterance: Utterance) -> Iterable[tuple[str, ...]]:
    """Those whose words an utterance is: its speakers, their states, the dyad it is told among."""
    yield from ((one,) for one in utterance.actor_ids)
    yield from ((state,) for state in utterance.states)
    if utterance.dyad:
        yield utterance.dyad


def times(utterances: Iterable[Utterance]) -> int:
    """How many happenings they are told of, no two on one day.

    Where the day of a report is not known its coverage alone tells it from others.
    """
    told = [(each.coverage_id, each.day or each.coverage_id) for each in utterances]
    return min(len({home for home, _ in told}), len({day for _, day in told}))
