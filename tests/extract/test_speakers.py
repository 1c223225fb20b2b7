"""Whom a statement's source means, as a report with the tagger reads it."""

import pytest
from made_reports import make_report, said

from communique.extract import extract

CAST = (
    "Kenyan President Amina Otieno met Peruvian Foreign Minister Luis Quispe. "
    "Kenya and Peru are far apart.\n"
)
BOTH = ["Amina Otieno", "Luis Quispe"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The two leaders noted that trade had grown.", BOTH),
        ("Otieno and Quispe stressed that trade had grown.", BOTH),
        ("The foreign minister said that trade had grown.", ["Luis Quispe"]),
        ("Peru, the older partner, said that trade had grown.", ["Peru"]),
        ("A farmer from Arequipa said that prices had fallen.", []),
    ],
)
def test_a_source_means(text: str, who: list[str]) -> None:
    assert said(extract(make_report(CAST + text)))[-1][0] == who
