"""Actors named by a common noun, groups and agencies carry country and sector."""

import pytest
from made_reports import make_report

from communique.extract import extract
from communique.types.parties import Mention

CASES = [
    ("Turkish troops crossed the river.", "Turkish troops", "TUR", "MIL"),
    ("Police in Nairobi closed the road.", "Police", "KEN", "COP"),
    ("Peru's prosecutors opened a file.", "prosecutors", "PER", "JUD"),
    ("The Saudi-led coalition hit a port.", "Saudi-led coalition", "SAU", "MIL"),
    ("Turkish-backed Syrian rebels left.", "Turkish-backed Syrian rebels", "SYR", "REB"),
    ("Syrian refugees in Lebanon waited.", "Syrian refugees", "SYR", "REF"),
    ("Ghana's anti-government protesters left.", "anti-government protesters", "GHA", "OPP"),
    ("Colombian coca growers struck.", "Colombian coca growers", "COL", "AGR"),
    ("The Kenya Maize Growers Association struck.", "Kenya Maize Growers Association", "KEN", None),
    ("Hezbollah said it would wait.", "Hezbollah", "LBN", "REB"),
    ("Xinhua reported the talks.", "Xinhua", "CHN", "MED"),
    ("The mayor of Istanbul left.", "The mayor of Istanbul", "TUR", "GOV"),
]


def mention_of(text: str, words: str) -> Mention:
    """The mention of just these words."""
    found = [m for m in extract(make_report(text)).mentions if m.passage.text.endswith(words)]
    assert found, text
    return found[0]


@pytest.mark.parametrize(("text", "words", "iso3", "sector"), CASES)
def test_country_and_sector(text: str, words: str, iso3: str, sector: str | None) -> None:
    found = mention_of(text, words)
    assert found.iso3 == iso3
    assert sector is None or found.sector == sector


def test_forces_of_a_state_are_an_office_and_people_are_no_actor() -> None:
    actors = extract(make_report("Turkish troops met Kenyan students.")).actors
    assert [(a.kind, a.name) for a in actors] == [("office", "Armed Forces of Türkiye")]


def test_a_government_is_lent_to_and_a_town_is_travelled_to() -> None:
    lent = extract(make_report("The bank lent ten million dollars to Bamako.")).actors
    went = extract(make_report("The minister flew to Bamako.")).actors
    assert [actor.iso3 for actor in lent] == ["MLI"]
    assert not went


def test_an_agency_is_never_party_to_a_meeting() -> None:
    text = "Kenyan President Amina Otieno met Xinhua in Nairobi."
    assert not [event for event in extract(make_report(text)).events if event.type == "CONSULT"]
