"""What is part of what: rules on made events, and that the parts make trees."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.merge import merge
from communique.merge.common import Context
from communique.merge.parts import relate
from communique.types.record import Event, Place
from communique.types.text import Evidence, Span

from .test_merge import ACTORS, COVERAGE, EVENTS, actor, day, event, findings

CONTEXT = Context(
    coverage_id="cv-1",
    rank={},
    origins=[],
    actors={
        each.id: each
        for each in (
            *ACTORS,
            actor("museveni", "person", "UGA"),
            actor("juma", "person", "KEN"),
            actor("rwanda", "state", "RWA"),
            actor("kagame", "person", "RWA"),
        )
    },
)
DAY = day("2025-05-05")
LATER = day("2025-05-06")
WARSAW = Place(name="Warsaw", country="POL", lat=52.23, lon=21.01)
KRAKOW = Place(name="Krakow", country="POL", lat=50.06, lon=19.94)


def told(who: str, towards: str = "", words: str = "They did.", at: int = 0, **more: Any) -> Event:
    """An event of one sentence at `at`."""
    span = Span(start=at, end=at + len(words))
    cited = (Evidence(report_id="r1", span=span, quote=words),)
    return event("r1", who, towards, **{"evidence": cited, "date": DAY, **more})


def whole_of(part: Event, *others: Event) -> Event | None:
    made = {each.id: each for each in relate(CONTEXT, [*others, part])}
    found = made[part.id].part_of
    return next((each for each in others if each.id == found), None)


TALKS = told("ruto", "stubb", "Ruto met Stubb.")
VISIT = told("stubb", "kenya", "Stubb is on a visit.", 100, mode="visit", place=WARSAW)
SUMMIT = told("ruto stubb museveni", "", "The leaders met at a summit.", 200, mode="multilateral")


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        (told("ruto", "finland", at=300, type="AGREE"), TALKS),
        (told("ruto", "finland", "They agreed.", at=300, type="AGREE", date=None), TALKS),
        (told("kenya finland", at=300, type="SUPPORT"), TALKS),
        (told("kenya finland", at=300, type="AGREE"), TALKS),
        (told("kenya", "finland", at=300, type="AGREE", attributed_to="ruto"), TALKS),
        (told("ruto", "finland", at=300, type="AGREE", place=KRAKOW), replace(TALKS, place=WARSAW)),
        (told("kenya", "finland", "At the meeting he asked.", at=300, type="REQUEST"), TALKS),
        (told("kenya finland", "uganda", "At the meeting.", at=300, type="ACCUSE"), TALKS),
        (told("stubb", "ruto", "Ruto received Stubb.", at=300, mode="visit"), VISIT),
        (told("museveni", "stubb", "On the sidelines they met.", at=300), SUMMIT),
        (told("kagame", "stubb", "On the sidelines they met.", at=300), SUMMIT),
        (told("valtonen mudavadi", at=300, type="SUPPORT", date=LATER, place=WARSAW), VISIT),
    ],
)
def test_what_is_part_of_a_meeting(part: Event, whole: Event) -> None:
    assert whole_of(part, whole) == whole


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        (told("ruto", "finland", at=300, type="AGREE", date=LATER), TALKS),
        (told("ruto", "finland", at=300, type="AGREE", modality="future"), TALKS),
        (told("ruto", "finland", at=300, type="AGREE"), replace(TALKS, modality="negated")),
        (told("ruto", "uganda", at=300, type="AGREE"), TALKS),
        (told("mudavadi", "finland", at=300, type="AGREE"), TALKS),
        (told("kenya", "finland", at=300, type="ACCUSE"), TALKS),
        (told("kenya", "finland", at=300, type="ASSAULT"), TALKS),
        (told("ruto", "finland", at=300, type="AGREE", date=day("2025-04", "month")), TALKS),
        (told("kenya finland", at=300, type="SUPPORT", date=day("2025-05", "month")), TALKS),
        (
            told("kenya finland", at=300, type="SUPPORT", place=KRAKOW),
            replace(TALKS, place=WARSAW),
        ),
        (told("ruto", "stubb", "They spoke again.", at=300, mode="phone"), VISIT),
        (told("ruto", "stubb", "They met again.", at=300), TALKS),
        (told("museveni", "stubb", "They met.", at=300, date=LATER), SUMMIT),
        (SUMMIT, told("museveni", "stubb", "On the sidelines they met.", at=300)),
    ],
)
def test_what_is_not(part: Event, whole: Event) -> None:
    assert whole_of(part, whole) is None


def test_the_smallest_whole_is_taken() -> None:
    promise = told("ruto", "finland", at=300, type="AGREE")
    assert whole_of(promise, SUMMIT, TALKS) == TALKS
    assert whole_of(TALKS, SUMMIT, promise) == SUMMIT


def test_of_a_visit_and_its_talks_it_is_the_visit_unless_one_sentence_tells_both() -> None:
    first = told("stubb", "ruto", "Ruto received Stubb.", 300, mode="visit")
    second = told("stubb", "juma", "Juma received Stubb.", 400, mode="visit")
    promise = told("stubb", "kenya", at=500, type="AGREE")
    assert whole_of(promise, VISIT, first, second) == VISIT
    beside = told("stubb", "kenya", at=410, type="AGREE")
    assert whole_of(beside, VISIT, first, second) == second


JOINT = told("kenya finland", "uganda", "Both banned it.", type="SANCTION")
BREAK = told("kenya", "uganda", "They broke off.", type="SANCTION", mode="discontinue")
CLASH = told("kenya uganda", "", "Troops of both fought.", type="ASSAULT")
SIGNING = told("kenya finland", "", "Ministers signed three agreements.", type="SUPPORT")
SUMMONS = told("kenya", "uganda", "Kenya summoned the envoy.", type="ACCUSE")


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        (told("kenya", "uganda", at=300, type="SANCTION"), JOINT),
        (told("kenya", "uganda", at=300, type="SANCTION", mode="expel", date=LATER), BREAK),
        (told("uganda", "kenya", at=300, type="ASSAULT"), CLASH),
        (told("mudavadi valtonen", at=300, type="SUPPORT"), SIGNING),
        (told("kenya", "uganda", at=300, type="REQUEST"), SUMMONS),
    ],
)
def test_steps_of_a_larger_deed(part: Event, whole: Event) -> None:
    assert whole_of(part, whole) == whole
    other_way = told("uganda", "kenya", at=400, type="REQUEST")
    assert whole_of(other_way, whole) is None


def test_merging_names_the_whole_by_the_id_it_ends_with() -> None:
    made = merge(COVERAGE, findings(TALKS, told("ruto", "finland", at=300, type="AGREE"))).events
    (promise,) = (each for each in made if each.type == "AGREE")
    (met,) = (each for each in made if each.type == "CONSULT")
    assert promise.part_of == met.id
    assert met.part_of is None


@settings(deadline=None)
@given(st.lists(EVENTS, max_size=12), st.randoms(use_true_random=False))
def test_the_parts_make_trees_whatever_the_order(events: list[Event], chance: Any) -> None:
    events = list({each.id: each for each in events}.values())
    wholes = {each.id: each.part_of for each in relate(CONTEXT, events)}
    for start in wholes:
        seen, at = set(), wholes[start]
        while at is not None:
            assert at in wholes
            assert at != start
            assert at not in seen
            seen.add(at)
            at = wholes[at]
    shuffled = list(events)
    chance.shuffle(shuffled)
    assert {each.id: each.part_of for each in relate(CONTEXT, shuffled)} == wholes
