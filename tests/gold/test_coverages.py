"""Links, differences, copies and merged events are found as the gold has them, in its seen half.

The unseen half of coverages and happenings is for the benchmarks' totals alone.
"""

import tomllib
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
comparing = pytest.importorskip("comparing")
copies = pytest.importorskip("copies")
happenings = pytest.importorskip("happenings")
merging = pytest.importorskip("merging")
FLOORS = tomllib.loads((ROOT / "tests/floors.toml").read_text(encoding="utf-8"))


def hold(measured: dict[str, float], floors: dict[str, float]) -> None:
    """No figure is below its floor; a higher one may raise it."""
    below = {name: measured[name] for name, floor in floors.items() if measured[name] < floor}
    assert not below, f"{below} below {floors}"


def test_links_and_differences_do_not_fall_below_their_floors() -> None:
    hold(comparing.measure("seen", misses=False), FLOORS["coverages"]["seen"])


def test_copies_are_told_from_reports_in_words_of_their_own() -> None:
    texts, events = {}, {}
    for each in happenings.read_happenings("seen"):
        long = {name: text for name, text in each.pages.items() if copies.long_enough(text)}
        events[each.name] = list(long)
        texts.update(long)
    tally = copies.judge(copies.pairs(texts, events))
    assert all(count["True True"] + count["True False"] > 20 for count in tally.values())
    hold({"F1": copies.f1(sum(tally.values(), Counter()))}, FLOORS["copies"])


def test_happenings_are_entered_once_and_apart() -> None:
    measured = merging.measure("seen", misses=False)
    apart = {f"no {name}": 1 - measured[name] for name in ("duplicates", "wrong merges")}
    hold(measured | apart, FLOORS["happenings"]["seen"])
