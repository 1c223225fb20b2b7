"""Names of instruments between states and the kinds they are of (`data/instruments.csv`).

Also the parties to them: states by their alpha-3 code, bodies of states by their acronym.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import cast

from communique.types.standing import InstrumentKind
from communique.vocab.organisations import find_organisation
from communique.vocab.states import state
from communique.vocab.tables import listed, read_table


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentName:
    """What a name says: its kind, None where it only points at a document named before.

    `stands_for` are the other kinds that it may point at ("the accord" at a treaty).
    """

    kind: InstrumentKind | None
    stands_for: frozenset[InstrumentKind]

    @property
    def may_mean(self) -> frozenset[InstrumentKind]:
        """Every kind of document that "the ..." of this name may point at."""
        return self.stands_for | ({self.kind} if self.kind else set())


@cache
def _names() -> Mapping[str, InstrumentName]:
    return {
        row["words"]: InstrumentName(
            kind=cast(InstrumentKind, row["kind"]) if row["kind"] else None,
            stands_for=frozenset(
                cast(tuple[InstrumentKind, ...], tuple(listed(row["stands_for"])))
            ),
        )
        for row in read_table("instruments.csv")
    }


@cache
def instrument_words() -> str:
    """A regular expression's alternatives: every name of an instrument, longer ones first."""
    names = sorted(_names(), key=len, reverse=True)
    return "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names)


def instrument_name(name: str) -> InstrumentName | None:
    """What `name` says of an instrument, or None where it names none."""
    return _names().get(" ".join(name.lower().split()))


def instrument_kind(name: str) -> InstrumentKind | None:
    """The kind of the instrument `name` says, or None where it names none.

    >>> instrument_kind("Joint Statement")
    'joint_statement'
    """
    found = instrument_name(name)
    return found.kind if found else None


def is_plural(name: str) -> bool:
    """Whether a name is of several documents ("memoranda of understanding", "documents").

    >>> is_plural("letters of intent"), is_plural("Protocol")
    (True, False)
    """
    head = name.lower().split(" of ")[0].split()[-1]
    return head.endswith(("s", "randa")) and head not in ("notes", "letters")


def body_code(name: str) -> str:
    """How a body of states is named among the parties: by its first acronym, else its name.

    An acronym that is the code of a state ("CAN") is not used.

    >>> body_code("European Union")
    'EU'
    """
    listed_as = find_organisation(name)
    if listed_as is None:
        return name
    codes = (acronym.replace(".", "").upper() for acronym in listed_as.acronyms)
    return next((code for code in codes if state(code) is None), listed_as.name)


def body_name(code: str) -> str | None:
    """The name of the body among the parties, None where `code` is a state's.

    >>> body_name("EU"), body_name("PER")
    ('European Union', None)
    """
    if state(code) is not None:
        return None
    found = find_organisation(code)
    return found.name if found else code
