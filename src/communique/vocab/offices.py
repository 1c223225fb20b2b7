"""Titles of offices and the institutions that bear them (`data/offices.csv`).

Who held an office, and when, is in `holders.py`.
"""

import re
from collections.abc import Mapping
from functools import cache

from communique.vocab.tables import read_table
from communique.vocab.wordtrie import any_of

COMPARED = ("counterpart", "host", "guest", "visitor", "colleague", "opposite number")
"""Words for one who holds an office like another's ("his Azerbaijani counterpart")."""

ROYAL = ("king", "queen", "emperor", "emir", "amir", "sultan", "pope", "patriarch", "crown prince")
"""Titles whose holder is named by one word and perhaps a numeral ("King Felipe VI")."""


@cache
def _parts(part: str) -> Mapping[str, str]:
    return {row["words"]: row["office"] for row in read_table("offices.csv") if row["part"] == part}


@cache
def title_pattern() -> re.Pattern[str]:
    """A pattern for a title as written, in any case: "First Deputy Minister of Health".

    The group `head` is the word that carries the office ("Minister").
    """
    port = rf"(?:{any_of(_parts('portfolio'))})\b"
    ports = rf"{port}(?:(?:\s+|,\s+|\s+and\s+|,\s+and\s+|\s+&\s+){port})*"
    modifier = rf"(?:(?:{any_of(_parts('modifier'))})[\s-]+)"
    head = rf"(?P<head>(?:{any_of(_parts('head'))}))(?P<plural>s?)\b"
    institution = rf"(?:(?:{any_of(_parts('institution'))})\s+)?"
    return re.compile(
        rf"\b{modifier}*{institution}(?:{ports}\s+)?{modifier}*{head}"
        rf"(?:(?:\s+(?:of|for)\s+(?:the\s+)?|,\s+|\s+and\s+|,\s+and\s+){ports})?",
        re.IGNORECASE,
    )


@cache
def institution_pattern() -> re.Pattern[str]:
    """A pattern for a ministry or like body: "Ministry of Health", "foreign ministry"."""
    port = rf"(?:{any_of(_parts('portfolio'))})\b"
    ports = rf"{port}(?:(?:\s+|,\s+|\s+and\s+|,\s+and\s+){port})*"
    return re.compile(
        rf"\b(?:{any_of(_parts('institution'))}"
        rf"|[Mm]inistry\s+(?:of|for)\s+(?:the\s+)?{ports}|{ports}\s+[Mm]inistry)\b",
        re.IGNORECASE,
    )


def institution_name(words: str) -> str:
    """The usual name of an institution: "ministry of foreign affairs" is the Foreign Ministry.

    >>> institution_name("Ministry of External Affairs")
    'Foreign Ministry'
    """
    usual = _parts("institution").get(" ".join(words.lower().split()))
    return usual or " ".join(words.split())


def office_of(title: str) -> str | None:
    """The class of office a title names: head_of_state, foreign_minister, minister, ...

    >>> office_of("Foreign Minister")
    'foreign_minister'
    """
    match = title_pattern().search(title)
    if match is None:
        return None
    heads = _parts("head")
    words = " ".join(match.group().lower().split())
    longest = max(
        (h for h in heads if h in words and re.search(rf"\b{re.escape(h)}s?\b", words)),
        key=len,
        default=match["head"].lower(),
    )
    return heads.get(longest)
