"""The whole view of a register: its records, and where they came from and belong."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterator
from hashlib import blake2b
from typing import Any

from sqlalchemy import Column, Connection, Select, Table, bindparam, func, select

from communique.pipeline.codec import KINDS, decode
from communique.register.membership import coverage_of, membership
from communique.register.parties import Parties
from communique.register.records import Assertion, Hit, Run, StaleCoverage
from communique.register.schema import (
    ASSERTED,
    JUDGED,
    assertions,
    derivations,
    dones,
    evidence,
    judgement_standings,
    judgements,
    provenances,
    run_ends,
    runs,
)
from communique.register.search import search
from communique.types.provenance import Judgement, Provenance
from communique.types.text import Report


class View(Parties):
    """What stands in the register at one moment."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self._members: dict[str, str] | None = None

    def done(self, page_ids: Collection[str], plan_version: str) -> frozenset[str]:
        """Those of `page_ids` whose standing assertions come from `plan_version`."""
        wanted = {"page_ids": list(page_ids), "plan_version": plan_version}
        return frozenset(self._connection.scalars(_DONE, wanted))

    def search(self, words: str, limit: int = 20) -> tuple[Hit, ...]:
        """The reports whose headline and body hold all `words`, best first.

        "Words in double quotes" must follow one another. Anything may be typed; where nothing is
        left to search for, nothing is found.
        """
        return search(self._connection, words, limit)

    def runs(self) -> tuple[Run, ...]:
        """All runs, oldest first."""
        query = select(runs, run_ends.c.finished).outerjoin(run_ends).order_by(runs.c.started)
        return tuple(_run(row) for row in self._connection.execute(query))

    def history(self, record_id: str) -> tuple[Assertion, ...]:
        """Every assertion ever made of a record, withdrawn ones too, oldest first."""
        # Naming every kind lets the look-up go by the index on kind and record.
        named = (assertions.c.kind.in_(KINDS), assertions.c.record_id == record_id)
        query = _ASSERTIONS.where(*named)
        rows = self._connection.execute(query.order_by(assertions.c.seq))
        return tuple(_assertion(row) for row in rows)

    def citing(self, report_id: str, start: int, end: int) -> tuple[Assertion, ...]:
        """The standing assertions whose evidence overlaps the page's code points `start:end`."""
        cited = select(evidence.c.assertion).where(
            evidence.c.report_id == report_id, evidence.c.start < end, evidence.c.end > start
        )
        query = _ASSERTIONS.where(assertions.c.seq.in_(cited), ASSERTED)
        rows = self._connection.execute(query.order_by(assertions.c.place, assertions.c.seq))
        return tuple(_assertion(row) for row in rows)

    def judgements(self) -> tuple[Judgement, ...]:
        """The judgements that stand, oldest first."""
        columns = [judgements.c[name] for name in Judgement.__dataclass_fields__]
        query = select(*columns).where(JUDGED).order_by(judgements.c.seq)
        return tuple(Judgement(**row._mapping) for row in self._connection.execute(query))

    def membership(self) -> dict[str, str]:
        """The coverage id of every standing report that the judgements place."""
        if self._members is None:
            standing = self._page_of_report()
            placed = membership(self.judgements())
            self._members = {report: home for report, home in placed.items() if report in standing}
        return self._members

    def pending(self) -> Iterator[Report]:
        """The reports that no judgement places yet. Use them up before judging."""
        placed = self.membership()
        waiting = sorted(one for one in self._page_of_report() if one not in placed)
        return self.reports_by_id(waiting)

    def stale(self, version: str) -> tuple[StaleCoverage, ...]:
        """The coverages to be merged anew by the stages of `version`.

        Their members changed, or a member's page was read by another plan, or they were never
        merged by this version.
        """
        stamp = self._stamp()
        members = self._digests(version)
        query = select(derivations).where(
            derivations.c.seq.in_(_latest(derivations, derivations.c.coverage_id))
        )
        made_from = {row.coverage_id: row.digest for row in self._connection.execute(query)}
        emptied = {home: ((), "") for home in made_from if home not in members}
        return tuple(
            StaleCoverage(
                id=home, report_ids=report_ids, version=version, digest=digest, stamp=stamp
            )
            for home, (report_ids, digest) in sorted((members | emptied).items())
            if made_from.get(home) != digest
        )

    def still(self, stale: StaleCoverage) -> bool:
        """Whether the coverage is as it was when `stale` was read."""
        if self._stamp() == stale.stamp:
            return True
        _, digest = self._digests(stale.version).get(stale.id, ((), ""))
        return digest == stale.digest

    def forget(self) -> None:
        """Forget what was worked out from rows that have since been added to."""
        self._members = None
        self._folding = None

    def _stamp(self) -> tuple[int, int, int]:
        """Three numbers that stay while no page is added and nothing judged."""
        first, second, third = (
            self._connection.scalar(select(func.coalesce(func.max(table.c.seq), 0))) or 0
            for table in (judgements, judgement_standings, dones)
        )
        return first, second, third

    def _page_of_report(self) -> dict[str, str]:
        query = select(assertions.c.record_id, assertions.c.subject)
        rows = self._connection.execute(query.where(assertions.c.kind == "report", ASSERTED))
        return {row[0]: row[1] for row in rows}

    def _digests(self, version: str) -> dict[str, tuple[tuple[str, ...], str]]:
        """Every coverage's members, founder first, and the digest of what it is made from."""
        page_of = self._page_of_report()
        query = select(dones.c.page_id, dones.c.plan_version)
        rows = self._connection.execute(
            query.where(dones.c.seq.in_(_latest(dones, dones.c.page_id)))
        )
        plans = {row[0]: row[1] for row in rows}
        members = defaultdict(list)
        for report_id, home in self.membership().items():
            members[home].append(report_id)
        found = {}
        for home, report_ids in members.items():
            report_ids.sort(key=lambda one: (coverage_of(one) != home, one))
            made_from = [version, [[one, plans.get(page_of[one])] for one in report_ids]]
            digest = blake2b(json.dumps(made_from).encode(), digest_size=10).hexdigest()
            found[home] = (tuple(report_ids), digest)
        return found


def _latest(table: Table, key: Column[Any]) -> Select[Any]:
    """The number of each key's latest row."""
    return select(func.max(table.c.seq)).group_by(key)


_DONE = select(dones.c.page_id).where(
    dones.c.plan_version == bindparam("plan_version"),
    dones.c.seq.in_(
        _latest(dones, dones.c.page_id).where(
            dones.c.page_id.in_(bindparam("page_ids", expanding=True))
        )
    ),
)

_ASSERTIONS = select(
    assertions.c.id,
    assertions.c.kind,
    assertions.c.subject,
    assertions.c.record,
    provenances.c.run_id,
    provenances.c.stage,
    provenances.c.version,
    provenances.c.model,
    ASSERTED.label("stands"),
).join(provenances)


def _assertion(row: Any) -> Assertion:
    made = Provenance(run_id=row.run_id, stage=row.stage, version=row.version, model=row.model)
    return Assertion(
        id=row.id,
        kind=row.kind,
        subject=row.subject,
        record=decode(row.kind, row.record),
        provenance=made,
        stands=bool(row.stands),
    )


def _run(row: Any) -> Run:
    plan = json.loads(row.plan)
    return Run(id=row.id, started=row.started, tool=row.tool, finished=row.finished, **plan)
