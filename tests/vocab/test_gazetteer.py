"""The gazetteer: what names mean, where that lies, and that its columns agree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.vocab.gazetteer import (
    GazetteerRow,
    is_capital,
    look_up,
    region_demonyms,
    short_forms,
    state_centre,
)
from communique.vocab.states import states
from communique.vocab.tables import read_table


def towns(name: str) -> list[GazetteerRow]:
    return [row for row in look_up(name) if row.kind == "town"]


@pytest.mark.parametrize(
    ("name", "iso3", "lat", "lon", "geonames_id"),
    [
        ("Paris", "FRA", 48.85, 2.35, 2988507),
        ("Kiev", "UKR", 50.45, 30.52, 703448),
        ("Kyiv", "UKR", 50.45, 30.52, 703448),
        ("Xi'an", "CHN", 34.26, 108.93, 1790630),
        ("Xi’an", "CHN", 34.26, 108.93, 1790630),
        ("Urumqi", "CHN", 43.8, 87.6, 1529102),
        ("ÜRÜMQI", "CHN", 43.8, 87.6, 1529102),
        ("Saint Petersburg", "RUS", 59.94, 30.31, 498817),
        ("St. Petersburg", "RUS", 59.94, 30.31, 498817),
    ],
)
def test_the_largest_bearer_comes_first(
    name: str, iso3: str, lat: float, lon: float, geonames_id: int
) -> None:
    first = towns(name)[0]
    assert (first.iso3, first.geonames_id) == (iso3, geonames_id)
    assert first.lat == pytest.approx(lat, abs=0.1)
    assert first.lon == pytest.approx(lon, abs=0.1)


def test_a_name_has_every_bearer_of_its_own_province() -> None:
    assert {"Texas", "Tennessee", "Kentucky"} <= {row.admin1 for row in towns("Paris")}


def test_georgia_is_a_state_and_a_state_of_the_union() -> None:
    assert {(row.kind, row.iso3) for row in look_up("Georgia")} >= {
        ("state", "GEO"),
        ("admin1", "USA"),
    }


def test_counties_are_kept_apart() -> None:
    provinces = {row.admin1 for row in look_up("Jefferson County") if row.kind == "county"}
    assert {"Kentucky", "Alabama", "Colorado"} <= provinces


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("South China Sea", "sea"),
        ("Donbas", "region"),
        ("Gaza Strip", "region"),
        ("Xinjiang", "admin1"),
        ("Europe", "continent"),
        ("Islamic Republic of Iran", "state"),
        ("Czech Republic", "state"),
        ("Strait of Hormuz", "sea"),
    ],
)
def test_areas_are_found(name: str, kind: str) -> None:
    assert look_up(name)[0].kind == kind


def test_short_forms_mean_their_states_only_as_written() -> None:
    assert {"Calif.", "W.Va.", "D.C."} <= short_forms()
    assert look_up("Calif.")[0].name == "California"
    assert look_up("Ill.")[0].name == "Illinois"
    assert look_up("I'll") == ()


def test_the_capital_is_known_among_its_namesakes() -> None:
    assert [row.iso3 for row in towns("Paris") if is_capital(row)] == ["FRA"]
    washington = next(row for row in towns("Washington") if is_capital(row))
    assert washington.admin1 == "District of Columbia"


def test_every_state_has_a_centre() -> None:
    lacking = [each.iso3 for each in states() if state_centre(each.iso3) is None]
    assert lacking == []


def test_centres_lie_near_their_capitals() -> None:
    """Within 45 degrees either way, but for Russia and the two sides of the date line."""
    for each in states():
        centre = state_centre(each.iso3)
        assert centre is not None
        if each.iso3 not in {"RUS", "SUN", "KIR", "USA", "GRL"}:
            assert abs(centre.lat - each.lat) < 20, each.iso3
            assert abs(centre.lon - each.lon) < 45, each.iso3


def test_regions_are_well_formed_and_their_peoples_found() -> None:
    for row in read_table("regions.csv"):
        assert -90 <= float(row["lat"]) <= 90
        assert -180 <= float(row["lon"]) <= 180
        assert look_up(row["name"]), row["name"]
    assert look_up(region_demonyms()["Chechen"])[0].name == "Chechnya"


@given(st.text(max_size=30))
def test_any_words_may_be_looked_up(words: str) -> None:
    for row in look_up(words):
        assert -90 <= row.lat <= 90
        assert -180 <= row.lon <= 180
        assert row.population >= 0


def test_nothing_is_found_for_what_names_no_place() -> None:
    assert look_up("Qwrtzplk") == ()
    assert look_up("") == ()
