"""Sentence links between every two versions of one happening."""

from collections.abc import Sequence

import numpy as np
from rapidfuzz.distance import Indel, LCSseq

from communique.align.likeness import likeness
from communique.align.words import words
from communique.models.linking import link_weights
from communique.types.coverage import Link, LinkKind, SentenceRef
from communique.types.text import Report

NEAR = 0.75
CONTAINED = 0.9
WHOLE = 6


def align(reports: Sequence[Report]) -> tuple[Link, ...]:
    """Link the sentences that say the same in every two of `reports`.

    The score of a link is the probability that the two say the same (see `likeness`), and two
    sentences of the same words are linked whatever else they are.

    The kind is verbatim where the words are the same (articles and case aside); near where the
    word-order ratio is at least `NEAR` or the shorter sentence, of `WHOLE` words or more, stands
    nearly whole and in order in the longer; else reworded. Links may cross and may share a
    sentence. Swapping two reports swaps the two sides of their links.
    """
    if len(reports) < 2:
        return ()
    told = {report.id: [words(s.text) for s in report.sentences] for report in reports}
    least = link_weights().least
    return tuple(
        Link(
            a=SentenceRef(report_id=a, sentence=i),
            b=SentenceRef(report_id=b, sentence=j),
            kind=kind,
            score=scores[i, j].item(),
        )
        for (a, b), scores in likeness(reports).items()
        for i, j in np.ndindex(scores.shape)
        if (kind := _kind(told[a][i], told[b][j])) == "verbatim" or scores[i, j] >= least
    )


def _kind(a: Sequence[str], b: Sequence[str]) -> LinkKind:
    order = Indel.normalized_similarity(a, b)
    if order == 1:
        return "verbatim"
    shorter = min(len(a), len(b))
    contained = shorter >= WHOLE and LCSseq.similarity(a, b) >= CONTAINED * shorter
    return "near" if order >= NEAR or contained else "reworded"
