"""The gold agrees with itself and with the pages: every word it gives stands in its page."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, get_args

import pytest

from communique.types.record import Manner
from communique.types.standing import ActKind, Change, InstrumentKind
from communique.types.text import ReportKind

GOLD = Path(__file__).parent
PAGES = GOLD.parents[1] / "src" / "communique" / "demo" / "pages"
INLINE = {"a", "b", "em", "i", "small", "span", "strong", "time"}


class _Visible(HTMLParser):
    """Collects the text a reader sees; block elements part words."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in ("script", "style")
        self.parts.append("" if tag in INLINE else " ")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in ("script", "style")
        self.parts.append("" if tag in INLINE else " ")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.parts.append(data)


def _fold(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _visible(page: str) -> str:
    raw = (PAGES / page).read_text(encoding="utf-8")
    if not page.endswith(".html"):
        return _fold(raw)
    parser = _Visible()
    parser.feed(raw)
    return _fold("".join(parser.parts))


def _load(name: str) -> Any:
    return json.loads((GOLD / name).read_text(encoding="utf-8"))


READINGS: dict[str, list[dict[str, Any]]] = {
    gold["page"]: gold["reports"]
    for gold in map(_load, sorted(path.name for path in GOLD.glob("*.json")))
    if "page" in gold
}


def test_every_page_has_a_reading() -> None:
    assert {path.name for path in PAGES.iterdir()} == set(READINGS)


@pytest.mark.parametrize("page", READINGS)
def test_words_stand_in_the_page(page: str) -> None:
    seen = _visible(page)
    for report in READINGS[page]:
        words = [report["headline"] or "", *report["captions"], *report["editors"]]
        words += [part for p in report["paragraphs"] for part in (p["starts"], p["ends"])]
        words += [statement["contains"] for statement in report["statements"]]
        words += [instrument["title"] or "" for instrument in report["instruments"]]
        assert [w for w in words if w not in seen] == []


@pytest.mark.parametrize("page", READINGS)
def test_paragraphs_run_forward(page: str) -> None:
    seen, at = _visible(page), 0
    for report in READINGS[page]:
        assert report["sentences"] >= len(report["paragraphs"]) > 0
        for paragraph in report["paragraphs"]:
            at = seen.index(paragraph["starts"], at)
            at = seen.index(paragraph["ends"], at)


@pytest.mark.parametrize("page", READINGS)
def test_labels_are_known(page: str) -> None:
    for report in READINGS[page]:
        assert report["kind"] in get_args(ReportKind)
        assert {s["manner"] for s in report["statements"]} <= set(get_args(Manner))
        for change in report["relations"] + report.get("relations_historical", []):
            assert change["change"] in get_args(Change)
            assert change["dyad"] == sorted(change["dyad"])
        for instrument in report["instruments"]:
            assert instrument["kind"] in get_args(InstrumentKind)
            assert {act["act"] for act in instrument["acts"]} <= set(get_args(ActKind))


def test_every_report_is_in_one_coverage() -> None:
    placed = [tuple(place) for places in _load("coverages.json").values() for place in places]
    reports = [(page, i) for page, found in READINGS.items() for i in range(len(found))]
    assert sorted(placed) == sorted(reports)
    for label, places in _load("coverages.json").items():
        assert {READINGS[page][i]["coverage"] for page, i in places} == {label}


def test_links_name_sentences_of_one_coverage() -> None:
    for link in _load("links.json"):
        sides = [READINGS[p][i] for p, i in zip(link["pages"], link["reports"], strict=True)]
        assert {side["coverage"] for side in sides} == {link["coverage"]}
        for pair in link["pairs"]:
            assert all(n < side["sentences"] for n, side in zip(pair, sides, strict=True))
