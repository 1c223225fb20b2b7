"""What commands write: JSON lines, tables and text; notices go to standard error."""

import sys
from collections.abc import Iterable, Sequence
from typing import Any, NoReturn

import msgspec
from rich.console import Console
from rich.table import Table
from rich.text import Text

from communique.export.plain import one_line


class Screen(Console):
    """A console that takes no word of a page for markup, and ends quietly where its reader has."""

    def __init__(self, stderr: bool = False) -> None:
        """Write to standard output, or to standard error."""
        super().__init__(stderr=stderr, markup=False, emoji=False, highlight=False)

    def on_broken_pipe(self) -> NoReturn:
        """Leave without complaint: whoever read from us has seen enough."""
        raise BrokenPipeError


def write(text: str) -> None:
    """Write `text` as it is."""
    sys.stdout.write(text)
    sys.stdout.flush()


def notice(text: str) -> None:
    """Write a line to standard error."""
    Screen(stderr=True).print(text, soft_wrap=True)


def write_json(rows: Iterable[dict[str, Any]]) -> None:
    """Write each row as one line of JSON, UTF-8 whatever the terminal's encoding."""
    sys.stdout.flush()
    for row in rows:
        sys.stdout.buffer.write(msgspec.json.encode(row) + b"\n")
    sys.stdout.buffer.flush()


def write_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write rows as a table on a terminal, else as tab-separated lines under a line of names."""
    screen = Screen()
    cells = [[one_line(cell) for cell in row] for row in rows]
    if not cells:
        notice("Nothing found.")
    elif screen.is_terminal:
        table = Table(box=None, pad_edge=False, header_style="bold")
        for number, column in enumerate(columns):
            table.add_column(column, no_wrap=number == 0, overflow="fold")
        for row in cells:
            table.add_row(*map(Text, row))
        screen.print(table)
    else:
        write("".join("\t".join(row) + "\n" for row in (columns, *cells)))
