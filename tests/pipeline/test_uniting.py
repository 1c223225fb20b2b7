"""Some sentences of a report by themselves."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from communique.pipeline.uniting import united
from communique.split import split_sentences
from communique.types.excerpts import excerpt, findings_in
from communique.types.record import Event, Findings
from communique.types.text import Passage, Report

TEXT = """\
France and Mali signed a pact in Paris. It is on gold. It is in force at once.
Peru and Cuba met in Lima. They spoke of fish."""


def made(name: str) -> Report:
    whole = [Passage.cut(TEXT, 0, TEXT.index("\n")), Passage.cut(TEXT, TEXT.index("\n"), len(TEXT))]
    return Report(
        id=name,
        page_id=name,
        kind="news",
        language="en",
        headline=None,
        byline=None,
        outlet=None,
        agency=None,
        dateline=None,
        published=None,
        updated=None,
        paragraphs=tuple(whole),
        sentences=tuple(s for paragraph in whole for s in split_sentences(paragraph)),
    )


REPORT = made("rp-1")


def event(name: str, sentence: int) -> Event:
    return Event(
        id=name,
        type="CONSULT",
        mode=None,
        quad="VERBAL COOPERATION",
        intensity=1.0,
        actors=(name,),
        recipients=(),
        modality="actual",
        confidence=1.0,
        rule="made up",
        report_ids=(REPORT.id,),
        evidence=(REPORT.evidence(REPORT.sentences[sentence].span),),
    )


@given(st.sets(st.integers(0, 4)))
def test_an_excerpt_has_the_words_of_its_sentences_alone(numbers: set[int]) -> None:
    cut = excerpt(REPORT, numbers)
    assert cut.sentences == tuple(REPORT.sentences[n] for n in sorted(numbers))
    for number, sentence in enumerate(REPORT.sentences):
        held = [p for p in cut.paragraphs if p.span.overlaps(sentence.span)]
        assert bool(held) == (number in numbers)
    assert all(TEXT[p.span.start : p.span.end] == p.text for p in cut.paragraphs)


def test_findings_are_told_where_their_first_words_stand() -> None:
    found = Findings(report_id=REPORT.id, events=(event("ev-1", 0), event("ev-2", 3)))
    assert [each.id for each in findings_in(found, REPORT, {3, 4}).events] == ["ev-2"]
    assert [each.id for each in findings_in(found, REPORT, {0, 1, 2}).events] == ["ev-1"]


def test_links_of_a_part_have_the_places_of_the_whole() -> None:
    other = replace(made("rp-2"), page_id="rp-2")
    found = [Findings(report_id=REPORT.id, events=(event("ev-1", 0),)), Findings(report_id="rp-2")]
    coverage, merged = united("cv-1", [REPORT, other], found, {"rp-2": {3, 4}, "rp-1": {1, 3}})
    assert {(link.a.sentence, link.b.sentence) for link in coverage.links} == {(3, 3)}
    assert merged.events == ()


def test_a_report_that_tells_nothing_here_is_still_a_version() -> None:
    found = [Findings(report_id=REPORT.id, events=(event("ev-1", 0),))]
    coverage, merged = united("cv-1", [REPORT], found, {"rp-1": frozenset()})
    assert (coverage.report_ids, coverage.links, merged.events) == (("rp-1",), (), ())
