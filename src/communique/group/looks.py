"""Where a report tells of a time before its own, and what kinds of deeds its words tell."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache

from communique.group.features import KEPT, features
from communique.types.text import DateMention, Passage, Report
from communique.vocab.periods import edges
from communique.vocab.tables import listed, read_table

LEAST_GAP = timedelta(days=2)
"""How long ago an earlier happening is; what was told a day before may be the report's own."""
_AROUND = timedelta(days=21)
"""How far from the day itself an anniversary may be told."""
_PAST = re.compile(
    r"\b(?:last|previous|past|preceding) (?:week|month|year|spring|summer|autumn|fall|winter"
    r"|january|february|march|april|may|june|july|august|september|october|november|december)\b"
    r"|\b(?:weeks?|months?|years?|decades?) (?:ago|earlier|before|since)\b|\banniversary\b"
    r"|\b(?:in|since) (?:(?:early|mid|late)[ -])?(?:january|february|march|april|may|june|july"
    r"|august|september|october|november|december|(?:19|20)\d\d)\b"
    r"|\bearlier (?:this|last) (?:week|month|year)\b",
    re.IGNORECASE,
)
_NUMBERS = {
    word: number
    for number, words in enumerate(
        (
            "",
            "a one first",
            "two second",
            "three third",
            "four fourth",
            "five fifth",
            "six sixth",
            "seven seventh",
            "eight eighth",
            "nine ninth",
            "ten tenth",
        )
    )
    for word in words.split()
}
_COUNT = rf"(?P<n>{'|'.join(_NUMBERS)}|\d{{1,3}}(?:st|nd|rd|th)?)"
_ANNIVERSARY = re.compile(
    rf"\b{_COUNT}[ -](?:years?[ -])?anniversary\b|\b{_COUNT.replace('<n>', '<m>')} years? "
    r"(?:after|since|on from|to the day)\b",
    re.IGNORECASE,
)
_UNDONE = re.compile(
    r"\b(?:postpon\w+|put off|cancel\w+|called off|had (?:planned|been due|hoped)"
    r"|was (?:due|to have)|failed to|did not|never|no longer|will|would|plans? to)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A sentence (place from 0) with times before its report's own: first and last day of each."""

    sentence: int
    spans: tuple[tuple[date, date], ...]
    anniversary: bool = False


def looks_back(sentence: Passage) -> bool:
    """Whether a sentence has words of a time long before, whatever the day of its report."""
    return _PAST.search(sentence.text) is not None


def looks(report: Report, dates: Iterable[DateMention]) -> tuple[Look, ...]:
    """The sentences of `report` that tell of a time before its own, `dates` being what it names.

    None where the report is not dated; what is said not to have happened is left out.
    """
    days = features(report).days
    if not days:
        return ()
    today = min(days)
    known = list(dates)
    found = []
    for number, sentence in enumerate(report.sentences):
        if _UNDONE.search(sentence.text):
            continue
        named = [edges(each.value) for each in known if sentence.span.holds(each.passage.span)]
        since = list(_anniversaries(sentence.text, today))
        past = tuple(sorted({span for span in (*named, *since) if today - span[0] >= LEAST_GAP}))
        if past:
            found.append(Look(sentence=number, spans=past, anniversary=bool(since)))
    return tuple(found)


def _anniversaries(text: str, today: date) -> Iterator[tuple[date, date]]:
    """The weeks around the same day so many years ago."""
    for match in _ANNIVERSARY.finditer(text):
        word = (match["n"] or match["m"]).lower()
        years = _NUMBERS.get(word) or int(re.sub(r"\D", "", word) or 0)
        if 0 < years < today.year:
            then = date(today.year - years, today.month, min(today.day, 28))
            yield then - _AROUND, then + _AROUND


@cache
def _kinds_of_deeds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (row["kind"], re.compile(rf"\b(?:{'|'.join(listed(row['words']))})\b", re.IGNORECASE))
        for row in read_table("deed_kinds.csv")
    )


@lru_cache(maxsize=KEPT)
def deeds_of(text: str) -> frozenset[str]:
    """The kinds of deeds that `text` has words of ("visit", "talks", "signing", ...)."""
    return frozenset(kind for kind, words in _kinds_of_deeds() if words.search(text))
