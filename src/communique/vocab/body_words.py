"""Words that say what a body named in capitals is: "University", "Trade Unions", "GmbH".

Table: body_words.csv (see data/README.md for its columns and source).
"""

from collections.abc import Mapping
from functools import cache

from communique.vocab.tables import read_table


@cache
def body_heads() -> Mapping[str, tuple[str, bool]]:
    """The words a body's name ends or opens with -> (sector, whether a topic overrules it)."""
    return {
        row["words"]: (row["sector"], row["part"] == "open")
        for row in read_table("body_words.csv")
        if row["part"] != "topic"
    }


@cache
def body_topics() -> Mapping[str, str]:
    """Words for whom or what a body is there ("Farmers", "Commerce") -> sector."""
    return {
        row["words"]: row["sector"]
        for row in read_table("body_words.csv")
        if row["part"] == "topic"
    }
