"""Names of instruments and their kinds."""

import re
from typing import get_args

import pytest

from communique.types.record import InstrumentKind
from communique.vocab.instruments import instrument_kind, instrument_words
from communique.vocab.tables import read_table


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Joint  Statement", "joint_statement"),
        ("joint communiqué", "communique"),
        ("memoranda of understanding", "memorandum"),
        ("cooperation documents", "cooperation_documents"),
        ("handshake", None),
    ],
)
def test_kinds(name: str, kind: str | None) -> None:
    assert instrument_kind(name) == kind


def test_every_row_has_a_known_kind() -> None:
    assert {row["kind"] for row in read_table("instruments.csv")} <= set(get_args(InstrumentKind))


def test_the_longest_name_wins() -> None:
    match = re.search(instrument_words(), "a memorandum of understanding on fishing")
    assert match
    assert match.group() == "memorandum of understanding"
