"""Measure links and differences on gold coverages: `comparing.py [--half seen|unseen] [--misses]`.

The coverages of tests/gold/coverages are several versions of one happening each, a sentence a
line, with the sentences that say the same and with what each version has otherwise than the first.
A difference is found where its kind is right and the words it cites on each side share at least
half of the words of the shorter quote with those of a gold one.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from plain import plain_report

from communique.align import align, differences
from communique.types.coverage import Difference, DifferenceKind
from communique.types.text import Credit, Passage, Report

GOLD = Path(__file__).resolve().parents[1] / "tests/gold/coverages"
_VERSION = re.compile(r"=== ([A-H]) (\w+)")
_CREDITS = re.compile(r"outlet: (.+) \| agency: (.+)")
_SENTENCE = re.compile(r"(\d+) (.+)")
_LINK = re.compile(r"([A-H])(\d+) ([=~]) ([A-H])(\d+)")
_DIFFERENCE = re.compile(r"A ([B-H]) (\w+) (.+?) \| (.+)")
_PLACE = re.compile(r'[A-H](\d+)(?: "(.+)"| \*)?')
_WORD = re.compile(r"\w+")
KINDS: tuple[DifferenceKind, ...] = (
    "omitted", "added", "generalised", "renamed", "number", "date", "strength", "attribution",
    "contradiction",
)  # fmt: skip
Words = frozenset[tuple[int, int]]
"""Words of a report as places: number of the sentence, start in the report's text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """A difference of a version from the first, as it is compared."""

    version: str
    kind: str
    first: Words
    other: Words
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldCoverage:
    """The versions, the first one first, the links and the differences."""

    name: str
    reports: tuple[Report, ...]
    links: frozenset[tuple[str, int, str, int]]
    others: tuple[Other, ...]


def read_coverages(half: str) -> list[GoldCoverage]:
    """The gold coverages of a half, by name. ValueError: a line that no rule fits."""
    return [_read(path) for path in sorted((GOLD / half).glob("*.txt"))]


def _read(path: Path) -> GoldCoverage:
    texts, links, gold = path.read_text(encoding="utf-8").split("\n--- ")
    versions: list[tuple[str, str, list[str]]] = []
    for line in texts.splitlines():
        if line.startswith("#") or not line.strip():
            continue
        if opened := _VERSION.match(line):
            versions.append((opened[1], opened[2], []))
        else:
            versions[-1][2].append(line)
    reports = tuple(_report(*version) for version in versions)
    return GoldCoverage(
        name=path.stem,
        reports=reports,
        links=frozenset(map(_link, links.splitlines()[1:])),
        others=tuple(_other(line, reports) for line in gold.splitlines()[1:] if line.strip()),
    )


def _report(name: str, kind: str, lines: Sequence[str]) -> Report:
    credited, headline, *numbered = lines
    found = _CREDITS.fullmatch(credited)
    if found is None:
        raise ValueError(f"no credits: {credited!r}")
    outlet, agency = (None if each == "-" else each for each in found.groups())
    sentences = [match[2] for line in numbered if (match := _SENTENCE.fullmatch(line))]
    text = "\n".join([headline, *sentences])
    cut, at = [], len(headline) + 1
    for sentence in sentences:
        cut.append(Passage.cut(text, at, at + len(sentence)))
        at += len(sentence) + 1
    return replace(
        plain_report(name, text),
        kind=kind,  # type: ignore[arg-type]
        headline=Passage.cut(text, 0, len(headline)),
        outlet=Credit(name=outlet, stated=True) if outlet else None,
        agency=Credit(name=agency, stated=True) if agency else None,
        paragraphs=tuple(cut),
        sentences=tuple(cut),
    )


def _link(line: str) -> tuple[str, int, str, int]:
    match = _LINK.match(line)
    if match is None:
        raise ValueError(f"no link: {line!r}")
    return match[1], int(match[2]) - 1, match[4], int(match[5]) - 1


def _other(line: str, reports: Sequence[Report]) -> Other:
    match = _DIFFERENCE.fullmatch(line.strip())
    if match is None:
        raise ValueError(f"no difference: {line!r}")
    by_name = {report.id: report for report in reports}
    return Other(
        version=match[1],
        kind=match[2],
        first=_quoted(match[3], by_name["A"]),
        other=_quoted(match[4], by_name[match[1]]),
        told=line.strip(),
    )


def _quoted(place: str, report: Report) -> Words:
    match = _PLACE.fullmatch(place.strip())
    if match is None:
        return frozenset()
    sentence = report.sentences[int(match[1]) - 1]
    start = sentence.text.index(match[2]) if match[2] else 0
    end = start + len(match[2]) if match[2] else len(sentence.text)
    return words_in(report, sentence.span.start + start, sentence.span.start + end)


def words_in(report: Report, start: int, end: int) -> Words:
    """The words of a report's sentences that lie in a stretch of its text."""
    return frozenset(
        (number, sentence.span.start + match.start())
        for number, sentence in enumerate(report.sentences)
        for match in _WORD.finditer(sentence.text)
        if start <= sentence.span.start + match.start() < end
    )


def found_others(found: Sequence[Difference], reports: Sequence[Report]) -> Iterator[Other]:
    """What the aligner tells, as it is compared."""
    by_name = {report.id: report for report in reports}
    for each in found:
        sides: dict[str, Words] = {}
        for piece in (*each.evidence, *each.against):
            held = words_in(by_name[piece.report_id], piece.span.start, piece.span.end)
            sides[piece.report_id] = sides.get(piece.report_id, frozenset()) | held
        version = each.version
        yield Other(
            version=version,
            kind=each.kind,
            first=sides.get("A", frozenset()),
            other=sides.get(version, frozenset()),
            told=f"A {version} {each.kind} {each.says}",
        )


def alike(gold: Other, found: Other) -> bool:
    """Whether the two tell the same difference."""
    if (gold.version, gold.kind) != (found.version, found.kind):
        return False
    return all(
        2 * len(a & b) >= min(len(a), len(b)) and bool(a & b) if a or b else True
        for a, b in ((gold.first, found.first), (gold.other, found.other))
    )


def f1(hit: int, found: int, gold: int) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * hit / (found + gold) if found + gold else 0.0


def measure(half: str, *, misses: bool) -> dict[str, float]:
    """Link F1 a coverage and over all, F1 of each kind of difference, their mean."""
    shown: dict[str, float] = {}
    hits, found_count, gold_count = Counter[str](), Counter[str](), Counter[str]()
    for coverage in read_coverages(half):
        links = align(coverage.reports)
        got = {(x.a.report_id, x.a.sentence, x.b.report_id, x.b.sentence) for x in links}
        hit = len(got & coverage.links)
        shown[f"{coverage.name} links"] = f1(hit, len(got), len(coverage.links))
        hits["links"] += hit
        found_count["links"] += len(got)
        gold_count["links"] += len(coverage.links)
        if misses:
            _print_links(coverage, got)
        left = list(found_others(differences(coverage.reports, links), coverage.reports))
        found_count.update(each.kind for each in left)
        gold_count.update(each.kind for each in coverage.others)
        for gold in coverage.others:
            match = next((each for each in left if alike(gold, each)), None)
            if match:
                left.remove(match)
                hits[gold.kind] += 1
            elif misses:
                print(f"{coverage.name} missed {gold.told}")
        for each in left if misses else ():
            print(f"{coverage.name} extra {each.told}")
    for kind in ("links", *KINDS):
        shown[kind] = f1(hits[kind], found_count[kind], gold_count[kind])
        print(
            f"{kind}: F1 {shown[kind]:.3f} ({hits[kind]} of {gold_count[kind]} found, "
            f"{found_count[kind] - hits[kind]} more told)"
        )
    shown["kinds"] = sum(shown[kind] for kind in KINDS) / len(KINDS)
    return shown


def _print_links(coverage: GoldCoverage, got: set[tuple[str, int, str, int]]) -> None:
    for a, i, b, j in sorted(coverage.links - got):
        print(f"{coverage.name} no link {a}{i + 1} {b}{j + 1}")
    for a, i, b, j in sorted(got - coverage.links):
        print(f"{coverage.name} wrong link {a}{i + 1} {b}{j + 1}")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=("seen", "unseen"), default="seen")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    shown = measure(options.half, misses=options.misses)
    print({name: round(value, 3) for name, value in shown.items()})


if __name__ == "__main__":
    main()
