"""The register's own rows, as an export keeps them. Only what stands; iterators stream."""

import json
from collections.abc import Iterator

from sqlalchemy import func, select

from communique.register.parties import Parties
from communique.register.queries import page_of
from communique.register.schema import (
    ASSERTED,
    JUDGED,
    assertions,
    derivations,
    dones,
    judgements,
    pages,
    provenances,
    run_ends,
    runs,
    sightings,
)
from communique.types.kept import Done, KeptAssertion, KeptJudgement, KeptPage, KeptRun, Seen
from communique.types.provenance import Judgement, Provenance


class Keeping(Parties):
    """The records, and the rows that another register can be made from."""

    def kept_runs(self) -> Iterator[KeptRun]:
        """All runs, oldest first."""
        query = select(runs, run_ends.c.finished).outerjoin(run_ends)
        for row in self._stream(query.order_by(runs.c.started, runs.c.id)):
            yield KeptRun(
                id=row.id,
                started=row.started,
                tool=row.tool,
                finished=row.finished,
                **json.loads(row.plan),
            )

    def kept_pages(self) -> Iterator[KeptPage]:
        """All pages, by id, with the names and plans they were read under."""
        for row in self._stream(select(pages).order_by(pages.c.id)):
            names = select(sightings.c.name, sightings.c.run_id)
            seen = self._connection.execute(
                names.where(sightings.c.page_id == row.id).order_by(sightings.c.name)
            )
            plans = select(dones.c.plan_version, dones.c.run_id)
            done = self._connection.execute(
                plans.where(dones.c.page_id == row.id).order_by(dones.c.seq.desc()).limit(1)
            ).first()
            yield KeptPage(
                page=page_of(row),
                run_id=row.run_id,
                seen=tuple(Seen(name=each.name, run_id=each.run_id) for each in seen),
                done=Done(plan=done.plan_version, run_id=done.run_id) if done else None,
            )

    def kept_assertions(self) -> Iterator[KeptAssertion]:
        """All assertions that stand, in the order in which they were made."""
        query = select(derivations.c.coverage_id, derivations.c.digest).where(
            derivations.c.seq.in_(
                select(func.max(derivations.c.seq)).group_by(derivations.c.coverage_id)
            )
        )
        made_from = {row[0]: row[1] for row in self._connection.execute(query)}
        for row in self._stream(_ASSERTIONS):
            yield KeptAssertion(
                id=row.id,
                kind=row.kind,
                subject=row.subject,
                record_id=row.record_id,
                record=row.record,
                provenance=Provenance(
                    run_id=row.run_id, stage=row.stage, version=row.version, model=row.model
                ),
                made_from=made_from.get(row.record_id) if row.kind == "coverage" else None,
            )

    def kept_judgements(self) -> Iterator[KeptJudgement]:
        """All judgements that stand, in the order in which they were made."""
        names = [judgements.c[name] for name in Judgement.__dataclass_fields__]
        query = select(*names, judgements.c.run_id).where(JUDGED).order_by(judgements.c.seq)
        for row in self._stream(query):
            fields = dict(row._mapping)
            run_id = fields.pop("run_id")
            yield KeptJudgement(judgement=Judgement(**fields), run_id=run_id)


_ASSERTIONS = (
    select(
        assertions.c.id,
        assertions.c.kind,
        assertions.c.subject,
        assertions.c.record_id,
        assertions.c.record,
        provenances.c.run_id,
        provenances.c.stage,
        provenances.c.version,
        provenances.c.model,
    )
    .join(provenances)
    .where(ASSERTED)
    .order_by(assertions.c.seq)
)
