"""Written dates and times: what is read, and what is passed over rather than guessed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.vocab.dates import (
    find_dates,
    find_times,
    iso_moment,
    last_weekday,
    next_weekday,
    with_year,
)

PIECES = st.sampled_from(
    [
        "July",
        " ",
        "4",
        "04",
        ",",
        "2024",
        "-",
        "/",
        ".",
        ":",
        "31",
        "Feb",
        "of",
        "T",
        "IST",
        "\n",
        "pm",
    ]
)
WRITTEN = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=30).map("".join))


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("July 04, 2024", "2024-07-04"),
        ("4 July 2024", "2024-07-04"),
        ("the 4th of July 2024", "2024-07-04"),
        ("Jul. 4, 2024", "2024-07-04"),
        ("Sept 1 2023", "2023-09-01"),
        ("04-Jul-2024", "2024-07-04"),
        ("2024 July 4", "2024-07-04"),
        ("2024-07-04", "2024-07-04"),
        ("2024/7/4", "2024-07-04"),
        ("23-03-2021", "2021-03-23"),
        ("04.07.2024", "2024-07-04"),
        ("25/12/2023", "2023-12-25"),
        ("12/25/2023", "2023-12-25"),
        ("5/5/2023", "2023-05-05"),
        ("May 2022", "2022-05"),
        ("July 3", "--07-03"),
        ("29 February 2024", "2024-02-29"),
    ],
)
def test_forms_of_dates(written: str, value: str) -> None:
    assert [form.value for form in find_dates(f"seen on {written} by all")] == [value]


@pytest.mark.parametrize(
    "written",
    [
        "04/07/2024",  # day-month or month-day: nobody can tell
        "31 June 2024",
        "February 30",
        "29 February 2023",
        "13.13.2024",
        "1999.4",
        "article-2024-07-04-99",
        "32 July 2024",
    ],
)
def test_what_is_no_date(written: str) -> None:
    assert list(find_dates(written)) == []


@pytest.mark.parametrize(
    ("written", "value", "zone"),
    [
        ("10:07 IST", "10:07", "IST"),
        ("08:23:59", "08:23", None),
        ("2:05 p.m.", "14:05", None),
        ("12:00 am", "00:00", None),
        ("12:30 pm", "12:30", None),
        ("18:40 Beijing time", "18:40", "Beijing time"),
        ("09:00 (GMT+8)", "09:00", "GMT+8"),
        ("09:00 GMT on Friday", "09:00", "GMT"),
        ("09:00 UTC +2", "09:00", "UTC +2"),
        ("9.45 am", "09:45", None),
        ("14:27", "14:27", None),
    ],
)
def test_forms_of_times(written: str, value: str, zone: str | None) -> None:
    assert [(t.value, t.zone) for t in find_times(f"at {written}")] == [(value, zone)]


@pytest.mark.parametrize("written", ["25:00", "10:60", "3.14", "1:2", "10:07:99:11", "13:05 pm"])
def test_what_is_no_time(written: str) -> None:
    assert list(find_times(written)) == []


@given(WRITTEN)
def test_found_forms_are_valid_and_in_order(text: str) -> None:
    end = 0
    for form in find_dates(text):
        assert end <= form.start < form.end <= len(text)
        end = form.end
        whole = form.value.replace("--", "2024-") if not form.has_year else form.value
        date.fromisoformat(whole if form.precision == "day" else f"{whole}-01")
    end = 0
    for time in find_times(text):
        assert end <= time.start < time.end <= len(text)
        end = time.end
        hour, minute = map(int, time.value.split(":"))
        assert 0 <= hour < 24
        assert 0 <= minute < 60


@given(st.dates(date(1901, 1, 1), date(2098, 12, 31)))
def test_a_date_is_read_back_from_every_form(day: date) -> None:
    month = day.strftime("%B")
    for written in (
        day.isoformat(),
        f"{month} {day.day}, {day.year}",
        f"{day.day} {month} {day.year}",
        f"{day.day:02d}-{day.month:02d}-{day.year}" if day.day > 12 else day.isoformat(),
    ):
        assert [form.value for form in find_dates(written)] == [day.isoformat()]


def test_moments_of_machines() -> None:
    assert iso_moment("2024-07-04T08:23:11.5+0800") == ("2024-07-04T08:23", "+0800")
    assert iso_moment("2024-07-04 08:23Z") == ("2024-07-04T08:23", "Z")
    assert iso_moment("4 July 2024") == ("2024-07-04", None)
    assert iso_moment("July 2024") is None
    assert iso_moment("yesterday") is None


@given(st.text(max_size=60))
def test_moments_never_raise(text: str) -> None:
    moment = iso_moment(text)
    assert moment is None or len(moment[0]) in (10, 16)


def test_the_nearest_year() -> None:
    assert with_year("--01-02", "2023-12-30T10:00") == "2024-01-02"
    assert with_year("--12-31", "2024-01-02") == "2023-12-31"
    assert with_year("--07-03", "2024-07-04") == "2024-07-03"
    assert with_year("--02-29", "2024-12-01") == "2024-02-29"


def test_weekdays() -> None:
    assert last_weekday("thursday", "2024-07-04") == "2024-07-04"
    assert last_weekday("Friday", "2024-07-04T08:23") == "2024-06-28"
    assert next_weekday("Friday", "2024-07-04") == "2024-07-05"
