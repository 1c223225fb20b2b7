"""What the wording of a date comes to, by the day of the report and the dates told before it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from communique.extract.clauses import VERB, clause_at, clauses
from communique.types.text import DateMention, Passage, Precision
from communique.vocab.dates import WEEKDAYS, DateForm, last_weekday, next_weekday, with_year
from communique.vocab.periods import RelativeForm, edges, shifted

Day = date
_SHIFT = {"yesterday": -1, "today": 0, "tomorrow": 1}
_AHEAD = re.compile(
    r"\b(?:will|shall|would|(?:is|are|was|were)\s+(?:set|due|scheduled|expected|to|planned)|plans?\s+to|"
    r"(?:to|will)\s+be\s+held|upcoming|next|(?:visit|leave|arrive|travel|meet|gather|return|host)s?"
    r"(?=\s+(?:for|in|at|to|on|from|again)\b))\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """The day a report is dated: an ISO date and where it was found."""

    date: str
    source: str

    @property
    def day(self) -> Day:
        """The date as such."""
        return date.fromisoformat(self.date)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a wording may be resolved by: its passage, the report's day, the dates told before."""

    passage: Passage
    text: str
    anchor: Anchor | None
    told: tuple[DateMention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """What a wording comes to; nothing is counted from an `aside` ("the day before, he had")."""

    value: str
    precision: Precision
    stated: bool = False
    reason: str | None = None
    aside: bool = False


Resolver = Callable[[Reading], Value | None]
"""Gives what a wording comes to, None where nothing it could be counted from is known."""


def is_ahead(text: str, start: int, end: int) -> bool:
    """Whether the clause that holds the date at `start:end` speaks of what is to come.

    A clause without a verb ("On Friday,") goes with the next one, or the one before.
    """
    parts = clauses(text, [(start, end)])
    at = clause_at(parts, start)
    if not parts[at].bare:
        opening = not VERB.search(text, parts[at].start, start)
        return bool(_AHEAD.search(text, parts[at].start, parts[at].end if opening else start))
    near = parts[at + 1] if at + 1 < len(parts) and at == 0 else parts[max(0, at - 1)]
    return bool(_AHEAD.search(text, near.start, near.end))


def of_form(form: DateForm) -> Resolver:
    """A day, range or year as written; without its year, by what stands near."""

    def resolve(reading: Reading) -> Value | None:
        if form.has_year:
            return Value(value=form.value, precision=form.precision, stated=True)
        near, reason = _year_from(reading, form.start)
        if near is None:
            return None
        first, _, last = form.value.partition("/")
        value = with_year(first, near)
        if last:
            value = f"{value}/{_after(last, value)}"
        return Value(value=value, precision=form.precision, reason=reason)

    return resolve


def _after(partial: str, first: str) -> str:
    """The yearless `partial` in the year that puts it after `first`."""
    year = int(first[:4]) + (partial[2:] < first[5:])
    return f"{year}-{partial[2:]}"


def _year_from(reading: Reading, at: int) -> tuple[str | None, str | None]:
    """The date whose year a day without one takes: one written out in its sentence, the anchor."""
    base = reading.passage.span.start
    for mention in reversed(reading.told):
        start, end = mention.passage.span.start - base, mention.passage.span.end - base
        same = start >= 0 and ". " not in reading.text[end:at]
        if same and mention.stated and mention.precision in ("day", "month"):
            near = edges(mention.value)[0].isoformat()
            return near, "year nearest to the date told before"
    if reading.anchor is None:
        return None, None
    return reading.anchor.date, f"year nearest to the {reading.anchor.source}'s date"


def of_month(form: DateForm, turn: str | None) -> Resolver:
    """A month without its year."""

    def resolve(reading: Reading) -> Value | None:
        near, reason = _year_from(reading, form.start)
        if near is None or reading.anchor is None:
            return None
        day, month = date.fromisoformat(near), int(form.value[2:])
        ahead = turn == "next" or is_ahead(reading.text, form.start, form.end)
        if near != reading.anchor.date:
            year = min(
                (day.year - 1, day.year, day.year + 1),
                key=lambda each: abs(each * 12 + month - day.year * 12 - day.month),
            )
        elif ahead:
            year = day.year + (month < day.month or (turn == "next" and month == day.month))
        else:
            year = day.year - (month > day.month or (turn == "last" and month == day.month))
            reason = f"the last such month before the {reading.anchor.source}'s date"
        return Value(value=f"{year}-{month:02d}", precision="month", reason=reason)

    return resolve


def of_relative(form: RelativeForm) -> Resolver:
    """A time told by its distance from the report's day or from one told before."""

    def resolve(reading: Reading) -> Value | None:
        anchor = reading.anchor
        if form.base == "told":
            return _from_told(form, reading)
        if anchor is None:
            return None
        value, precision = shifted(anchor.day, form.unit, form.shift)
        if form.unit == "weekend":
            value = _weekend(form, reading, anchor.day)
        first, _, last = value.partition("/")
        if form.unit == "week" and form.part == "earlier":
            value = f"{first}/{anchor.date}"
        if form.unit == "week" and form.part == "later":
            value = f"{anchor.date}/{last}"
        if form.unit == "week" and form.part and first == last:
            value, precision = anchor.date, "day"
        return Value(
            value=value, precision=precision, reason=f"counted from the {anchor.source}'s date"
        )

    return resolve


def _weekend(form: RelativeForm, reading: Reading, day: date) -> str:
    """The weekend meant: the next where the clause looks ahead, else the last that has begun."""
    shift = form.shift
    if shift == 0 and day.weekday() < 5 and not is_ahead(reading.text, form.start, form.end):
        shift = -1
    return shifted(day, "weekend", shift)[0]


def _from_told(form: RelativeForm, reading: Reading) -> Value | None:
    """Counted from the nearest date told before that is fine enough, else from the dateline's."""
    fine = {"day": ("day", "range"), "week": ("day",), "month": ("day", "month")}
    wanted = fine.get(form.unit, ("day", "month", "year", "range"))
    told = next((m for m in reversed(reading.told) if m.precision in wanted), None)
    if told is not None and (told.precision != "range" or form.shift):
        first, last = edges(told.value)
        value, precision = shifted(last if form.shift > 0 else first, form.unit, form.shift)
        reason = f"counted from {told.value}"
        return Value(value=value, precision=precision, reason=reason, aside=form.shift < 0)
    anchor = reading.anchor
    if told is None and anchor and anchor.source == "dateline" and form.unit == "day":
        value, precision = shifted(anchor.day, form.unit, form.shift)
        return Value(value=value, precision=precision, reason="counted from the dateline's date")
    if told is None:
        return None
    return Value(value=told.value, precision=told.precision, reason="the dates told before")


def of_weekday(match: re.Match[str]) -> Resolver:
    """A weekday: "Wednesday", "last Friday"."""

    def resolve(reading: Reading) -> Value | None:
        anchor = reading.anchor
        if anchor is None:
            return None
        turn = (match["turn"] or "").lower()
        ahead = turn == "next" or (not turn and is_ahead(reading.text, *match.span()))
        step = timedelta(days=1 if turn else 0)
        if ahead:
            value = next_weekday(match["day"], (anchor.day + step).isoformat())
        else:
            value = last_weekday(match["day"], (anchor.day - step).isoformat())
        side = "on or after" if ahead else "on or before"
        reason = f"the {match['day']} {side} the {anchor.source}'s date"
        return Value(value=value, precision="day", reason=reason)

    return resolve


def of_days(match: re.Match[str]) -> Resolver:
    """Weekdays that run on: "from Monday to Wednesday", "on Saturday and Sunday"."""

    def resolve(reading: Reading) -> Value | None:
        anchor = reading.anchor
        first, last = (WEEKDAYS.index(match[side].lower()) for side in ("first", "last"))
        apart = (last - first) % 7
        if (
            anchor is None
            or not apart
            or (match["to"] == "and" and not match["from"] and apart > 1)
        ):
            return None
        if is_ahead(reading.text, *match.span()):
            begun = date.fromisoformat(next_weekday(match["first"], anchor.date))
        else:
            ended = date.fromisoformat(last_weekday(match["last"], anchor.date))
            begun = ended - timedelta(days=apart)
        value = f"{begun.isoformat()}/{(begun + timedelta(days=apart)).isoformat()}"
        reason = f"the days nearest to the {anchor.source}'s date"
        return Value(value=value, precision="range", reason=reason)

    return resolve


def of_near(match: re.Match[str]) -> Resolver:
    """A day beside the report's: "today", "yesterday", "tomorrow"."""

    def resolve(reading: Reading) -> Value | None:
        anchor = reading.anchor
        if anchor is None:
            return None
        day = anchor.day + timedelta(days=_SHIFT[match["near"].lower()])
        reason = f"counted from the {anchor.source}'s date"
        return Value(value=day.isoformat(), precision="day", reason=reason)

    return resolve
