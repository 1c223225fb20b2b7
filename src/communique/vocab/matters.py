"""What positions are taken on, and its normal form (`data/matters.csv`)."""

import re
from dataclasses import dataclass
from functools import cache

from communique.vocab.tables import read_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """A matter: the words for it, its normal form with slots, how many states it is about."""

    words: re.Pattern[str]
    normal: str
    need: int


@cache
def matters() -> tuple[Matter, ...]:
    """Every matter, in the table's order: the first whose words are found is meant."""
    return tuple(
        Matter(
            words=re.compile(
                "|".join(f"(?:{_begun(one.strip())})" for one in row["words"].split(" ;; ")),
                re.IGNORECASE,
            ),
            normal=row["normal"],
            need=int(row["need"]),
        )
        for row in read_table("matters.csv")
    )


def _begun(words: str) -> str:
    """A pattern that begins with a word: "deal" is no part of "ordeal"."""
    return rf"\b{words}" if words[0].isalpha() else words


def find_matter(words: str) -> tuple[Matter, re.Match[str]] | None:
    """The matter that `words` name, and where; None for one the table has not."""
    for matter in matters():
        if match := matter.words.search(words):
            return matter, match
    return None
