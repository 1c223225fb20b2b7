"""What like sentences tell is one event though parties, mode or sayer are told otherwise."""

from dataclasses import replace
from typing import Any

import pytest

from communique.merge import merge
from communique.types.coverage import Link, SentenceRef
from communique.types.record import Event
from communique.types.text import Passage, Report, Span

from .test_merge import COVERAGE, day, event, findings

TEXT = "met xxxxxx. met yyyyyy."
LINKED = replace(
    COVERAGE,
    links=(
        Link(
            a=SentenceRef(report_id="r1", sentence=0),
            b=SentenceRef(report_id="r2", sentence=0),
            kind="near",
            score=0.8,
        ),
    ),
)


def report(name: str) -> Report:
    sentences = (Passage.cut(TEXT, 0, 11), Passage.cut(TEXT, 12, 23))
    return Report(
        id=name,
        page_id=name,
        kind="wire",
        language="en",
        headline=None,
        byline=None,
        outlet=None,
        agency=None,
        dateline=None,
        published=None,
        updated=None,
        paragraphs=(Passage.cut(TEXT, 0, len(TEXT)),),
        sentences=sentences,
    )


REPORTS = [report(name) for name in COVERAGE.report_ids]


def aid(report_id: str, actors: str, recipients: str, **changes: Any) -> Event:
    return event(report_id, actors, recipients, type="AID", **changes)


def merged(*events: Event) -> tuple[Event, ...]:
    return merge(LINKED, findings(*events), REPORTS).events


def test_donors_of_one_sentence_are_one_event() -> None:
    (found,) = merged(aid("r1", "kenya", "uganda"), aid("r2", "kenya finland", "uganda"))
    assert set(found.actors) == {"kenya", "finland"}
    assert found.recipients == ("uganda",)


def test_what_one_tells_as_fact_is_a_fact() -> None:
    said = aid("r1", "kenya", "uganda", attributed_to="ruto")
    (found,) = merged(said, aid("r2", "kenya", "uganda"))
    assert found.attributed_to is None


def test_what_one_tells_as_done_together_is_done_together() -> None:
    together = event("r1", "kenya finland", type="AGREE")
    (found,) = merged(together, event("r2", "kenya", "finland", type="AGREE"))
    assert (found.actors, found.recipients) == (("kenya", "finland"), ())


def test_a_mode_may_differ() -> None:
    one = event("r1", "kenya", "uganda", type="REQUEST", mode="yield")
    assert len(merged(one, replace(one, mode="change", report_ids=("r2",)))) == 1


def span(event_: Event, start: int) -> Event:
    (piece,) = event_.evidence
    return replace(event_, evidence=(replace(piece, span=Span(start=start, end=start + 3)),))


@pytest.mark.parametrize(
    "other",
    [
        aid("r2", "uganda", "kenya"),
        aid("r2", "finland", "un"),
        aid("r2", "finland", "uganda", date=day("2024-01-01")),
        aid("r2", "finland", "uganda", modality="negated"),
        span(aid("r2", "finland", "uganda"), 12),
        aid("r3", "finland", "uganda"),
    ],
    ids=["reversed", "others", "day", "modality", "another sentence", "no link"],
)
def test_what_stays_apart(other: Event) -> None:
    assert len(merged(aid("r1", "kenya", "uganda", date=day("2025-01-01")), other)) == 2


def test_two_speakers_stay_apart() -> None:
    one = aid("r1", "kenya", "uganda", attributed_to="ruto")
    assert len(merged(one, aid("r2", "kenya", "uganda", attributed_to="stubb"))) == 2
