"""The words sentences are compared by."""

import re

from communique.types.text import Span

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_STEM = 6

ARTICLES = frozenset(("a", "an", "the"))
EMPTY = ARTICLES | frozenset(
    """of in on at to by with from for and or nor but as that than then which who whom whose what
    when where while is are was were be been being am has have had having do does did it its his
    her hers their theirs they him he them she we our us you your i my me this these those there
    here said says say told tells also will would shall should can could may might must not no so
    such so too very into onto upon over under after before between among during against about up
    out off both each all any some more most other another same own if because since until through
    per via mr mrs ms dr""".split()
)
"""Words that tell nothing by themselves."""


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
