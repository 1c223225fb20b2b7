"""The append-only way of writing: compare what was made now with what stands, add the difference.

That is what makes a second run over the same pages add nothing, and a taken-back claim, made
again, stand again. It relies on the writer's lock: between look-up and insert nobody else writes.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict
from functools import cache
from typing import Any

from sqlalchemy import Column, Connection, Insert, Select, Table, bindparam, insert, select

from communique.pipeline.codec import Kind
from communique.register.dialect import insert_new
from communique.register.records import Claim, Run, now
from communique.register.schema import (
    assertions,
    carriers,
    evidence,
    provenances,
    standing,
    standings,
)
from communique.types.ids import content_id


class Ledger:
    """Adds rows on behalf of `run`, inside the transaction of `connection`."""

    def __init__(self, connection: Connection, run: Run) -> None:
        self._connection = connection
        self._run = run

    def settle(self, subjects: Collection[str], claims: Iterable[Claim], reason: str) -> None:
        """Make `claims` all that stands about `subjects`: add, raise again, withdraw the rest."""
        made = {claim.id: claim for claim in claims}
        known = self.known(assertions, standings, assertions.c.subject, subjects)
        self._assert(made, known)
        gone = [as_id for as_id, stands in known.items() if stands and as_id not in made]
        self.turn(standings, gone, stands=False, reason=reason)

    def add(self, claims: Iterable[Claim]) -> None:
        """Make `claims` stand beside whatever else does."""
        made = {claim.id: claim for claim in claims}
        self._assert(made, self.known(assertions, standings, assertions.c.id, made))

    def known(
        self, target: Table, log: Table, column: Column[Any], keys: Collection[str]
    ) -> dict[str, bool]:
        """The ids of `target` whose `column` is one of `keys`, each with whether it stands."""
        if not keys:
            return {}
        rows = self._connection.execute(_known(target, log, column), {"keys": list(keys)})
        return {row[0]: bool(row[1]) for row in rows}

    def turn(self, log: Table, targets: Iterable[str], *, stands: bool, reason: str) -> None:
        """Change the standing of `targets`, by a row of `log` each."""
        row = {"stands": stands, "reason": reason, "at": now(), "run_id": self._run.id}
        self.insert(log, [{"target": target} | row for target in targets])

    def insert(self, into: Table, rows: list[dict[str, Any]]) -> None:
        """Insert rows that are not there yet."""
        if rows:
            self._connection.execute(_insertion(into), rows)

    def _assert(self, made: Mapping[str, Claim], known: Mapping[str, bool]) -> None:
        self._insert_claims([claim for as_id, claim in made.items() if as_id not in known])
        back = [as_id for as_id in made if known.get(as_id) is False]
        self.turn(standings, back, stands=True, reason="made again")

    def _insert_claims(self, claims: list[Claim]) -> None:
        if not claims:
            return
        makers = self._note_makers({claim.kind for claim in claims})
        rows: list[dict[str, Any]] = []
        words: list[dict[str, Any]] = []
        carried: list[dict[str, Any]] = []
        for claim in claims:
            cited = claim.evidence
            rows.append(
                {
                    "id": claim.id,
                    "kind": claim.kind,
                    "subject": claim.subject,
                    "record_id": claim.record_id,
                    "place": min((start for _, start, _ in cited), default=0),
                    "record": claim.json,
                    "provenance_id": makers[claim.kind],
                }
            )
            words += [
                {"report_id": report_id, "start": start, "end": end, "assertion_id": claim.id}
                for report_id, start, end in cited
            ]
            carried += [{"report_id": one, "assertion_id": claim.id} for one in claim.carriers]
        self.insert(assertions, rows)
        self.insert(evidence, words)
        self.insert(carriers, carried)

    def _note_makers(self, kinds: Iterable[Kind]) -> dict[Kind, str]:
        """The id of each kind's provenance, which is noted where it is new."""
        made = {kind: self._run.provenance(kind) for kind in kinds}
        ids = {
            kind: content_id("rn", one.run_id, one.stage, one.version, one.model)
            for kind, one in made.items()
        }
        rows = [{"id": ids[kind]} | asdict(one) for kind, one in made.items()]
        insert_new(self._connection, provenances, rows)
        return ids


# Statements are built once: building one costs more than SQLite takes to run it.


@cache
def _known(target: Table, log: Table, column: Column[Any]) -> Select[Any]:
    wanted = column.in_(bindparam("keys", expanding=True))
    return select(target.c.id, standing(target, log)).where(wanted).order_by(target.c.seq)


@cache
def _insertion(into: Table) -> Insert:
    return insert(into)
