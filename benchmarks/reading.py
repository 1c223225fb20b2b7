"""How fast pages are read, cleaned and split into reports, and whether memory stays flat.

    python benchmarks/reading.py [--html-data ../shared/data/cleaning] [--seconds 5]
    python benchmarks/reading.py --memory

Pages a CPU-second of this process, after a warm-up, for the demo's text pages, for text pages of
400 to 500 words (paragraphs of demo pages put together), for the demo's HTML pages and, with
`--html-data`, for every page (.html, .html.gz) of a folder. Files are unpacked beforehand;
decoding, parsing, cleaning, cutting into stories and sentences are counted, extraction is not.

`--memory` streams 1,000, then 10,000, then 100,000 generated text pages, each a demo page with
other numbers in it, and prints this process's resident memory after each.
"""

import argparse
import random
import re
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import psutil

from communique import demo
from communique.errors import Fault
from communique.pipeline.reading import reports_of
from communique.read import RawPage, open_sources, to_page

PAGES = Path(next(iter(demo.__path__))) / "pages"
LEAST_WORDS, MOST_WORDS = 400, 500
STREAMS = (1_000, 10_000, 100_000)
_NUMBER = re.compile(r"\d+")


def read_one(raw: RawPage) -> int:
    """Read one page; the number of its reports."""
    page = to_page(raw)
    reports = page if isinstance(page, Fault) else reports_of(page)
    return 0 if isinstance(reports, Fault) else len(reports)


def raw_pages(*paths: Path) -> list[RawPage]:
    """Every page below the paths that can be opened."""
    return [raw for raw in open_sources(map(str, paths)) if isinstance(raw, RawPage)]


def demo_pages(suffix: str) -> list[RawPage]:
    """The demo's pages of one kind."""
    return raw_pages(*sorted(PAGES.glob(f"*{suffix}")))


def long_pages(count: int = 60, seed: int = 3) -> list[RawPage]:
    """Text pages of 400 to 500 words: a demo page, with paragraphs of others behind its own."""
    rng = random.Random(seed)
    texts = [raw.data.decode() for raw in demo_pages(".txt")]
    paragraphs = [line for text in texts for line in text.splitlines() if len(line.split()) > 15]
    pages = []
    for number in range(count):
        lines = texts[number % len(texts)].splitlines()
        while sum(len(line.split()) for line in lines) < LEAST_WORDS:
            lines += ["", rng.choice(paragraphs)]
        words = sum(len(line.split()) for line in lines)
        if words <= MOST_WORDS:
            pages.append(RawPage(name=f"{number}.txt", data="\n".join(lines).encode()))
    return pages


def pace(pages: Sequence[RawPage], seconds: float) -> float:
    """Pages a CPU-second, over as many rounds as fit into `seconds`."""
    for raw in pages[:20]:
        read_one(raw)
    done, begun = 0, time.process_time()
    while (spent := time.process_time() - begun) < seconds:
        for raw in pages:
            read_one(raw)
        done += len(pages)
    return done / spent


def show(name: str, pages: Sequence[RawPage], seconds: float) -> None:
    """Print the pace of one kind of pages."""
    words = sum(len(raw.data.split()) for raw in pages) / len(pages)
    found = pace(pages, seconds)
    print(f"{name}: {found:.0f} pages a CPU-second ({len(pages)} pages, {words:.0f} words each)")


def varied(count: int, seed: int = 5) -> Iterator[RawPage]:
    """Generated pages: a demo page, every number in it replaced, and its own number behind it."""
    rng = random.Random(seed)
    texts = [raw.data.decode() for raw in demo_pages(".txt")]

    def other(match: re.Match[str]) -> str:
        return str(rng.randrange(1, 10 ** min(9, len(match[0]))))

    for number in range(count):
        text = _NUMBER.sub(other, rng.choice(texts))
        yield RawPage(name=f"{number}.txt", data=f"{text}\nPage {number} of them.\n".encode())


def memory() -> None:
    """Stream pages and print the resident memory."""
    process = psutil.Process()
    for raw in varied(100):
        read_one(raw)
    print(f"resident before: {process.memory_info().rss / 1e6:.0f} MB")
    for count in STREAMS:
        reports = sum(map(read_one, varied(count, seed=count)))
        rss = process.memory_info().rss / 1e6
        print(f"resident after {count:,} pages ({reports:,} reports): {rss:.0f} MB")


def main() -> None:
    """Read the arguments, measure, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--html-data", type=Path, metavar="FOLDER")
    parser.add_argument("--seconds", type=float, default=5.0)
    parser.add_argument("--memory", action="store_true")
    options = parser.parse_args()
    if options.memory:
        memory()
        return
    show("demo text", demo_pages(".txt"), options.seconds)
    show("text of 400 to 500 words", long_pages(), options.seconds)
    show("demo HTML", demo_pages(".html"), options.seconds)
    if options.html_data:
        pages = raw_pages(*sorted(options.html_data.rglob("*.html*")))
        show(f"HTML of {options.html_data.name}", pages, options.seconds)


if __name__ == "__main__":
    main()
