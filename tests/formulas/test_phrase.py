import pytest
from formula_samples import PLEDGE, rest, utterance

from communique.formulas import uses_of
from communique.formulas.locate import allowed


def days(phrase, *said):
    return [use.utterance.day for use in uses_of(phrase, [*said, *rest()])]


def test_uses_are_told_by_day_verbatim_or_nearly():
    said = [
        utterance(PLEDGE, 3),
        utterance("We will firmly support you in defending independence", 1),
        utterance(PLEDGE.replace("territorial integrity", "soil"), 2, day=None),
    ]
    assert days("firmly support Kazakhstan in defending its independence", *said) == [
        "2023-05-01",
        "2023-05-03",
        None,
    ]


def test_a_short_phrase_must_stand_as_it_is():
    said = utterance("the territorial dispute and the integrity of markets", 1)
    assert not days("territorial integrity", said)
    assert days("territorial integrity", utterance(PLEDGE, 2)) == ["2023-05-02"]


@pytest.mark.parametrize("phrase", ["", "China", "of the", "unheard ventriloquism"])
def test_a_phrase_without_words_of_weight_has_no_uses(phrase):
    assert uses_of(phrase, [utterance(PLEDGE, 1)]) == ()


def test_longer_phrases_may_differ_more_but_never_by_more_than_two_words():
    assert [allowed(length) for length in range(1, 12)] == [0, 0, 0, 1, 1, 2, 2, 2, 2, 2, 2]
