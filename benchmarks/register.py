"""Measure the register: assertions written a second, and full-text search times.

    python benchmarks/register.py [--assertions 200000] [--searches 400]

Pages of generated English-like text are added one transaction each, with a report, its mentions
and about two dozen findings with their evidence. Word frequencies follow Zipf's law over 20,000
words. Searches are of one to three words, drawn as often from the middle of the vocabulary as
from its most frequent words.
"""

import argparse
import random
import shutil
import tempfile
import time
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from statistics import quantiles

from communique.register import Register
from communique.types.ids import content_id
from communique.types.parties import Actor, Mention, Role
from communique.types.record import Findings, Statement
from communique.types.text import Block, Evidence, Page, Passage, Report, Span

VOCABULARY = 20_000
SENTENCES = 20
"""Of 20 words: 400 words a report."""
FINDINGS = 25
"""Assertions a page, report and mentions included: 8,000 pages make 200,000."""


def vocabulary(rng: random.Random) -> list[str]:
    """Pronounceable words, the shorter ones first, as the frequent words of English are short."""
    syllables = [c + v for c in "bcdfghjklmnprstvw" for v in ("a", "e", "i", "o", "u", "an", "or")]
    words: set[str] = set()
    while len(words) < VOCABULARY:
        words.add("".join(rng.choices(syllables, k=rng.choice((1, 2, 2, 3, 3, 4)))))
    return sorted(words, key=lambda word: (len(word), word))


def pages(count: int, seed: int = 7) -> Iterator[tuple[Page, Report, Findings]]:
    """Generated pages with what an extractor might find on them."""
    rng = random.Random(seed)
    words = vocabulary(rng)
    weights = list(accumulate(1 / (rank + 2.7) for rank in range(VOCABULARY)))
    for number in range(count):
        sentences = [
            " ".join(rng.choices(words, cum_weights=weights, k=20)).capitalize() + "."
            for _ in range(SENTENCES)
        ]
        yield page(number, sentences)


def page(number: int, sentences: list[str]) -> tuple[Page, Report, Findings]:
    """A page of `sentences`, the first of them its headline."""
    text = "\n".join(sentences)
    page_id = content_id("pg", number, text)
    report_id = content_id("rp", page_id)
    starts = list(accumulate((len(one) + 1 for one in sentences), initial=0))
    passages = [
        Passage(span=Span(start=start, end=start + len(one)), text=one)
        for start, one in zip(starts, sentences, strict=False)
    ]
    report = Report(
        id=report_id,
        page_id=page_id,
        kind="wire",
        language="en",
        headline=passages[0],
        byline=None,
        outlet=None,
        agency=None,
        dateline=None,
        published=None,
        updated=None,
        paragraphs=tuple(passages[1:]),
        sentences=tuple(passages[1:]),
    )
    whole = Page(
        id=page_id,
        name=f"{number}.txt",
        address=None,
        media="text",
        encoding="utf-8",
        sha256=page_id,
        text=text,
        blocks=tuple(Block(span=passage.span, tag="line") for passage in passages),
    )
    return whole, report, findings(report, number)


def findings(report: Report, number: int) -> Findings:
    """Statements and actors, each citing a sentence or part of one."""
    actors, statements = [], []
    for place in range(FINDINGS - 2):
        sentence = report.sentences[place % len(report.sentences)]
        cited = Evidence(report_id=report.id, span=sentence.span, quote=sentence.text)
        if place < 5:
            name = f"Actor {(number * 7 + place) % 900}"
            role = Role(title="minister", iso3="FRA", evidence=(cited,))
            actor_id = content_id("ac", name)
            actors.append(
                Actor(
                    id=actor_id,
                    name=name,
                    kind="person",
                    iso3="FRA",
                    roles=(role,),
                    evidence=(cited,),
                )
            )
            continue
        statements.append(
            Statement(
                id=content_id("st", report.id, place),
                report_id=report.id,
                source=sentence.inner(0, 8),
                actor_ids=(actors[place % 5].id,),
                cue=sentence.inner(9, 14),
                content=(sentence.inner(15, len(sentence.text)),),
                manner="indirect",
                modality="actual",
                rule="said-that",
                evidence=(cited,),
            )
        )
    mentions = tuple(
        Mention(passage=one.inner(0, 8), actor_ids=(actors[0].id,), rule="name")
        for one in report.sentences
    )
    return Findings(
        report_id=report.id,
        actors=tuple(actors),
        mentions=mentions,
        statements=tuple(statements),
    )


def searches(count: int, seed: int = 11) -> list[str]:
    """Searches of one to three words."""
    rng = random.Random(seed)
    words = vocabulary(random.Random(7))
    common, middle = words[:300], words[300:6000]
    return [
        " ".join(rng.choice(rng.choice((common, middle))) for _ in range(rng.choice((1, 2, 2, 3))))
        for _ in range(count)
    ]


def main() -> None:
    """Write, search, print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--assertions", type=int, default=200_000)
    parser.add_argument("--searches", type=int, default=400)
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp())
    try:
        with Register.open(folder / "bench.db") as register:
            write(register, options.assertions // FINDINGS)
            search(register, options.searches)
        print(f"file: {(folder / 'bench.db').stat().st_size / 1e6:.0f} MB")
    finally:
        shutil.rmtree(folder)


def write(register: Register, count: int) -> None:
    """Add pages, one transaction each; generating them is not counted."""
    run = register.begin_run("benchmark", {})
    spent = 0.0
    for whole, report, found in pages(count):
        begun = time.perf_counter()
        with register.write(run) as writer:
            writer.add_page(whole, "1", reports=[report], findings=[found])
        spent += time.perf_counter() - begun
    with register.read() as view:
        counts = view.counts()
    stood = counts["statement"] + counts["report"] + counts["mentions"] + 5 * count
    print(f"written: {stood} assertions on {count} pages in {spent:.1f} s")
    print(f"assertions written per second: {stood / spent:.0f}")


def search(register: Register, count: int) -> None:
    """Search, each in a view of its own."""
    times, found = [], 0
    for words in searches(count):
        begun = time.perf_counter()
        with register.read() as view:
            found += len(view.search(words, 20))
        times.append((time.perf_counter() - begun) * 1000)
    cuts = quantiles(times, n=100)
    print(f"searches: {count}, hits shown: {found}")
    print(f"search p50: {cuts[49]:.1f} ms")
    print(f"search p95: {cuts[94]:.1f} ms")


if __name__ == "__main__":
    main()
