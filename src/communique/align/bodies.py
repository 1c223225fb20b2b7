"""Which state a name in the text, an institution or a newsroom belongs to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from communique.vocab.offices import institution_pattern
from communique.vocab.press import Press, find_press
from communique.vocab.states import decoys, name_index, place, state

_TOKEN = re.compile(r"[^\W\d_](?:[\w'’-]|\.(?=\w))*")
_POSSESSIVE = re.compile(r"['’]s?$")
_LONGEST = 6
_CAPITALS = ("capital_metonym", "government_seat")
_WITHIN = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear)\s+(?:the\s+)?(?:[^\W\d_a-z][\w'’ -]{1,30},\s+)?$")
_AFTER_PLACE = re.compile(r"([^\W\d_a-z][\w'’-]*(?:\s[^\W\d_a-z][\w'’-]*)?),\s+$")
_OFFICE = re.compile(
    r"\b(?:presidency|presidential\s(?:press|office|administration|palace)"
    r"|press\s(?:service|office|secretary)\sof|office\sof\sthe\s(?:president|prime\sminister)"
    r"|prime\sminister['’]s\soffice|chancellery|consulate|permanent\s(?:mission|representation)"
    r"|royal\scourt)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A state named in a text: alpha-3 code, and the places where the name starts and ends.

    `as_place` tells that something is said to be there ("in Astana, Kazakhstan").
    """

    iso3: str
    start: int
    end: int
    as_place: bool


def named_states(text: str, *, seats: bool = False) -> Iterator[Named]:
    """The states that `text` names, in order; capitals and seats only where `seats` asks."""
    tokens, at = list(_TOKEN.finditer(text)), 0
    while at < len(tokens):
        start, first = tokens[at].start(), tokens[at].group()
        begins = first in _first_words() or _POSSESSIVE.sub("", first) in _first_words()
        for size in range(min(_LONGEST, len(tokens) - at), 0, -1) if begins else ():
            end = tokens[at + size - 1].end()
            phrase = " ".join(text[start:end].split())
            if phrase in decoys():
                break
            iso3 = _state_of(phrase, seats) or _state_of(phrase + ".", seats)
            if iso3:
                there = _as_place(text[:start], iso3)
                yield Named(iso3=iso3, start=start, end=end, as_place=there)
                break
        else:
            size = 1
        at += size


@cache
def _first_words() -> frozenset[str]:
    """The words that a name of a state, or a name that is none, begins with."""
    begun = map(_TOKEN.match, (*name_index(), *decoys()))
    return frozenset(match.group() for match in begun if match)


def _state_of(phrase: str, seats: bool) -> str | None:
    index = name_index()
    named = index.get(phrase) or index.get(_POSSESSIVE.sub("", phrase))
    return named[0] if named and (seats or named[1] not in _CAPITALS) else None


def _as_place(before: str, iso3: str) -> bool:
    if _WITHIN.search(before):
        return True
    town = _AFTER_PLACE.search(before)
    known = place(town[1]) if town else None
    return known is not None and known.iso3 == iso3


def is_institution(words: str) -> bool:
    """Whether `words` name a ministry, presidency, embassy, government or the like."""
    return bool(institution_pattern().search(words) or _OFFICE.search(words))


def official_state(words: str) -> str | None:
    """The state whose ministry, presidency, embassy or government `words` name, if any.

    Of two states the first counts: the embassy of one in the other. A seat of government is one
    by itself.

    >>> official_state("Embassy of Kazakhstan in China"), official_state("The Kremlin")
    ('KAZ', 'RUS')
    """
    seats = [each.iso3 for each in named_states(words, seats=True)]
    if is_institution(words):
        plain = [each.iso3 for each in named_states(words)]
        return next(iter(plain or seats), None)
    seat = name_index().get(re.sub(r"^[Tt]he\s+", "", words.strip()))
    return seat[0] if seat and seat[1] == "government_seat" else None


def newsroom(words: str) -> Press | None:
    """The agency or outlet of the table that `words` name, without what follows it."""
    return find_press(re.sub(r"^[Tt]he\s+", "", words.strip())) or find_press(words)


def is_state_media(press: Press) -> bool:
    """Whether its state runs this newsroom."""
    return press.control == "state"


def name_of(iso3: str) -> str:
    """The usual name of a state, or its code where the table has it not."""
    found = state(iso3)
    return found.name if found else iso3
