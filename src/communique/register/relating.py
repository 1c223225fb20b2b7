"""What reports that were just placed tell of other coverages: parts of round-ups, look-backs."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from communique.group import KnownCoverage
from communique.group.lookbacks import lookbacks
from communique.group.looks import looks
from communique.group.roundups import parts
from communique.group.segments import segments
from communique.register.judging import judgement
from communique.register.membership import MACHINE, kept_apart
from communique.register.view import View
from communique.types.excerpts import excerpt
from communique.types.ids import content_id
from communique.types.provenance import Judgement, JudgementKind
from communique.types.text import Report

FEW = 500
"""Placed reports that are all looked at; of more, those alone that share rare keys."""


def relations(view: View, placed: Sequence[Report]) -> Iterator[Judgement]:
    """The machine's judgements of sentences that follow from `placed` having been placed.

    First the parts of round-ups, of `placed` or of what tells the same as they, that belong to
    other coverages; a sentence that has been given to one is given to no other. Then the earlier
    coverages that `placed` look back on.
    """
    if placed:
        yield from _parts(view, placed)
        yield from _lookbacks(view, placed)


def _parts(view: View, placed: Sequence[Report]) -> Iterator[Judgement]:
    near: Collection[str] = view.membership()
    if len(near) > max(FEW, len(placed)):
        told = [(report, segments(report)) for report in placed]
        several = [(report, found) for report, found in told if len(found) > 1]
        pieces = [excerpt(report, each.numbers) for report, found in several for each in found]
        near = view.nearby([*placed, *pieces]) | {report.id for report in placed}
    taken = {
        (part.report_id, number)
        for each in view.partly().values()
        for part in each.parts
        for number in part.sentences
    }
    known = known_coverages(view, near)
    members = {coverage.id: {report.id for report in coverage.reports} for coverage in known}
    apart = kept_apart(view.judgements())
    for part in parts(known):
        barred = members[part.coverage_id] & apart.get(part.report_id, frozenset())
        if not barred and not any((part.report_id, n) in taken for n in part.sentences):
            yield _of_sentences(
                "part_of_happening",
                part.report_id,
                part.coverage_id,
                part.sentences,
                part.score,
                part.reason,
            )


def _lookbacks(view: View, placed: Sequence[Report]) -> Iterator[Judgement]:
    homes = view.membership()
    told = {report.id: looks(report, view.findings(report.id).dates) for report in placed}
    near: Collection[str] = homes
    if len(homes) > max(FEW, len(placed)):
        near = view.earlier((report, look) for report in placed for look in told[report.id])
    reports = {report.id: report for report in placed}
    for each in lookbacks(reports, told, homes, known_coverages(view, near)):
        yield _of_sentences(
            each.kind, each.report_id, each.coverage_id, each.sentences, each.score, each.reason
        )


def known_coverages(view: View, near: Iterable[str]) -> list[KnownCoverage]:
    """The coverages that one of the reports `near` is in, founders first."""
    homes = view.membership()
    wanted = {homes[one] for one in near if one in homes}
    held = {home: each for home, each in sorted(view.members().items()) if home in wanted}
    ids = [one for each in held.values() for one in each]
    read = {report.id: report for report in view.reports_by_id(ids)}
    return [
        KnownCoverage(id=home, founding_report_id=each[0], reports=tuple(read[one] for one in each))
        for home, each in held.items()
    ]


def _of_sentences(
    kind: JudgementKind,
    report_id: str,
    coverage_id: str,
    sentences: tuple[int, ...],
    score: float,
    reason: str,
) -> Judgement:
    made = judgement(kind, report_id, coverage_id, MACHINE, reason)
    found = content_id("jd", kind, report_id, coverage_id, MACHINE, *sentences)
    return replace(made, id=found, sentences=sentences, score=score)
