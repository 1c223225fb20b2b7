"""The way of one page, for any words at all: everything stands in the page, in order, once."""

from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.clean import label_lines, select_body
from communique.errors import Fault
from communique.pipeline.codec import decode, encode
from communique.pipeline.reading import read_raw, reports_of
from communique.read import RawPage, read_bytes
from communique.split import cut_stories
from communique.types.text import Page, Passage, Report

LINES = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        [
            "Ministers of the two states agree on river treaty",
            "VIENNA, July 3 (Xinhua) -- The ministers met on Tuesday, the agency said, and agreed.",
            "Both sides will send their ambassadors back before the end of the year, he said.",
            "“We have waited for this day for six years,” she told reporters. “It has come.”",
            "1. The Parties, guided by the Charter of the United Nations, agreed on the following.",
            "By Jane Roe",
            "08:23, July 04, 2024",
            "Updated: 23-03-2021 10:07 IST",
            "(Web editor: Zhang Wei, Li Min)",
            "The ministers shake hands. (Photo: Agency/Somebody)",
            "More Images",
            "Related stories",
            "Share this article",
            "© 2024 The Vienna Post. All rights reserved.",
            "",
        ]
    ),
)
PAGES = st.lists(LINES, max_size=25).map("\n".join)
TAGS = st.sampled_from(["p", "h1", "h2", "li", "figcaption", "time", "div class='byline'", "td"])
MARKUP = st.lists(st.tuples(TAGS, LINES), max_size=20).map(
    lambda parts: "<html><body>" + "".join(f"<{tag}>{words}" for tag, words in parts)
)
CHECKED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def all_passages(report: Report) -> list[Passage]:
    found = [*report.passages(), *report.sentences, *report.editors, *report.photo_credits]
    found += [part.passage for part in report.furniture]
    found += [report.byline] if report.byline else []
    for part in (report.outlet, report.agency, report.published, report.updated, report.dateline):
        if part and part.passage:
            found.append(part.passage)
    return found


def check_report(page: Page, report: Report) -> None:
    for passage in all_passages(report):
        assert passage.text == page.text[passage.span.start : passage.span.end]
    assert report.paragraphs
    for before, after in pairwise(report.paragraphs):
        assert before.span.end <= after.span.start
    for before, after in pairwise(report.sentences):
        assert before.span.end <= after.span.start
    for sentence in report.sentences:
        assert sentence.text.strip()
        assert any(paragraph.span.holds(sentence.span) for paragraph in report.paragraphs)


def check(data: bytes, name: str) -> None:
    page = read_bytes(data, name)
    if isinstance(page, Fault):
        return
    reports = reports_of(page)
    assert reports == reports_of(page)
    if isinstance(reports, Fault):
        assert reports.code == "E111"
        return
    assert len({report.id for report in reports}) == len(reports)
    for report in reports:
        check_report(page, report)
        assert decode("report", encode(report)) == report


@given(PAGES)
@CHECKED
def test_any_text_page(text: str) -> None:
    check(text.encode("utf-8", "replace"), "page.txt")


@given(MARKUP)
@CHECKED
def test_any_html_page(text: str) -> None:
    check(text.encode("utf-8", "replace"), "page.html")


@given(st.binary(max_size=200))
@CHECKED
def test_any_bytes(data: bytes) -> None:
    check(data, "page.txt")
    check(data, "page.html")


@given(PAGES)
@CHECKED
def test_stories_are_a_partition_and_selection_keeps_every_line(text: str) -> None:
    page = read_bytes(text.encode("utf-8", "replace"), "page.txt")
    if isinstance(page, Page):
        lines = label_lines(page)
        assert tuple(line for story in cut_stories(lines) for line in story) == lines
        assert [line.passage for line in select_body(lines)] == [line.passage for line in lines]


def test_a_page_without_a_report_is_a_fault_and_keeps_its_page() -> None:
    reading = read_raw(RawPage(name="menu.txt", data=b"Menu\nHome\nLog in\n"))
    assert reading.page is not None
    assert [fault.code for fault in reading.faults] == ["E111"]
    assert reading.reports == ()
