"""Who said what, by each of the rules."""

import pytest
from made_reports import content, make_report, said

from communique.extract import extract

CAST = (
    "Kenyan President Amina Otieno met Peruvian President Luis Quispe. "
    "Kenya and Peru are far apart.\n"
)
A, Q = ["Amina Otieno"], ["Luis Quispe"]
CASES = [
    ("Otieno said that trade had grown.", A, "trade had grown", "leading"),
    ("In Lima, Otieno noted that trade had grown.", A, "trade had grown", "leading"),
    ("The Peruvian president stressed that trade had grown.", Q, "trade had grown", "leading"),
    ("Trade has grown steadily, Quispe stressed.", Q, "Trade has grown steadily", "trailing"),
    ("Trade has grown, Otieno said here on Monday.", A, "Trade has grown", "trailing"),
    ("Trade has grown a lot, said Quispe.", Q, "Trade has grown a lot", "inverted"),
    ("“Trade has grown,” Otieno told reporters.", A, "“Trade has grown,”", "trailing"),
    ("According to Quispe, trade has grown.", Q, "trade has grown", "according"),
    ("Trade has grown a lot, according to Otieno.", A, "Trade has grown a lot", "according"),
    ("Otieno called for more trade.", A, "more trade", "noun"),
    ("Quispe urged Kenya to buy more.", Q, "Kenya to buy more", "object"),
    (
        "Otieno thanked her host and said that trade had grown.",
        A,
        "trade had grown",
        "coordinated",
    ),
]


@pytest.mark.parametrize(("text", "who", "words", "rule"), CASES)
def test_each_rule_finds_speaker_and_content(
    text: str, who: list[str], words: str, rule: str
) -> None:
    assert said(extract(make_report(CAST + text)))[-1] == (who, words, rule)


def test_he_is_the_last_who_spoke_and_for_his_part_looks_ahead() -> None:
    text = CAST + (
        "Otieno said that trade had grown.\nTourism grew too, she said.\n"
        "For his part, Quispe said that Peru was glad.\nThe road is open, he said."
    )
    assert [who for who, _, _ in said(extract(make_report(text)))] == [A, A, Q, Q]


def test_a_named_stranger_is_not_taken_for_the_last_speaker() -> None:
    text = (
        CAST + "Otieno said that trade had grown.\nMorales said it had not.\nPrices rose, he said."
    )
    assert [who for who, _, _ in said(extract(make_report(text)))] == [A, [], []]


def test_a_readout_goes_on_until_a_deed_is_told() -> None:
    text = CAST + (
        "Otieno pointed out that trade had grown. The two sides should build roads. "
        "Kenya welcomes more students. The two sides signed an agreement on roads."
    )
    found = said(extract(make_report(text, kind="readout")))
    assert [rule for _, _, rule in found] == ["leading", "continuation", "continuation"]
    assert all(who == A for who, _, _ in found)


def test_a_quotation_of_several_sentences_is_one_direct_statement() -> None:
    text = CAST + '"Trade has grown. We are glad. More will come," Otieno said.'
    statement = extract(make_report(text)).statements[-1]
    assert statement.manner == "direct"
    assert content(statement).count(".") == 2


def test_a_quotation_without_a_cue_goes_on_with_the_same_speaker() -> None:
    text = CAST + "“Trade has grown,” Otieno said. “We are glad.”"
    assert said(extract(make_report(text)))[-1] == (A, "“We are glad.”", "quotation")


def test_a_tail_that_adds_is_a_statement_of_its_own() -> None:
    text = CAST + "“Trade has grown,” Otieno told reporters, adding that Peru was glad."
    found = extract(make_report(text)).statements[-2:]
    assert [(content(s), s.manner) for s in found] == [
        ("“Trade has grown,”", "direct"),
        ("Peru was glad", "indirect"),
    ]


def test_fragments_in_quotation_marks_make_it_mixed() -> None:
    text = CAST + "Otieno said that trade was “the very heart of it all” for Peru."
    assert extract(make_report(text)).statements[-1].manner == "mixed"


def test_what_was_not_said_is_negated() -> None:
    text = CAST + "Otieno did not say that trade had grown."
    assert extract(make_report(text)).statements[-1].modality == "negated"


def test_an_unnamed_official_has_no_actor_but_a_source() -> None:
    statement = extract(make_report("Trade has grown a lot, said a Peruvian official.")).statements[
        0
    ]
    assert statement.actor_ids == ()
    assert statement.source
    assert statement.source.text == "a Peruvian official"
