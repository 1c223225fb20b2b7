"""Write a register's records as JSON lines, one file a kind, streaming."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Protocol

import msgspec

from communique.errors import CommuniqueError, Fault
from communique.export.aliases import alias_row
from communique.export.rows import (
    Row,
    actor_row,
    coverage_row,
    event_row,
    fault_row,
    instrument_row,
    relation_row,
    report_row,
    statement_row,
)
from communique.types.aliases import Alias
from communique.types.coverage import Coverage
from communique.types.parties import Party
from communique.types.record import Event, Instrument, RelationChange, Statement
from communique.types.text import Report


class Source(Protocol):
    """Where the records come from; a register's view is one."""

    def reports(self) -> Iterator[Report]:
        """All reports."""
        ...

    def names(self, page_id: str) -> tuple[str, ...]:
        """The names a page was read under."""
        ...

    def membership(self) -> dict[str, str]:
        """Coverage id of each report."""
        ...

    def coverages(self) -> Iterator[Coverage]:
        """All coverages."""
        ...

    def statements(self) -> Iterator[Statement]:
        """All statements."""
        ...

    def events(self) -> Iterator[Event]:
        """All merged events."""
        ...

    def instruments(self) -> Iterator[Instrument]:
        """All merged instruments."""
        ...

    def relations(self) -> Iterator[RelationChange]:
        """All merged changes of relations."""
        ...

    def parties(self) -> Iterator[Party]:
        """All actors, each once, with all that the register knows of them."""
        ...

    def aliases(self) -> Iterator[Alias]:
        """The pairs of names that reports exchange for one another."""
        ...

    def faults(self) -> Iterator[Fault]:
        """All faults."""
        ...


def _reports(source: Source) -> Iterator[Row]:
    homes = source.membership()
    for report in source.reports():
        names = source.names(report.page_id)
        yield report_row(report, names[0] if names else "", homes.get(report.id))


KINDS: dict[str, Callable[[Source], Iterable[Row]]] = {
    "reports": _reports,
    "coverages": lambda source: map(coverage_row, source.coverages()),
    "statements": lambda source: map(statement_row, source.statements()),
    "events": lambda source: map(event_row, source.events()),
    "instruments": lambda source: map(instrument_row, source.instruments()),
    "relations": lambda source: map(relation_row, source.relations()),
    "actors": lambda source: map(actor_row, source.parties()),
    "aliases": lambda source: map(alias_row, source.aliases()),
    "faults": lambda source: map(fault_row, source.faults()),
}
"""File stem to the rows it holds."""


def write_jsonl(source: Source, folder: Path) -> dict[str, int]:
    """Write every kind to `folder`/KIND.jsonl; returns the rows of each. Raises E403.

    Each file is written beside its place and moved there when complete, so that no half-written
    file is ever found under the final name.
    """
    counts: dict[str, int] = {}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for kind, rows in KINDS.items():
            part = folder / f"{kind}.jsonl.part"
            with part.open("wb") as out:
                counts[kind] = 0
                for row in rows(source):
                    out.write(msgspec.json.encode(row) + b"\n")
                    counts[kind] += 1
            part.replace(folder / f"{kind}.jsonl")
    except OSError as problem:
        raise CommuniqueError("E403", f"{folder}: {problem.strerror}") from problem
    return counts
