"""Words for outcomes that exclude each other (`data/opposites.csv`)."""

import re
from dataclasses import dataclass
from functools import cache

from communique.vocab.tables import listed, read_table


@dataclass(frozen=True, slots=True)
class Opposites:
    """Patterns of two sides of which a thing can be but one."""

    one: re.Pattern[str]
    other: re.Pattern[str]


@cache
def opposites() -> tuple[Opposites, ...]:
    """All rows of the table."""
    return tuple(
        Opposites(_pattern(row["one"]), _pattern(row["other"]))
        for row in read_table("opposites.csv")
    )


def _pattern(cell: str) -> re.Pattern[str]:
    forms = sorted(listed(cell), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(forms)})\b", re.IGNORECASE)
