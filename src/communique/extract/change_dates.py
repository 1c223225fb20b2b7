"""When a change of relations was made, and from when it has effect."""

import re
from datetime import timedelta

from communique.extract.context import Context
from communique.extract.dating import At, news_date, told_date
from communique.extract.marks import Marked
from communique.types.record import Event
from communique.vocab.dates import MONTHS
from communique.vocab.periods import edges

_FROM = re.compile(
    r"\b(?:from|effective(?:\s+(?:from|on))?|as\s+(?:of|from)|starting(?:\s+(?:from|on))?|"
    r"beginning(?:\s+on)?)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_CUT = re.compile(r"[;“”\"]|\b(?:who|which|announced|said|told|signed|after|since)\b")


def made_date(
    context: Context, unit: Marked, at: At, meetings: tuple[Event, ...]
) -> tuple[str | None, bool]:
    """The day the change told at `at` was made or announced, and whether its sentence gives it."""
    since = _since(context, unit, at) or _at_that_time(context, unit, at)
    if since:
        return since, True
    told = told_date(context, unit, at, "actual")
    if told is not None:
        return _with_month(unit, told.value), True
    recent = _news_day(context, unit)
    if recent:
        return recent, True
    news = news_date(context, unit, at, meetings)
    return (news.value if news else None), False


_WHEN = re.compile(r",\s+(?:when|in\s+which|the\s+year)\b[^,;.]*$")


def _at_that_time(context: Context, unit: Marked, at: At) -> str | None:
    """The date behind which a clause says "when": "until 2017, when it cut ties"."""
    base = unit.passage.span.start
    for mention in context.dates:
        end = mention.passage.span.end - base
        before = unit.passage.span.holds(mention.passage.span) and end < at[0]
        if before and _WHEN.fullmatch(unit.words[end : at[0]]):
            return mention.value
    return None


_SINCE = re.compile(
    r"[^;:.,“”\"]{0,70}?\bsince\s+(?:early\s+|late\s+|mid-)?$|\s+(?:back\s+)?(?:to|from)\s+$"
)
_LASTING = re.compile(r"[^;:.,“”\"]{0,70}?\s(?:since|dat(?:es?|ing)\s+(?:back\s+)?(?:to|from))\s")


def _since(context: Context, unit: Marked, at: At) -> str | None:
    """The date since which what the words tell has lasted ("frozen since 2022")."""
    if not _LASTING.match(unit.words, at[1]):
        return None
    base = unit.passage.span.start
    for mention in context.dates:
        start = mention.passage.span.start - base
        if unit.passage.span.holds(mention.passage.span) and start >= at[1]:
            return mention.value if _SINCE.fullmatch(unit.words[at[1] : start]) else None
    return None


_MONTH_OF = re.compile(
    rf"\b(?P<month>{'|'.join(MONTHS)})\s+(?:of\s+)?(?:this|last|the\s+same)\s+year\b", re.IGNORECASE
)


def _with_month(unit: Marked, value: str) -> str:
    """A year with the month that stands before it ("in May this year")."""
    named = _MONTH_OF.search(unit.words) if len(value) == 4 else None
    return f"{value}-{MONTHS[named['month'].lower()]:02d}" if named else value


def _news_day(context: Context, unit: Marked) -> str | None:
    """The one day of the last week that a sentence names."""
    if context.anchor is None:
        return None
    day = context.anchor.day
    days = {
        mention.value
        for mention in context.dates
        if unit.passage.span.holds(mention.passage.span)
        and mention.precision == "day"
        and day - timedelta(days=7) <= edges(mention.value)[0] <= day
    }
    return days.pop() if len(days) == 1 else None


def effective_date(context: Context, unit: Marked, at: At, *, open_ended: bool) -> str | None:
    """The date after the report's from which a change has effect, None where none is given.

    Where the words do not themselves look ahead (`open_ended`), only "from" a date counts.
    """
    if context.anchor is None:
        return None
    base, day = unit.passage.span.start, context.anchor.day
    text = unit.words
    best: tuple[int, str] | None = None
    for mention in context.dates:
        span = mention.passage.span
        if not unit.passage.span.holds(span) or edges(mention.value)[1] <= day:
            continue
        start, end = span.start - base, span.end - base
        between = text[at[1] : start] if start >= at[1] else text[end : at[0]]
        if _CUT.search(between) or not (open_ended or _FROM.search(text[:start])):
            continue
        gap = max(start - at[1], at[0] - end, 0)
        if best is None or gap < best[0]:
            best = gap, mention.value
    return best[1] if best else None
