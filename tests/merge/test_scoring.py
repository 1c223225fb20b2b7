"""What speaks for two coded events being one, and what against."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.merge import merge
from communique.merge.clusters import cluster
from communique.merge.common import Context
from communique.merge.roles import sides_of
from communique.merge.scoring import is_own
from communique.types.coverage import Link, SentenceRef
from communique.types.record import Event, EventDate, Findings
from communique.types.text import Passage, Report, Span

from .test_merge import ACTORS, COVERAGE, day, event, findings
from .test_told_alike import report

SENTENCES = (
    "Kenya promised Uganda forty tractors and a maize silo at Busia.",
    "Kenya will hand Uganda a maize silo and forty tractors at Busia.",
    "Kenya offered Uganda a seat on the railway board.",
)


def page(name: str) -> Report:
    """A report of these sentences."""
    text = " ".join(SENTENCES)
    starts = [text.index(sentence) for sentence in SENTENCES]
    cut = tuple(
        Passage.cut(text, start, start + len(sentence))
        for start, sentence in zip(starts, SENTENCES, strict=True)
    )
    return replace(report(name), sentences=cut, paragraphs=(Passage.cut(text, 0, len(text)),))


PAGES = [page(name) for name in COVERAGE.report_ids]


def told(report_id: str, number: int, actors: str, recipients: str = "", **more: Any) -> Event:
    """An event told by that sentence."""
    made = event(report_id, actors, recipients, **{"type": "AGREE", **more})
    (piece,) = made.evidence
    at = PAGES[0].sentences[number].span
    cited = replace(piece, span=Span(start=at.start, end=at.end), quote=SENTENCES[number])
    return replace(made, id=f"{made.id}-{report_id}-{number}", evidence=(cited,))


def merged(*events: Event, links: tuple[Link, ...] = ()) -> tuple[Event, ...]:
    return merge(replace(COVERAGE, links=links), findings(*events), PAGES).events


def link(a: int, b: int) -> Link:
    ends = (SentenceRef(report_id="r1", sentence=a), SentenceRef(report_id="r2", sentence=b))
    return Link(a=ends[0], b=ends[1], kind="reworded", score=0.6)


MONDAY = day("2025-05-05")
TUESDAY = day("2025-05-06")


def test_one_sentence_tells_one_event_of_a_type() -> None:
    (found,) = merged(
        told("r1", 0, "kenya", "uganda"), told("r1", 0, "ruto", "un", attributed_to="kenya")
    )
    assert set(found.actors) == {"kenya", "ruto"}
    assert set(found.recipients) == {"uganda", "un"}


def test_two_promises_of_one_report_are_two() -> None:
    assert len(merged(told("r1", 0, "kenya", "uganda"), told("r1", 2, "kenya", "uganda"))) == 2


def test_one_report_that_tells_two_keeps_the_others_apart() -> None:
    """What r1 tells as two stays two when r2 is linked to the one and like the other."""
    links = (link(0, 1), link(2, 2))
    events = [told("r1", n, "kenya", "uganda") for n in (0, 2)]
    events += [told("r2", n, "kenya", "uganda") for n in (1, 2)]
    assert sorted(found.report_ids for found in merged(*events, links=links)) == [("r1", "r2")] * 2


def test_a_day_that_differs_in_linked_sentences_is_a_disagreement() -> None:
    one = told("r1", 0, "kenya", "uganda", type="AID", date=MONDAY)
    other = told("r2", 1, "kenya", "uganda", type="AID", date=TUESDAY)
    assert len(merged(one, other, links=(link(0, 1),))) == 1
    assert len(merged(one, replace(other, evidence=told("r2", 2, "kenya").evidence))) == 2


def test_a_day_that_is_the_news_tells_little() -> None:
    news = EventDate(
        value="2025-05-06", precision="day", stated=False, reason="the first sentence's date: x"
    )
    weekday = replace(news, reason="the Tuesday on or before the stamp's date")
    assert (is_own(news), is_own(weekday), is_own(MONDAY)) == (False, True, True)
    met = told("r1", 0, "ruto stubb", type="CONSULT", date=MONDAY)
    assert len(merged(met, told("r2", 2, "stubb ruto", type="CONSULT", date=news))) == 1
    assert len(merged(met, told("r2", 2, "stubb ruto", type="CONSULT", date=weekday))) == 2


@pytest.mark.parametrize(
    ("actors", "count"), [("ruto stubb", 1), ("ruto valtonen", 2), ("ruto uganda", 2)]
)
def test_meetings_of_others_are_others(actors: str, count: int) -> None:
    """Though linked sentences tell them, on one day."""
    one = told("r1", 0, "ruto stubb", type="CONSULT", date=MONDAY)
    other = told("r2", 1, actors, type="CONSULT", date=MONDAY)
    assert len(merged(one, other, links=(link(0, 1),))) == count


def test_each_accusing_the_other_in_one_sentence_is_two() -> None:
    one = told("r1", 0, "kenya", "uganda", type="ACCUSE", date=MONDAY)
    assert len(merged(one, told("r1", 0, "uganda", "kenya", type="ACCUSE", date=MONDAY))) == 2


def test_what_is_history_to_a_later_report_took_place() -> None:
    news = told("r1", 0, "kenya", "uganda", date=MONDAY)
    past = told("r2", 1, "kenya", "uganda", date=MONDAY, modality="historical")
    (found,) = merged(past, news, links=(link(0, 1),))
    assert found.modality == "actual"
    assert len(merged(replace(past, modality="future"), news, links=(link(0, 1),))) == 2


CONTEXT = Context(
    coverage_id="cv-1", rank={}, origins=(), actors={actor.id: actor for actor in ACTORS}
)
WRONG = event("r1", "kenya", "ruto finland", type="SANCTION")


@pytest.mark.parametrize(
    ("others", "recipients"),
    [
        (("uganda", "uganda"), {"ruto", "uganda"}),
        (("uganda", "un"), {"ruto", "finland", "uganda", "un"}),
        (("uganda",), {"ruto", "finland", "uganda"}),
        (("ruto", "ruto"), {"ruto", "finland"}),
    ],
    ids=["two agree", "two differ", "one alone", "nobody else in its place"],
)
def test_a_state_put_in_the_place_of_another_is_left_out(
    others: tuple[str, ...], recipients: set[str]
) -> None:
    right = [
        event(f"r{n}", "kenya", other, type="SANCTION") for n, other in enumerate(others, start=2)
    ]
    assert sides_of(CONTEXT, [WRONG, *right])[0] == ("kenya",)
    assert set(sides_of(CONTEXT, [WRONG, *right])[1]) == recipients


def test_who_is_on_both_sides_stands_where_more_have_her() -> None:
    members = [
        event("r1", "kenya", "uganda", type="ACCUSE"),
        event("r2", "kenya", "uganda", type="ACCUSE"),
        event("r3", "uganda finland", "kenya un", type="ACCUSE"),
    ]
    assert sides_of(CONTEXT, members) == (("kenya", "finland"), ("uganda", "un"))


TOLD = st.lists(
    st.builds(
        told,
        st.sampled_from(COVERAGE.report_ids),
        st.integers(0, 2),
        st.sampled_from(("kenya", "ruto", "kenya finland", "uganda")),
        st.sampled_from(("", "uganda", "stubb", "un ruto")),
        type=st.sampled_from(("CONSULT", "ACCUSE")),
        date=st.sampled_from((None, MONDAY, TUESDAY)),
        modality=st.sampled_from(("actual", "historical")),
        attributed_to=st.sampled_from((None, "kenya", "stubb")),
    ),
    max_size=9,
)
LINKS = st.lists(st.builds(link, st.integers(0, 2), st.integers(0, 2)), max_size=3)


@settings(deadline=None)
@given(TOLD, LINKS, st.randoms(use_true_random=False))
def test_order_and_repetition_change_nothing(
    events: list[Event], links: list[Link], chance: Any
) -> None:
    coverage = replace(COVERAGE, links=tuple(links))
    made = merge(coverage, findings(*events), PAGES)
    chance.shuffle(events)
    assert merge(coverage, list(reversed(findings(*events))), PAGES).events == made.events
    again = Findings(report_id="r1", actors=ACTORS, events=made.events)
    assert {
        (each.id, each.report_ids, each.evidence) for each in merge(coverage, [again], PAGES).events
    } == {(each.id, each.report_ids, each.evidence) for each in made.events}


def test_the_likeliest_go_first_and_a_union_is_seen_whole() -> None:
    """2 and 3 are nearest; their union reaches 5, which neither does alone."""
    made = cluster(
        [1, 5, 2, 3],
        unite=sum,
        view=float,
        score=lambda a, b: 1.5 - abs(a - b) if {a, b} != {1.0, 2.0} else -1,
    )
    assert made == [(1, [1]), (10, [5, 2, 3])]
