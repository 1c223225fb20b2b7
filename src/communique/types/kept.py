"""A register's own rows, as they leave it in an export and enter another register.

They carry what the records for readers leave out, so that nothing is lost on the way: which run
made what, how pages were read, and who judged. Only what stands is among them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from communique.types.provenance import Judgement, Provenance
from communique.types.text import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptRun:
    """A use of the tool: when (ISO 8601, UTC), its version, and its stages.

    `plan` gives each stage's version, `makers` the stage that makes each kind of assertion,
    `models` the model of those stages that have one.
    """

    id: str
    started: str
    tool: str
    plan: Mapping[str, str] = field(default_factory=dict)
    makers: Mapping[str, str] = field(default_factory=dict)
    models: Mapping[str, str] = field(default_factory=dict)
    author: str = ""
    finished: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A name that a page was read under, and the run that did."""

    name: str
    run_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """The plan of the stages by which a page was read last, and the run that did."""

    plan: str
    run_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPage:
    """A page, the run that first read it, all its names, and how it was read last."""

    page: Page
    run_id: str
    seen: tuple[Seen, ...]
    done: Done | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptAssertion:
    """A row that claims something: `record` is the record as JSON, of the kind named.

    `subject` is what it is asserted of; `made_from`, of a coverage alone, a digest of the reports
    and plans that it was merged from.
    """

    id: str
    kind: str
    subject: str
    record_id: str
    record: str
    provenance: Provenance
    made_from: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptJudgement:
    """A judgement, and the run that made it."""

    judgement: Judgement
    run_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """All of a register that stands, in the order in which it was written.

    Pages and runs come by id and by time. To be read once, one after the other as they stand here.
    """

    runs: Iterable[KeptRun]
    pages: Iterable[KeptPage]
    assertions: Iterable[KeptAssertion]
    judgements: Iterable[KeptJudgement]
