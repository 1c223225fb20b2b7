"""Who carries whose words: how much of each of two reports stands in the other.

A report's share is that of its words which stand in sentences that a sentence of the other
matches: the same words in the same order but for what an editor changes, or the shorter sentence
nearly whole within the longer. Shingles alone miss two in three of the copies that an editor has
been at; `benchmarks/copies.py` has what this finds.
"""

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from itertools import combinations

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import Indel, LCSseq

from communique.align.descent import descent
from communique.align.words import words
from communique.types.coverage import Carrying, CarryingKind
from communique.types.text import Report

ALIKE = 0.6
"""Least word-order ratio (normalised Indel similarity) of two sentences that match."""
WITHIN = 0.85
"""Least share of a sentence of `LONG` words or more that stands in order in a longer one."""
LONG = 8
CARRIED = 0.4
"""Least share of one of two reports at which one carries the other."""
WHOLE, SAME = 0.9, 0.97
"""Least share of a report that stands whole in a longer one; of both, where they are copies."""
_FIRST_SIGN = 0x4E00


def copies(reports: Sequence[Report]) -> tuple[Carrying, ...]:
    """Every two of `reports` of which one carries the other's words."""
    if len(reports) < 2:
        return ()
    told = [(report, _sentences(report)) for report in reports]
    signed = _signs([sentences for _, sentences in told])
    return tuple(
        _carrying(one, other, shares)
        for (one, left), (other, right) in combinations(zip(told, signed, strict=True), 2)
        if _kind(*(shares := _shares(left, right))) != "own"
    )


def carrying(a: Report, b: Report) -> Carrying:
    """How much of the words of `a` and `b` the two share, and what that makes of them.

    The kind is "copy" where both stand nearly whole in one another, "cut" where one stands nearly
    whole in a longer one, "rewrite" where one carries a good part of the other, else "own".
    """
    told = [(report, _sentences(report)) for report in (a, b)]
    left, right = _signs([sentences for _, sentences in told])
    return _carrying(told[0], told[1], _shares(left, right))


Told = tuple[Report, list[list[str]]]
"""A report and the words of its sentences."""


def _carrying(one: Told, other: Told, shares: tuple[float, float]) -> Carrying:
    (a, rows), (b, columns), (of_a, of_b) = one, other, shares
    kind = _kind(of_a, of_b)
    return Carrying(
        a=a.id,
        b=b.id,
        kind=kind,
        share_of_a=round(of_a, 3),
        share_of_b=round(of_b, 3),
        longest_run=longest_run(rows, columns),
        descent=None if kind == "own" else descent(a, b, of_a, of_b),
    )


def _sentences(report: Report) -> list[list[str]]:
    return [found for sentence in report.sentences if (found := words(sentence.text))]


def _shares(left: Sequence[str], right: Sequence[str]) -> tuple[float, float]:
    """The share of the words on each side that stand in matched sentences; a sign is a word."""
    if not left or not right:
        return 0.0, 0.0
    sizes = [np.array(list(map(len, side))) for side in (left, right)]
    shorter = np.minimum(sizes[0][:, None], sizes[1][None, :])
    order = process.cdist(left, right, scorer=Indel.normalized_similarity)
    common = process.cdist(left, right, scorer=LCSseq.similarity)
    matched = (order >= ALIKE) | ((common >= WITHIN * shorter) & (shorter >= LONG))
    return (
        float(sizes[0][matched.any(1)].sum() / sizes[0].sum()),
        float(sizes[1][matched.any(0)].sum() / sizes[1].sum()),
    )


def _signs(told: Iterable[Sequence[list[str]]]) -> list[list[str]]:
    """Sentences as strings of a sign a word, so that comparing strings compares words."""
    sign: dict[str, str] = {}
    return [
        ["".join(sign.setdefault(w, chr(_FIRST_SIGN + len(sign))) for w in each) for each in side]
        for side in told
    ]


def _kind(of_a: float, of_b: float) -> CarryingKind:
    less, more = sorted((of_a, of_b))
    if less >= SAME:
        return "copy"
    if more >= WHOLE:
        return "cut"
    return "rewrite" if more >= CARRIED else "own"


def longest_run(rows: Sequence[list[str]], columns: Sequence[list[str]]) -> int:
    """How many words the longest run has that both sides have, sentence ends aside."""
    left, right = ([word for sentence in side for word in sentence] for side in (rows, columns))
    return SequenceMatcher(None, left, right, autojunk=False).find_longest_match().size
