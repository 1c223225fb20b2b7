from dataclasses import replace

import pytest
from export_samples import (
    AUSTRIA,
    ITALY,
    KOS,
    LANG,
    ONE,
    TWO,
    Archive,
    cite,
    disputed,
    event,
    instrument,
    position,
    relation,
    statement,
)

from communique.export.briefing import Scope, make_brief
from communique.export.briefing.compose import MOST, SAID
from communique.types.coverage import Origin
from communique.types.parties import Mention
from communique.types.record import EventDate


def full() -> Archive:
    return Archive(
        made_events=[event()],
        made_instruments=[instrument()],
        made_relations=[relation()],
        made_statements=[statement(), statement(TWO, "Austria wants more trains")],
        made_positions=[position(), position(id="ps-2", kind="commitment", stance="will")],
    )


def groups(archive, key, **scope):
    made = make_brief(archive, "AUT", "SVN", Scope(**scope))
    return next((section.groups for section in made.sections if section.key == key), ())


def lines(archive, key, **scope):
    return [line for group in groups(archive, key, **scope) for line in group.lines]


def test_the_order_of_the_states_does_not_matter():
    made = make_brief(full(), "SVN", "AUT")
    assert made == make_brief(full(), "AUT", "SVN")
    assert made.title == "Austria and Slovenia"


def test_sections_stand_in_the_order_in_which_an_analyst_reads():
    keys = [section.key for section in make_brief(full(), "AUT", "SVN").sections]
    assert keys == [
        *("standing", "changes", "meetings", "agreements", "positions", "said", "commitments"),
        "sources",
    ]


def test_a_meeting_is_one_line_with_an_account_of_each_origin():
    (met,) = lines(full(), "meetings")
    assert met.head == "2021-03-04, Ljubljana (Slovenia)"
    assert met.text == "Karl Lang (Austria) and Ana Kos (Slovenia)"
    assert met.notes == ("visit", "3 reports, 2 accounts")
    assert len(met.cites) == 3


def test_a_derived_date_says_from_what():
    derived = EventDate(value="2021-03-04", precision="day", stated=False, reason="the stamp")
    (met,) = lines(Archive([event(date=derived)]), "meetings")
    assert "date derived: the stamp" in met.notes
    (met,) = lines(Archive([event(date=None)]), "meetings")
    assert met.head.startswith("No date stated")


def test_a_meeting_that_is_only_planned_says_so():
    (met,) = lines(Archive([event(modality="future")]), "meetings")
    assert "planned" in met.notes


def test_linked_statements_of_one_speaker_are_one_line():
    (said,) = lines(full(), "said")
    assert (said.head, said.text) == ("Karl Lang", "Austria wants trains")
    assert said.notes[0] == "reported 2021-03-05"
    assert said.notes[1].startswith("2 reports")


def test_where_they_stand_and_what_is_ahead():
    changes = [
        relation(id="rl-1", date="2001", change="established", level_after=None),
        relation(id="rl-2", date="2021-03-04"),
        relation(id="rl-3", date="2030", change="severed", level_after=None, status="announced"),
    ]
    archive = Archive(made_relations=changes)
    stands = {line.head: line.text for line in lines(archive, "standing")}
    assert stands == {
        "Diplomatic relations": "established, since 2001",
        "Partnership": "strategic partnership, since 2021-03-04",
    }
    assert [line.head for line in lines(archive, "changes")] == ["2021-03-04", "2001"]
    (planned,) = lines(archive, "prospects")
    assert (planned.text, planned.notes[0]) == ("relations severed", "announced")


def test_where_they_stood_on_an_earlier_day():
    changes = [
        relation(id="rl-1", date="2001", level_after="partnership"),
        relation(id="rl-2", date="2021-03-04"),
    ]
    (stood,) = lines(Archive(made_relations=changes), "standing", until="2010")
    assert stood.text == "partnership, since 2001"


def test_a_change_told_again_later_is_one_line():
    again = relation(id="rl-2", date="2021-03", report_ids=("rp-two",), evidence=cite(TWO))
    (changed,) = lines(Archive(made_relations=[relation(), again]), "changes")
    assert (changed.head, changed.text) == (
        "2021-03-04",
        "relations upgraded to strategic partnership",
    )
    other = relation(id="rl-3", date="2021-04", report_ids=("rp-two",), evidence=cite(TWO))
    assert len(lines(Archive(made_relations=[relation(), other]), "changes")) == 2


def test_no_level_is_invented():
    (changed,) = lines(Archive(made_relations=[relation(level_after=None)]), "changes")
    assert changed.text == "relations upgraded"


def test_an_event_in_a_speech_is_told_as_what_the_speaker_says():
    support = event(
        type="SUPPORT",
        mode=None,
        actors=(AUSTRIA.id,),
        recipients=(KOS.id,),
        attributed_to=LANG.id,
        evidence=cite(ONE, sentence=1),
    )
    (told,) = lines(Archive([support]), "events")
    assert told.text == "Support: Austria → Ana Kos (Slovenia)"
    assert "as Karl Lang (Austria) says" in told.notes


def test_words_of_others_do_not_count_where_the_two_did_nothing_together():
    archive = Archive([event(type="ACCUSE", mode=None)], made_statements=[statement()])
    assert not lines(archive, "said")
    words = archive.made_statements[0].content[0]
    archive.mentions = (Mention(passage=words, actor_ids=(KOS.id,), rule="name"),)
    assert lines(archive, "said")


def test_many_statements_are_a_selection_that_says_what_it_leaves_out():
    said = [replace(statement(), id=f"st-{number}") for number in range(SAID + 2)]
    (group,) = groups(Archive([event()], made_statements=said), "said")
    assert len(group.lines) == SAID
    assert group.left == "2 more: see `communique statements`."


def test_of_many_meetings_the_latest_stand_and_the_rest_is_told():
    days = [
        EventDate(value=f"{2000 + n % 20}-01-{n // 20 + 1:02}", precision="day", stated=True)
        for n in range(MOST + 5)
    ]
    met = [event(id=f"ev-{n:03}", date=day) for n, day in enumerate(days)]
    (group,) = groups(Archive(met), "meetings")
    assert len(group.lines) == MOST
    assert group.left.startswith("5 earlier: `--until ")
    assert group.lines[0].day == max(day.value for day in days)


def test_positions_and_commitments_of_each_side():
    archive = full()
    (held,) = groups(archive, "positions")
    assert held.title == "Austria"
    words = position().object.text
    assert held.lines[0].text == f"supports “{words}”"
    assert "strongly worded" in held.lines[0].notes
    (promised,) = lines(archive, "commitments")
    assert promised.text == f"promises “{words}”"


def test_a_commitment_tells_until_when():
    due = position(kind="commitment", stance="will", until="2022-06")
    (promised,) = lines(Archive([event()], made_positions=[due]), "commitments")
    assert promised.head == "by 2022-06"
    assert "that date has passed" not in promised.notes
    past = position(kind="commitment", stance="will", until="2021-02")
    (promised,) = lines(Archive([event()], made_positions=[past]), "commitments")
    assert "that date has passed" in promised.notes


def test_the_same_position_in_two_reports_is_one_line():
    told = [position(), position(id="ps-2", report_id=TWO.id, evidence=cite(TWO, sentence=1))]
    (held,) = lines(Archive([event()], made_positions=told), "positions")
    assert held.notes[-1] == "2 reports, 1 account"


def test_a_position_on_others_counts_only_where_the_two_did_something_together():
    elsewhere = position(about="sanctions on ITA", states=("ITA",))
    apart = event(type="ACCUSE", mode=None)
    assert not lines(Archive([apart], made_positions=[elsewhere]), "positions")
    assert lines(Archive([event()], made_positions=[elsewhere]), "positions")


def test_what_is_disputed_has_a_section_and_a_mark():
    archive = Archive([event(disputed=(disputed(),))])
    (met,) = lines(archive, "meetings")
    assert "disputed, see below" in met.notes
    (told,) = lines(archive, "disputed")
    assert told.text.endswith("1 of 3 reports says 2021-03-03")
    assert set(told.cites) < set(met.cites)


def test_a_line_that_rests_on_one_side_alone_is_marked():
    sides = (
        Origin(name="a", report_ids=("rp-one", "rp-two"), reason="", side="AUT", stance="party"),
        Origin(name="b", report_ids=("rp-three",), reason="", stance="third party"),
    )
    archive = Archive([event()], [instrument()], made_origins=sides)
    (met,), (agreed,) = lines(archive, "meetings"), lines(archive, "agreements")
    assert (met.side, agreed.side) == (None, "AUT")
    sources = make_brief(archive, "AUT", "SVN").sections[-1]
    assert sources.intro.endswith("1 of 2 lines rests on one side’s word alone: Austria’s (1).")
    assert [group.title for group in sources.groups] == ["Austria", "A third party"]


def test_sources_count_reports_and_accounts():
    made = make_brief(full(), "AUT", "SVN")
    assert (made.reports, made.happenings, made.accounts) == (3, 1, 2)
    (group,) = made.sections[-1].groups
    assert [(line.head, line.text) for line in group.lines] == [
        ("Alpine Wire", "2 accounts in 3 reports, 2021-03-05"),
    ]


@pytest.mark.parametrize(
    ("scope", "found"),
    [
        ({"topic": "train"}, {"agreements", "positions", "said", "commitments", "sources"}),
        ({"topic": "Zebras"}, set()),
        ({"since": "2021-03-05"}, {"standing", "said", "positions", "commitments", "sources"}),
        ({"until": "2021-03-04"}, {"standing", "changes", "meetings", "agreements", "sources"}),
    ],
)
def test_a_scope_keeps_what_fits_it(scope, found):
    made = make_brief(full(), "AUT", "SVN", Scope(**scope))
    assert {section.key for section in made.sections} == found


def test_a_narrowed_brief_counts_the_reports_that_bear_it():
    made = make_brief(full(), "AUT", "SVN", Scope(topic="treaty"))
    assert (made.reports, made.accounts) == (1, 1)


def test_nothing_known_is_nothing_said():
    assert not make_brief(full(), "AUT", "ITA")
    stranger = event(actors=(ITALY.id,), recipients=("ac-unknown",))
    assert not make_brief(Archive([stranger]), "AUT", "ITA")


def test_every_citation_is_cited_and_quotes_its_report():
    made = make_brief(full(), "AUT", "SVN")
    lines_of = [line for s in made.sections for group in s.groups for line in group.lines]
    marks = {number for line in lines_of for number in line.cites}
    assert all(line.cites for line in lines_of)
    assert sorted(marks) == [each.number for each in made.citations]
    assert sorted(marks) == list(range(1, len(marks) + 1))


def test_where_they_stand_tells_as_of_when():
    (standing, *_) = make_brief(full(), "AUT", "SVN").sections
    assert standing.intro == "As of 2021-03-05, the last day told of."
    (standing, *_) = make_brief(full(), "AUT", "SVN", Scope(until="2023")).sections
    assert standing.intro == "At the end of 2023."
    (standing, _) = make_brief(full(), "AUT", "SVN", Scope(since="2030")).sections
    assert standing.intro.endswith("Nothing else is told within these bounds.")


def test_words_within_what_the_same_side_says_are_not_told_again():
    whole = statement()
    part = replace(statement(words="wants trains"), id="st-part")
    (told,) = lines(Archive([event()], made_statements=[part, whole]), "said")
    assert told.text == "Austria wants trains"


def test_a_commitment_that_a_change_has_carried_out_is_not_open():
    promised = position(kind="commitment", stance="will", about="upgrade of relations with SVN")
    change = replace(relation(), evidence=promised.evidence)
    made = make_brief(Archive([event()], [], [change], [], [promised]), "AUT", "SVN")
    assert "commitments" not in {section.key for section in made.sections}
    planned = replace(change, status="planned")
    assert lines(Archive([event()], [], [planned], [], [promised]), "commitments")


def test_one_upgrade_in_looser_words_is_one_change():
    first = replace(relation(), change="upgraded", level_after="strategic partnership")
    loose = replace(first, id="rl-2", level_after="the closest of partners", report_ids=("rp-two",))
    other = replace(first, id="rl-3", level_after="comprehensive strategic partnership")
    (told,) = lines(Archive([], [], [loose, first]), "changes")
    assert told.text.endswith("to strategic partnership")
    assert len(lines(Archive([], [], [first, other]), "changes")) == 2


def test_what_both_sides_tell_names_the_command_that_compares_it():
    sides = (
        Origin(name="a", report_ids=("rp-one",), reason="", side="AUT", stance="party"),
        Origin(name="b", report_ids=("rp-two",), reason="", side="SVN", stance="party"),
        Origin(name="c", report_ids=("rp-three",), reason="", stance="third party"),
    )
    archive = Archive([event()], made_origins=sides)
    group = make_brief(archive, "AUT", "SVN").sections[-1].groups[-1]
    (told,) = group.lines
    assert group.title == "Told by both sides"
    assert told.notes == ("see communique compare cv-1 --sides",)
    assert len(told.cites) == 2
    alone = Archive([event()], made_origins=sides[:1] + sides[2:])
    titles = [each.title for each in make_brief(alone, "AUT", "SVN").sections[-1].groups]
    assert "Told by both sides" not in titles


def test_words_are_cited_rather_than_a_name():
    name = ONE.evidence(ONE.sentences[0].inner(0, 7).span)
    (met,) = lines(Archive([event(evidence=(name, *cite(ONE)))]), "meetings")
    made = make_brief(Archive([event(evidence=(name, *cite(ONE)))]), "AUT", "SVN")
    assert [made.citations[n - 1].evidence for n in met.cites] == list(cite(ONE))
