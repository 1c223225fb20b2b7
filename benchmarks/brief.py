"""Measure the brief: seconds and size of the file, with 2,000 made-up reports of one dyad.

    python benchmarks/brief.py [--reports 2000] [--others 0] [--out brief.html] [--profile]

Every happening is told by four reports of three accounts: each side's readout, and a wire story
with its copy. Each report has 16 sentences of 22 words (Zipf's law over 20,000 words), nine
statements and two dozen mentions; each happening a meeting in one of nine cities, four other
events and, now and then, a document or a change of relations. `--others` adds reports of other
dyads, which must be passed over. The time is taken from opening the register to the last byte
written; the register's file is warm.
"""

import argparse
import cProfile
import pstats
import random
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

from communique.export.briefing import FORMATS, make_brief
from communique.register import MACHINE, Register, coverage_of
from communique.types.coverage import Coverage, Link, Merged, Origin, SentenceRef
from communique.types.ids import content_id
from communique.types.parties import Actor, Mention
from communique.types.provenance import Judgement
from communique.types.record import Event, EventDate, EventType, Findings, Place, Statement
from communique.types.standing import Act, Instrument, RelationChange
from communique.types.text import Credit, Evidence, Page, Passage, Report, Span, Stamp
from communique.vocab.plover import intensity, quad

CARRIERS = 4
SENTENCES = 16
WORDS = 22
CITIES = (
    ("Beijing", "CHN", 39.9, 116.4),
    ("Xi'an", "CHN", 34.3, 108.9),
    ("Shanghai", "CHN", 31.2, 121.5),
    ("Astana", "KAZ", 51.2, 71.4),
    ("Almaty", "KAZ", 43.2, 76.9),
    ("Samarkand", "UZB", 39.7, 67.0),
    ("Moscow", "RUS", 55.8, 37.6),
    ("New York", "USA", 40.7, -74.0),
    ("Geneva", "CHE", 46.2, 6.1),
)
TYPES: tuple[EventType, ...] = ("AGREE", "SUPPORT", "COOPERATE", "REQUEST", "ACCUSE", "REJECT")
LEVELS = ("partnership", "strategic partnership", "comprehensive strategic partnership")
FORMULA = "a community of common destiny that serves the lasting interests of both peoples"


class Maker:
    """Makes happenings of a dyad, each with its pages, reports and findings."""

    def __init__(self, dyad: tuple[str, str], seed: int) -> None:
        self.dyad = dyad
        self.rng = random.Random(seed)
        syllables = [c + v for c in "bcdfghjklmnprstvw" for v in ("a", "e", "i", "o", "an", "or")]
        words = {
            "".join(self.rng.choices(syllables, k=self.rng.choice((2, 3, 3, 4))))
            for _ in range(30_000)
        }
        self.words = sorted(words, key=lambda word: (len(word), word))[:20_000]
        self.weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(self.words))))
        self.actors = [
            actor(kind, name, iso3)
            for iso3 in dyad
            for kind, name in (
                ("state", iso3),
                *(("person", f"Minister {iso3} {number}") for number in range(12)),
            )
        ]

    def sentence(self) -> str:
        """Words, now and then with the formula among them."""
        words = self.rng.choices(self.words, cum_weights=self.weights, k=WORDS)
        if self.rng.random() < 0.01:
            words[8:8] = FORMULA.split()
        return " ".join(words).capitalize() + "."

    def happening(
        self, number: int, day: date
    ) -> tuple[list[tuple[Page, Report, Findings]], Merged]:
        """The pages of one happening, and what they assert together."""
        shared = [self.sentence() for _ in range(SENTENCES // 2)]
        read = []
        for carrier in range(CARRIERS):
            own = read[2][1].sentences if carrier == 3 else None
            lines = shared + [self.sentence() for _ in range(SENTENCES - len(shared))]
            lines = [each.text for each in own] if own else lines
            read.append(self.page(number, carrier, day, lines))
        return read, self.merged(number, day, [report for _, report, _ in read])

    def page(
        self, number: int, carrier: int, day: date, lines: list[str]
    ) -> tuple[Page, Report, Findings]:
        """One carrier's page: a headline, then `lines`."""
        whole = [f"Ministers of {' and '.join(self.dyad)} meet, {number} {carrier}", *lines]
        text = "\n".join(whole)
        starts = accumulate((len(one) + 1 for one in whole), initial=0)
        passages = [
            Passage(span=Span(start=start, end=start + len(one)), text=one)
            for start, one in zip(starts, whole, strict=False)
        ]
        page_id = content_id("pg", text)
        report = Report(
            id=content_id("rp", page_id),
            page_id=page_id,
            kind="readout" if carrier < 2 else "wire",
            language="en",
            headline=passages[0],
            byline=None,
            outlet=Credit(name=f"Daily {number % 40}", stated=True) if carrier == 3 else None,
            agency=Credit(name=f"Wire {number % 7}", stated=True) if carrier > 1 else None,
            dateline=None,
            published=Stamp(value=day.isoformat(), stated=True),
            updated=None,
            paragraphs=tuple(passages[1:]),
            sentences=tuple(passages[1:]),
        )
        page = Page(
            id=page_id,
            name=f"pages/{number}-{carrier}.html",
            address=f"https://example.org/{number}/{carrier}",
            media="html",
            encoding="utf-8",
            sha256=page_id,
            text=text,
            blocks=(),
        )
        return page, report, self.findings(report)

    def findings(self, report: Report) -> Findings:
        """Nine statements, and who is named in each sentence."""
        cast = self.rng.sample(self.actors, 8)
        statements = tuple(
            Statement(
                id=content_id("st", report.id, number),
                report_id=report.id,
                source=sentence.inner(0, 6),
                actor_ids=(cast[number % 8].id,),
                cue=sentence.inner(7, 12),
                content=(sentence.inner(13, len(sentence.text)),),
                manner="indirect",
                modality="actual",
                rule="said-that",
                evidence=(report.evidence(sentence.span),),
            )
            for number, sentence in enumerate(report.sentences[:9])
        )
        mentions = tuple(
            Mention(passage=sentence.inner(0, 6), actor_ids=(each.id,), rule="name")
            for sentence in report.sentences
            for each in cast[:2]
        )
        cited = report.evidence(report.sentences[0].span)
        actors = tuple(replace(each, evidence=(cited,)) for each in cast)
        return Findings(
            report_id=report.id, actors=actors, mentions=mentions, statements=statements
        )

    def merged(self, number: int, day: date, reports: list[Report]) -> Merged:
        """A meeting, four other events, and now and then a document or a change."""
        home = coverage_of(reports[0].id)
        carriers = tuple(each.id for each in reports)

        def cited(sentence: int) -> tuple[Evidence, ...]:
            return tuple(each.evidence(each.sentences[sentence].span) for each in reports)

        name, country, lat, lon = self.rng.choice(CITIES)
        first, second = (self.rng.choice(self.actors[at : at + 13]) for at in (0, 13))
        kinds: list[EventType] = ["CONSULT", *self.rng.choices(TYPES, k=4)]
        events = tuple(
            Event(
                id=content_id("ev", home, place),
                type=kind,
                mode=None,
                quad=quad(kind),
                intensity=intensity(kind),
                actors=(first.id,),
                recipients=(second.id,),
                modality="actual",
                confidence=0.9,
                rule="made",
                report_ids=carriers,
                date=EventDate(value=day.isoformat(), precision="day", stated=True),
                place=Place(name=name, country=country, lat=lat, lon=lon),
                coverage_id=home,
                evidence=cited(place + 1),
            )
            for place, kind in enumerate(kinds)
        )
        paper = Instrument(
            id=content_id("in", home),
            kind="memorandum",
            title=f"Memorandum on matter {number}",
            parties=self.dyad,
            acts=(Act(act="signed", date=day.isoformat()),),
            coverage_id=home,
            report_ids=carriers,
            evidence=cited(7),
        )
        change = RelationChange(
            id=content_id("rl", home),
            dyad=self.dyad,
            change="upgraded",
            level_before=None,
            level_after=LEVELS[number // 170 % 3],
            date=day.isoformat(),
            coverage_id=home,
            report_ids=carriers,
            evidence=cited(8),
        )
        return Merged(
            coverage_id=home,
            events=events,
            instruments=(paper,) if number % 3 == 0 else (),
            relations=(change,) if number % 10 == 0 else (),
        )


def actor(kind: str, name: str, iso3: str) -> Actor:
    """A state or a person of it."""
    return Actor(id=content_id("ac", kind, name, iso3), name=name, kind=kind, iso3=iso3)  # type: ignore[arg-type]


def coverage(merged: Merged, reports: list[Report], dyad: tuple[str, str]) -> Coverage:
    """Three accounts; the sentences that all have are linked, as are all of the copy's."""
    ids = [each.id for each in reports]
    links = [
        Link(
            a=SentenceRef(report_id=one, sentence=number),
            b=SentenceRef(report_id=other, sentence=number),
            kind="verbatim",
            score=1.0,
        )
        for one, other in ((ids[0], ids[1]), (ids[0], ids[2]), (ids[2], ids[3]))
        for number in range(SENTENCES // 2)
    ]
    origins = (
        Origin(name="a", report_ids=(ids[0],), reason="made", side=dyad[0], stance="party"),
        Origin(name="b", report_ids=(ids[1],), reason="made", side=dyad[1], stance="party"),
        Origin(name="c", report_ids=(ids[2], ids[3]), reason="made", stance="third party"),
    )
    return Coverage(
        id=merged.coverage_id, report_ids=tuple(ids), origins=origins, links=tuple(links)
    )


def judgements(merged: Merged, reports: list[Report]) -> Iterator[Judgement]:
    """What puts the reports into one coverage."""
    for each in reports:
        yield Judgement(
            id=content_id("jd", "same_happening", each.id, merged.coverage_id, MACHINE),
            kind="same_happening",
            left=each.id,
            right=merged.coverage_id,
            author=MACHINE,
            reason="made",
            at="2024-01-01",
        )


def fill(register: Register, dyad: tuple[str, str], reports: int, seed: int) -> None:
    """Add so many reports of a dyad, spread over twelve years."""
    maker, run = Maker(dyad, seed), register.begin_run("benchmark", {})
    happenings = reports // CARRIERS
    made = {}
    with register.write(run) as writer:
        for number in range(happenings):
            day = date(2013, 1, 1) + timedelta(days=number * 4380 // max(1, happenings))
            read, merged = maker.happening(number, day)
            for page, report, findings in read:
                writer.add_page(page, "1", reports=[report], findings=[findings])
            told = [report for _, report, _ in read]
            made[merged.coverage_id] = (coverage(merged, told, dyad), merged)
            writer.judge(judgements(merged, told))
    with register.read() as view:
        stale = view.stale("made")
    with register.write(run) as writer:
        for each in stale:
            if each.id in made:
                writer.derive(each, *made[each.id])


def main() -> None:
    """Fill, brief, print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--reports", type=int, default=2000)
    parser.add_argument("--others", type=int, default=0)
    parser.add_argument("--register", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.register or Path(folder) / "bench.db"
        if not path.exists():
            with Register.open(path) as register:
                fill(register, ("CHN", "KAZ"), options.reports, 7)
                if options.others:
                    fill(register, ("BRA", "PER"), options.others, 8)
        for form in FORMATS:
            begun, cpu = time.perf_counter(), time.process_time()
            text = written(path, form)
            wall, spent = time.perf_counter() - begun, time.process_time() - cpu
            size = len(text.encode()) / 1e6
            print(f"{form}: {wall:.2f} s ({spent:.2f} CPU-seconds), {size:.2f} MB")
            if form == "html" and options.out:
                options.out.write_text(text, encoding="utf-8")
        if options.profile:
            profile = cProfile.Profile()
            profile.runcall(written, path, "html")
            pstats.Stats(profile).sort_stats("cumulative").print_stats(45)


def written(path: Path, form: str) -> str:
    """The brief of the dyad in a format."""
    with Register.open(path, create=False) as register, register.read() as view:
        return FORMATS[form](make_brief(view, "CHN", "KAZ"))


if __name__ == "__main__":
    main()
