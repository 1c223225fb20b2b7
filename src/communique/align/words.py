"""The words sentences are compared by."""

import re

from communique.types.text import Span

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_STEM = 6

ARTICLES = frozenset(("a", "an", "the"))


def words(text: str) -> list[str]:
    """The words of `text` in lower case, without possessive endings and articles."""
    found = (plain(match[0]) for match in _WORD.finditer(text))
    return [word for word in found if word not in ARTICLES]


def places(text: str) -> list[tuple[str, Span]]:
    """Every word of `text` as written, articles too, and where it stands."""
    return [(m[0], Span(start=m.start(), end=m.end())) for m in _WORD.finditer(text)]


def plain(word: str) -> str:
    """A word in lower case without its possessive ending."""
    return _POSSESSIVE.sub("", word.lower())


def stem(word: str) -> str:
    """The first six letters: enough to hold "sovereign" and "sovereignty" together."""
    return plain(word)[:_STEM]
