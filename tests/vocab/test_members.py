"""Members of organisations: known, dated, and as many as there are."""

import re

import pytest

from communique.vocab.members import members, memberships
from communique.vocab.organisations import organisations
from communique.vocab.states import state, states
from communique.vocab.tables import read_table


def test_rows_name_known_organisations_and_states_and_run_forward() -> None:
    known = {each.id for each in organisations()}
    for row in read_table("members.csv"):
        assert row["organisation"] in known
        assert state(row["iso3"])
        for date in (row["since"], row["until"] or row["since"]):
            assert re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", date)
        shared = min(len(row["since"]), len(row["until"] or row["since"]))
        assert row["since"][:shared] <= (row["until"] or row["since"])[:shared]


def test_the_members_of_the_un_are_those_the_table_of_states_marks() -> None:
    assert set(members("un")) == {each.iso3 for each in states() if each.un_member}


@pytest.mark.parametrize(
    ("organisation", "count"),
    [
        *[("eu", 27), ("nato", 32), ("osce", 57), ("oecd", 38), ("au", 55), ("asean", 11)],
        *[("sco", 10), ("arab-league", 22), ("gcc", 6), ("brics", 10), ("apec", 21), ("coe", 46)],
        *[("oic", 57), ("csto", 6), ("eaeu", 5), ("ots", 5), ("saarc", 8), ("g7", 7), ("opec", 12)],
    ],
)
def test_counts_of_today(organisation: str, count: int) -> None:
    assert len(members(organisation)) == count


@pytest.mark.parametrize(
    ("organisation", "iso3", "date", "belongs"),
    [
        ("eu", "GBR", "2020-01-31", True),
        ("eu", "GBR", "2020-06-01", False),
        ("nato", "FIN", "2023-04-03", False),
        ("nato", "FIN", "2023-04-04", True),
        ("sco", "IRN", "2023-08-01", True),
        ("sco", "BLR", "2023-08-01", False),
        ("opec", "GAB", "2000-01-01", False),
        ("opec", "GAB", "2017-01-01", True),
    ],
)
def test_membership_on_a_day(organisation: str, iso3: str, date: str, belongs: bool) -> None:
    assert (iso3 in members(organisation, date)) is belongs
    held = {row.organisation for row in memberships(iso3, date)}
    assert (organisation in held) is belongs


def test_nothing_is_known_of_strangers() -> None:
    assert members("no-such-body") == ()
    assert memberships("???") == ()
