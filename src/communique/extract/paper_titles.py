"""Titles of documents as worded: the run of capitals around a name, quoted names, abbreviations."""

import re
from dataclasses import dataclass

from communique.vocab.dates import MONTHS, WEEKDAYS
from communique.vocab.instruments import instrument_name, instrument_words
from communique.vocab.states import place
from communique.vocab.tables import fold

_DAYS = "|".join(word.capitalize() for word in (*MONTHS, *WEEKDAYS))
_SMALL = r"(?:of|on|the|and|for|in|to|between|with|by|a|an|at|from|concerning|regarding|into|as)"
_WORD = rf"(?!(?:{_DAYS})\b)[A-ZÀ-Ž](?:[\w'’\-–&/]|\.(?=\w))*"
_YEARS = r"(?:19|20)\d\d(?:[-–/](?:(?:19|20)\d\d|\d\d))?"
_TAIL = re.compile(
    rf"(?:(?!\s+and\s+an?\s)(?:\s+{_SMALL}){{0,4}}\s+{_WORD}|,\s+(?:{_SMALL}\s+)?{_WORD}(?=[^.]*\sand\s(?:{_SMALL}\s+)?{_WORD})"
    rf"|:\s+{_WORD}|\s+(?:for|until)\s+{_YEARS}|\s+{_YEARS}(?=[\s,.;:)]|$))*"
)
_LOWER_TAIL = re.compile(
    r"\s+in\s+the\s+fields?\s+of\s+[a-z]+(?:,\s+[a-z]+)*(?:,?\s+and\s+[a-z]+)?"
)
_WITH = re.compile(r"\s+(?:with|by)\s+.*$")
_BETWEEN = re.compile(r"\s+between\s+.*$")
_ABBREVIATED = re.compile(r"\s*\((?P<short>[A-Z][A-Za-z\-]{1,9})\)")
_CALLED = re.compile(
    r"(?:\s*,?\s*(?:titled|entitled|called|dubbed|named|known\s+as)\s+(?:the\s+)?|,\s+(?=[“\"]))"
    rf"(?:[“\"](?P<name>[^”\"]+)[”\"]|(?P<plain>(?:{_WORD}\s+)+(?:{instrument_words()})))",
)
_NEXT = re.compile(rf",?\s+and\s+the\s+(?:{_WORD}\s+)*(?:{instrument_words()})\b.*$", re.IGNORECASE)
_ON_DAY = re.compile(r"\s+on\s+(?:[A-Z]\w+day|[A-Z][a-z]+\s+\d+|\d+\s+[A-Z]\w+)\b.*$")
_ARTICLE = re.compile(r"(?:an?|the|its|their|this|that|another|both)\s+", re.IGNORECASE)
_ABBREVIATIONS = ("mou", "mous", "cepa", "fta")
_PROPER = ("treaty", "agreement", "pact", "accord", "accords", "protocol", "declaration", "compact")
"""Words that end a proper name in lower case ("the Falepili Union treaty")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Titled:
    """The title at a name of a document, None where it has none; where its words end.

    `short` is the abbreviation in brackets behind it.
    """

    title: str | None
    end: int
    short: str | None = None


def titled(text: str, lead: int, start: int, end: int) -> Titled:
    """The title of the name at `start:end`, whose modifiers begin at `lead`."""
    capital = text[start].isupper()
    article = _ARTICLE.match(text, lead)
    words = _capitals(text, article.end() if article else lead, start)
    if capital:
        found, end = _in_capitals(text, words, start, end)
    else:
        run = text[words:end].split()
        proper = text[start:end].lower() in _PROPER and len(run) > 2
        found = " ".join(run) if proper else None
    short = _ABBREVIATED.match(text, end)
    end = short.end() if short else end
    called = _CALLED.match(text, end)
    if called:
        title = (called["name"] or called["plain"]).strip(" ,")
        return Titled(title=title, end=called.end())
    return Titled(title=found, end=end, short=short["short"] if short else None)


def _capitals(text: str, lead: int, start: int) -> int:
    """Where the run of capitalised modifiers before a name begins."""
    run = re.search(
        rf"(?:{_WORD}(?:\s+(?:and|of|for|on|the)(?=\s+{_WORD}))*\s+)+$", text[lead:start]
    )
    if run is None:
        return start
    owner = re.match(r"(?:.*\s)?[^\s]+['’]s?\s+", run.group())
    return lead + run.start() + (owner.end() if owner and "eaders" not in run.group() else 0)


def _in_capitals(text: str, words: int, start: int, end: int) -> tuple[str | None, int]:
    tail = _TAIL.match(text, end)
    stop = tail.end() if tail else end
    lower = _LOWER_TAIL.match(text, end)
    if lower and lower.end() > stop:
        stop = lower.end()
    behind = _without_place(_ON_DAY.sub("", text[end:stop]))
    behind = _WITH.sub("", _NEXT.sub("", behind))
    if words < start:
        behind = _BETWEEN.sub("", behind)
    stop = end + len(behind)
    if text[start:end].lower() in _ABBREVIATIONS:
        return None, end
    title = " ".join(text[words:stop].rstrip(".,").split())
    return (None if _is_bare(title) else title), stop


def _is_bare(title: str) -> bool:
    """Whether a title only says what kind of document it is ("Joint Statement")."""
    known = instrument_name(title)
    return known is not None and fold(title) not in ("free trade agreement", "cepa", "fta")


def _without_place(behind: str) -> str:
    """A title's end without the place it was signed in, which only follows it."""
    found = re.search(r"\s+(?:in|at)\s+(?P<place>[A-Z][^\s,]*(?:\s+[A-Z][\w'’-]+){0,2})$", behind)
    return behind[: found.start()] if found and place(found["place"]) else behind
