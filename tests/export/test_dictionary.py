"""What the exports say of themselves agrees with the documents and with the models' cards."""

import re
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from communique.export.datapackage import line_fields
from communique.export.dictionary import tables
from communique.export.jsonl import KINDS

DOCS = Path(__file__).parents[2] / "docs"
MODELS = tomllib.loads(
    files("communique.export").joinpath("data", "models.toml").read_text(encoding="utf-8")
)


def test_the_data_dictionary_is_what_is_written():
    text = (DOCS / "exports.md").read_text(encoding="utf-8").split("## Tables\n")[1]
    told = {}
    for section in text.split("\n### ")[1:]:
        name, _, rest = section.partition("\n")
        about = rest.split("\n")[0]
        told[name] = (about, re.findall(r"^\| `(\w+)` \| (\w+) \| (.+?) \|$", rest, re.MULTILINE))
    written = {
        table.name: (table.about, [(c.name, c.type, c.meaning) for c in table.columns])
        for table in tables()
    }
    assert told == written


def test_every_kind_has_tables_and_every_table_a_kind():
    assert {table.of for table in tables()} == set(KINDS)
    assert all(any(table.of == table.name for table in tables()) for table in tables())


@pytest.mark.parametrize("kind", KINDS)
def test_the_fields_of_a_kind_are_those_of_the_documents(kind):
    text = (DOCS / "json.md").read_text(encoding="utf-8")
    section = text.split(f"## {kind}.jsonl\n")[1].split("\n## ")[0]
    rows = re.findall(r"^\| (`.*?) \|", section, re.MULTILINE)
    told = {name for row in rows for name in re.findall(r"`(\w+)`", row)}
    assert {field["name"] for field in line_fields(kind)} == told


@pytest.mark.parametrize("name", MODELS)
def test_figures_are_those_of_the_card(name):
    card = files("communique.models").joinpath(name, "CARD.md").read_text(encoding="utf-8")
    assert MODELS[name]["card"].endswith(f"{name}/CARD.md")
    assert MODELS[name]["figures"]
    for figure in MODELS[name]["figures"]:
        assert f"{figure['value']:.3f}".removeprefix("0") in card


def test_paths_lead_through_rows():
    (table,) = (each for each in tables() if each.name == "difference_evidence")
    quote = {"report_id": "rp-1", "start": 3, "end": 5, "quote": "no"}
    row = {"id": "cv-1", "differences": [{"evidence": []}, {"evidence": [quote, quote]}]}
    assert list(table.records(row)) == [("cv-1", 1, "rp-1", 3, 5, "no")] * 2


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-07-02/2024-07-04", "2024-07-02", "2024-07-04"),
        ("--07-03", "None", "None"),
        (None, "None", "None"),
    ],
)
def test_the_days_that_a_date_may_mean(value, first, last):
    (table,) = (each for each in tables() if each.name == "events")
    days = [column.get([(0, {"date": {"value": value}})]) for column in table.columns[9:11]]
    assert [column.name for column in table.columns[9:11]] == ["first_day", "last_day"]
    assert [str(day) for day in days] == [first, last]
