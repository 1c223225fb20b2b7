"""Near copies meet, other texts do not."""

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.group.shingles import BANDS, meeting, sketch

TEXTS = st.lists(st.text("abc", min_size=1, max_size=2), min_size=0, max_size=12)


def words(seed: int, length: int = 300) -> list[str]:
    dice = random.Random(seed)
    return ["".join(dice.choices("abcdefghij", k=5)) for _ in range(length)]


def pairs(texts: list[list[str]], widest: int = 100) -> set[tuple[int, int]]:
    left, right = meeting([sketch(text) for text in texts], widest)
    return set(zip(left.tolist(), right.tolist(), strict=True))


@given(TEXTS)
def test_a_sketch_is_that_of_the_words_alone(text: list[str]) -> None:
    one = sketch(text)
    assert one.shape == (BANDS,)
    assert np.array_equal(one, sketch(list(text)))


@pytest.mark.parametrize("kept", [300, 250, 200])
def test_a_text_cut_short_meets_the_whole(kept: int) -> None:
    assert pairs([words(1), words(1)[:kept]]) == {(0, 1)}


def test_texts_that_share_a_formula_do_not_meet() -> None:
    formula = "both sides agreed to hold further talks".split()
    assert pairs([words(seed) + formula for seed in range(20)]) == set()


def test_the_order_of_words_counts() -> None:
    assert pairs([words(1), words(1)[::-1]]) == set()


def test_no_text_and_texts_without_words() -> None:
    assert pairs([]) == set()
    assert pairs([[], words(1)]) == set()
    assert pairs([[], []]) == {(0, 1)}


def test_of_too_many_copies_each_meets_the_next() -> None:
    copies = [words(1)] * 5
    assert pairs(copies, widest=5) == {(i, j) for j in range(5) for i in range(j)}
    assert pairs(copies, widest=4) == {(0, 1), (1, 2), (2, 3), (3, 4)}


@given(st.permutations(range(4)))
def test_who_meets_does_not_depend_on_the_order(order: list[int]) -> None:
    texts = [words(1), words(1)[:200], words(2), words(2)[50:]]
    found = {frozenset((order[i], order[j])) for i, j in pairs([texts[n] for n in order])}
    assert found == {frozenset((0, 1)), frozenset((2, 3))}
