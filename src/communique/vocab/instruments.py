"""Names of instruments between states and the kinds they are of (`data/instruments.csv`)."""

import re
from functools import cache
from typing import cast

from communique.types.record import InstrumentKind
from communique.vocab.tables import read_table


@cache
def instrument_words() -> str:
    """A regular expression's alternatives: every name of an instrument, longer ones first."""
    names = sorted((row["words"] for row in read_table("instruments.csv")), key=len, reverse=True)
    return "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names)


@cache
def _kinds() -> dict[str, InstrumentKind]:
    return {
        row["words"]: cast(InstrumentKind, row["kind"]) for row in read_table("instruments.csv")
    }


def instrument_kind(name: str) -> InstrumentKind | None:
    """The kind of the instrument `name` says, or None where it names none.

    >>> instrument_kind("Joint Statement")
    'joint_statement'
    """
    return _kinds().get(" ".join(name.lower().split()))
