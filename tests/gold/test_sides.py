"""Verdicts on topics are found as the gold has them."""

import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sides = pytest.importorskip("sides")
FLOORS = tomllib.loads((ROOT / "tests/floors.toml").read_text(encoding="utf-8"))["sides"]


@pytest.mark.parametrize("half", FLOORS)
def test_verdicts_on_topics_do_not_fall_below_their_floors(half):
    measured = {**sides.measure(half, misses=False), "pairs": sides.measure_pairs(half)}
    below = {name: measured[name] for name, floor in FLOORS[half].items() if measured[name] < floor}
    assert not below, f"{below} below {FLOORS[half]}"


@pytest.mark.parametrize("half", FLOORS)
def test_every_sentence_of_the_gold_stands_in_a_topic_and_silence_has_none(half):
    for each in sides.read_sides(half):
        placed = {place for row in each.rows for place in row.places}
        assert placed == {(r.id, n) for r in each.reports for n in range(len(r.sentences))}
        for row in each.rows:
            told = {name for name, _ in row.places}
            silent = [v == "not mentioned" for v in row.verdicts]
            assert silent == [report.id not in told for report in each.reports], row
