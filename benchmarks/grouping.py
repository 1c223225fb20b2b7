"""Group plain texts by happening: `grouping.py --data GOLD.jsonl --out PRED.jsonl`.

GOLD holds JSON lines with `id` and `text`; PRED gets JSON lines `{"id", "group"}`. With
`--one-at-a-time N` the first N reports are grouped as one batch and again one by one, and the
share of pairs on which the two agree is printed.
"""

import argparse
import json
import time
from pathlib import Path

from plain import plain_report

from communique.group import Decision, KnownCoverage, group
from communique.types.text import Report


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


def main() -> None:
    """Read the arguments, group, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--one-at-a-time", type=int, default=0, metavar="N")
    options = parser.parse_args()
    lines = options.data.read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line.strip()]
    reports = [plain_report(row["id"], row["text"]) for row in rows]
    started = time.process_time()
    decisions = group(reports)
    print(f"{len(reports)} reports grouped in {time.process_time() - started:.1f} CPU-seconds")
    options.out.write_text(
        "".join(json.dumps({"id": d.report_id, "group": d.coverage_id}) + "\n" for d in decisions),
        encoding="utf-8",
    )
    if options.one_at_a_time:
        some = reports[: options.one_at_a_time]
        agreed = agreement(group(some), one_at_a_time(some))
        print(f"pairs joined in one batch and one by one agree on {agreed:.3f} of {len(some)}")


if __name__ == "__main__":
    main()
