"""Titles, institutions and holders."""

import pytest

from communique.vocab.offices import (
    find_holders,
    holders,
    institution_name,
    office_of,
    title_pattern,
)
from communique.vocab.states import state


@pytest.mark.parametrize(
    ("words", "title", "office"),
    [
        ("the Foreign Minister said", "Foreign Minister", "foreign_minister"),
        ("First Deputy Minister of Health and Social Protection of", None, "minister"),
        ("the vice president came", "vice president", "deputy_head"),
        ("Prime Minister Ana", "Prime Minister", "head_of_government"),
        ("Foreign Ministry spokeswoman Ana", "Foreign Ministry spokeswoman", "spokesperson"),
        ("the head of state", "head of state", "head_of_state"),
    ],
)
def test_titles(words: str, title: str | None, office: str) -> None:
    match = title_pattern().search(words)
    assert match
    assert match.group() == (title or "First Deputy Minister of Health and Social Protection")
    assert office_of(match.group()) == office


def test_no_title_no_office() -> None:
    assert office_of("a green field") is None


def test_institutions_have_one_name() -> None:
    assert institution_name("ministry of  foreign affairs") == "Foreign Ministry"
    assert institution_name("Ministry of Health") == "Ministry of Health"


def test_holders_are_of_known_states_and_their_dates_run_forward() -> None:
    for row in holders():
        assert state(row.iso3), row
        assert len(row.since) == 10
        assert not row.until or row.since < row.until, row


def test_one_office_of_a_state_has_one_holder_on_a_day() -> None:
    for row in holders():
        others = [
            other.name
            for other in holders()
            if (other.iso3, other.office) == (row.iso3, row.office)
            and other.since < row.since
            and (not other.until or other.until > row.since)
        ]
        same = {name.split()[-1] for name in others} <= {row.name.split()[-1]}
        assert same, (row, others)


def test_a_holder_is_found_by_name_and_day_without_accents() -> None:
    assert [row.iso3 for row in find_holders("Francois Hollande", "2015-01-01")] == ["FRA"]
    assert find_holders("François Hollande", "2020-01-01") == ()
