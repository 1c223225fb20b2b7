"""From scores over pieces to attributions over the text."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from communique.models.attribution.windows import Window
from communique.types.text import Span

CueKind = Literal["say", "view", "will", "show"]
KINDS: tuple[CueKind, ...] = ("say", "view", "will", "show")
Scores = Mapping[str, np.ndarray]
"""By head, of one window of n pieces: cue, source, content, inner (n, 3) as outside, first and
inside; kind (n, 4); owner, inner_owner, speaker (n, n) as from and to."""
Run = tuple[int, int]
"""A stretch of pieces, end exclusive."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """Least probabilities of a piece to be in a cue, a source, a content."""

    cue: float = 0.4
    source: float = 0.4
    content: float = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who said (thought, wanted, showed) what: places in the text, and how sure the tagger is.

    `score` is the mean probability of the cue's pieces.
    """

    source: Span | None
    cue: Span
    content: tuple[Span, ...]
    kind: CueKind
    score: float


def attributions_of(window: Window, scores: Scores, least: Thresholds) -> Iterator[Attribution]:
    """The attributions whose cue stands in the fresh part of a window."""
    cues = _runs(scores["cue"], window, least.cue)
    sources = dict(_runs(scores["source"], window, least.source))
    certain = 1 - _softmax(scores["cue"])[:, 0]
    owned: dict[Run, list[Run]] = {}
    for tags, links in (("content", "owner"), ("inner", "inner_owner")):
        for run in _runs(scores[tags], window, least.content):
            if cue := _cue_of(scores[links][slice(*run)].mean(axis=0), run, cues, window):
                owned.setdefault(cue, []).append(run)
    for cue in sorted(owned):
        if cue[0] < window.fresh:
            continue
        speaker = scores["speaker"][cue[0]]
        source = max((0, *sources), key=lambda at: float(speaker[at]))
        yield Attribution(
            source=_whole(window, (source, sources[source])) if source else None,
            cue=_whole(window, cue),
            content=tuple(_whole(window, run) for run in sorted(owned[cue])),
            kind=KINDS[int(scores["kind"][slice(*cue)].sum(axis=0).argmax())],
            score=float(certain[slice(*cue)].mean()),
        )


def _cue_of(links: np.ndarray, content: Run, cues: Sequence[Run], window: Window) -> Run | None:
    """The cue a content points to, or the one piece, if no tag has found a cue there.

    None where it points to the window's first mark: its cue is not in this window.
    """
    goal = int(links.argmax())
    for start, end in cues:
        if start <= goal < end:
            return start, end
    if goal == 0 or window.pieces.spans[goal] is None or content[0] <= goal < content[1]:
        return None
    return goal, goal + 1


def _runs(scores: np.ndarray, window: Window, least: float) -> list[Run]:
    """Runs of pieces that are in rather than out; a likely first piece opens a new one."""
    chances = _softmax(scores)
    inside = 1 - chances[:, 0] >= least
    runs: list[Run] = []
    start: int | None = None
    for at, span in enumerate(window.pieces.spans):
        held = inside[at] and span is not None
        if start is not None and (not held or chances[at, 1] > chances[at, 2]):
            runs.append((start, at))
            start = None
        if held and start is None:
            start = at
    return runs if start is None else [*runs, (start, len(window.pieces.spans))]


def _whole(window: Window, run: Run) -> Span:
    """A run of pieces as a span, grown to whole words."""
    start, end = run
    words = window.pieces.words
    while words[start].startswith("##"):
        start -= 1
    while end < len(words) and words[end].startswith("##"):
        end += 1
    held = [span for span in window.pieces.spans[start:end] if span]
    return Span(start=held[0].start, end=held[-1].end)


def _softmax(values: np.ndarray) -> np.ndarray:
    raised = np.exp(values - values.max(axis=-1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=-1, keepdims=True))
