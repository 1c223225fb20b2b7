"""Written forms of dates and times in English reporting, as pure look-ups over text.

The forms and abbreviations are the project's own compilation of what is seen in the wild. Nothing
here guesses: an all-numeric date that could be day-month or month-day is passed over unless its
separator is a dot or a hyphen, which English-language sites use for day-month-year.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from communique.types.text import Precision

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_MONTH = r"(?:(?P<{0}>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?)"
_DAY = r"(?P<{0}>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<{0}>(?:19|20)\d\d)"
_FORMS = (
    rf"{_YEAR.format('y1')}[-/.](?P<m1>[01]?\d)[-/.](?P<d1>[0-3]?\d)",
    rf"(?P<d2>[0-3]?\d)(?P<s2>[-/.])(?P<m2>[0-3]?\d)(?P=s2){_YEAR.format('y2')}",
    rf"{_MONTH.format('n3')}\s+{_DAY.format('d3')}(?:,?\s+{_YEAR.format('y3')})?(?![\d:])",
    rf"{_DAY.format('d4')}[\s-](?:of\s+)?{_MONTH.format('n4')}(?:,?[\s-]+{_YEAR.format('y4')})?",
    rf"{_MONTH.format('n5')},?\s+{_YEAR.format('y5')}",
    rf"{_YEAR.format('y6')}\s+{_MONTH.format('n6')}\s+{_DAY.format('d6')}",
)
_DATE = re.compile(r"(?<![\w/.-])(?:" + "|".join(_FORMS) + r")(?![/]|(?!T\d)\w)", re.IGNORECASE)

ZONE = (
    r"(?:(?:GMT|UTC)(?:\s?[+-]\s?\d{1,2}(?::?\d\d)?)?|[+-]\d\d:?\d\d|Z\b"
    r"|(?:IST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|ET|CET|CEST|EET|EEST|MSK|BST|WAT|EAT|SAST|PKT|JST"
    r"|KST|SGT|HKT|AEST|AEDT|ACST|AWST|NZST|NZDT|ICT|WIB|GST|AST|TRT|WEST|WET|CAT|IRST|AZT|AMT|UZT"
    r"|NPT|PHT|MYT|ART|BRT|CLT|COT|PET|VET)\b"
    r"|(?:local|Beijing|Moscow|London|Paris|Tokyo|Seoul|Baku|Tehran|Hanoi)\s+time\b)"
)
_TIME = re.compile(
    r"(?<!\d)(?<!\d[:.])(?P<hour>[0-2]?\d)[:.](?P<minute>[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?(?![\d:])"
    rf"(?:\s?(?P<half>[ap]\.?m\b\.?))?(?:\s?\(?(?P<zone>{ZONE})\)?)?",
    re.IGNORECASE,
)
_ISO_MOMENT = re.compile(
    r"((?:19|20)\d\d-[01]\d-[0-3]\d)[T ]([0-2]\d:[0-5]\d)(?::\d\d(?:\.\d+)?)?\s?(Z|[+-]\d\d:?\d\d)?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DateForm:
    """A date as written at `start:end`. `value` is ISO; "--07-03" where no year is written."""

    start: int
    end: int
    value: str
    precision: Precision

    @property
    def has_year(self) -> bool:
        """Whether the year is written out."""
        return not self.value.startswith("--")


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeForm:
    """A time of day as written at `start:end`: "HH:MM" and the zone's own words, if any."""

    start: int
    end: int
    value: str
    zone: str | None


def find_dates(text: str) -> Iterator[DateForm]:
    """Every written date in `text`, in order. Impossible days ("31 June") are passed over.

    >>> [d.value for d in find_dates("08:23, July 04, 2024; 23-03-2021; on 5 May; April 2022")]
    ['2024-07-04', '2021-03-23', '--05-05', '2022-04']
    """
    for match in _DATE.finditer(text):
        value = _value(match.groupdict())
        if value:
            precision: Precision = "month" if len(value) == 7 and value[0] != "-" else "day"
            yield DateForm(start=match.start(), end=match.end(), value=value, precision=precision)


def _value(g: dict[str, str | None]) -> str | None:
    if g["y1"]:
        return _iso(g["y1"], int(g["m1"] or 0), int(g["d1"] or 0))
    if g["y2"]:
        day, month = int(g["d2"] or 0), int(g["m2"] or 0)
        if month > 12 >= day:
            day, month = month, day
        elif day <= 12 and g["s2"] == "/" and day != month:
            return None
        return _iso(g["y2"], month, day)
    if g["n5"]:
        return f"{g['y5']}-{MONTHS[g['n5'].lower()]:02d}"
    if g["n6"]:
        return _iso(g["y6"], MONTHS[g["n6"].lower()], int(g["d6"] or 0))
    name, day_words, year = (g["n3"], g["d3"], g["y3"]) if g["n3"] else (g["n4"], g["d4"], g["y4"])
    return _iso(year, MONTHS[(name or "").lower()], int(day_words or 0))


def _iso(year: str | None, month: int, day: int) -> str | None:
    try:
        date(int(year or 2024), month, day)
    except ValueError:
        return None
    return f"{year or '-'}-{month:02d}-{day:02d}"


def find_times(text: str) -> Iterator[TimeForm]:
    """Every written time of day in `text`, in order.

    >>> [(t.value, t.zone) for t in find_times("10:07 IST, 2:05 p.m. and 14:27")]
    [('10:07', 'IST'), ('14:05', None), ('14:27', None)]
    """
    for match in _TIME.finditer(text):
        hour, half = int(match["hour"]), (match["half"] or "")[:1].lower()
        if hour > 23 or (half and not 1 <= hour <= 12):
            continue
        dotted = text[match.start("minute") - 1] == "."
        if dotted and not (half or match["zone"]):
            continue
        if half:
            hour = hour % 12 + (12 if half == "p" else 0)
        yield TimeForm(
            start=match.start(),
            end=match.end(),
            value=f"{hour:02d}:{match['minute']}",
            zone=match["zone"],
        )


def iso_moment(text: str) -> tuple[str, str | None] | None:
    """Read a machine-written date or moment: its ISO value and zone, or None.

    >>> iso_moment("2024-07-04T08:23:11+08:00")
    ('2024-07-04T08:23', '+08:00')
    >>> iso_moment("2024-07-04")
    ('2024-07-04', None)
    """
    moment = _ISO_MOMENT.search(text)
    if moment:
        return f"{moment[1]}T{moment[2]}", moment[3]
    for form in find_dates(text):
        if form.has_year and form.precision == "day":
            return form.value, None
    return None


def with_year(partial: str, near: str) -> str:
    """Give a yearless date ("--07-03") the year that brings it nearest to the ISO date `near`.

    >>> with_year("--12-31", "2024-01-02")
    '2023-12-31'
    """
    anchor = date.fromisoformat(near[:10])
    month, day = int(partial[2:4]), int(partial[5:7])
    best: date | None = None
    for year in (anchor.year - 1, anchor.year, anchor.year + 1):
        try:
            candidate = date(year, month, day)
        except ValueError:
            continue
        if best is None or abs(candidate - anchor) < abs(best - anchor):
            best = candidate
    return best.isoformat() if best else f"{anchor.year}-{partial[2:]}"


def last_weekday(name: str, on: str) -> str:
    """The ISO date of the weekday `name` on or before the ISO date `on`.

    >>> last_weekday("Wednesday", "2024-07-04")
    '2024-07-03'
    """
    day = date.fromisoformat(on[:10])
    back = (day.weekday() - WEEKDAYS.index(name.lower())) % 7
    return (day - timedelta(days=back)).isoformat()


def next_weekday(name: str, on: str) -> str:
    """The ISO date of the weekday `name` on or after the ISO date `on`."""
    day = date.fromisoformat(on[:10])
    ahead = (WEEKDAYS.index(name.lower()) - day.weekday()) % 7
    return (day + timedelta(days=ahead)).isoformat()
