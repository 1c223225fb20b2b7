"""Windows with their targets, as tensors."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import torch
from corpus import KINDS, Attribution, MarkedReport
from model import LINKED, TAGGED
from tokenizers import Tokenizer
from torch import Tensor

from communique.models.attribution.windows import Window, windows_of
from communique.types.text import Span

OUTSIDE, FIRST, INSIDE = 0, 1, 2
UNJUDGED = -100
NONE_HERE = 0
"""Where a link points whose goal is not in the window: its first mark."""


@dataclass(frozen=True, slots=True)
class Example:
    """One window: its piece ids and, by the name of the head, a target a piece."""

    ids: Tensor
    targets: dict[str, Tensor]


def examples_of(reports: Iterable[MarkedReport], tokenizer: Tokenizer) -> list[Example]:
    """The windows of all reports, as the package cuts them."""
    return [
        _example(window, report.attributions)
        for report in reports
        for window in windows_of(report.passages(), tokenizer)
    ]


def _example(window: Window, attributions: Sequence[Attribution]) -> Example:
    size = len(window.pieces)
    tags = {name: [OUTSIDE] * size for name in TAGGED}
    links = {name: [UNJUDGED] * size for name in (*LINKED, "kind")}
    for each in sorted(attributions, key=_breadth, reverse=True):
        cue = _places(window, each.cue[:1])
        goal = cue[0] if cue else NONE_HERE
        if cue:
            _tag(tags["cue"], cue)
            for at in cue:
                links["kind"][at] = KINDS.index(each.kind)
        source = _places(window, each.source[:1])
        if cue:
            links["speaker"][goal] = source[0] if source else NONE_HERE
        for part in each.content:
            places = _places(window, [part])
            inner = bool(places) and tags["content"][places[0]] != OUTSIDE
            _tag(tags["inner" if inner else "content"], places)
            for at in places:
                links["inner_owner" if inner else "owner"][at] = goal
    # Sources of one clause within another: the wider gives way where the narrower begins.
    for each in sorted(attributions, key=lambda a: _length(a.source), reverse=True):
        source = _places(window, each.source[:1])
        _tag(tags["source"], source)
    return Example(
        ids=torch.tensor(window.pieces.ids),
        targets={name: torch.tensor(line) for name, line in (tags | links).items()},
    )


def _breadth(attribution: Attribution) -> int:
    return _length(attribution.content)


def _length(spans: Sequence[Span]) -> int:
    return sum(span.end - span.start for span in spans)


def _tag(line: list[int], places: Sequence[int]) -> None:
    """Tag `places`; what else stood there ends where they begin."""
    after = places[-1] + 1 if places else 0
    cut = bool(places) and line[places[0]] != OUTSIDE
    for at in places:
        line[at] = INSIDE
    if places:
        line[places[0]] = FIRST
    while cut and after < len(line) and line[after] == INSIDE:
        line[after] = OUTSIDE
        after += 1


def _places(window: Window, spans: Sequence[Span]) -> list[int]:
    return [
        at
        for at, piece in enumerate(window.pieces.spans)
        if piece is not None and any(piece.overlaps(span) for span in spans)
    ]
