"""Everything that was ever asserted or judged about one thing, oldest first."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, and_, or_, select

from communique.pipeline.codec import KINDS, Kind, Record, decode
from communique.register.membership import MACHINE
from communique.register.records import Run
from communique.register.schema import (
    assertions,
    carriers,
    dones,
    judgement_standings,
    judgements,
    provenances,
    sightings,
    standings,
)
from communique.types.provenance import Judgement

What = Literal[
    "read",
    "asserted",
    "withdrawn",
    "asserted again",
    "judged",
    "judgement withdrawn",
    "judged again",
]
REPORT: tuple[Kind, ...] = ("report",)
COVERAGE: tuple[Kind, ...] = ("coverage",)
MERGED: tuple[Kind, ...] = (*COVERAGE, "event", "instrument", "relation")
"""The kinds that are made of a whole coverage."""
_READ, _FOUND, _JUDGED, _MERGED = range(0, 8, 2)
"""The order in which a run does its work; what is counted comes after what stands by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Something that a run did: when (ISO, UTC), by which stage of which version, and why.

    What is asserted is dated by the start of its run. `about` is the id of the record, or of the
    report or coverage whose records of several kinds `counted` counts. `record` is what was
    asserted or judged, None where there are several. `by` is who did it, "machine" where a stage
    did, and "" where a person did of whom the run knows no name.
    """

    at: str
    run_id: str
    stage: str
    version: str
    what: What
    about: str
    record: Record | Judgement | None = None
    counted: tuple[tuple[Kind, int], ...] = ()
    by: str = MACHINE
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """All that is known of the past of what has this `id`.

    `stands` is whether it holds now; `homes` are the coverages in which a report, or the reports
    that a coverage held last, are now.
    """

    id: str
    stands: bool
    homes: tuple[str, ...]
    entries: tuple[Entry, ...]


Placed = tuple[int, int, Entry]
"""An entry with its place in the work of its run, and its row's number."""


class Historian:
    """Tells the past from a connection; `runs` are all runs by id."""

    def __init__(self, connection: Connection, runs: Mapping[str, Run]) -> None:
        self._connection = connection
        self._runs = runs

    def entries(self, record_id: str) -> tuple[Entry, ...]:
        """The entries about a page, judgement or record, oldest first."""
        found = list(self._about(record_id))
        found.sort(key=lambda one: (self._runs[one[2].run_id].started, one[0], one[2].at, one[1]))
        return tuple(entry for _, _, entry in found)

    def _about(self, record_id: str) -> Iterator[Placed]:
        subject, ids = assertions.c.subject, assertions.c.record_id
        match record_id[:3]:
            case "pg-":
                yield from self._page(record_id)
                names = select(sightings.c.name).where(sightings.c.page_id == record_id)
                yield from self._asserted(or_(subject == record_id, subject.in_(names)))
            case "jd-":
                yield from self._judged(judgements.c.id == record_id)
            case "rp-":
                yield from self._asserted(self._of(REPORT, ids == record_id))
                yield from self._counted(subject == record_id, record_id)
                carried = select(carriers.c.assertion).where(carriers.c.report_id == record_id)
                holding = self._of(COVERAGE, assertions.c.seq.in_(carried))
                yield from self._asserted(holding)
                yield from self._sided(record_id, select(ids).where(holding))
            case "cv-":
                yield from self._asserted(self._of(COVERAGE, ids == record_id))
                merged = self._of(MERGED[1:], subject == record_id)
                yield from self._counted(merged, record_id)
                rows = select(assertions.c.seq).where(self._of(COVERAGE, ids == record_id))
                held = select(carriers.c.report_id).where(carriers.c.assertion.in_(rows))
                yield from self._sided(record_id, held)
            case _:
                yield from self._asserted(self._of(tuple(KINDS), ids == record_id))

    @staticmethod
    def _of(kinds: Collection[Kind], condition: ColumnElement[bool]) -> ColumnElement[bool]:
        # Naming every kind lets the look-up go by the index on kind and record.
        return and_(assertions.c.kind.in_(kinds), condition)

    def _sided(self, record_id: str, near: Any) -> Iterator[Placed]:
        """Judgements of this id, and persons' of what is `near`: its coverages or reports."""
        left, right, author = (judgements.c[name] for name in ("left", "right", "author"))
        own = or_(left == record_id, right == record_id)
        persons = and_(author != MACHINE, or_(left.in_(near), right.in_(near)))
        yield from self._judged(or_(own, persons))

    def _page(self, page_id: str) -> Iterator[Placed]:
        """When a page came in, under which names, and under which plans it was read."""
        seen = select(sightings).where(sightings.c.page_id == page_id).order_by(sightings.c.name)
        done = select(dones).where(dones.c.page_id == page_id)
        said = [(row.run_id, f"seen as {row.name}") for row in self._rows(seen)]
        said += [(row.run_id, f"done under plan {row.plan_version}") for row in self._rows(done)]
        for number, (run_id, reason) in enumerate(said):
            run = self._runs[run_id]
            yield (
                _READ,
                number,
                Entry(
                    at=run.started,
                    run_id=run_id,
                    stage="read",
                    version=run.plan.get("read", run.tool),
                    what="read",
                    about=page_id,
                    reason=reason,
                ),
            )

    def _asserted(self, condition: ColumnElement[bool]) -> Iterator[Placed]:
        """What was asserted, withdrawn and asserted again, each by itself."""
        named = (assertions.c.record_id, assertions.c.kind, assertions.c.record)
        made = select(assertions.c.seq, *named, provenances.c.run_id).join(provenances)
        for row in self._rows(made.where(condition)):
            entry = self._entry(row.run_id, row.kind, "asserted", row.record_id)
            yield self._phase(row.kind), row.seq, replace(entry, record=_record(row))
        turned = select(standings, *named).join(assertions).where(condition)
        for row in self._rows(turned):
            entry = replace(self._turned(row, row.record_id), record=_record(row))
            yield self._phase(row.kind), row.seq, entry

    def _counted(self, condition: ColumnElement[bool], subject: str) -> Iterator[Placed]:
        """What was asserted, withdrawn and asserted again, counted by kind, run and reason."""
        made = select(assertions.c.kind, provenances.c.run_id).join(provenances)
        groups: defaultdict[Entry, dict[Kind, int]] = defaultdict(dict)
        for row in self._rows(made.where(condition)):
            _count(groups[self._entry(row.run_id, row.kind, "asserted", subject)], row.kind)
        turned = select(standings, assertions.c.kind).join(assertions).where(condition)
        firsts: dict[Entry, Entry] = {}
        for row in self._rows(turned.order_by(standings.c.seq)):
            entry = self._turned(row, subject)
            # The rows of one withdrawal are some microseconds apart at most.
            _count(groups[firsts.setdefault(replace(entry, at=""), entry)], row.kind)
        for number, (entry, counts) in enumerate(groups.items()):
            phase = self._phase(next(iter(counts))) + 1
            yield phase, number, replace(entry, counted=tuple(counts.items()))

    def _judged(self, condition: ColumnElement[bool]) -> Iterator[Placed]:
        for row in self._rows(select(judgements).where(condition)):
            made = _judgement(row)
            entry = self._judging(row.run_id, "judged", made, made.author)
            yield _JUDGED, row.seq, replace(entry, at=made.at, reason=made.reason)
        log, columns = judgement_standings.c, [judgements.c[n] for n in Judgement.__slots__]
        turned = select(log.stands, log.at.label("turned"), log.reason.label("why"), log.seq)
        turned = turned.add_columns(log.run_id.label("run_id"), *columns)
        for row in self._rows(turned.join_from(judgement_standings, judgements).where(condition)):
            what: What = "judged again" if row.stands else "judgement withdrawn"
            by = MACHINE if row.stands else self._runs[row.run_id].author
            entry = self._judging(row.run_id, what, _judgement(row), by)
            yield _JUDGED, row.seq, replace(entry, at=row.turned, reason=row.why)

    def _judging(self, run_id: str, what: What, made: Judgement, by: str) -> Entry:
        run = self._runs[run_id]
        stage = "group" if by == MACHINE else "judge"
        return Entry(
            at=run.started,
            run_id=run_id,
            stage=stage,
            version=run.plan.get(stage, run.tool),
            what=what,
            about=made.id,
            record=made,
            by=by,
        )

    def _turned(self, row: Any, about: str) -> Entry:
        what: What = "asserted again" if row.stands else "withdrawn"
        entry = self._entry(row.run_id, row.kind, what, about)
        return replace(entry, at=row.at, reason=row.reason)

    def _entry(self, run_id: str, kind: Kind, what: What, about: str) -> Entry:
        run = self._runs[run_id]
        made = run.provenance(kind)
        return Entry(
            at=run.started,
            run_id=run_id,
            stage=made.stage,
            version=made.version,
            what=what,
            about=about,
        )

    @staticmethod
    def _phase(kind: Kind) -> int:
        return _MERGED if kind in MERGED else _FOUND

    def _rows(self, query: Any) -> Iterable[Any]:
        return self._connection.execute(query)


def _count(counts: dict[Kind, int], kind: Kind) -> None:
    counts[kind] = counts.get(kind, 0) + 1


def _record(row: Any) -> Record:
    kind: Kind = row.kind
    return decode(kind, row.record)


def _judgement(row: Any) -> Judgement:
    return Judgement(**{name: getattr(row, name) for name in Judgement.__slots__})
