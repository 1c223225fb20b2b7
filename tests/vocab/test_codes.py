"""Codes of other lists: one state a code, every member of the UN coded."""

import re

import pytest

from communique.vocab.codes import by_cow, codes
from communique.vocab.states import states


def test_every_member_of_the_un_has_every_code() -> None:
    for each in states():
        found = codes(each.iso3)
        assert found is not None
        if each.un_member:
            assert found.cow
            assert found.gw
            assert found.cow_abbreviation
            assert re.fullmatch(r"[A-Z]{2}", found.fips or "")


@pytest.mark.parametrize("column", ["cow", "gw", "fips"])
def test_no_two_states_of_today_share_a_code(column: str) -> None:
    today = [getattr(codes(each.iso3), column) for each in states() if each.until is None]
    given = [code for code in today if code is not None]
    assert len(set(given)) == len(given)


@pytest.mark.parametrize(
    ("iso3", "cow", "abbreviation", "gw", "fips"),
    [
        ("FRA", 220, "FRN", 220, "FR"),
        ("CHN", 710, "CHN", 710, "CH"),
        ("CHE", 225, "SWZ", 225, "SZ"),
        ("DEU", 255, "GMY", 260, "GM"),
        ("YEM", 679, "YEM", 678, "YM"),
        ("SRB", 345, "YUG", 340, "RI"),
        ("XKX", 347, "KOS", 347, "KV"),
        ("VNM", 816, "DRV", 816, "VM"),
        ("DDR", 265, "GDR", 265, "GC"),
        ("AUS", 900, "AUL", 900, "AS"),
    ],
)
def test_known_codes(iso3: str, cow: int, abbreviation: str, gw: int, fips: str) -> None:
    found = codes(iso3)
    assert found is not None
    assert (found.cow, found.cow_abbreviation, found.gw, found.fips) == (
        cow,
        abbreviation,
        gw,
        fips,
    )


def test_a_number_leads_back_to_the_state_of_today() -> None:
    for number, iso3 in ((365, "RUS"), (345, "SRB"), (265, "DDR"), (373, "AZE")):
        found = by_cow(number)
        assert found is not None
        assert found.iso3 == iso3
    assert by_cow(1) is None
    assert codes("???") is None
