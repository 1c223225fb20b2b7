"""The rows of the JSON lines as flat tables with typed columns: CSV and Parquet, by polars."""

from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, TypeVar

from communique.export.datapackage import Resource, table_fields, write_datapackage
from communique.export.dictionary import TableKind, tables
from communique.export.files import placed, writing
from communique.export.jsonl import KINDS
from communique.export.rows import Row
from communique.export.source import Source

if TYPE_CHECKING:
    import polars as pl

BATCH = 5_000
"""JSON rows that are turned into columns at a time; a table's columns are held until written."""
T = TypeVar("T")
Frames = Mapping[str, "pl.DataFrame"]


def write_csv(source: Source, folder: Path) -> dict[str, int]:
    """Write every table to `folder`/TABLE.csv, and datapackage.json; returns the rows of each.

    UTF-8, comma-separated, under a line of names; null is an empty cell, an empty text `""`.
    Raises E403.
    """

    def put(frame: "pl.DataFrame", out: IO[bytes]) -> None:
        frame.write_csv(out, quote_style="necessary")

    return _write(source, folder, "csv", put)


def write_parquet(source: Source, folder: Path) -> dict[str, int]:
    """Write every table to `folder`/TABLE.parquet, and datapackage.json; returns the rows of each.

    Compressed with Zstandard. Raises E403.
    """
    from polars.exceptions import ComputeError

    def put(frame: "pl.DataFrame", out: IO[bytes]) -> None:
        try:
            frame.write_parquet(out, compression="zstd")
        except ComputeError as problem:  # what polars makes of a full disk
            raise OSError(str(problem)) from problem

    return _write(source, folder, "parquet", put)


def _write(
    source: Source, folder: Path, form: str, put: Callable[["pl.DataFrame", IO[bytes]], None]
) -> dict[str, int]:
    resources: list[Resource] = []
    with writing(folder):
        for kind, rows in KINDS.items():
            of_kind = [table for table in tables() if table.of == kind]
            for name, frame in frames(rows(source), of_kind).items():
                path = folder / f"{name}.{form}"
                with placed(path) as out:
                    put(frame, out)
                resources.append(Resource(path=path, rows=frame.height, fields=table_fields(name)))
        write_datapackage(folder, resources, source)
    return {resource.path.name: resource.rows for resource in resources}


def frames(rows: Iterable[Row], of_kind: Iterable[TableKind]) -> Frames:
    """The tables `of_kind`, by name, that the rows of their kind make."""
    import polars as pl

    types: Mapping[str, Any] = {
        "string": pl.String,
        "integer": pl.Int64,
        "number": pl.Float64,
        "boolean": pl.Boolean,
        "date": pl.Date,
    }
    schemas = {
        table.name: {column.name: types[column.type] for column in table.columns}
        for table in of_kind
    }
    made = {name: [pl.DataFrame(schema=schema)] for name, schema in schemas.items()}
    waiting = iter(rows)
    while some := list(islice(waiting, BATCH)):
        for table in of_kind:
            records = [record for row in some for record in table.records(row)]
            frame = pl.DataFrame(records, schema=schemas[table.name], orient="row")
            made[table.name].append(frame)
    return {name: pl.concat(parts) for name, parts in made.items()}
