"""`communique actors`, as a user acts."""

import json
import shutil
from pathlib import Path

import pytest

LIST = (
    {
        "id": "p1",
        "schema": "Person",
        "properties": {"name": ["Radek Wilk"], "alias": ["Radosław Wilk"], "country": ["pl"]},
    },
    {"id": "o1", "schema": "Occupancy", "properties": {"holder": ["p1"], "post": ["gone"]}},
    {"id": "s1", "schema": "Security", "properties": {"name": ["A share"]}},
)


@pytest.fixture
def peps(tmp_path: Path) -> Path:
    path = tmp_path / "peps.ftm.json"
    path.write_text("\n".join(map(json.dumps, LIST)), encoding="utf-8")
    return path


@pytest.fixture
def own(filled, tmp_path: Path) -> Path:
    """A register of one's own to import into."""
    return Path(shutil.copy(filled.register, tmp_path / "own.db"))


def test_the_list_names_every_actor_once_with_first_and_last_seen(filled):
    lines = [line.split("\t") for line in filled("actors", "list").stdout.splitlines()]
    assert lines[0][1:] == ["name", "kind", "state", "roles", "first seen", "last seen", "lists"]
    (tusk,) = (line for line in lines if line[1] == "Donald Tusk")
    assert tusk[2:4] == ["person", "POL"]
    assert "2024-08-22" in tusk[5:7]
    names = [(line[1], line[2], line[3]) for line in lines]
    assert len(names) == len(set(names))


def test_the_list_by_state_and_kind(filled):
    told = filled("actors", "list", "--state", "Polish", "--kind", "person", "--json").stdout
    rows = [json.loads(line) for line in told.splitlines()]
    assert {row["kind"] for row in rows} == {"person"}
    assert "Donald Tusk" in {row["name"] for row in rows}
    assert {row["iso3"] for row in rows} == {"POL"}
    wrong = filled("actors", "list", "--kind", "people")
    assert (wrong.exit_code, "none of state" in wrong.stderr) == (2, True)
    assert filled("actors", "list", "--state", "Polnad").exit_code == 2


def test_show_gives_names_offices_and_the_words_that_bear_them(filled):
    shown = filled("actors", "show", "tusk")
    assert shown.exit_code == 0
    assert "Donald Tusk (person, POL)" in shown.stdout
    role = next(line for line in shown.stdout.splitlines() if "Prime Minister (POL)" in line)
    assert "seen 2024-08-22" in role
    assert "from 2023-12-13 to ... (table of holders)" in role
    assert "“" in shown.stdout
    by_id = filled("actors", "show", shown.stdout.split()[0], "--json")
    row = json.loads(by_id.stdout)
    assert (row["name"], row["roles"][0]["first_seen"]) == ("Donald Tusk", "2024-08-22")


def test_who_is_not_there_or_may_be_several_is_told(filled):
    nobody = filled("actors", "show", "Donald Tusc")
    assert (nobody.exit_code, "Did you mean Donald Tusk?" in nobody.stderr) == (2, True)
    assert "E404" in filled("actors", "show", "").stderr
    assert "E402" in filled("actors", "show", "ac-none").stderr
    several = filled("actors", "show", "minister")
    assert several.exit_code == 2


def test_import_tells_what_it_took_passed_over_and_could_not_use(filled, own, peps):
    told = filled("actors", "import", str(peps), "--source", "my list", register=own)
    assert told.exit_code == 0, told.output
    assert "1 person, 0 tenures, 0 offices; 1 new or changed, 1 fault" in told.stdout
    assert "Passed over: 1 Security." in told.stdout
    assert "E503 peps.ftm.json:2" in told.stderr
    assert "Add them again" in told.stderr
    assert "E503" in filled("faults", register=own).stdout
    again = filled("actors", "import", str(peps), "--source", "my list", register=own)
    assert "0 new or changed" in again.stdout
    assert "Add them again" not in again.stderr
    shown = filled("actors", "show", "Radosław Wilk", register=own)
    assert "Radek Wilk (person, POL)" in shown.stdout
    assert "lists: my list" in shown.stdout
    listed = filled("actors", "list", "--state", "POL", register=own).stdout
    assert "Radek Wilk\tperson\tPOL\t-\t-\t-\tmy list" in listed


def test_import_makes_a_register_and_takes_its_name_from_the_file(filled, peps, tmp_path):
    new = tmp_path / "new.db"
    assert filled("actors", "import", str(peps), register=new).exit_code == 0
    row = json.loads(filled("actors", "list", "--json", register=new).stdout)
    assert (row["name"], row["sources"], row["evidence"]) == ("Radek Wilk", ["peps"], [])


def test_what_is_no_list_is_told(filled, own, tmp_path):
    story = tmp_path / "story.txt"
    story.write_text("No list at all.\n")
    told = filled("actors", "import", str(story), register=own)
    assert (told.exit_code, "E506" in told.stderr) == (1, True)
    assert filled("actors", "import", str(tmp_path / "none"), register=own).exit_code == 2
    nameless = filled("actors", "import", str(story), "--source", " ", register=own)
    assert nameless.exit_code == 2


def test_export_writes_what_the_list_shows(filled, own, peps, tmp_path):
    filled("actors", "import", str(peps), register=own)
    assert filled("export", "jsonl", str(tmp_path / "out"), register=own).exit_code == 0
    exported = (tmp_path / "out" / "actors.jsonl").read_text(encoding="utf-8").splitlines()
    assert exported == filled("actors", "list", "--json", register=own).stdout.splitlines()
    ids = {json.loads(line)["id"] for line in exported}
    said = (tmp_path / "out" / "statements.jsonl").read_text(encoding="utf-8").splitlines()
    speakers = {i for line in said for i in (json.loads(line)["source"] or {}).get("actor_ids", ())}
    assert speakers <= ids
