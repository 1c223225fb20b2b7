from dataclasses import replace

import pytest
from formula_samples import DYAD, PLEDGE, rest, utterance

from communique.formulas import find_formulas

WIDER = PLEDGE.replace("defending", "safeguarding") + ", whatever storms may come"


def found(*utterances, background=()):
    return find_formulas([*utterances, *rest()], background, DYAD)


def test_a_phrase_on_two_days_is_a_formula_with_its_variants():
    (formula,) = found(
        utterance(PLEDGE, 1),
        utterance(PLEDGE.replace("supports", "supported"), 2),
        utterance(WIDER, 3),
        utterance(PLEDGE, 4),
    )
    assert formula.text.startswith("firmly supports Kazakhstan in defending")
    assert formula.times == 4
    assert formula.variants[0].count == 2
    assert len(formula.variants) == 3
    assert (formula.first_seen, formula.last_seen) == ("2023-05-01", "2023-05-04")
    assert [use.utterance.report_id for use in formula.uses] == ["rp-1", "rp-2", "rp-3", "rp-4"]
    assert max(use.edits for use in formula.uses) == 1


def test_evidence_is_cut_from_the_page():
    (formula,) = found(utterance(PLEDGE, 1), utterance("He said: " + PLEDGE, 2))
    for use in formula.uses:
        span, passage = use.evidence.span, use.utterance.passage
        assert passage.span.holds(span)
        base = passage.span.start
        assert passage.text[span.start - base : span.end - base] == use.evidence.quote


@pytest.mark.parametrize("change", [{"coverage_id": "cv-1"}, {"day": "2023-05-01"}])
def test_copies_of_one_happening_and_one_days_words_are_no_repetition(change):
    assert not found(utterance(PLEDGE, 1), utterance(PLEDGE, 2, **change))


def test_another_mouth_is_no_repetition_but_told():
    other = {"actor_ids": ("ac-x",), "states": ("PAK",), "dyad": None}
    assert not found(utterance(PLEDGE, 1), background=[utterance(PLEDGE, 2, **other)])
    (formula,) = found(
        utterance(PLEDGE, 1),
        utterance(PLEDGE, 2),
        background=[utterance(PLEDGE, 3, **other)],
    )
    assert [use.utterance.states for use in formula.others] == [("PAK",)]
    assert formula.times == 2


def test_what_a_state_repeats_elsewhere_is_a_formula_of_the_dyad_too():
    elsewhere = {"dyad": None, "actor_ids": ("ac-wang",)}
    (formula,) = found(utterance(PLEDGE, 1), utterance(PLEDGE, 2, **elsewhere))
    assert formula.times == 2
    never_here = [utterance(PLEDGE, 1, **elsewhere), utterance(PLEDGE, 2, **elsewhere)]
    assert not found(*never_here)


@pytest.mark.parametrize(
    "words",
    [
        "Foreign Minister Chen Rui and President Daulet Omar",
        "arrived in Almaty on Monday for a two-day official visit at the invitation of his host",
        "exchanged views on bilateral relations and regional and international issues",
        "did not immediately respond to a request for comment",
        "strategic partnership",
    ],
)
def test_names_titles_and_the_stock_of_reporting_are_none(words):
    assert not found(utterance(words, 1), utterance(words, 2), utterance(words, 3))


def test_more_than_two_changed_words_make_another_phrase():
    changed = "China firmly backs Kazakhstan in keeping its freedom and territorial unity"
    assert not found(utterance(PLEDGE, 1), utterance(changed, 2))


def test_a_formula_has_no_joining_words_at_its_ends():
    one = f"and that the {PLEDGE[6:]} of the wheat"
    two = f"because the {PLEDGE[6:]} of the copper"
    (formula,) = found(utterance(one, 1), utterance(two, 2))
    assert formula.text.split()[0] == "firmly"
    assert formula.text.split()[-1] == "integrity"


def test_the_order_of_what_is_said_does_not_matter():
    said = [utterance(PLEDGE, 1), utterance(WIDER, 2), utterance(PLEDGE, 3), *rest()]
    one = find_formulas(said, (), DYAD)
    other = find_formulas(said[::-1], (), DYAD)
    assert [replace(each, weight=0) for each in one] == [replace(each, weight=0) for each in other]


def test_nothing_said_is_no_formula():
    assert find_formulas([]) == ()
