import json


def rows(result):
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_json_and_table_list_the_same_positions(filled):
    listed = rows(filled("positions", "--json"))
    table = filled("positions").stdout.splitlines()
    assert listed
    assert len(table) == len(listed) + 1


def test_positions_are_filtered_by_holder_and_matter(filled):
    every = rows(filled("positions", "--json"))
    for holder in {row["iso3"] for row in every if row["iso3"]}:
        held = rows(filled("positions", holder, "--json"))
        assert held == [row for row in every if row["iso3"] == holder]
    word = every[0]["object"]["text"].split()[-1]
    on = rows(filled("positions", "--on", word, "--json"))
    assert every[0] in on
    assert all(word.casefold() in f"{r['object']['text']} {r['about']}".casefold() for r in on)
    assert rows(filled("positions", "--on", "no such matter", "--json")) == []


def test_a_holder_nobody_knows_is_refused(filled):
    refused = filled("positions", "Narnia")
    assert refused.exit_code == 2
    assert "E401" in refused.stderr
    for known in ("Vanuatu", "OPEC"):
        assert filled("positions", known, "--json").exit_code == 0


def test_the_help_says_which_holders_are_known(filled):
    told = " ".join(filled("positions", "--help").stdout.replace("│", " ").split())
    assert "ISO code" in told
    assert "E401" in told
