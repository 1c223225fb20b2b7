"""The instruments of whole reports are found as tests/gold/standing has them, in every set."""

import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
measured = pytest.importorskip("instruments")
FLOORS = tomllib.loads((ROOT / "tests/floors.toml").read_text(encoding="utf-8"))["instruments"]


@pytest.mark.parametrize("half", ["seen", "seen2", "seen3", "unseen"])
def test_no_share_falls_below_its_floor(half: str) -> None:
    figures = measured.figures(half)
    for name, floor in FLOORS[half].items():
        assert figures[name] >= floor, name
