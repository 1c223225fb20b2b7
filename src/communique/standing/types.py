"""The standing of two states: one line for each matter that something is known of."""

from dataclasses import dataclass
from typing import Literal, get_args

from communique.types.standing import RelationChange

Matter = Literal["diplomatic relations", "representation", "partnership", "recognition"]
MATTERS: tuple[Matter, ...] = get_args(Matter)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stands:
    """How one matter stands.

    `level` is in the words of the report ("severed" and the like where it names no level), `since`
    an ISO date, possibly partial, None where none is told. `by` is the change that made it so, and
    `disputed` are those of the same day that say otherwise. `rank` and `family` are the table's,
    None where it has not the label. `of` is the state whose recognition it is, else None.
    """

    matter: Matter
    level: str
    since: str | None
    by: RelationChange
    rank: int | None = None
    family: str | None = None
    of: str | None = None
    disputed: tuple[RelationChange, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where two states stand on the day `on`: what is known, and what is decided but not yet so."""

    dyad: tuple[str, str]
    on: str
    stands: tuple[Stands, ...] = ()
    ahead: tuple[RelationChange, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.stands or self.ahead)
