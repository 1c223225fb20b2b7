"""News agencies and outlets: distinct, placed in a state, found, and recognised by their marks."""

import re
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.vocab.press import Control, agencies, find_press, press, press_index
from communique.vocab.states import state
from communique.vocab.tables import fold


def test_the_table_is_large_enough_and_names_are_unique() -> None:
    kinds = [each.kind for each in press()]
    assert kinds.count("agency") >= 90
    assert kinds.count("outlet") >= 80
    assert len({each.name for each in press()}) == len(press())


def test_every_row_has_a_state_and_marks_that_compile() -> None:
    for each in press():
        assert state(each.iso3) is not None
        assert each.ambiguous <= set(each.surfaces)
        if each.marks is not None:
            assert re.compile(each.marks, re.MULTILINE).search("") is None


def test_who_runs_a_newsroom_is_told_in_three_words() -> None:
    by_control = {control: set[str]() for control in get_args(Control)}
    for each in press():
        if each.control is not None:
            by_control[each.control].add(each.name)
    assert len(by_control["state"]) >= 89
    assert by_control["state"] >= {"Xinhua", "TASS", "Anadolu", "Prensa Latina", "SPA"}
    assert by_control["public"] >= {"BBC", "Agence France-Presse", "Deutsche Welle"}
    assert by_control["private"] >= {"Reuters", "The Hindu"}


def test_a_surface_that_names_two_is_marked_ambiguous_by_both() -> None:
    for surface, named in press_index().items():
        if len(named) > 1:
            assert all(surface in each.ambiguous for each in named)
            assert surface not in agencies()
            assert find_press(surface) is None


def test_agencies_index_holds_agencies_only() -> None:
    assert {each.kind for each in agencies().values()} == {"agency"}
    assert agencies()["AP"].name == "Associated Press"
    assert "APA" not in agencies()
    assert {each.iso3 for each in press_index()["APA"]} == {"AZE", "AUT"}


def test_every_unshared_surface_finds_its_row() -> None:
    for surface, named in press_index().items():
        if len(named) == 1:
            assert find_press(surface) == named[0]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("XINHUA NEWS AGENCY", "Xinhua"),
        ("afp", "Agence France-Presse"),
        ("dw", "Deutsche Welle"),
        ("Hindu", "The Hindu"),
        ("Telam", "Télam"),
        ("Azertac", "AZERTAC"),
    ],
)
def test_find_press_reads_what_users_write(words: str, name: str) -> None:
    found = find_press(words)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("RIGA, March 2 (Xinhua) -- Delegates met here on Tuesday.", "Xinhua"),
        ("QUITO (AP) — Delegates met here on Tuesday.", "Associated Press"),
        ("MOSCOW, March 2. /TASS/. Delegates met on Tuesday.", "TASS"),
        ("BAKU, March 2, AZERTAC", "AZERTAC"),
        ("Baku, Azerbaijan, March 2. Delegates met on Tuesday.", "Trend"),
        ("SEOUL, March 2 (Yonhap) -- Delegates met on Tuesday.", "Yonhap"),
        ("New Delhi, Mar 2 (PTI) Delegates met on Tuesday.", "Press Trust of India"),
        ("TEHRAN, IRNA - Delegates met on Tuesday.", "IRNA"),
    ],
)
def test_marks_tell_the_one_agency(line: str, name: str) -> None:
    hits = [
        each.name for each in press() if each.marks and re.search(each.marks, line, re.MULTILINE)
    ]
    assert hits == [name]


def test_plain_prose_bears_no_mark() -> None:
    line = "The ministers met in Geneva on Tuesday and agreed to meet again (see below)."
    assert [each.name for each in press() if each.marks and re.search(each.marks, line)] == []


@given(st.text(max_size=40))
def test_look_ups_never_raise(words: str) -> None:
    found = find_press(words)
    assert found is None or fold(words) in {fold(surface) for surface in found.surfaces}
