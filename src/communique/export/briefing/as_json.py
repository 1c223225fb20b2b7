"""A brief as one JSON document (docs/brief.md describes it)."""

from dataclasses import asdict
from typing import Any

import msgspec

from communique.export.briefing.model import Brief, Citation
from communique.export.rows import evidence_rows


def json_text(brief: Brief) -> str:
    """The brief as JSON, indented, with a line end; without sections where it says nothing."""
    return msgspec.json.format(msgspec.json.encode(brief_row(brief)), indent=2).decode() + "\n"


def brief_row(brief: Brief) -> dict[str, Any]:
    """{dyad, names, scope, reports, happenings, accounts, sections, citations, plots}."""
    row = asdict(brief)
    row["citations"] = [_citation(each) for each in brief.citations]
    return row


def _citation(citation: Citation) -> dict[str, Any]:
    """A citation with its evidence in the form of all other rows."""
    row = asdict(citation)
    del row["evidence"]
    (evidence,) = evidence_rows([citation.evidence])
    return {"number": citation.number, **evidence, **row}
