"""The training text of the event coder, and what the shipped coder makes of its held-back tenth."""

import sys
from pathlib import Path

import pytest

from communique.types.text import Span

sys.path.append(str(Path(__file__).resolve().parents[2] / "training/events"))
from held import right, told
from sentences import NOTHING, Label, held_back, parse, read_corpus

RIGHT = 0.80
"""Share of labelled pairs held back whose type, or none, is told: what was measured, less two."""


def test_a_line_is_parsed() -> None:
    found = parse(
        "{1 Peru} met {2 Chile} and hit {3 rebels}"
        " || 1=2 CONSULT actual ; 1>3 ASSAULT/aerial actual military ; 2-3 none"
    )
    assert found.text == "Peru met Chile and hit rebels"
    assert found.parties[3] == Span(start=23, end=29)
    assert found.events[2, 1] == (Label(type="CONSULT"),)
    assert found.events[1, 3][0].contexts == ("military",)
    assert found.nothing == {(3, 1), (2, 3), (3, 2)}
    assert found.chief == Label(type="CONSULT")


def test_the_reverse_of_a_deed_done_to_nobody_is_not_judged_where_it_may_be_one() -> None:
    found = parse(
        "{1 Crowds} marched and {2 police} shot at them || 1>0 PROTEST actual ; 2>1 ASSAULT actual"
    )
    assert found.nothing == {(1, 2)}
    assert parse("{1 Crowds} marched || 1>0 PROTEST actual").nothing == {(0, 1)}
    assert parse("{1 Crowds} slept || 1-0 none").chief is NOTHING


@pytest.mark.parametrize(
    "line",
    [
        "{1 Peru} slept",
        "{1 Peru} and {1 Chile} slept || 1-0 none",
        "{1 Peru} slept || 1-2 none",
        "{1 Peru} slept || 1>0 SLEEP actual",
        "{1 Peru} slept || 1>0 AGREE/visit actual",
        "{1 Peru} slept || 1>0 AGREE perhaps",
        "{1 Peru} slept || 1>0 AGREE actual dreams",
        "{1 Peru} slept || 1-0 AGREE actual",
        "{1 Peru slept || 1-0 none",
    ],
)
def test_a_faulty_line_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"needs one|twice|no such|no label|wrong sign|a brace"):
        parse(line)


def test_every_line_of_the_training_text_is_well_marked() -> None:
    lines = read_corpus()
    assert len({parse(line).text for line in lines}) == len(lines)


def test_the_held_back_tenth_is_told_as_measured() -> None:
    sentences = held_back()[::4]
    rows = told(sentences)
    assert right([(row.gold.type, row.said.type) for row in rows]) >= RIGHT
