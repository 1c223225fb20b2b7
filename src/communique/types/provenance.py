"""Where rows come from: runs, stages, and judgements that can be taken back."""

from dataclasses import dataclass
from typing import Literal

JudgementKind = Literal[
    "same_happening",
    "different_happening",
    "part_of_happening",
    "looks_back_on",
    "follows",
    "bridge",
    "one_name",
]
"""A report's sentences tell a happening other than its own; or it looks back on an earlier one as
background, or tells what came of it. Two coverages may be one, as a report shows that founded
neither: a bridge is between their founding reports, and moves nothing. Two names may be of one
thing."""


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

    `left` and `right` are ids of reports or coverages, or two names. A report that is of another
    happening than itself stands by itself. `sentences` are those of the report `left` (by place,
    from 0) that the judgement holds for, none where it is of the whole; `score` (0 to 1) how sure
    it is, where a machine measured it.
    """

    id: str
    kind: JudgementKind
    left: str
    right: str
    author: str
    reason: str
    at: str
    sentences: tuple[int, ...] = ()
    score: float | None = None
