"""The versions of one happening compared and united, some of them by a part of their sentences."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from communique.align import cover
from communique.merge import merge
from communique.types.coverage import Coverage, Link, Merged, SentenceRef
from communique.types.excerpts import excerpt, findings_in
from communique.types.record import Findings
from communique.types.text import Report


def united(
    coverage_id: str,
    reports: Sequence[Report],
    findings: Sequence[Findings],
    told: Mapping[str, Collection[int]],
    known: Sequence[tuple[str, str]] = (),
) -> tuple[Coverage, Merged]:
    """Compare `reports`, the founding one first, and unite their `findings`, in the same order.

    `told` has for each report that counts in part alone the places of the sentences that do. The
    links of the result give sentences their places in the whole reports. The two names of each
    of `known` are taken for one. Reports none of which tells of states are not compared closely.
    """
    closely = any(each.actors or each.statements or each.events for each in findings)
    if not told:
        coverage = cover(coverage_id, reports, known, closely=closely)
        return coverage, merge(coverage, findings, reports)
    versions = [excerpt(each, told[each.id]) if each.id in told else each for each in reports]
    compared = cover(coverage_id, versions, known, closely=closely)
    places = {one: sorted(numbers) for one, numbers in told.items()}
    coverage = replace(compared, links=tuple(_whole(each, places) for each in compared.links))
    counted = [
        findings_in(each, report, told[report.id]) if report.id in told else each
        for each, report in zip(findings, reports, strict=True)
    ]
    return coverage, merge(coverage, counted, reports)


def _whole(link: Link, places: Mapping[str, Sequence[int]]) -> Link:
    """A link between excerpts as one between whole reports."""

    def place(ref: SentenceRef) -> SentenceRef:
        found = places.get(ref.report_id)
        return replace(ref, sentence=found[ref.sentence]) if found else ref

    return replace(link, a=place(link.a), b=place(link.b))
