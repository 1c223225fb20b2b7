import json
import shutil
from functools import partial

import pytest

from communique.demo import PAGES

NAMES = ("cairo-visit-wire.txt", "cairo-visit-readout-ankara.txt", "cairo-visit-readout-cairo.html")


@pytest.fixture(scope="module")
def cairo(filled, tmp_path_factory):
    """A runner on a register with two sides' readouts and a wire, and their coverage."""
    folder = tmp_path_factory.mktemp("cairo")
    for name in NAMES:
        shutil.copy(PAGES / name, folder)
    run = partial(filled, register=folder / "cairo.db")
    assert run("add", *(str(folder / name) for name in NAMES)).exit_code == 0
    (coverage,) = rows(run("coverages", "--json"))
    return run, coverage


def rows(result):
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_an_analyst_sees_topic_by_topic_what_each_side_says(cairo):
    run, coverage = cairo
    told = run("compare", coverage["id"], "--sides").stdout
    assert told.startswith(f"{coverage['id']}: 3 reports, 3 accounts: ")
    assert "High-Level Strategic Cooperation Council" in told
    assert "Told by Egypt alone" in told
    assert "Told by Türkiye alone" in told
    alone = told.split("Told by Egypt alone")[1].split("Told by ")[0]
    assert "The two presidents also exchanged views on Libya." in alone
    overview = [line for line in told.splitlines() if line.strip().endswith(("—", "differently"))]
    assert overview
    assert max(map(len, overview)) <= 80


@pytest.mark.parametrize("kind", ["report", "event"])
def test_a_report_or_an_event_stands_for_its_coverage(cairo, kind):
    run, coverage = cairo
    events = rows(run("events", "--json"))
    record = coverage["report_ids"][1] if kind == "report" else events[0]["id"]
    by_coverage = run("compare", coverage["id"], "--sides").stdout
    assert run("compare", record, "--sides").stdout == by_coverage


def test_as_json_every_quote_is_cut_from_its_report(cairo):
    run, coverage = cairo
    (row,) = rows(run("compare", coverage["id"], "--sides", "--json"))
    assert [column["side"] for column in row["columns"]][2] is None
    assert {column["side"] for column in row["columns"]} == {"EGY", "TUR", None}
    reports = {each["id"]: each for each in rows(run("reports", "--json"))}
    for topic in row["topics"]:
        assert len(topic["told"]) == 3
        for cell in topic["told"]:
            assert (cell["verdict"] == "not mentioned") == (not cell["evidence"])
            for piece in (*cell["evidence"], *cell["marks"]):
                paragraphs = reports[piece["report_id"]]["paragraphs"]
                (held,) = [p for p in paragraphs if p["start"] <= piece["start"] < p["end"]]
                start, end = (piece[each] - held["start"] for each in ("start", "end"))
                assert held["text"][start:end] == piece["quote"]


def test_one_sides_account_alone_is_told_plainly(filled, tmp_path):
    run = partial(filled, register=tmp_path / "one.db")
    assert run("add", *(str(PAGES / name) for name in NAMES if "cairo.html" not in name)).stdout
    (covered,) = rows(run("coverages", "--json"))
    told = run("compare", covered["id"], "--sides").stdout
    assert "Only Türkiye gives an account here: no report is known to give another side's." in told
    assert "It is held against what others tell." in told
    assert "Told by Türkiye alone" in told


def test_no_sides_account_is_told_plainly(filled):
    (covered,) = [
        each for each in rows(filled("coverages", "--json")) if len(each["report_ids"]) == 1
    ][:1]
    told = filled("compare", covered["id"], "--sides")
    assert told.exit_code == 0
    assert "No report here is known to give one side's account" in told.stdout


def test_two_reports_at_once_are_refused(cairo):
    run, coverage = cairo
    result = run("compare", coverage["id"], "--sides", "--summary")
    assert result.exit_code == 2
    assert "give one of them" in result.output
