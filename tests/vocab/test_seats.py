"""Seats and proper names of organs of states: distinct and trusted only where they may be."""

import pytest

from communique.vocab.organisations import organisation_index
from communique.vocab.seats import ambiguous_seats, seat_index, seats
from communique.vocab.states import state


def test_rows_are_of_known_states_and_no_surface_names_two() -> None:
    surfaces = [surface for each in seats() for surface in each.surfaces]
    assert len(seats()) >= 200
    assert len(set(surfaces)) == len(surfaces)
    for each in seats():
        assert state(each.iso3)
        assert each.ambiguous <= set(each.surfaces)


def test_an_unambiguous_seat_is_no_organisation() -> None:
    assert {form for form in seat_index() if form in organisation_index()} == set()


def test_each_surface_is_in_one_of_the_indexes() -> None:
    for each in seats():
        for surface in each.surfaces:
            index = ambiguous_seats() if surface in each.ambiguous else seat_index()
            assert index[surface] == each
    assert seat_index().keys().isdisjoint(ambiguous_seats())


@pytest.mark.parametrize(
    ("form", "iso3", "kind", "sector", "place"),
    [
        ("White House", "USA", "presidency", "GOV", True),
        ("State Department", "USA", "foreign_ministry", "GOV", False),
        ("Kremlin", "RUS", "presidency", "GOV", True),
        ("Élysée", "FRA", "presidency", "GOV", True),
        ("Quai d’Orsay", "FRA", "foreign_ministry", "GOV", True),
        ("Downing Street", "GBR", "government", "GOV", True),
        ("Bankova", "UKR", "presidency", "GOV", True),
        ("Verkhovna Rada", "UKR", "parliament", "LEG", False),
        ("Knesset", "ISR", "parliament", "LEG", False),
        ("IRGC", "IRN", "armed_forces", "MIL", False),
        ("Bundeswehr", "DEU", "armed_forces", "MIL", False),
        ("Milli Majlis", "AZE", "parliament", "LEG", False),
        ("Mossad", "ISR", "intelligence", "SPY", False),
    ],
)
def test_known_seats(form: str, iso3: str, kind: str, sector: str, place: bool) -> None:
    found = seat_index()[form]
    assert (found.iso3, found.kind, found.sector, found.place) == (iso3, kind, sector, place)


@pytest.mark.parametrize("form", ["Diet", "Majlis", "MIT", "PA", "Foreign Office"])
def test_common_words_are_not_trusted_alone(form: str) -> None:
    assert form in ambiguous_seats()
