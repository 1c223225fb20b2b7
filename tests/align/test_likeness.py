"""Signs that two sentences say the same, and what is made of them."""

import numpy as np
import pytest
from made_reports import named_report

from communique.align.likeness import among_signs, common_signs, likeness
from communique.align.meaning import answers, meant
from communique.align.named import names_shared

from .test_align import COPY, OTHER_SIDE, WIRE

FIRST = """\
Norway expelled three Gambian envoys on Friday.
The port of Banjul will be dredged with Norwegian money.
Fishing fleets need a licence from both governments."""
REWORDED = """\
A permit from each of the two states is required of trawlers.
Oslo threw out three diplomats of The Gambia at the end of the week.
Aid from Norway pays for deepening the harbour of the Gambian capital."""


def test_rewordings_that_share_no_stem_are_likest() -> None:
    table = likeness([named_report("first", FIRST), named_report("other", REWORDED)])[
        "first", "other"
    ]
    assert table.argmax(1).tolist() == [1, 2, 0]


def test_a_sentence_answers_itself_wholly_and_others_less() -> None:
    one = meant([named_report("a", WIRE), named_report("b", WIRE)])
    found = answers(one["a"], one["b"])
    assert np.allclose(np.diag(found["farther"]), 1, atol=0.01)
    assert np.allclose(np.diag(found["claimed"]), 1)
    others = ~np.eye(len(found["closer"]), dtype=bool)
    assert found["closer"][others].max() < 0.9
    assert found["claimed"][others].max() < 0.5


def test_halves_of_a_sentence_both_claim_a_part_of_it() -> None:
    whole = (
        "The envoy praised the ceasefire, but fuel must reach the hospitals.\nSnow fell in Bergen."
    )
    said = named_report("whole", whole)
    halves = "The envoy praised the ceasefire.\nFuel must reach the hospitals.\nRain fell in Oslo."
    made = meant([said, named_report("cut", halves)])
    claimed = answers(made["whole"], made["cut"])["claimed"][0]
    assert claimed[0] > 0.9
    assert claimed[1] > 0.9
    assert claimed[2] < 0.9


def test_names_that_few_sentences_have_weigh_more() -> None:
    a = named_report("a", "Envoys met in Banjul.\nGambia thanked Norway.\nGambia exports nuts.")
    b = named_report("b", "In Banjul envoys sat down.\nGambia sells nuts.\nTrade with Gambia grew.")
    shared = names_shared([a, b])["a", "b"]
    assert shared[0, 0] > shared[2, 1] > 0
    assert shared[0, 1] == 0


def test_words_also_written_small_are_no_names() -> None:
    a = named_report("a", "Trade is free.")
    assert not names_shared([a, named_report("b", "Trade grew.\nThe trade in nuts fell.")])[
        "a", "b"
    ].any()


def test_a_third_version_leads_from_the_one_to_the_other() -> None:
    tables = {
        ("a", "b"): np.array([[0.1]]),
        ("a", "c"): np.array([[0.2, 0.9]]),
        ("b", "c"): np.array([[0.3, 0.8]]),
    }
    assert among_signs(tables, "a", "b", ["a", "b", "c"])["through"].tolist() == [[0.8]]
    assert among_signs(tables, "a", "b", ["a", "b", "c"])["gained"].tolist() == [
        [0.7000000000000001]
    ]
    assert among_signs(tables, "a", "b", ["a", "b"])["through"].tolist() == [[0.0]]


def test_the_next_best_pair_decides_how_far_one_is_ahead() -> None:
    signs = among_signs({("a", "b"): np.array([[0.9, 0.4], [0.2, 0.7]])}, "a", "b", [])
    assert signs["ahead"].round(2).tolist() == [[0.5, -0.5], [-0.7, 0.3]]
    assert signs["ahead_once"].round(2).tolist() == [[0.7, -0.3], [-0.5, 0.5]]
    assert signs["best_once"].tolist() == [[1, 0], [0, 1]]


def test_reports_without_sentences_have_no_signs() -> None:
    assert common_signs([named_report("a", WIRE), named_report("empty", "")]) == {}
    assert likeness([named_report("empty", "")]) == {}


@pytest.mark.parametrize("text", ["...", "?", "x"])
def test_sentences_without_words_are_borne(text: str) -> None:
    table = likeness([named_report("a", f"{text}\n{WIRE}"), named_report("b", f"{text}\n{COPY}")])[
        "a", "b"
    ]
    assert np.isfinite(table).all()
    assert ((table >= 0) & (table <= 1)).all()


def test_the_order_of_the_versions_changes_no_likeness() -> None:
    reports = [named_report("a", WIRE), named_report("b", COPY), named_report("c", OTHER_SIDE)]
    forward, backward = likeness(reports), likeness(reports[::-1])
    for (a, b), table in forward.items():
        assert np.allclose(table, backward[b, a].T, atol=2e-4)
