"""What a report is compared by: its words, its names, the names it leads with, its days."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

from communique.group.background import FUNCTION_WORDS, share
from communique.types.text import Report

_WORD = re.compile(r"[^\W\d_]{2,}|\d{2,}")
_LOWER = re.compile(r"\b[^\W\d_A-Z]\w+")
_NAME = re.compile(r"\b[^\W\d_a-z]\w+")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_WRITTEN = re.compile(
    rf"\b{_MONTH}\s+(\d{{1,2}})\s*,?\s+(\d{{4}})\b|\b(\d{{1,2}})\s+{_MONTH},?\s+(\d{{4}})\b", re.I
)
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_LEDE_SENTENCES = 2
_LEADING_COUNT = 2
_COMMON_NAME = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """`words` and `names` with repeats; `leading` the rare names of the lede that recur; `days`
    when the report or its happening is dated."""

    words: tuple[str, ...]
    names: tuple[str, ...]
    leading: frozenset[str]
    vocabulary: frozenset[str]
    days: frozenset[date]


def features(report: Report) -> Features:
    """Read what `report` is compared by, from its headline and body."""
    headline = report.headline.text if report.headline else ""
    text = f"{headline}\n{report.body}"
    lede = " ".join((headline, *(s.text for s in report.sentences[:_LEDE_SENTENCES])))
    names = _names(report.body)
    opening = {word.lower() for word in _WORD.findall(lede)}
    leading = frozenset(
        name
        for name, count in Counter(names).items()
        if count >= _LEADING_COUNT and name.lower() in opening and share(name) < _COMMON_NAME
    )
    words = tuple(w for w in map(str.lower, _WORD.findall(text)) if w not in FUNCTION_WORDS)
    return Features(
        words=words,
        names=names,
        leading=leading,
        vocabulary=frozenset(words),
        days=_days(report, lede),
    )


def _names(text: str) -> tuple[str, ...]:
    """Capitalised words that `text` never writes in lower case; ASTANA counts as Astana."""
    lower = set(_LOWER.findall(text)) | FUNCTION_WORDS
    found = (w for w in _NAME.findall(text) if w.lower() not in lower)
    return tuple(w.capitalize() if w.isupper() and len(w) > 5 else w for w in found)


def _days(report: Report, lede: str) -> frozenset[date]:
    """The days of dateline and stamp; where there is neither, full dates written in the lede."""
    stamps = (
        report.dateline.date if report.dateline else None,
        report.published.value if report.published else None,
    )
    found = {_day(*match.group().split("-")) for s in stamps if s and (match := _ISO.match(s))}
    if not found:
        found = {_written(match) for match in _WRITTEN.finditer(lede)}
    return frozenset(day for day in found if day)


def _written(match: re.Match[str]) -> date | None:
    month, day, year, day_first, month_second, year_last = match.groups()
    name = (month or month_second)[:3].lower()
    return _day(year or year_last, _MONTHS.index(name) + 1, day or day_first)


def _day(year: str | int, month: str | int, day: str | int) -> date | None:
    """A date, or None where the figures are no day of the calendar."""
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
