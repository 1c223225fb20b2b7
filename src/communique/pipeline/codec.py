"""Records to JSON and back: the one place where the frozen dataclasses meet bytes.

Decoding validates every field against the record's types, so a row that was damaged, or written
by hand, gives a `CommuniqueError` and never a record that cannot exist.
"""

from functools import cache
from typing import Any, Literal, TypeVar, overload

import msgspec

from communique.errors import CommuniqueError, Fault
from communique.types.coverage import Coverage, Merged
from communique.types.parties import Actor, Post, Profile
from communique.types.provenance import Judgement
from communique.types.record import Event, Findings, Statement
from communique.types.standing import Instrument, Position, RelationChange
from communique.types.text import Page, Report

Kind = Literal[
    "report",
    "mentions",
    "actor",
    "statement",
    "position",
    "found_event",
    "found_instrument",
    "found_relation",
    "coverage",
    "event",
    "instrument",
    "relation",
    "fault",
    "profile",
    "post",
]
"""What an assertion can claim. `found_*` is what one report says; `event`, `instrument` and
`relation` are merged from all reports of a coverage. `mentions` holds a report's mentions and
dates: a `Findings` with all else empty. `profile` and `post` are of imported lists."""

Record = (
    Report
    | Findings
    | Actor
    | Statement
    | Position
    | Event
    | Instrument
    | RelationChange
    | Coverage
    | Fault
    | Profile
    | Post
)

KINDS: dict[Kind, type[Record]] = {
    "report": Report,
    "mentions": Findings,
    "actor": Actor,
    "statement": Statement,
    "position": Position,
    "found_event": Event,
    "found_instrument": Instrument,
    "found_relation": RelationChange,
    "coverage": Coverage,
    "event": Event,
    "instrument": Instrument,
    "relation": RelationChange,
    "fault": Fault,
    "profile": Profile,
    "post": Post,
}
"""The record type of each kind."""

Encodable = Record | Page | Merged | Judgement | tuple[Any, ...]
T = TypeVar("T")


def encode(record: Encodable) -> bytes:
    """Return `record` as compact JSON, UTF-8, fields in the order of their declaration.

    The same record always gives the same bytes, so that they can be hashed. Raises
    `CommuniqueError` E304 where its text holds half a surrogate pair, which no file can carry.
    """
    try:
        return msgspec.json.encode(record)
    except (UnicodeEncodeError, TypeError, ValueError) as error:
        detail = f"{type(record).__name__} cannot be written as JSON: {error}"
        raise CommuniqueError("E304", detail) from error


@overload
def decode(kind: type[T], data: bytes | str) -> T: ...
@overload
def decode(kind: Kind, data: bytes | str) -> Record: ...
def decode(kind: Any, data: bytes | str) -> Any:
    """Return the record of `kind` (a `Kind` or a record type) that `data` holds as JSON.

    Raises `CommuniqueError` E304 where `data` is not JSON or does not make such a record.
    """
    wanted: Any = KINDS.get(kind, kind)
    try:
        return _decoder(wanted).decode(data)
    except (msgspec.DecodeError, UnicodeError) as error:
        name = getattr(wanted, "__name__", str(wanted))
        raise CommuniqueError("E304", f"not a {name}: {error}") from error


@cache
def _decoder(wanted: Any) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(wanted)
