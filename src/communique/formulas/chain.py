"""The best run of words that two strings share in order, a few words changed in between."""

from collections.abc import Mapping
from dataclasses import dataclass

EDIT_COST = 4.0
"""What a word that is changed, left out or added takes from the weight of a run, in nats."""
GAP = 2
"""Most words changed at one place."""


@dataclass(frozen=True, slots=True)
class Run:
    """Shared words: their places in the one string and in the other, and their weight.

    `inner` counts the words changed between the first and the last.
    """

    here: tuple[int, ...]
    there: tuple[int, ...]
    weight: float
    inner: int


def best_run(
    here: str, there: str, weights: Mapping[str, float] | None = None, cost: float = EDIT_COST
) -> Run | None:
    """The heaviest run that both strings have, less the `cost` of each edit.

    None where they share nothing. Every letter weighs 1 where no `weights` are given; one without
    weight may stand within a run but never at its ends.
    """
    matches = [
        (i, j, 1.0 if weights is None else weights.get(letter, 0.0))
        for i, letter in enumerate(here)
        for j in _places(there, letter)
    ]
    best: list[tuple[float, int, int]] = []  # net, edits, the match before
    for at, (i, j, weight) in enumerate(matches):
        net, edits, before = weight, 0, -1
        for earlier in range(at - 1, -1, -1):
            gap_i, gap_j = i - matches[earlier][0] - 1, j - matches[earlier][1] - 1
            if gap_i > GAP:
                break
            if gap_i < 0 or not 0 <= gap_j <= GAP:
                continue
            changed = max(gap_i, gap_j)
            reached = best[earlier][0] + weight - cost * changed
            if reached > net:
                net, edits, before = reached, best[earlier][1] + changed, earlier
        best.append((net, edits, before))
    if not best:
        return None
    at = max(range(len(best)), key=lambda number: (best[number][0], -number))
    net, edits, _ = best[at]
    path = []
    step = at
    while step >= 0:
        path.append(step)
        step = best[step][2]
    path.reverse()
    return Run(
        here=tuple(matches[each][0] for each in path),
        there=tuple(matches[each][1] for each in path),
        weight=net + cost * edits,
        inner=edits,
    )


def _places(text: str, letter: str) -> list[int]:
    found, at = [], text.find(letter)
    while at >= 0:
        found.append(at)
        at = text.find(letter, at + 1)
    return found
