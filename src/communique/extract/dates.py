"""Dates a report speaks of, resolved to ISO; what was derived says from what."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from communique.extract.words import flat
from communique.types.record import EventDate
from communique.types.text import DateMention, Passage, Report, ReportKind
from communique.vocab.dates import (
    WEEKDAYS,
    find_dates,
    last_weekday,
    next_weekday,
    with_year,
)

_DAY_WORDS = re.compile(
    rf"\b(?:(?P<turn>last|next)\s+)?(?P<day>{'|'.join(WEEKDAYS)})\b(?!['’]s\b)"
    r"|\b(?P<near>today|yesterday|tomorrow)\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:will|shall|is\s+(?:set|due|scheduled|expected|to)|are\s+(?:set|due|scheduled|expected|to)"
    r"|plans?\s+to|to\s+be\s+held|upcoming|next)\b",
    re.IGNORECASE,
)
_NEAR = {"yesterday": -1, "today": 0, "tomorrow": 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """The day a report is dated: an ISO date and where it was found."""

    date: str
    source: str


def anchor_of(report: Report) -> Anchor | None:
    """The dateline's date, else the day of publication, else none: no date is invented."""
    if report.dateline and report.dateline.date and _whole(report.dateline.date):
        return Anchor(date=report.dateline.date, source="dateline")
    for stamp in (report.published, report.updated):
        if stamp and _whole(stamp.value[:10]):
            return Anchor(date=stamp.value[:10], source="stamp")
    return None


def _whole(value: str) -> bool:
    return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", value))


def find_date_mentions(passage: Passage, anchor: Anchor | None) -> tuple[DateMention, ...]:
    """Dates in a passage, in order; a weekday or a day without a year needs the anchor."""
    found = [*_explicit(passage, anchor), *_relative(passage, anchor)]
    return tuple(sorted(found, key=lambda mention: mention.passage.span))


def _explicit(passage: Passage, anchor: Anchor | None) -> Iterator[DateMention]:
    for form in find_dates(flat(passage.text)):
        where = passage.inner(form.start, form.end)
        if form.has_year:
            yield DateMention(
                passage=where, value=form.value, precision=form.precision, stated=True
            )
        elif anchor and not where.text.startswith("may "):
            yield DateMention(
                passage=where,
                value=with_year(form.value, anchor.date),
                precision="day",
                stated=False,
                reason=f"year nearest to the {anchor.source}'s date",
            )


def _relative(passage: Passage, anchor: Anchor | None) -> Iterator[DateMention]:
    if anchor is None:
        return
    for match in _DAY_WORDS.finditer(passage.text):
        if match["day"] and not match["day"][0].isupper():
            continue
        ahead = is_ahead(passage.text, match.start())
        yield DateMention(
            passage=passage.inner(*match.span()),
            value=_day(match, anchor.date, ahead=ahead),
            precision="day",
            stated=False,
            reason=_reason(match, anchor, ahead=ahead),
        )


def is_ahead(text: str, at: int) -> bool:
    """Whether the clause that holds `at` speaks of what is to come."""
    clause = max(text.rfind(mark, 0, at) for mark in (",", ";", "“", '"', ". "))
    return bool(_AHEAD.search(text, clause + 1, at))


def _day(match: re.Match[str], on: str, *, ahead: bool) -> str:
    anchor = date.fromisoformat(on)
    if match["near"]:
        return (anchor + timedelta(days=_NEAR[match["near"].lower()])).isoformat()
    turn = (match["turn"] or "").lower()
    if turn == "last":
        return last_weekday(match["day"], (anchor - timedelta(days=1)).isoformat())
    if turn == "next":
        return next_weekday(match["day"], (anchor + timedelta(days=1)).isoformat())
    return next_weekday(match["day"], on) if ahead else last_weekday(match["day"], on)


def _reason(match: re.Match[str], anchor: Anchor, *, ahead: bool) -> str:
    if match["near"]:
        return f"counted from the {anchor.source}'s date"
    side = "on or after" if ahead or match["turn"] == "next" else "on or before"
    return f"the {match['day']} {side} the {anchor.source}'s date"


def event_date(passage: Passage, mentions: tuple[DateMention, ...]) -> EventDate | None:
    """The date a passage gives for what it tells: its first day that is not to come."""
    days = [
        mention
        for mention in mentions
        if passage.span.holds(mention.passage.span)
        and mention.precision in ("day", "minute")
        and not is_ahead(passage.text, mention.passage.span.start - passage.span.start)
    ]
    if not days:
        return None
    first = min(days, key=lambda mention: not mention.stated)
    return EventDate(
        value=first.value, precision=first.precision, stated=first.stated, reason=first.reason
    )


def anchor_date(anchor: Anchor | None, kind: ReportKind) -> EventDate | None:
    """The date of what a report tells without a date: its dateline's, or that of a readout.

    A readout is published by those who met, on the day; of other reports the day of publication
    says only that it was not later, so it is not taken.
    """
    if anchor is None or (anchor.source == "stamp" and kind not in ("readout", "joint_statement")):
        return None
    return EventDate(
        value=anchor.date, precision="day", stated=False, reason=f"the {anchor.source}'s date"
    )
