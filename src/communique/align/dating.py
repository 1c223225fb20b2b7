"""Days and times of one thing that two versions give otherwise, or one in vaguer words."""

from collections.abc import Iterator, Sequence
from typing import Literal

from communique.align.phrases import Parsed
from communique.align.times import Time, alike, conflict, times, vaguer
from communique.align.words import stem
from communique.types.text import Passage
from communique.vocab.hypernyms import relation

Dating = tuple[Literal["date", "generalised"], Passage, Passage]
_LEAST = 0.5


def redated(one: Parsed, others: Sequence[Parsed], beside: Sequence[Parsed]) -> Iterator[Dating]:
    """Times of a sentence and of its like ones that differ, the first version's first.

    A time that the other side has too, also in the sentences `beside` that the like ones are like
    to as well, is left out, and so are those of datelines. Of the others
    each is held against the one that hangs on the likest word.
    """
    ours = _told([one])
    theirs = _told(others)
    left = [pair for pair in ours if not any(alike(pair[0], other) for other, _ in theirs)]
    known = _told([one, *beside])
    right = [pair for pair in theirs if not any(alike(pair[0], other) for other, _ in known)]
    alone = len(left) == len(right) == 1
    found = []
    for a, (time, governor) in enumerate(left):
        for b, (other, other_governor) in enumerate(right):
            kind = _kind(time, other)
            score = _near(governor, other_governor) + 0.3 * alone + 0.2 * _like(time, other)
            if kind and score >= _LEAST:
                found.append((-score, a, b, kind))
    taken: set[tuple[str, int]] = set()
    for _, a, b, kind in sorted(found):
        if not taken & {("a", a), ("b", b)}:
            taken |= {("a", a), ("b", b)}
            yield kind, left[a][0].passage, right[b][0].passage


def _told(side: Sequence[Parsed]) -> list[tuple[Time, str]]:
    return [
        (time, one.governor(time.passage))
        for one in side
        for time in times(one.sentence)
        if not one.opens(time.passage)
    ]


def _kind(one: Time, other: Time) -> Literal["date", "generalised"] | None:
    if conflict(one, other):
        return "date"
    return "generalised" if vaguer(one, other) or vaguer(other, one) else None


def _near(one: str, other: str) -> float:
    """How alike two words are on which times hang."""
    if stem(one) == stem(other):
        return 0.6
    found = relation(one, other, "v")
    return 0.5 if found == "same" else 0.4 if found else 0.25


def _like(one: Time, other: Time) -> bool:
    """Whether both are days, or both are years and so on."""
    return one.grain == other.grain and one.fields.keys() == other.fields.keys()
