"""Wordings of deeds between two parties and of meetings (`data/deeds.csv`, `data/meetings.csv`)."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from communique.types.record import EventType
from communique.vocab.tables import read_table

Form = Literal["verb", "talks", "call", "host", "pair", "between", "by", "speaker"]
"""Where those who meet stand: "A met B"; "A held ... talks with B"; "A had a ... call with B";
"B received A"; "A and B met"; "talks between A and B"; "signed by A and B"; "when meeting B"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """Verbs that make an event of an actor and a recipient.

    `verbs` and `after` are alternatives of a regular expression; `gap` tells whether words may
    stand between verb and recipient, `states` whether only states do such a thing, and
    `possessive` whether the recipient must stand in the possessive.
    """

    name: str
    type: EventType
    mode: str | None
    verbs: str
    gap: bool
    states: bool
    possessive: bool
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """Words of meeting; `words` are alternatives of a regular expression."""

    name: str
    form: Form
    words: str
    mode: str | None
    confidence: float


def _alternatives(cell: str) -> str:
    listed = sorted(filter(None, cell.split("|")), key=len, reverse=True)
    return "|".join(re.escape(words).replace(r"\ ", r"\s+") for words in listed)


@cache
def deeds() -> tuple[Deed, ...]:
    """All deeds of the table."""
    return tuple(
        Deed(
            name=row["name"],
            type=cast(EventType, row["type"]),
            mode=row["mode"] or None,
            verbs=_alternatives(row["verbs"]),
            gap=row["gap"] == "1",
            states=row["states"] == "1",
            possessive=row["after"] == "possessive",
            after="" if row["after"] == "possessive" else _alternatives(row["after"]),
        )
        for row in read_table("deeds.csv")
    )


@cache
def meetings() -> tuple[Meeting, ...]:
    """All wordings of meetings of the table."""
    return tuple(
        Meeting(
            name=row["name"],
            form=cast(Form, row["form"]),
            words=_alternatives(row["words"]),
            mode=row["mode"] or None,
            confidence=float(row["confidence"]),
        )
        for row in read_table("meetings.csv")
    )
