"""What versions tell alike and otherwise, each part weighed. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from communique.align.strength import wordings
from communique.export.compare import Aligned, compare
from communique.split.datelines import find_dateline
from communique.types.coverage import Coverage, Difference
from communique.types.text import Evidence, Passage, Report, Span

Way = Literal[
    "contradiction", "number", "date", "attribution", "omitted", "added",
    "stronger", "weaker", "strength", "renamed", "generalised",
]  # fmt: skip
"""A kind of difference, the weightiest first; of strength also which way, where it is known."""
WAYS: tuple[Way, ...] = get_args(Way)
_TELLING = 30
"""Characters from which a phrase that is left out or added says something by itself."""
_BEFORE, _AFTER = re.compile(r"(?:[^\s,;:]+\s){1,2}$"), re.compile(r"(?:\s[^\s,;:]+){1,2}")
_PRONOUNS = ("he", "she", "it", "they", "this", "these", "that", "his", "her", "its", "their")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """All that one version has otherwise than the first in one way, the weightiest first."""

    way: Way
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A version that is not the first, and its differences from the first by way."""

    report_id: str
    parts: tuple[Part, ...]

    @property
    def weight(self) -> tuple[int, ...]:
        """How many differences of each way there are: what versions are ranked by."""
        counts = {part.way: len(part.differences) for part in self.parts}
        return tuple(counts.get(way, 0) for way in WAYS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """A sentence that versions share, in the words of one, and how many reports have it."""

    words: Evidence
    carriers: int


class Telling:
    """The aligned sentences of a coverage, and in how many reports each stands."""

    def __init__(self, coverage: Coverage, reports: Sequence[Report]) -> None:
        self.coverage = coverage
        self.reports = {report.id: report for report in reports}
        self.rows = compare(coverage, reports)
        self.has: dict[tuple[str, int], set[str]] = {}
        for link in coverage.links:
            for here, there in ((link.a, link.b), (link.b, link.a)):
                place = (here.report_id, here.sentence)
                self.has.setdefault(place, {here.report_id}).add(there.report_id)

    def shared(self) -> tuple[Shared, ...]:
        """Of every aligned group the sentence that most reports have, the most widely told first.

        Only groups of two or more reports; of equals the shortest sentence, the versions' core.
        """
        found = [self._core(row) for row in self.rows if len(row.told) > 1]
        return tuple(sorted(found, key=lambda each: -each.carriers))

    def _carriers(self, report_id: str, number: int) -> int:
        return len(self.has.get((report_id, number), ()))

    def _core(self, row: Aligned) -> Shared:
        """One that names its subject is told before one that only points to it."""
        places = [
            (-self._carriers(told.report_id, n), _points(sentence), len(sentence.text), told, n)
            for told in row.told
            for n, sentence in zip(told.numbers, told.sentences, strict=True)
        ]
        carriers, _, _, told, n = min(places, key=lambda place: place[:3])
        report = self.reports[told.report_id]
        words = report.evidence(report.sentences[n].span)
        return Shared(words=self._bare(words) or words, carriers=-carriers)

    def version(self, report: Report) -> Version:
        """The differences of one version, by way and weight; datelines are no difference."""
        told: dict[Way, list[Difference]] = {}
        for each in self.coverage.differences:
            evidence = tuple(filter(None, map(self._bare, each.evidence)))
            if each.version == report.id and (evidence or not each.evidence):
                against = tuple(filter(None, map(self._bare, each.against)))
                if each.kind == "number":
                    evidence, against = self._amid(evidence), self._amid(against)
                told.setdefault(way(each), []).append(
                    replace(each, evidence=evidence, against=against)
                )
        return Version(
            report_id=report.id,
            parts=tuple(
                Part(way=each, differences=tuple(sorted(told[each], key=self._weight)))
                for each in WAYS
                if each in told
            ),
        )

    def _bare(self, piece: Evidence) -> Evidence | None:
        report = self.reports.get(piece.report_id)
        return without_dateline(report, piece) if report else piece

    def _amid(self, pieces: Sequence[Evidence]) -> tuple[Evidence, ...]:
        """Figures with two words on either side, for alone they tell little."""
        return tuple(map(self._between, pieces))

    def _between(self, piece: Evidence) -> Evidence:
        report = self.reports.get(piece.report_id)
        for sentence in report.sentences if report else ():
            if report and sentence.span.holds(piece.span):
                start = piece.span.start - sentence.span.start
                before = _BEFORE.search(sentence.text[:start])
                after = _AFTER.match(sentence.text[start + len(piece.quote) :])
                margins = [len(match[0]) if match else 0 for match in (before, after)]
                span = Span(start=piece.span.start - margins[0], end=piece.span.end + margins[1])
                return report.evidence(span)
        return piece

    def _weight(self, difference: Difference) -> tuple[bool, int, int]:
        """Words that many reports have come first, then long ones; sorting keeps the order else.

        Of what is left out or added a mere phrase ("on Thursday") comes last.
        """
        piece = next(iter(difference.evidence), None)
        report = self.reports.get(piece.report_id) if piece else None
        if piece is None or report is None:
            return False, 0, 0
        standing = [
            self._carriers(report.id, n)
            for n, sentence in enumerate(report.sentences)
            if sentence.span.overlaps(piece.span)
        ]
        alone = difference.kind in ("omitted", "added")
        long = len(piece.quote) * alone
        return alone and long < _TELLING, -max(standing, default=0), -long


def _points(sentence: Passage) -> bool:
    return sentence.text.split(maxsplit=1)[0].lower() in _PRONOUNS


def without_dateline(report: Report, piece: Evidence) -> Evidence | None:
    """A piece without what it has of its report's dateline; None where that is all of it."""
    first = next(iter(report.sentences), None)
    opened = find_dateline(first.text) if first else None
    if first is None or opened is None:
        return piece
    over = first.span.start + opened.end - piece.span.start
    if piece.span.start < first.span.start or over <= 0:
        return piece
    words = piece.quote[over:].lstrip()
    start = piece.span.end - len(words)
    if not words:
        return None
    return replace(piece, span=Span(start=start, end=piece.span.end), quote=words)


def way(difference: Difference) -> Way:
    """The kind of a difference; of strength, whether the version's words are the stronger."""
    if difference.kind != "strength":
        return difference.kind
    theirs, ours = (
        [wording for piece in side for wording in wordings(_passage(piece))]
        for side in (difference.evidence, difference.against)
    )
    pairs = [(a, b) for a in theirs for b in ours if a.level != b.level]
    on_one_scale = [(a, b) for a, b in pairs if a.scale == b.scale]
    turns = {a.level > b.level for a, b in on_one_scale or pairs}
    if len(turns) != 1:
        return "strength"
    return "stronger" if turns.pop() else "weaker"


def _passage(piece: Evidence) -> Passage:
    return Passage(span=piece.span, text=piece.quote)
