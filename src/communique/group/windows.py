"""Which reports are looked at together: all of a small batch, else those of the same fortnight.

A word is rare or common within a window, so that the name of the day's visitor finds her reports
though a year's reports name her a thousand times.
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

import numpy as np

SMALL = 3000
"""Reports that are looked at all together; as many undated ones are looked at in every window."""
STEP = 7
"""Days between the windows' starts. Each is two steps long, so that any two reports that lie no
further apart share one."""
Numbers = np.ndarray
"""Numbers of reports, ascending."""


def windows(days: Sequence[Collection[date]]) -> Iterator[Numbers]:
    """The windows over reports with these `days`, each report by its place in the sequence.

    Reports without a day are in all windows if they are few; else in one of their own.
    """
    if len(days) <= SMALL:
        yield np.arange(len(days))
        return
    undated = [number for number, each in enumerate(days) if not each]
    held: dict[int, set[int]] = {}
    for number, each in enumerate(days):
        for day in each:
            start = day.toordinal() // STEP
            held.setdefault(start, set()).add(number)
            held.setdefault(start - 1, set()).add(number)
    beside = undated if len(undated) <= SMALL else []
    for _, members in sorted(held.items()):
        yield np.array(sorted({*members, *beside}))
    yield np.array(undated, dtype=int)
