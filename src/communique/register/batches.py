"""Records of many ids at once, for what looks through a good part of the register."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import bindparam, func, select

from communique.merge.persons import rewrite_findings, rewrite_position, rewrite_statement
from communique.pipeline.codec import Kind, decode
from communique.register.dialect import actor_states
from communique.register.reading import BATCH, R, Records
from communique.register.schema import ASSERTED, assertions, pages, sightings
from communique.types.coverage import Coverage
from communique.types.parties import Actor, Mention
from communique.types.record import Findings, Statement
from communique.types.standing import Position


class Batches(Records):
    """The records, and many of them at once; fetched some at a time."""

    def actor_states(self) -> Mapping[str, str]:
        """The state (alpha-3) of every actor that has one, by id."""
        return {row[0]: row[1] for row in self._connection.execute(actor_states())}

    def actors_by_id(self, actor_ids: Iterable[str]) -> Iterator[Actor]:
        """The actors of these ids that there are, with the evidence of one report alone."""
        for batch in _batched(actor_ids):
            rows = self._connection.scalars(_ONE_EACH, {"ids": batch})
            yield from (decode(Actor, row) for row in rows)

    def coverages_by_id(self, coverage_ids: Iterable[str]) -> Iterator[Coverage]:
        """The coverages of these ids that there are, in their order."""
        for batch in _batched(coverage_ids):
            rows = self._connection.scalars(_BY_ID, {"kind": "coverage", "ids": batch})
            found = {each.id: each for each in (decode(Coverage, row) for row in rows)}
            yield from (found[one] for one in batch if one in found)

    def statements_in(self, report_ids: Iterable[str]) -> Iterator[Statement]:
        """What is said in these reports, in the order of each page."""
        same = self.folding()
        told = self._told_in("statement", Statement, report_ids)
        return (rewrite_statement(each, same) for each in told)

    def mentions_in(self, report_ids: Iterable[str]) -> Mapping[str, tuple[Mention, ...]]:
        """The words that name parties, by report."""
        same = self.folding()
        found: dict[str, tuple[Mention, ...]] = defaultdict(tuple)
        for each in self._told_in("mentions", Findings, report_ids):
            found[each.report_id] += rewrite_findings(each, same).mentions
        return found

    def positions_in(self, report_ids: Iterable[str]) -> Iterator[Position]:
        """The positions and commitments told in these reports, in the order of each page."""
        same = self.folding()
        told = self._told_in("position", Position, report_ids)
        return (rewrite_position(each, same) for each in told)

    def pages_named(self, page_ids: Iterable[str]) -> Mapping[str, tuple[str, str | None]]:
        """By page the first name that it was read under, and its web address where it has one."""
        found: dict[str, tuple[str, str | None]] = {}
        for batch in _batched(page_ids):
            for row in self._connection.execute(_NAMED, {"ids": batch}):
                found[row[0]] = (row[1], row[2])
        return found

    def _told_in(self, kind: Kind, wanted: type[R], report_ids: Iterable[str]) -> Iterator[R]:
        for batch in _batched(report_ids):
            rows = self._connection.scalars(_TOLD_IN, {"kind": kind, "ids": batch})
            yield from (decode(wanted, row) for row in rows)


def _batched(ids: Iterable[str]) -> Iterator[Sequence[str]]:
    wanted = list(dict.fromkeys(ids))
    return (wanted[start : start + BATCH] for start in range(0, len(wanted), BATCH))


_BY_ID = select(assertions.c.record).where(
    assertions.c.kind == bindparam("kind"),
    assertions.c.record_id.in_(bindparam("ids", expanding=True)),
    ASSERTED,
)

_ONE_EACH = select(assertions.c.record).where(
    assertions.c.seq.in_(
        select(func.min(assertions.c.seq))
        .where(
            assertions.c.kind == "actor",
            assertions.c.record_id.in_(bindparam("ids", expanding=True)),
            ASSERTED,
        )
        .group_by(assertions.c.record_id)
    )
)

_TOLD_IN = (
    select(assertions.c.record)
    .where(
        assertions.c.subject.in_(bindparam("ids", expanding=True)),
        assertions.c.kind == bindparam("kind"),
        ASSERTED,
    )
    .order_by(assertions.c.subject, assertions.c.place, assertions.c.record_id)
)

_NAMED = (
    select(pages.c.id, func.min(sightings.c.name), pages.c.address)
    .join(sightings, sightings.c.page_id == pages.c.id)
    .where(pages.c.id.in_(bindparam("ids", expanding=True)))
    .group_by(pages.c.id, pages.c.address)
)
