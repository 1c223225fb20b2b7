"""How the signs that two sentences say the same are weighed: two logistic regressions."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A logistic regression: an intercept and a coefficient for each named sign."""

    intercept: float
    coefficients: Mapping[str, float]

    def probability(self, signs: Mapping[str, np.ndarray]) -> np.ndarray:
        """The probability for every cell of tables of one shape, a table a sign."""
        sums = sum(signs[name] * weight for name, weight in self.coefficients.items())
        return np.asarray(1 / (1 + np.exp(-(sums + self.intercept))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """The two steps and the least probability of a link.

    `common` weighs what two sentences have in common, `among` how they stand among the others.
    """

    common: Step
    among: Step
    least: float


@cache
def link_weights() -> Weights:
    """The shipped weights, read on the first call, once a process."""
    table = json.loads((files(__package__) / "weights.json").read_text(encoding="utf-8"))
    return Weights(
        common=Step(**table["common"]), among=Step(**table["among"]), least=table["least"]
    )
