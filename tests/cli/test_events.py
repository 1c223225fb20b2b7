"""One event on the command line: its facts, whole and parts, and what is disputed."""

import json
from dataclasses import replace

from communique.cli.events import print_event
from communique.cli.screen import Screen
from communique.register import Register
from communique.types.record import Disputed


def listed(filled) -> list[dict]:
    return [json.loads(line) for line in filled("events", "--json").stdout.splitlines()]


def test_a_whole_shows_its_parts_and_a_part_its_whole(filled):
    events = listed(filled)
    part = next(event for event in events if event["part_of"])
    whole = next(event for event in events if event["id"] == part["part_of"])
    assert part["coverage_id"] == whole["coverage_id"]
    shown = filled("show", part["id"][:9]).stdout
    assert f"part of: {whole['id'][:11]}" in shown
    assert f"has part: {part['id'][:11]}" in filled("show", whole["id"]).stdout


def test_an_event_is_shown_with_its_facts_and_words(filled):
    event = next(event for event in listed(filled) if event["date"] and event["place"])
    result = filled("show", event["id"])
    assert result.exit_code == 0
    assert f"when: {event['date']['value']} (" in result.stdout
    assert f"where: {event['place']['name']}" in result.stdout
    assert f"carried by: {len(event['report_ids'])} report" in result.stdout
    assert " ".join(event["evidence"][0]["quote"].split())[:30] in result.stdout


def test_the_list_names_the_whole(filled):
    events = listed(filled)
    part = next(event for event in events if event["part_of"])
    lines = filled("events").stdout.splitlines()
    assert lines[0].split("\t")[-2:] == ["part of", "disputed"]
    row = next(line for line in lines if line.startswith(part["id"][:11]))
    assert row.split("\t")[-2:] == [part["part_of"][:11], "-"]


def test_what_reports_disagree_on_is_shown_with_its_words(filled, capsys):
    with Register.open(filled.register, create=False) as register, register.read() as view:
        event = next(each for each in view.events() if each.evidence)
        told = Disputed(
            field="date",
            value="2001-02-03",
            report_ids=event.report_ids[:1],
            evidence=event.evidence[:1],
        )
        print_event(Screen(), view, replace(event, disputed=(told,)))
    shown = capsys.readouterr().out
    assert "Reports disagree" in shown
    assert f"1 of {len(event.report_ids)} reports says 2001-02-03" in " ".join(shown.split())
