"""datapackage.json: what an exported set holds, who made it and how well (Data Package 2.0)."""

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import file_digest
from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec

from communique.export.dictionary import tables
from communique.export.files import placed
from communique.export.rows import Row
from communique.export.source import Source
from communique.types.kept import KeptRun
from communique.version import VERSION

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
MEDIA = {
    "csv": "text/csv",
    "jsonl": "application/jsonl",
    "parquet": "application/vnd.apache.parquet",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """A file of the set: how many rows it holds, and its fields."""

    path: Path
    rows: int
    fields: Sequence[Row]


def table_fields(name: str) -> list[Row]:
    """The fields of a table: name, type and description."""
    (table,) = (each for each in tables() if each.name == name)
    return [
        {"name": column.name, "type": column.type, "description": column.meaning}
        for column in table.columns
    ]


def line_fields(kind: str) -> list[Row]:
    """The fields of a kind of JSON lines: name and type."""
    listed = str(_data("fields.toml")[kind]).split()
    return [dict(zip(("name", "type"), each.split(":"), strict=True)) for each in listed]


def write_datapackage(folder: Path, resources: Iterable[Resource], source: Source) -> None:
    """Write `folder`/datapackage.json on the files of `resources`, which are written already.

    Nothing in it tells the time of the export: the same register gives the same bytes.
    """
    package = {
        "$schema": PROFILE,
        "name": "communique-export",
        "title": "Records of a communique register",
        "description": "Fields are described in docs/json.md and docs/exports.md of communique.",
        "communique": {"version": VERSION, "made_by": _made_by(source.kept_runs())},
        "models": [{"name": name, **model} for name, model in _data("models.toml").items()],
        "resources": [_resource(each) for each in resources],
    }
    with placed(folder / "datapackage.json") as out:
        out.write(msgspec.json.format(msgspec.json.encode(package), indent=2) + b"\n")


def _resource(resource: Resource) -> Row:
    path = resource.path
    form = path.suffix.removeprefix(".")
    with path.open("rb") as data:
        digest = file_digest(data, "sha256").hexdigest()
    return {
        "name": path.stem,
        "type": "table",
        "path": path.name,
        "format": form,
        "mediatype": MEDIA[form],
        "encoding": "utf-8",
        "bytes": path.stat().st_size,
        "hash": f"sha256:{digest}",
        "rows": resource.rows,
        "schema": {"fields": list(resource.fields)},
    }


def _made_by(runs: Iterable[KeptRun]) -> list[Row]:
    """Each version of the tool with each set of stages that wrote, and from when to when."""
    found: dict[tuple[Any, ...], Row] = {}
    for run in runs:
        key = (run.tool, tuple(sorted(run.plan.items())), tuple(sorted(run.models.items())))
        told = found.setdefault(
            key,
            {
                "tool": run.tool,
                "stages": dict(run.plan),
                "models": dict(run.models),
                "runs": 0,
                "first": run.started,
            },
        )
        told["runs"] += 1
        told["last"] = run.finished or run.started
    return list(found.values())


def _data(name: str) -> dict[str, Any]:
    path = files("communique.export").joinpath("data", name)
    return tomllib.loads(path.read_text(encoding="utf-8"))
