"""Times of two sentences that speak of the same thing: whether they differ, or one is vaguer."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from communique.types.text import Passage

MONTHS = (
    "January February March April May June July August September October November December".split()
)
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTH = "|".join(
    [*MONTHS, *(f"{month[:3]}\\.?" for month in MONTHS if month != "May"), "Sept\\.?"]
)
_SEASONS = {
    "spring": (2.5, 6.5),
    "summer": (5.5, 9.5),
    "autumn": (8.5, 12.5),
    "winter": (1.0, 13.0),
}
_SEASON = "spring|summer|autumn|winter"
_PART = (
    r"(?P<part{n}>early|late|mid|middle|end|beginning|start|first half|second half|close|turn"
    r"|(?:first|last|second|third) (?:days|week|weeks|quarter|third))"
)
_YEAR = r"(?:19|20)\d\d"
_NUMBER = (
    r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty)"
)
_UNIT = r"(?:days?|weeks?|months?|years?|hours?|decades?)"
_PREPOSITION = (
    r"(?:\b(?:in|on|by|at|from|since|until|till|before|after|as of|for|during|around|towards?"
    r"|through|starting|beginning|no later than|not later than|as early as)\s+)?"
)
_LEAD = rf"(?:the\s+)?(?:{_PART.format(n='')}(?:\s+of|\s+in)?[\s-]+(?:the\s+)?)?"
_WHEN = re.compile(
    _PREPOSITION
    + r"(?:"
    + _LEAD
    + rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<month>{_MONTH})\b"
    rf"|(?P<month2>{_MONTH})\s(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b(?!,\d)"
    rf"|(?P<month3>{_MONTH})\b|(?P<season>{_SEASON})\b"
    rf"|(?P<weekday>{'|'.join(_DAYS)})\b|(?P<relative>(?:this|next|last|the (?:coming|following"
    rf"|current|previous|past)|that|same) (?P<unit>year|month|week|weekend|decade|{_SEASON})\b)"
    rf"|(?P<year>{_YEAR})\b(?!\s*(?:troops|people|soldiers|tonnes|km|megawatts)))"
    rf"(?:,? (?:of )?(?:(?P<year2>{_YEAR})\b"
    rf"|(?P<relative2>(?:this|next|last|the (?:following|same|previous)) (?:year|month|week))))?"
    r"|(?P<vague>recent(?:ly)?\s(?:days|weeks|months|years)|recently|soon|shortly|lately|promptly"
    r"|(?:a|the)?\s?(?:convenient|suitable|appropriate|mutually convenient|later|early|near)"
    r"\s(?:time|date|future|opportunity)|the (?:near|foreseeable) future|due course|some time ago"
    r"|the (?:coming|past|next|last) (?:few )?(?:days|weeks|months|years)|some time|for years"
    r"|earlier|later)\b"
    rf"|(?P<within>(?:within|in|over) (?:the next |the last |about )?{_NUMBER} {_UNIT})\b"
    rf"|(?P<ago>{_NUMBER} {_UNIT} (?:ago|later|earlier))\b)",
    re.IGNORECASE,
)
_PARTS = (
    ("first half", (0.0, 0.5)), ("second half", (0.5, 1.0)), ("first", (0.0, 0.34)),
    ("second", (0.25, 0.5)), ("third", (0.5, 0.75)), ("early", (0.0, 0.34)), ("mid", (0.3, 0.7)),
    ("beginning", (0.0, 0.25)), ("start", (0.0, 0.25)), ("turn", (0.0, 0.2)),
    ("late", (0.66, 1.0)), ("end", (0.8, 1.0)), ("close", (0.8, 1.0)), ("last", (0.7, 1.0)),
)  # fmt: skip
"""Words for a part of a month or year, and which part."""
_RELATIVE = {"this": 0, "the current": 0, "same": 0, "the same": 0, "next": 1, "the coming": 1,
             "the following": 1, "last": -1, "the previous": -1, "the past": -1}  # fmt: skip
Share = tuple[float, float]
"""A part of a month or year, from 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """When, as far as the words say.

    `fields` holds what is given ("weekday", "day", "month", "season", "part", "year", and "year?",
    the number of years from this one; likewise for month and week), `grain` how narrow it is: 0
    vague, 1 a year, 2 part of one, 3 a month, 4 a week or part of a month, 5 a day.
    """

    fields: dict[str, object]
    grain: int
    passage: Passage

    @property
    def lasts(self) -> bool:
        """Whether it is told by a length of time ("within 60 days")."""
        return bool({"within", "ago"} & self.fields.keys())


@lru_cache(maxsize=4096)
def times(sentence: Passage) -> tuple[Time, ...]:
    """The times that a sentence names, in order; asked for at every sentence linked to it."""
    return tuple(_times(sentence))


def _times(sentence: Passage) -> Iterator[Time]:
    for match in _WHEN.finditer(sentence.text):
        found: dict[str, str] = {}
        for name, words in match.groupdict().items():
            if words:
                found.setdefault(name.rstrip("23"), words.lower())
        if match["month3"] in ("may", "march", "sept", "mar", "dec", "sun"):
            continue
        if found.get("vague") in ("earlier", "later") or not found:
            continue
        fields = _fields(found, match["relative2"])
        yield Time(
            fields=fields,
            grain=_grain(fields),
            passage=sentence.inner(match.start(), match.end()),
        )


def _fields(found: dict[str, str], second: str | None) -> dict[str, object]:
    for name, at in (("within", -2), ("ago", 0)):
        if name in found:
            parts = found[name].split()
            return {name: parts[at] + parts[-1]}
    fields: dict[str, object] = {
        name: found[name] for name in ("weekday", "season") if name in found
    }
    fields |= {name: int(found[name]) for name in ("day", "year") if name in found}
    if "month" in found:
        fields["month"] = [m[:3].lower() for m in MONTHS].index(found["month"][:3]) + 1
    for words in filter(None, (found.get("relative"), (second or "").lower())):
        which, unit = words.rsplit(" ", 1)
        if unit in _SEASONS:
            fields["season"], unit = unit, "year"
        fields[f"{unit}?"] = _RELATIVE.get(which, which)
    if "part" in found:
        fields["part"] = next(part for begins, part in _PARTS if found["part"].startswith(begins))
    return fields


def _grain(fields: dict[str, object]) -> int:
    if "weekday" in fields or "day" in fields or "ago" in fields or "within" in fields:
        return 5
    if "week?" in fields or "weekend?" in fields:
        return 4
    if "month" in fields or "month?" in fields:
        return 4 if "part" in fields else 3
    if "season" in fields or "part" in fields:
        return 2
    return 1 if fields else 0


def conflict(one: Time, other: Time) -> bool:
    """Whether both cannot be the same time."""
    mine, others = one.fields, other.fields
    if one.lasts and other.lasts:  # figures, compared as such
        return False
    for name in ("weekday", "day", "month", "season", "year", "year?", "month?", "week?"):
        if name in mine and name in others and mine[name] != others[name]:
            return True
    a, b = _months(mine), _months(others)
    return bool(a and b and (a[0] > b[1] or b[0] > a[1]))


def _months(fields: dict[str, object]) -> Share | None:
    """From where to where in the year, in months from 1, so far as the words tell.

    Seasons are the north's, widened by a month.
    """
    part = fields.get("part")
    share = part if isinstance(part, tuple) else (0.0, 1.0)
    month, day = fields.get("month"), fields.get("day")
    if isinstance(month, int):
        if isinstance(day, int):
            return month + (day - 1) / 31, month + (day - 1) / 31
        return month + share[0], month + share[1] - 0.02
    if "season" in fields:
        first, last = _SEASONS[str(fields["season"])]
        return first, last
    if part and {"year", "year?"} & fields.keys():
        return 1 + 12 * share[0], 13 * share[1]
    return None


def alike(one: Time, other: Time) -> bool:
    """Whether all that both give is the same, and they give something both."""
    shared = one.fields.keys() & other.fields.keys()
    if not one.fields and not other.fields:
        return one.passage.text.lower() == other.passage.text.lower()
    return bool(shared - {"part"}) and not conflict(one, other) and one.grain == other.grain


def vaguer(one: Time, other: Time) -> bool:
    """Whether `one` may be the same time as `other` in fewer words."""
    return one.grain < other.grain and not conflict(one, other)
