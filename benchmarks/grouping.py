"""Group plain texts by happening: `grouping.py --data GOLD.jsonl --out PRED.jsonl`.

GOLD holds JSON lines with `id` and `text`; PRED gets JSON lines `{"id", "group"}`. With
`--one-at-a-time N` the first N reports are grouped as one batch and again one by one, and the
share of pairs on which the two agree is printed. With `--splits`, GOLD having `topic` and `event`
too, ten random halves of the topics are grouped, B-cubed F1 being printed for the shipped
threshold and for the one that is best on the other half.
"""

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import mean, stdev
from typing import Any

from plain import plain_report

from communique.group import Decision, KnownCoverage, group
from communique.group.cluster import cluster
from communique.group.decide import THRESHOLD
from communique.group.features import Features, features
from communique.group.likeness import likeness
from communique.types.text import Report

THRESHOLDS = (0.08, 0.09, 0.1, 0.11, 0.13, 0.14, 0.15, 0.16)


def one_at_a_time(reports: list[Report]) -> dict[str, str]:
    """Group `reports` one by one, each against the coverages the earlier ones made."""
    known: dict[str, KnownCoverage] = {}
    for report in reports:
        (decision,) = group([report], tuple(known.values()))
        held = known.get(decision.coverage_id)
        known[decision.coverage_id] = KnownCoverage(
            id=decision.coverage_id,
            founding_report_id=decision.founding_report_id,
            reports=(*(held.reports if held else ()), report),
        )
    return {report.id: known_id for known_id, c in known.items() for report in c.reports}


def agreement(batch: tuple[Decision, ...], stream: dict[str, str]) -> float:
    """Share of the pairs joined by either way that are joined by both."""
    together = {d.report_id: d.coverage_id for d in batch}
    ids = sorted(together)
    pairs = [(a, b) for n, a in enumerate(ids) for b in ids[:n]]
    in_batch = {(a, b) for a, b in pairs if together[a] == together[b]}
    in_stream = {(a, b) for a, b in pairs if stream[a] == stream[b]}
    return len(in_batch & in_stream) / max(1, len(in_batch | in_stream))


def split_figures(rows: Sequence[Mapping[str, Any]], reports: Sequence[Report]) -> str:
    """Mean and spread of B-cubed F1 over ten random halves of the topics."""
    read = [features(report) for report in reports]
    topics, dice = sorted({row["topic"] for row in rows}), random.Random(0)
    shipped, chosen = [], []
    for _ in range(10):
        dice.shuffle(topics)
        half = set(topics[: len(topics) // 2])
        sides = [
            [n for n, row in enumerate(rows) if (row["topic"] in half) == side]
            for side in (True, False)
        ]
        tried = [
            {threshold: fit(rows, read, side, threshold) for threshold in (THRESHOLD, *THRESHOLDS)}
            for side in sides
        ]
        best = max(tried[0], key=lambda threshold: tried[0][threshold])
        shipped.append(tried[1][THRESHOLD])
        chosen.append(tried[1][best])
    return "; ".join(
        f"{name}: {mean(found):.3f} +- {stdev(found):.3f}"
        for name, found in (("shipped threshold", shipped), ("best on the other half", chosen))
    )


def fit(
    rows: Sequence[Mapping[str, Any]],
    read: Sequence[Features],
    numbers: Sequence[int],
    threshold: float,
) -> float:
    """B-cubed F1 of some of the reports, grouped by themselves."""
    edges = likeness([read[n] for n in numbers])
    right = 0.0
    gold = [rows[n]["event"] for n in numbers]
    sizes = Counter(gold)
    recall = 0.0
    for members in cluster(len(numbers), edges, [], threshold):
        held = Counter(gold[member] for member in members)
        right += sum(count * count / len(members) for count in held.values())
        recall += sum(count * count / sizes[event] for event, count in held.items())
    precision, recall = right / len(numbers), recall / len(numbers)
    return 2 * precision * recall / (precision + recall)


def main() -> None:
    """Read the arguments, group, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--splits", action="store_true")
    parser.add_argument("--one-at-a-time", type=int, default=0, metavar="N")
    options = parser.parse_args()
    lines = options.data.read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line.strip()]
    reports = [plain_report(row["id"], row["text"]) for row in rows]
    if options.splits:
        print(split_figures(rows, reports))
        return
    started = time.process_time()
    decisions = group(reports)
    print(f"{len(reports)} reports grouped in {time.process_time() - started:.1f} CPU-seconds")
    if options.out:
        told = ({"id": d.report_id, "group": d.coverage_id} for d in decisions)
        options.out.write_text("".join(f"{json.dumps(row)}\n" for row in told), encoding="utf-8")
    if options.one_at_a_time:
        some = reports[: options.one_at_a_time]
        agreed = agreement(group(some), one_at_a_time(some))
        print(f"pairs joined in one batch and one by one agree on {agreed:.3f} of {len(some)}")


if __name__ == "__main__":
    main()
