"""Bodies and dates of 94 real article pages, against the floors; needs the shared data.

Body F1 is that of runs of four words, a page at a time, averaged; dates are exact days.
"""

import json
import os
import re
import tomllib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from resiliparse.extract.html2text import extract_plain_text

from communique.errors import Fault
from communique.pipeline.reading import reports_of
from communique.read import RawPage, open_sources, read_bytes
from communique.types.text import Passage, Report

TESTS = Path(__file__).parents[1]
FLOORS = tomllib.loads((TESTS / "floors.toml").read_text(encoding="utf-8"))["cleaning"]
SHARED = Path(os.environ.get("COMMUNIQUE_SHARED") or TESTS.parents[1] / "shared")
GOLD = SHARED / "data" / "cleaning" / "gold.jsonl"
WORD = re.compile(r"\w+(?:['’]\w+)*")

pytestmark = pytest.mark.skipif(not GOLD.exists(), reason=f"no shared data at {SHARED}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    body_f1: float
    titles: float
    dates: float
    dates_invented: int


@cache
def pages() -> list[tuple[dict[str, Any], bytes]]:
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    raws = list(open_sources(str(GOLD.parent / row["page"]) for row in rows))
    pairs = zip(rows, raws, strict=True)
    return [(row, raw.data) for row, raw in pairs if isinstance(raw, RawPage)]


def longest(data: bytes, name: str) -> Report | None:
    page = read_bytes(data, name)
    reports = page if isinstance(page, Fault) else reports_of(page)
    return None if isinstance(reports, Fault) else max(reports, key=lambda r: len(r.body))


def body(report: Report) -> str:
    """Paragraphs, and the subheadings between them."""
    first, last = report.paragraphs[0].span, report.paragraphs[-1].span
    parts: list[Passage] = [
        part.passage
        for part in report.furniture
        if part.label == "subheading" and first.start <= part.passage.span.start <= last.end
    ]
    return "\n".join(p.text for p in sorted((*report.paragraphs, *parts), key=lambda p: p.span))


def runs(text: str) -> Counter[tuple[str, ...]]:
    """Every four words in a row."""
    words = WORD.findall(text.lower())
    return Counter(tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3)))


def body_f1(found: str, wanted: str) -> float:
    """Twice what both share, over what each has."""
    a, b = runs(found), runs(wanted)
    return 2 * (a & b).total() / (a.total() + b.total())


def score(data_of: Callable[[bytes], bytes], suffix: str) -> Score:
    bodies, days, right_titles = [], Counter[str](), 0
    for row, data in pages():
        report = longest(data_of(data), f"{row['id']}.{suffix}")
        bodies.append(body_f1(body(report) if report else "", row["body"]))
        title = report.headline.text if report and report.headline else ""
        right_titles += title.strip().lower() == (row["title"] or "").strip().lower()
        found = report.published.value[:10] if report and report.published else None
        if row["publish_date"]:
            days["known"] += 1
            days["right"] += found == row["publish_date"][:10]
        else:
            days["invented"] += found is not None
    return Score(
        body_f1=sum(bodies) / len(bodies),
        titles=right_titles / len(bodies),
        dates=days["right"] / days["known"],
        dates_invented=days["invented"],
    )


def plain(data: bytes) -> bytes:
    """The page as scraped text, its tags thrown away."""
    html = data.decode("utf-8", "replace")
    text = extract_plain_text(html, main_content=False, list_bullets=False, alt_texts=False)
    return str(text).encode()


def hold(found: Score, floors: dict[str, float]) -> None:
    assert found.body_f1 >= floors["body_f1"], found
    assert found.titles >= floors["titles"], found
    assert found.dates >= floors["dates"], found
    assert found.dates_invented <= floors["dates_invented"], found


def test_html_pages_keep_their_floors() -> None:
    hold(score(lambda data: data, "html"), FLOORS["html"])


def test_text_pages_keep_their_floors() -> None:
    hold(score(plain, "txt"), FLOORS["text"])
