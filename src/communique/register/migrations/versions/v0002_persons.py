"""Persons by the key of their name, filled from what was asserted so far."""

import json

import sqlalchemy as sa
from alembic import op

from communique.merge.persons import name_key

revision = "0002"
down_revision = "0001"
BATCH = 1000


def upgrade() -> None:
    """Make the table, fill it, and guard it."""
    op.create_table(
        "persons",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("key", sa.Text, nullable=False),
    )
    op.create_index("persons_by_key", "persons", ["key"])
    _fill(op.get_bind())
    if op.get_bind().dialect.name == "sqlite":
        for change in ("UPDATE", "DELETE"):
            op.execute(f"""
                CREATE TRIGGER persons_no_{change.lower()} BEFORE {change} ON persons BEGIN
                    SELECT RAISE(ABORT, 'the register is append-only');
                END
            """)


def _fill(bind: sa.Connection) -> None:
    found = bind.execute(
        sa.text(
            "SELECT record FROM assertions WHERE seq IN "
            "(SELECT min(seq) FROM assertions WHERE kind = 'actor' GROUP BY record_id)"
        )
    )
    insert = sa.text("INSERT INTO persons (id, key) VALUES (:id, :key)")
    for some in found.scalars().partitions(BATCH):
        actors = [json.loads(record) for record in some]
        persons = [each for each in actors if each["kind"] == "person"]
        rows = [{"id": each["id"], "key": name_key(each["name"])} for each in persons]
        if rows:
            bind.execute(insert, rows)
