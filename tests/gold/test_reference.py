"""Words that point back reach their floors in both halves of tests/gold/reference."""

import json
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
reference = pytest.importorskip("reference")
HALVES = ("seen", "unseen")
FLOORS = tomllib.loads((ROOT / "tests/floors.toml").read_text(encoding="utf-8"))["reference"]


@pytest.mark.parametrize("half", HALVES)
def test_every_case_stands_in_its_report(half: str) -> None:
    path = Path(__file__).parent / "reference" / f"{half}.jsonl"
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        for case in row["cases"]:
            start, end = reference.place_of(row["text"], case["words"], case["nth"])
            assert row["text"][start:end] == case["words"]


@pytest.mark.parametrize("half", HALVES)
def test_no_share_falls_below_its_floor(half: str) -> None:
    shares = reference.figures(half)["all"]
    assert shares["resolved"] >= FLOORS[half]["resolved"]
    assert shares["right of resolved"] >= FLOORS[half]["right"]
