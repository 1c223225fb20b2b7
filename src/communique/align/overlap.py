"""How much two reports' sentences, and their clauses, overlap in stems weighted by rarity.

A stem weighs the more the fewer sentences of the two reports have it.
"""

import re
from collections import Counter
from math import log

import numpy as np

from communique.align.words import EMPTY, stem, words
from communique.types.text import Report

MIDDLING = 4
"""A sentence counts as at least so many stems of middling rarity: one of two common words is
contained in too many. A clause as half as many more."""
TELLING = 6.0
"""Shared weight below which two clauses are alike by chance."""
_CUT = re.compile(
    r'[,;:"“”]| (?:and|but|while|which|who|after|that|as|where|when|with|for|in order to) '
)
_CLAUSE_WORDS = 2

Bags = list[frozenset[str]]


class Told:
    """A report's sentences as their words, and as bags of stems, whole and by clause."""

    def __init__(self, report: Report) -> None:
        self.words = [words(sentence.text) for sentence in report.sentences]
        self.bags: Bags = [frozenset(map(stem, each)) for each in self.words]
        cut = [_clauses(sentence.text) for sentence in report.sentences]
        self.clauses: Bags = [clause for sentence in cut for clause in sentence]
        self.firsts = np.cumsum([0, *map(len, cut)])[:-1]
        """The first clause of each sentence."""


def _clauses(text: str) -> Bags:
    parts = ([w for w in words(part) if w not in EMPTY] for part in _CUT.split(text))
    found = [frozenset(map(stem, part)) for part in parts if len(part) >= _CLAUSE_WORDS]
    return found or [frozenset(map(stem, words(text)))]


def overlaps(a: Told, b: Told) -> tuple[np.ndarray, np.ndarray]:
    """Overlap of every two sentences, and of the likest clauses of every two, from 0 to 1.

    A row a sentence of `a`, a column one of `b`. That of sentences is the mean of Dice and of
    containment in the shorter, so that one long sentence can answer to two short ones.
    """
    frequency = Counter(each for bag in (*a.bags, *b.bags) for each in bag)
    size = len(a.bags) + len(b.bags)
    weight = {each: log((size + 1) / count) for each, count in frequency.items()}
    middling = log((size + 1) / 2)
    both, here, there = shared(a.bags, b.bags, weight)
    least = np.minimum(here, there)
    dice = 2 * both / np.maximum(here + there, 1e-9)
    sentences = (dice + both / np.maximum(MIDDLING * middling, least)) / 2
    both, here, there = shared(a.clauses, b.clauses, weight)
    clauses = both / (np.minimum(here, there) + MIDDLING / 2 * middling)
    clauses *= np.minimum(1, both / TELLING)
    likest = np.maximum.reduceat(np.maximum.reduceat(clauses, a.firsts, 0), b.firsts, 1)
    return sentences, likest


def shared(
    rows: Bags, columns: Bags, weight: dict[str, float]
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The weight every two bags share, and that of each row and column, shaped to go with it.

    What `weight` does not have counts for nothing.
    """
    number = {each: at for at, each in enumerate(sorted(weight))}
    weights = np.array([weight[each] for each in number])
    left, right = np.zeros((len(rows), len(number))), np.zeros((len(columns), len(number)))
    for table, bags in ((left, rows), (right, columns)):
        for at, bag in enumerate(bags):
            table[at, [number[each] for each in bag if each in number]] = 1
    return (left * weights) @ right.T, (left @ weights)[:, None], (right @ weights)[None, :]
