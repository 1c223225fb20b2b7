"""The screen sees whether a text names two parties."""

import pytest

from communique.extract.screen import names_two_parties


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
