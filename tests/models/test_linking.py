"""The encoder and the weights of sentence links as they ship."""

import numpy as np
import pytest

from communique.models.linking import Step, link_weights, pieces_of


def test_pieces_are_those_of_the_sentence_in_lower_case() -> None:
    found = pieces_of("Oslo thanked Banjul.")
    assert found.words[0] == "oslo"
    assert found.words[-1] == "."
    assert "[CLS]" not in found.words
    assert found.vectors.shape == (len(found.words), 384)


def test_a_word_has_another_vector_in_another_sentence() -> None:
    bank, river = pieces_of("The bank lends money."), pieces_of("The bank of the river.")
    assert not np.allclose(bank.vectors[1], river.vectors[1], atol=0.1)


@pytest.mark.parametrize("text", ["", " ", "?"])
def test_text_without_words_has_a_piece(text: str) -> None:
    assert len(pieces_of(text).words) == len(pieces_of(text).vectors) == 1


def test_long_sentences_are_cut() -> None:
    assert len(pieces_of("and so on " * 500).words) < 200


def test_a_step_is_a_logistic_regression() -> None:
    step = Step(intercept=-1.0, coefficients={"one": 2.0, "other": -1.0})
    found = step.probability({"one": np.array([[0.5, 1.0]]), "other": np.array([[0.0, 1.0]])})
    assert found == pytest.approx(np.array([[0.5, 0.5]]))


def test_the_shipped_weights_favour_what_is_closer_and_ahead() -> None:
    weights = link_weights()
    assert weights.common.coefficients["closer"] > 0 > weights.common.coefficients["apart"]
    assert weights.among.coefficients["odds"] > 0
    assert 0 < weights.least < 1
