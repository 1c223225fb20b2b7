"""Files written whole or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from communique.errors import CommuniqueError


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Make `folder`, and turn what the system says against writing there into E403."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield
    except OSError as problem:
        detail = problem.strerror or str(problem)
        raise CommuniqueError("E403", f"{folder}: {detail}") from problem


@contextmanager
def placed(path: Path) -> Iterator[IO[bytes]]:
    """A file beside `path` that takes its place when complete.

    So no half-written file is ever found under the final name, and one that stood there stays
    where the new one fails.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("wb") as out:
            yield out
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
