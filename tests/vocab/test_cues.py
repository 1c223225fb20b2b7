"""Words that report: their forms, acts and strengths."""

import re
from typing import get_args

import pytest

from communique.types.record import CueKind, SpeechAct
from communique.vocab.cues import (
    Frame,
    cue_words,
    cues,
    every_cue,
    find_cue,
    find_cues,
    find_noun_cue,
    noun_cues,
)


def test_the_table_is_wide_and_no_row_stands_twice() -> None:
    keys = [(cue.lemma, cue.frame) for cue in cues()]
    assert len(keys) == len(set(keys)) >= 650


def test_no_form_has_two_lemmas_in_one_frame() -> None:
    lemma: dict[tuple[str, str], str] = {}
    for cue in cues():
        for form in cue.forms:
            assert lemma.setdefault((form, cue.frame), cue.lemma) == cue.lemma


def test_every_act_kind_frame_and_strength_is_known() -> None:
    for cue in (*cues(), *noun_cues()):
        assert cue.act in get_args(SpeechAct)
        assert cue.kind in get_args(CueKind)
        assert cue.strength in range(4)
        assert cue.speech == (cue.kind == "say")
    assert {cue.frame for cue in cues()} == set(get_args(Frame))
    assert {cue.act for cue in cues()} == set(get_args(SpeechAct))


def test_every_cue_has_past_third_person_and_gerund() -> None:
    for cue in cues():
        past, third, gerund = cue.forms[:3]
        assert gerund in cue.gerunds, cue.lemma
        assert past in cue.finite, cue.lemma
        assert third in cue.finite, cue.lemma
        assert re.match(r"(?:\w+ly )?[\w-]+s\b", third), cue.lemma


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("said", "say"),
        ("told reporters", "tell reporters"),
        ("spoke of", "speak of"),
        ("spoken of", "speak of"),
        ("pointed out", "point out"),
        ("admitted", "admit"),
        ("regretted", "regret"),
        ("vowed", "vow"),
        ("slammed", "slam"),
        ("forecast", "forecast"),
        ("forecasted", "forecast"),
        ("sought", "seek"),
        ("swore", "swear"),
        ("sworn", "swear"),
        ("wrote", "write"),
        ("written", "write"),
        ("foresaw", "foresee"),
        ("foreseen", "foresee"),
        ("knew", "know"),
        ("planned", "plan"),
        ("referred to", "refer to"),
        ("rebutted", "rebut"),
        ("extolled", "extol"),
        ("signalled", "signal"),
        ("signaled", "signal"),
        ("denied", "deny"),
        ("testified", "testify"),
        ("undertook", "undertake"),
        ("laid out", "lay out"),
        ("set out", "set out"),
        ("made clear", "make clear"),
        ("came out against", "come out against"),
        ("tore into", "tear into"),
        ("took issue with", "take issue with"),
        ("are convinced", "be convinced"),
        ("were critical of", "be critical of"),
        ("been opposed to", "be opposed to"),
        ("strove", "strive"),
        ("swiped at", "swipe at"),
        ("agreeing", "agree"),
        ("vying for", "vie for"),
    ],
)
def test_forms(form: str, lemma: str) -> None:
    assert lemma in {cue.lemma for cue in find_cues(form)}


@pytest.mark.parametrize(
    "form", ["sayed", "slamed", "seeked", "speaked of", "forecasts of", "walk"]
)
def test_no_such_form(form: str) -> None:
    assert find_cues(form) == ()


def test_a_form_is_found_in_its_frame_only() -> None:
    found = find_cue("pointed  out", "say")
    assert found
    assert found.lemma == "point out"
    assert find_cue("pointed out", "object") is None


def test_a_slot_takes_up_to_three_words() -> None:
    for words in ("voiced concern over", "Voiced its very grave concern over"):
        found = find_cue(words, "np")
        assert found, words
        assert (found.act, found.lemma) == ("criticise", "voice * concern over")
    assert find_cue("voiced one two three four concern over", "np") is None


@pytest.mark.parametrize("word", ["issued", "signed", "covered", "met", "visited", "held", "ran"])
def test_plain_deeds_are_no_cues_of_a_noun_phrase(word: str) -> None:
    assert find_cue(word, "np") is None
    assert find_cue(word, "say") is None


def test_longer_forms_come_first() -> None:
    pattern = re.compile(cue_words("say", "np", "object"))
    match = pattern.match("called on them")
    assert match
    assert match.group() == "called on"
    assert re.fullmatch(cue_words("say", gerund=True), "saying")
    assert not re.fullmatch(cue_words("say"), "saying")


@pytest.mark.parametrize("frame", get_args(Frame))
def test_the_pattern_of_a_frame_matches_all_its_forms(frame: Frame) -> None:
    finite, gerunds = re.compile(cue_words(frame)), re.compile(cue_words(frame, gerund=True))
    for cue in cues():
        if cue.frame == frame:
            assert all(finite.fullmatch(form.replace("* ", "")) for form in cue.finite), cue
            assert all(gerunds.fullmatch(form.replace("* ", "")) for form in cue.gerunds), cue


def test_any_cue_is_found_in_running_words() -> None:
    found = every_cue().search("The envoy has Strongly Condemned it")
    assert found
    assert found.group() == "Strongly Condemned"


@pytest.mark.parametrize(
    ("words", "noun", "act"),
    [
        ("their criticism of", "criticism", "criticise"),
        ("the warnings against", "warning", "urge"),
        ("a warning that", "warning", "assert"),
        ("support for", "support", "support"),
        ("the allegations", "allegation", "accuse"),
    ],
)
def test_noun_cues(words: str, noun: str, act: str) -> None:
    found = find_noun_cue(words)
    assert found
    assert (found.noun, found.act) == (noun, act)


def test_other_nouns_are_none() -> None:
    assert find_noun_cue("the harbour of Lima") is None
    keys = [(cue.noun, cue.act) for cue in noun_cues()]
    assert len(keys) == len(set(keys))
