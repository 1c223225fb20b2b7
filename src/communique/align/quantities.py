"""Figures of two sentences that count the same thing and differ, or one in vaguer words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from communique.align.kinship import bond
from communique.align.phrases import Parsed
from communique.align.times import times
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
_SPELT = {**_SMALL, **_TENS}
_NUMBERS = {**_SPELT, "a": 1, "an": 1, "half": 0.5}
_TIMES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
          "dozen": 12.0, "m": 1e6, "bn": 1e9, "percent": 1.0}  # fmt: skip
_FIGURE = re.compile(
    r"(?P<money>[€$£¥]|US\$)?(?<![\w.,])(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)(?P<ordinal>st|nd|rd|th)?"
    rf"(?:[\s-](?P<times>{'|'.join(_TIMES)})\b)?"
    rf"|\b(?P<word>{'|'.join(_SPELT)}|half|an?(?=\s(?:hour|dozen|million|billion|hundred|thousand)))"
    r"\b(?:[\s-](?P<times2>hundred|thousand|million|billion|dozen)\b)?",
    re.IGNORECASE,
)
_MONEY = {"€": "euros", "$": "dollar", "us$": "dollar", "£": "pounds", "¥": "yen"}
_VAGUE = re.compile(
    r"\b(?:(?:several|many|a few|some)\s(?:hundred|thousand|dozen|million|billion)s?"
    r"|several|many|some|an? (?:large |small |growing )?(?:number|group|handful|series|couple) of"
    r"|(?:dozens|scores|hundreds|(?:tens of |hundreds of )?thousands|millions|billions"
    r"|tens of millions|hundreds of millions) of|more than a dozen|numerous|various|a few|few|most"
    r"|heavy|significant|substantial|large|considerable|sizeable|multiple|repeated)(?= )",
    re.IGNORECASE,
)
_NEXT = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[,.;]")
_PASSED = frozenset("of the more than new other further such about some least".split())
_WITHIN = 3
_HOURS = {"minute": 1 / 60, "hour": 1.0, "day": 24.0, "week": 168.0}
_LEAST_OF = re.compile(r"(?:more than|over|at least|above|exceed\w*|upwards of)\s*$", re.IGNORECASE)
_MOST_OF = re.compile(r"(?:up to|at most|less than|fewer than|under|below)\s*$", re.IGNORECASE)
_IDLE = re.compile(
    r"[\s-](?:sides?|countries|states|ministers|presidents|leaders|governments|nations|parties"
    r"|neighbou?rs|capitals|counterparts|peoples|delegations|officials|men|of|another|way|to"
    r"|party|track)\b",
    re.IGNORECASE,
)
"""What "two" and "one" stand before when they count nothing worth comparing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A figure: stems of what it counts, its value (None where vague), its words.

    `bound` is 1 for "more than", -1 for "up to"; `governor` the word on which it hangs.
    """

    unit: frozenset[str]
    noun: str
    value: float | None
    bound: int
    governor: str
    passage: Passage


def quantities(one: Parsed) -> tuple[Quantity, ...]:
    """The figures of a sentence, in order; a figure within a date is none."""
    taken = [each.passage.span for each in times(one.sentence) if not each.lasts]
    return tuple(
        each
        for each in _figures(one)
        if not one.opens(each.passage)
        and not any(span.overlaps(each.passage.span) for span in taken)
    )


def _figures(one: Parsed) -> Iterator[Quantity]:
    text = one.sentence.text
    for match in _FIGURE.finditer(text):
        word = (match["word"] or "").lower()
        idle = word in ("one", "two", "both", "half") and _IDLE.match(text, match.end())
        if match["ordinal"] or idle or word == "one":
            continue
        number = float(match["number"].replace(",", "")) if match["number"] else _NUMBERS[word]
        scale = (match["times"] or match["times2"] or "").lower()
        value, before = number * _TIMES.get(scale, 1.0), text[: match.start()]
        yield _quantity(one, match, value, _MONEY.get((match["money"] or "").lower()), before)


def _quantity(
    one: Parsed, match: re.Match[str], value: float | None, money: str | None, before: str
) -> Quantity:
    unit, noun = _unit(one.sentence.text[match.end() :])
    passage = one.sentence.inner(match.start(), match.end())
    hours = _HOURS.get(noun.removesuffix("s"))
    if hours and value is not None:
        value, unit, noun = value * hours, frozenset(("hours",)), "hours"
    return Quantity(
        unit=frozenset((money,)) if money else unit,
        noun=money or noun,
        value=value,
        bound=bool(_LEAST_OF.search(before)) - bool(_MOST_OF.search(before)),
        governor=one.governor(passage),
        passage=passage,
    )


def _unit(after: str) -> tuple[frozenset[str], str]:
    """What a figure counts: the stems of the next words that are not passed over, and the first."""
    words: list[str] = []
    for word in _NEXT.findall(after):
        if word in ",.;":
            break
        if plain(word) not in _PASSED:
            words.append(plain(word))
    return frozenset(map(stem, words[:_WITHIN])), words[0] if words else ""


def recounted(
    one: Parsed, others: Sequence[Parsed], beside: Sequence[Parsed]
) -> Iterator[tuple[Literal["number", "generalised"], Passage, Passage]]:
    """Figures of a sentence and its like ones that differ, and those told in vague words.

    Of the figures that have no equal on the other side (for theirs, also none in the sentences
    `beside`, which the like ones are like to as well), two are held together that count the same
    or a like thing, or hang on the same word where no others are left.
    """
    ours, theirs = quantities(one), [each for other in others for each in quantities(other)]
    left = [q for q in ours if not any(_equal(q, other) for other in theirs)]
    known = [*ours, *(each for peer in beside for each in quantities(peer))]
    right = [q for q in theirs if not any(_equal(q, other) for other in known)]
    alone = len(left) == len(right) == 1
    pairs = sorted(
        ((_near(a, b, alone=alone), i, j) for i, a in enumerate(left) for j, b in enumerate(right)),
        key=lambda pair: (-pair[0], pair[1:]),
    )
    for score, i, j in pairs:
        if score > 0 and left[i] in ours and right[j] in theirs:
            yield "number", left[i].passage, right[j].passage
            ours = tuple(q for q in ours if q is not left[i])
            theirs = [q for q in theirs if q is not right[j]]
    yield from _vaguer(left, ours, others, turned=False)
    yield from _vaguer(right, theirs, [one], turned=True)


def _vaguer(
    exact: Sequence[Quantity], free: Sequence[Quantity], others: Sequence[Parsed], *, turned: bool
) -> Iterator[tuple[Literal["generalised"], Passage, Passage]]:
    """Figures without a counterpart whose things the other side counts in vague words."""
    loose = [
        _quantity(other, match, None, None, "")
        for other in others
        for match in _VAGUE.finditer(other.sentence.text)
    ]
    for figure in (q for q in exact if q in free):
        told = next((other for other in loose if figure.unit & other.unit), None)
        if told:
            pair = figure.passage, told.passage
            yield "generalised", *(pair[::-1] if turned else pair)


def _near(a: Quantity, b: Quantity, *, alone: bool) -> float:
    """How surely two figures count one thing; 0 where they do not."""
    if a.unit & b.unit:
        return 1 + len(a.unit & b.unit)
    kin = bond(a.noun, b.noun).likeness
    same = stem(a.governor) == stem(b.governor) != ""
    if kin >= 0.5 and (same or alone):
        return kin
    return 0.3 if same and alone and a.bound == b.bound else 0.0


def _equal(a: Quantity, b: Quantity) -> bool:
    return a.value == b.value and a.bound * b.bound != -1
