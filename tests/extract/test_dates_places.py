"""Dates and places are those the words give, or derived with the reason, or absent."""

from typing import Any

import pytest
from made_reports import make_report

from communique.extract import extract
from communique.types.record import Place

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


MORE_DATES = [
    ("Talks ran from 2 to 4 May 2025.", None, [("2025-05-02/2025-05-04", "range")]),
    ("Talks ran April 29-May 1.", "2025-05-07", [("2025-04-29/2025-05-01", "range")]),
    ("They last met in late April.", "2025-05-07", [("2025-04", "month")]),
    ("They will meet in April.", "2025-05-07", [("2026-04", "month")]),
    ("They met last month.", "2025-05-07", [("2025-04", "month")]),
    ("They met earlier this week.", "2025-05-07", [("2025-05-05/2025-05-07", "range")]),
    ("They met in 2015.", None, [("2015", "year")]),
    ("On May 6 they met. The next day they parted.", "2025-05-07", ["2025-05-06", "2025-05-07"]),
    ("On May 6, 2016 they met; on June 2 they parted.", "2025-05-07", ["2016-05-06", "2016-06-02"]),
    ("They met a day earlier.", "2025-05-07", []),
    ("They met last summer, in the 1990s and under Vision 2030.", "2025-05-07", []),
]


@pytest.mark.parametrize(("text", "published", "wanted"), MORE_DATES)
def test_periods_keep_their_precision(text: str, published: str | None, wanted: list[Any]) -> None:
    found = extract(make_report(text, published=published)).dates
    pairs = [(d.value, d.precision) for d in found]
    assert pairs == [each if isinstance(each, tuple) else (each, "day") for each in wanted]


RIGA = ("RIGA", "2025-05-07")


def dates_of(text: str, kind: str) -> list[str | None]:
    """The dates of the events of a type in a wire from Riga of 7 May 2025."""
    found = extract(make_report(f"RIGA, May 7 (Desk) -- {text}", dateline=RIGA))
    return [event.date and event.date.value for event in found.events if event.type == kind]


def test_a_deed_takes_the_date_of_its_own_clause() -> None:
    told = "Latvia, which joined Finland in a pact in 2019, condemned Belarus on Tuesday."
    assert dates_of(told, "ACCUSE")[0] == "2025-05-06"


def test_a_plan_is_dated_by_its_own_words_or_not_at_all() -> None:
    assert dates_of("Latvia will sue Belarus on Friday.", "COERCE") in ([], ["2025-05-09"])
    report = make_report(
        "RIGA, May 7 (Desk) -- Latvia and Finland will sign a treaty on fishing on 3 June. "
        "They plan to sign an agreement on ferries.",
        dateline=RIGA,
    )
    acts = [(each.kind, act.date) for each in extract(report).instruments for act in each.acts]
    assert acts == [("treaty", "2025-06-03"), ("agreement", None)]


def test_background_is_not_dated_by_the_news() -> None:
    report = make_report(
        "RIGA, May 7 (Desk) -- Latvia and Finland signed a treaty on fishing on Tuesday.\n"
        "In 2015 the two countries quarrelled. Latvia and Finland later signed a protocol.",
        dateline=RIGA,
    )
    acts = [(each.kind, act.date) for each in extract(report).instruments for act in each.acts]
    assert acts == [("treaty", "2025-05-06"), ("protocol", None)]


def meeting_place(text: str, dateline: tuple[str, str] | None = None) -> Place | None:
    """The place of the one meeting of a report."""
    found = extract(make_report(text, dateline=dateline)).events
    (meeting,) = [event for event in found if event.type == "CONSULT"]
    return meeting.place


PEOPLE = "Kenyan President William Ruto {} Polish President Andrzej Duda"
LIMA = ("LIMA", "2025-05-06")
PLACES = [
    (PEOPLE.format("met") + " in Wroclaw on Monday.", None, ("Wroclaw", "POL", True)),
    (
        "LIMA, May 6 (Desk) -- " + PEOPLE.format("met") + " here on Monday.",
        LIMA,
        ("Lima", "PER", False),
    ),
    (PEOPLE.format("met") + " in the Kenyan capital.", None, ("Nairobi", "KEN", False)),
    (
        "LIMA, May 6 (Desk) -- " + PEOPLE.format("met") + " and discussed the war in Aleppo.",
        LIMA,
        ("Lima", "PER", False),
    ),
    (PEOPLE.format("received") + " to discuss trade.", None, ("Nairobi", "KEN", False)),
    (PEOPLE.format("met") + ". Warsaw said that the talks were good.", None, None),
]


@pytest.mark.parametrize(("text", "dateline", "wanted"), PLACES)
def test_the_place_of_a_meeting(
    text: str, dateline: tuple[str, str] | None, wanted: tuple[str, str, bool] | None
) -> None:
    found = meeting_place(text, dateline)
    assert (found and (found.name, found.country, found.stated)) == wanted
    if found:
        assert found.stated or found.reason
        assert found.lat is not None
        assert found.geonames_id is not None


def test_places_are_named_where_they_stand_and_a_government_is_none() -> None:
    text = "Beijing said that Chinese and Kenyan ministers met in Mombasa, Kenya."
    report = make_report(text)
    found = extract(report).places
    for each in found:
        span = each.passage.span
        assert report.page_id[span.start : span.end] == each.passage.text
    assert [(each.passage.text, each.place.country) for each in found] == [
        ("Mombasa", "KEN"),
        ("Kenya", "KEN"),
    ]
    assert all(each.place.geonames_id and 0 < each.confidence <= 1 for each in found)


def test_a_report_of_one_party_is_not_read_for_places() -> None:
    assert extract(make_report("The harvest in Mombasa was good this year.")).places == ()
