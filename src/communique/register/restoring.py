"""An empty register made from the rows of another one: what an export holds, row for row."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from functools import lru_cache
from itertools import groupby, islice
from typing import TypeVar

from sqlalchemy import Connection, func, insert, select

from communique.errors import CommuniqueError
from communique.pipeline.codec import KINDS, decode
from communique.register.dialect import insert_new
from communique.register.ledger import Ledger
from communique.register.records import Claim, Run
from communique.register.schema import (
    derivations,
    dones,
    pages,
    provenances,
    run_ends,
    runs,
    sightings,
)
from communique.register.writing import Writer, page_row
from communique.types.ids import content_id
from communique.types.kept import Kept, KeptAssertion, KeptPage, KeptRun
from communique.types.text import Evidence, Report

BATCH = 500
T = TypeVar("T")


def note_run(connection: Connection, run: Run) -> None:
    """Insert a run that begins, and the provenances of all that it may come to assert."""
    by = {"author": run.author} if run.author else {}
    stages = {"plan": run.plan, "makers": run.makers, "models": run.models, **by}
    row = {"id": run.id, "started": run.started, "tool": run.tool, "plan": json.dumps(stages)}
    connection.execute(insert(runs), [row])
    made = {run.provenance_id(kind): run.provenance(kind) for kind in KINDS}
    rows = [{"id": key} | asdict(each) for key, each in made.items()]
    connection.execute(insert(provenances), rows)


def restore(connection: Connection, kept: Kept) -> dict[str, int]:
    """Fill the empty register of `connection` with `kept`; returns how many rows of each kind.

    Every run, page, assertion and judgement stands as it did, under the same id and in the same
    order. Raises `CommuniqueError` E509 where the register is not empty, E508 where a row is not
    what its id says, or cites words that are not on the page.
    """
    if connection.scalar(select(func.count()).select_from(runs)):
        raise CommuniqueError("E509", "it has runs of its own", "Name a new file.")
    return _Restoring(connection).all(kept)


class _Restoring:
    """A restoration under way: the runs so far, and the pages of the reports so far."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._runs: dict[str, Run] = {}
        self._page_of: dict[str, str] = {}
        self._waiting: list[tuple[str, Evidence]] = []
        self._text = lru_cache(maxsize=256)(self._read_text)

    def all(self, kept: Kept) -> dict[str, int]:
        """Write all of it, each kind of row resting on those before."""
        counts = dict.fromkeys(("runs", "pages", "assertions", "judgements"), 0)
        for run in kept.runs:
            self._run(run)
            counts["runs"] += 1
        for some in _batches(kept.pages):
            self._pages(some)
            counts["pages"] += len(some)
        for run_id, told in groupby(kept.assertions, key=lambda each: each.provenance.run_id):
            for batch in _batches(told):
                self._assertions(self._of(run_id), batch)
                counts["assertions"] += len(batch)
        for record_id, piece in self._waiting:
            self._check(record_id, piece)
        for run_id, judged in groupby(kept.judgements, key=lambda each: each.run_id):
            made = [each.judgement for each in judged]
            Writer(self._connection, self._of(run_id)).judge(made)
            counts["judgements"] += len(made)
        return counts

    def _of(self, run_id: str) -> Run:
        if run_id not in self._runs:
            raise CommuniqueError("E508", f"there is no run {run_id}")
        return self._runs[run_id]

    def _run(self, kept: KeptRun) -> None:
        unknown = set(kept.makers) - set(KINDS)
        if unknown:
            raise CommuniqueError("E508", f"run {kept.id} makes {min(unknown)}, which is no kind")
        run = Run(**asdict(kept))
        note_run(self._connection, run)
        if run.finished:
            row = {"run_id": run.id, "finished": run.finished}
            self._connection.execute(insert(run_ends), [row])
        self._runs[run.id] = run

    def _pages(self, some: list[KeptPage]) -> None:
        for each in some:
            for run_id in (each.run_id, *(seen.run_id for seen in each.seen)):
                self._of(run_id)
        insert_new(self._connection, pages, [page_row(each.page, each.run_id) for each in some])
        names = [
            {"page_id": each.page.id, "name": seen.name, "run_id": seen.run_id}
            for each in some
            for seen in each.seen
        ]
        insert_new(self._connection, sightings, names)
        plans = [
            {
                "page_id": each.page.id,
                "plan_version": each.done.plan,
                "run_id": self._of(each.done.run_id).id,
            }
            for each in some
            if each.done
        ]
        if plans:
            self._connection.execute(insert(dones), plans)

    def _assertions(self, run: Run, some: list[KeptAssertion]) -> None:
        claims = [self._claim(each, run) for each in some]
        Ledger(self._connection, run).add(claims)
        merged = [
            {"coverage_id": each.record_id, "digest": each.made_from, "run_id": run.id}
            for each in some
            if each.made_from is not None
        ]
        if merged:
            self._connection.execute(insert(derivations), merged)

    def _claim(self, kept: KeptAssertion, run: Run) -> Claim:
        """The claim that a row makes, held against its id, its run and the words that it cites."""
        if kept.kind not in KINDS:
            raise CommuniqueError("E508", f"{kept.id} is a {kept.kind}, which is no kind")
        if kept.id != content_id("as", kept.kind, kept.subject, kept.record):
            raise CommuniqueError("E508", f"{kept.id} does not hold what its id stands for")
        record = decode(kept.kind, kept.record)
        claim = Claim(
            id=kept.id, kind=kept.kind, subject=kept.subject, record=record, json=kept.record
        )
        if run.provenance(kept.kind) != kept.provenance:
            raise CommuniqueError("E508", f"{kept.id} was not made by that stage of {run.id}")
        if isinstance(claim.record, Report):
            self._page_of[claim.record.id] = claim.record.page_id
        for piece in claim.quotes:
            if piece.report_id in self._page_of:
                self._check(kept.record_id, piece)
            else:  # a report that was read anew stands behind what it told already
                self._waiting.append((kept.record_id, piece))
        return claim

    def _check(self, record_id: str, piece: Evidence) -> None:
        """Raise E508 where the page of the report does not have the words."""
        page_id = self._page_of.get(piece.report_id)
        if page_id is None:
            detail = f"{record_id} cites {piece.report_id}, which is not there"
            advice = "If a run was cut short, give its `communique add` again, then export anew."
            raise CommuniqueError("E508", detail, advice)
        if self._text(page_id)[piece.span.start : piece.span.end] != piece.quote:
            detail = f"{record_id} cites words that are not on the page: {piece.quote[:80]}"
            raise CommuniqueError("E508", detail)

    def _read_text(self, page_id: str) -> str:
        query = select(pages.c.text).where(pages.c.id == page_id)
        return self._connection.scalar(query) or ""


def _batches(items: Iterable[T]) -> Iterator[list[T]]:
    waiting = iter(items)
    while some := list(islice(waiting, BATCH)):
        yield some
