"""What the reader of relations tells apart, in the order of its outputs."""

from typing import Literal, get_args

from communique.types.standing import Change, ChangeStatus

CHANGES: tuple[Change, ...] = get_args(Change)
STATUSES: tuple[ChangeStatus, ...] = get_args(ChangeStatus)
Doer = Literal["both", "one", "other"]
DOERS: tuple[Doer, ...] = get_args(Doer)
"""Who made a change: both states, or one of the pair alone."""
Edge = Literal["none", "before", "after"]
LEVELS: tuple[Edge, ...] = get_args(Edge)
"""What a piece's words are: no level, that before the change, that after it."""
