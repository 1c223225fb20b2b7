"""What is said is gathered with its speaker, day and dyad, whatever kind of report tells it."""

from dataclasses import dataclass, replace

import pytest
from export_samples import ACTORS, KOS, LANG, event, report

from communique.errors import CommuniqueError
from communique.export.formulas import formula_lines, formula_row, formulas_on, phrase_line
from communique.export.utterances import around, utterances
from communique.types.coverage import Coverage, Origin, Part, Related
from communique.types.record import Statement
from communique.types.text import Dateline, Passage, Span

DYAD = ("AUT", "SVN")
PLEDGE = "Austria will keep the alpine railway open to every nation that honours the treaty"


def said_in(of, number, words, actor=LANG):
    """The statement of `words` in a sentence of a report."""
    sentence = of.sentences[number]
    start = sentence.text.index(words)
    return Statement(
        id=f"st-{of.id}-{number}-{start}",
        report_id=of.id,
        source=None,
        actor_ids=(actor.id,),
        cue=None,
        content=(sentence.inner(start, start + len(words)),),
        manner="indirect",
        modality="actual",
        rule="leading",
    )


@dataclass
class Library:
    """Made records, each report a happening of its own unless told otherwise."""

    held: list
    spoken: list
    homes: list
    met: list

    def events(self):
        return iter(self.met)

    def instruments(self):
        return iter(())

    def relations(self):
        return iter(())

    def coverages(self):
        return iter(self.homes)

    def reports(self):
        return iter(self.held)

    def statements(self):
        return iter(self.spoken)

    def actor(self, prefix):
        if prefix not in ACTORS:
            raise CommuniqueError("E402", prefix)
        return ACTORS[prefix]


def library(*reports, statements=(), **changes):
    homes = [
        Coverage(id=f"cv-{each.id}", report_ids=(each.id,), **changes.get(each.id, {}))
        for each in reports
    ]
    met = [
        event(id=f"ev-{home.id}", coverage_id=home.id, report_ids=home.report_ids) for home in homes
    ]
    return Library(held=list(reports), spoken=list(statements), homes=homes, met=met)


def dated(of, day):
    return replace(of, published=replace(of.published, value=day))


def spring_and_autumn():
    one = dated(report("spring", f"Lang said that {PLEDGE}.", "It rained."), "2021-03-05")
    two = dated(report("autumn", f"Lang said that {PLEDGE.lower()}.", "Kos left."), "2021-10-05")
    statements = [said_in(one, 0, PLEDGE), said_in(two, 0, PLEDGE.lower())]
    return library(one, two, statements=statements)


def test_a_statement_has_its_speaker_state_day_and_dyad():
    first, second = utterances(spring_and_autumn(), DYAD)
    assert first.passage.text == PLEDGE
    assert (first.actor_ids, first.states, first.day) == ((LANG.id,), ("AUT",), "2021-03-05")
    assert first.dyad == second.dyad == DYAD
    assert first.coverage_id != second.coverage_id
    assert all(each.dyad is None for each in utterances(spring_and_autumn()))


def test_the_formulas_of_a_dyad_as_rows_and_as_lines_of_a_brief():
    found = formulas_on(spring_and_autumn(), *DYAD)
    (row,) = map(formula_row, found.formulas)
    assert row["times"] == 2
    assert [use["report_id"] for use in row["uses"]] == ["rp-spring", "rp-autumn"]
    ((line, cited),) = formula_lines(found)
    assert "alpine railway" in line
    assert "Austria, 2 happenings; 2021-03-05 to 2021-10-05" in line
    assert [each.report_id for each in cited] == ["rp-spring", "rp-autumn"]


def test_in_a_sides_readout_every_sentence_is_its_own_words():
    of = replace(report("one", "Ties are sound.", "Lang agreed."), kind="readout")
    side = Origin(name="x", report_ids=(of.id,), reason="", side="SVN", stance="party")
    found = list(utterances(library(of, **{of.id: {"origins": (side,)}}), DYAD))
    assert [each.states for each in found] == [("SVN",), ("SVN",)]
    assert {each.kind for each in found} == {"readout"}


def test_a_joint_statement_is_of_both_and_news_are_of_nobody():
    joint = replace(report("one", "The ties are sound."), kind="joint_statement")
    assert [each.states for each in utterances(library(joint), DYAD)] == [DYAD]
    news = library(report("two", "The ties are sound."))
    assert list(utterances(news, DYAD)) == []
    assert [each.states for each in utterances(news, DYAD, everything=True)] == [()]


def test_what_a_report_looks_back_on_is_left_out_and_a_part_is_of_its_own_happening():
    of = replace(
        report("one", "Ties are sound.", "In May they met.", "Later Rome spoke."), kind="readout"
    )
    made = library(of)
    back = Related(
        coverage_id="cv-x",
        kind="looks_back_on",
        report_id=of.id,
        sentences=(1,),
        score=1,
        reason="",
    )
    part = Part(report_id=of.id, sentences=(2,), score=1, reason="")
    made.homes[0] = replace(made.homes[0], related=(back,))
    made.homes.append(Coverage(id="cv-part", report_ids=(of.id,), parts=(part,)))
    found = list(utterances(made, DYAD))
    assert [(each.passage.text, each.coverage_id) for each in found] == [
        ("Ties are sound.", "cv-rp-one"),
        ("Later Rome spoke.", "cv-part"),
    ]


def test_of_two_statements_one_in_the_other_each_keeps_its_own_words():
    of = report("one", "Lang said that trains pay, as Kos calls it, for themselves.")
    inner, outer = "trains pay", "trains pay, as Kos calls it, for themselves"
    made = library(of, statements=[said_in(of, 0, outer), said_in(of, 0, inner, KOS)])
    found = {each.passage.text.strip(", "): each.states for each in utterances(made, DYAD)}
    assert found == {inner: ("SVN",), "as Kos calls it, for themselves": ("AUT",)}


def test_a_report_of_no_day_is_of_the_day_of_what_it_tells():
    of = replace(report("one", "The ties are sound."), kind="joint_statement", published=None)
    assert [each.day for each in utterances(library(of), DYAD)] == ["2021-03-04"]
    line = Dateline(place="BLED", date="2021-03-09", passage=of.sentences[0])
    (found,) = utterances(library(replace(of, dateline=line)), DYAD)
    assert (found.day, found.place) == ("2021-03-09", "BLED")


@pytest.mark.parametrize(
    ("since", "until", "days"),
    [
        (None, None, ["2021-03-05", "2021-10-05"]),
        ("2021-10", None, ["2021-10-05"]),
        (None, "2021-03", ["2021-03-05"]),
        ("2022", None, []),
    ],
)
def test_the_time_line_of_a_phrase_within_bounds(since, until, days):
    found = phrase_line(spring_and_autumn(), "keep the alpine railway open", None, since, until)
    assert [use.utterance.day for use in found] == days


def test_what_is_left_around_words_that_are_taken():
    whole = Passage(span=Span(start=5, end=15), text="0123456789")
    taken = [whole.inner(2, 4), whole.inner(3, 5), whole.inner(9, 10)]
    assert [each.text for each in around(whole, taken)] == ["01", "5678"]
    assert [each.text for each in around(whole, [])] == ["0123456789"]
