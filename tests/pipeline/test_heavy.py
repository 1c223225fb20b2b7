"""Pages made to be slow: none may take more than a small multiple of what its size deserves.

The limits are far above what is needed, and far below what a regular expression that backtracks
or a loop over all pairs of lines would take.
"""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import pytest

from communique.errors import Fault
from communique.pipeline.reading import reports_of
from communique.read import read_bytes
from communique.types.text import Report

PROSE = "The two ministers met in Vienna on Tuesday and agreed to hold further talks in May."
BODY = f"{PROSE}\n{PROSE} The statement was issued in the evening.\n"
LINES = {
    "initials": "A. " * 140,
    "by and": "By " + "A and B and C " * 25 + "!",
    "by particles": "By " + "de " * 38 + "!",
    "by dots": "By " + "A." * 55 + "!",
    "brackets": "(" * 390,
    "open brackets": "[" * 690,
    "credits": "(photo " * 100,
    "slashes": "A B/" * 100,
    "names": ". Aa Bb" * 95,
    "capitals": "A" * 400,
    "capital words": "AB " * 130,
    "commas": "," * 390 + "x",
    "clock": "1:1:1:" * 70,
    "dates": "July 3, 2024 " * 30,
    "share": "share " * 60,
    "languages": "english" + " | abcdef" * 40 + "%%",
    "newsletters": "get " + "newsletter " * 35,
    "cookies": "by continuing " * 28,
    "more": "more" + " " * 300 + "x",
    "updated": "updated" + " " * 100 + "x",
    "signature": "for the state " * 11,
    "copyright": "© by " * 75,
    "dateline": "Aa-" * 45 + ", July 3",
}
PAGES = {
    "one line of 10 MB": PROSE * 120_000,
    "one sentence without end": "He said that " * 100_000 + ".",
    "initials": "A. " * 400_000,
    "quoted sentences": '"He said. ' * 100_000,
    "dates": "July 3, 2024 " * 100_000,
    "clock": "1:1:1:" * 300_000,
    "brackets": "(" * 2_000_000,
    "white space": "He said" + " " * 5_000_000 + "that.\n" + BODY,
    "copyright": BODY + "© " + " " * 300_000 + "x",
    "short lines": "".join(f"line {n} of it\n" for n in range(50_000)),
    "dated lines": "July 3, 2024\n" * 20_000,
    "wrapped": ("word " * 14 + "\n") * 30_000,
    "prose": "".join(f"{PROSE} Point {n}.\n" for n in range(15_000)),
    "stories": "".join(
        f"Ministers of Vienna hold talks {n}\n2024-07-04 10:00\n{PROSE} {n}\n{PROSE} {-n}\n"
        for n in range(4_000)
    ),
    "galleries": "".join(f"{'Ministers meet for talks' + chr(10)}" * 3 + f"N{n} said so. {PROSE}\n"
                         for n in range(4_000)),
    "datelines": "".join(
        f"New headline {n} about talks\nVIENNA, July 3 (Xinhua) -- {PROSE} {n}\n"
        for n in range(5_000)
    ),
    "short lines, long prose": "Ministers met for talks\n" * 20_000 + f"{PROSE * 10_000}\n" * 2,
    "comments": "<!-- -->" * 500 + "and words",
}  # fmt: skip
MARKUP = {
    "nested": "<div>" * 240 + f"<p>{PROSE}</p>" * 5,
    "paragraphs": "".join(f"<p>{PROSE} {n}</p>" for n in range(10_000)),
    "distinct words": "".join(
        f"<p>{' '.join(f'w{n}x{k}' for k in range(60))}.</p>" for n in range(1_000)
    ),
    "line breaks": "<p>" + "a b c<br>" * 60_000 + "</p>",
    "links": "<a href='#'>link text</a> " * 50_000 + f"<p>{PROSE}</p>" * 3,
    "class names": f"<div class='{'date-' * 150_000}'><p>{PROSE}</p></div>" * 2,
    "times": "<h1>Talks</h1>" + "<div>updated <time datetime='2024-01-01'>1</time></div>" * 3_000,
    "linked data": '<script type="application/ld+json">[' + '{"@type":"Article"},' * 100_000
    + f"1]</script><p>{PROSE}</p>",
    "open comment": "<!-- " + PROSE * 10_000,
    "angles": "<a <b " * 100_000,
}  # fmt: skip


@contextmanager
def within(seconds: int) -> Iterator[None]:
    """Fail where the block takes longer (Unix, main thread; elsewhere there is no limit)."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise TimeoutError(f"more than {seconds} s")

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def read(text: str, name: str) -> tuple[Report, ...] | Fault:
    page = read_bytes(text.encode(), name)
    return page if isinstance(page, Fault) else reports_of(page)


@pytest.mark.parametrize("line", LINES)
def test_a_slow_line(line: str) -> None:
    with within(20):
        reports = read(f"{LINES[line]}\n" * 100 + BODY, "page.txt")
    assert not isinstance(reports, Fault)


@pytest.mark.parametrize("page", PAGES)
def test_a_slow_text_page(page: str) -> None:
    with within(20):
        read(PAGES[page], "page.txt")


@pytest.mark.parametrize("page", MARKUP)
def test_a_slow_html_page(page: str) -> None:
    with within(20):
        read(f"<html><body>{MARKUP[page]}</body></html>", "page.html")
