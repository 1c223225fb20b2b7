import re


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
    meetings = text.split("## Meetings")[1].split("##")[0]
    met = [line for line in meetings.splitlines() if "Donald Tusk" in line]
    assert len(met) == 1
    assert "3 reports" in met[0]


def test_a_brief_goes_to_a_file(filled, tmp_path):
    out = tmp_path / "brief.md"
    result = filled("brief", "IND", "POL", "--out", str(out))
    assert (result.exit_code, result.stdout) == (0, "")
    assert out.read_text(encoding="utf-8") == filled("brief", "IND", "POL").stdout
    failed = filled("brief", "IND", "POL", "--out", str(tmp_path / "no" / "brief.md"))
    assert failed.exit_code == 1
    assert "E403" in failed.stderr


def test_nothing_known_is_no_failure(filled):
    result = filled("brief", "Fiji", "Peru")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "Nothing in this register about Fiji and Peru" in result.stderr


def test_an_unknown_state_is_named_with_suggestions(filled):
    result = filled("brief", "Polnad", "India")
    assert result.exit_code == 2
    assert "E401" in result.stderr
    assert "Poland" in result.stderr


def test_one_state_twice_is_a_usage_error(filled):
    assert filled("brief", "India", "IND").exit_code == 2
