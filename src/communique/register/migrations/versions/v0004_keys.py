"""Reports by the keys that the grouping finds them by, filled from what was asserted so far."""

import sqlalchemy as sa
from alembic import op

from communique.group.keys import keys
from communique.pipeline.codec import decode
from communique.types.text import Report

revision = "0004"
down_revision = "0003"
BATCH = 200


def upgrade() -> None:
    """Make the table, fill it, and guard it."""
    op.create_table(
        "report_keys",
        *(
            sa.Column(name, sa.Integer, *to, primary_key=True, autoincrement=False)
            for name, to in (
                ("key", ()),
                ("day", ()),
                ("assertion", (sa.ForeignKey("assertions.seq"),)),
            )
        ),
        sqlite_with_rowid=False,
    )
    _fill(op.get_bind())
    if op.get_bind().dialect.name == "sqlite":
        for change in ("UPDATE", "DELETE"):
            op.execute(f"""
                CREATE TRIGGER report_keys_no_{change.lower()} BEFORE {change} ON report_keys BEGIN
                    SELECT RAISE(ABORT, 'the register is append-only');
                END
            """)


def _fill(bind: sa.Connection) -> None:
    query = sa.text(
        "SELECT seq, record FROM assertions WHERE kind = 'report' AND seq > :last "
        f"ORDER BY seq LIMIT {BATCH}"
    )
    insert = sa.text(
        "INSERT INTO report_keys (key, day, assertion) VALUES (:key, :day, :assertion)"
    )
    last = 0
    while some := bind.execute(query, {"last": last}).all():
        last = some[-1].seq
        rows = [
            {"key": key, "day": day, "assertion": each.seq}
            for each in some
            for key, day in keys(decode(Report, each.record)).dated
        ]
        bind.execute(insert, rows)
