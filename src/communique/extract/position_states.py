"""The states that words of a sentence name, however they name them."""

import re
from collections.abc import Iterator

from communique.extract.context import Context
from communique.extract.position_text import Parsed
from communique.extract.words import scan
from communique.vocab.states import ambiguous_names, place

_CAPITALISED = re.compile(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*")
_OF_PALESTINE = re.compile(
    r"\b(?:West Bank|East Jerusalem|Gaza Strip|Palestinian [Tt]erritor\w+)\b"
)
_HALF = re.compile(r"\b[Tt]he (North|South)\b(?! \w+ (?:Sea|Pole)\b| [A-Z])")
_SURE = 0.5
"""Least confidence of a place whose state is taken from it."""


def states_in(context: Context, sentence: Parsed, start: int, end: int) -> list[tuple[int, str]]:
    """The states named in `start:end` of a sentence, with their places, in order."""
    words = sentence.unit.words
    found = {start + hit.start: hit.iso3 for hit in scan(words[start:end]) if hit.iso3}
    for mention in sentence.mentions(start, end):
        own = words[mention.end : mention.end + 2] in ("'s", "’s")
        inside = mention.iso3 and mention.start >= start and (own or mention.kind != "person")
        if inside and not any(mention.start <= at < mention.end for at in found):
            found[mention.start] = mention.iso3[0]
    for at, iso3 in (*_placed(context, sentence, start, end), *_called(context, words, start, end)):
        found.setdefault(at, iso3)
    return sorted(found.items())


def _placed(context: Context, sentence: Parsed, start: int, end: int) -> Iterator[tuple[int, str]]:
    """The states in which the places named lie."""
    words, base = sentence.unit.words, sentence.unit.passage.span.start
    for seen in context.places:
        at = seen.passage.span.start - base
        if seen.place.country and start <= at < end and seen.confidence >= _SURE:
            yield at, seen.place.country
    for match in _CAPITALISED.finditer(words, start, end):
        row = place(match.group())
        if row and not any(m.start <= match.start() < m.end for m in sentence.unit.found):
            yield match.start(), row.iso3


def _called(context: Context, words: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """The states called by a part of them, or by a name that two have: the report tells which."""
    for match in _OF_PALESTINE.finditer(words, start, end):
        yield match.start(), "PSE"
    for match in _HALF.finditer(words, start, end):
        other, half = ("KOR", "PRK") if match[1] == "North" else ("PRK", "KOR")
        if other in context.cast.states:
            yield match.start(), half
    for name, codes in ambiguous_names().items():
        for match in re.finditer(rf"\b{name}\b", words[start:end]) if name in words else ():
            known = [one for one in codes if one in context.cast.states]
            if known or len(codes) > 1:
                yield start + match.start(), (*known, *reversed(codes))[0]
