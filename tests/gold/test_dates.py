"""Events are dated as tests/gold/dates has them, in both halves, and nothing is invented."""

import json
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
dates = pytest.importorskip("dates")
reference = pytest.importorskip("reference")
HALVES = ("seen", "unseen")
FLOORS = tomllib.loads((ROOT / "tests/floors.toml").read_text(encoding="utf-8"))["dates"]


@pytest.mark.parametrize("half", HALVES)
def test_every_case_stands_in_its_report(half: str) -> None:
    path = Path(__file__).parent / "dates" / f"{half}.jsonl"
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        for case in row["cases"]:
            start, end = reference.place_of(row["text"], case["words"], case["nth"])
            assert row["text"][start:end] == case["words"]
            assert (case["date"] is None) == (case["precision"] is None)


@pytest.mark.parametrize("half", HALVES)
def test_no_share_falls_below_its_floor(half: str) -> None:
    figures = dates.figures(half)
    assert figures["share right"] >= FLOORS[half]["right"]
    assert figures["invented"] <= FLOORS[half]["invented"]
