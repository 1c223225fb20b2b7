"""The register's tables. Rows are inserted, never updated or deleted: taking back is a row too.

An assertion's standing is that of its latest row in `standings`; one with no row there stands. A
judgement's likewise, in `judgement_standings`. So the usual case, a claim made once and never
taken back, costs one row. The migrations make these tables; a test holds the two together.
"""

from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    func,
    select,
)

HEAD = "0004"
"""The newest migration: a register at this version needs no work on opening."""

metadata = MetaData()


class Numbers(TypeDecorator[tuple[int, ...]]):
    """Numbers in order, kept as words: "3 4 5"; NULL where there are none."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[int, ...] | None, dialect: Any) -> str | None:  # noqa: ARG002
        """As kept."""
        return " ".join(map(str, value)) if value else None

    def process_result_value(self, value: str | None, dialect: Any) -> tuple[int, ...]:  # noqa: ARG002
        """As handed out."""
        return tuple(map(int, value.split())) if value else ()


runs = Table(
    "runs",
    metadata,
    Column("id", Text, primary_key=True),
    Column("started", Text, nullable=False),
    Column("tool", Text, nullable=False),
    Column("plan", Text, nullable=False),
)
"""One use of the tool that wrote: when (ISO, UTC), its version, and its stages as JSON."""

run_ends = Table(
    "run_ends",
    metadata,
    Column("run_id", Text, ForeignKey("runs.id"), primary_key=True),
    Column("finished", Text, nullable=False),
)
"""A run that has no row here was cut short, or is still going."""

provenances = Table(
    "provenances",
    metadata,
    Column("id", Text, primary_key=True),
    Column("run_id", Text, ForeignKey("runs.id"), nullable=False),
    Column("stage", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("model", Text),
)
"""What each run may make assertions by; written when it begins."""

pages = Table(
    "pages",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("address", Text),
    Column("media", Text, nullable=False),
    Column("encoding", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("blocks", Text, nullable=False),
    Column("run_id", Text, ForeignKey("runs.id"), nullable=False),
)

sightings = Table(
    "sightings",
    metadata,
    Column("page_id", Text, ForeignKey("pages.id"), primary_key=True),
    Column("name", Text, primary_key=True),
    Column("run_id", Text, ForeignKey("runs.id"), nullable=False),
)
"""Every name a page was read under; the first is in `pages` too."""

dones = Table(
    "dones",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("page_id", Text, ForeignKey("pages.id"), nullable=False),
    Column("plan_version", Text, nullable=False),
    Column("run_id", Text, ForeignKey("runs.id"), nullable=False),
    Index("dones_by_page", "page_id", "seq"),
)
"""A page's latest row names the plan version that its standing assertions come from."""

assertions = Table(
    "assertions",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("record_id", Text, nullable=False),
    Column("place", Integer, nullable=False),
    Column("record", Text, nullable=False),
    Column("provenance_id", Text, ForeignKey("provenances.id"), nullable=False),
    UniqueConstraint("subject", "kind", "id", name="assertions_once"),
    Index("assertions_by_record", "kind", "record_id"),
)
"""`id` hashes kind, subject and the record's JSON. An index that began with it would touch a leaf
for every row, as hashes fall anywhere; this one keeps a page's rows together. `subject` is the page
of a report or fault, the report of a finding, the coverage of what was merged; `place` is where the
first evidence starts."""

evidence = Table(
    "evidence",
    metadata,
    Column("report_id", Text, primary_key=True),
    Column("start", Integer, primary_key=True, autoincrement=False),
    Column("end", Integer, primary_key=True, autoincrement=False),
    Column(
        "assertion", Integer, ForeignKey("assertions.seq"), primary_key=True, autoincrement=False
    ),
    sqlite_with_rowid=False,
)
"""Which assertions cite which words; the quotes themselves stand in the records."""

persons = Table(
    "persons",
    metadata,
    Column("id", Text, primary_key=True),
    Column("key", Text, nullable=False),
    Index("persons_by_key", "key"),
)
"""Every person that was ever asserted, by actor id, with the key under which spellings of her name
are one: what finds those who stand under two ids."""

carriers = Table(
    "carriers",
    metadata,
    Column("report_id", Text, primary_key=True),
    Column(
        "assertion", Integer, ForeignKey("assertions.seq"), primary_key=True, autoincrement=False
    ),
    sqlite_with_rowid=False,
)
"""Which reports carry a coverage and what was merged from it."""

report_keys = Table(
    "report_keys",
    metadata,
    Column("key", Integer, primary_key=True, autoincrement=False),
    Column("day", Integer, primary_key=True, autoincrement=False),
    Column(
        "assertion", Integer, ForeignKey("assertions.seq"), primary_key=True, autoincrement=False
    ),
    sqlite_with_rowid=False,
)
"""By which names, shingles and days (see group.keys) every report that was ever asserted is found
again as one that may tell what a new one tells."""

judgements = Table(
    "judgements",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("left", Text, nullable=False),
    Column("right", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("run_id", Text, ForeignKey("runs.id"), nullable=False),
    Column("sentences", Numbers),
    Column("score", Float),
    UniqueConstraint("id", name="judgements_id"),
    Index("judgements_by_left", "left", "kind"),
)


def _standings(name: str, target: str) -> Table:
    return Table(
        name,
        metadata,
        Column("seq", Integer, primary_key=True),
        Column("target", Integer, ForeignKey(target), nullable=False),
        Column("stands", Boolean, nullable=False),
        Column("reason", Text, nullable=False),
        Column("at", Text, nullable=False),
        Column("run_id", Text, ForeignKey("runs.id"), nullable=False),
        Index(f"{name}_by_target", "target", "seq", "stands"),
    )


standings = _standings("standings", "assertions.seq")
judgement_standings = _standings("judgement_standings", "judgements.seq")

derivations = Table(
    "derivations",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("coverage_id", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("run_id", Text, ForeignKey("runs.id"), nullable=False),
    Index("derivations_by_coverage", "coverage_id", "seq"),
)
"""A coverage's latest row digests what its standing merged assertions were made from."""


def standing(target: Table, log: Table) -> ColumnElement[bool]:
    """The condition that a row of `target` stands by its latest row in `log`."""
    latest = (
        select(log.c.stands)
        .where(log.c.target == target.c.seq)
        .order_by(log.c.seq.desc())
        .limit(1)
        .correlate(target)
        .scalar_subquery()
    )
    return func.coalesce(latest, True).is_(True)


ASSERTED = standing(assertions, standings)
JUDGED = standing(judgements, judgement_standings)
