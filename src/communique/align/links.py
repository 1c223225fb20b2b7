"""Sentence links between every two versions of one happening."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from math import log

from rapidfuzz.distance import Indel, LCSseq

from communique.align.words import stem, words
from communique.types.coverage import Link, LinkKind, SentenceRef
from communique.types.text import Report

NEAR = 0.75
CONTAINED = 0.9
WHOLE = 6
MUTUAL = 0.22
ONE_WAY = 0.3
_MIDDLING = 4

Table = list[list[float]]


def align(reports: Sequence[Report]) -> tuple[Link, ...]:
    """Link the sentences that say the same in every two of `reports`.

    The score of two sentences is the mean of two figures from 0 to 1: the word-order ratio
    (normalised Indel similarity of their words) and the overlap of their stems, weighted by how
    rare a stem is among the sentences of the two reports. The overlap is the mean of Dice and of
    containment in the shorter sentence, so that one long sentence can answer to two short ones.
    A link needs `MUTUAL` where each sentence is the other's best, `ONE_WAY` where only one is.
    The kind is verbatim where the words are the same (articles and case aside); near where the
    word-order ratio is at least `NEAR` or the shorter sentence, of `WHOLE` words or more, stands
    nearly whole and in order in the longer; else reworded. Links may cross and may share a
    sentence. Swapping two reports swaps the two sides of their links.
    """
    return tuple(link for a, b in combinations(reports, 2) for link in _pair(a, b))


def _pair(a: Report, b: Report) -> Iterator[Link]:
    if not a.sentences or not b.sentences:
        return
    rows = [words(sentence.text) for sentence in a.sentences]
    columns = [words(sentence.text) for sentence in b.sentences]
    orders = [[Indel.normalized_similarity(r, c) for c in columns] for r in rows]
    shared = _overlaps(rows, columns)
    table = [
        [(order + overlap) / 2 for order, overlap in zip(*pair, strict=True)]
        for pair in zip(orders, shared, strict=True)
    ]
    for i, j in _chosen(table):
        yield Link(
            a=SentenceRef(report_id=a.id, sentence=i),
            b=SentenceRef(report_id=b.id, sentence=j),
            kind=_kind(rows[i], columns[j], orders[i][j]),
            score=round(table[i][j], 4),
        )


def _overlaps(rows: Sequence[Sequence[str]], columns: Sequence[Sequence[str]]) -> Table:
    """Mean of Dice and containment of every two sentences' stems, weighted by rarity.

    The shorter sentence counts as at least `_MIDDLING` stems of middling rarity: a sentence of two
    common words is contained in too many.
    """
    stems = [frozenset(map(stem, sentence)) for sentence in (*rows, *columns)]
    frequency = Counter(each for sentence in stems for each in sentence)
    weight = {each: log((len(stems) + 1) / count) for each, count in frequency.items()}
    total = [sum(weight[each] for each in sorted(sentence)) for sentence in stems]
    least = _MIDDLING * log((len(stems) + 1) / 2)

    def overlap(i: int, j: int) -> float:
        both = sum(weight[each] for each in sorted(stems[i] & stems[j]))
        if not both:
            return 0.0
        dice = 2 * both / (total[i] + total[j])
        return (dice + both / max(least, min(total[i], total[j]))) / 2

    beyond = range(len(rows), len(stems))
    return [[overlap(i, j) for j in beyond] for i in range(len(rows))]


def _chosen(table: Table) -> Iterator[tuple[int, int]]:
    """The cells that are the best of their row and column, or of one of them and strong enough."""
    best_of_row = [max(row) for row in table]
    best_of_column = [max(column) for column in zip(*table, strict=True)]
    for i, row in enumerate(table):
        for j, score in enumerate(row):
            wins = (score == best_of_row[i]) + (score == best_of_column[j])
            if (wins == 2 and score >= MUTUAL) or (wins == 1 and score >= ONE_WAY):
                yield i, j


def _kind(a: Sequence[str], b: Sequence[str], order: float) -> LinkKind:
    if order == 1:
        return "verbatim"
    shorter = min(len(a), len(b))
    contained = shorter >= WHOLE and LCSseq.similarity(a, b) >= CONTAINED * shorter
    return "near" if order >= NEAR or contained else "reworded"
