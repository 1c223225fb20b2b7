"""Changes of relations are found as tests/gold/standing has them, in every part of it."""

import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
standing = pytest.importorskip("standing")
standing_gold = pytest.importorskip("standing_gold")
FLOORS = tomllib.loads((ROOT / "tests/floors.toml").read_text(encoding="utf-8"))["standing"]


@pytest.mark.parametrize("half", FLOORS)
def test_every_quotation_stands_in_its_report(half: str) -> None:
    for report in standing_gold.read_standing(half):
        words = " ".join(report.page.split())
        for each in report.changes:
            assert " ".join(each.quote.split()) in words, report.name


@pytest.mark.parametrize("half", FLOORS)
def test_no_figure_falls_below_its_floor(half: str) -> None:
    figures = standing.figures(half)
    short = {name: figures[name] for name, least in FLOORS[half].items() if figures[name] < least}
    assert short == {}
