"""Which reports that stand may tell what a new one tells, by the keys that they share."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from math import log

from sqlalchemy import Connection, bindparam, select

from communique.group.keys import BAND_REACH, MOST, NAME_REACH, UNDATED, Keys, keys
from communique.register.dialect import sharing_key
from communique.register.schema import ASSERTED, assertions
from communique.types.text import Report

NEAREST = 20
"""Most reports that are looked at beside a new one, the nearest first."""
_LAST_DAY = 10_000_000
_BATCH = 60


def nearby(
    connection: Connection, reports: Iterable[Report], among: Collection[str]
) -> frozenset[str]:
    """The ids of those reports of `among` that share the rarest keys with each of `reports`.

    What is looked up for a report does not grow with the register.
    """
    seen: dict[tuple[int, int, int], tuple[int, ...]] = {}
    found = set[str]()
    for report in reports:
        found.update(_nearest(connection, _ranked(connection, keys(report), seen), among))
    return frozenset(found)


def _nearest(connection: Connection, ranked: list[int], among: Collection[str]) -> list[str]:
    """The ids of the first of these assertions that stand and are of `among`.

    Others that are new too, or that were withdrawn, take no place from them.
    """
    found: list[str] = []
    for start in range(0, len(ranked), _BATCH):
        some = ranked[start : start + _BATCH]
        rows = connection.execute(_REPORTS, {"numbers": some})
        ids = {row.seq: row.record_id for row in rows}
        found += [ids[one] for one in some if ids.get(one) in among]
        if len(found) >= NEAREST:
            break
    return found[:NEAREST]


def _ranked(
    connection: Connection, found: Keys, seen: dict[tuple[int, int, int], tuple[int, ...]]
) -> list[int]:
    """The numbers of the assertions that share a key with a report of these, the nearest first.

    A key weighs the more the fewer have it, and nothing where more than `MOST` do. The report's
    own assertion is among them.
    """
    weights: defaultdict[int, float] = defaultdict(float)
    for wanted, reach in ((found.names, NAME_REACH), (found.bands, BAND_REACH)):
        spans = list(_spans(found.days, reach))
        for key in wanted:
            sharing = set[int]()
            for first, last in spans:
                at = (key, first, last)
                if at not in seen:
                    seen[at] = sharing_key(connection, *at, MOST + 1)
                sharing.update(seen[at])
            for each in sharing if len(sharing) <= MOST else ():
                weights[each] += log((MOST + 1) / len(sharing))
    return sorted(weights, key=lambda one: (-weights[one], one))


def _spans(days: Collection[int], reach: int) -> Iterator[tuple[int, int]]:
    """The days within reach: those around each of `days`, and undated; all for an undated one."""
    if UNDATED in days:
        yield UNDATED, _LAST_DAY
        return
    yield UNDATED, UNDATED
    for day in days:
        yield day - reach, day + reach


_REPORTS = select(assertions.c.seq, assertions.c.record_id).where(
    assertions.c.seq.in_(bindparam("numbers", expanding=True)), ASSERTED
)
