"""Wordings of commitment: forms, acts, order of strengths."""

from typing import get_args

import pytest

from communique.types.record import SpeechAct
from communique.vocab.commitment import Meaning, find_wording, wording_pattern, wordings


def test_rows_are_valid_and_no_form_stands_twice() -> None:
    forms = [form for each in wordings() for form in each.forms]
    assert len(forms) == len(set(forms))
    for each in wordings():
        assert each.meaning in get_args(Meaning)
        assert each.act is None or each.act in get_args(SpeechAct)
        assert each.strength in range(4)
        assert (each.act is not None) == (each.meaning in ("will", "duty", "wish"))


@pytest.mark.parametrize(
    ("words", "meaning", "strength", "negated"),
    [
        ("will", "will", 2, False),
        ("stands ready to", "will", 1, False),
        ("is still quite ready to", "will", 1, False),
        ("is not yet ready to", "will", 1, True),
        ("are no longer willing to", "will", 1, True),
        ("must", "duty", 2, False),
        ("should", "duty", 1, False),
        ("mustn’t", "duty", 2, True),
        ("may", "chance", 0, False),
        ("does not rule out", "chance", 0, True),
        ("would consider", "chance", 0, False),
        ("looks forward to", "wish", 0, False),
        ("Categorically", "more", 3, False),
        ("in principle", "less", 0, False),
    ],
)
def test_wordings(words: str, meaning: str, strength: int, negated: bool) -> None:
    found = find_wording(words)
    assert found
    assert (found.meaning, found.strength, found.negated) == (meaning, strength, negated)


def test_the_longest_wording_at_a_place() -> None:
    found = wording_pattern("will").search("we will not accept it")
    assert found
    assert found.group() == "will not accept"
    assert wording_pattern("will").search("goodwill visits") is None
    assert find_wording("walks") is None
