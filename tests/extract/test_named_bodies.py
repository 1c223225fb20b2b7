"""Bodies and persons that no table has: what they do and for which state."""

import pytest

from communique.extract.named_bodies import find_bodies
from communique.extract.told_bodies import find_told_bodies
from communique.extract.words import scan


@pytest.mark.parametrize(
    ("text", "name", "iso3", "sector"),
    [
        (
            "The Union of Brick Layers of Armenia met.",
            "Union of Brick Layers of Armenia",
            "ARM",
            "CVL",
        ),
        ("The Supreme Court of Nepal ruled.", "Supreme Court of Nepal", "NPL", "JUD"),
        ("A ship of the Icelandic Coast Guard left.", "Icelandic Coast Guard", "ISL", "COP"),
        ("The Royal Thai Army fired.", "Royal Thai Army", "THA", "MIL"),
        ("The Namibian Chamber of Mines said so.", "Namibian Chamber of Mines", "NAM", "BUS"),
        ("The Bank of Ghana cut rates.", "Bank of Ghana", "GHA", "GOV"),
        ("The Tokyo District Court heard it.", "Tokyo District Court", "JPN", "JUD"),
        ("The African Court of Fisheries met in Lome.", "African Court of Fisheries", None, "IGO"),
    ],
)
def test_a_body_is_read_from_its_name(text: str, name: str, iso3: str | None, sector: str) -> None:
    found = [
        (text[f.start : f.end], *(f.iso3 or (None,)), f.sector)
        for f in find_bodies(text, scan(text), ())
    ]
    assert (name, iso3, sector) in found


@pytest.mark.parametrize(
    ("text", "name", "iso3", "sector"),
    [
        ("The brewer Dremka of Armenia grew.", "Dremka", "ARM", "BUS"),
        ("Zorvex, a Finnish company, won.", "Zorvex", "FIN", "BUS"),
        ("Ploska, a charity based in Oslo, paid.", "Ploska", "NOR", "NGO"),
        ("Quandar rebels took the town in Chad.", "Quandar", "TCD", "REB"),
    ],
)
def test_words_beside_a_name_tell_what_it_is(text: str, name: str, iso3: str, sector: str) -> None:
    found = [
        (text[f.start : f.end], *f.iso3, f.sector) for f in find_told_bodies(text, scan(text), ())
    ]
    assert (name, iso3, sector) in found
