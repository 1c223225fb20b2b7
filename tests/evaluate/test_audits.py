"""Coding sheets: drawn by type, read back, scored with the weights of the types."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import CommuniqueError
from communique.evaluate import draw, read_sheet, score_sheet, sheet_text
from communique.types.record import Event
from communique.vocab.plover import intensity, quad


def made(kind: str, number: int) -> Event:
    return Event(
        id=f"ev-{kind}-{number}",
        type=kind,
        mode=None,
        quad=quad(kind),
        intensity=intensity(kind),
        actors=("ac-1",),
        recipients=(),
        modality="actual",
        confidence=0.9,
        rule="coded",
        report_ids=("rp-1",),
    )


EVENTS = [made("CONSULT", n) for n in range(90)] + [made("AID", n) for n in range(10)]


def test_rare_types_have_their_even_share() -> None:
    drawn = draw(EVENTS, 30, seed=1)
    assert [event.type for event, _ in drawn].count("AID") == 10
    assert len({event.id for event, _ in drawn}) == 30
    assert drawn == draw(EVENTS, 30, seed=1)
    assert drawn != draw(EVENTS, 30, seed=2)


@given(st.integers(1, 200))
def test_no_more_are_drawn_than_there_are(size: int) -> None:
    assert len(draw(EVENTS, size, seed=1)) == min(size, len(EVENTS))


def answered(judge) -> str:
    rows = list(csv.DictReader(io.StringIO(sheet_text(draw(EVENTS, 20, 1), " + ".join))))
    for row in rows:
        row["type_right"] = judge(row)
    out = io.StringIO()
    writer = csv.DictWriter(out, rows[0])
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def test_shares_are_weighted_by_how_many_there_are() -> None:
    text = answered(lambda row: "y" if row["type"] == "CONSULT" else "n")
    (audit,) = score_sheet(read_sheet(text, "sheet.csv"))
    assert (audit.column, audit.whole.value) == ("type_right", pytest.approx(0.9))
    assert {name: (rows, share.value) for name, rows, share in audit.types} == {
        "AID": (10, 0.0),
        "CONSULT": (10, 1.0),
    }


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a,b\n1,2\n", "E601"),
        (answered(lambda row: "perhaps"), "E602"),
        (answered(lambda row: "y").replace(",90,", ",many,"), "E602"),
    ],
)
def test_a_sheet_that_cannot_be_read_is_told(text: str, code: str) -> None:
    with pytest.raises(CommuniqueError) as raised:
        read_sheet(text, "sheet.csv")
    assert raised.value.code == code


def test_nothing_is_drawn_of_nothing() -> None:
    with pytest.raises(CommuniqueError, match="E603"):
        draw([], 10, seed=1)


def test_an_empty_sheet_has_nothing_to_score() -> None:
    with pytest.raises(CommuniqueError, match="E603"):
        list(score_sheet(read_sheet(answered(lambda row: ""), "sheet.csv")))
