"""Figures of the shipped coder on the tenth of `text/` that it was not trained on."""

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sentences import NOTHING, Label, MarkedSentence, Pair, held_back

from communique.models.coding import Coding, MarkedPair, Party, code, parties
from communique.models.coding.labels import CONTEXTS, MODALITIES, MODES, TYPES
from communique.types.text import Span
from communique.vocab.plover import event_types

SURE = (0.5, 0.7, 0.9)
"""Probabilities of the likeliest type above which the share of errors is told."""
Judged = Sequence[tuple[Hashable, Hashable]]
"""What is so, and what the coder says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A labelled pair with what the coder says of it."""

    sentence: MarkedSentence
    pair: Pair
    gold: Label
    said: Coding


def marked_pair(sentence: MarkedSentence, pair: Pair) -> MarkedPair:
    """A pair as the coder takes it."""
    actor, recipient = (sentence.parties.get(number) for number in pair)
    return MarkedPair(sentence=sentence.text, actor=actor, recipient=recipient)


def told(sentences: Sequence[MarkedSentence]) -> list[Told]:
    """What the shipped coder says of every labelled pair."""
    rows = [(each, pair) for each in sentences for pair in each.labelled]
    said = code([marked_pair(*row) for row in rows])
    return [
        Told(sentence=each, pair=pair, gold=each.events.get(pair, (NOTHING,))[0], said=coding)
        for (each, pair), coding in zip(rows, said, strict=True)
    ]


def f1_by_class(judged: Judged, classes: Sequence[Hashable]) -> dict[Hashable, float]:
    """F1 of each class that occurs."""
    gold, said = Counter(a for a, _ in judged), Counter(b for _, b in judged)
    hit = Counter(a for a, b in judged if a == b)
    return {k: 2 * hit[k] / (gold[k] + said[k]) for k in classes if gold[k]}


def mean(scores: Mapping[Hashable, float]) -> float:
    """The mean over classes."""
    return sum(scores.values()) / len(scores)


def right(judged: Judged) -> float:
    """The share that is as it is said to be."""
    return sum(a == b for a, b in judged) / len(judged)


def figures() -> str:
    """All figures, a line each."""
    rows = told(held_back())
    lines = [*_types(rows), *_details([row for row in rows if row.gold.type != "none"])]
    return "\n".join([*lines, *_alone(held_back()), *_sureness(rows)])


def _types(rows: Sequence[Told]) -> Iterator[str]:
    judged = [(row.gold.type, row.said.type) for row in rows]
    by_type = f1_by_class(judged, TYPES)
    yield f"{len(rows)} pairs: right {right(judged):.3f}, macro-F1 {mean(by_type):.3f}"
    yield ", ".join(f"{name} {score:.2f}" for name, score in by_type.items())
    wrong = Counter(pair for pair in judged if len(set(pair)) > 1)
    yield ", ".join(f"{a}->{b} {n}" for (a, b), n in wrong.most_common(16))


def _details(rows: Sequence[Told]) -> Iterator[str]:
    """Modality, modes and contexts of events, whatever type the coder gives them."""
    kinds = f1_by_class([(row.gold.modality, row.said.modality) for row in rows], MODALITIES)
    yield f"modality macro-F1 {mean(kinds):.3f}: " + ", ".join(
        f"{name} {score:.2f}" for name, score in kinds.items()
    )
    moded = [row for row in rows if event_types()[row.gold.type].modes]  # type: ignore[index]
    modes = f1_by_class(
        [((r.gold.type, r.gold.mode), (r.gold.type, r.said.modes[r.gold.type])) for r in moded],
        [each for each in MODES if each[1]],
    )
    yield f"modes, type given, macro-F1 {mean(modes):.3f}; below .8: " + ", ".join(
        f"{kind}/{mode} {score:.2f}" for (kind, mode), score in modes.items() if score < 0.8
    )
    contexts: dict[Hashable, float] = {}
    for name in CONTEXTS:
        so, said = ([name in each for each in side] for side in _contexts(rows))
        if any(so):
            hit = sum(a and b for a, b in zip(so, said, strict=True))
            contexts[name] = 2 * hit / (sum(so) + sum(said))
    yield f"contexts macro-F1 {mean(contexts):.3f}; below .6: " + ", ".join(
        f"{name} {score:.2f}" for name, score in contexts.items() if score < 0.6
    )


def _contexts(rows: Sequence[Told]) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    return [row.gold.contexts for row in rows], [row.said.contexts for row in rows]


def _alone(sentences: Sequence[MarkedSentence]) -> Iterator[str]:
    """What is said of sentences without marks."""
    kept = [each for each in sentences if each.chief]
    found = parties([each.text for each in kept])
    judged = [
        (_quad(each.chief.type), _quad(max(said.types, key=lambda name: said.types[name])))
        for each, said in zip(kept, found, strict=True)
        if each.chief
    ]
    quads = f1_by_class(judged, sorted({gold for gold, _ in judged}))
    yield f"sentence alone: quad right {right(judged):.3f}, macro-F1 {mean(quads):.3f}"
    for role, at in (("actors", 0), ("recipients", 1)):
        hit = said = gold = 0
        for each, those in zip(kept, found, strict=True):
            wanted = [each.parties[n] for n in {pair[at] for pair in each.events} - {0}]
            given: tuple[Party, ...] = those.recipients if at else those.actors
            hit += sum(any(_like(span, party) for party in given) for span in wanted)
            said, gold = said + len(given), gold + len(wanted)
        yield f"{role}: recall {hit / gold:.3f}, {said} found, {gold} marked"


def _like(span: Span, party: Party) -> bool:
    return span.overlaps(party.span)


def _quad(kind: str) -> str:
    return "none" if kind == "none" else event_types()[kind].quad  # type: ignore[index]


def _sureness(rows: Sequence[Told]) -> Iterator[str]:
    """Errors among the sure, of the half whose answers tuned nothing."""
    judged = [
        (row.said.types[row.said.type], row.said.type != row.gold.type)
        for row in rows
        if row.sentence.part == "judge"
    ]
    for least in SURE:
        wrong = [error for chance, error in judged if chance >= least]
        share, error = len(wrong) / len(judged), sum(wrong) / max(1, len(wrong))
        yield f"surer than {least}: {share:.2f} of pairs, wrong {error:.3f}"
