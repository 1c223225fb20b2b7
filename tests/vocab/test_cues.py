"""Verbs of saying."""

import re

from communique.vocab.cues import cue_words, cues, find_cue


def test_every_cue_has_three_forms_and_no_row_stands_twice() -> None:
    keys = [(cue.lemma, cue.frame) for cue in cues()]
    assert len(keys) == len(set(keys))
    assert all(len(cue.forms) == 3 and all(cue.forms) for cue in cues())


def test_irregular_forms() -> None:
    for form in ("said", "told", "spoke of", "pointed out", "admitted", "regretted", "vowed"):
        assert any(form in cue.forms for cue in cues()), form


def test_a_form_is_found_in_its_frame_only() -> None:
    found = find_cue("pointed  out", "say")
    assert found
    assert found.lemma == "point out"
    assert find_cue("pointed out", "object") is None


def test_longer_forms_come_first() -> None:
    pattern = re.compile(cue_words("say", "np", "object"))
    match = pattern.match("called on them")
    assert match
    assert match.group() == "called on"
    assert re.fullmatch(cue_words("say", gerund=True), "saying")
