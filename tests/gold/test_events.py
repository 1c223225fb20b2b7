"""The events of whole reports are found as tests/gold/events has them, in both halves."""

import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
coding = pytest.importorskip("coding")
statements = pytest.importorskip("statements")
HALVES = ("seen", "unseen")
FLOORS = tomllib.loads((ROOT / "tests/floors.toml").read_text(encoding="utf-8"))["events"]


@pytest.mark.parametrize("half", HALVES)
def test_every_gold_event_names_a_report_and_words_of_it(half: str) -> None:
    texts = {report.id: report.text for report, _ in statements.gold_reports(half)}
    for report, events in coding.gold_events(half).items():
        for event in events:
            quote = event.line.split(" | ")[-1].strip()[1:-1]
            assert quote in texts[report], event.line


@pytest.mark.parametrize("half", HALVES)
def test_no_share_falls_below_its_floor(half: str) -> None:
    figures = coding.figures(half)
    for name, floor in FLOORS[half].items():
        assert figures[name] >= floor, name
