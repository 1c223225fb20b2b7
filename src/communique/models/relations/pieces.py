"""Sentences as the reader of relations takes them: states stand as signs, whoever they are."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from communique.models.relations.labels import CHANGES
from communique.models.wordpieces import wordpieces
from communique.types.standing import Change
from communique.types.text import Span

START, END = 101, 102
ONE, OTHER, THIRD = 1, 2, 3
"""Ids of words that the encoder's vocabulary leaves unused: the states asked about, any third."""
WORDED = 10
"""The id of the word that says that patterns find the first change; the others' follow."""
BEFORE, LIMIT = 48, 120
"""Pieces that are read of each sentence before, and of the sentence itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Words at `span` of a sentence that stand for states (alpha-3 codes).

    A name gives way to the state's sign; other words ("the minister", "it") keep their place
    behind it.
    """

    span: Span
    states: tuple[str, ...]
    named: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Masked:
    """A sentence with the words in it that stand for states, in order, none overlapping."""

    text: str
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """Piece ids of what is read; `spans` are the places of the sentence's own, from `first` on."""

    ids: tuple[int, ...]
    first: int
    spans: tuple[Span, ...]


def pieces_of(
    before: Sequence[Masked],
    sentence: Masked,
    pair: tuple[str, str],
    worded: Collection[Change] = (),
) -> Pieces:
    """A sentence behind those `before` it, with the signs of a pair of states.

    `worded` are the changes between the two that patterns find in it: the first that is read.
    """
    ids = [START, *(WORDED + at for at, each in enumerate(CHANGES) if each in worded), END]
    for each in before:
        ids += [piece for piece, _ in _read(each, pair)][:BEFORE]
        ids.append(END)
    own = list(_read(sentence, pair))[:LIMIT]
    return Pieces(
        ids=(*ids, *(piece for piece, _ in own), END),
        first=len(ids),
        spans=tuple(span for _, span in own),
    )


def _read(sentence: Masked, pair: tuple[str, str]) -> Iterator[tuple[int, Span]]:
    at = 0
    for mark in sentence.marks:
        yield from _words(sentence.text, at, mark.span.start)
        yield from ((sign, mark.span) for sign in _signs(mark, pair))
        if not mark.named:
            yield from _words(sentence.text, mark.span.start, mark.span.end)
        at = mark.span.end
    yield from _words(sentence.text, at, len(sentence.text))


def _signs(mark: Mark, pair: tuple[str, str]) -> list[int]:
    signs = [sign for sign, state in zip((ONE, OTHER), pair, strict=True) if state in mark.states]
    return signs or [THIRD]


def _words(text: str, start: int, end: int) -> Iterator[tuple[int, Span]]:
    encoding = wordpieces().encode(text[start:end], add_special_tokens=False)
    for piece, (first, last) in zip(encoding.ids, encoding.offsets, strict=True):
        yield piece, Span(start=start + first, end=start + last)
