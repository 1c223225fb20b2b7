"""The best value of many, and what reports tell otherwise."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.merge.common import Context
from communique.merge.disputes import settle
from communique.merge.persons import rewrite
from communique.merge.places import places_agree
from communique.types.record import Event, EventDate, Findings, Place
from communique.types.text import DateMention, Passage, Span

from .test_merge import ACTORS, COVERAGE, day, event, words

CONTEXT = Context(
    coverage_id="cv-1",
    rank={name: rank for rank, name in enumerate(COVERAGE.report_ids)},
    origins=[frozenset(origin.report_ids) for origin in COVERAGE.origins],
    actors={actor.id: actor for actor in ACTORS},
)
NAIROBI = Place(name="Nairobi", country="KEN", lat=-1.28, lon=36.82)
MOMBASA = Place(name="Mombasa", country="KEN", lat=-4.05, lon=39.67)
KENYA = Place(name="Kenya", country="KEN", lat=0.5, lon=37.9)
HELSINKI = Place(name="Helsinki", country="FIN", lat=60.17, lon=24.94)


def settled(*members: Event, findings: tuple[Findings, ...] = ()) -> Event:
    united = replace(members[0], report_ids=CONTEXT.carriers(members))
    return settle(CONTEXT, united, members, {each.report_id: each for each in findings})


def met(report_id: str, **changes: Any) -> Event:
    return event(report_id, "ruto", "stubb", **changes)


def test_a_day_that_one_tells_otherwise_is_kept_with_its_words() -> None:
    found = settled(
        met("r1", date=day("2025-05-05")),
        met("r2", date=day("2025-05-05")),
        met("r3", date=day("2025-05-06")),
    )
    assert found.date == day("2025-05-05")
    (told,) = found.disputed
    assert (told.field, told.value, told.report_ids) == ("date", "2025-05-06", ("r3",))
    assert told.evidence == words("r3")


def test_accounts_count_before_reports() -> None:
    """The first two reports are one account, the third and the fourth of accounts of their own."""
    context = replace(CONTEXT, origins=[*CONTEXT.origins, frozenset({"r4"})])
    members = [met("r1", date=day("2025-05-05")), met("r2", date=day("2025-05-05"))]
    members += [met("r3", date=day("2025-05-06")), met("r4", date=day("2025-05-06"))]
    found = settle(context, members[0], members, {})
    assert found.date == day("2025-05-06")
    assert [each.report_ids for each in found.disputed] == [("r1", "r2")]


def test_a_day_nobody_states_disputes_nothing() -> None:
    taken_over = EventDate(
        value="2025-05-04", precision="day", stated=False, reason="the dateline's date"
    )
    found = settled(met("r1", date=taken_over), met("r3", date=day("2025-05-05")))
    assert found.date == day("2025-05-05")
    assert found.disputed == ()


def test_a_weekday_of_its_own_sentence_disputes_and_is_cited() -> None:
    derived = EventDate(value="2025-05-04", precision="day", stated=False, reason="by the stamp")
    mention = DateMention(
        passage=Passage(span=Span(start=1, end=3), text="et"),
        value=derived.value,
        precision="day",
        stated=False,
        reason=derived.reason,
    )
    found = settled(
        met("r1", date=day("2025-05-05")),
        met("r3", date=derived),
        met("r2", date=day("2025-05-05")),
        findings=(Findings(report_id="r3", dates=(mention,)),),
    )
    (told,) = found.disputed
    assert [piece.quote for piece in told.evidence] == ["et"]


def test_a_vaguer_value_is_no_disagreement() -> None:
    found = settled(
        met("r1", date=day("2025-05", "month"), place=KENYA),
        met("r3", date=day("2025-05-05"), place=NAIROBI),
    )
    assert (found.date, found.place, found.disputed) == (day("2025-05-05"), NAIROBI, ())


@pytest.mark.parametrize(
    ("a", "b", "agree"),
    [
        (NAIROBI, KENYA, True),
        (NAIROBI, replace(NAIROBI, lat=None, lon=None), True),
        (NAIROBI, MOMBASA, False),
        (NAIROBI, HELSINKI, False),
    ],
)
def test_places(a: Place, b: Place, agree: bool) -> None:
    assert places_agree(a, b) is places_agree(b, a) is agree


def test_another_town_is_a_disagreement() -> None:
    found = settled(met("r1", place=NAIROBI), met("r2", place=NAIROBI), met("r3", place=MOMBASA))
    assert found.place == NAIROBI
    assert [(each.field, each.value) for each in found.disputed] == [("place", "Mombasa")]


def test_a_call_and_a_visit_cannot_both_be() -> None:
    rang = replace(words("r1")[0], quote="they spoke by telephone")
    found = settled(
        met("r1", mode="phone", evidence=(rang,)),
        met("r2", mode="phone", evidence=(replace(rang, report_id="r2"),)),
        met("r3", mode="visit", place=replace(NAIROBI, stated=False)),
    )
    assert (found.mode, found.place) == ("phone", None)
    assert [(each.field, each.value) for each in found.disputed] == [("mode", "visit")]


def test_another_person_of_the_same_state_is_a_disagreement() -> None:
    found = settled(
        event("r1", "ruto", "stubb"), event("r2", "ruto kenya", "stubb"), event("r3", "mudavadi")
    )
    assert [(each.field, each.value) for each in found.disputed] == [("parties", "mudavadi")]


def test_a_delegation_is_no_disagreement() -> None:
    found = settled(event("r1", "ruto", "stubb"), event("r3", "ruto mudavadi", "stubb valtonen"))
    assert found.disputed == ()


def test_a_disputed_person_is_named_by_the_id_that_stands_for_all_of_hers() -> None:
    found = settled(event("r1", "ruto"), event("r2", "ruto"), event("r3", "mudavadi"))
    (told,) = rewrite(found, {"mudavadi": "other"}).disputed
    assert told.value == "other"


DATES = st.sampled_from(
    (
        None,
        day("2025-05", "month"),
        day("2025-05-05"),
        day("2025-05-06"),
        day("2025-05-06", stated=False),
    )
)
MEMBERS = st.lists(
    st.builds(
        lambda report_id, date, place, mode, who: event(
            report_id, who, date=date, place=place, mode=mode
        ),
        st.sampled_from(COVERAGE.report_ids),
        DATES,
        st.sampled_from((None, NAIROBI, MOMBASA, KENYA)),
        st.sampled_from((None, "phone", "visit")),
        st.sampled_from(("ruto stubb", "mudavadi stubb", "kenya finland")),
    ),
    min_size=2,
    max_size=6,
)


@settings(deadline=None)
@given(MEMBERS, st.randoms(use_true_random=False))
def test_the_order_of_members_does_not_matter(members: list[Event], chance: Any) -> None:
    shuffled = list(members)
    chance.shuffle(shuffled)
    assert settle(CONTEXT, members[0], members, {}) == settle(CONTEXT, members[0], shuffled, {})


@settings(deadline=None)
@given(MEMBERS)
def test_nobody_disputes_the_value_that_stands(members: list[Event]) -> None:
    found = settled(*members)
    for told in found.disputed:
        assert set(told.report_ids) <= set(found.report_ids)
        assert all(piece.report_id in told.report_ids for piece in told.evidence)
        if told.field == "date":
            assert found.date
            assert not found.date.value.startswith(told.value)
