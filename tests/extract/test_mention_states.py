"""Whose state and sector a mention has where the words beside it, or the report, must tell."""

import pytest
from made_reports import make_report

from communique.extract import extract

CASES = [
    ("A bus hit the Gdansk municipality's gate.", "Gdansk municipality", "POL", "GOV"),
    ("Zagreb's wine growers' union met.", "growers' union", "HRV", "LAB"),
    ("In Bolivia, Congress met on Monday.", "Congress", "BOL", "LEG"),
    ("The minister of mines spoke in Lusaka.", "minister of mines", "ZMB", "GOV"),
    ("Two Samoans were hurt.", "Samoans", "WSM", "CVL"),
    ("A Samoan was hurt.", "Samoan", "WSM", "CVL"),
    ("The Nepali potter Rita Gurung won.", "Rita Gurung", "NPL", "CVL"),
    ("Hezbollah lawmakers left the hall.", "Hezbollah lawmakers", "LBN", "LEG"),
    ("Toyota welders struck in Nagoya.", "Toyota welders", "JPN", "LAB"),
    ("A Zambian patrol was shot at.", "Zambian patrol", "ZMB", "MIL"),
    ("A letter from Gaborone arrived.", "Gaborone", "BWA", "GOV"),
    ("The Kano state governor resigned.", "Kano state governor", "NGA", "GOV"),
    ("Denmark's Broad Reform Party lost.", "Broad Reform Party", "DNK", "PTY"),
    ("The Patriotic Salt Front won six seats in Malta.", "Patriotic Salt Front", "MLT", "PTY"),
]


@pytest.mark.parametrize(("text", "words", "iso3", "sector"), CASES)
def test_state_and_sector(text: str, words: str, iso3: str, sector: str) -> None:
    found = [m for m in extract(make_report(text)).mentions if words in m.passage.text]
    shortest = min(found, key=lambda m: len(m.passage.text))
    assert (shortest.iso3, shortest.sector) == (iso3, sector)


def test_a_patrol_without_a_state_is_no_actor() -> None:
    mentions = extract(make_report("A patrol was shot at.")).mentions
    assert all("patrol" not in mention.passage.text for mention in mentions)
