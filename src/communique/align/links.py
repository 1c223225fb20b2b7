"""Sentence links between every two versions of one happening."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

import numpy as np
from rapidfuzz.distance import Indel, LCSseq

from communique.align.overlap import Told, overlaps
from communique.types.coverage import Link, LinkKind, SentenceRef
from communique.types.text import Report

NEAR = 0.75
CONTAINED = 0.9
WHOLE = 6
MUTUAL, ONE_WAY, STRONG = 0.167, 0.278, 0.39
"""Least scores of a link: each sentence the other's best, only one of them, neither."""
CLAUSE, THROUGH = 0.2, 0.5
"""Weights, beside the sentences' own, of their likest clauses and of the best way to the other."""
_DIGITS = 4
VERSIONS = 8
"""Versions, the first of a coverage, through which two others may be linked."""

Scores = np.ndarray
"""Likeness of every two sentences of two reports: a row a sentence of the one."""
Tables = Mapping[tuple[str, str], Scores]


def align(reports: Sequence[Report]) -> tuple[Link, ...]:
    """Link the sentences that say the same in every two of `reports`.

    The score of two sentences, from 0 to 1, weighs together the mean of word-order ratio
    (normalised Indel similarity of their words) and overlap of stems, the overlap of their likest
    clauses, and the best way from the one to the other: straight, or through a sentence of a third
    version, where the weaker step counts.

    The kind is verbatim where the words are the same (articles and case aside); near where the
    word-order ratio is at least `NEAR` or the shorter sentence, of `WHOLE` words or more, stands
    nearly whole and in order in the longer; else reworded. Links may cross and may share a
    sentence. Swapping two reports swaps the two sides of their links.
    """
    told = {report.id: Told(report) for report in reports if report.sentences}
    direct = {(a, b): _direct(told[a], told[b]) for a, b in combinations(told, 2)}
    third = list(told)[:VERSIONS]
    return tuple(
        Link(
            a=SentenceRef(report_id=a, sentence=i),
            b=SentenceRef(report_id=b, sentence=j),
            kind=_kind(told[a].words[i], told[b].words[j]),
            score=score,
        )
        for (a, b), scores in direct.items()
        for i, j, score in _chosen(
            (scores + THROUGH * _through(direct, a, b, third)) / (1 + THROUGH)
        )
    )


def _direct(a: Told, b: Told) -> Scores:
    order = np.array([[Indel.normalized_similarity(r, c) for c in b.words] for r in a.words])
    sentences, clauses = overlaps(a, b)
    return np.asarray(((order + sentences) / 2 + CLAUSE * clauses) / (1 + CLAUSE))


def _through(tables: Tables, a: str, b: str, third: Iterable[str]) -> Scores:
    """The best way from a sentence of `a` to one of `b`, straight or through a third version."""
    best = tables[a, b]
    for other in third:
        if other not in (a, b):
            there, back = _table(tables, a, other), _table(tables, other, b)
            best = np.maximum(best, np.minimum(there[:, :, None], back[None]).max(1))
    return best


def _table(tables: Tables, a: str, b: str) -> Scores:
    return tables[a, b] if (a, b) in tables else tables[b, a].T


def _chosen(scores: Scores) -> Iterator[tuple[int, int, float]]:
    """The cells that are the best of row and column, of one of them, or strong by themselves."""
    scores = scores.round(_DIGITS)  # so that sums in another order are equal still
    best_of_row = scores == scores.max(1, keepdims=True)
    best_of_column = scores == scores.max(0, keepdims=True)
    least = np.where(
        best_of_row & best_of_column,
        MUTUAL,
        np.where(best_of_row | best_of_column, ONE_WAY, STRONG),
    )
    for i, j in np.argwhere(scores >= least).tolist():
        yield i, j, scores[i, j].item()


def _kind(a: Sequence[str], b: Sequence[str]) -> LinkKind:
    order = Indel.normalized_similarity(a, b)
    if order == 1:
        return "verbatim"
    shorter = min(len(a), len(b))
    contained = shorter >= WHOLE and LCSseq.similarity(a, b) >= CONTAINED * shorter
    return "near" if order >= NEAR or contained else "reworded"
