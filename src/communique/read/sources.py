"""The edge where bytes come in: files, folders, globs, archives and standard input.

`open_sources` yields raw pages one at a time and turns every failure into a Fault, so that memory
holds one page and a bad file never stops a run. Entries whose name starts with a dot are passed
over inside folders, as a shell's globs do.
"""

import errno
import glob
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from communique.errors import Fault
from communique.read.archives import MAX_BYTES, RawPage, legible, unpack

STDIN = "-"
MAX_FOLDERS = 200


def open_sources(paths: Iterable[str]) -> Iterator[RawPage | Fault]:
    """Raw pages and faults from files, folders, quoted globs and "-", folders in name order."""
    for path in paths:
        if path == STDIN:
            yield from unpack(STDIN, sys.stdin.buffer)
        elif not os.path.lexists(path) and glob.has_magic(path):
            found = sorted(glob.glob(path, recursive=True))  # noqa: PTH207 - absolute patterns too
            if not found:
                yield Fault.of(legible(path), "E101", "the pattern matches no file")
            for name in found:
                yield from _open(Path(name), ancestors=())
        else:
            yield from _open(Path(path), ancestors=())


def _open(path: Path, *, ancestors: tuple[tuple[int, int], ...]) -> Iterator[RawPage | Fault]:
    name = legible(str(path))
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            yield from _folder(path, (status.st_dev, status.st_ino), ancestors)
        elif stat.S_ISREG(status.st_mode):
            with path.open("rb") as stream:
                yield from unpack(name, stream)
        else:
            yield Fault.of(name, "E112", "pipes, sockets and devices are not read")
    except FileNotFoundError:
        yield Fault.of(name, "E101", "check the spelling, or the target if it is a link")
    except OSError as problem:
        code = "E108" if problem.errno == errno.ELOOP else "E102"
        yield Fault.of(name, code, problem.strerror or str(problem))
    except ValueError as problem:
        yield Fault.of(name, "E102", str(problem))


def _folder(
    path: Path, identity: tuple[int, int], ancestors: tuple[tuple[int, int], ...]
) -> Iterator[RawPage | Fault]:
    if identity in ancestors:
        yield Fault.of(legible(str(path)), "E108", "the folder is not entered again")
        return
    if len(ancestors) > MAX_FOLDERS:
        yield Fault.of(legible(str(path)), "E102", f"folders are entered {MAX_FOLDERS} deep")
        return
    for entry in sorted(path.iterdir()):
        if not entry.name.startswith("."):
            yield from _open(entry, ancestors=(*ancestors, identity))


__all__ = ["MAX_BYTES", "STDIN", "RawPage", "open_sources"]
