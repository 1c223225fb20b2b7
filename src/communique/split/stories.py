"""Where one story of a text page ends and the next begins.

Between any two paragraphs there may be a border. Signs are added up: a dateline, a stamp or a
byline, a run of repeated headlines (a gallery closes a story), a new headline in front of what
follows or, repeated, behind it; names that carry on speak against. A border needs one sign other
than a new headline in front, because subheadings look like headlines.
"""

import re
from collections import Counter
from collections.abc import Sequence

from communique.split.datelines import find_dateline
from communique.split.headlines import headline_like, is_prose, overlap
from communique.types.text import Line

BORDER = 2.9
LEAST_PROSE = 2
"""Paragraphs that a story has at least."""
WINDOW = 4
FRESH_OVERLAP = 0.3
_NAME = re.compile(r"\b[A-Z][\w’'-]*[a-z]\w*|\b[A-Z]{2,}\b")
_OPENERS = frozenset(
    "the a an in on at he she it they we i his her its their this that these those there for as but"
    " and also both after before during under with when while since".split()
)


def cut_stories(lines: Sequence[Line]) -> tuple[tuple[Line, ...], ...]:
    """The lines of a page, cut into stories in order; every line is in exactly one of them.

    HTML pages are one story: their extractor has chosen it.
    """
    if any(line.tag != "line" for line in lines):
        return (tuple(lines),)
    prose = [at for at, line in enumerate(lines) if is_prose(line)]
    borders = [0]
    since = 0
    for k in range(1, len(prose)):
        since += 1
        enough = since >= LEAST_PROSE and len(prose) - k >= LEAST_PROSE
        if enough and _signs(lines, prose, k, borders[-1]) >= BORDER:
            borders.append(_first_line(lines, prose[k - 1], prose[k], borders[-1]))
            since = 0
    return tuple(
        tuple(lines[a:b]) for a, b in zip(borders, [*borders[1:], len(lines)], strict=True)
    )


def _signs(lines: Sequence[Line], prose: Sequence[int], k: int, story: int) -> float:
    """The weight of the signs for a border in front of the k-th paragraph."""
    before = [lines[at] for at in prose[:k] if at >= story]
    ahead = [lines[at] for at in prose[k : k + WINDOW]]
    gap = lines[prose[k - 1] + 1 : prose[k]]
    own = Counter(line.text for line in lines[story : prose[k - 1] + 1])
    # A copy of the headline or lede that follows in the gap belongs to the story before.
    repeats = sum(line.label in ("repeat", "gallery") for line in gap)
    structure = 0.0
    if repeats >= 2:
        structure += 1.5
    if find_dateline(ahead[0].text) and any(headline_like(line) for line in gap):
        structure += 1.5
    if any(line.label in ("stamp", "byline") for line in gap):
        structure += 1.0
    if _headline_behind(lines, prose, k, own):
        structure += 1.5
    if not structure:
        return 0.0
    fresh = any(
        headline_like(line)
        and line.text not in own
        and overlap(line.text, ahead) >= max(FRESH_OVERLAP, 1.2 * overlap(line.text, before))
        for line in gap
    )
    return structure + (1.5 if fresh else 0.0) + _estrangement(before, ahead)


def _headline_behind(
    lines: Sequence[Line], prose: Sequence[int], k: int, own: Counter[str]
) -> bool:
    """Whether a line repeated further on, and unknown so far, fits what follows the border."""
    ahead = [lines[at] for at in prose[k : k + 2 * WINDOW]]
    before = [lines[at] for at in prose[max(0, k - 2 * WINDOW) : k]]
    later = Counter(line.text for line in lines[prose[k] :] if headline_like(line))
    return any(
        times > 1
        and text not in own
        and overlap(text, ahead) >= max(0.5, 1.2 * overlap(text, before))
        for text, times in later.items()
    )


def _estrangement(before: Sequence[Line], ahead: Sequence[Line]) -> float:
    """From -2 (the names carry on) to 1.5 (nobody here was named before)."""
    known, new = _names(before), _names(ahead)
    if not new:
        return 0.0
    carried = len(known & new) / len(new)
    return 1.5 - 3.5 * min(1.0, carried / 0.7)


def _names(lines: Sequence[Line]) -> set[str]:
    return {
        name
        for line in lines
        for name in _NAME.findall(line.text)
        if name.lower() not in _OPENERS
    }


def _first_line(lines: Sequence[Line], last: int, first: int, story: int) -> int:
    """Where the new story's lines begin: behind the last line that belongs to the old story."""
    own = {line.text for line in lines[story : last + 1]}
    begin = last + 1
    for at in range(last + 1, first):
        line = lines[at]
        if line.text in own or line.label in ("gallery", "editor", "furniture"):
            begin = at + 1
    return begin
