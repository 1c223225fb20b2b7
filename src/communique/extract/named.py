"""The recogniser's names in a report: read once, for all who ask.

The language model is by far the dearest step of reading a report, so its body and captions go
through it together, and every name is given with its place in the page.
"""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from communique.models.language import Name, language_model
from communique.types.text import Passage, Report

_BETWEEN = "\n\n"


@dataclass(frozen=True, kw_only=True)
class Named:
    """A report's passages as one text, blank lines between them, with the names found in it.

    Offsets of `names` are into `text`; `passage` leads back to the page. Nothing is run before
    `names` is first asked for.
    """

    passages: tuple[Passage, ...]

    @cached_property
    def text(self) -> str:
        """The passages' words."""
        return _BETWEEN.join(passage.text for passage in self.passages)

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """The names the recogniser finds in `text`, in order."""
        return language_model().names(self.text)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        starts, at = [], 0
        for passage in self.passages:
            starts.append(at)
            at += len(passage.text) + len(_BETWEEN)
        return tuple(starts)

    def passage(self, start: int, end: int) -> Passage:
        """The words at `start:end` of `text`, with their place in the page."""
        which = bisect_right(self._starts, start) - 1
        base = self._starts[which]
        return self.passages[which].inner(start - base, end - base)


def named(report: Report) -> Named:
    """The body and captions of a report, to be read for names when they are asked for."""
    return Named(passages=(*report.paragraphs, *report.captions))
