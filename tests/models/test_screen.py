"""The screen: two actors or no parsing."""

import pytest

from communique.models.screen import worth_parsing


@pytest.mark.parametrize(
    "text",
    [
        "Egypt and Türkiye will exchange ambassadors.",
        "Chinese officials arrived in Kyiv.",
        "The African Union praised Kenya.",
        "a US-Japanese accord",
    ],
)
def test_two_actors_are_worth_it(text: str) -> None:
    assert worth_parsing(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The council fixed a bridge on Monday.",
        "Egypt is hot. Egyptian summers are, in Egypt, dry.",
        "Chinatown and Germanium are words.",
        "egypt and turkey in lower case",
    ],
)
def test_fewer_are_not(text: str) -> None:
    assert not worth_parsing(text)
