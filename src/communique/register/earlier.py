"""Which reports that stand may tell, at the time, what a sentence looks back on."""

from collections import Counter
from collections.abc import Iterable
from heapq import nsmallest

from sqlalchemy import Connection, bindparam, select

from communique.group.keys import MOST, keys
from communique.group.lookbacks import EARLY, LATE
from communique.group.looks import Look
from communique.register.dialect import sharing_key
from communique.register.schema import ASSERTED, assertions
from communique.types.excerpts import excerpt
from communique.types.text import Report

NEAREST = 20
"""Most reports that are looked at for one time that a sentence names."""
LEAST = 2
"""Names that a sentence and a report share."""


def earlier(connection: Connection, told: Iterable[tuple[Report, Look]]) -> frozenset[str]:
    """The ids of reports dated as one of the sentences tells that share most of its rare names.

    `told` are reports with the sentences (see `looks`) that look back. What is looked up for one
    does not grow with the register.
    """
    found = set[str]()
    for report, look in told:
        names = keys(excerpt(report, (look.sentence,))).names
        for first, last in look.spans:
            sharing: Counter[int] = Counter()
            for name in names:
                at = (name, (first - EARLY).toordinal(), (last + LATE).toordinal())
                rows = sharing_key(connection, *at, MOST + 1)
                sharing.update(set(rows) if len(rows) <= MOST else ())
            several = [one for one, count in sharing.items() if count >= LEAST]
            nearest = nsmallest(NEAREST, several, key=lambda one: (-sharing[one], one))
            found.update(connection.scalars(_REPORTS, {"numbers": nearest}))
    return frozenset(found)


_REPORTS = select(assertions.c.record_id).where(
    assertions.c.seq.in_(bindparam("numbers", expanding=True)), ASSERTED
)
