"""The lines of a file of JSON lines, plain or compressed, one at a time."""

import bz2
import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, NamedTuple

from communique.errors import CommuniqueError

MAX_LINE = 20_000_000
"""The longest line that is read, in bytes; the longest entities of Wikidata have some millions."""
_DAMAGE = (EOFError, zlib.error, gzip.BadGzipFile, OSError)


class Line(NamedTuple):
    """A line by its number, from 1; `data` is None where it is longer than `MAX_LINE`."""

    number: int
    data: bytes | None


def read_lines(path: Path) -> Iterator[Line]:
    """The lines of `path` that are not blank; .gz and .bz2 are told by their first bytes.

    Raises `CommuniqueError` E101 where there is no such file, E102 where it cannot be read, E103
    where it is empty, E106 where it is compressed and damaged; the last perhaps only after lines.
    """
    try:
        with path.open("rb") as stream:
            head = stream.read(3)
            stream.seek(0)
            if not head:
                raise CommuniqueError("E103", str(path))
            packed = _packed(head, stream)
            yield from _lines(path, packed or stream, "E106" if packed else "E102")
    except FileNotFoundError as problem:
        raise CommuniqueError("E101", str(path)) from problem
    except OSError as problem:
        raise CommuniqueError("E102", f"{path}: {problem.strerror or problem}") from problem


def _packed(head: bytes, stream: IO[bytes]) -> IO[bytes] | None:
    """The stream unpacked; None where it is not packed."""
    if head.startswith(b"\x1f\x8b"):
        return gzip.GzipFile(fileobj=stream)  # type: ignore[return-value]
    return bz2.BZ2File(stream) if head == b"BZh" else None


def _lines(path: Path, stream: IO[bytes], code: str) -> Iterator[Line]:
    number = 0
    while True:
        try:
            data = stream.readline(MAX_LINE + 1)
            whole = len(data) <= MAX_LINE
            while not whole and data and not data.endswith(b"\n"):
                data = stream.readline(MAX_LINE)
        except _DAMAGE as problem:
            raise CommuniqueError(code, f"{path}, after line {number}: {problem}") from problem
        if not data and whole:
            return
        number += 1
        if not whole or data.strip():
            yield Line(number, data.strip() if whole else None)
