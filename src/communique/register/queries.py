"""The queries that reading records shares, and the page of a row."""

from typing import Any

from sqlalchemy import Select, bindparam, select

from communique.pipeline.codec import Kind, decode
from communique.register.schema import ASSERTED, assertions
from communique.types.text import Block, Page

ABOUT = (
    select(assertions.c.record)
    .where(
        assertions.c.subject == bindparam("subject"),
        assertions.c.kind == bindparam("kind"),
        ASSERTED,
    )
    .order_by(assertions.c.place, assertions.c.record_id)
)

FINDINGS = (
    select(assertions.c.kind, assertions.c.record)
    .where(assertions.c.subject == bindparam("report_id"), ASSERTED)
    .order_by(assertions.c.place, assertions.c.record_id)
)
"""All that is asserted of a report, with the kind of each."""

REPORTS = select(assertions.c.record).where(
    assertions.c.kind == "report",
    assertions.c.record_id.in_(bindparam("record_ids", expanding=True)),
    ASSERTED,
)

REPORT_IDS = (
    select(assertions.c.record_id)
    .where(assertions.c.kind == "report", assertions.c.subject == bindparam("page_id"), ASSERTED)
    .order_by(assertions.c.seq)
)


def of_kind(kind: Kind) -> Select[str]:
    """The records of a kind that stand, in the order of ids."""
    ordered = (assertions.c.record_id, assertions.c.seq)
    return select(assertions.c.record).where(assertions.c.kind == kind, ASSERTED).order_by(*ordered)


def page_of(row: Any) -> Page:
    """The page of a row of `pages`."""
    return Page(
        id=row.id,
        name=row.name,
        address=row.address,
        media=row.media,
        encoding=row.encoding,
        sha256=row.sha256,
        text=row.text,
        blocks=decode(tuple[Block, ...], row.blocks),
    )
