"""PLOVER's sixteen event types: quad class, modes, intensities and contexts.

The figures are those of the PLOVER 2.0 manual; `data/plover.toml` holds them.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from communique.types.record import EventType, Quad


@dataclass(frozen=True, slots=True, kw_only=True)
class PloverType:
    """An event type: its quad class, its intensity (-10 to 10) and those of its modes."""

    name: EventType
    quad: Quad
    intensity: float
    modes: Mapping[str, float]


@cache
def _tables() -> Mapping[str, Mapping[str, object]]:
    data = files("communique.vocab").joinpath("data", "plover.toml").read_text(encoding="utf-8")
    return tomllib.loads(data)


@cache
def event_types() -> Mapping[str, PloverType]:
    """The types by name."""
    rows: Mapping[str, Mapping[str, object]] = _tables()["types"]  # type: ignore[assignment]
    return {name: PloverType(name=name, **row) for name, row in rows.items()}  # type: ignore[arg-type]


def quad(event_type: EventType) -> Quad:
    """The quad class of a type."""
    return event_types()[event_type].quad


def intensity(event_type: EventType, mode: str | None = None) -> float:
    """The intensity of a type, or of one of its modes. Raises KeyError for a mode it has not."""
    row = event_types()[event_type]
    return row.intensity if mode is None else row.modes[mode]


@cache
def context_names() -> tuple[str, ...]:
    """The contexts in the manual's order."""
    return tuple(_tables()["contexts"])


@cache
def _context_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    words: Mapping[str, list[str]] = _tables()["contexts"]  # type: ignore[assignment]
    return tuple(
        (name, re.compile(rf"\b(?:{'|'.join(map(re.escape, listed))})s?\b", re.IGNORECASE))
        for name, listed in words.items()
    )


def contexts(words: str) -> tuple[str, ...]:
    """The contexts whose words stand in `words`, in the manual's order."""
    return tuple(name for name, pattern in _context_patterns() if pattern.search(words))
