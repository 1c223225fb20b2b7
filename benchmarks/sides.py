"""Measure verdicts by topic on gold accounts: `sides.py [--half seen|unseen] [--misses|--pairs]`.

The coverages of tests/gold/sides are accounts of one happening by two sides, some with a third
party's, a sentence a line, with the topics that they tell and each account's verdict on each. Whose
account it is, is given; sentences are linked, gathered into topics and judged by the program. A
topic found is held against the gold topic with which it shares most sentences (Jaccard), each with
one; what is found or wanted beyond these counts as wrong. The verdict counts on every column where
there is that account.

`--pairs` measures on the readouts of tests/gold/coverages instead, which other hands wrote: of the
pairs of sentences of two readouts that stand in one topic, how many say the same, and how many of
those that do are found.
"""

import argparse
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import get_args

from comparing import read_coverages
from plain import plain_report

from communique.align import align
from communique.align.sides_told import by_topic
from communique.align.sides_topics import ref, side_topics
from communique.align.sides_words import Subjects
from communique.extract import extract
from communique.types.coverage import Coverage, Origin
from communique.types.sides import Sides, Verdict
from communique.types.text import Passage, Report

GOLD = Path(__file__).resolve().parents[1] / "tests/gold/sides"
VERDICTS: dict[str, Verdict] = {
    "said": "said",
    "silent": "not mentioned",
    "differently": "worded differently",
    "contradicted": "contradicted",
}
_ACCOUNT = re.compile(r"=== ([A-C]) ([A-Z]{3}|-)")
_SENTENCE = re.compile(r"\d+ (.+)")
Places = frozenset[tuple[str, int]]
"""Sentences by the name of their report and their place from 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A topic: its name, the verdict of every column that there is, and its sentences."""

    name: str
    verdicts: tuple[Verdict, ...]
    places: Places


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldSides:
    """A coverage whose accounts are given, its reports, and its gold topics."""

    name: str
    coverage: Coverage
    reports: tuple[Report, ...]
    rows: tuple[Row, ...]


def read_sides(half: str) -> list[GoldSides]:
    """The gold of a half, by name. ValueError: a line that no rule fits."""
    return [_read(path) for path in sorted((GOLD / half).glob("*.txt"))]


def _read(path: Path) -> GoldSides:
    texts, topics = path.read_text(encoding="utf-8").split("\n--- topics\n")
    sides: dict[str, str] = {}
    reports: list[Report] = []
    for piece in re.split(r"^(?==== )", texts, flags=re.MULTILINE)[1:]:
        head, headline, *lines = piece.strip().splitlines()
        account = _ACCOUNT.fullmatch(head)
        if account is None:
            raise ValueError(f"no account: {head!r}")
        sides[account[1]] = account[2]
        sentences = [match[1] for line in lines if (match := _SENTENCE.fullmatch(line))]
        reports.append(_report(account[1], account[2], headline, sentences))
    links = align(reports)
    origins = tuple(
        Origin(
            name=name,
            report_ids=(name,),
            reason="",
            side=None if side == "-" else side,
            stance="unknown" if side == "-" else "party",
        )
        for name, side in sides.items()
    )
    ids = tuple(report.id for report in reports)
    return GoldSides(
        name=path.stem,
        coverage=Coverage(id=path.stem, report_ids=ids, origins=origins, links=links),
        reports=tuple(reports),
        rows=tuple(_row(line, len(reports)) for line in topics.splitlines() if line.strip()),
    )


def _report(name: str, side: str, headline: str, sentences: Sequence[str]) -> Report:
    text = "\n".join([headline, *sentences])
    cut, at = [], len(headline) + 1
    for sentence in sentences:
        cut.append(Passage.cut(text, at, at + len(sentence)))
        at += len(sentence) + 1
    return replace(
        plain_report(name, text),
        kind="news" if side == "-" else "readout",
        headline=Passage.cut(text, 0, len(headline)),
        paragraphs=tuple(cut),
        sentences=tuple(cut),
    )


def _row(line: str, accounts: int) -> Row:
    name, *cells = [cell.strip() for cell in line.split("|")]
    verdicts, places = [], []
    for cell in cells[:accounts]:
        verdict, *named = cell.split()
        verdicts.append(VERDICTS[verdict])
        places += [(each[0], int(each[1:]) - 1) for each in named]
    return Row(name=name, verdicts=tuple(verdicts), places=frozenset(places))


def found_rows(sides: Sides, reports: Sequence[Report]) -> list[Row]:
    """The topics found, as they are compared."""
    at = {(r.id, s.span): n for r in reports for n, s in enumerate(r.sentences)}
    return [
        Row(
            name=topic.name,
            verdicts=tuple(each.verdict for each in topic.told),
            places=frozenset(
                (piece.report_id, at[piece.report_id, piece.span])
                for each in topic.told
                for piece in each.sentences
            ),
        )
        for topic in sides.topics
    ]


def matched(gold: Sequence[Row], found: Sequence[Row]) -> list[tuple[Row | None, Row | None]]:
    """Gold topics and found ones in pairs, the likest first; None where one is left alone."""
    ranked = sorted(
        (
            (-len(a.places & b.places) / len(a.places | b.places), i, j)
            for i, a in enumerate(gold)
            for j, b in enumerate(found)
            if a.places & b.places
        ),
    )
    left, right = dict(enumerate(gold)), dict(enumerate(found))
    pairs: list[tuple[Row | None, Row | None]] = [
        (left.pop(i), right.pop(j)) for _, i, j in ranked if i in left and j in right
    ]
    return [*pairs, *((a, None) for a in left.values()), *((None, b) for b in right.values())]


def measure(half: str, *, misses: bool) -> dict[str, float]:
    """F1 of each verdict, of all, and of topics, right where their sentences are the same."""
    hits, wanted, given = Counter[str](), Counter[str](), Counter[str]()
    for each in read_sides(half):
        findings = [extract(report) for report in each.reports]
        sides = by_topic(each.coverage, each.reports, findings)
        for gold, found in matched(each.rows, found_rows(sides, each.reports)):
            _count(gold, found, hits, wanted, given)
            if misses and (gold is None or found is None or gold.verdicts != found.verdicts):
                print(f"{each.name}\n  gold  {_told(gold)}\n  found {_told(found)}")
    shown: dict[str, float] = {}
    for name in (*get_args(Verdict), "verdicts", "topics"):
        precision = hits[name] / max(1, given[name])
        recall = hits[name] / max(1, wanted[name])
        shown[name] = 2 * hits[name] / max(1, given[name] + wanted[name])
        print(
            f"{name}: precision {precision:.3f}, recall {recall:.3f}, F1 {shown[name]:.3f} "
            f"({hits[name]} right of {given[name]} given, {wanted[name]} wanted)"
        )
    return shown


def _count(
    gold: Row | None,
    found: Row | None,
    hits: Counter[str],
    wanted: Counter[str],
    given: Counter[str],
) -> None:
    for row, counts in ((gold, wanted), (found, given)):
        if row:
            counts.update(row.verdicts)
            counts.update({"verdicts": len(row.verdicts), "topics": 1})
    if gold and found:
        right = [a for a, b in zip(gold.verdicts, found.verdicts, strict=True) if a == b]
        hits.update(right)
        hits.update({"verdicts": len(right), "topics": gold.places == found.places})


def _told(row: Row | None) -> str:
    if row is None:
        return "-"
    places = " ".join(f"{name}{n + 1}" for name, n in sorted(row.places))
    return f"{row.name} | {' | '.join(row.verdicts)} | {places}"


def measure_pairs(half: str) -> float:
    """F1 of pairs of sentences of two readouts of tests/gold/coverages that stand in one topic."""
    hits = wanted = given = 0
    for each in read_coverages(half):
        readouts = [report for report in each.reports if report.kind == "readout"]
        places = {ref(r, n): (r.id, n) for r in readouts for n in range(len(r.sentences))}
        subjects = Subjects(each.reports, {r.id: extract(r) for r in each.reports}, ())
        groups, _ = side_topics(readouts, align(each.reports), subjects)
        found = {
            frozenset((places[a], places[b]))
            for group in groups
            for a, b in combinations(group, 2)
            if a.report_id != b.report_id
        }
        known = set(places.values())
        gold = {frozenset(((a, i), (b, j))) for a, i, b, j in each.links}
        gold = {pair for pair in gold if pair <= known}
        hits, wanted, given = hits + len(found & gold), wanted + len(gold), given + len(found)
    f1 = 2 * hits / max(1, given + wanted)
    print(
        f"pairs: precision {hits / max(1, given):.3f}, recall {hits / max(1, wanted):.3f}, "
        f"F1 {f1:.3f} ({hits} right of {given} given, {wanted} wanted)"
    )
    return f1


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=("seen", "unseen"), default="seen")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--pairs", action="store_true")
    options = parser.parse_args()
    if options.pairs:
        measure_pairs(options.half)
    else:
        measure(options.half, misses=options.misses)


if __name__ == "__main__":
    main()
