"""Many phrases as one pattern."""

import re

from hypothesis import given
from hypothesis import strategies as st

from communique.vocab.phrases import phrase_pattern

WORDS = st.lists(st.text("abc", min_size=1, max_size=3), min_size=1, max_size=3).map(" ".join)


@given(st.sets(WORDS, min_size=1, max_size=8))
def test_each_phrase_matches_wholly_and_the_longest_wins(phrases: set[str]) -> None:
    pattern = re.compile(phrase_pattern(phrases))
    for phrase in phrases:
        assert pattern.fullmatch(phrase)
        match = pattern.match(phrase + " ")
        assert match
        assert match.group() == phrase


@given(st.sets(WORDS, min_size=1, max_size=8), WORDS)
def test_nothing_else_matches(phrases: set[str], other: str) -> None:
    assert bool(re.fullmatch(phrase_pattern(phrases), other)) == (other in phrases)


def test_any_white_space_a_slot_and_no_phrases() -> None:
    pattern = phrase_pattern(["lay * stress on"])
    assert re.fullmatch(pattern, "lay\nstress  on")
    assert re.fullmatch(pattern, "lay much too much stress on")
    assert not re.fullmatch(pattern, "lay stress upon")
    assert not re.match(phrase_pattern([]), "")
