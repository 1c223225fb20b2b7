"""Measure the dates of events on tests/gold/dates: `dates.py [--half seen|unseen] [--misses]`.

Each case names words of a report that tell of something done, planned or recalled, and the date a
careful reader gives it from the report alone (ISO, partial, or a range as "start/end"), or none.
Prints JSON: the cases right (date and precision, or rightly none), wrong (another date, or the
same too fine or too coarse), missed (none given), invented (given where there is none).
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from reference import place_of, report_of

from communique.extract.cast import cast_of
from communique.extract.dating import date_of
from communique.extract.extract import context_of
from communique.extract.modality import modality_of
from communique.types.record import EventDate
from communique.types.text import Stamp
from communique.vocab.holders import bundled

GOLD = Path(__file__).resolve().parents[1] / "tests/gold/dates"


def dated(row: dict[str, Any]) -> Iterator[tuple[dict[str, Any], EventDate | None]]:
    """Each case of a gold report with the date given to what its words tell."""
    report = report_of(row)
    if row["published"]:
        report = replace(report, published=Stamp(value=row["published"], stated=True))
    context = context_of(report, cast_of(report, bundled()), attributed=False)
    for case in row["cases"]:
        start, end = place_of(row["text"], case["words"], case["nth"])
        unit = next(u for u in context.units if u.passage.span.start <= start < u.passage.span.end)
        base = unit.passage.span.start
        at = (start - base, end - base)
        yield case, date_of(context, unit, at, modality_of(unit.words, *at))


def verdict(case: dict[str, Any], found: EventDate | None) -> str:
    """How a case went."""
    if found is None:
        return "missed" if case["date"] else "right"
    if not case["date"]:
        return "invented"
    same = (found.value, found.precision) == (case["date"], case["precision"])
    return "right" if same and (found.stated or found.reason) else "wrong"


def judged(half: str) -> Iterator[tuple[dict[str, Any], dict[str, Any], EventDate | None, str]]:
    """Each case of a half with its report, the date found and how it went."""
    for line in (GOLD / f"{half}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        for case, found in dated(row):
            yield row, case, found, verdict(case, found)


def figures(half: str) -> dict[str, float]:
    """The counts, and the share right of all cases."""
    counts = Counter(found for *_, found in judged(half))
    tally = {what: counts[what] for what in ("right", "wrong", "missed", "invented")}
    cases = sum(tally.values())
    return {"cases": cases, **tally, "share right": round(tally["right"] / cases, 3)}


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", default="seen")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    if options.misses:
        for row, case, found, how in judged(options.half):
            if how != "right":
                given = found and (found.value, found.reason)
                print(row["id"], how, repr(case["words"]), case["date"], given)
    print(json.dumps(figures(options.half)))


if __name__ == "__main__":
    main()
