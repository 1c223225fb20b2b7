"""Dates a report speaks of, resolved to ISO; what was derived says from what."""

import re
from collections.abc import Iterator, Sequence

from communique.extract.date_values import (
    Anchor,
    Reading,
    Resolver,
    of_days,
    of_form,
    of_month,
    of_near,
    of_relative,
    of_weekday,
)
from communique.extract.words import flat
from communique.types.text import DateMention, Passage, Report
from communique.vocab.dates import WEEKDAYS, find_dates
from communique.vocab.periods import find_months, find_ranges, find_relative, find_years

_WEEKDAY = "|".join(day.capitalize() for day in WEEKDAYS)
_DAYS = re.compile(
    rf"\b(?:(?P<from>[Ff]rom|[Bb]etween)\s+)?(?P<first>{_WEEKDAY})\s+"
    rf"(?P<to>to|through|until|and)\s+(?P<last>{_WEEKDAY})\b"
)
_DAY = re.compile(rf"\b(?:(?P<turn>[Ll]ast|[Nn]ext)\s+)?(?P<day>{_WEEKDAY})\b")
_NEAR = re.compile(r"\b(?P<near>today|yesterday|tomorrow)\b", re.IGNORECASE)
_DONE = re.compile(r"\b(?:Done|DONE|Signed)\s+(?:at|in|on)\b")
_WHOLE = re.compile(r"\d{4}-\d\d-\d\d")


def anchor_of(report: Report) -> Anchor | None:
    """The dateline's date, else a joint statement's own, else the day of publication, else none."""
    if report.dateline and report.dateline.date and _WHOLE.fullmatch(report.dateline.date):
        return Anchor(date=report.dateline.date, source="dateline")
    for paragraph in report.paragraphs if report.kind == "joint_statement" else ():
        for form in find_dates(flat(paragraph.text)) if _DONE.search(paragraph.text) else ():
            if form.has_year and form.precision == "day":
                return Anchor(date=form.value, source="document")
    for stamp in (report.published, report.updated):
        if stamp and _WHOLE.fullmatch(stamp.value[:10]):
            return Anchor(date=stamp.value[:10], source="stamp")
    return None


def find_date_mentions(
    passages: Sequence[Passage], anchor: Anchor | None
) -> tuple[DateMention, ...]:
    """Dates in the passages, in order.

    What has no year, and "Wednesday" or "last month", needs the anchor; "a day earlier" needs a
    date told before it in the same passage or the one before.
    """
    found: list[DateMention] = []
    before: list[DateMention] = []
    for passage in passages:
        here: list[DateMention] = []
        lasting: list[DateMention] = []
        text = flat(passage.text)
        for start, end, resolve in _wordings(text):
            told = (*before, *lasting)
            reading = Reading(passage=passage, text=text, anchor=anchor, told=told)
            value = resolve(reading)
            if value:
                where = passage.inner(start, end)
                here.append(
                    DateMention(
                        passage=where,
                        value=value.value,
                        precision=value.precision,
                        stated=value.stated,
                        reason=value.reason,
                    )
                )
                lasting += [] if value.aside else here[-1:]
        found += here
        before = lasting
    return tuple(found)


def _wordings(text: str) -> list[tuple[int, int, Resolver]]:
    """Every wording of a date with what resolves it, in order.

    Of two that overlap the one of the kind that comes first in `_kinds` counts.
    """
    kept: list[tuple[int, int, Resolver]] = []
    for start, end, resolve in _kinds(text):
        if not any(start < other[1] and other[0] < end for other in kept):
            kept.append((start, end, resolve))
    return sorted(kept, key=lambda each: each[:2])


def _kinds(text: str) -> Iterator[tuple[int, int, Resolver]]:
    for form in find_ranges(text):
        yield form.start, form.end, of_form(form)
    for form in find_dates(text):
        if not text.startswith("may ", form.start):
            yield form.start, form.end, of_form(form)
    for form, turn in find_months(text):
        yield form.start, form.end, of_month(form, turn)
    for form in find_years(text):
        yield form.start, form.end, of_form(form)
    for relative in find_relative(text):
        yield relative.start, relative.end, of_relative(relative)
    for match in _DAYS.finditer(text):
        yield *match.span(), of_days(match)
    for match in _DAY.finditer(text):
        yield *match.span(), of_weekday(match)
    for match in _NEAR.finditer(text):
        yield *match.span(), of_near(match)
