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
        ("The former general said that trade had grown.", []),
        ("Both Officials said that trade had grown.", BOTH),
        ("The Lima Port Authority said that trade had grown.", ["Lima Port Authority"]),
        (
            "A spokesman for the Lima Port Authority said that trade had grown.",
            ["Lima Port Authority"],
        ),
        ("The Lima Port Authority's latest report says trade grew.", ["Lima Port Authority"]),
        ("Otieno's aide Ruth Wanjala said that trade had grown.", ["Ruth Wanjala"]),
        ("Marta Lliuya, who sells fish there, said prices had fallen.", ["Marta Lliuya"]),
        ("We, the leaders of Kenya and Peru, support free trade.", ["Kenya", "Peru"]),
    ],
)
def test_a_source_means(text: str, who: list[str]) -> None:
    assert said(extract(make_report(CAST + text)))[-1][0] == who


def test_we_are_those_who_declare() -> None:
    text = "We, the leaders of Kenya and Peru, condemn the raid. We call for a ceasefire."
    assert [who for who, *_ in said(extract(make_report(CAST + text)))] == [["Kenya", "Peru"]] * 2


def test_a_title_in_the_plural_introduces_two() -> None:
    text = (
        "Presidents Amina Otieno of Kenya and Luis Quispe of Peru met in Lima. "
        "The two presidents said that trade had grown."
    )
    assert said(extract(make_report(text)))[-1][0] == BOTH


def test_a_body_that_only_is_named_is_no_actor() -> None:
    text = "They toured the Lima Port Authority."
    assert "Lima Port Authority" not in {a.name for a in extract(make_report(CAST + text)).actors}


def test_an_adjective_of_two_states_means_the_one_named() -> None:
    text = "South Korea and Peru met in Lima. The Korean side said that trade had grown."
    assert said(extract(make_report(text)))[-1][0] == ["South Korea"]
