"""The append-only way of writing: compare what was made now with what stands, add the difference.

That is what makes a second run over the same pages add nothing, and a taken-back claim, made
again, stand again. It relies on the writer's lock: between look-up and insert nobody else writes.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Column, Connection, Insert, Select, Table, bindparam, func, insert, select

from communique.group.keys import keys
from communique.merge.persons import name_key
from communique.register.dialect import insert_new
from communique.register.records import Claim, Run, now
from communique.register.schema import (
    assertions,
    carriers,
    evidence,
    persons,
    report_keys,
    standing,
    standings,
)
from communique.types.parties import Actor
from communique.types.text import Report


class Known(NamedTuple):
    """A row that is there already: its number, and whether it stands."""

    seq: int
    stands: bool


class Ledger:
    """Adds rows on behalf of `run`, inside the transaction of `connection`."""

    def __init__(self, connection: Connection, run: Run) -> None:
        self._connection = connection
        self._run = run

    def settle(self, subjects: Collection[str], claims: Iterable[Claim], reason: str) -> int:
        """Make `claims` all that stands about `subjects`: add, raise again, withdraw the rest.

        Returns how many of `claims` did not stand before.
        """
        made = {claim.id: claim for claim in claims}
        known = self.known(assertions, standings, assertions.c.subject, subjects)
        self._assert(made, known)
        gone = [row.seq for as_id, row in known.items() if row.stands and as_id not in made]
        self.turn(standings, gone, stands=False, reason=reason)
        return sum(as_id not in known or not known[as_id].stands for as_id in made)

    def add(self, claims: Iterable[Claim]) -> None:
        """Make `claims` stand beside whatever else does."""
        made = {claim.id: claim for claim in claims}
        subjects = {claim.subject for claim in made.values()}
        self._assert(made, self.known(assertions, standings, assertions.c.subject, subjects))

    def known(
        self, target: Table, log: Table, column: Column[Any], keys: Collection[str]
    ) -> dict[str, Known]:
        """The rows of `target` whose `column` is one of `keys`, by id."""
        if not keys:
            return {}
        rows = self._connection.execute(_known(target, log, column), {"keys": list(keys)})
        return {row[0]: Known(row[1], bool(row[2])) for row in rows}

    def turn(self, log: Table, targets: Iterable[int], *, stands: bool, reason: str) -> None:
        """Change the standing of `targets`, by a row of `log` each."""
        row = {"stands": stands, "reason": reason, "at": now(), "run_id": self._run.id}
        self.insert(log, [{"target": target} | row for target in targets])

    def insert(self, into: Table, rows: list[dict[str, Any]]) -> None:
        """Insert rows that are not there yet."""
        if rows:
            self._connection.execute(_insertion(into), rows)

    def _assert(self, made: Mapping[str, Claim], known: Mapping[str, Known]) -> None:
        self._insert_claims([claim for as_id, claim in made.items() if as_id not in known])
        back = [known[as_id].seq for as_id in made if as_id in known and not known[as_id].stands]
        self.turn(standings, back, stands=True, reason="made again")

    def _insert_claims(self, claims: list[Claim]) -> None:
        if not claims:
            return
        makers = {kind: self._run.provenance_id(kind) for kind in {one.kind for one in claims}}
        rows: list[dict[str, Any]] = []
        words: list[dict[str, Any]] = []
        carried: list[dict[str, Any]] = []
        found_by: list[dict[str, Any]] = []
        # Numbered here, which the writer's lock allows, as a bulk insert does not tell its numbers.
        last: int = self._connection.scalar(_LAST) or 0
        for seq, claim in enumerate(claims, last + 1):
            cited = claim.evidence
            rows.append(
                {
                    "seq": seq,
                    "id": claim.id,
                    "subject": claim.subject,
                    "kind": claim.kind,
                    "record_id": claim.record_id,
                    "place": min((start for _, start, _ in cited), default=0),
                    "record": claim.json,
                    "provenance_id": makers[claim.kind],
                }
            )
            words += [
                {"report_id": report_id, "start": start, "end": end, "assertion": seq}
                for report_id, start, end in cited
            ]
            carried += [{"report_id": one, "assertion": seq} for one in claim.carriers]
            if isinstance(claim.record, Report):
                found_by += [
                    {"key": key, "day": day, "assertion": seq}
                    for key, day in keys(claim.record).dated
                ]
        self.insert(assertions, rows)
        self.insert(evidence, words)
        self.insert(carriers, carried)
        self.insert(report_keys, found_by)
        insert_new(self._connection, persons, _persons(claims))


def _persons(claims: Iterable[Claim]) -> Iterator[dict[str, str]]:
    """The rows of those claims that are persons."""
    for claim in claims:
        if isinstance(claim.record, Actor) and claim.record.kind == "person":
            yield {"id": claim.record.id, "key": name_key(claim.record.name)}


# Statements are built once: building one costs more than SQLite takes to run it.

_LAST = select(func.max(assertions.c.seq))


@cache
def _known(target: Table, log: Table, column: Column[Any]) -> Select[Any]:
    wanted = column.in_(bindparam("keys", expanding=True))
    return (
        select(target.c.id, target.c.seq, standing(target, log))
        .where(wanted)
        .order_by(target.c.seq)
    )


@cache
def _insertion(into: Table) -> Insert:
    return insert(into)
