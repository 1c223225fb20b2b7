"""Every assertion cites the page's own words, on made texts and on the demonstration pages."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_reports import make_report

import communique
from communique.extract import extract
from communique.pipeline.reading import read_raw
from communique.read import RawPage
from communique.types.record import Findings
from communique.types.text import Evidence, Passage

PAGES = sorted((Path(communique.__file__).parent / "demo" / "pages").glob("*.*"))
WORDS = st.sampled_from(
    (
        "Kenyan President Amina Otieno|Luis Quispe|Peru|Kenya|the two sides|he|she|it|Otieno|"
        "the Peruvian president|the African Union|the Ministry of Health of Peru|said|that|"
        "said that|met with|in Lima|on Wednesday|May 6, 2025|signed|a joint statement|Xi|"
        "on trade|upgraded|bilateral relations|to a strategic partnership|supports|"
        "condemned|will|did not|,|, and|“|”|"
        '"|.\n|. |. |:|according to|For her part,|\ue000|é|trade|is|has grown|should|the|a'
    ).split("|")
)


def cited(findings: Findings) -> Iterator[Evidence]:
    """All evidence of all assertions."""
    yield from (e for row in findings.statements for e in row.evidence)
    yield from (e for row in findings.events for e in row.evidence)
    yield from (e for row in findings.instruments for e in row.evidence)
    yield from (e for row in findings.relations for e in row.evidence)
    yield from (e for row in findings.actors for e in row.evidence)
    for actor in findings.actors:
        for role in actor.roles:
            yield from role.evidence


def passages(findings: Findings) -> Iterator[Passage]:
    """All passages that findings hold."""
    for statement in findings.statements:
        yield from statement.content
        yield from (p for p in (statement.source, statement.cue) if p)
    yield from (mention.passage for mention in findings.mentions)
    yield from (date.passage for date in findings.dates)


def check(page: str, findings: Findings) -> None:
    """Fail where a quotation is not the page's, nothing is cited, or an actor is unknown."""
    known = {actor.id for actor in findings.actors}
    for evidence in cited(findings):
        assert evidence.quote
        assert page[evidence.span.start : evidence.span.end] == evidence.quote
    for passage in passages(findings):
        assert page[passage.span.start : passage.span.end] == passage.text
    for statement in findings.statements:
        assert statement.evidence
        assert statement.content
        assert set(statement.actor_ids) <= known
    for event in findings.events:
        assert event.evidence
        assert {*event.actors, *event.recipients} <= known
    assert all(row.evidence for row in findings.instruments)
    assert all(row.evidence for row in findings.relations)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=60))
def test_made_texts(words: list[str]) -> None:
    text = " ".join(words)
    if not text.strip():
        return
    report = make_report(text, published="2025-05-07")
    findings = extract(report)
    check(report.page_id, findings)
    assert extract(report) == findings


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_demonstration_pages(path: Path) -> None:
    reading = read_raw(RawPage(name=path.name, data=path.read_bytes(), address=None))
    assert reading.page
    assert reading.findings
    for findings in reading.findings:
        check(reading.page.text, findings)


def test_a_name_broken_over_two_lines_of_the_page_is_one_name() -> None:
    report = make_report("Kenyan President Amina Otieno said that trade had grown.")
    broken = re.sub("Amina Otieno", "Amina\tOtieno", report.page_id)
    findings = extract(make_report(broken))
    assert findings.actors[0].name == "Amina Otieno"
    check(broken, findings)
