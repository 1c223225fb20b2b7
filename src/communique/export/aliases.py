"""Pairs of names as plain rows. Pure."""

from communique.export.rows import Row, evidence_rows
from communique.types.aliases import Alias


def alias_row(alias: Alias) -> Row:
    """Two names of one thing."""
    return {
        "id": alias.id,
        "names": list(alias.names),
        "kind": alias.kind,
        "known": alias.known,
        "coverage_ids": list(alias.coverage_ids),
        "report_ids": list(alias.report_ids),
        "first_seen": alias.first_seen,
        "confirmed_by": alias.confirmed_by,
        "reason": alias.reason,
        "evidence": evidence_rows(alias.evidence),
    }
