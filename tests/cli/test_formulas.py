"""`communique formulas`, as a user acts."""

import json

import pytest

PLEDGE = "China will firmly support Kazakhstan in safeguarding its independence and sovereignty"
ROAD = "railways across the steppe bring both peoples closer than any border could"

READOUT = """\
On the afternoon of {day}, 2024, Foreign Minister Wang Yi held talks with Foreign Minister Murat \
Nurtleu of Kazakhstan in {city}.

Wang Yi said that {words}.

Murat Nurtleu noted that {other}.
"""
TELLINGS = (
    ("March 4", "Beijing", PLEDGE, "wheat from the north feeds four provinces"),
    ("June 9", "Astana", PLEDGE.replace("will firmly support", "firmly supports"), ROAD),
    ("October 2", "Beijing", ROAD, "the copper mines need no subsidy from abroad"),
)


@pytest.fixture(scope="module")
def own(filled, tmp_path_factory):
    """Runs commands on a register of three readouts of one dyad."""
    folder = tmp_path_factory.mktemp("readouts")
    for number, (day, city, words, other) in enumerate(TELLINGS):
        text = READOUT.format(day=day, city=city, words=words, other=other)
        (folder / f"{number}.txt").write_text(text)
    register = folder / "own.db"
    assert filled("add", str(folder), register=register).exit_code == 0

    def run(*args, code=0):
        result = filled("formulas", *args, register=register)
        assert result.exit_code == code, result.output
        return result

    return run


def rows(result):
    return [json.loads(line) for line in result.stdout.splitlines()]


def formulas(own, *args):
    return [row for row in rows(own(*args, "--json")) if "variants" in row]


def test_the_formulas_of_two_states_however_they_are_named(own):
    (road, pledge) = formulas(own, "China", "KAZ")
    assert "support Kazakhstan in safeguarding" in pledge["text"].replace("supports", "support")
    assert (pledge["first_seen"], pledge["last_seen"]) == ("2024-03-04", "2024-06-09")
    assert [each["count"] for each in pledge["variants"]] == [1, 1]
    assert {state for use in road["uses"] for state in use["states"]} == {"CHN", "KAZ"}
    assert formulas(own, "kazakh", "chn") == [road, pledge]


def test_the_list_is_told_with_what_the_latest_text_dropped(own):
    shown = own("CHN", "KAZ").stdout
    assert "safeguarding" in shown
    assert "Wang Yi (CHN)" in shown
    assert "dropped: " in shown
    assert "2024-10-02 against 2024-06-09" in shown
    assert "added: " in shown


def test_bounds_leave_out_what_lies_beyond(own):
    assert not formulas(own, "CHN", "KAZ", "--since", "2024-06", "--until", "2024-06")
    (only,) = formulas(own, "CHN", "KAZ", "--until", "2024-07")
    assert only["times"] == 2


def test_the_time_line_of_a_phrase(own):
    found = rows(
        own("--phrase", "firmly supports Kazakhstan in safeguarding sovereignty", "--json")
    )
    assert [row["day"] for row in found] == ["2024-03-04", "2024-06-09"]
    assert found[0]["quote"].startswith("firmly support")
    shown = own("--phrase", "bring both peoples closer", "CHN", "KAZ").stdout.splitlines()
    assert shown[0].split("\t") == ["day", "who", "report", "place", "words"]
    assert [line.split("\t")[0] for line in shown[1:]] == ["2024-06-09", "2024-10-02"]


def test_a_phrase_that_nobody_uses(own):
    result = own("--phrase", "an unheard ventriloquist sings")
    assert "Nothing found." in result.stderr


@pytest.mark.parametrize(
    ("args", "told"),
    [
        ((), "two states"),
        (("CHN",), "two states"),
        (("CHN", "KAZ", "RUS"), "two states"),
        (("China", "CHN"), "one state"),
        (("--phrase", "of the"), "no words"),
        (("CHN", "KAZ", "--since", "spring"), "no date"),
        (("CHN", "Atlantis"), "E401"),
    ],
)
def test_calls_that_make_no_sense(own, args, told):
    assert told in own(*args, code=2).stderr
