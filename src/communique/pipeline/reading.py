"""The way of one page: label, cut, name the headline, select the body, assemble, extract."""

from dataclasses import dataclass

from communique.clean import label_lines, select_body
from communique.errors import Fault
from communique.extract import extract
from communique.read import RawPage, to_page
from communique.split import assemble, cut_stories, find_headline, mark_headline
from communique.types.record import Findings
from communique.types.text import Page, Report
from communique.vocab.holders import Holders

STORY_WORDS = 40
"""On a page of several stories, one of fewer words is a teaser and no report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one page gave: itself (None where it could not be read), reports, findings, faults."""

    page: Page | None
    reports: tuple[Report, ...] = ()
    findings: tuple[Findings, ...] = ()
    faults: tuple[Fault, ...] = ()


def read_raw(raw: RawPage, table: Holders | None = None) -> Reading:
    """All the stages of one page. Never raises: what goes wrong is among the faults.

    `table` tells who held which office; without it the bundled one does.

    A stage that fails on a page (an error of ours, not the user's) costs that page's report, is
    recorded as E201 with the error's name, and does not stop the run.
    """
    try:
        page = to_page(raw)
    except Exception as error:  # noqa: BLE001 - one page must not stop ten million
        return Reading(page=None, faults=(_failed(raw, "read", error),))
    if isinstance(page, Fault):
        return Reading(page=None, faults=(page,))
    try:
        reports = reports_of(page)
    except Exception as error:  # noqa: BLE001
        return Reading(page=page, faults=(_failed(raw, "split", error),))
    if isinstance(reports, Fault):
        return Reading(page=page, faults=(reports,))
    findings: list[Findings] = []
    faults: list[Fault] = []
    for report in reports:
        try:
            findings.append(extract(report, table))
        except Exception as error:  # noqa: BLE001
            faults.append(_failed(raw, f"extract ({report.id})", error))
    return Reading(page=page, reports=reports, findings=tuple(findings), faults=tuple(faults))


def _failed(raw: RawPage, stage: str, error: Exception) -> Fault:
    return Fault.of(raw.name, "E201", f"{stage}: {type(error).__name__}: {error}", raw.sha256)


def reports_of(page: Page) -> tuple[Report, ...] | Fault:
    """The reports of a page, at least one; a Fault where nothing on it reads as a report."""
    lines = label_lines(page)
    stories = cut_stories(lines)
    reports: list[Report] = []
    for story in stories:
        named = mark_headline(story, find_headline(story, select_body(story)))
        report = assemble(page, select_body(named), lines)
        if report:
            reports.append(report)
    if len(reports) > 1:
        reports = [r for r in reports if len(r.body.split()) >= STORY_WORDS] or reports[:1]
    if not reports:
        return Fault.of(page.name, "E111", "no line is part of a running text", page.sha256)
    return tuple(reports)
