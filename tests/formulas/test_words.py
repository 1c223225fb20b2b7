import pytest

from communique.formulas.words import fold, words


def folds(text):
    return [word.fold for word in words(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("China will firmly support Kazakhstan", "China firmly supports Pakistan"),
        ("settling the disputes", "dispute is settled"),
        ("we stood by our words", "they stand by their word"),
        ("planned policies", "plans a policy"),
        ("China's core interests", "the core interests of China"),
    ],
)
def test_inflection_states_and_joining_words_do_not_count(one, other):
    assert sorted(folds(one)) == sorted(folds(other)) != []


@pytest.mark.parametrize(
    ("one", "other"),
    [("internal", "international"), ("peace", "piece"), ("does not", "does"), ("new", "news")],
)
def test_words_of_different_sense_stay_apart(one, other):
    assert folds(one) != folds(other)


def test_each_word_knows_its_place():
    text = "They “firmly support” the one-China principle."
    assert [text[word.start : word.end] for word in words(text)] == [
        "firmly",
        "support",
        "one-China",
        "principle",
    ]


def test_a_sentence_end_stands_as_a_word_of_no_letters():
    assert folds("Peace prevails. Trade grows.") == ["peac", "prevail", "", "trad", "grow"]


def test_names_and_occasions_tell_nothing_by_themselves():
    telling = {word.fold: word.telling for word in words("He met Wolny on Monday about reform")}
    assert telling == {"meet": False, "wolny": False, "monday": False, "reform": True}


def test_a_capital_at_the_head_of_a_sentence_makes_no_name():
    found = words("Integrity prevails. “Dialogue wins.”")
    assert [word.fold for word in found if word.telling] == [
        "integrity",
        "prevail",
        "dialogu",
        "win",
    ]


def test_negations_are_kept():
    assert fold("doesn't") == fold("not") == "not"
