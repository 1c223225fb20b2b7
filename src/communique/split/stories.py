"""Where one story of a text page ends and the next begins.

A border is rare, and a page of many subheadings must not be cut, so it takes hard signs: a run of
the story's headline again (a gallery closes it) before names that are new, with a headline for
what follows in front or, repeated, behind; or a new headline with a dateline, a stamp or a byline
of its own, in front of whole paragraphs.
"""

import re
from collections import Counter
from collections.abc import Sequence, Set

from communique.split.datelines import find_dateline
from communique.split.headlines import headline_like, is_prose, overlap, words_of
from communique.types.text import Line

LEAST_PROSE = 2
"""Paragraphs that a story has at least."""
PARAGRAPH_WORDS = 12
GALLERY = 2
"""This many copies of one headline-like line, known from the story, are a gallery."""
WINDOW = 4
REACH = 300
"""How many lines behind a border its story's headline may be repeated."""
FRESH_OVERLAP = 0.4
CARRIED = 0.35
"""Where more than this share of the names that follow was named before, the story goes on."""
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
    prose = [
        at
        for at, line in enumerate(lines)
        if is_prose(line) and len(line.text.split()) >= PARAGRAPH_WORDS
    ]
    borders = [0]
    own: set[str] = set()
    known = since = 0
    for k in range(1, len(prose)):
        since += 1
        own.update(line.text for line in lines[known : prose[k - 1] + 1])
        known = prose[k - 1] + 1
        enough = since >= LEAST_PROSE and len(prose) - k >= LEAST_PROSE
        if enough and _border(lines, prose, k, borders[-1], own):
            known = _first_line(lines, prose[k - 1], prose[k], own)
            borders.append(known)
            own, since = set(), 0
    return tuple(
        tuple(lines[a:b]) for a, b in zip(borders, [*borders[1:], len(lines)], strict=True)
    )


def _border(lines: Sequence[Line], prose: Sequence[int], k: int, story: int, own: Set[str]) -> bool:
    """Whether a story begins with the k-th paragraph.

    `story` is where the present one began, `own` are its lines so far.
    """
    gap = lines[prose[k - 1] + 1 : prose[k]]
    copies = Counter(line.text for line in gap if line.text in own and headline_like(line))
    gallery = max(copies.values(), default=0) >= GALLERY
    signed = any(line.label in ("stamp", "byline") for line in gap)
    dated = find_dateline(lines[prose[k]].text) is not None
    if not (gallery or signed or dated):
        return False
    before = [lines[at] for at in prose[max(0, k - 2 * WINDOW) : k] if at >= story]
    ahead = [lines[at] for at in prose[k : k + WINDOW]]
    told, follows = words_of(before), words_of(ahead)
    fresh = any(_fits(line, own, told, follows) for line in gap)
    if dated and fresh:
        return True
    if _carried(before, ahead) > CARRIED:
        return False
    if gallery:
        return fresh or _headline_behind(lines, prose, k, own)
    return signed and fresh and _whole(prose, k)


def _fits(line: Line, own: Set[str], before: Set[str], ahead: Set[str]) -> bool:
    """Whether a line is a headline of what follows and not of what stands before."""
    return (
        headline_like(line)
        and line.text not in own
        and overlap(line.text, ahead) >= max(FRESH_OVERLAP, 1.2 * overlap(line.text, before))
    )


def _headline_behind(lines: Sequence[Line], prose: Sequence[int], k: int, own: Set[str]) -> bool:
    """Whether a line that is repeated further on fits what follows the border."""
    ahead = words_of([lines[at] for at in prose[k : k + 2 * WINDOW]])
    before = words_of([lines[at] for at in prose[max(0, k - 2 * WINDOW) : k]])
    behind = [line for line in lines[prose[k] : prose[k] + REACH] if headline_like(line)]
    times = Counter(line.text for line in behind)
    return any(times[line.text] > 1 and _fits(line, own, before, ahead) for line in behind)


def _whole(prose: Sequence[int], k: int) -> bool:
    """Whether the paragraphs ahead follow each other; teasers of other pages stand apart."""
    ahead = prose[k : k + LEAST_PROSE + 1]
    return len(ahead) > LEAST_PROSE and ahead[-1] - ahead[0] <= len(ahead)


def _carried(before: Sequence[Line], ahead: Sequence[Line]) -> float:
    """The share of the names ahead that were named before."""
    known, new = _names(before), _names(ahead)
    return len(known & new) / len(new) if new else 1.0


def _names(lines: Sequence[Line]) -> set[str]:
    return {
        name for line in lines for name in _NAME.findall(line.text) if name.lower() not in _OPENERS
    }


def _first_line(lines: Sequence[Line], last: int, first: int, own: Set[str]) -> int:
    """Where the new story's lines begin: behind the last line that belongs to the old story."""
    begin = last + 1
    for at in range(last + 1, first):
        line = lines[at]
        if line.text in own or line.label in ("gallery", "editor", "furniture"):
            begin = at + 1
    return begin
