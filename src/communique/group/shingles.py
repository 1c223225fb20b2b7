"""Near copies by their shingles, wherever and whenever they were carried (MinHash).

Only to find candidates: which of them are copies is decided by their words.
"""

from collections.abc import Sequence

import numpy as np
from rensa import RMinHash

WORDS = 3
"""Words a shingle."""
BANDS, ROWS = 42, 3
"""Two reports meet if a band of rows agrees: nearly always where half of their shingles are
shared, two times in three at three tenths, hardly ever at a fiftieth."""
_SEED = 1
Sketch = np.ndarray
"""One number a band, 64 bits."""


def sketch(words: Sequence[str]) -> Sketch:
    """The bands of a text, given as its words in order; of the same words always the same."""
    runs = [" ".join(words[at : at + WORDS]) for at in range(max(1, len(words) - WORDS + 1))]
    signer = RMinHash(num_perm=BANDS * ROWS, seed=_SEED)
    signer.update(runs)
    rows = np.array(signer.digest(), dtype=np.uint64).reshape(BANDS, ROWS)
    mixed = np.arange(BANDS, dtype=np.uint64)
    for row in rows.T:
        mixed = (mixed * np.uint64(0x9E3779B97F4A7C15) + row) ^ (mixed >> np.uint64(29))
    return mixed


def meeting(sketches: Sequence[Sketch], widest: int) -> tuple[np.ndarray, np.ndarray]:
    """Numbers i < j of the texts that share a band.

    Of a band that more than `widest` share, each meets the next alone: as chains they still reach
    one another.
    """
    if not sketches:
        return np.zeros(0, dtype=int), np.zeros(0, dtype=int)
    table = np.stack(sketches)
    pairs = [_shared(table[:, band], widest) for band in range(table.shape[1])]
    left, right = (np.concatenate(side) for side in zip(*pairs, strict=True))
    return left, right


def _shared(column: np.ndarray, widest: int) -> tuple[np.ndarray, np.ndarray]:
    order = np.argsort(column, kind="stable")
    values = column[order]
    starts = np.flatnonzero(np.r_[True, values[1:] != values[:-1]])
    ends = np.r_[starts[1:], len(values)]
    two = starts[ends - starts == 2]
    left, right = [order[two]], [order[two + 1]]
    several = ends - starts > 2
    for start, end in zip(starts[several], ends[several], strict=True):
        members = order[start:end]
        if len(members) > widest:
            left.append(members[:-1])
            right.append(members[1:])
        else:
            a, b = np.triu_indices(len(members), 1)
            left.append(members[a])
            right.append(members[b])
    return np.concatenate(left), np.concatenate(right)
