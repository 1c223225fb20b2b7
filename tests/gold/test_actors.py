"""Country, sector and person of the mentions of tests/gold/actors reach their floors."""

import json
import re
import tomllib
from pathlib import Path

import pytest

from communique.vocab.sectors import sectors
from communique.vocab.states import state

ROOT = Path(__file__).resolve().parents[2]
actors = pytest.importorskip("actors")
HALVES = ("seen", "unseen")
FLOORS = tomllib.loads((ROOT / "tests/floors.toml").read_text(encoding="utf-8"))["actors"]


@pytest.mark.parametrize("half", HALVES)
def test_every_mention_stands_in_its_text_with_known_codes(half: str) -> None:
    codes = {each.code for each in sectors()}
    path = Path(__file__).parent / "actors" / f"{half}.jsonl"
    for line in path.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        for row in item["mentions"]:
            found = re.findall(rf"(?<!\w){re.escape(row['words'])}(?!\w)", item["text"])
            assert len(found) > row["nth"], item["id"]
            assert row["sector"] in codes
            assert row["country"] is None or state(row["country"]), row


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("what", ["country", "sector", "person"])
def test_no_share_falls_below_its_floor(half: str, what: str) -> None:
    assert actors.figures(half)[what] >= FLOORS[half][what]
