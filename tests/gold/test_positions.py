"""Positions and commitments are found as tests/gold/positions has them, in every set."""

import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
positions = pytest.importorskip("positions")
FLOORS = tomllib.loads((ROOT / "tests/floors.toml").read_text(encoding="utf-8"))["positions"]


@pytest.mark.parametrize("half", positions.HALVES)
def test_every_object_stands_in_its_item(half: str) -> None:
    for item in positions.items(half):
        for line in item.lines:
            assert line.object in " ".join(item.text.split())


@pytest.mark.parametrize("half", positions.HALVES)
def test_no_share_falls_below_its_floor(half: str) -> None:
    found = positions.figures(half)
    for name, floor in FLOORS[half].items():
        assert found[name] >= floor, name
