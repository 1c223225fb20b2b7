"""Paragraphs cut into windows of word pieces, small enough for the encoder.

A window is `[CLS] paragraph [SEP] paragraph [SEP] ...`; its first paragraph may be one that the
window before held already, read again as context for a quotation that goes on.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from tokenizers import Tokenizer

from communique.types.text import Passage, Span

WINDOW = 254
"""Pieces a window holds, with its marks."""
CONTEXT = 80
"""A paragraph of at most so many pieces is read again before the paragraph behind it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """Word pieces: ids and words as the encoder's vocabulary has them, and where they stand.

    A piece that goes on with a word starts with "##"; the encoder's own marks stand nowhere.
    """

    ids: tuple[int, ...]
    words: tuple[str, ...]
    spans: tuple[Span | None, ...]

    def __len__(self) -> int:
        return len(self.ids)

    def __getitem__(self, part: slice) -> "Pieces":
        return Pieces(ids=self.ids[part], words=self.words[part], spans=self.spans[part])

    def __add__(self, other: "Pieces") -> "Pieces":
        return Pieces(
            ids=self.ids + other.ids,
            words=self.words + other.words,
            spans=self.spans + other.spans,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Pieces that are read at once; `fresh` is the first that no window before has held."""

    pieces: Pieces
    fresh: int

    def inputs(self) -> np.ndarray:
        """Its piece ids as the encoder takes them: int64 of shape (1, pieces)."""
        return np.array([self.pieces.ids], dtype=np.int64)


def windows_of(paragraphs: Sequence[Passage], tokenizer: Tokenizer) -> Iterator[Window]:
    """The windows of paragraphs, in order; empty paragraphs are left out."""
    first, last = _marks(tokenizer)
    held: list[Pieces] = []
    fresh = size = 1
    for part in _parts(paragraphs, tokenizer):
        if held and size + len(part) + 1 > WINDOW:
            yield _window(held, fresh, first, last)
            again = len(held[-1]) <= CONTEXT and len(held[-1]) + len(part) + 3 <= WINDOW
            held = held[-1:] if again else []
            fresh = size = 1 + sum(len(each) + 1 for each in held)
        held.append(part)
        size += len(part) + 1
    if held:
        yield _window(held, fresh, first, last)


def _marks(tokenizer: Tokenizer) -> tuple[Pieces, Pieces]:
    """The encoder's own marks of a start and an end."""
    empty = tokenizer.encode("")
    both = Pieces(ids=tuple(empty.ids), words=tuple(empty.tokens), spans=(None, None))
    return both[:1], both[1:]


def _window(parts: Sequence[Pieces], fresh: int, first: Pieces, last: Pieces) -> Window:
    whole = first
    for part in parts:
        whole = whole + part + last
    return Window(pieces=whole, fresh=fresh)


def _parts(paragraphs: Sequence[Passage], tokenizer: Tokenizer) -> Iterator[Pieces]:
    for paragraph in paragraphs:
        encoding = tokenizer.encode(paragraph.text, add_special_tokens=False)
        base = paragraph.span.start
        whole = Pieces(
            ids=tuple(encoding.ids),
            words=tuple(encoding.tokens),
            spans=tuple(
                Span(start=base + start, end=base + end) for start, end in encoding.offsets
            ),
        )
        for start, end in pairwise(_cuts(whole.words)):
            yield whole[start:end]


def _cuts(words: Sequence[str]) -> list[int]:
    """Where a paragraph too long for a window is cut: behind a sentence's end, if there is one."""
    cuts, room = [0], WINDOW - 2
    while len(words) - cuts[-1] > room:
        ends = (
            at
            for at in range(cuts[-1] + room, cuts[-1] + room // 2, -1)
            if words[at - 1] in ".?!" and words[at] not in '"”’'
        )
        cuts.append(next(ends, cuts[-1] + room))
    return [*cuts, len(words)] if words else [0]
