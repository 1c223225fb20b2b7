"""The levels of relations in words: labels of partnership, ranks of representation."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from communique.vocab.partnerships import find_labels

Matter = Literal["relations", "representation", "partnership", "recognition"]

MISSION = (
    r"(?:embass(?:y|ies)|(?:liaison|representative|representation|trade|commercial|interests?)\s+"
    r"(?:offices?|sections?)|(?:(?:diplomatic|permanent|resident)\s+)?missions?|legations?|"
    r"consulates?(?:[\s-]general)?|high\s+commissions?|honorary\s+consulates?)"
)
_ENVOY = (
    r"(?:(?:resident\s+)?ambassador(?:ial|s)?|charg[ée]s?(?:\s+d['’]affaires)?|"
    r"high\s+commissioners?|(?:first|second|third)\s+secretary|consular|consuls?)"
)
_RANK = re.compile(
    rf"(?:(?:level|rank|status)\s+of\s+)?(?:an?\s+|the\s+)?(?:full(?:y[\s-]fledged)?\s+|"
    rf"full-fledged\s+|resident\s+(?={MISSION}))?"
    rf"(?P<words>(?:{MISSION}|{_ENVOY})(?:(?:\s+|-)(?:level|rank|status))?)",
    re.IGNORECASE,
)
_OPENED = re.compile(
    r"(?:what\s+(?:it|he|she|they|\S)\s+(?:terms?|calls?|called|termed|described\s+as)\s+|"
    r"that\s+of\s+|being\s+)?(?:(?:the\s+)?(?:level|rank|status)\s+of\s+)?"
    r"(?:(?:an?|the|its|their|his|her)\s+)?[\"“‘']?",
    re.IGNORECASE,
)
_WORKING = re.compile(
    r"(?P<words>(?:(?!with\b|of\b|and\b|the\b|to\b|new\b|higher\b)[a-z][\w-]*\s+){1,4}"
    r"(?:partnership|relations|relationship|ties|alliance|partners|allies)|alliance(?!\s+(?:of|with))"
    r"|(?!new\b|next\b|highest\b|higher\b|another\b|greater\b|different\b|unprecedented\b|such\b)"
    r"(?:strategic|ministerial|technical|working|consular|diplomatic|administrative)\s+level)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """A level at `start:end` of the words read, as worded, and what it is a level of."""

    start: int
    end: int
    words: str
    matter: Matter


def level_at(text: str, start: int, end: int) -> Level | None:
    """The level that the words from `start` on open with, after their article.

    >>> found = level_at("the level of chargé d'affaires", 0, 30)
    >>> found and found.words
    "chargé d'affaires"
    """
    rank = _RANK.match(text, _after_article(text, start), end)
    if rank:
        return _level(rank.start("words"), rank["words"], "representation")
    opened = _OPENED.match(text, start, end)
    begin = opened.end() if opened else start
    rank = _RANK.match(text, begin, end)
    if rank:
        return _level(rank.start("words"), rank["words"], "representation")
    label = next(find_labels(text[begin:end]), None)
    if label and label.start <= _LEAD:
        return _level(begin + label.start, label.words, "partnership")
    working = _WORKING.match(text, begin, end)
    return _level(working.start(), working["words"], "partnership") if working else None


_LEAD = 6
"""A label may follow one short word ("so-called", "full")."""


def _after_article(text: str, start: int) -> int:
    article = re.compile(r"(?:an?|the|its|their)\s+", re.IGNORECASE).match(text, start)
    return article.end() if article else start


def _level(start: int, words: str, matter: Matter) -> Level:
    plain = " ".join(words.split())
    return Level(start=start, end=start + len(words), words=plain, matter=matter)


def levels_in(text: str) -> Iterator[Level]:
    """Every label of a partnership and rank of representation in a text; none overlaps another."""
    taken = []
    for label in find_labels(text):
        taken.append((label.start, label.end))
        yield _level(label.start, text[label.start : label.end], "partnership")
    for rank in _RANK.finditer(text):
        start, end = rank.span("words")
        if not any(start < last and first < end for first, last in taken):
            yield _level(start, rank["words"], "representation")


def last_level(text: str, start: int, end: int) -> Level | None:
    """The level that the noun phrase at `start:end` ends in ("its strategic partnership")."""
    labels = list(find_labels(text[start:end]))
    if labels and start + labels[-1].end == end:
        return _level(start + labels[-1].start, labels[-1].words, "partnership")
    for rank in _RANK.finditer(text, start, end):
        if rank.end() == end:
            return _level(rank.start("words"), rank["words"], "representation")
    return None
