"""Wordings of how far a speaker goes: modals, readiness, degrees (`data/commitment.csv`)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from communique.types.record import SpeechAct
from communique.vocab.phrases import phrase_pattern
from communique.vocab.tables import listed, read_table

Meaning = Literal["will", "duty", "chance", "wish", "more", "less"]
"""Binds the speaker; says what others ought to do; says what may be; what is hoped for; the last
two are degrees of what stands beside them."""

_BE = ("be", "am", "is", "are", "was", "were", "been")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One wording with its forms.

    `act` is what it makes of plain words of saying, None where it leaves them what they are.
    `strength` is 0 tentative, 1 plain, 2 marked or 3 strongest.
    """

    words: str
    forms: tuple[str, ...]
    meaning: Meaning
    act: SpeechAct | None
    strength: int
    negated: bool


@cache
def wordings() -> tuple[Wording, ...]:
    """All wordings of the table."""
    return tuple(
        Wording(
            words=row["words"],
            forms=tuple(form for one in _spelt(row) for form in _conjugated(one)),
            meaning=cast(Meaning, row["meaning"]),
            act=cast(SpeechAct, row["act"]) if row["act"] else None,
            strength=int(row["strength"]),
            negated=row["negated"] == "yes",
        )
        for row in read_table("commitment.csv")
    )


def _spelt(row: Mapping[str, str]) -> tuple[str, ...]:
    return (row["words"], *listed(row["forms"]))


def _conjugated(words: str) -> tuple[str, ...]:
    """`words` with each form of "be" that they may open with."""
    head, _, rest = words.partition(" ")
    return tuple(f"{form} {rest}" for form in _BE) if head == "be" else (words,)


@cache
def wording_words(*meanings: Meaning) -> str:
    """A regular expression's alternatives: the forms of the wordings of `meanings`."""
    return phrase_pattern(
        form for each in wordings() if each.meaning in meanings for form in each.forms
    )


@cache
def wording_pattern(*meanings: Meaning) -> re.Pattern[str]:
    """Any form of the wordings of `meanings`, whole words, the longest at a place."""
    return re.compile(rf"(?<!\w){wording_words(*meanings)}(?!\w)", re.IGNORECASE)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Wording], ...]:
    return tuple(
        (re.compile(phrase_pattern(each.forms), re.IGNORECASE), each) for each in wordings()
    )


def find_wording(words: str) -> Wording | None:
    """The wording that `words` ("stands firmly ready to") is a form of, if any.

    Negated ones come first, as a slot may hold "not".
    """
    found = [each for pattern, each in _patterns() if pattern.fullmatch(words)]
    return max(found, key=lambda each: each.negated, default=None)
