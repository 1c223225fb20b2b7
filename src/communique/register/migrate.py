"""Bringing a register's tables up to date when it is opened."""

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from communique.errors import CommuniqueError
from communique.register import dialect
from communique.register.schema import HEAD

MIGRATIONS = Path(__file__).parent / "migrations"


def migrate(engine: Engine) -> None:
    """Run the steps that the register behind `engine` lacks, all or none; make it where empty.

    Raises `CommuniqueError` E303 where it has steps that this version does not know.
    """
    with engine.begin() as connection:
        if version(connection) == HEAD:
            return
    with engine.execution_options(writing=True).begin() as connection:
        _upgrade(connection)


def version(connection: Connection) -> str | None:
    """The register's newest migration, None where it has no tables yet."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return found


def _upgrade(connection: Connection) -> None:
    # Alembic takes a fifth of a second to load, and most openings do not need it.
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    known = {step.revision for step in ScriptDirectory.from_config(config).walk_revisions()}
    # Looked up again, now that no other process can be migrating.
    if (found := version(connection)) is not None and found not in known:
        detail = f"its tables are at {found}, this version knows {HEAD}"
        raise CommuniqueError("E303", detail, "Install the newer communique.")
    dialect.mark(connection)
    command.upgrade(config, "head")
