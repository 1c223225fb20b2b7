"""Text pages: lines as blocks, hard-wrapped paragraphs put together, HTML told by name or start."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import Fault
from communique.read import read_bytes
from communique.types.text import Page

WRAPPED = """\
Ministers agree on river commission after two days of talks

The foreign ministers of the two countries agreed on Tuesday to set up
a joint commission on the river that forms their border, the ministry
of foreign affairs said in a statement that it issued late on the same
evening.

The commission will meet twice a year, and its first session is to be
held in the spring. Engineers of both sides have measured the water for
a decade without ever comparing their figures with those of the others.
"""
MARKUP = st.lists(
    st.one_of(
        st.text(max_size=30),
        st.sampled_from(
            [
                "<p>", "</p>", "<br>", "<div class='date'>", "</div>", "<!--", "-->", "<a href=x>",
                "<table><td>", "<script>", "</script>", "&#0;", "&#xD800;", "&nbsp;", "<h1>",
                "<meta name='date' content='x'>", "<title>", "<time>", "\x00", "\x0b", "\u2028",
            ]
        ),
    ),
    max_size=30,
).map("".join)  # fmt: skip


def page_of(text: str, name: str = "page.txt") -> Page:
    page = read_bytes(text.encode(), name)
    assert isinstance(page, Page), page
    return page


def texts(page: Page) -> list[str]:
    return [page.text[block.span.start : block.span.end] for block in page.blocks]


def test_every_line_with_words_is_a_block() -> None:
    page = page_of("Headline\r\n\r\n  First paragraph.\r\n\t\nSecond.\u2028Third.")
    assert texts(page) == ["Headline", "  First paragraph.", "Second.", "Third."]
    assert (page.media, page.encoding) == ("text", "utf-8")


def test_hard_wrapped_lines_are_put_together() -> None:
    blocks = [" ".join(text.split()) for text in texts(page_of(WRAPPED))]
    assert [block.split()[0] for block in blocks] == ["Ministers", "The", "The"]
    assert blocks[1].endswith("on the same evening.")
    assert blocks[2].endswith("those of the others.")


def test_short_paragraphs_are_no_wrapped_lines() -> None:
    page = page_of("\n".join(f"Paragraph {n} says what was agreed upon." for n in range(20)))
    assert len(page.blocks) == 20


@pytest.mark.parametrize(
    ("text", "name", "media"),
    [
        ("<!DOCTYPE html><p>Hello there", "page", "html"),
        ("<?xml version='1.0'?><!-- made by hand --><html><p>Hello there", "-", "html"),
        ("Hello there", "page.htm", "html"),
        ("Hello there", "a.warc#120", "text"),
        ("He wrote <html> on the board", "page.txt", "text"),
        ("<!-- a note --> and words", "page.txt", "text"),
    ],
)
def test_html_is_told_by_its_name_or_its_first_element(text: str, name: str, media: str) -> None:
    assert page_of(text, name).media == media


def test_a_page_is_its_bytes_and_its_address() -> None:
    one, same = page_of("Talks began.", "a.txt"), page_of("Talks began.", "b.txt")
    other = read_bytes(b"Talks began.", "a.txt", address="https://example.org/a")
    assert isinstance(other, Page)
    assert one.id == same.id != other.id
    assert other.address == "https://example.org/a"


@given(st.one_of(st.binary(max_size=300), MARKUP.map(lambda text: text.encode("utf-8"))))
def test_any_bytes_give_a_page_or_a_fault(data: bytes) -> None:
    for name in ("page.txt", "page.html"):
        read = read_bytes(data, name)
        assert isinstance(read, Fault | Page)
        assert read == read_bytes(data, name)
        if isinstance(read, Page):
            read.text.encode("utf-8")
            end = 0
            for block in read.blocks:
                assert end <= block.span.start < block.span.end <= len(read.text)
                assert read.text[block.span.start : block.span.end].strip()
                end = block.span.end


@given(MARKUP, st.sampled_from(["utf-8", "utf-16", "cp1252", "gb18030"]))
def test_any_text_gives_a_page_or_a_fault(text: str, encoding: str) -> None:
    data = text.encode(encoding, "replace")
    assert isinstance(read_bytes(data, "page.html"), Fault | Page)
    assert isinstance(read_bytes(data), Fault | Page)
