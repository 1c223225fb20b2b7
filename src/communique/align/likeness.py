"""How likely every two sentences of two versions say the same.

What two sentences have in common is weighed first, then how that pair stands among the others: a
sentence is seldom told twice, and a third version may have both. The weights are learned
(models/linking).
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

import numpy as np

from communique.align.meaning import answers, meant
from communique.align.named import names_shared
from communique.align.overlap import Told, overlaps
from communique.models.linking import link_weights
from communique.types.text import Report

VERSIONS = 8
"""Versions, the first of a coverage, through which two others may be linked."""
_DIGITS = 4
"""Digits that count, so that sums in another order are equal still."""
_LEAST_ODDS = 1e-3

Table = np.ndarray
"""A number for every two sentences of two reports: a row a sentence of the one."""
Tables = Mapping[tuple[str, str], Table]
"""A table for every two reports of a coverage, in its order."""
Signs = Mapping[str, Table]


def likeness(reports: Sequence[Report]) -> dict[tuple[str, str], Table]:
    """The probability that two sentences say the same, for every two reports that have some."""
    weights = link_weights()
    common = {
        pair: weights.common.probability(signs).round(_DIGITS)
        for pair, signs in common_signs(reports).items()
    }
    third = list(dict.fromkeys(report for pair in common for report in pair))[:VERSIONS]
    return {
        pair: weights.among.probability(among_signs(common, *pair, third)).round(_DIGITS)
        for pair in common
    }


def common_signs(reports: Sequence[Report]) -> dict[tuple[str, str], Signs]:
    """What every two sentences of two reports have in common.

    `stems` and `clauses` overlap, `names` is the weight of shared names, `apart` how far apart the
    two stand in their reports, from 0 to 1; `closer`, `farther` and `claimed` are how they answer
    each other in meaning.
    """
    written = [report for report in reports if report.sentences]
    told, meanings = {report.id: Told(report) for report in written}, meant(written)
    names = names_shared(written)
    found: dict[tuple[str, str], Signs] = {}
    for a, b in combinations(told, 2):
        stems, clauses = overlaps(told[a], told[b])
        down, across = (np.arange(len(x)) / len(x) for x in (told[a].words, told[b].words))
        found[a, b] = {
            "stems": stems,
            "clauses": clauses,
            "names": names[a, b],
            "apart": np.abs(down[:, None] - across[None, :]),
            **answers(meanings[a], meanings[b]),
        }
    return found


def among_signs(tables: Tables, a: str, b: str, third: Iterable[str]) -> Signs:
    """How each pair of sentences of `a` and `b` stands among the others.

    `odds` is the pair's own logit. `ahead` and `ahead_odds` are how far its probability and its
    logit are before those of the next best pair of either sentence, or behind the best: the lesser
    of the two, and in `ahead_once` and `ahead_odds_once` the greater. `best_once` is whether it is
    the best of at least one. `through` is the best way from the one to the other through a sentence
    of a version in `third`, where the weaker step counts, and `gained` by how much that way is
    better than the straight one.
    """
    own = tables[a, b]
    odds = np.log((own + _LEAST_ODDS) / (1 - own + _LEAST_ODDS))
    row, column, odds_row, odds_column = _lead(own), _lead(own.T).T, _lead(odds), _lead(odds.T).T
    through = np.zeros_like(own)
    for other in third:
        if other not in (a, b):
            there, back = _table(tables, a, other), _table(tables, other, b)
            through = np.maximum(through, np.minimum(there[:, :, None], back[None]).max(1))
    return {
        "odds": odds,
        "ahead": np.minimum(row, column),
        "ahead_once": np.maximum(row, column),
        "ahead_odds": np.minimum(odds_row, odds_column),
        "ahead_odds_once": np.maximum(odds_row, odds_column),
        "best_once": (np.maximum(row, column) >= 0).astype(float),
        "through": through,
        "gained": np.maximum(through - own, 0),
    }


def _table(tables: Tables, a: str, b: str) -> Table:
    return tables[a, b] if (a, b) in tables else tables[b, a].T


def _lead(table: Table) -> Table:
    """How far each cell is before the second of its row, or behind the first."""
    if table.shape[1] == 1:
        return np.zeros_like(table)
    second, first = np.partition(table, -2, axis=1)[:, -2:].T
    return np.asarray(
        np.where(table == first[:, None], table - second[:, None], table - first[:, None])
    )
