"""Keep, among the lines of one story, the contiguous run that reads most like prose."""

from collections.abc import Sequence
from dataclasses import replace

from communique.clean.furniture import furniture
from communique.clean.prose import prose_score
from communique.types.text import Line

BARRIER_EARLY = -10.0
BARRIER_LATE = -14.0
LATE = 8
"""After this many lines of prose a barrier ("Related", "Comments") weighs more."""
PHRASE = -1.5
REPEAT = -0.1
MARKED = -0.3
RUN = 5
RUN_COST = -0.3
_TOP = frozenset(("h1", "h2"))
_LISTS = frozenset(("li", "td", "th", "pre", "dd", "dt"))
"""From the RUN-th line without prose in a row on, each costs this much more."""


def select_body(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Relabel body lines outside the best run as furniture. Maximum-sum run (Kadane), linear.

    The blocks of an HTML page were chosen by the extractor already: there only what stands before
    the headline, and wordless ends, are taken off.
    """
    if any(line.tag != "line" for line in lines):
        start, end = _trimmed(lines)
    else:
        start, end = best_run(line_scores(lines))
    return tuple(
        line if line.label != "body" or start <= at < end else replace(line, label="furniture")
        for at, line in enumerate(lines)
    )


def _trimmed(lines: Sequence[Line]) -> tuple[int, int]:
    headings = [
        at
        for at, line in enumerate(lines)
        if line.label in ("headline", "repeat") and line.tag in _TOP
    ]
    start = headings[0] if headings else 0
    body = [at for at, line in enumerate(lines) if line.label == "body" and at >= start]
    while body and lines[body[0]].tag not in _LISTS and prose_score(lines[body[0]].text) < 0:
        body.pop(0)
    while body and lines[body[-1]].tag not in _LISTS and prose_score(lines[body[-1]].text) < 0:
        body.pop()
    return (body[0], body[-1] + 1) if body else (0, 0)


def line_scores(lines: Sequence[Line]) -> list[float]:
    """One score a line: prose above zero, furniture below, longer gaps dearer."""
    scores: list[float] = []
    gap = prose = 0
    for line in lines:
        score = _score(line, late=prose >= LATE)
        prose += score > 1
        gap = gap + 1 if score <= REPEAT else 0
        scores.append(score + RUN_COST if gap > RUN else score)
    return scores


def _score(line: Line, *, late: bool) -> float:
    if line.label == "body":
        return prose_score(line.text)
    if line.label == "furniture":
        if furniture(line.text) == "barrier":
            return BARRIER_LATE if late else BARRIER_EARLY
        return PHRASE
    if line.label in ("repeat", "gallery"):
        return REPEAT
    return MARKED


def best_run(scores: Sequence[float]) -> tuple[int, int]:
    """The half-open range with the greatest sum; empty (0, 0) where no score is above zero."""
    best, found = 0.0, (0, 0)
    total, start = 0.0, 0
    for at, score in enumerate(scores):
        if total <= 0:
            total, start = 0.0, at
        total += score
        if total > best:
            best, found = total, (start, at + 1)
    return found
