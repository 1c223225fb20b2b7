"""Holders of offices: no two in one office on one day, dates in order, found under every name."""

import calendar
import pickle
import re
from collections import defaultdict
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.vocab.holders import (
    Holder,
    bundled,
    find_holders,
    holders,
    holders_on,
    holders_with,
    holds,
)
from communique.vocab.organisations import organisations
from communique.vocab.states import state, states

THREE = {"head_of_state", "head_of_government", "foreign_minister"}


def first_day(date: str) -> str:
    return (date + "-01-01")[:10] if len(date) == 4 else (date + "-01")[:10]


def last_day(date: str) -> str:
    if len(date) == 4:
        return date + "-12-31"
    year, month = int(date[:4]), int(date[5:7])
    return date if len(date) == 10 else f"{date}-{calendar.monthrange(year, month)[1]:02d}"


def test_rows_are_well_formed_and_their_bodies_known() -> None:
    known = {each.id for each in organisations()}
    for row in holders():
        assert row.name.strip() == row.name != ""
        assert row.title
        assert set(row.family.split()) <= set(row.name.split())
        assert row.sex in {"m", "f"}
        assert row.name_order in {"given_first", "family_first"}
        assert bool(row.iso3) != bool(row.organisation)
        assert state(row.iso3) if row.iso3 else row.organisation in known
        for date in (row.since, row.until or row.since):
            assert re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2])(-([0-2]\d|3[01]))?)?", date)


def test_nobody_leaves_before_coming() -> None:
    for row in holders():
        assert not row.until or first_day(row.since) <= last_day(row.until), row


def test_no_two_certainly_hold_one_office_on_one_day() -> None:
    offices: dict[tuple[str, str, str], list[Holder]] = defaultdict(list)
    for row in holders():
        offices[row.iso3, row.organisation, row.office].append(row)
    for rows in offices.values():
        for one, other in combinations(rows, 2):
            both_in = max(last_day(one.since), last_day(other.since))
            one_out = min(first_day(one.until or "9999"), first_day(other.until or "9999"))
            assert both_in >= one_out, (one, other)


def test_at_least_eighty_states_have_all_three_offices_filled_over_the_years() -> None:
    offices: dict[str, set[str]] = defaultdict(set)
    for row in holders():
        if row.iso3:
            offices[row.iso3].add(row.office)
    full = {iso3 for iso3, held in offices.items() if held >= THREE}
    assert len(full) >= 80
    assert {"CHN", "RUS", "USA", "GBR", "FRA", "DEU", "IND", "BRA", "KAZ", "AZE", "SAU"} <= full
    assert {each.iso3 for each in states() if each.until is None} > full


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("Xi Jinping", "CHN"),
        ("Jinping Xi", "CHN"),
        ("ilham əliyev", "AZE"),
        ("Volodymyr Zelenskyy", "UKR"),
        ("Zelenskiy", "UKR"),
        ("Recep Tayyip Erdogan", "TUR"),
        ("Abdel-Fattah al-Sisi", "EGY"),
        ("El-Sisi", "EGY"),
        ("Qasym-Jomart Toqayev", "KAZ"),
        ("Orbán Viktor", "HUN"),
        ("Yoon Suk-yeol", "KOR"),
        ("Jokowi", "IDN"),
        ("MBS", "SAU"),
    ],
)
def test_a_person_is_found_under_any_of_the_names(words: str, body: str) -> None:
    assert {row.iso3 for row in find_holders(words)} == {body}


@pytest.mark.parametrize(
    ("body", "office", "date", "name"),
    [
        ("USA", "foreign_minister", "2016-05-01", "John Kerry"),
        ("CHN", "foreign_minister", "2023-03-01", "Qin Gang"),
        ("CHN", "foreign_minister", "2023-07-25", "Wang Yi"),
        ("FRA", "head_of_state", "2017-05-14", "Emmanuel Macron"),
        ("IRN", "head_of_state", "2024-06-01", "Mohammad Mokhber"),
        ("nato", "igo_head", "2024-10-01", "Mark Rutte"),
        ("un", "igo_head", "2010-01-01", "Ban Ki-moon"),
    ],
)
def test_one_holds_an_office_on_a_day(body: str, office: str, date: str, name: str) -> None:
    assert [row.name for row in holders_on(body, office, date)] == [name]


def test_a_vacant_office_has_no_holder() -> None:
    assert holders_on("USA", "foreign_minister", "2018-04-10") == ()
    assert holders_on("USA", "no_such_office", "2018-04-10") == ()


def test_partial_dates_count_as_every_day_they_may_mean() -> None:
    row = next(row for row in holders() if row.name == "Ban Ki-moon" and row.iso3 == "KOR")
    assert row.since == "2004-01"
    assert row.holds_on("2004-01-02")
    assert not row.holds_on("2003-12-31")
    assert row.holds_on("2004")
    assert {row.name for row in holders_on("FRA", "head_of_state", "2017-05")} == {
        "François Hollande",
        "Emmanuel Macron",
    }


def test_holds_tells_what_one_was_on_a_day() -> None:
    assert {row.office for row in holds("Tokayev", "KAZ", "2005-01-01")} == {"foreign_minister"}
    assert {row.office for row in holds("Tokayev", "KAZ", "2024-01-01")} == {"head_of_state"}
    assert holds("Tokayev", "UZB", "2024-01-01") == ()


def test_every_row_is_found_by_its_own_names() -> None:
    for row in holders():
        for name in row.names():
            assert row in find_holders(name)


@given(st.text(max_size=30))
def test_look_ups_never_raise(words: str) -> None:
    assert isinstance(find_holders(words), tuple)


@given(st.sampled_from(holders()), st.dates().map(lambda day: day.isoformat()))
def test_a_day_in_office_lies_between_the_dates(row: Holder, day: str) -> None:
    inside = first_day(row.since) <= day and (not row.until or day <= last_day(row.until))
    assert not row.holds_on(day) or inside


def test_one_look_up_of_the_same_rows_is_kept() -> None:
    more = (replace(holders()[0], name="Adaeze Nwosu", family="Nwosu", variants=()),)
    assert holders_with(()) is bundled()
    assert holders_with(more) is pickle.loads(pickle.dumps(holders_with(more)))
    assert [row.name for row in holders_with(more).find("Adaeze Nwosu")] == ["Adaeze Nwosu"]
    assert not bundled().find("Adaeze Nwosu")
