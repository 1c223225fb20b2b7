"""States, their names and places: complete, unambiguous where trusted, and found as users write."""

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.vocab.states import (
    ambiguous_names,
    capital_of,
    decoys,
    find_state,
    former_names,
    name_index,
    place,
    places,
    state,
    states,
    suggest_states,
)
from communique.vocab.tables import fold, read_table


def test_codes_are_well_formed_and_unique() -> None:
    assert all(re.fullmatch(r"[A-Z]{3}", each.iso3) for each in states())
    assert all(re.fullmatch(r"[A-Z]{2}", each.iso2) for each in states())
    assert len({each.iso3 for each in states()}) == len(states())
    assert len({each.iso2 for each in states()}) == len(states())
    assert len({fold(each.name) for each in states()}) == len(states())


def test_the_193_members_of_the_un_are_present_and_none_of_them_has_ended() -> None:
    members = [each for each in states() if each.un_member]
    assert len(members) == 193
    assert all(each.until is None for each in members)
    assert {"VAT", "PSE", "TWN", "XKX", "HKG", "SUN"}.isdisjoint(each.iso3 for each in members)


def test_former_states_say_when_they_ended() -> None:
    ended = {each.iso3: each.until for each in states() if each.until is not None}
    assert ended == {"SUN": 1991, "YUG": 1992, "CSK": 1992, "DDR": 1990, "YMD": 1990}


def test_coordinates_are_in_range_and_capitals_agree_with_the_places() -> None:
    for row in places():
        assert -90 <= row.lat <= 90
        assert -180 <= row.lon <= 180
        assert state(row.iso3) is not None
    for each in states():
        if each.until is None:
            assert place(each.capital) == capital_of(each.iso3)


def test_a_place_has_one_position_under_each_of_its_names() -> None:
    assert max(Counter(row.name for row in places()).values()) == 1
    spots: dict[str, set[tuple[float, float]]] = {}
    for row in places():
        spots.setdefault(fold(row.name), set()).add((row.lat, row.lon))
    assert [name for name, found in spots.items() if len(found) > 1] == []


def test_every_current_un_member_has_an_adjective() -> None:
    having = {row["iso3"] for row in read_table("state_names.csv") if "adjective" in row["kind"]}
    assert [each.iso3 for each in states() if each.un_member and each.iso3 not in having] == []


def test_every_name_leads_to_its_state_or_is_marked_as_shared() -> None:
    index, doubtful = name_index(), ambiguous_names()
    for row in read_table("state_names.csv"):
        if not row["iso3"]:
            continue
        assert state(row["iso3"]) is not None
        if row["name"] in index:
            assert index[row["name"]][0] == row["iso3"]
        else:
            assert row["iso3"] in doubtful[row["name"]]
            assert len(doubtful[row["name"]]) > 1


def test_a_name_that_is_marked_sure_names_one_state_only() -> None:
    sure: dict[str, set[str]] = {}
    for row in read_table("state_names.csv"):
        if row["iso3"] and row["ambiguous"] == "0":
            sure.setdefault(row["name"], set()).add(row["iso3"])
    assert {name: codes for name, codes in sure.items() if len(codes) > 1} == {}
    assert sure.keys().isdisjoint(ambiguous_names())


def test_decoys_hold_a_states_name_and_are_no_name_themselves() -> None:
    assert decoys().isdisjoint(name_index())
    assert {"South China Sea", "New Mexico", "Latin America"} <= decoys()


def test_the_index_keeps_case_and_kind() -> None:
    index = name_index()
    assert index["Polish"] == ("POL", "demonym_adjective")
    assert "polish" not in index
    assert index["Azerbaijanis"] == ("AZE", "demonym_plural")
    assert index["Kremlin"] == ("RUS", "government_seat")
    assert index["Beijing"] == ("CHN", "capital_metonym")
    assert index["Côte d’Ivoire"] == index["Côte d'Ivoire"] == ("CIV", "name")
    assert "Congolese" not in index
    assert ambiguous_names()["Congolese"] == ("COG", "COD")
    assert ambiguous_names()["Georgia"] == ("GEO",)


@pytest.mark.parametrize(
    ("words", "iso3"),
    [
        ("AZE", "AZE"),
        ("az", "AZE"),
        ("turkey", "TUR"),
        ("TURKIYE", "TUR"),
        ("the Netherlands", "NLD"),
        ("u.s.", "USA"),
        ("Viet Nam", "VNM"),
        ("cote divoire", "CIV"),
        ("Sao Tome & Principe", "STP"),
        ("d.p.r.k.", "PRK"),
        ("Republic of Korea", "KOR"),
        ("Swaziland", "SWZ"),
        ("french", "FRA"),
        ("Filipinos", "PHL"),
        ("elysee", "FRA"),
        ("Nur-Sultan", "KAZ"),
        ("soviet", "SUN"),
    ],
)
def test_find_state_reads_what_users_write(words: str, iso3: str) -> None:
    found = find_state(words)
    assert found is not None
    assert found.iso3 == iso3


def test_every_code_finds_its_own_state() -> None:
    for each in states():
        assert find_state(each.iso3) == each
        assert find_state(each.iso2.lower()) == each
        assert find_state(each.name.upper()) == each


@pytest.mark.parametrize("words", ["", " ", "the", "Atlantis", "Korean", "Congo", "Dominicans"])
def test_find_state_does_not_choose_where_none_or_two_are_meant(words: str) -> None:
    assert find_state(words) is None


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("Azerbajan", "Azerbaijan"),
        ("Phillipines", "Philippines"),
        ("Kirgistan", "Kyrgyzstan"),
        ("Germnay", "Germany"),
    ],
)
def test_misspellings_are_suggested(words: str, first: str) -> None:
    assert suggest_states(words)[0] == first


def test_suggestions_for_a_shared_name_are_the_states_that_share_it() -> None:
    assert set(suggest_states("Korean", limit=2)) == {"North Korea", "South Korea"}
    assert suggest_states("xyzzyplugh") == ()


@given(st.text(max_size=40))
def test_look_ups_never_raise(words: str) -> None:
    find_state(words)
    place(words)
    assert len(suggest_states(words)) <= 3


@pytest.mark.parametrize(
    ("name", "iso3"),
    [
        ("geneva", "CHE"),
        ("Xian", "CHN"),
        ("Kiev", "UKR"),
        ("St. Petersburg", "RUS"),
        ("Sharm el-Sheikh", "EGY"),
        ("SAMARKAND", "UZB"),
        ("Sao Paulo", "BRA"),
    ],
)
def test_places_are_found(name: str, iso3: str) -> None:
    found = place(name)
    assert found is not None
    assert found.iso3 == iso3


def test_unknown_codes_and_places_give_none() -> None:
    assert state("ZZZ") is None
    assert state("aze") is None
    assert capital_of("ZZZ") is None
    assert place("Atlantis") is None


def test_former_names_end_in_a_year_and_are_no_names_of_today() -> None:
    today = {row["name"] for row in read_table("state_names.csv") if row["kind"] == "name"}
    years = {each.name: (each.since, each.until) for each in former_names()}
    assert years["Zaire"] == (1971, 1997)
    assert years["Swaziland"] == (None, 2018)
    assert years["Ceylon"] == (None, 1972)
    assert len([until for _, until in years.values() if until]) >= 90
    for each in former_names():
        assert each.name not in today
        assert each.since is None or each.until is None or each.since < each.until
