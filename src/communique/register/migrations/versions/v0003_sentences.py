"""Judgements that hold for some sentences of a report alone, and that say how sure they are."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the two columns; what was judged so far is of whole reports and has no score."""
    op.add_column("judgements", sa.Column("sentences", sa.Text))
    op.add_column("judgements", sa.Column("score", sa.Float))
