"""Periods: ranges, months, years and times told by their distance."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.vocab.periods import (
    edges,
    find_months,
    find_ranges,
    find_relative,
    find_years,
    shifted,
)

RANGES = [
    ("from 2 to 4 July 2024", ["2024-07-02/2024-07-04"]),
    ("2-4 July", ["--07-02/--07-04"]),
    ("July 2-4, 2024", ["2024-07-02/2024-07-04"]),
    ("July 29-August 1, 2024", ["2024-07-29/2024-08-01"]),
    ("30 December to 2 January 2025", ["2024-12-30/2025-01-02"]),
    ("December 30, 2024 to January 2, 2025", ["2024-12-30/2025-01-02"]),
    ("on 3 and 4 July", ["--07-03/--07-04"]),
    ("on 3 and 9 July", []),
    ("between 3 and 9 July", ["--07-03/--07-09"]),
    ("4-2 July", []),
    ("from 2015 to 2020", ["2015/2020"]),
    ("the 2021-2025 plan", []),
    ("30-31 February", []),
]


@pytest.mark.parametrize(("text", "wanted"), RANGES)
def test_ranges(text: str, wanted: list[str]) -> None:
    assert [form.value for form in find_ranges(text)] == wanted


MONTHS = [
    ("in May", [("--05", None)]),
    ("in early July", [("--07", None)]),
    ("at the end of June", [("--06", None)]),
    ("last October", [("--10", "last")]),
    ("they may come in march order", []),
    ("in May 2020", []),
    ("in July 3", []),
    ("Theresa May spoke", []),
]


@pytest.mark.parametrize(("text", "wanted"), MONTHS)
def test_months(text: str, wanted: list[tuple[str, str | None]]) -> None:
    assert [(form.value, turn) for form, turn in find_months(text)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("In 2015 it", ["2015"]),
        ("by the end of 2026", ["2026"]),
        ("the 2024 summit", []),
        ("since 2000 troops", []),
        ("in 2015-2020", []),
        ("from 1,990 men", []),
    ],
)
def test_years(text: str, wanted: list[str]) -> None:
    assert [form.value for form in find_years(text)] == wanted


RELATIVE = [
    ("last month", "report", "month", -1),
    ("next year", "report", "year", 1),
    ("three days ago", "report", "day", -3),
    ("the day before yesterday", "report", "day", -2),
    ("over the weekend", "report", "weekend", 0),
    ("the day before.", "told", "day", -1),
    ("two days later", "told", "day", 2),
    ("the following year", "told", "year", 1),
    ("the same day", "told", "day", 0),
]


@pytest.mark.parametrize(("text", "base", "unit", "shift"), RELATIVE)
def test_relative(text: str, base: str, unit: str, shift: int) -> None:
    (form,) = find_relative(text)
    assert (form.base, form.unit, form.shift) == (base, unit, shift)


@pytest.mark.parametrize(
    "text", ["the day before the summit", "in the last year", "the same day as"]
)
def test_what_is_told_from_something_else_is_passed_over(text: str) -> None:
    assert list(find_relative(text)) == []


@given(st.dates(date(1950, 1, 1), date(2090, 1, 1)), st.integers(-20, 20))
def test_shifts_lie_where_they_say(day: date, shift: int) -> None:
    for unit, most in (("day", 1), ("week", 7), ("month", 31), ("year", 366)):
        value, precision = shifted(day, unit, shift)  # type: ignore[arg-type]
        first, last = edges(value)
        assert (last - first).days + 1 <= most
        assert precision == {"week": "range"}.get(unit, unit)
        if shift == 0:
            assert first <= day <= last
