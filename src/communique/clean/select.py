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
REPEAT = -0.8
MARKED = -0.3
RUN = 5
RUN_COST = -0.3
"""From the RUN-th line without prose in a row on, each costs this much more."""

def select_body(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Relabel body lines outside the best run as furniture. Maximum-sum run (Kadane), linear.

    HTML blocks were chosen by the extractor already: there every body line is kept.
    """
    if any(line.tag != "line" for line in lines):
        return tuple(lines)
    start, end = best_run(line_scores(lines))
    return tuple(
        line
        if line.label != "body" or start <= at < end
        else replace(line, label="furniture")
        for at, line in enumerate(lines)
    )


def line_scores(lines: Sequence[Line]) -> list[float]:
    """One score a line: prose above zero, furniture below, longer gaps dearer."""
    scores: list[float] = []
    gap = prose = 0
    for line in lines:
        score = _score(line, late=prose >= LATE)
        prose += score > 1
        gap = gap + 1 if score <= 0 else 0
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
