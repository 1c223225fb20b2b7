"""Peoples without a state of their own name, and the state meant where the text names none.

Table: peoples.csv (see data/README.md for its columns and source).
"""

from collections.abc import Mapping
from functools import cache

from communique.vocab.tables import listed, read_table


@cache
def peoples() -> Mapping[str, str]:
    """The words for a people, in their exact case -> alpha-3 code.

    >>> peoples()["Rohingya"]
    'MMR'
    """
    return {form: row["iso3"] for row in read_table("peoples.csv") for form in listed(row["words"])}
