"""The accounts of several sides beside each other, topic by topic."""

from dataclasses import dataclass
from typing import Literal

from communique.types.text import Evidence

Verdict = Literal["said", "not mentioned", "contradicted", "worded differently"]
"""What an account has of a topic, held against the accounts of the sides that have it too.

Said: alone, or in nearly the same words as another side. Worded differently: in its own words.
Contradicted: both cannot be true.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """Whose account stands in a column: a state's (alpha-3), or the others' where `side` is None.

    `report_ids` carry that account, in the order of the coverage.
    """

    side: str | None
    report_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What one column has of a topic: its verdict and the sentences it rests on.

    `marks` are the words that contradict another account or, where it is worded differently, that
    the other accounts do not have.
    """

    verdict: Verdict
    sentences: tuple[Evidence, ...] = ()
    marks: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A matter that accounts tell: `name` in words of theirs, `told` as many as there are columns.

    `number` (from 1) is its place among the topics.
    """

    number: int
    name: str
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """The accounts of a coverage by column: each side's, then the others' where there are any.

    Fewer than two sides: there is nothing to hold a side's account against but the others'.
    """

    coverage_id: str
    columns: tuple[Column, ...]
    topics: tuple[Topic, ...] = ()

    @property
    def sides(self) -> tuple[str, ...]:
        """The states whose accounts there are, in the order of the columns."""
        return tuple(column.side for column in self.columns if column.side)
