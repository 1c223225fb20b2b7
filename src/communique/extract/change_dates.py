"""When a change of relations was made, and from when it has effect."""

import re
from datetime import timedelta

from communique.extract.context import Context
from communique.extract.dating import news_date, told_date
from communique.extract.marks import Marked
from communique.extract.wording import Wording
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
    context: Context, unit: Marked, wording: Wording, meetings: tuple[Event, ...]
) -> tuple[str | None, bool]:
    """The day a change was made or announced, and whether its own sentence gives it."""
    at = unit.place_of(*wording.verb)
    since = _since(context, unit, wording) or _at_that_time(context, unit, wording)
    if since:
        return since, True
    told = told_date(context, unit, at, "actual")
    if told is None and not _RELATIVE.match(unit.text, wording.thing[1]):
        told = told_date(context, unit, unit.place_of(wording.start, wording.end), "actual")
    if told is not None:
        return _with_month(unit, told.value), True
    recent = _news_day(context, unit)
    if recent:
        return recent, True
    news = news_date(context, unit, at, meetings)
    return (news.value if news else None), False


_VAGUE = re.compile(
    r"\b(?:ago|decades?|previously|formerly|once(?!\s+again|\s+more)|long\s+(?:since|before)|in\s+the\s+past|"
    r"years?\s+(?:earlier|before)|an?\s+(?:year|month)\s+earlier|(?:19|20)\d0s|under\s+(?:his|her|its)\s+predecessor)\b",
    re.IGNORECASE,
)
_WHEN = re.compile(r",\s+(?:when|in\s+which|the\s+year)\b[^,;.]*$")


def is_vague(unit: Marked, wording: Wording) -> bool:
    """Whether the clause of a wording puts it in a past without a date ("two decades ago")."""
    stop = re.compile(r"[,;:“”\"]|\.\s").search(unit.text, wording.end)
    start = max(unit.text.rfind(mark, 0, wording.start) for mark in (",", ";", ":", "“", '"'))
    return bool(_VAGUE.search(unit.text, start + 1, stop.start() if stop else len(unit.text)))


_SOON = re.compile(
    r"\b(?:within|soon|shortly|later\s+this|next\s+(?:week|month|year)|in\s+the\s+coming|before\s+the\s+end|"
    r"by\s+the\s+end)\b",
    re.IGNORECASE,
)


def is_for_later(unit: Marked, wording: Wording) -> bool:
    """Whether what is decided is said to follow ("within two months")."""
    return bool(_SOON.search(unit.text, wording.end))


def _at_that_time(context: Context, unit: Marked, wording: Wording) -> str | None:
    """The date behind which a clause says "when": "until 2017, when it cut ties"."""
    base, at = unit.passage.span.start, unit.place_of(*wording.verb)[0]
    for mention in context.dates:
        end = mention.passage.span.end - base
        before = unit.passage.span.holds(mention.passage.span) and end < at
        if before and _WHEN.fullmatch(unit.words[end:at]):
            return mention.value
    return None


_SINCE = re.compile(
    r"[^;:.,“”\"]{0,70}?\bsince\s+(?:early\s+|late\s+|mid-)?$|\s+(?:back\s+)?(?:to|from)\s+$"
)
_LASTING = re.compile(r"[^;:.,“”\"]{0,70}?\ssince\s")


def lasting(unit: Marked, wording: Wording) -> bool:
    """Whether a wording tells what has lasted since an earlier time ("frozen since 2022")."""
    dates = unit.plain(*wording.verb).lower().startswith("dat")
    return dates or bool(_LASTING.match(unit.text, wording.end))


def _since(context: Context, unit: Marked, wording: Wording) -> str | None:
    """The date since which what a wording tells has lasted."""
    if not lasting(unit, wording):
        return None
    base, end = unit.passage.span.start, unit.place_of(wording.start, wording.end)[1]
    for mention in context.dates:
        at = mention.passage.span.start - base
        if unit.passage.span.holds(mention.passage.span) and at >= end:
            return mention.value if _SINCE.fullmatch(unit.words[end:at]) else None
    return None


_RELATIVE = re.compile(r"\s(?:which|that)\s")
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


def effective_date(
    context: Context, unit: Marked, wording: Wording, *, open_ended: bool
) -> str | None:
    """The date after the report's from which a change has effect, None where none is given.

    Where the words do not themselves look ahead (`open_ended`), only "from" a date counts.
    """
    if context.anchor is None:
        return None
    base, day = unit.passage.span.start, context.anchor.day
    start, end = unit.place_of(wording.start, wording.end)
    text = unit.words
    best: tuple[int, str] | None = None
    for mention in context.dates:
        span = mention.passage.span
        if not unit.passage.span.holds(span) or edges(mention.value)[1] <= day:
            continue
        at, stop = span.start - base, span.end - base
        between = text[end:at] if at >= end else text[stop:start] if stop <= start else ""
        if _CUT.search(between) or not (open_ended or _FROM.search(text[:at])):
            continue
        gap = max(at - end, start - stop, 0)
        if best is None or gap < best[0]:
            best = gap, mention.value
    return best[1] if best else None
