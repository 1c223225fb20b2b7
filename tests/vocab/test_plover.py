"""PLOVER's figures and contexts."""

import pytest

from communique.vocab.plover import context_names, contexts, event_types, intensity, quad


def test_sixteen_types_and_thirty_seven_contexts() -> None:
    assert len(event_types()) == 16
    assert len(context_names()) == len(set(context_names())) == 37


def test_figures_of_the_manual() -> None:
    assert (quad("CONSULT"), intensity("CONSULT"), intensity("CONSULT", "phone")) == (
        "VERBAL COOPERATION",
        2.5,
        1.5,
    )
    assert (quad("SANCTION"), intensity("SANCTION", "expel")) == ("MATERIAL CONFLICT", -5.5)
    assert intensity("AID") == max(row.intensity for row in event_types().values())


def test_conflict_scores_are_not_above_zero_and_cooperation_scores_are() -> None:
    for row in event_types().values():
        assert (row.intensity > 0) == ("COOPERATION" in row.quad)


def test_an_unknown_mode_is_an_error() -> None:
    with pytest.raises(KeyError):
        intensity("AID", "phone")


def test_contexts_by_whole_words() -> None:
    assert contexts("They spoke of trade, vaccines and terrorism.") == (
        "economic",
        "health",
        "terrorism",
    )
    assert contexts("The oilcloth was blue.") == ()
