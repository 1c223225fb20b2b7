"""The data dictionary: every table, its columns, their types and where in a row they are found.

`data/tables.toml` holds it; docs/exports.md says the same, which a test sees to.
"""

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from communique.export.rows import Row
from communique.vocab.periods import edges

ColumnType = Literal["string", "integer", "number", "boolean", "date"]
Getter = Callable[["Level"], Any]
Level = list[tuple[int, Any]]
"""A row and the items of lists within it, the outermost first, each with its place in its list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableColumn:
    """A column: its name, type and meaning, and what finds its value."""

    name: str
    type: ColumnType
    meaning: str
    get: Getter


@dataclass(frozen=True, slots=True, kw_only=True)
class TableKind:
    """A table: the kind of JSON rows it is made of, and the lists whose items are its rows."""

    name: str
    of: str
    each: tuple[str, ...]
    about: str
    columns: tuple[TableColumn, ...]

    def records(self, row: Row) -> Iterator[tuple[Any, ...]]:
        """The table's rows for one JSON row of its kind."""
        for level in _items([(0, row)], self.each):
            yield tuple(column.get(level) for column in self.columns)


@cache
def tables() -> tuple[TableKind, ...]:
    """Every table, those of one kind together."""
    path = files("communique.export").joinpath("data", "tables.toml")
    listed = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(
        TableKind(
            name=name,
            of=table["of"],
            each=tuple(table.get("each", ())),
            about=table["about"],
            columns=tuple(
                TableColumn(name=column, type=kind, meaning=meaning, get=_getter(source))
                for column, kind, source, meaning in table["columns"]
            ),
        )
        for name, table in listed.items()
    )


def _items(level: Level, each: tuple[str, ...]) -> Iterator[Level]:
    if not each:
        yield level
        return
    for place, item in enumerate(_walk(level[-1][1], each[0].split(".")) or ()):
        yield from _items([*level, (place, item)], each[1:])


def _getter(source: str) -> Getter:
    path, _, edge = source.partition("|")
    head, _, tail = path.rpartition(":")
    at = int(head) if head else -1
    if tail == "#":
        return lambda level: level[at][0]
    steps = tail.split(".") if tail else []
    if edge:
        side = ("first", "last").index(edge)
        return lambda level: _day(_walk(level[at][1], steps), side)
    return lambda level: _walk(level[at][1], steps)


def _walk(value: Any, steps: list[str]) -> Any:
    for step in steps:
        if value is None:
            return None
        value = value[int(step)] if isinstance(value, list) else value[step]
    return value


def _day(value: str | None, side: int) -> Any:
    """The first or last day of an ISO date, partial date or range; None without a year."""
    if value is None or not value[:4].isdigit():
        return None
    return edges(value)[side]
