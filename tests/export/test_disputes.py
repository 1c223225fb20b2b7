"""Disagreements between reports in words and as a row."""

import pytest
from export_samples import ITALY, THREE, disputed, event

from communique.export.disputes import dispute_words
from communique.export.rows import event_row


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("date", "2021-03-03", "1 of 3 reports says 2021-03-03"),
        ("place", "Graz", "1 of 3 reports has it in Graz"),
        ("mode", "phone", "1 of 3 reports tells it as phone"),
        ("parties", ITALY.id, "1 of 3 reports names Italy"),
    ],
)
def test_each_field_has_its_words(field, value, words):
    told = disputed(field=field, value=value)
    assert dispute_words(told, 3, {ITALY.id: "Italy"}.get) == words


def test_several_reports_take_the_plural():
    told = disputed(report_ids=("rp-one", "rp-two"))
    assert dispute_words(told, 3, str) == "2 of 3 reports say 2021-03-03"


def test_a_row_holds_the_whole_and_the_disagreements():
    row = event_row(event(part_of="ev-2", disputed=(disputed(),)))
    (told,) = row["disputed"]
    assert row["part_of"] == "ev-2"
    assert (told["field"], told["value"], told["report_ids"]) == ("date", "2021-03-03", [THREE.id])
    assert told["evidence"][0]["quote"] == THREE.sentences[0].text
