import json


def test_visits_are_listed_by_day(filled):
    result = filled("visits")
    assert result.exit_code == 0
    head, *lines = result.stdout.splitlines()
    assert head.split("\t")[:3] == ["visit", "days", "who"]
    (line,) = (line for line in lines if "Narendra Modi" in line and "Poland" in line)
    assert "2024-08-22" in line
    assert "Donald Tusk (POL)" in line


def test_visits_between_two_states(filled):
    rows = filled("visits", "India", "Poland", "--json").stdout.splitlines()
    (row,) = map(json.loads, rows)
    assert (row["iso3"], row["to"], row["status"]) == ("IND", "POL", "done")
    assert row["first"]["value"] == "2024-08-22"
    assert len(row["report_ids"]) == 3
    assert all(piece["quote"] for piece in row["evidence"])
    assert not filled("visits", "India", "Poland", "--json", "--until", "2024-07").stdout


def test_wrong_words_are_told(filled):
    assert filled("visits", "Atlantis").exit_code == 2
    assert filled("visits", "India", "Poland", "China").exit_code == 2
    assert filled("visits", "--since", "August").exit_code == 2


def test_colt_is_a_form_of_export(filled, tmp_path):
    result = filled("export", "colt", str(tmp_path))
    assert result.exit_code == 0
    assert "Narendra Modi" in (tmp_path / "colt.csv").read_text(encoding="utf-8")
