"""Planted formulas are found, and what only shares their topic is not; the unseen half is for
totals alone."""

import pytest

formulas = pytest.importorskip("formulas")


def test_planted_formulas_are_found_and_little_else():
    known = formulas.planted("seen")
    found = formulas.figures(formulas.of_utterances("seen"), known)
    assert len(known) == 23
    assert found["precision"] >= 0.95
    assert found["recall"] >= 0.98
    assert found["uses"] >= 0.95


def test_without_the_planted_words_next_to_nothing_is_listed():
    said = list(formulas.utterances("seen", bare=True))
    assert len(said) > 400
    listed = [found for dyad in formulas.dyads("seen") for found in formulas.on(said, dyad)]
    assert len(listed) <= 1
