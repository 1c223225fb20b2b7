"""Where rows come from: runs, stages, and judgements that can be taken back."""

from dataclasses import dataclass
from typing import Literal

JudgementKind = Literal["same_happening", "different_happening"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Which run, stage and stage version (and model, where one judged) made a row."""

    run_id: str
    stage: str
    version: str
    model: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A dated decision about two things, human or machine; withdrawn, never deleted.

    `left` and `right` are ids of reports or coverages. A report that is of another happening than
    itself stands by itself.
    """

    id: str
    kind: JudgementKind
    left: str
    right: str
    author: str
    reason: str
    at: str
