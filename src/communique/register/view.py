"""The whole view of a register: its records, and where they came from and belong."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import blake2b
from typing import Any

from sqlalchemy import Column, Connection, Select, Table, bindparam, func, select, true

from communique.align.aliases import learn
from communique.group.looks import Look
from communique.pipeline.codec import KINDS, decode, encode
from communique.register.earlier import earlier
from communique.register.history import Entry, Historian, History
from communique.register.keeping import Keeping
from communique.register.membership import bridges, coverage_of, places
from communique.register.nearby import nearby
from communique.register.partly import Partly, partly
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
    pages,
    provenances,
    run_ends,
    runs,
)
from communique.register.search import search
from communique.types.aliases import Alias
from communique.types.coverage import Coverage
from communique.types.provenance import Judgement, JudgementKind, Provenance
from communique.types.text import Report


class View(Keeping):
    """What stands in the register at one moment."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self._members: dict[str, str] | None = None
        self._partly: dict[str, Partly] = {}

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

    def past(self, prefix: str) -> History:
        """The history of the page, judgement or record that `prefix` names, standing or not.

        Raises E402.
        """
        key = {"pg": pages.c.id, "jd": judgements.c.id}.get(prefix[:2], assertions.c.record_id)
        query = select(key)
        if key is assertions.c.record_id:
            query = query.where(assertions.c.kind.in_(KINDS))
        found = self._only(query, key, prefix)
        entries = Historian(self._connection, {run.id: run for run in self.runs()}).entries(found)
        own = {"pg": true(), "jd": JUDGED}.get(found[:2], ASSERTED)
        stands = bool(self._connection.scalar(query.where(key == found, own).limit(1)))
        return History(
            id=found, stands=stands, homes=self._homes(found, stands, entries), entries=entries
        )

    def _homes(self, found: str, stands: bool, entries: Sequence[Entry]) -> tuple[str, ...]:
        """Where a report is now, or what a coverage held last."""
        if found.startswith("cv-") and stands:
            return (found,)
        last = [
            set(one.record.report_ids).difference(part.report_id for part in one.record.parts)
            for one in entries
            if isinstance(one.record, Coverage)
        ][-1:]
        held = {found} if found.startswith("rp-") else next(iter(last), set())
        placed = self.membership()
        return tuple(sorted({placed[one] for one in held if one in placed}))

    def judgement(self, prefix: str) -> Judgement:
        """The judgement whose id is, or alone begins with, `prefix`, standing or not. Raises E402.

        It stands where it is among `judgements()`.
        """
        found = self._only(select(judgements.c.id), judgements.c.id, prefix)
        (row,) = self._connection.execute(_JUDGEMENTS.where(judgements.c.id == found))
        return Judgement(**row._mapping)

    def judgements(self, *kinds: JudgementKind) -> tuple[Judgement, ...]:
        """The judgements that stand, of these kinds where some are named, oldest first."""
        query = _JUDGEMENTS.where(JUDGED).order_by(judgements.c.seq)
        if kinds:
            query = query.where(judgements.c.kind.in_(kinds))
        return tuple(Judgement(**row._mapping) for row in self._connection.execute(query))

    def aliases(self) -> Iterator[Alias]:
        """The pairs of names that coverages bear or a person confirmed, the most borne first."""
        for each in learn(self.coverages(), self.judgements("one_name")):
            days = self.report_days(each.report_ids).values()
            yield replace(each, first_seen=min(days, default=None))

    def membership(self) -> dict[str, str]:
        """The coverage id of every standing report that the judgements place."""
        if self._members is None:
            standing = self._page_of_report()
            listed = self.judgements()
            placed, joined = places(listed)
            self._members = {report: home for report, home in placed.items() if report in standing}
            self._partly = partly(listed, self._members, joined)
        return self._members

    def members(self) -> dict[str, tuple[str, ...]]:
        """The reports of every coverage, founder first, the rest by id."""
        found = defaultdict(list)
        for report_id, home in self.membership().items():
            found[home].append(report_id)
        return {
            home: tuple(sorted(held, key=lambda one: (coverage_of(one) != home, one)))
            for home, held in found.items()
        }

    def partly(self) -> dict[str, Partly]:
        """What judgements of single sentences say of the coverages that they touch."""
        self.membership()
        return self._partly

    def bridges(self) -> dict[str, tuple[tuple[str, Judgement], ...]]:
        """By coverage the others that it may be one with, until a person says so or not."""
        return bridges(self.judgements(), self.membership())

    def nearby(self, reports: Iterable[Report]) -> frozenset[str]:
        """The placed reports that may tell what one of `reports` tells, by keys that they share."""
        return nearby(self._connection, reports, self.membership())

    def earlier(self, told: Iterable[tuple[Report, Look]]) -> frozenset[str]:
        """The placed reports that may tell at the time what sentences of others look back on."""
        return earlier(self._connection, told).intersection(self.membership())

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
        parted = self.partly()
        return tuple(
            StaleCoverage(
                id=home,
                report_ids=report_ids,
                version=version,
                digest=digest,
                stamp=stamp,
                partly=parted.get(home, Partly()),
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
        first, second, third = self._connection.execute(_STAMP).one()
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
        found, parted = {}, self.partly()
        for home, report_ids in self.members().items():
            part = parted.get(home, Partly())
            told = [*report_ids, *(each.report_id for each in part.parts)]
            made_from = [version, [[one, plans.get(page_of[one])] for one in told]]
            if part != Partly():
                made_from.append(encode((part.parts, part.elsewhere, part.related)).decode())
            digest = blake2b(json.dumps(made_from).encode(), digest_size=10).hexdigest()
            found[home] = (report_ids, digest)
        return found


def _latest(table: Table, key: Column[Any]) -> Select[Any]:
    """The number of each key's latest row."""
    return select(func.max(table.c.seq)).group_by(key)


_STAMP = select(
    *(
        select(func.coalesce(func.max(table.c.seq), 0)).scalar_subquery()
        for table in (judgements, judgement_standings, dones)
    )
)

_JUDGEMENTS = select(*(judgements.c[name] for name in Judgement.__dataclass_fields__))

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
