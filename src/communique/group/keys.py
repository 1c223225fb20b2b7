"""The keys by which a store finds again, among many reports, those that may be one happening.

Two reports are worth comparing (see likeness) where they share a rare name and are dated within
`NAME_REACH` of each other, or share a band of shingles within `BAND_REACH`; an undated report is
within reach of all.
"""

from dataclasses import dataclass
from hashlib import blake2b

from communique.group.features import features
from communique.group.likeness import DAYS, RARE_NAME, REPOSTED
from communique.types.text import Report

NAME_REACH, BAND_REACH = DAYS, REPOSTED
"""Days that two reports may lie apart for a shared name, or a shared band, to bring them together.
"""
MOST = RARE_NAME
"""Of a key that more reports within reach have, nothing follows."""
UNDATED = 0
"""Stands for the day of a report that has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """A report's keys as signed 64-bit numbers, and its days as proleptic ordinals.

    `names` stand for its capitalised words, whatever their case (for all its words, where it has
    no names), `bands` for its shingles.
    """

    days: tuple[int, ...]
    names: tuple[int, ...]
    bands: tuple[int, ...]

    @property
    def dated(self) -> tuple[tuple[int, int], ...]:
        """Every key with every day, each pair once."""
        return tuple(sorted({(key, day) for key in self.names + self.bands for day in self.days}))


def keys(report: Report) -> Keys:
    """The keys of `report`, each once, in order; of the same text always the same."""
    read = features(report)
    names = {name.lower() for name in read.names or read.words}
    return Keys(
        days=tuple(sorted(day.toordinal() for day in read.days)) or (UNDATED,),
        names=tuple(sorted(map(_number, names))),
        bands=tuple(sorted({int(band) for band in read.sketch.view("int64")})),
    )


def _number(name: str) -> int:
    digest = blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
