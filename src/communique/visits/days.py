"""Days of visits: which date of a sentence a journey has, and what follows from its length."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from communique.types.record import EventDate
from communique.types.text import DateMention, Report
from communique.visits.marking import DATE, Sentence
from communique.vocab.periods import edges

RECENT = timedelta(days=31)
"""What was longer ago than this on the day of the report is looked back on: no news of a visit."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split()
_SAID = re.compile(
    r"\b(?:said|says|announced|reported|confirmed|added|wrote|stated|statement|told\s+[^,;]{1,30})"
    r"(?:\s+(?:in|to|at|through|via)\s+[^,;]{1,40}?)?\s+(?:late\s+|early\s+)?(?:on\s+|here\s+on\s+)?$"
)
_SINCE = re.compile(r"\b(?:since|after|from|until|till|by|before)\s+(?:the\s+)?$")
_LENGTH = re.compile(
    r"\b(?P<number>\w+)[\s-]days?\b(?!\s+(?:of|later|earlier|ago|before|after))"
    r"|\b(?:visit|trip|stay)\s+of\s+(?P<of>\w+)\s+days\b",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"\b(?:(?P<nth>opening|first|second|third|fourth|fifth|sixth|seventh)"
    r"(?:\s+and\s+(?P<too>last|final|closing))?|(?P<last>last|final|closing))"
    r"\s+(?:full\s+)?day\s+of\b",
    re.IGNORECASE,
)
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")


def report_day(report: Report) -> str | None:
    """The day a report is of: its dateline's, else a stamp's."""
    given = (
        report.dateline and report.dateline.date,
        report.published and report.published.value,
        report.updated and report.updated.value,
    )
    return next((value[:10] for value in given if value and _DAY.match(value)), None)


def day(value: date | str, reason: str | None = None) -> EventDate:
    """A day; derived where there is a reason."""
    told = value if isinstance(value, str) else value.isoformat()
    return EventDate(value=told, precision="day", stated=reason is None, reason=reason)


def is_day(told: EventDate | None) -> bool:
    """Whether a date is known to the day, or to a few days."""
    return told is not None and told.precision in ("day", "minute", "range")


def first_of(told: EventDate) -> date:
    """The first day of a date."""
    return edges(told.value)[0]


def last_of(told: EventDate) -> date:
    """The last day of a date."""
    return edges(told.value)[1]


def shifted(told: EventDate, days: int, reason: str) -> EventDate:
    """The day so many days from one, derived."""
    return day(first_of(told) + timedelta(days=days), reason)


def date_near(sentence: Sentence, start: int, end: int) -> DateMention | None:
    """The date of what is told at `start:end`: the nearest behind it, else before it.

    Dates of saying so, and of something that it is told from, are not its.
    """
    options = []
    for match in re.finditer(DATE, sentence.text):
        before = sentence.text[: match.start()]
        if _SAID.search(before) or _SINCE.search(before):
            continue
        behind = match.start() >= end
        gap = match.start() - end if behind else start - match.end()
        if match.start() < start or behind:
            options.append((not behind and gap > 60, gap, sentence.at(match[0]).date))
    found = min(options, key=lambda each: each[:2], default=None)
    return found[2] if found else None


def is_past(told: DateMention | None, report: Report) -> bool:
    """Whether a date is one that the report looks back on, or no day at all."""
    if told is None:
        return False
    if told.precision in ("year", "month"):
        return True
    known = report_day(report)
    return known is not None and edges(told.value)[1] + RECENT < date.fromisoformat(known)


def told_day(told: DateMention) -> EventDate:
    """A date of the report as that of an event."""
    return EventDate(
        value=told.value[:10] if told.precision == "minute" else told.value,
        precision="day" if told.precision == "minute" else told.precision,
        stated=told.stated,
        reason=told.reason,
    )


def length_in(words: str) -> int | None:
    """How many days a visit lasts by words such as "three-day" or "a visit of five days"."""
    for match in _LENGTH.finditer(words):
        number = (match["number"] or match["of"]).lower()
        if number in _NUMBERS:
            return _NUMBERS.index(number) + 1
        if number.isdigit() and 0 < int(number) < 60:
            return int(number)
    return None


def nth_day_in(words: str) -> tuple[int | None, bool]:
    """Which day of a visit it is, and whether the last, by words such as "the second day of".

    >>> nth_day_in("on the third and final day of his visit")
    (3, True)
    """
    match = _ORDINAL.search(words)
    if match is None:
        return None, False
    nth = (match["nth"] or "").lower().replace("opening", "first")
    return (_ORDINALS.index(nth) + 1 if nth else None), bool(match["last"] or match["too"])


def earliest(dates: Iterable[EventDate]) -> EventDate | None:
    """The earliest, a stated one first among the same days."""
    return min(dates, key=lambda each: (first_of(each), not each.stated), default=None)


def latest(dates: Iterable[EventDate]) -> EventDate | None:
    """The latest, a stated one first among the same days."""
    return max(dates, key=lambda each: (last_of(each), each.stated), default=None)
