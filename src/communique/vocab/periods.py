"""Written periods: ranges of days, months without a day, years, and times told from another day.

Beside `dates`, which reads single days. The forms are the project's own compilation. Seasons,
decades and "recently" are passed over: they name no period with an edge.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, cast

from communique.types.text import Precision
from communique.vocab.dates import MONTHS, DateForm

Unit = Literal["day", "week", "weekend", "month", "year"]
Base = Literal["report", "told"]
"""What is counted from: the day of the report ("last month"), or the date told before ("a day
earlier")."""

_FULL = "|".join(name.capitalize() for name in MONTHS if len(name) > 3 or name == "may")
_NAME = r"(?:" + "|".join(sorted((m.capitalize() for m in MONTHS), key=len, reverse=True)) + r")\b"
_DAY = r"[0-3]?\d(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d"
_TO = r"(?:\s?[-–—]\s?|\s+(?:to|and|until|till|through)\s+)"
_LEAD = r"(?:(?P<lead>[Ff]rom|[Bb]etween)\s+)?"
_RANGES = tuple(
    re.compile(_LEAD + words + r"(?![\w:/])")
    for words in (
        rf"(?<![\w/.-])(?P<d1>{_DAY})\s(?:of\s)?(?P<m1>{_NAME})\.?(?:,?\s(?P<y1>{_YEAR}))?"
        rf"(?P<to>{_TO})(?P<d2>{_DAY})\s(?:of\s)?(?P<m2>{_NAME})\.?(?:,?\s(?P<y2>{_YEAR}))?",
        rf"\b(?P<m1>{_NAME})\.?\s(?P<d1>{_DAY})(?:,\s(?P<y1>{_YEAR}))?"
        rf"(?P<to>{_TO})(?P<m2>{_NAME})\.?\s(?P<d2>{_DAY})(?:,?\s(?P<y2>{_YEAR}))?",
        rf"(?<![\w/.-])(?P<d1>{_DAY})(?P<to>{_TO})(?P<d2>{_DAY})\s(?:of\s)?(?P<m2>{_NAME})\.?"
        rf"(?:,?\s(?P<y2>{_YEAR}))?",
        rf"\b(?P<m2>{_NAME})\.?\s(?P<d1>{_DAY})(?P<to>{_TO})(?P<d2>{_DAY})(?:,?\s(?P<y2>{_YEAR}))?",
    )
)
_YEARS = re.compile(
    rf"\b(?:from|between|in|during)\s+(?P<y1>{_YEAR})(?:\s?[-–—]\s?|\s+(?:to|and)\s+)(?P<y2>{_YEAR})"
    r"(?![\w-])",
    re.IGNORECASE,
)
_PART = (
    r"(?:(?P<part>[Ee]arly|[Ll]ate|[Mm]id)[\s-]"
    r"|[Tt]he\s+(?:beginning|start|middle|end|(?:first|second)\s+half)\s+of\s+)"
)
_ANY_PART = _PART.replace("?P<part>", "?:")
_BEFORE = (
    r"(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Dd]uring|[Ff]rom|[Tt]hrough|[Tt]o|[Ff]or|[Oo]f|[Bb]efore|"
    r"[Aa]fter|[Tt]his|and)"
)
_MONTH = re.compile(
    rf"(?:\b(?:{_BEFORE}\s+(?=(?:{_ANY_PART})?)|(?P<turn>[Ll]ast|[Nn]ext)\s+)|(?=\b{_ANY_PART}))"
    rf"(?:{_PART})?(?P<month>{_FULL}|Sept\.)(?!\w|['’]s\w|\s+(?:\d|{_YEAR}))"
)
_ONE_YEAR = re.compile(
    rf"\b(?:in|since|by|until|till|during|before|after|from|early|late|mid|year|"
    rf"(?:end|start|beginning|middle|half)\s+of)[\s-](?:the\s+year\s+)?(?P<year>{_YEAR})"
    r"(?!\w|[-–/]\d|[.,]\d|\s+(?:people|persons|troops|soldiers|students|tonnes|km|metres))",
    re.IGNORECASE,
)
_COUNTS = {
    word: number
    for number, words in enumerate(
        ("", "a an one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    )
    for word in words.split()
}
_NUMBER = rf"(?P<n>{'|'.join(_COUNTS)}|\d{{1,2}})"
_UNITS = r"(?P<unit>day|week|month|year)s?"
_RELATIVE: tuple[tuple[Base, re.Pattern[str]], ...] = tuple(
    (cast(Base, base), re.compile(words, re.IGNORECASE))
    for base, words in (
        ("report", r"\bthe\s+day\s+(?P<side>before|after)\s+(?P<two>yesterday|tomorrow)\b"),
        ("report", r"\b(?P<near>this\s+(?:morning|afternoon|evening)|tonight|last\s+night)\b"),
        ("report", r"\b(?P<part>earlier|later)\s+(?P<turn>this)\s+(?P<unit>week|month|year)\b"),
        ("report", r"(?<!the\s)\b(?P<turn>last|next|this)\s+(?P<unit>week|weekend|month|year)\b"),
        ("report", r"\b(?:at|over|during|on)\s+(?P<turn>the)\s+(?P<unit>weekend)\b"),
        ("report", rf"\b{_NUMBER}\s+{_UNITS}\s+(?P<side>ago)\b"),
        ("told", rf"\b(?:{_NUMBER}|the)\s+{_UNITS}\s+(?P<side>before|after)(?=[,.;]|$)"),
        ("told", rf"\b{_NUMBER}\s+{_UNITS}\s+(?P<side>earlier|later)\b"),
        ("told", rf"\bthe\s+(?P<turn>previous|preceding|following|next)\s+{_UNITS}\b"),
        ("told", rf"\b(?:the|that)\s+(?P<turn>same)\s+{_UNITS}\b(?!\s+as\b)"),
        ("told", rf"\b(?P<turn>that)\s+{_UNITS}\b"),
    )
)
_TURNS = {
    "last": -1, "this": 0, "the": 0, "next": 1, "previous": -1, "preceding": -1, "following": 1,
    "same": 0, "that": 0,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class RelativeForm:
    """A time told by its distance from another: `shift` units from the `base`.

    `part` is "earlier" or "later" where the words say which side of now in the unit is meant.
    """

    start: int
    end: int
    base: Base
    unit: Unit
    shift: int
    part: str | None = None


def find_ranges(text: str) -> Iterator[DateForm]:
    """Ranges of days and of years, as "start/end"; each side "--07-02" where no year is written.

    >>> [f.value for f in find_ranges("from 2 to 4 July 2024; July 29-August 1; in 2015-2020")]
    ['--07-29/--08-01', '2024-07-02/2024-07-04', '2015/2020']
    """
    taken: list[tuple[int, int]] = []
    for match in (match for pattern in _RANGES for match in pattern.finditer(text)):
        start, end = match.span()
        value = _range(match)
        if value and not any(start < other[1] and other[0] < end for other in taken):
            taken.append((start, end))
            yield DateForm(start=start, end=end, value=value, precision="range")
    for match in _YEARS.finditer(text):
        if match["y1"] < match["y2"]:
            value = f"{match['y1']}/{match['y2']}"
            yield DateForm(start=match.start("y1"), end=match.end(), value=value, precision="range")


def _range(match: re.Match[str]) -> str | None:
    """The range as ISO, None where it does not run forward or "and" names two days apart."""
    g = match.groupdict()
    months = [MONTHS[name.lower()] for name in (g.get("m1") or g["m2"], g["m2"])]
    days = [int(re.sub(r"\D", "", g[name])) for name in ("d1", "d2")]
    last_year = g["y2"]
    first_year = g.get("y1") or last_year
    if last_year and not g.get("y1") and months[0] > months[1]:
        first_year = str(int(last_year) - 1)
    try:
        first, last = (
            date(int(year or 2023 + turn), month, day)
            for turn, year, month, day in zip(
                (0, months[0] > months[1]), (first_year, last_year), months, days, strict=True
            )
        )
    except ValueError:
        return None
    joined = g["to"].strip() == "and" and (g["lead"] or "").lower() != "between"
    if first >= last or (joined and last - first > timedelta(days=1)):
        return None
    if last_year:
        return f"{first.isoformat()}/{last.isoformat()}"
    return f"--{months[0]:02d}-{days[0]:02d}/--{months[1]:02d}-{days[1]:02d}"


def find_months(text: str) -> Iterator[tuple[DateForm, str | None]]:
    """Months without day or year ("in early July", "last October"), with "last" or "next".

    >>> [(f.value, turn) for f, turn in find_months("in early July, in May 2020, last October")]
    [('--07', None), ('--10', 'last')]
    """
    for match in _MONTH.finditer(text):
        value = f"--{MONTHS[match['month'].lower().rstrip('.')]:02d}"
        begins = ("turn", "part", "month")
        start = next(match.start(group) for group in begins if match.start(group) >= 0)
        form = DateForm(start=start, end=match.end(), value=value, precision="month")
        yield form, match["turn"] and match["turn"].lower()


def find_years(text: str) -> Iterator[DateForm]:
    """Years alone where they tell when ("in 2015", "by the end of 2026"), never in names.

    >>> [f.value for f in find_years("in 2015, the 2024 Forum, Vision 2030, by 2031")]
    ['2015', '2031']
    """
    for match in _ONE_YEAR.finditer(text):
        start, end = match.span("year")
        yield DateForm(start=start, end=end, value=match["year"], precision="year")


def find_relative(text: str) -> Iterator[RelativeForm]:
    """Times told from the day of the report or from the date told before."""
    taken: list[tuple[int, int]] = []
    for base, pattern in _RELATIVE:
        for match in pattern.finditer(text):
            if not any(match.start() < end and start < match.end() for start, end in taken):
                taken.append(match.span())
                yield _relative(match, base)


def _relative(match: re.Match[str], base: Base) -> RelativeForm:
    g = match.groupdict()
    side, turn = (g.get("side") or "").lower(), (g.get("turn") or "").lower()
    if g.get("two"):
        unit, shift = "day", -2 if side == "before" else 2
    elif g.get("near"):
        unit, shift = "day", -1 if g["near"].lower().startswith("last") else 0
    elif turn:
        unit, shift = g["unit"].lower(), _TURNS[turn]
    else:
        count = (g["n"] or "a").lower()
        number = int(count) if count.isdigit() else _COUNTS[count]
        unit, shift = g["unit"].lower(), -number if side in ("ago", "earlier", "before") else number
    part = (g.get("part") or "").lower() or None
    start, end = match.span()
    return RelativeForm(start=start, end=end, base=base, unit=unit, shift=shift, part=part)  # type: ignore[arg-type]


def edges(value: str) -> tuple[date, date]:
    """The first and the last day that an ISO date, partial date or range may mean.

    >>> [day.isoformat() for day in edges("2024-02")]
    ['2024-02-01', '2024-02-29']
    """
    first, _, last = value.partition("/")
    return _edge(first)[0], _edge(last or first)[1]


def _edge(value: str) -> tuple[date, date]:
    parts = [int(part) for part in value[:10].split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else None
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if len(parts) == 2:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, month, parts[2]), date(year, month, parts[2])


def shifted(anchor: date, unit: Unit, shift: int) -> tuple[str, Precision]:
    """The ISO value and precision of the day, week, weekend, month or year `shift` from `anchor`.

    Weeks run from Monday to Sunday; a week and a weekend are ranges.

    >>> shifted(date(2024, 7, 3), "week", -1)
    ('2024-06-24/2024-06-30', 'range')
    """
    if unit == "day":
        return (anchor + timedelta(days=shift)).isoformat(), "day"
    if unit == "month":
        months = anchor.year * 12 + anchor.month - 1 + shift
        return f"{months // 12}-{months % 12 + 1:02d}", "month"
    if unit == "year":
        return str(anchor.year + shift), "year"
    monday = anchor - timedelta(days=anchor.weekday()) + timedelta(weeks=shift)
    first = monday if unit == "week" else monday + timedelta(days=5)
    return f"{first.isoformat()}/{(monday + timedelta(days=6)).isoformat()}", "range"
