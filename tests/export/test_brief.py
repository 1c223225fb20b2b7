import re

from export_samples import (
    AUSTRIA,
    ITALY,
    KOS,
    LANG,
    ONE,
    TWO,
    Archive,
    cite,
    event,
    instrument,
    relation,
    statement,
)

from communique.export.brief import SAID, write_brief
from communique.types.parties import Mention
from communique.types.record import EventDate


def full() -> Archive:
    return Archive(
        made_events=[event()],
        made_instruments=[instrument()],
        made_relations=[relation()],
        made_statements=[statement(), statement(TWO, "Austria wants more trains")],
    )


def lines(text: str, title: str) -> list[str]:
    if f"## {title}\n" not in text:
        return []
    section = text.split(f"## {title}\n")[1].split("\n## ")[0]
    return [line for line in section.splitlines() if line]


def test_the_order_of_the_states_does_not_matter():
    text = write_brief(full(), "SVN", "AUT")
    assert text == write_brief(full(), "AUT", "SVN")
    assert text.startswith("# Austria and Slovenia\n")


def test_sources_count_reports_and_accounts():
    told = lines(write_brief(full(), "AUT", "SVN"), "How well sourced")
    assert told == [
        "3 reports of 1 happening, 2 independent accounts.",
        "- Alpine Wire (2 reports, 2021-03-05) [1] [2]",
        "- pg-three.txt (1 report, 2021-03-05) [3]",
    ]


def test_a_meeting_is_one_line_with_an_account_of_each_origin():
    (met,) = lines(write_brief(full(), "AUT", "SVN"), "Meetings")
    assert met == (
        "- 2021-03-04, Ljubljana (Slovenia): Karl Lang (Austria) and Ana Kos (Slovenia) (visit) "
        "(3 reports, 2 accounts) [1] [2] [3]"
    )


def test_a_derived_date_says_from_what():
    derived = EventDate(value="2021-03-04", precision="day", stated=False, reason="the stamp")
    (met,) = lines(write_brief(Archive([event(date=derived)]), "AUT", "SVN"), "Meetings")
    assert "2021-03-04 (derived: the stamp)" in met
    (met,) = lines(write_brief(Archive([event(date=None)]), "AUT", "SVN"), "Meetings")
    assert met.startswith("- No date stated")


def test_a_meeting_that_is_only_planned_says_so():
    (met,) = lines(write_brief(Archive([event(modality="future")]), "AUT", "SVN"), "Meetings")
    assert "(visit, planned)" in met


def test_titles_are_no_markup():
    (agreed,) = lines(write_brief(full(), "AUT", "SVN"), "Agreements")
    assert agreed.startswith(r"- *Treaty on \*Trains\** (treaty): signed 2021-03-04")


def test_linked_statements_of_one_speaker_are_one_line():
    said = lines(write_brief(full(), "AUT", "SVN"), "What each said")
    told = [line for line in said if line.startswith("- ")]
    assert len(told) == 1
    assert told[0].startswith("- Karl Lang: Austria wants trains (reported 2021-03-05; 2 reports")


def test_where_they_stand_is_the_latest_change_that_is_done():
    changes = [
        relation(id="rl-1", date="2001", change="established", level_after=None),
        relation(id="rl-2", date="2021-03-04"),
        relation(id="rl-3", date="2030", change="severed", level_after=None, modality="future"),
    ]
    text = write_brief(Archive(made_relations=changes), "AUT", "SVN")
    (standing,) = lines(text, "Where they stand")
    assert standing.startswith("**Strategic partnership** since 2021-03-04")
    changed = lines(text, "What changed")
    assert [line[2:6] for line in changed] == ["2021", "2001"]
    (planned,) = lines(text, "Announced, planned or denied")
    assert "2030: relations severed, future" in planned


def test_a_change_told_again_later_is_one_line():
    again = relation(id="rl-2", date="2021-03", report_ids=("rp-two",), evidence=cite(TWO))
    text = write_brief(Archive(made_relations=[relation(), again]), "AUT", "SVN")
    (changed,) = lines(text, "What changed")
    assert changed.startswith("- 2021-03-04: relations upgraded to strategic partnership (2 report")
    other = relation(id="rl-3", date="2021-04", report_ids=("rp-two",), evidence=cite(TWO))
    text = write_brief(Archive(made_relations=[relation(), other]), "AUT", "SVN")
    assert len(lines(text, "What changed")) == 2


def test_no_level_is_invented():
    change = relation(level_after=None)
    text = write_brief(Archive(made_relations=[change]), "AUT", "SVN")
    assert lines(text, "What changed")[0].startswith("- 2021-03-04: relations upgraded (")


def test_an_event_in_a_speech_is_told_as_what_the_speaker_says():
    support = event(
        type="SUPPORT",
        mode=None,
        actors=(AUSTRIA.id,),
        recipients=(KOS.id,),
        attributed_to=LANG.id,
        evidence=cite(ONE, sentence=1),
    )
    (told,) = lines(write_brief(Archive([support]), "AUT", "SVN"), "What else they did")
    assert "Support: Austria → Ana Kos (Slovenia), as Karl Lang (Austria) says" in told


def test_words_of_others_do_not_count_where_the_two_did_nothing_together():
    accused = event(type="ACCUSE", mode=None)
    archive = Archive([accused], made_statements=[statement()])
    assert not lines(write_brief(archive, "AUT", "SVN"), "What each said")
    words = archive.made_statements[0].content[0]
    archive.mentions = (Mention(passage=words, actor_ids=(KOS.id,), rule="name"),)
    assert lines(write_brief(archive, "AUT", "SVN"), "What each said")


def test_many_statements_are_a_selection_that_says_what_it_leaves_out():
    from dataclasses import replace

    said = [replace(statement(), id=f"st-{number}") for number in range(SAID + 2)]
    text = write_brief(Archive([event()], made_statements=said), "AUT", "SVN")
    told = lines(text, "What each said")
    assert sum(line.startswith("- ") for line in told) == SAID
    assert "*2 more in the register.*" in told


def test_every_mark_has_its_citation_and_every_citation_its_mark():
    text = write_brief(full(), "AUT", "SVN")
    told, listed = text.split("## Citations")
    marks = {int(number) for number in re.findall(r" \[(\d+)\]", told)}
    numbers = [int(number) for number in re.findall(r"^(\d+)\.", listed, re.MULTILINE)]
    assert sorted(marks) == numbers == list(range(1, len(numbers) + 1))
    assert "1. “Ana Kos met Karl Lang.” (pg-one.txt, 0–22, rp-one)" in listed


def test_nothing_known_is_nothing_said():
    assert write_brief(full(), "AUT", "ITA") == ""
    stranger = event(actors=(ITALY.id,), recipients=("ac-unknown",))
    assert write_brief(Archive([stranger]), "AUT", "ITA") == ""
