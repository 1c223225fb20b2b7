"""The demo pages are read as a careful reader reads them, field by field, within the floors."""

import json
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from communique.pipeline.reading import reports_of
from communique.read import read_bytes
from communique.types.text import Page, Report

TESTS = Path(__file__).parents[1]
PAGES = TESTS.parent / "src" / "communique" / "demo" / "pages"
FLOORS = tomllib.loads((TESTS / "floors.toml").read_text(encoding="utf-8"))["gold"]
GOLD: dict[str, list[dict[str, Any]]] = {
    gold["page"]: gold["reports"]
    for gold in (
        json.loads(path.read_text(encoding="utf-8"))
        for path in sorted((TESTS / "gold").glob("*.json"))
    )
    if "page" in gold
}


def fold(text: str) -> str:
    return " ".join(text.split())


@cache
def read(name: str) -> tuple[Page, tuple[Report, ...]]:
    page = read_bytes((PAGES / name).read_bytes(), name)
    assert isinstance(page, Page), page
    reports = reports_of(page)
    assert isinstance(reports, tuple), reports
    return page, reports


def seen(report: Report, gold: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """What was read, in the form of the gold."""
    yield "headline", fold(report.headline.text) if report.headline else None
    byline = report.byline.text if report.byline else None
    unsigned = gold["byline"] is None and byline in gold.get("reporters", [])
    yield "byline", None if unsigned else byline
    yield "editors", [name.text for name in report.editors]
    yield "agency", report.agency.name if report.agency else None
    yield "outlet", report.outlet.name if report.outlet and report.outlet.stated else None
    line = report.dateline
    yield "dateline", {"place": line.place, "date": line.date} if line else None
    for field, stamp in (("published", report.published), ("updated", report.updated)):
        yield field, (stamp.value, stamp.timezone) if stamp else (None, None)
    yield "captions", [caption.text for caption in report.captions]
    yield "photo_credits", [credit.text for credit in report.photo_credits]
    yield "kind", report.kind
    yield "paragraphs", [fold(paragraph.text) for paragraph in report.paragraphs]
    yield "sentences", len(report.sentences)


def agrees(field: str, found: Any, gold: dict[str, Any]) -> bool:
    if field == "outlet":
        return bool(found == gold["outlet_stated"])
    if field in ("published", "updated"):
        return bool(found == (gold[field], gold[f"{field}_timezone"]))
    if field == "captions":
        return len(found) == len(gold[field]) and all(map(str.startswith, found, gold[field]))
    if field == "paragraphs":
        return len(found) == len(gold[field]) and all(
            text.startswith(fold(want["starts"])) and text.endswith(fold(want["ends"]))
            for text, want in zip(found, gold[field], strict=True)
        )
    return bool(found == gold[field])


def test_each_field_keeps_its_floor() -> None:
    right, total, misses = Counter[str](), Counter[str](), []
    for name, gold in GOLD.items():
        _, reports = read(name)
        total["reports"] += 1
        right["reports"] += len(reports) == len(gold)
        for report, wanted in zip(reports, gold, strict=False):
            for field, found in seen(report, wanted):
                total[field] += 1
                if agrees(field, found, wanted):
                    right[field] += 1
                else:
                    misses.append(f"{name}: {field}: {found!r}")
    low = [field for field, floor in FLOORS.items() if right[field] < floor * total[field]]
    assert low == [], "\n".join(misses)
    assert set(FLOORS) == set(total)


@pytest.mark.parametrize("name", GOLD)
def test_everything_stands_where_it_says(name: str) -> None:
    page, reports = read(name)
    for report in reports:
        assert all(
            passage.text == page.text[passage.span.start : passage.span.end]
            for passage in (*report.passages(), *report.sentences, *report.editors)
        )
        inferred = [c for c in (report.outlet, report.agency) if c and not c.stated]
        assert all(credit.reason for credit in inferred)
