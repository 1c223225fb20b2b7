"""Precision, recall and F1 with the intervals that drawing the same rows again would give.

Bootstrap: rows are drawn with replacement (Efron 1979); the interval is from the 2.5th to the
97.5th percentile of the figure over the draws. Same rows, same interval.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

DRAWS = 1000
SEED = 20240703
Answers = Sequence[tuple[str, str]]
"""A row each: what is right, what was given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A figure from 0 to 1 with its 95 % interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One type: how many rows have it, how many were given it, and how right that was."""

    name: str
    rows: int
    given: int
    precision: Share
    recall: Share
    f1: Share


def scores_by_type(answers: Answers) -> tuple[Score, ...]:
    """A score for each type that a row has or was given, the most frequent first."""
    names = sorted({name for row in answers for name in row})
    gold = np.array([names.index(right) for right, _ in answers])
    found = np.array([names.index(given) for _, given in answers])
    rows = np.bincount(gold, minlength=len(names))
    order = sorted(range(len(names)), key=lambda at: (-rows[at], names[at]))
    return tuple(_score(names[at], gold == at, found == at) for at in order)


def accuracy(answers: Answers) -> Share:
    """The share of rows whose answer is right."""
    right = np.array([one == other for one, other in answers])
    return interval(len(right), lambda at: float(right[at].mean()))


def macro_f1(answers: Answers) -> Share:
    """The mean F1 over the types that rows have."""
    names = sorted({right for right, _ in answers})
    sides = [
        (np.array([a == name for a, _ in answers]), np.array([b == name for _, b in answers]))
        for name in names
    ]

    def mean(at: np.ndarray) -> float:
        return float(np.mean([_figures(gold[at], found[at])[2] for gold, found in sides]))

    return interval(len(answers), mean)


def _score(name: str, gold: np.ndarray, found: np.ndarray) -> Score:
    def part(which: int) -> Share:
        return interval(len(gold), lambda at: _figures(gold[at], found[at])[which])

    return Score(
        name=name,
        rows=int(gold.sum()),
        given=int(found.sum()),
        precision=part(0),
        recall=part(1),
        f1=part(2),
    )


def _figures(gold: np.ndarray, found: np.ndarray) -> tuple[float, float, float]:
    both = float((gold & found).sum())
    given, held = float(found.sum()), float(gold.sum())
    return (
        both / given if given else 0.0,
        both / held if held else 0.0,
        2 * both / (given + held) if given + held else 0.0,
    )


def interval(rows: int, figure: Callable[[np.ndarray], float]) -> Share:
    """A figure of `rows` rows, given which of them to take, with its interval."""
    dice = np.random.default_rng(SEED)
    drawn = [figure(dice.integers(0, rows, rows)) for _ in range(DRAWS)] if rows else [0.0]
    low, high = np.percentile(drawn, (2.5, 97.5))
    value = figure(np.arange(rows)) if rows else 0.0
    return Share(value=value, low=float(low), high=float(high))
