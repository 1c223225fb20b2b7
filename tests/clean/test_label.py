"""Lines of whole pages: which belong to the body, and what the others are."""

import pytest

from communique.clean import label_lines, select_body
from communique.clean.recover import recover_main
from communique.clean.select import best_run
from communique.read import read_bytes
from communique.types.text import Block, Label, Line, Page, Passage, Span

FIRST = (
    "The foreign ministers of the two states agreed on Tuesday that they would reopen their"
    " embassies before the end of the year."
)
SECOND = (
    "The agreement ends six years without diplomatic relations, both of the ministries said in a"
    " statement that was issued after the talks."
)


def lines_of(text: str, name: str = "page.txt") -> tuple[Line, ...]:
    page = read_bytes(text.encode(), name)
    assert isinstance(page, Page)
    return label_lines(page)


def body(lines: tuple[Line, ...]) -> list[str]:
    return [line.text for line in select_body(lines) if line.label == "body"]


def test_the_body_is_the_run_of_prose() -> None:
    text = f"Home\nWorld\nSport\n{FIRST}\nA short line\n{SECOND}\nRelated stories\n{FIRST[:80]}\n"
    found = body(lines_of(text))
    assert found == [FIRST, "A short line", SECOND]


def test_a_paragraph_that_comes_again_is_a_repeat() -> None:
    labels = [line.label for line in lines_of(f"{FIRST}\n{SECOND}\n{FIRST}\n")]
    assert labels == ["body", "body", "repeat"]


def test_a_short_line_that_stands_three_times_is_a_repeat() -> None:
    head = "Embassies reopen soon"
    lines = lines_of(f"{head}\n{FIRST}\n{head}\n{head}")
    assert [line.label for line in lines] == ["repeat", "body", "repeat", "repeat"]


def test_copies_behind_a_gallery_heading_are_the_gallery() -> None:
    head = "Embassies reopen soon"
    lines = lines_of(f"{head}\n{FIRST}\n{SECOND}\nMore Images\n{head}\n{FIRST}\n{head}\n{FIRST}\n")
    assert [line.label for line in lines][3:] == ["furniture", *["gallery"] * 4]


def test_a_date_scraped_in_front_of_a_headline_is_a_line_of_its_own() -> None:
    lines = lines_of(f"2024-07-04 Ministers agree to reopen their embassies\n{FIRST}\n{SECOND}\n")
    assert [line.text for line in lines[:2]] == [
        "2024-07-04",
        "Ministers agree to reopen their embassies",
    ]
    assert lines[0].label == "stamp"


def test_the_markup_speaks_for_captions_bylines_and_stamps() -> None:
    lines = lines_of(
        f"<html><body><h1>Embassies reopen</h1><p class='byline'>Jane Roe</p><p>{FIRST}</p>"
        f"<figure><figcaption>The palace where they met</figcaption></figure><p>{SECOND}</p>"
        "<nav><p>World</p></nav></body></html>",
        "page.html",
    )
    labels = {line.text: line.label for line in lines}
    assert labels == {
        "Embassies reopen": "headline",
        "Jane Roe": "byline",
        FIRST: "body",
        "The palace where they met": "caption",
        SECOND: "body",
        "World": "furniture",
    }


def test_a_dropped_block_is_taken_back_between_body() -> None:
    tags = ["h1", "p", "p", "p", "nav", "p", "p"]
    main = [False, False, True, False, False, True, False]
    texts = [
        "Embassies reopen",
        "The ministers of two states agreed on embassies.",
        FIRST,
        "It was short.",
        "Menu",
        SECOND,
        "Read more",
    ]
    blocks = [
        Block(span=Span(start=at * 10, end=at * 10 + 9), tag=tag, main=kept)
        for at, (tag, kept) in enumerate(zip(tags, main, strict=True))
    ]
    assert recover_main(blocks, texts) == [False, True, True, True, False, True, False]


@pytest.mark.parametrize(
    ("scores", "run"),
    [
        ([], (0, 0)),
        ([-1, -2], (0, 0)),
        ([-1, 3, -1, 2, -5, 1], (1, 4)),
        ([2, -3, 4], (2, 3)),
        ([1, 1, 1], (0, 3)),
    ],
)
def test_the_best_run(scores: list[float], run: tuple[int, int]) -> None:
    assert best_run(scores) == run


def test_a_barrier_ends_the_body() -> None:
    labels: list[Label] = ["body", "body", "furniture", "body"]
    texts = [FIRST, SECOND, "Recommended articles", FIRST[:-1] + " at last."]
    at, lines = 0, []
    for label, text in zip(labels, texts, strict=True):
        passage = Passage(span=Span(start=at, end=at + len(text)), text=text)
        lines.append(Line(passage=passage, label=label))
        at += len(text) + 1
    kept = [line.label for line in select_body(lines)]
    assert kept == ["body", "body", "furniture", "furniture"]
