"""Figures and days of two sentences that speak of the same thing and differ."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from communique.align.words import plain, stem
from communique.types.text import Passage

_SMALL = dict(
    zip(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen twenty".split(),
        range(1, 21),
        strict=True,
    )
)
_TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
         "ninety": 90, "dozen": 12}  # fmt: skip
_NUMBERS = {**_SMALL, **_TENS}
_TIMES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
          "m": 1e6, "bn": 1e9, "percent": 1.0}  # fmt: skip
_MONTHS = (
    "January February March April May June July August September October November December".split()
)
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTH = "|".join([*_MONTHS, *(f"{month[:3]}\\.?" for month in _MONTHS if month != "May")])
_WHEN = re.compile(
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?P<month>{_MONTH})\b(?:,? (?P<year>\d{{4}}))?"
    rf"|(?P<month2>{_MONTH})\s(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,? (?P<year2>\d{{4}}))?"
    rf"|(?P<month3>{_MONTH})\b(?:,? (?:of )?(?P<year3>\d{{4}}))?"
    rf"|(?P<weekday>{'|'.join(_DAYS)})\b"
    r"|\b(?P<year4>(?:19|20)\d\d)\b(?!\s*(?:troops|people|soldiers|tonnes|km|megawatts))"
)
_FIGURE = re.compile(
    r"(?P<money>[€$£¥]|US\$)?(?<![\w.,])(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)(?P<ordinal>st|nd|rd|th)?"
    rf"(?:[\s-](?P<times>{'|'.join(_TIMES)})\b)?"
    rf"|\b(?P<word>{'|'.join(_NUMBERS)})\b(?:[\s-](?P<times2>hundred|thousand|million|billion)\b)?",
    re.IGNORECASE,
)
_MONEY = {"€": "euros", "$": "dollar", "us$": "dollar", "£": "pounds", "¥": "yen"}
_PERIOD = r"(?:week|weekend|month|year|spring|summer|autumn|winter|decade|days|weeks|months)"
_VAGUE_TIME = re.compile(
    r"\b(?:in |by |at )?(?:(?:the )?(?:early|late|mid|end of|beginning of|coming)[ -]?)?"
    rf"(?:this|last|next|the coming|the) {_PERIOD}\b"
    r"|\b(?:recently|soon|shortly|lately|at a convenient time|in the near future|some time ago)\b"
    rf"|\b(?:early|late|earlier|later) (?:this|next|last|in the) {_PERIOD}\b",
    re.IGNORECASE,
)
_VAGUE_NUMBER = re.compile(
    r"\b(?:several|many|some|a number of|dozens of|hundreds of|thousands of|numerous|various|a few"
    r"|most|scores of|millions of|a series of)(?= )",
    re.IGNORECASE,
)
_NEXT = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_PASSED = frozenset("of the more than new other further such".split())
_WITHIN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A figure or date: what it counts or is ("euros", "weekday"), its value, its words."""

    kind: Literal["number", "date"]
    unit: frozenset[str]
    value: object
    passage: Passage


def quantities(sentence: Passage) -> tuple[Quantity, ...]:
    """The dates and figures of a sentence, in order; a figure within a date is none."""
    dates = list(_dates(sentence))
    taken = [each.passage.span for each in dates]
    figures = [
        each
        for each in _figures(sentence)
        if not any(span.overlaps(each.passage.span) for span in taken)
    ]
    return (*dates, *figures)


def _dates(sentence: Passage) -> Iterator[Quantity]:
    for match in _WHEN.finditer(sentence.text):
        found = {name.rstrip("234"): value for name, value in match.groupdict().items() if value}
        month = found.get("month", "")[:3].lower()
        value = (found.get("weekday"), month, found.get("day"), found.get("year"))
        yield Quantity(
            kind="date",
            unit=frozenset(name for name in found if name != "day"),
            value=value,
            passage=sentence.inner(match.start(), match.end()),
        )


def _figures(sentence: Passage) -> Iterator[Quantity]:
    for match in _FIGURE.finditer(sentence.text):
        if match["ordinal"]:
            continue
        word = match["word"]
        number = (
            float(match["number"].replace(",", "")) if match["number"] else _NUMBERS[word.lower()]
        )
        times = (match["times"] or match["times2"] or "").lower()
        money = _MONEY.get((match["money"] or "").lower())
        yield Quantity(
            kind="number",
            unit=frozenset((money,)) if money else _unit(sentence.text[match.end() :]),
            value=number * _TIMES.get(times, 1.0),
            passage=sentence.inner(match.start(), match.end()),
        )


def _unit(after: str) -> frozenset[str]:
    """What a figure counts: the stems of the next words that are not passed over."""
    words = [word for word in _NEXT.findall(after) if plain(word) not in _PASSED]
    return frozenset(map(stem, words[:_WITHIN]))


def differing(
    ours: Sequence[Quantity], theirs: Sequence[Quantity]
) -> Iterator[tuple[Quantity, Quantity]]:
    """Those on either side that count the same thing and have no equal on the other side."""
    left = [q for q in ours if not any(_equal(q, other) for other in theirs)]
    right = [q for q in theirs if not any(_equal(q, other) for other in ours)]
    for one in left:
        other = next((o for o in right if _comparable(one, o)), None)
        if other:
            right.remove(other)
            yield one, other


def vaguer(ours: Passage, theirs: Sequence[Passage]) -> Iterator[tuple[Passage, Passage]]:
    """Days and figures of one side that the other tells in vague words, ours first."""
    for one, others, turned in (([ours], theirs, False), (theirs, [ours], True)):
        against = [q for sentence in others for q in quantities(sentence)]
        known = {q.value for sentence in one for q in _loose(sentence)}
        loose = [q for sentence in others for q in _loose(sentence) if q.value not in known]
        for exact in (q for sentence in one for q in quantities(sentence)):
            if any(_equal(exact, other) or _comparable(exact, other) for other in against):
                continue
            told = next((other for other in loose if _may_be(exact, other)), None)
            if told:
                pair = exact.passage, told.passage
                yield (pair[1], pair[0]) if turned else pair


def _may_be(exact: Quantity, loose: Quantity) -> bool:
    """Whether vague words can stand for a figure or day."""
    if exact.kind != loose.kind:
        return False
    return exact.kind == "date" or bool(exact.unit & loose.unit)


def _loose(sentence: Passage) -> Iterator[Quantity]:
    for match in _VAGUE_TIME.finditer(sentence.text):
        yield Quantity(
            kind="date",
            unit=frozenset(),
            value=match[0].lower(),
            passage=sentence.inner(match.start(), match.end()),
        )
    for match in _VAGUE_NUMBER.finditer(sentence.text):
        yield Quantity(
            kind="number",
            unit=_unit(sentence.text[match.end() :]),
            value=match[0].lower(),
            passage=sentence.inner(match.start(), match.end()),
        )


def _comparable(a: Quantity, b: Quantity) -> bool:
    return a.kind == b.kind and bool(a.unit & b.unit)


def _equal(a: Quantity, b: Quantity) -> bool:
    if a.kind != b.kind:
        return False
    if a.kind == "number":
        return a.value == b.value
    pairs = zip(a.value, b.value, strict=True)  # type: ignore[call-overload]
    shared = [(x, y) for x, y in pairs if x and y]
    return bool(shared) and all(x == y for x, y in shared)
