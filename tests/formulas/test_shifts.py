import pytest
from formula_samples import DYAD, PLEDGE, rest, utterance

from communique.formulas import find_formulas, shifts

ROAD = "both peoples gain when the silk corridor carries fruit, metals and ideas"
TALE = "the copper smelter and wheat terminal stay a family matter"


def changes(*said):
    utterances = [*said, *rest()]
    formulas = find_formulas(utterances, (), DYAD)
    return shifts(utterances, formulas, DYAD)


def readout(words, number, **changes):
    return utterance(words, number, **({"kind": "readout"} | changes))


def test_what_the_latest_readout_drops_and_adds():
    found = changes(
        utterance(ROAD, 1),
        readout(PLEDGE, 2, actor_ids=()),
        readout(PLEDGE, 3, actor_ids=()),
        readout(ROAD, 4, actor_ids=()),
    )
    told = {
        (each.change, each.before_day, each.now_day) for each in found if each.kind != "statement"
    }
    assert told == {
        ("dropped", "2023-05-03", "2023-05-04"),
        ("added", "2023-05-03", "2023-05-04"),
    }
    (dropped,) = [each for each in found if each.change == "dropped"]
    assert dropped.now is None
    assert dropped.before.evidence.report_id == "rp-3"
    assert dropped.by == ("CHN",)


def test_changed_words_are_told_with_both():
    varied = PLEDGE.replace("defending", "safeguarding")
    (shift,) = changes(readout(PLEDGE, 1), readout(PLEDGE, 2), readout(varied, 3))
    assert shift.change == "varied"
    assert "defending" in shift.before.evidence.quote
    assert "safeguarding" in shift.now.evidence.quote


@pytest.mark.parametrize(
    "change",
    [{"kind": "statement"}, {"states": ("KAZ",), "actor_ids": ()}, {"dyad": None}],
)
def test_texts_of_another_kind_side_or_dyad_are_not_compared(change):
    found = changes(readout(PLEDGE, 1), readout(TALE, 20), readout(PLEDGE, 2, **change))
    assert all(each.kind == "readout" for each in found)
    assert {each.before_day for each in found} <= {"2023-05-01"}
    assert "added" not in {each.change for each in found}


def test_the_same_words_are_no_shift_and_a_first_text_has_none():
    assert not changes(readout(PLEDGE, 1), readout(PLEDGE + ".", 2))
    assert not changes(readout(PLEDGE, 1), utterance(PLEDGE, 30, actor_ids=("ac-wang",)))
