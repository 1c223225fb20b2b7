"""Datelines in the manners of different agencies, and openings that are none."""

import pytest

from communique.split.datelines import find_dateline


@pytest.mark.parametrize(
    ("opening", "place", "date", "agency"),
    [
        ("ASTANA, July 3 (Xinhua) -- The talks began.", "ASTANA", "--07-03", "Xinhua"),
        ("Astana, July 3, AZERTAC", "Astana", "--07-03", "AZERTAC"),
        ("BAKU, Azerbaijan, April 21. The talks began.", "BAKU, Azerbaijan", "--04-21", None),
        ("VIENNA, 4 July 2024 (APA) - The talks began.", "VIENNA", "2024-07-04", "APA"),
        ("MOSCOW, July 4. /TASS/. The talks began.", "MOSCOW", "--07-04", "TASS"),
        ("NEW YORK, Sept. 24 -- The talks began.", "NEW YORK", "--09-24", None),
        ("PARIS (AFP) - The talks began.", "PARIS", None, "AFP"),
        ("GENEVA -- The talks began.", "GENEVA", None, None),
        ("Hanoi, May 2 (VNA) – The talks began.", "Hanoi", "--05-02", "VNA"),
    ],
)
def test_datelines(opening: str, place: str, date: str | None, agency: str | None) -> None:
    form = find_dateline(opening)
    assert form is not None
    assert (form.place, form.date, form.agency) == (place, date, agency)
    assert opening[form.end :].strip() in ("The talks began.", "")
    if agency:
        assert opening[form.agency_start :].startswith(agency)


@pytest.mark.parametrize(
    "opening",
    [
        "On July 3 the talks began.",
        "The talks of July 3 in Astana ended early.",
        "President Smith, July 3, 2024 was a long day.",
        "Vienna was silent on Tuesday.",
        "Vienna, where the talks of July 3 were held, was silent.",
        "He left - she stayed.",
        "",
        "July 3",
    ],
)
def test_openings_that_are_no_dateline(opening: str) -> None:
    assert find_dateline(opening) is None
