"""The register: opening it, reading from it, writing to it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from uuid import uuid4

from sqlalchemy import Connection, Engine, insert
from sqlalchemy.exc import DBAPIError

from communique.errors import CommuniqueError
from communique.pipeline.codec import Kind
from communique.register import dialect
from communique.register.migrate import migrate
from communique.register.records import Run, now
from communique.register.restoring import note_run, restore
from communique.register.schema import run_ends
from communique.register.view import View
from communique.register.writing import Writer
from communique.types.ids import content_id
from communique.types.kept import Kept


class Register:
    """An open register. Use it from any thread, but open it anew in every process."""

    def __init__(self, engine: Engine, name: str) -> None:
        """Take the database behind `engine`, called `name` in messages, and bring it up to date."""
        self.name = name
        self._engine = engine
        try:
            with self._faults():
                migrate(engine)
        except CommuniqueError:
            engine.dispose()
            raise

    @classmethod
    def open(cls, path: str | Path, create: bool = True) -> "Register":
        """Open the register in the file `path`, made where `create` and nothing is there.

        Raises `CommuniqueError` E301 where there is none, E302 where the file is not a register
        or cannot be opened, E303 where a newer version made it.
        """
        return cls(dialect.file_engine(Path(path), create), str(path))

    @classmethod
    def in_memory(cls) -> "Register":
        """A register that is gone when closed.

        For one thread at a time, which may read or write, but not one within the other.
        """
        return cls(dialect.memory_engine(), "the register in memory")

    def close(self) -> None:
        """Close the file; what was committed is in it already."""
        self._engine.dispose()

    def __enter__(self) -> "Register":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def begin_run(
        self,
        tool: str,
        plan: Mapping[str, str],
        makers: Mapping[Kind, str] | None = None,
        models: Mapping[str, str] | None = None,
        author: str = "",
    ) -> Run:
        """Note that a run of version `tool` begins, by the stages of `plan` (stage to version).

        `makers` names the stage that makes each kind, `models` the model of those that have one,
        `author` the person who judges in it.
        """
        started = now()
        run = Run(
            id=content_id("rn", started, uuid4().hex),
            started=started,
            tool=tool,
            plan=dict(plan),
            makers=dict(makers or {}),
            models=dict(models or {}),
            author=author,
        )
        with self._transaction(writing=True) as connection:
            note_run(connection, run)
        return run

    def end_run(self, run: Run) -> Run:
        """Note that `run` came to its end."""
        finished = now()
        with self._transaction(writing=True) as connection:
            connection.execute(insert(run_ends), [{"run_id": run.id, "finished": finished}])
        return replace(run, finished=finished)

    def restore(self, kept: Kept) -> dict[str, int]:
        """Fill this register, which must be empty, with what an export of another one holds.

        All of it or, where anything is wrong with it, nothing. Returns how many runs, pages,
        assertions and judgements there are. Raises `CommuniqueError` E508, E509.
        """
        with self._transaction(writing=True) as connection:
            return restore(connection, kept)

    @contextmanager
    def read(self) -> Iterator[View]:
        """One consistent view, whatever others write meanwhile."""
        with self._transaction(writing=False) as connection:
            dialect.fix_snapshot(connection)
            yield View(connection)

    @contextmanager
    def write(self, run: Run) -> Iterator[Writer]:
        """One transaction of `run`: all of it is kept or, where the block raises, none.

        Waits for other writers, and keeps them waiting: compute before, write within.
        """
        with self._transaction(writing=True) as connection:
            yield Writer(connection, run)

    @contextmanager
    def _transaction(self, writing: bool) -> Iterator[Connection]:
        engine = self._engine.execution_options(writing=writing)
        with self._faults(), engine.begin() as connection:
            yield connection

    @contextmanager
    def _faults(self) -> Iterator[None]:
        """Turn the database's errors into ours."""
        try:
            yield
        except DBAPIError as error:
            locked = "locked" in str(error.orig)
            advice = "Another process holds it; try again when it is done." if locked else ""
            raise CommuniqueError("E302", f"{self.name}: {error.orig}", advice) from error
