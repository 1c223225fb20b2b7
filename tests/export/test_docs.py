"""docs/errors.md and docs/json.md name what the code gives."""

import re
from pathlib import Path

import pytest
from export_samples import coverage, event, instrument, relation, report, statement

from communique.errors import CODES, Fault
from communique.export import rows
from communique.export.compare import aligned_row, compare
from communique.types.parties import Held, Party

DOCS = Path(__file__).parents[2] / "docs"


def test_every_code_is_explained_in_its_own_words():
    lines = (DOCS / "errors.md").read_text(encoding="utf-8").splitlines()
    told = {
        line.split("|")[1].strip(): line.split("|")[2].strip() for line in lines if "| E" in line
    }
    assert told == CODES


def section(name: str) -> str:
    text = (DOCS / "json.md").read_text(encoding="utf-8")
    return text.split(f"## {name}\n")[1].split("\n## ")[0]


ACTOR = Party(
    id="ac-1",
    name="Ana Kos",
    kind="person",
    iso3="SVN",
    roles=(Held(title="Prime Minister", iso3="SVN"),),
)
ROWS = {
    "reports": rows.report_row(report("one", "Ana Kos met Karl Lang."), "a.txt", None),
    "coverages": rows.coverage_row(coverage()),
    "statements": rows.statement_row(statement()),
    "events": rows.event_row(event()),
    "instruments": rows.instrument_row(instrument()),
    "relations": rows.relation_row(relation()),
    "actors": rows.actor_row(ACTOR),
    "faults": rows.fault_row(Fault.of("a.txt", "E103", "")),
}


@pytest.mark.parametrize("kind", ROWS)
def test_every_field_of_every_file_is_documented(kind):
    fields = re.findall(r"^\| (`.*?) \|", section(f"{kind}.jsonl"), re.MULTILINE)
    named = {name for field in fields for name in re.findall(r"`(\w+)`", field)}
    assert named == set(ROWS[kind])


@pytest.mark.parametrize(
    ("kind", "field"),
    [
        ("statements", "source"),
        ("statements", "wording"),
        ("events", "date"),
        ("events", "place"),
        ("actors", "roles"),
    ],
)
def test_the_parts_of_a_field_are_documented(kind, field):
    value = ROWS[kind][field]
    parts = value[0] if isinstance(value, list) else value
    line = next(line for line in section(f"{kind}.jsonl").splitlines() if f"| `{field}`" in line)
    for part in parts:
        assert re.search(rf"\b{part}\b", line.split("|", 2)[2])


def test_the_rows_of_compare_are_documented():
    found = coverage()
    reports = [report("one", "Ana Kos met Karl Lang."), report("two", "Karl Lang met Ana Kos.")]
    (row, *_) = map(aligned_row, compare(found, reports))
    text = section("What only commands write")
    assert f"`{{{', '.join(row)}}}`" in text
    assert f"`{{{', '.join(row['told'][0])}}}`" in text
    assert f"`{{{', '.join(row['told'][0]['sentences'][0])}}}`" in text
