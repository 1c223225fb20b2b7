"""What is done by saying something, and how strongly: from the cue, or from the content."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_reports import make_report

from communique.extract import extract
from communique.extract.commitment import commitment_of, read_commitment, read_cue
from communique.types.text import Passage

BY_CUE = [
    ("condemned", "the attack", "criticise", 2, "say"),
    ("strongly condemned", "the attack", "criticise", 3, "say"),
    ("has repeatedly denied", "any role in the blast", "deny", 2, "say"),
    ("categorically denied", "any role in the blast", "deny", 3, "say"),
    ("pledged", "to send grain", "pledge", 2, "say"),
    ("vowed", "that the dam would be built", "pledge", 3, "say"),
    ("agreed in principle", "to open the border", "pledge", 0, "say"),
    ("threatened", "to cut the gas", "pledge", 3, "say"),
    ("urged", "both armies to pull back", "urge", 2, "say"),
    ("demanded", "the release of the crew", "request", 3, "say"),
    ("called for", "calm", "request", 1, "say"),
    ("asked", "Kenya to lend two ships", "request", 1, "say"),
    ("asked", "whether the road was open", "ask", 1, "say"),
    ("accused", "Peru of spying", "accuse", 2, "say"),
    ("pointed the finger at", "the rebels", "accuse", 2, "say"),
    ("thanked", "the hosts for their help", "thank", 1, "say"),
    ("expressed his heartfelt gratitude to", "the crews", "thank", 1, "say"),
    ("congratulated", "the new president", "congratulate", 1, "say"),
    ("spoke highly of", "the new port", "praise", 2, "say"),
    ("expressed deep appreciation for", "the loan", "praise", 1, "say"),
    ("voiced grave concern over", "the drills", "criticise", 1, "say"),
    ("took issue with", "the draft", "criticise", 1, "say"),
    ("swiped at", "the opposition", "criticise", 2, "say"),
    ("is critical of", "the plan", "criticise", 1, "view"),
    ("are convinced", "that the plan will work", "assert", 2, "view"),
    ("came out against", "the tax", "oppose", 2, "say"),
    ("firmly opposes", "any new base", "oppose", 3, "will"),
    ("made the case for", "a new port", "urge", 2, "say"),
    ("supports", "the bid", "support", 1, "will"),
    ("wants", "to join the pact", "express", 0, "will"),
    ("plans", "to join the pact", "pledge", 1, "will"),
    ("is willing to", "join the pact", "pledge", 1, "will"),
    ("hopes", "that rain will come", "express", 0, "will"),
    ("refused", "to hand over the pilot", "oppose", 2, "say"),
    ("shows", "that prices fell", "assert", 1, "show"),
    ("shows", "that banks should lend more", "assert", 1, "show"),
    ("criticism of", "the treaty", "criticise", 1, "say"),
    ("supporters of", "the treaty", "support", 1, "will"),
    ("the claim", "that the treaty had lapsed", "assert", 2, "say"),
    ("his warning against", "new tariffs", "urge", 2, "say"),
    ("announced", "a new envoy", "announce", 1, "say"),
]


@pytest.mark.parametrize(("cue", "content", "act", "strength", "kind"), BY_CUE)
def test_a_cue_of_its_own_act_decides(
    cue: str, content: str, act: str, strength: int, kind: str
) -> None:
    found = read_commitment(cue, content)
    assert (found.act, found.strength, found.kind) == (act, strength, kind)


BY_CONTENT = [
    ("said", "we will send grain to Kenya", "pledge", 2, ["will"]),
    ("said", "“We will never leave the pact.”", "pledge", 3, ["will never"]),
    ("said", "“I'll visit Lima in May”", "pledge", 2, ["'ll"]),
    ("according to", "we shall firmly defend the treaty", "pledge", 3, ["shall", "firmly"]),
    ("said", "he would visit Lima", "pledge", 1, ["would"]),
    ("said", "we are ready to talk", "pledge", 1, ["are ready to"]),
    ("said", "we stand ready to talk", "pledge", 1, ["stand ready to"]),
    ("said", "we are fully committed to opening the port", "pledge", 2, ["are fully committed to"]),
    ("said", "we intend to sign", "pledge", 1, ["intend to"]),
    ("said", "we will, in principle, sign", "pledge", 0, ["will", "in principle"]),
    ("said", "we agree that we will sign in principle", "pledge", 0, ["will", "in principle"]),
    ("said", "we are not ready to sign", "oppose", 1, ["are not ready to"]),
    ("said", "we will not accept a new wall", "oppose", 3, ["will not accept"]),
    ("said", "we have no intention of leaving", "pledge", 2, ["have no intention of"]),
    ("said", "both sides should talk", "urge", 1, ["should"]),
    ("noted", "both sides must talk", "urge", 2, ["must"]),
    ("stressed", "both sides should talk", "urge", 2, ["should"]),
    ("suggested", "both sides should talk", "urge", 0, ["should"]),
    ("said", "the army must not cross the line", "urge", 2, ["must not"]),
    ("said", "“Let us talk”", "urge", 1, ["Let us"]),
    ("said", "prices may fall", "assert", 0, ["may"]),
    ("said", "we may join the pact", "assert", 0, ["may"]),
    ("said", "we do not rule out a strike", "assert", 0, ["do not rule out"]),
    ("said", "we would consider a visit", "assert", 0, ["would consider"]),
    ("said", "we look forward to the visit", "express", 0, ["look forward to"]),
    ("said", "we hope the road opens", "express", 0, ["hope"]),
    ("said", "we would like to see the road open", "express", 0, ["would like to"]),
    ("said", "we thank our hosts", "thank", 1, ["thank"]),
    ("said", "we sincerely thank our hosts", "thank", 2, ["sincerely", "thank"]),
    ("said", "I congratulate the winner", "congratulate", 1, ["congratulate"]),
    ("said", "we condemn the raid", "criticise", 2, ["condemn"]),
    ("wrote", "we condemn the raid in the strongest terms", "criticise", 3, None),
    ("said", "we are opposed to the tax", "oppose", 2, ["are opposed to"]),
    ("said", "we support the bid", "support", 1, ["support"]),
    ("said", "we fully support the bid", "support", 2, None),
    ("said", "we deny the charge", "deny", 2, ["deny"]),
    ("said", "we call on both armies to stop", "urge", 2, ["call on"]),
    ("said", "we demand an answer", "request", 3, ["demand"]),
    (None, "We welcome the news.", "praise", 1, ["welcome"]),
    ("said", "“Will you sign?”", "ask", 1, []),
]


@pytest.mark.parametrize(("cue", "content", "act", "strength", "wording"), BY_CONTENT)
def test_after_plain_words_the_content_decides(
    cue: str | None, content: str, act: str, strength: int, wording: list[str] | None
) -> None:
    found = read_commitment(cue, content)
    assert (found.act, found.strength) == (act, strength)
    if wording is not None:
        assert [content[start:end] for start, end in found.wording] == wording


PLAIN = [
    "trade had grown",
    "Kenya will win the race",
    "the storm will reach Lima",
    "we will be late",
    "we will have to wait",
    "he would need a visa",
    "if we should fail, nobody gains",
    "it should be noted that trade grew",
    "they should have known",
    "the elections in May were calm",
    "those who must leave were told",
    "the ministers who support the bid met",
    "our hosts thanked the crews",
    "he asked whether prices might fall",
]


@pytest.mark.parametrize("content", PLAIN)
def test_what_nobody_commits_to_is_plain_assertion(content: str) -> None:
    found = read_commitment("said", content)
    assert (found.act, found.strength, found.wording) == ("assert", 1, ())


def test_a_state_commits_only_as_the_speakers_own() -> None:
    words = "Kenya is ready to talk and Kenya supports the bid"
    assert read_commitment("said", words).act == "assert"
    assert read_commitment("said", words, own=("Kenya",)).act == "pledge"
    assert read_commitment("said", "Kenya's will counts", own=("Kenya",)).act == "assert"


def test_a_degree_right_before_the_cue_counts_and_one_further_off_does_not() -> None:
    assert read_commitment("rejected", "the claim", before="Kenya categorically").strength == 3
    assert read_commitment("rejected", "the claim", before="Strongly worded, it").strength == 2


def test_a_degree_that_opens_the_content_is_kept() -> None:
    found = read_commitment("backed", "in principle the new tax")
    assert (found.act, found.strength, found.wording) == ("support", 0, ((0, 12),))


def test_negation_is_told() -> None:
    assert read_commitment("said", "we will not leave").negated
    assert not read_commitment("said", "we will leave").negated


def test_frames_part_the_senses_of_one_form() -> None:
    object_cue, clause_cue = read_cue("asked", ("object",)), read_cue("asked", ("clause",))
    assert object_cue
    assert clause_cue
    assert (object_cue.act, clause_cue.act) == ("request", "ask")
    assert read_cue("walked") is None


def test_wording_keeps_its_place_in_the_page() -> None:
    page = "“Trade grew,” he said. “We will send grain.”"
    pieces = (Passage.cut(page, 0, 13), Passage.cut(page, 23, len(page)))
    found, wording = commitment_of(Passage.cut(page, 17, 21), pieces)
    assert found.act == "pledge"
    assert [(piece.span.start, piece.text) for piece in wording] == [(27, "will")]
    assert commitment_of(None, ())[0].act == "assert"


@given(st.text(max_size=80), st.none() | st.text(max_size=20))
def test_any_words_give_spans_inside_the_content(content: str, cue: str | None) -> None:
    found = read_commitment(cue, content)
    assert all(0 <= start < end <= len(content) for start, end in found.wording)
    assert 0 <= found.strength <= 3


CAST = (
    "Kenyan President Amina Otieno met Peruvian President Luis Quispe. "
    "Kenya and Peru are far apart.\n"
)


@pytest.mark.parametrize(
    ("text", "kind", "act", "strength", "wording"),
    [
        ("Otieno said Kenya is ready to talk.", "say", "pledge", 1, ["is ready to"]),
        ("Otieno said Peru is ready to talk.", "say", "assert", 1, []),
        ("Otieno categorically rejected the claim.", "say", "oppose", 3, []),
        ("Otieno vowed to build the road.", "say", "pledge", 3, []),
        ("Otieno plans to visit Lima.", "will", "pledge", 1, []),
        ("Otieno voiced serious concern over the raid.", "say", "criticise", 1, []),
        ("Otieno urged Peru to sign.", "say", "urge", 2, []),
        ("Both sides must talk, Quispe said.", "say", "urge", 2, ["must"]),
    ],
)
def test_statements_carry_act_strength_and_wording(
    text: str, kind: str, act: str, strength: int, wording: list[str]
) -> None:
    found = extract(make_report(CAST + text)).statements[-1]
    assert (found.kind, found.act, found.strength) == (kind, act, strength)
    assert [piece.text for piece in found.wording] == wording


def test_a_readout_goes_on_with_pledges_of_its_own_side_only() -> None:
    text = CAST + (
        "Otieno pointed out that trade had grown. Kenya stands ready to buy more. "
        "Peru is willing to sell more."
    )
    found = extract(make_report(text, kind="readout")).statements
    assert [each.act for each in found] == ["assert", "pledge", "assert"]
