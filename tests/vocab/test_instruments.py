"""Names of instruments and their kinds."""

import re
from typing import get_args

import pytest

from communique.types.standing import InstrumentKind
from communique.vocab.instruments import instrument_kind, instrument_words
from communique.vocab.tables import listed, read_table


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
    rows = read_table("instruments.csv")
    kinds = {row["kind"] for row in rows} | {
        each for row in rows for each in listed(row["stands_for"])
    }
    assert kinds - {""} <= set(get_args(InstrumentKind))
    assert all(row["kind"] or row["stands_for"] for row in rows)


def test_the_longest_name_wins() -> None:
    match = re.search(instrument_words(), "a memorandum of understanding on fishing")
    assert match
    assert match.group() == "memorandum of understanding"
