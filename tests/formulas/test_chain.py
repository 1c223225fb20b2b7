from hypothesis import given
from hypothesis import strategies as st

from communique.formulas.chain import best_run

WEIGHTS = dict.fromkeys("abcdefgh", 5.0) | {"z": 0.0}
LETTERS = st.text("abcdefghz", max_size=12)


def test_a_run_goes_over_a_changed_word():
    run = best_run("xxabcdyy", "abXcd", WEIGHTS)
    assert (run.here, run.there, run.inner) == ((2, 3, 4, 5), (0, 1, 3, 4), 1)
    assert run.weight == 20


def test_a_word_worth_less_than_the_gap_before_it_is_left():
    weights = WEIGHTS | {"q": 1.0}
    assert best_run("abcXq", "abcYq", weights).here == (0, 1, 2)


def test_words_without_weight_never_open_or_end_a_run():
    assert best_run("zabz", "zabz", WEIGHTS).here == (1, 2)


def test_nothing_shared_is_no_run():
    assert best_run("abc", "def", WEIGHTS) is None


@given(LETTERS, LETTERS)
def test_a_run_is_of_equal_words_in_order(one, other):
    run = best_run(one, other, WEIGHTS)
    if run is None:
        assert not set(one) & set(other)
        return
    assert [one[at] for at in run.here] == [other[at] for at in run.there]
    assert list(run.here) == sorted(set(run.here))
    assert list(run.there) == sorted(set(run.there))


@given(LETTERS.filter(lambda text: text.strip("z")))
def test_a_text_shares_all_its_words_with_itself(text):
    run = best_run(text, text, WEIGHTS)
    assert run.weight == sum(WEIGHTS[each] for each in text.strip("z"))
    assert run.inner == 0
