"""The first tables, the full-text index over reports, and the guards that keep rows unchanged."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

TABLES = (
    "runs",
    "run_ends",
    "provenances",
    "pages",
    "sightings",
    "dones",
    "assertions",
    "evidence",
    "carriers",
    "judgements",
    "standings",
    "judgement_standings",
    "derivations",
)


def upgrade() -> None:
    """Make everything."""
    _provenance()
    _pages()
    _assertions()
    _judgements()
    _standings("standings", "assertions.seq")
    _standings("judgement_standings", "judgements.seq")
    op.create_table(
        "derivations",
        _seq(),
        _text("coverage_id"),
        _text("digest"),
        _run(),
    )
    op.create_index("derivations_by_coverage", "derivations", ["coverage_id", "seq"])
    if op.get_bind().dialect.name == "sqlite":
        _full_text()
        _guards()


def _text(name: str, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=null)


def _key(name: str, to: str | None = None) -> sa.Column[str]:
    return sa.Column(name, sa.Text, *([sa.ForeignKey(to)] if to else []), primary_key=True)


def _seq() -> sa.Column[int]:
    return sa.Column("seq", sa.Integer, primary_key=True)


def _number(name: str, to: str | None = None) -> sa.Column[int]:
    keys = [sa.ForeignKey(to)] if to else []
    return sa.Column(name, sa.Integer, *keys, primary_key=True, autoincrement=False)


def _to(name: str, to: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, sa.ForeignKey(to), nullable=False)


def _run() -> sa.Column[str]:
    return _to("run_id", "runs.id")


def _provenance() -> None:
    op.create_table("runs", _key("id"), _text("started"), _text("tool"), _text("plan"))
    op.create_table("run_ends", _key("run_id", "runs.id"), _text("finished"))
    op.create_table(
        "provenances",
        _key("id"),
        _run(),
        _text("stage"),
        _text("version"),
        _text("model", null=True),
    )


def _pages() -> None:
    op.create_table(
        "pages",
        _key("id"),
        _text("name"),
        _text("address", null=True),
        _text("media"),
        _text("encoding"),
        _text("sha256"),
        _text("text"),
        _text("blocks"),
        _run(),
    )
    op.create_table("sightings", _key("page_id", "pages.id"), _key("name"), _run())
    op.create_table(
        "dones",
        _seq(),
        _to("page_id", "pages.id"),
        _text("plan_version"),
        _run(),
    )
    op.create_index("dones_by_page", "dones", ["page_id", "seq"])


def _assertions() -> None:
    op.create_table(
        "assertions",
        _seq(),
        _text("id"),
        _text("subject"),
        _text("kind"),
        _text("record_id"),
        sa.Column("place", sa.Integer, nullable=False),
        _text("record"),
        _to("provenance_id", "provenances.id"),
        sa.UniqueConstraint("subject", "kind", "id", name="assertions_once"),
    )
    op.create_index("assertions_by_record", "assertions", ["kind", "record_id"])
    op.create_table(
        "evidence",
        _key("report_id"),
        _number("start"),
        _number("end"),
        _number("assertion", "assertions.seq"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "carriers",
        _key("report_id"),
        _number("assertion", "assertions.seq"),
        sqlite_with_rowid=False,
    )


def _judgements() -> None:
    op.create_table(
        "judgements",
        _seq(),
        _text("id"),
        _text("kind"),
        _text("left"),
        _text("right"),
        _text("author"),
        _text("reason"),
        _text("at"),
        _run(),
        sa.UniqueConstraint("id", name="judgements_id"),
    )
    op.create_index("judgements_by_left", "judgements", ["left", "kind"])


def _standings(name: str, target: str) -> None:
    op.create_table(
        name,
        _seq(),
        sa.Column("target", sa.Integer, sa.ForeignKey(target), nullable=False),
        sa.Column("stands", sa.Boolean, nullable=False),
        _text("reason"),
        _text("at"),
        _run(),
    )
    op.create_index(f"{name}_by_target", name, ["target", "seq", "stands"])


def _full_text() -> None:
    """The words of every report, filled by a trigger so that none can be missed."""
    op.execute("""
        CREATE VIRTUAL TABLE report_words USING fts5(
            headline, body, tokenize="porter unicode61 remove_diacritics 2"
        )
    """)
    op.execute("INSERT INTO report_words(report_words, rank) VALUES ('rank', 'bm25(5.0, 1.0)')")
    op.execute("""
        CREATE TRIGGER report_worded AFTER INSERT ON assertions WHEN new.kind = 'report' BEGIN
            INSERT INTO report_words(rowid, headline, body) VALUES (
                new.seq,
                json_extract(new.record, '$.headline.text'),
                (SELECT group_concat(json_extract(value, '$.text'), char(10))
                 FROM json_each(new.record, '$.paragraphs'))
            );
        END
    """)


def _guards() -> None:
    for table in TABLES:
        for change in ("UPDATE", "DELETE"):
            op.execute(f"""
                CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} BEGIN
                    SELECT RAISE(ABORT, 'the register is append-only');
                END
            """)
