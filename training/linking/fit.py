"""Fit the weights of sentence links and write them: `fit.py [--out WEIGHTS.json]`.

Learns from the gold coverages (tests/gold/coverages/seen) and the gold links of the demo's pages.
Prints the F1 of links with each coverage left out of the fit, at every threshold; the highest
that is nearly the best over all is the least probability of a link. Runs in the project's own
environment.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from communique.align.likeness import among_signs, common_signs
from communique.models.linking import Step
from communique.pipeline.reading import reports_of
from communique.read import read_bytes
from communique.types.text import Report

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.append(str(ROOT / "benchmarks"))
from comparing import f1, read_coverages  # noqa: E402 - the reader of the gold coverages

PAGES = ROOT / "src/communique/demo/pages"
SHIPPED = ROOT / "src/communique/models/linking/weights.json"
THRESHOLDS = np.arange(0.3, 0.61, 0.05).round(2)
SLACK = 0.005
"""F1 given up for a higher threshold: a wrong link makes differences that are none."""
Signs = dict[tuple[str, str], dict[str, np.ndarray]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A coverage: the signs of every two versions, and the gold table of those that were judged."""

    name: str
    signs: Signs
    gold: dict[tuple[str, str], np.ndarray]


def coverage_cases() -> Iterator[Case]:
    """The gold coverages."""
    for each in read_coverages("seen"):
        signs = common_signs(each.reports)
        yield _case(each.name, signs, each.links, set(signs))


def demo_cases() -> Iterator[Case]:
    """The coverages of the demo's pages whose links were judged."""
    judged = json.loads((ROOT / "tests/gold/links.json").read_text(encoding="utf-8"))
    for name in dict.fromkeys(each["coverage"] for each in judged):
        reports: dict[str, Report] = {}
        links, pairs = set(), set()
        for each in (each for each in judged if each["coverage"] == name):
            a, b = (
                _demo_report(*side) for side in zip(each["pages"], each["reports"], strict=True)
            )
            reports |= {a.id: a, b.id: b}
            pairs.add((a.id, b.id))
            links |= {(a.id, i, b.id, j) for i, j in each["pairs"]}
        turned = list(reports)
        straight = {(a, b) for a, b in pairs if turned.index(a) < turned.index(b)}
        links = {x if x[::2] in straight else (*x[2:], *x[:2]) for x in links}
        pairs = straight | {(b, a) for a, b in pairs - straight}
        yield _case(name, common_signs(tuple(reports.values())), links, pairs)


def _demo_report(page: str, number: int) -> Report:
    found = reports_of(read_bytes((PAGES / page).read_bytes(), page))
    return found[number]  # type: ignore[index]


def _case(name: str, signs: Signs, links: set, pairs: set) -> Case:
    gold = {}
    for a, b in sorted(pairs):
        gold[a, b] = np.zeros(signs[a, b]["stems"].shape, bool)
        for x, i, y, j in links:
            if (x, y) == (a, b):
                gold[a, b][i, j] = True
    return Case(name=name, signs=signs, gold=gold)


def fitted(cases: Sequence[Case]) -> tuple[Step, Step]:
    """Both steps, the second fitted on what the first says."""
    common = _step([(each.signs[p], each.gold[p]) for each in cases for p in each.gold])
    among = _step([x for each in cases for x in _among(each, common)])
    return common, among


def _among(case: Case, common: Step) -> list[tuple[dict[str, np.ndarray], np.ndarray]]:
    tables = {pair: common.probability(signs).round(4) for pair, signs in case.signs.items()}
    third = list(dict.fromkeys(name for pair in tables for name in pair))
    return [(among_signs(tables, *pair, third), gold) for pair, gold in case.gold.items()]


def _step(tables: Sequence[tuple[dict[str, np.ndarray], np.ndarray]]) -> Step:
    names = list(tables[0][0])
    rows = np.concatenate([np.stack([s[n].ravel() for n in names], 1) for s, _ in tables])
    scaler = StandardScaler().fit(rows)
    truth = np.concatenate([gold.ravel() for _, gold in tables])
    model = LogisticRegression(max_iter=3000).fit(scaler.transform(rows), truth)
    weights = model.coef_[0] / scaler.scale_
    return Step(
        intercept=round(float(model.intercept_[0] - weights @ scaler.mean_), 4),
        coefficients={n: round(float(w), 4) for n, w in zip(names, weights, strict=True)},
    )


def counts(case: Case, steps: tuple[Step, Step]) -> np.ndarray:
    """Right, found and gold links at every threshold, a row a threshold."""
    common, among = steps
    told = [(among.probability(signs), gold) for signs, gold in _among(case, common)]
    sizes = [[((p >= t) & g).sum(), (p >= t).sum(), g.sum()] for t in THRESHOLDS for p, g in told]
    return np.array(sizes).reshape(len(THRESHOLDS), len(told), 3).sum(1)


def main() -> None:
    """Leave each out, choose the threshold, fit on all, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=SHIPPED)
    options = parser.parse_args()
    gold, demo = list(coverage_cases()), list(demo_cases())
    cases = [*gold, *demo]
    left_out = {c.name: counts(c, fitted([x for x in cases if x is not c])) for c in cases}
    for kind, members in (("coverages", gold), ("demo", demo), ("all", cases)):
        curve = [f1(*row) for row in sum(left_out[each.name] for each in members)]
        print(kind, " ".join(f"{t}: {x:.3f}" for t, x in zip(THRESHOLDS, curve, strict=True)))
    best = int(np.flatnonzero(np.array(curve) >= max(curve) - SLACK)[-1])  # of all
    print({name: round(float(f1(*table[best])), 3) for name, table in left_out.items()})
    common, among = fitted(cases)
    steps = {
        name: {"intercept": step.intercept, "coefficients": dict(step.coefficients)}
        for name, step in (("common", common), ("among", among))
    }
    least = {"least": float(THRESHOLDS[best])}
    options.out.write_text(json.dumps(steps | least, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
