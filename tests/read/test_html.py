"""HTML as a reader sees it: blocks, line breaks, hidden parts, roles, and what is body."""

import pytest
from lxml.html import document_fromstring

from communique.errors import Fault
from communique.pipeline.reading import reports_of
from communique.read import read_bytes
from communique.read.render import render
from communique.types.text import Page, Report

LEDE = "The foreign ministers of the two states agreed on Tuesday to reopen their embassies."
SECOND = "The agreement ends six years without diplomatic relations, both ministries said."
THIRD = "Ambassadors are to be exchanged before the end of the year, the statement added."


def words(body: str) -> list[str]:
    return [piece.words for piece in render(document_fromstring(f"<body>{body}</body>"))]


def page_of(source: str) -> Page:
    page = read_bytes(source.encode(), "page.html")
    assert isinstance(page, Page), page
    return page


def report_of(source: str) -> Report:
    reports = reports_of(page_of(source))
    assert not isinstance(reports, Fault)
    return reports[0]


@pytest.mark.parametrize(
    ("body", "pieces"),
    [
        ("<p>One</p><p>Two</p>", ["One", "Two"]),
        ("<div>One<p>Two</p>three</div>", ["One", "Two", "three"]),
        ("<p>One<br>line<br><br>Two</p>", ["One\nline", "Two"]),
        (
            "<p>One <b>bold <i>and</i></b> more,<span>joined</span></p>",
            ["One bold and more,joined"],
        ),
        ("<p>Many\n  spaces\u00a0here</p>", ["Many spaces here"]),
        ("<p>Seen</p><script>var no;</script><style>p{}</style><noscript>no</noscript>", ["Seen"]),
        ("<p>A<template>no</template>B</p><textarea>no</textarea>", ["AB"]),
        ("<table><tr><td>1</td><td>2</td></tr></table>", ["1", "2"]),
        ("<ul><li>One<ul><li>Two</li></ul></li></ul>", ["One", "Two"]),
        ("<p>a &amp; b &lt;c&gt; &#8211;</p>", ["a & b <c> –"]),
        ("<p>  <br> </p><div></div>", []),
    ],
)
def test_pieces(body: str, pieces: list[str]) -> None:
    assert words(body) == pieces


def test_roles_and_links() -> None:
    pieces = render(
        document_fromstring(
            "<body><nav><p>Home</p></nav><figure><figcaption>Seen here</figcaption></figure>"
            "<p class='by_line'>Jane</p><p><a href='/'>Linked</a></p><p class='mandate'>Text</p>"
            f"<p class='{'x' * 5000} caption'>Far</p></body>"
        )
    )
    assert [piece.role for piece in pieces] == ["furniture", "caption", "byline", None, None, None]
    assert [piece.linked for piece in pieces] == [0, 0, 0, 1, 0, 0]


def test_the_facts_of_the_head_open_the_text() -> None:
    page = page_of(
        "<html><head><title>Talks | The Post</title><meta name='date' content='2024-07-04'></head>"
        f"<body><h1>Talks</h1><p>{LEDE}</p></body></html>"
    )
    facts = {block.tag: page.text[block.span.start : block.span.end] for block in page.blocks}
    assert facts["meta:title"] == "Talks | The Post"
    assert facts["meta:published"] == "2024-07-04"
    assert page.text.startswith("title: Talks | The Post\n")


def test_a_dropped_lede_is_taken_back() -> None:
    report = report_of(
        f"<html><body><nav><ul><li><a href='/'>Home</a></li></ul></nav><h1>Embassies to reopen</h1>"
        f"<p>{LEDE}</p><div><p>{SECOND}</p><p>{THIRD}</p></div>"
        "<footer><p>All rights reserved. Contact us.</p></footer></body></html>"
    )
    assert [paragraph.text for paragraph in report.paragraphs] == [LEDE, SECOND, THIRD]
    assert report.headline is not None
    assert report.headline.text == "Embassies to reopen"


def test_a_page_without_dates_has_none() -> None:
    report = report_of(f"<html><body><h1>Talks</h1><p>{LEDE}</p><p>{SECOND}</p></body></html>")
    assert (report.published, report.updated, report.outlet, report.agency) == (None,) * 4


def test_a_page_too_long_to_align_is_still_read() -> None:
    stories = "".join(f"<p>{LEDE} It was day {n}.</p>" for n in range(2500))
    report = report_of(f"<html><body><h1>Embassies to reopen</h1>{stories}</body></html>")
    assert len(report.paragraphs) == 2500


@pytest.mark.parametrize("element", ["div", "b", "ul><li", "table><tr><td"])
def test_elements_nested_too_deeply(element: str) -> None:
    fault = read_bytes(f"<html><body>{f'<{element}>' * 100_000}{LEDE}".encode(), "page.html")
    assert isinstance(fault, Fault)
    assert fault.code == "E110"


@pytest.mark.parametrize("source", ["<html></html>", "<html><head><title>Talks</title></head>"])
def test_no_visible_words_are_no_report(source: str) -> None:
    fault = reports_of(page_of(source))
    assert isinstance(fault, Fault)
    assert fault.code == "E111"
