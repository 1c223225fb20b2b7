"""The screen sees whether a text tells of states, and names two parties."""

import pytest

from communique.extract.screen import concerns_states, names_two_parties


@pytest.mark.parametrize(
    ("text", "two"),
    [
        ("Kenya and Peru signed.", True),
        ("The Kenyan side thanked the African Union.", True),
        ("Kenya thanked Kenyans in Nairobi.", False),
        ("A page about tomatoes and their care.", False),
        ("Chadwick and Perugia are no states.", False),
    ],
)
def test_two_parties(text: str, *, two: bool) -> None:
    assert names_two_parties(text) is two


FILLER = "The bakery on the corner sells bread and cakes to those who come by in the morning. " * 6


@pytest.mark.parametrize(
    ("text", "concerns"),
    [
        (FILLER, False),
        (FILLER + "Kenya won the match against Peru.", False),
        (FILLER + "Kenya recalled its ambassador to Peru.", True),
        (FILLER + "Kenya wants bread. The government says nothing more.", False),
        ("A page about tomatoes and their care.", True),  # too short to be passed over
    ],
)
def test_what_concerns_states(text: str, *, concerns: bool) -> None:
    assert concerns_states(text) is concerns
