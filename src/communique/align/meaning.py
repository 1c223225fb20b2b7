"""How close two sentences are in meaning, by the vectors of their word pieces.

Each piece of a sentence is answered by the likest one of the other (BERTScore, Zhang et al. 2020),
and weighs the more the fewer sentences of the coverage have it.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log

import numpy as np

from communique.align.words import EMPTY
from communique.models.linking import Pieces, pieces_of
from communique.types.text import Report

SLIGHT = 0.3
"""The weight of a piece that tells nothing by itself, of 1."""
SAME = 1e-3
"""The difference up to which two answers are equally good."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """A report's n word pieces.

    Their unit vectors (n, 384), weights that sum to 1 a sentence (n), the first piece of each
    sentence.
    """

    vectors: np.ndarray
    weights: np.ndarray
    firsts: np.ndarray


def meant(reports: Sequence[Report]) -> dict[str, Meant]:
    """The pieces of every report of a coverage that has sentences, by its id.

    What all vectors of the coverage have in common, its topic, is taken off them.
    """
    found = {
        report.id: [pieces_of(sentence.text) for sentence in report.sentences]
        for report in reports
        if report.sentences
    }
    every = [sentence for sentences in found.values() for sentence in sentences]
    if not every:
        return {}
    frequency = Counter(word for sentence in every for word in set(sentence.words))
    weight = {
        word: log((len(every) + 1) / count) * (1.0 if _tells(word) else SLIGHT)
        for word, count in frequency.items()
    }
    middle = np.concatenate([each.vectors for each in every]).mean(0, dtype=np.float64)
    return {name: _meant(sentences, weight, middle) for name, sentences in found.items()}


def _tells(word: str) -> bool:
    return word not in EMPTY and word.strip("#").isalnum()


def _meant(sentences: Sequence[Pieces], weight: dict[str, float], middle: np.ndarray) -> Meant:
    vectors = np.concatenate([each.vectors for each in sentences]) - middle
    shares = [np.array([weight[word] for word in each.words]) for each in sentences]
    return Meant(
        vectors=(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)).astype(
            np.float32
        ),
        weights=np.concatenate([each / each.sum() for each in shares]),
        firsts=np.cumsum([0, *(len(each.words) for each in sentences)])[:-1],
    )


def answers(a: Meant, b: Meant) -> dict[str, np.ndarray]:
    """How well every two sentences answer each other: a row a sentence of `a`, a column one of `b`.

    `closer` and `farther` are the means over the pieces of one of them, the better way and the
    worse, to 1. `claimed` is the share of one whose pieces no sentence beside the other answers
    better: it tells the halves of a sentence from its mere likes.
    """
    near = a.vectors @ b.vectors.T
    there, back = np.maximum.reduceat(near, b.firsts, 1), np.maximum.reduceat(near, a.firsts, 0).T
    one, other = _mean(there, a), _mean(back, b).T
    return {
        "closer": np.maximum(one, other),
        "farther": np.minimum(one, other),
        "claimed": np.maximum(_mean(_best(there), a), _mean(_best(back), b).T),
    }


def _mean(pieces: np.ndarray, of: Meant) -> np.ndarray:
    """The weighed mean over the pieces of each sentence."""
    return np.add.reduceat(pieces * of.weights[:, None], of.firsts, 0)


def _best(pieces: np.ndarray) -> np.ndarray:
    """1 where a piece is answered as well as anywhere."""
    return np.asarray(pieces >= pieces.max(1, keepdims=True) - SAME, dtype=float)
