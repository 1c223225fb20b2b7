import json
import re

import pytest


def test_a_brief_is_raw_markdown_where_no_terminal_is(filled):
    result = filled("brief", "India", "POL")
    assert result.exit_code == 0
    assert result.stdout.startswith("# India and Poland\n")
    assert filled("brief", "Polish", "indian").stdout == result.stdout


def test_every_line_of_a_brief_is_cited(filled):
    text = filled("brief", "IND", "POL").stdout
    told, listed = text.split("## Citations")
    lines = [line for line in told.splitlines() if line.startswith("- ")]
    assert len(lines) > 5
    assert all(re.search(r"(?: \[\d+\])+$", line) for line in lines)
    marks = {int(number) for number in re.findall(r" \[(\d+)\]", told)}
    numbers = [int(number) for number in re.findall(r"^(\d+)\. ", listed, re.MULTILINE)]
    assert numbers == list(range(1, max(marks) + 1))
    assert marks == set(numbers)


def test_one_meeting_in_three_pages_is_one_line(filled):
    text = filled("brief", "IND", "POL").stdout
    meetings = text.split("### Meetings\n")[1].split("\n## ")[0]
    met = [line for line in meetings.splitlines() if "Donald Tusk" in line]
    assert len(met) == 1
    assert "3 reports" in met[0]


@pytest.mark.parametrize(("ending", "start"), [("md", "# India"), ("html", "<!DOCTYPE html>")])
def test_the_name_of_the_file_tells_the_format(filled, tmp_path, ending, start):
    out = tmp_path / f"brief.{ending}"
    result = filled("brief", "IND", "POL", "--out", str(out))
    assert (result.exit_code, result.stdout) == (0, "")
    assert out.read_text(encoding="utf-8").startswith(start)


def test_a_named_format_goes_before_the_name_of_the_file(filled, tmp_path):
    out = tmp_path / "brief.html"
    assert filled("brief", "IND", "POL", "--format", "json", "--out", str(out)).exit_code == 0
    row = json.loads(out.read_text(encoding="utf-8"))
    assert row["dyad"] == ["IND", "POL"]
    assert row == json.loads(filled("brief", "IND", "POL", "--format", "json").stdout)
    refused = filled("brief", "IND", "POL", "--format", "pdf")
    assert refused.exit_code == 2
    assert "md, json, html" in refused.stderr


def test_a_file_that_cannot_be_written_is_an_error(filled, tmp_path):
    failed = filled("brief", "IND", "POL", "--out", str(tmp_path / "no" / "brief.md"))
    assert failed.exit_code == 1
    assert "E403" in failed.stderr


def test_bounds_and_topic_narrow_a_brief(filled):
    whole = filled("brief", "IND", "POL").stdout
    topic = filled("brief", "IND", "POL", "--topic", "action plan").stdout
    assert "Only what tells of “action plan”" in topic
    assert 0 < topic.count("\n- ") < whole.count("\n- ")
    early = filled("brief", "IND", "POL", "--until", "1990").stdout
    assert "relations established" in early
    assert "strategic partnership" not in early.split("## Citations")[0]
    assert filled("brief", "IND", "POL", "--since", "soon").exit_code == 2


def test_a_topic_that_nothing_tells_of_is_no_failure(filled):
    result = filled("brief", "IND", "POL", "--topic", "zebras")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "that tells of “zebras”" in result.stderr


def test_bounds_that_hold_no_day_are_a_usage_error(filled):
    refused = filled("brief", "IND", "POL", "--since", "2025", "--until", "2024-06")
    assert refused.exit_code == 2
    assert "2025" in refused.stderr


def test_a_name_of_no_known_format_is_a_usage_error(filled, tmp_path):
    out = tmp_path / "brief.pdf"
    refused = filled("brief", "IND", "POL", "--out", str(out))
    assert (refused.exit_code, out.exists()) == (2, False)
    assert filled("brief", "IND", "POL", "--out", str(out), "--format", "md").exit_code == 0


def test_nothing_known_is_no_failure(filled):
    result = filled("brief", "Fiji", "Peru")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "Nothing in this register about Fiji and Peru" in result.stderr


def test_a_brief_of_nothing_is_still_a_file_for_programs(filled, tmp_path):
    out = tmp_path / "brief.json"
    told = filled("brief", "Fiji", "Peru", "--format", "json")
    assert json.loads(told.stdout)
    assert filled("brief", "Fiji", "Peru", "--out", str(out)).exit_code == 0
    assert json.loads(out.read_text(encoding="utf-8")) == json.loads(told.stdout)


def test_an_unknown_state_is_named_with_suggestions(filled):
    result = filled("brief", "Polnad", "India")
    assert result.exit_code == 2
    assert "E401" in result.stderr
    assert "Poland" in result.stderr


def test_one_state_twice_is_a_usage_error(filled):
    assert filled("brief", "India", "IND").exit_code == 2
