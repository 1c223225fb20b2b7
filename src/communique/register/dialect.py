"""What differs between databases: opening, transactions, inserting once, full text.

SQLite is the only one today. The full-text index and the guards against changing rows are made in
the migrations, where PostgreSQL would likewise branch.
"""

import sqlite3
import time
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import (
    URL,
    Connection,
    Engine,
    Float,
    Select,
    StaticPool,
    Table,
    bindparam,
    create_engine,
    event,
    func,
    literal_column,
    select,
    table,
)
from sqlalchemy.dialects.sqlite import Insert, insert

from communique.errors import CommuniqueError
from communique.register.schema import ASSERTED, assertions

BUSY_SECONDS = 60.0
"""How long a process waits for another's write; a page's transaction takes milliseconds."""

APPLICATION_ID = 0x636D7165
"""Marks the file as a register ("cmqe" in its header), so that no other database is touched."""

MARK_ON, MARK_OFF = "\x02", "\x03"
"""Set around the words that a search found: characters that no page's prose has a use for."""


def file_engine(path: Path, create: bool) -> Engine:
    """An engine on the SQLite file at `path`.

    Raises `CommuniqueError` E301 where it is missing and not to be made, E302 where it is
    something else.
    """
    if not _probe(path) and not create:
        raise CommuniqueError("E301", str(path), "Add pages first: communique add.")
    url = URL.create("sqlite", database=str(path))
    return _prepare(create_engine(url, connect_args={"timeout": BUSY_SECONDS}))


def memory_engine() -> Engine:
    """An engine on a database that lives as long as the engine, in this process alone."""
    options = {"check_same_thread": False}
    return _prepare(create_engine("sqlite://", poolclass=StaticPool, connect_args=options))


def _probe(path: Path) -> bool:
    """Whether a register is at `path`, without changing what is there."""
    try:
        if not path.exists():
            if not path.parent.is_dir():
                raise CommuniqueError("E301", str(path), "Its folder does not exist.")
            return False
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=BUSY_SECONDS
        )
        try:
            mark = connection.execute("PRAGMA application_id").fetchone()[0]
            tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        finally:
            connection.close()
    except (sqlite3.Error, OSError) as error:
        raise CommuniqueError("E302", f"{path}: {error}") from error
    if mark != APPLICATION_ID and tables:
        raise CommuniqueError("E302", f"{path} is a database of another program")
    return bool(mark == APPLICATION_ID and tables)


def _prepare(engine: Engine) -> Engine:
    event.listen(engine, "connect", _connected)
    event.listen(engine, "begin", _begin)
    return engine


def _connected(connection: Any, _record: object) -> None:
    # Transactions are begun by `_begin` alone: the driver's own start too late for a snapshot.
    connection.isolation_level = None
    _write_ahead(connection)
    # Under WAL, NORMAL loses nothing when the process dies (the kernel holds the log) and, when
    # the power fails, at most the last transactions, never the file's integrity.
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute("PRAGMA foreign_keys=ON")
    # 64 MiB of cache, and a log of 32 MiB before it is worked into the file: each time is a sync.
    connection.execute("PRAGMA cache_size=-65536")
    connection.execute("PRAGMA wal_autocheckpoint=8192")
    connection.execute("PRAGMA temp_store=MEMORY")
    # Only the full-text index ever frees space, and what it frees still stands elsewhere.
    connection.execute("PRAGMA secure_delete=OFF")


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Switch to WAL. SQLite does not wait for a lock here, so that we must."""
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise
            time.sleep(0.02)


def _begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def mark(connection: Connection) -> None:
    """Mark the database as a register, in the transaction that makes its tables."""
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")


def fix_snapshot(connection: Connection) -> None:
    """Take the reading snapshot now; SQLite would take it at the first look-up."""
    connection.exec_driver_sql("SELECT 1 FROM runs LIMIT 1").fetchall()


def insert_new(connection: Connection, into: Table, rows: Iterable[Mapping[str, object]]) -> None:
    """Insert those of `rows` whose key is not there yet, all with the same columns."""
    listed = list(rows)
    if listed:
        connection.execute(_insertion(into), listed)


@cache
def _insertion(into: Table) -> Insert:
    return insert(into).on_conflict_do_nothing()


def report_days() -> Select[Any]:
    """Rows of record_id and what dateline, publication and update of standing reports state.

    Of the reports whose ids are bound as `report_ids`.
    """
    paths = ("$.dateline.date", "$.published.value", "$.updated.value")
    stated = (func.json_extract(assertions.c.record, path) for path in paths)
    wanted = assertions.c.record_id.in_(bindparam("report_ids", expanding=True))
    return select(assertions.c.record_id, *stated).where(
        assertions.c.kind == "report", wanted, ASSERTED
    )


def sharing_key(
    connection: Connection, key: int, first: int, last: int, most: int
) -> tuple[int, ...]:
    """The numbers of at most `most` reports' assertions that have `key` on one of these days.

    Asked for a hundred times a report: by the driver's own cursor, at a fifth of the cost.
    """
    cursor = connection.connection.cursor()
    cursor.execute(_SHARING_KEY, (key, first, last, most))
    return tuple(row[0] for row in cursor.fetchall())


_SHARING_KEY = "SELECT assertion FROM report_keys WHERE key = ? AND day BETWEEN ? AND ? LIMIT ?"


def actor_states() -> Select[Any]:
    """Rows of record_id and state (alpha-3) of every standing actor that has one, each once."""
    iso3 = func.json_extract(assertions.c.record, "$.iso3")
    query = select(assertions.c.record_id, iso3).distinct()
    return query.where(assertions.c.kind == "actor", iso3.is_not(None), ASSERTED)


def full_text(words: Iterable[str], limit: int) -> Select[Any]:
    """The standing reports that hold all `words` (or phrases), best first by BM25.

    Rows of record_id, record JSON, snippet with marks, and rank (lower is better).
    """
    match = " ".join('"' + word.replace('"', '""') + '"' for word in words)
    index = table("report_words")
    index_name: Any = literal_column("report_words")
    snippet = func.snippet(index_name, -1, MARK_ON, MARK_OFF, "…", 24)
    rank = literal_column("report_words.rank", Float)
    return (
        select(assertions.c.record_id, assertions.c.record, snippet.label("snippet"), rank)
        .select_from(index)
        .join(assertions, assertions.c.seq == literal_column("report_words.rowid"))
        .where(index_name.op("MATCH")(match), ASSERTED)
        .order_by(rank)
        .limit(limit)
    )
