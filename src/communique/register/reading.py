"""Reading records: one by id, all of a kind, all of a report or coverage. Only what stands.

A person who stands under two ids (see `folding.py`) is given under the one that stands for both,
but in `findings`, which are what a report asserts.
Iterators stream, in the order of ids, and must be used up before their view is closed.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, func, select

from communique.errors import CommuniqueError, Fault
from communique.merge.persons import (
    rewrite,
    rewrite_findings,
    rewrite_position,
    rewrite_statement,
)
from communique.pipeline.codec import Kind, Record, decode
from communique.register.folding import folding
from communique.register.queries import ABOUT, FINDINGS, REPORT_IDS, REPORTS, of_kind, page_of
from communique.register.records import unite
from communique.register.schema import ASSERTED, assertions, carriers, pages, sightings
from communique.types.coverage import Coverage, Merged
from communique.types.parties import Actor
from communique.types.record import Event, Findings, Statement
from communique.types.standing import Instrument, Position, RelationChange
from communique.types.text import Page, Report

R = TypeVar("R", bound=Record)
BATCH = 200
"""Rows fetched at a time while streaming."""
KEPT = 1000
"""Reports that one view keeps in memory."""


class Records:
    """The records that stand, as one snapshot of the register sees them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._folding: Mapping[str, str] | None = None
        self._reports: dict[str, Report] = {}

    def folding(self) -> Mapping[str, str]:
        """Each id under which a person stands beside another -> the id that stands for both."""
        if self._folding is None:
            self._folding = folding(self._connection)
        return self._folding

    def page(self, prefix: str) -> Page:
        """The page whose id is, or alone begins with, `prefix`. Raises E402."""
        page_id = self._only(select(pages.c.id), pages.c.id, prefix)
        return page_of(self._connection.execute(select(pages).where(pages.c.id == page_id)).one())

    def pages(self) -> Iterator[Page]:
        """All pages."""
        return map(page_of, self._stream(select(pages).order_by(pages.c.id)))

    def names(self, page_id: str) -> tuple[str, ...]:
        """Every name the page was read under, sorted."""
        query = select(sightings.c.name).where(sightings.c.page_id == page_id)
        return tuple(sorted(self._connection.scalars(query)))

    def report(self, prefix: str) -> Report:
        """The report whose id is, or alone begins with, `prefix`. Raises E402."""
        return self._one("report", Report, prefix)

    def reports(self) -> Iterator[Report]:
        """All reports."""
        return self._all("report", Report)

    def reports_by_id(self, report_ids: Iterable[str]) -> Iterator[Report]:
        """The reports of these ids that there are, in their order; fetched some at a time.

        The last are kept: several steps of one transaction look through the same.
        """
        wanted = list(report_ids)
        for start in range(0, len(wanted), BATCH):
            batch = wanted[start : start + BATCH]
            found = {one: self._reports[one] for one in batch if one in self._reports}
            missing = {"record_ids": [one for one in batch if one not in found]}
            rows = self._connection.scalars(REPORTS, missing) if missing["record_ids"] else ()
            found |= {report.id: report for report in (decode(Report, row) for row in rows)}
            if len(self._reports) > KEPT:
                self._reports.clear()
            self._reports |= found
            yield from (found[one] for one in batch if one in found)

    def forget_reports(self) -> None:
        """Forget the reports that were read, where a page was added."""
        self._reports.clear()

    def reports_of(self, page_id: str) -> tuple[Report, ...]:
        """A page's reports, by id."""
        return self._about(page_id, "report", Report)

    def report_ids_of(self, page_id: str) -> tuple[str, ...]:
        """The ids of a page's reports."""
        return tuple(self._connection.scalars(REPORT_IDS, {"page_id": page_id}))

    def findings(self, report_id: str) -> Findings:
        """All that a report asserts, each kind in the order of the page."""
        rows: dict[str, list[str]] = {}
        for kind, record in self._connection.execute(FINDINGS, {"report_id": report_id}):
            rows.setdefault(kind, []).append(record)

        def every(kind: Kind, wanted: type[R]) -> tuple[R, ...]:
            return tuple(decode(wanted, row) for row in rows.get(kind, ()))

        rest = every("mentions", Findings)
        return Findings(
            report_id=report_id,
            actors=every("actor", Actor),
            mentions=tuple(mention for one in rest for mention in one.mentions),
            dates=tuple(date for one in rest for date in one.dates),
            places=tuple(place for one in rest for place in one.places),
            statements=every("statement", Statement),
            positions=every("position", Position),
            events=every("found_event", Event),
            instruments=every("found_instrument", Instrument),
            relations=every("found_relation", RelationChange),
        )

    def folded_findings(self, report_id: str) -> Findings:
        """All that a report asserts, each person under the id that stands for all of hers."""
        return rewrite_findings(self.findings(report_id), self.folding())

    def statement(self, prefix: str) -> Statement:
        """The statement whose id is, or alone begins with, `prefix`. Raises E402."""
        return rewrite_statement(self._one("statement", Statement, prefix), self.folding())

    def statements(self) -> Iterator[Statement]:
        """All statements."""
        same = self.folding()
        return (rewrite_statement(each, same) for each in self._all("statement", Statement))

    def positions(self) -> Iterator[Position]:
        """All positions and commitments."""
        same = self.folding()
        return (rewrite_position(each, same) for each in self._all("position", Position))

    def coverage(self, prefix: str) -> Coverage:
        """The coverage whose id is, or alone begins with, `prefix`. Raises E402."""
        return self._one("coverage", Coverage, prefix)

    def coverages(self) -> Iterator[Coverage]:
        """All coverages."""
        return self._all("coverage", Coverage)

    def coverage_of(self, report_id: str) -> str | None:
        """The id of the coverage that a report was last merged in, as a whole."""
        rows = self._connection.execute(
            select(assertions.c.record)
            .join(carriers, carriers.c.assertion == assertions.c.seq)
            .where(carriers.c.report_id == report_id, assertions.c.kind == "coverage", ASSERTED)
        )
        held = [decode(Coverage, row.record) for row in rows]
        whole = (
            each.id for each in held if all(part.report_id != report_id for part in each.parts)
        )
        return next(whole, None)

    def merged(self, coverage_id: str) -> Merged:
        """What the reports of a coverage assert together, in the order of its pages."""
        return Merged(
            coverage_id=coverage_id,
            events=tuple(
                rewrite(each, self.folding()) for each in self._about(coverage_id, "event", Event)
            ),
            instruments=self._about(coverage_id, "instrument", Instrument),
            relations=self._about(coverage_id, "relation", RelationChange),
        )

    def event(self, prefix: str) -> Event:
        """The merged event whose id is, or alone begins with, `prefix`. Raises E402."""
        return rewrite(self._one("event", Event, prefix), self.folding())

    def events(self) -> Iterator[Event]:
        """All merged events."""
        same = self.folding()
        return (rewrite(each, same) for each in self._all("event", Event))

    def event_counts(self) -> dict[str, int]:
        """How many merged events each coverage has that has any."""
        query = select(assertions.c.subject, func.count())
        rows = self._connection.execute(
            query.where(assertions.c.kind == "event", ASSERTED).group_by(assertions.c.subject)
        )
        return {row[0]: row[1] for row in rows}

    def instrument(self, prefix: str) -> Instrument:
        """The merged instrument whose id is, or alone begins with, `prefix`. Raises E402."""
        return self._one("instrument", Instrument, prefix)

    def instruments(self) -> Iterator[Instrument]:
        """All merged instruments."""
        return self._all("instrument", Instrument)

    def relation(self, prefix: str) -> RelationChange:
        """The merged relation change whose id is, or alone begins with, `prefix`. Raises E402."""
        return self._one("relation", RelationChange, prefix)

    def relations(self) -> Iterator[RelationChange]:
        """All merged changes of relations."""
        return self._all("relation", RelationChange)

    def actor(self, prefix: str) -> Actor:
        """The actor whose id, or one of whose ids, is or alone begins with `prefix`.

        United over all reports. Raises E402.
        """
        found = self._only_record("actor", prefix)
        return self._united(self.folding().get(found, found))

    def actors(self) -> Iterator[Actor]:
        """All actors, each once, its roles and evidence united over all reports."""
        loose, chosen = set(self.folding()), set(self.folding().values())
        for actor_id, group in groupby(self._all("actor", Actor), key=lambda actor: actor.id):
            if actor_id in chosen:
                yield self._united(actor_id)
            elif actor_id not in loose:
                yield unite(group)

    def ids_of(self, actor_id: str) -> tuple[str, ...]:
        """All ids that the party of an id stands under, its own first."""
        return (actor_id, *sorted(a for a, b in self.folding().items() if b == actor_id))

    def _united(self, actor_id: str) -> Actor:
        rows = [
            row
            for one in self.ids_of(actor_id)
            for row in self._connection.scalars(
                of_kind("actor").where(assertions.c.record_id == one)
            )
        ]
        return unite(decode(Actor, row) for row in rows)

    def faults(self) -> Iterator[Fault]:
        """All faults that were not overcome since."""
        return self._all("fault", Fault)

    def counts(self) -> dict[str, int]:
        """How many records of each kind stand, and how many pages there are."""
        per_kind = select(assertions.c.kind, func.count()).where(ASSERTED)
        rows = self._connection.execute(per_kind.group_by(assertions.c.kind))
        counted = {str(kind): int(count) for kind, count in rows}
        distinct = select(func.count(func.distinct(assertions.c.record_id)))
        actors = distinct.where(assertions.c.kind == "actor", ASSERTED)
        counted["actor"] = self._connection.scalar(actors) or 0
        counted["actor"] -= len(self.folding())
        counted["page"] = self._connection.scalar(select(func.count()).select_from(pages)) or 0
        return counted

    def _one(self, kind: Kind, wanted: type[R], prefix: str) -> R:
        record_id = self._only_record(kind, prefix)
        query = of_kind(kind).where(assertions.c.record_id == record_id)
        return decode(wanted, self._connection.scalars(query).all()[-1])

    def _all(self, kind: Kind, wanted: type[R]) -> Iterator[R]:
        return (decode(wanted, row[0]) for row in self._stream(of_kind(kind)))

    def _about(self, subject: str, kind: Kind, wanted: type[R]) -> tuple[R, ...]:
        rows = self._connection.scalars(ABOUT, {"subject": subject, "kind": kind})
        return tuple(decode(wanted, row) for row in rows)

    def _only_record(self, kind: Kind, prefix: str) -> str:
        standing = select(assertions.c.record_id).where(assertions.c.kind == kind, ASSERTED)
        return self._only(standing, assertions.c.record_id, prefix)

    def _only(self, query: Select[str], column: Any, prefix: str) -> str:
        """The one id that begins with `prefix`; an id given in full is never ambiguous."""
        begins = column.startswith(prefix, autoescape=True)
        low, high = column >= prefix, column < prefix + "\U0010ffff"
        found = list(self._connection.scalars(query.where(low, high, begins).distinct().limit(3)))
        if prefix in found:
            return prefix
        if not prefix or not found:
            raise CommuniqueError("E402", prefix or "no id was given")
        if len(found) > 1:
            raise CommuniqueError(
                "E406",
                f"{prefix}: {', '.join(found)}{' ...' * (len(found) == 3)}",
                "Give more of it.",
            )
        return found[0]

    def _stream(self, query: Select[Any]) -> Iterator[Any]:
        return iter(self._connection.execution_options(yield_per=BATCH).execute(query))
