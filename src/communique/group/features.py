"""What a report is compared by: its words, its names, the names it leads with, its days."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from itertools import islice
from sys import intern

from communique.group.background import FUNCTION_WORDS, share
from communique.group.shingles import Sketch, sketch
from communique.types.text import Report
from communique.vocab.dates import find_dates
from communique.vocab.states import decoys, name_index

_WORD = re.compile(r"[^\W\d_]{2,}|\d{2,}")
_LOWER = re.compile(r"\b[^\W\d_A-Z]\w+")
_NAME = re.compile(r"\b[^\W\d_a-z]\w+")
_TOKEN = re.compile(r"[^\W\d_](?:[\w'’-]|\.(?=\w))*")
_YEAR = re.compile(r"\b(?:19[5-9]\d|20[0-4]\d)\b")
_FIGURE = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*(?!\w)")
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_OPENING, _LEDE = 5, 2
_NO_SENTENCE = 3
_LEADING = 3
_RECURS = 2
_COMMON_NAME = 0.1
_LONGEST_NAME = 6
_SEATS = ("capital_metonym", "government_seat")
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
KEPT = 1024
"""Reports whose reading is kept in memory: what stands is held against what is new again and again.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """What is compared.

    `words` and `names` come with repeats; `leading` are the rare names of the lede that recur,
    `parties` the states of the lede, `states` of the whole report (alpha-3 codes); `days` are when
    the report or its happening is dated, `weekdays` those of its opening sentences; `years` and
    `figures` stand anywhere, `lede_figures` in the first two sentences; `sketch` finds near copies.
    A word is kept in memory once, however many reports have it.
    """

    words: tuple[str, ...]
    names: tuple[str, ...]
    leading: frozenset[str]
    parties: frozenset[str]
    states: frozenset[str]
    days: frozenset[date]
    weekdays: frozenset[str]
    years: frozenset[str]
    figures: frozenset[str]
    lede_figures: frozenset[str]
    sketch: Sketch


@lru_cache(maxsize=KEPT)
def features(report: Report) -> Features:
    """Read what `report` is compared by, from its headline and body."""
    headline = report.headline.text if report.headline else ""
    sentences = (sentence.text for sentence in report.sentences)
    told = (text for text in sentences if len(text.split()) > _NO_SENTENCE)
    opening = tuple(islice(told, _OPENING))
    lede = f"{headline} {opening[0] if opening else ''}"
    names = _names(report.body)
    text = f"{headline}\n{report.body}"
    words = _words(text)
    years = frozenset(map(intern, _YEAR.findall(report.body)))
    return Features(
        words=words,
        names=names,
        leading=_leading(names, frozenset(_words(lede))),
        parties=_states(lede),
        states=_states(text),
        days=_days(report, lede),
        weekdays=frozenset(_WEEKDAY.findall(" ".join(opening))),
        years=years,
        figures=_figures(report.body) - years,
        lede_figures=_figures(" ".join(opening[:_LEDE])) - years,
        sketch=sketch(words),
    )


def _words(text: str) -> tuple[str, ...]:
    lower = (intern(word.lower()) for word in _WORD.findall(text))
    return tuple(word for word in lower if word not in FUNCTION_WORDS)


def _figures(text: str) -> frozenset[str]:
    return frozenset(intern(figure.replace(",", "")) for figure in _FIGURE.findall(text))


def _leading(names: tuple[str, ...], lede: frozenset[str]) -> frozenset[str]:
    """The rare names said most often (equals included), as far as the lede has them."""
    counts = Counter(name for name in names if share(name) < _COMMON_NAME)
    most = counts.most_common(_LEADING)
    least = max(_RECURS, most[-1][1]) if most else _RECURS
    return frozenset(n for n, count in counts.items() if count >= least and n.lower() in lede)


def _names(text: str) -> tuple[str, ...]:
    """Capitalised words that `text` never writes in lower case; ASTANA counts as Astana."""
    lower = set(_LOWER.findall(text)) | FUNCTION_WORDS
    found = (w for w in _NAME.findall(text) if w.lower() not in lower)
    return tuple(intern(w.capitalize() if w.isupper() and len(w) > 5 else w) for w in found)


def _states(text: str) -> frozenset[str]:
    """Alpha-3 codes of the states whose name or demonym `text` has; capitals do not count."""
    index, tokens, found, at = name_index(), _TOKEN.findall(text), set(), 0
    while at < len(tokens):
        for length in range(_LONGEST_NAME, 0, -1) if tokens[at] in _first_words() else ():
            phrase = " ".join(tokens[at : at + length])
            if phrase in decoys():
                break
            named = index.get(phrase)
            if named and named[1] not in _SEATS:
                found.add(named[0])
                break
        else:
            length = 1
        at += length
    return frozenset(found)


@cache
def _first_words() -> frozenset[str]:
    """The words that a name of a state, or a name that is none, begins with."""
    return frozenset(name.partition(" ")[0] for name in (*name_index(), *decoys()))


def _days(report: Report, lede: str) -> frozenset[date]:
    """The days of dateline and stamp; where there is neither, full dates written in the lede."""
    stamps = (
        report.dateline.date if report.dateline else None,
        report.published.value if report.published else None,
    )
    values = [value[:10] for value in stamps if value and _ISO_DAY.match(value)]
    if not values:
        values = [found.value for found in find_dates(lede) if _ISO_DAY.match(found.value)]
    return frozenset(map(date.fromisoformat, values))
