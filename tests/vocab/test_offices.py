"""Titles and institutions."""

import pytest

from communique.vocab.offices import (
    institution_name,
    office_of,
    title_pattern,
)


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
