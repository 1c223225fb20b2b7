"""Positions and commitments: holder, stance, object, strength, date; whose they are."""

import pytest
from made_reports import make_report

from communique.extract import extract


def told(text, **given):
    report = make_report(text, published="2026-02-04", **given)
    return extract(report).positions


@pytest.mark.parametrize(
    ("text", "holder", "stance", "about"),
    [
        ("Chile firmly supports the two-state solution.", "CHL", "supports", "two-state solution"),
        ("Peru does not recognise the annexation of Crimea.", "PER", "rejects", None),
        ("Ghana no longer opposes sanctions on Mali.", "GHA", "neutral", "sanctions on MLI"),
        (
            "Oman called for the lifting of sanctions on Syria.",
            "OMN",
            "opposes",
            "sanctions on SYR",
        ),
        (
            "Fiji rejects any step that would undermine the sovereignty of Ukraine.",
            "FJI",
            "supports",
            "sovereignty and territorial integrity of UKR",
        ),
        (
            "Iran thanked Cuba for its opposition to sanctions on Iran.",
            "CUB",
            "opposes",
            "sanctions on IRN",
        ),
        ("A ceasefire in Sudan was backed by Norway.", "NOR", "supports", "ceasefire in SDN"),
        (
            "Kenya adheres without reservation to the one-China principle.",
            "KEN",
            "supports",
            "one-China principle",
        ),
        (
            "Japan demanded that North Korea withdraw its troops from Russia.",
            "JPN",
            "opposes",
            None,
        ),
        ("Brazil wants the embargo against Cuba lifted.", "BRA", "opposes", "blockade of CUB"),
        ("Ghana dismissed as absurd the idea of sanctions on Togo.", "GHA", "rejects", None),
        ("Sanctions on Syria must be lifted, Brazil said.", "BRA", "opposes", "sanctions on SYR"),
        (
            "Sanctions on Cuba are unacceptable, Mexico said.",
            "MEX",
            "rejects",
            "sanctions on CUB",
        ),
    ],
)
def test_a_position_has_its_holder_stance_and_matter(text, holder, stance, about):
    (position,) = told(text)
    assert (position.kind, position.iso3, position.stance) == ("position", holder, stance)
    assert about in (None, position.about)


@pytest.mark.parametrize(
    "text",
    [
        "Speaking in a private capacity, Ghana's ambassador said he opposes sanctions on Mali.",
        "Norway's minister opened a seminar entitled “Against the annexation of Crimea”.",
        "India and Nepal agreed on Friday to meet again.",
        "Chad condemned the attack on Niger and offered its condolences.",
    ],
)
def test_what_takes_no_position_has_none(text):
    assert {one.stance for one in told(text)} <= {"condemns"}


def test_the_parties_that_open_a_headline_hold_it_together():
    found = told("India, Brazil urge a ceasefire in Sudan.")
    assert [one.iso3 for one in found] == ["IND", "BRA"]


def test_what_both_promise_is_told_of_each():
    found = told("Chad and Niger reaffirmed their support for a ceasefire in Sudan.")
    assert [(one.iso3, one.stance) for one in found] == [("TCD", "supports"), ("NER", "supports")]


def test_a_commitment_has_its_date():
    (found,) = told("Kenya will send 200 police officers to Haiti by the end of June.")
    assert (found.kind, found.iso3, found.stance) == ("commitment", "KEN", "will")
    assert found.until == "2026-06"
    assert "HTI" in found.states


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("is ready to host", "ready"),
        ("may host", "considers"),
        ("will not host", "refuses"),
        ("has promised to host", "will"),
    ],
)
def test_how_far_a_commitment_goes(words, stance):
    (found,) = told(f"Qatar {words} the next round of talks between Chad and Niger.")
    assert (found.iso3, found.stance) == ("QAT", stance)


@pytest.mark.parametrize(
    "text",
    [
        "The ministers of Peru and Chile will meet in Lima on Friday.",
        "Ghana's president visited Togo and was shown the port.",
        "Kenya's minister hoped for ever closer ties with Uganda.",
    ],
)
def test_talk_without_a_position_gives_none(text):
    assert told(text) == ()


def test_evidence_and_words_stand_in_the_report():
    text = "Norway strongly condemns the attack on Port Sudan."
    (found,) = told(text)
    assert found.strength == "strong"
    for passage in (found.object, found.cue):
        assert text[passage.span.start : passage.span.end] == passage.text
    assert found.evidence[0].quote == text
