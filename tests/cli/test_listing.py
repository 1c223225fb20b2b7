import json
import re

import pytest


def rows(result):
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.mark.parametrize("command", ["reports", "events", "statements", "coverages", "faults"])
def test_json_and_table_list_the_same_records(filled, command):
    listed = rows(filled(command, "--json"))
    table = filled(command).stdout.splitlines()
    assert listed
    assert len(table) == len(listed) + 1
    assert len({line.count("\t") for line in table}) == 1


def test_events_are_filtered(filled):
    every = rows(filled("events", "--json"))
    met = rows(filled("events", "--json", "--type", "consult"))
    assert met == [event for event in every if event["type"] == "CONSULT"]
    assert met
    polish = rows(filled("events", "--json", "--actor", "Poland"))
    assert 0 < len(polish) < len(every)
    later = rows(filled("events", "--json", "--since", "2024-08"))
    assert {event["date"]["value"][:7] for event in later} == {"2024-08"}
    earlier = rows(filled("events", "--json", "--until", "2021"))
    assert {event["date"]["value"][:4] for event in earlier} == {"2021"}


@pytest.mark.parametrize(
    "option", [("--type", "DANCE"), ("--since", "yesterday"), ("--until", "2024-13")]
)
def test_a_wrong_filter_is_a_usage_error(filled, option):
    assert filled("events", *option).exit_code == 2


def test_statements_are_filtered(filled):
    by_tusk = rows(filled("statements", "--json", "--by", "Tusk"))
    of_poland = rows(filled("statements", "--json", "--by", "POL"))
    about = rows(filled("statements", "--json", "--about", "battlefield"))
    assert {row["id"] for row in by_tusk} <= {row["id"] for row in of_poland}
    assert by_tusk
    assert about
    assert all("battlefield" in row["content"] for row in about)


def test_statements_are_filtered_by_act_kind_and_addressee(filled):
    every = rows(filled("statements", "--json"))
    acts = {row["act"] for row in every}
    assert len(acts) > 3
    for act in acts:
        listed = rows(filled("statements", "--json", "--act", act.upper()))
        assert listed == [row for row in every if row["act"] == act]
    wanted = rows(filled("statements", "--json", "--kind", "will"))
    assert wanted == [row for row in every if row["kind"] == "will"]
    addressed = [row for row in every if row["addressee"]]
    assert addressed
    actors = {row["id"]: row for row in rows(filled("actors", "list", "--json"))}
    name = actors[addressed[0]["addressee"]]["name"]
    to = rows(filled("statements", "--json", "--to", name))
    assert 0 < len(to) < len(every)
    assert all(name in actors[row["addressee"]]["name"] for row in to)


@pytest.mark.parametrize("option", [("--act", "sing"), ("--kind", "song")])
def test_an_unknown_act_or_kind_is_a_usage_error(filled, option):
    result = filled("statements", *option)
    assert result.exit_code == 2
    assert f"{option[1]} is none of" in result.output


def test_a_pledge_names_the_words_it_rests_on(filled):
    pledges = rows(filled("statements", "--json", "--act", "pledge"))
    worded = [row for row in pledges if row["wording"]]
    assert worded
    assert all(piece["text"] in row["content"] for row in worded for piece in row["wording"])
    table = filled("statements", "--act", "pledge").stdout.splitlines()
    assert all("\tpledge\t" in line for line in table[1:])


def test_show_names_the_act(filled):
    (first, *_) = rows(filled("statements", "--json", "--act", "pledge"))
    shown = filled("show", first["report_id"]).stdout
    assert f"(pledge, {first['manner']}, {first['modality']})" in shown


def test_search_marks_the_words_and_says_when_there_are_none(filled):
    assert "[" in filled("search", "battlefield").stdout
    (hit,) = rows(filled("search", "--json", "battlefield", "Tusk"))
    assert set(hit) == {"report_id", "headline", "snippet"}
    nothing = filled("search", "zeppelin")
    assert (nothing.exit_code, nothing.stdout) == (0, "")


def test_show_marks_what_was_found(filled):
    report = next(
        row for row in rows(filled("reports", "--json")) if row["page"].endswith("ship-wire.txt")
    )
    shown = filled("show", report["id"][:9]).stdout
    assert f"⟦headline {report['headline']}⟧" in shown
    assert "⟦S1 " in shown
    assert re.search(r"S\d+ Narendra Modi \(IND\)", shown)
    assert "⟦E1 " in shown
    by_page = filled("show", report["page_id"]).stdout
    assert by_page == shown


def test_compare_tells_what_only_one_version_has(filled):
    covered = next(c for c in rows(filled("coverages", "--json")) if len(c["report_ids"]) == 2)
    told = filled("compare", covered["id"]).stdout
    assert "[only here]\n  A  Spain and France called on both governments" in told
    assert filled("compare", covered["report_ids"][0]).stdout == told
    aligned = rows(filled("compare", covered["id"], "--json"))
    assert {row["kind"] for row in aligned} <= {"same", "near", "reworded", "only here"}


def test_a_summary_is_some_twenty_lines_to_paste(filled):
    for covered in rows(filled("coverages", "--json")):
        told = filled("compare", covered["id"], "--summary").stdout
        assert 3 <= len(told.splitlines()) <= 25
        assert not re.search(r"\b(?:rp|cv)-[0-9a-f]", told)
        (row,) = rows(filled("compare", covered["id"], "--summary", "--json"))
        assert row["text"] == told
        named = [each["name"] for each in row["reports"]]
        assert all(name in told for name in named)
        if len(named) > 1:
            assert len(told.splitlines()) >= 8


@pytest.mark.parametrize("command", [("show", "rp-0"), ("show", "pg-x"), ("compare", "zz")])
def test_an_unknown_id_is_an_error_with_a_code(filled, command):
    result = filled(*command)
    assert result.exit_code == 1
    assert "E402" in result.stderr
