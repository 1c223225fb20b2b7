"""Write a register's records as JSON lines, one file a kind, streaming."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec

from communique.export.aliases import alias_row
from communique.export.datapackage import Resource, line_fields, write_datapackage
from communique.export.files import placed, writing
from communique.export.kept import assertion_row, judgement_row, page_row, run_row
from communique.export.positions import position_row
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
from communique.export.source import Source
from communique.export.visits import visit_row, visits_of


def _reports(source: Source) -> Iterator[Row]:
    homes = source.membership()
    for report in source.reports():
        names = source.names(report.page_id)
        yield report_row(report, names[0] if names else "", homes.get(report.id))


KINDS: dict[str, Callable[[Source], Iterable[Row]]] = {
    "reports": _reports,
    "coverages": lambda source: map(coverage_row, source.coverages()),
    "statements": lambda source: map(statement_row, source.statements()),
    "positions": lambda source: map(position_row, source.positions()),
    "events": lambda source: map(event_row, source.events()),
    "instruments": lambda source: map(instrument_row, source.instruments()),
    "relations": lambda source: map(relation_row, source.relations()),
    "visits": lambda source: map(visit_row, visits_of(source)),
    "actors": lambda source: map(actor_row, source.parties()),
    "aliases": lambda source: map(alias_row, source.aliases()),
    "faults": lambda source: map(fault_row, source.faults()),
    "runs": lambda source: map(run_row, source.kept_runs()),
    "pages": lambda source: map(page_row, source.kept_pages()),
    "assertions": lambda source: map(assertion_row, source.kept_assertions()),
    "judgements": lambda source: map(judgement_row, source.kept_judgements()),
}
"""File stem to the rows it holds."""


def write_jsonl(source: Source, folder: Path) -> dict[str, int]:
    """Write every kind to `folder`/KIND.jsonl, and datapackage.json; returns the rows of each file.

    Raises E403.
    """
    resources: list[Resource] = []
    with writing(folder):
        for kind, rows in KINDS.items():
            path = folder / f"{kind}.jsonl"
            number = write_lines(path, rows(source))
            resources.append(Resource(path=path, rows=number, fields=line_fields(kind)))
        write_datapackage(folder, resources, source)
    return {resource.path.name: resource.rows for resource in resources}


def write_lines(path: Path, rows: Iterable[Row]) -> int:
    """Write each row as a line of JSON; returns how many. Raises OSError."""
    number = 0
    with placed(path) as out:
        for row in rows:
            out.write(msgspec.json.encode(row) + b"\n")
            number += 1
    return number
