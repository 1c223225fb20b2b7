"""Where two states stand, on the command line."""

import json


def test_a_standing_is_told_with_its_evidence(filled):
    result = filled("relation", "Algeria", "Morocco")
    assert result.exit_code == 0
    first, *rest = result.stdout.splitlines()
    assert first.startswith("Algeria and Morocco on ")
    assert any("Diplomatic relations: severed" in line for line in rest)
    assert any(line.strip().startswith("[rp-") and "“" in line for line in rest)


def test_what_came_later_is_not_told(filled):
    result = filled("relation", "MAR", "DZA", "--on", "1950-01-01")
    assert (result.exit_code, len(result.stdout.splitlines())) == (0, 1)
    assert result.stdout.startswith("Nothing known of Morocco and Algeria on 1950-01-01")


def test_where_nothing_is_known_it_is_said(filled):
    result = filled("relation", "Fiji", "Chad")
    assert (result.exit_code, len(result.stdout.splitlines())) == (0, 1)


def test_json_holds_the_changes_with_their_evidence(filled):
    (row,) = map(json.loads, filled("relation", "DZA", "MAR", "--json").stdout.splitlines())
    assert row["dyad"] == ["DZA", "MAR"]
    assert {each["matter"] for each in row["stands"]} >= {"diplomatic relations"}
    assert all(each["by"]["evidence"] for each in row["stands"])


def test_a_wrong_day_and_one_state_twice_are_refused(filled):
    assert filled("relation", "DZA", "MAR", "--on", "soon").exit_code == 2
    assert filled("relation", "DZA", "Algeria").exit_code == 2
