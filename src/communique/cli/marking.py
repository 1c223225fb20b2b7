"""Marks set into a page's text: numbered brackets everywhere, colours on a terminal."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.text import Text

from communique.export.plain import printable
from communique.types.text import Span

SPEAKERS = ("cyan", "magenta", "green", "yellow", "blue", "red")
"""Styles of speakers, in the order in which they are first heard."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A stretch of the page to be marked; without a tag it is only coloured."""

    span: Span
    tag: str
    style: str


def marked(text: str, marks: Iterable[Mark]) -> Text:
    """`text` with ⟦TAG ...⟧ around the span of every mark; spans may nest and cross."""
    ordered = sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end))
    cuts = {0, len(text)} | {at for mark in ordered for at in (mark.span.start, mark.span.end)}
    edges = sorted(cuts)
    result, open_marks = Text(), list[Mark]()
    for start, end in zip(edges, [*edges[1:], len(text)], strict=True):
        for mark in reversed([each for each in open_marks if each.span.end == start]):
            _bracket(result, mark, "⟧")
        opening = [mark for mark in ordered if mark.span.start == start]
        open_marks = [each for each in open_marks if each.span.end > start] + opening
        for mark in opening:
            _bracket(result, mark, f"⟦{mark.tag} ")
        style = " ".join(mark.style for mark in open_marks)
        result.append(printable(text[start:end]), style=style)
    return result


def _bracket(result: Text, mark: Mark, bracket: str) -> None:
    if mark.tag:
        result.append(bracket, style="bold")


def styles(speakers: Sequence[str]) -> dict[str, str]:
    """A style for each speaker, by turns."""
    distinct = dict.fromkeys(speakers)
    return {name: SPEAKERS[place % len(SPEAKERS)] for place, name in enumerate(distinct)}
