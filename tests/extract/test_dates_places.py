"""Dates and places are those the words give, or derived with the reason, or absent."""

import pytest
from made_reports import make_report

from communique.extract import extract
from communique.extract.places import find_place

DATES = [
    ("He came on May 6, 2025.", None, [("2025-05-06", True)]),
    ("He came on Tuesday.", "2025-05-07", [("2025-05-06", False)]),
    ("He came on Wednesday.", "2025-05-07", [("2025-05-07", False)]),
    ("The summit is set to be held Friday.", "2025-05-07", [("2025-05-09", False)]),
    ("He came on May 6.", "2025-05-07", [("2025-05-06", False)]),
    ("He came on December 31.", "2025-01-02", [("2024-12-31", False)]),
    ("He came yesterday.", "2025-05-07", [("2025-05-06", False)]),
    ("He came last Wednesday.", "2025-05-07", [("2025-04-30", False)]),
    ("He came on Tuesday.", None, []),
    ("He came on May 6.", None, []),
]


@pytest.mark.parametrize(("text", "published", "wanted"), DATES)
def test_dates(text: str, published: str | None, wanted: list[tuple[str, bool]]) -> None:
    found = extract(make_report(text, published=published)).dates
    assert [(date.value, date.stated) for date in found] == wanted
    assert all(date.stated or date.reason for date in found)


def test_the_dateline_counts_before_the_stamp() -> None:
    text = "LIMA, May 6 (Desk) -- Trade grew on Tuesday."
    findings = extract(
        make_report(text, dateline=("LIMA", "2025-05-06"), published="2025-05-14T10:00")
    )
    assert {date.value for date in findings.dates} == {"2025-05-06"}


def test_a_city_is_stated_and_here_is_the_datelines_place() -> None:
    report = make_report("LIMA, May 6 (Desk) -- They met.", dateline=("LIMA", "2025-05-06"))
    stated = find_place("They met in Nairobi", report.dateline)
    here = find_place("They met here", report.dateline)
    capital = find_place("They met in the Kenyan capital", None)
    for place, wanted in (
        (stated, ("Nairobi", "KEN", True)),
        (here, ("Lima", "PER", False)),
        (capital, ("Nairobi", "KEN", False)),
    ):
        assert place
        assert (place.name, place.country, place.stated) == wanted
    assert find_place("They met here", None) is None
    assert find_place("in the field of trade", report.dateline) is None
