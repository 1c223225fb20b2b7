"""Statements are found as tests/gold/statements has them, in both halves."""

import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
statements = pytest.importorskip("statements")
HALVES = ("seen", "unseen")
FLOORS = tomllib.loads((ROOT / "tests/floors.toml").read_text(encoding="utf-8"))["statements"]


@pytest.mark.parametrize("half", HALVES)
def test_every_attribution_has_a_cue_a_content_and_a_speaker_named(half: str) -> None:
    for report, named in statements.gold_reports(half):
        assert len(named) == len(report.attributions)
        for each in report.attributions:
            assert each.cue
            assert each.content
            for span in (*each.source, *each.cue, *each.content):
                assert report.text[span.start : span.end].strip()


@pytest.mark.parametrize("half", HALVES)
def test_no_share_falls_below_its_floor(half: str) -> None:
    for name, figure in statements.figures(half).items():
        assert figure >= FLOORS[half][name], name
