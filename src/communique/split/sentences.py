"""Sentences of a paragraph, with their places in the page.

sentencex (MIT) finds the borders. It treats whatever stands between quotation marks or brackets as
one piece, so those marks are blanked out for it, character for character, and borders are put right
afterwards: a quotation mark opens the sentence that follows it, and a continuation in lower case
("... ," he said) stays with the sentence before it.
"""

import re
from collections.abc import Iterator

from sentencex import get_sentence_boundaries

from communique.types.text import Passage

_BLANKED = str.maketrans(dict.fromkeys('"“”«»„‟[]\n', " "))
_NUMBER = re.compile(r"\s*\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})[.)]\s+")
_OPENING = "\"“«„[(‘'"
STRETCH = 20_000
"""Characters given to sentencex at a time: what it takes grows with the square of them."""
AHEAD = 200
"""How far a sentence's first letter may stand from its beginning, characters."""


def split_sentences(paragraph: Passage, skip: int = 0) -> tuple[Passage, ...]:
    """The sentences of one paragraph in order.

    The first `skip` characters (a dateline) belong to the first sentence whatever they hold.
    """
    text = paragraph.text
    starts = _starts(text, skip)
    ends = [*starts[1:], len(text)]
    pieces = (Passage.cut(text, start, end) for start, end in zip(starts, ends, strict=True))
    return tuple(
        paragraph.inner(piece.span.start, piece.span.end) for piece in pieces if piece.text
    )


def _starts(text: str, skip: int) -> list[int]:
    starts = [0]
    numbered = _NUMBER.match(text, skip)
    skip = numbered.end() if numbered else skip
    for border in _borders(text[skip:].translate(_BLANKED)):
        start = skip + border
        while start > 0 and text[start - 1] in _OPENING and not text[start - 1].isspace():
            start -= 1
        while start < len(text) and (text[start].isspace() or text[start] in "”»]"):
            start += 1
        if start > starts[-1] and start > skip and _opens(text, start):
            starts.append(start)
    return starts


def _borders(text: str) -> Iterator[int]:
    """Where sentencex begins a new sentence."""
    at = 0
    while at < len(text):
        found = [
            at + border["start_index"]
            for border in get_sentence_boundaries("en", text[at : at + STRETCH])[1:]
        ]
        yield from found
        more = at + STRETCH < len(text)
        at = found[-1] if found and more else at + STRETCH


def _opens(text: str, start: int) -> bool:
    """Whether a sentence can begin at `start`: not in lower case, not with a closing mark alone."""
    rest = text[start : start + AHEAD].lstrip(_OPENING)
    return bool(rest) and not rest[0].islower() and any(c.isalnum() for c in rest)
