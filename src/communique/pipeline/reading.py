"""The way from a page to its reports: label, cut, name the headline, select the body, assemble."""

from communique.clean import label_lines, select_body
from communique.errors import Fault
from communique.split import assemble, cut_stories, find_headline, mark_headline
from communique.types.text import Page, Report


def reports_of(page: Page) -> tuple[Report, ...] | Fault:
    """The reports of a page, at least one; a Fault where nothing on it reads as a report."""
    lines = label_lines(page)
    reports: list[Report] = []
    for story in cut_stories(lines):
        named = mark_headline(story, find_headline(story))
        report = assemble(page, select_body(named), lines)
        if report:
            reports.append(report)
    if not reports:
        return Fault.of(page.name, "E111", "no line is part of a running text", page.sha256)
    return tuple(reports)
