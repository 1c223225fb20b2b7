"""docs/errors.md and docs/json.md name what the code gives."""

import re
from pathlib import Path

import pytest
from export_samples import (
    REPORTS,
    coverage,
    disputed,
    event,
    instrument,
    relation,
    report,
    statement,
)

from communique.errors import CODES, Fault
from communique.export import rows
from communique.export.aliases import alias_row
from communique.export.compare import aligned_row, compare
from communique.export.sides import sides_row
from communique.export.summary import summarise, summary_row
from communique.types.aliases import Alias
from communique.types.parties import Held, Party
from communique.types.sides import Column, Sides, Told, Topic

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
    "events": rows.event_row(event(disputed=(disputed(),))),
    "instruments": rows.instrument_row(instrument()),
    "relations": rows.relation_row(relation()),
    "actors": rows.actor_row(ACTOR),
    "aliases": alias_row(
        Alias(
            id="al-1",
            names=("a", "b"),
            kind=None,
            coverage_ids=(),
            report_ids=(),
            known=True,
        )
    ),
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
        ("events", "disputed"),
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


def test_the_row_of_a_summary_is_documented():
    row = summary_row(summarise(coverage(), REPORTS, {}), "")
    text = section("What only commands write")
    assert f"`{{{', '.join(row)}}}`" in text
    (version, *_) = [each for each in row["versions"] if each["differences"]]
    for parts in (row["reports"][0], row["shared"][0], version, version["differences"][0]):
        assert f"`{{{', '.join(parts)}}}`" in text


def test_the_row_of_sides_is_documented():
    told = Told(verdict="said")
    row = sides_row(
        Sides(
            coverage_id="cv-1",
            columns=(Column(side="SVN", report_ids=("rp-one",)),),
            topics=(Topic(number=1, name="trains", told=(told,)),),
        )
    )
    text = section("What only commands write")
    for parts in (row, row["columns"][0], row["topics"][0], row["topics"][0]["told"][0]):
        assert f"`{{{', '.join(parts)}}}`" in text
