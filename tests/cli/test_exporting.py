"""Exports as their users load them, of a register of a few demo pages, and the way back."""

import json
import re
from hashlib import sha256
from pathlib import Path

import duckdb
import polars as pl
import pytest

from communique.export.datapackage import line_fields
from communique.export.dictionary import tables
from communique.export.jsonl import KINDS

FORMS = ("jsonl", "csv", "parquet", "polecat", "icews", "ftm", "jsonld")
TYPES = {
    "string": pl.String,
    "integer": pl.Int64,
    "number": pl.Float64,
    "boolean": pl.Boolean,
    "date": pl.Date,
}
JSON_TYPES = {"string": str, "integer": int, "number": (int, float), "boolean": bool}


@pytest.fixture(scope="module")
def exports(filled, tmp_path_factory):
    """A folder with a folder of each form."""
    folder = tmp_path_factory.mktemp("exports")
    for form in FORMS:
        result = filled("export", form, str(folder / form))
        assert result.exit_code == 0, result.output
        for line in result.stdout.splitlines()[1:]:
            assert (folder / form / line.split("/")[-1]).is_file()
        assert not list((folder / form).glob("*.part"))
    return folder


def rows_of(exports, kind):
    lines = (exports / "jsonl" / f"{kind}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_register_comes_back_from_its_export_without_loss(filled, pages, exports, tmp_path):
    copy = tmp_path / "copy.db"
    result = filled("import", str(exports / "jsonl"), register=copy)
    assert result.exit_code == 0, result.output
    assert re.match(r"\d+ runs?, 6 pages", result.stdout)
    for form in FORMS:
        assert filled("export", form, str(tmp_path / form), register=copy).exit_code == 0
        assert contents(tmp_path / form) == contents(exports / form)
    added = filled("add", str(pages), register=copy)
    assert "6 pages read: 0 new, 6 known" in added.stdout
    assert filled("import", str(exports / "jsonl"), register=copy).exit_code == 1


def test_what_is_no_export_makes_no_register(filled, tmp_path):
    copy = tmp_path / "copy.db"
    missing = filled("import", str(tmp_path / "none"), register=copy)
    assert (missing.exit_code, "E101" in missing.stderr) == (2, True)
    other = filled("import", str(tmp_path), register=copy)
    assert (other.exit_code, "E508" in other.stderr) == (1, True)
    assert not copy.exists()


def test_an_export_replaces_what_was_there(filled, exports, tmp_path):
    for form in FORMS:
        for name in contents(exports / form):
            (tmp_path / name).write_text("old")
        assert filled("export", form, str(tmp_path)).exit_code == 0
        assert contents(exports / form).items() <= contents(tmp_path).items()


@pytest.mark.parametrize("form", FORMS)
def test_what_cannot_be_written_is_told(filled, tmp_path, form):
    (tmp_path / "file").write_text("")
    failed = filled("export", form, str(tmp_path / "file" / "out"))
    assert (failed.exit_code, "E403" in failed.stderr) == (1, True)


@pytest.mark.parametrize("form", FORMS)
def test_a_full_disk_is_told_and_what_was_there_stays(filled, exports, tmp_path, form):
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full on this system")
    name = {"csv": "reports.csv", "parquet": "reports.parquet", "jsonl": "reports.jsonl"}.get(form)
    name = name or next(iter(contents(exports / form)))
    (tmp_path / name).write_text("old")
    (tmp_path / f"{name}.part").symlink_to("/dev/full")
    failed = filled("export", form, str(tmp_path))
    assert (failed.exit_code, "E403" in failed.stderr) == (1, True)
    assert contents(tmp_path) == {name: b"old"}


@pytest.mark.parametrize("table", tables(), ids=lambda table: table.name)
def test_tables_load_with_their_types(exports, table):
    wanted = {column.name: TYPES[column.type] for column in table.columns}
    kept = pl.read_parquet(exports / "parquet" / f"{table.name}.parquet")
    assert dict(kept.schema) == wanted
    path = exports / "csv" / f"{table.name}.csv"
    filled = kept.with_columns(pl.col(pl.String).replace("", None))
    assert pl.read_csv(path, schema=wanted).equals(filled)
    with duckdb.connect() as database:
        for source in (
            f"read_csv('{path}', header=true)",
            f"'{exports}/parquet/{table.name}.parquet'",
        ):
            count = database.execute(f"select count(*) from {source}").fetchone()
            assert count == (kept.height,), source


def test_tables_join_to_what_the_lines_have(exports):
    with duckdb.connect() as database:
        for table in tables():
            path = exports / "parquet" / f"{table.name}.parquet"
            database.execute(f"create view {table.name} as select * from '{path}'")
        told = database.execute(
            "select e.id, list(a.actor_id order by a.number) from events e "
            "join event_actors a on a.event_id = e.id group by e.id"
        ).fetchall()
        quotes = database.execute(
            "select count(*), count(*) filter (substr(p.text, v.start + 1, v.end - v.start) = "
            "v.quote) from event_evidence v join reports r on r.id = v.report_id "
            "join pages p on p.id = r.page_id"
        ).fetchone()
    assert dict(told) == {
        row["id"]: row["actors"] for row in rows_of(exports, "events") if row["actors"]
    }
    assert quotes[0] == quotes[1] > 0


def leaves(value, path=""):
    """The paths of all that is no object or list: "origins[].report_ids[]"."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from leaves(inner, f"{path}.{name}" if path else name)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner, f"{path}[]")
    elif value is not None:
        yield path


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_of_a_row_is_left_out_of_the_tables(exports, kind):
    """Change a value anywhere in a row, and its kind's tables change."""
    of_kind = [table for table in tables() if table.of == kind]
    passed_over = {"assertions": ("record",), "runs": ("makers",)}.get(kind, ())
    tried = set()
    for row in rows_of(exports, kind):
        for path in sorted(set(leaves(row)) - tried):
            tried.add(path)
            if not path.startswith(passed_over or ("\0",)):
                before = [list(table.records(row)) for table in of_kind]
                after = [list(table.records(changed(row, path))) for table in of_kind]
                assert before != after, path


def changed(row, path):
    copy = json.loads(json.dumps(row))
    here, steps = copy, path.replace("[]", ".[]").split(".")
    while len(steps) > 1:
        step = steps.pop(0)
        here = next(one for one in here if reaches(one, steps)) if step == "[]" else here[step]
    key = 0 if steps[0] == "[]" else steps[0]
    here[key] = {str: "2001-01-01", bool: not here[key], int: 77, float: 0.77}[type(here[key])]
    return copy


def reaches(value, steps):
    return ".".join(steps).replace(".[]", "[]") in {path.lstrip(".") for path in leaves(value)}


@pytest.mark.parametrize("kind", KINDS)
def test_lines_have_the_fields_that_the_package_names(exports, kind):
    fields = {field["name"]: field["type"] for field in line_fields(kind)}
    for row in rows_of(exports, kind):
        assert set(row) == set(fields)
        for name, value in row.items():
            wanted = {**JSON_TYPES, "array": list, "object": dict}[fields[name]]
            assert value is None or isinstance(value, wanted), (name, value)


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet"])
def test_the_data_package_tells_what_is_there(exports, form):
    package = json.loads((exports / form / "datapackage.json").read_text(encoding="utf-8"))
    paths = {path.name for path in (exports / form).iterdir()} - {"datapackage.json"}
    assert {resource["path"] for resource in package["resources"]} == paths
    for resource in package["resources"]:
        data = (exports / form / resource["path"]).read_bytes()
        assert resource["bytes"] == len(data)
        assert resource["hash"] == f"sha256:{sha256(data).hexdigest()}"
        assert resource["schema"]["fields"]
        if form == "jsonl":
            assert resource["rows"] == data.count(b"\n")
    (made,) = package["communique"]["made_by"]
    assert made["stages"]["merge"]
    assert {model["name"] for model in package["models"]} == {"attribution", "coding", "linking"}


@pytest.mark.parametrize(("form", "name"), [("polecat", "polecat.txt"), ("icews", "icews.tab")])
def test_rows_of_event_data_load(exports, form, name):
    path, columns = exports / form / name, {"polecat": 40, "icews": 20}[form]
    null = "None" if form == "polecat" else ""
    frame = pl.read_csv(path, separator="\t", null_values=[null], infer_schema_length=None)
    assert frame.width == columns
    assert frame["Event ID"].is_unique().all()
    assert frame["Intensity"].dtype == pl.Float64
    assert frame["Latitude"].dtype == pl.Float64
    facts = {
        row["id"]
        for row in rows_of(exports, "events")
        if row["modality"] == "actual" and row["attributed_to"] is None
    }
    assert {event.split("#")[0] for event in frame["Event ID"]} == facts
    with duckdb.connect() as database:
        read = f"read_csv('{path}', delim='\t', header=true, nullstr='{null}')"
        found = database.execute(f"select * from {read}")
        assert len(found.description) == columns
        assert len(found.fetchall()) == frame.height


def test_graphs_hold_every_event(exports):
    ids = {row["id"] for row in rows_of(exports, "events")}
    record = json.loads((exports / "jsonld" / "record.jsonld").read_text(encoding="utf-8"))
    named = {node["@id"].removeprefix("urn:communique:") for node in record["@graph"]}
    assert ids <= named
    lines = (exports / "ftm" / "entities.ftm.json").read_text(encoding="utf-8").splitlines()
    entities = [json.loads(line) for line in lines]
    known = {each["id"] for each in entities}
    assert len(known) == len(entities)
    for each in entities:
        for name in ("involved", "proof", "document", "entity", "holder", "post"):
            assert known.issuperset(each["properties"].get(name, ()))
