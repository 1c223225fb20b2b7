"""Precision, recall, F1 and their intervals."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.evaluate.scores import accuracy, macro_f1, scores_by_type

ROWS = [("A", "A"), ("A", "A"), ("A", "B"), ("B", "B")]


def test_figures_by_type() -> None:
    first, second = scores_by_type(ROWS)
    assert (first.name, first.rows, first.given) == ("A", 3, 2)
    assert (first.precision.value, first.recall.value) == (1.0, pytest.approx(2 / 3))
    assert first.f1.value == pytest.approx(0.8)
    assert (second.precision.value, second.recall.value) == (0.5, 1.0)


def test_accuracy_and_macro_f1() -> None:
    assert accuracy(ROWS).value == 0.75
    assert macro_f1(ROWS).value == pytest.approx((0.8 + 2 / 3) / 2)


KINDS = st.sampled_from("ABC")


@settings(deadline=None, max_examples=20)
@given(st.lists(st.tuples(KINDS, KINDS), min_size=1, max_size=30))
def test_intervals_hold_between_nought_and_one_and_stay_the_same(rows: list) -> None:
    once, again = accuracy(rows), accuracy(rows)
    assert once == again
    assert 0 <= once.low <= once.high <= 1
    assert {score.name for score in scores_by_type(rows)} == {name for row in rows for name in row}


def test_more_rows_narrow_the_interval() -> None:
    few, many = accuracy(ROWS * 5), accuracy(ROWS * 50)
    assert many.high - many.low < few.high - few.low
