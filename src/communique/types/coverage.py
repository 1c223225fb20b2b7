"""One happening and all who carried it: coverages, sentence links, origins, differences."""

from dataclasses import dataclass
from typing import Literal

from communique.types.record import Event
from communique.types.standing import Instrument, RelationChange
from communique.types.text import Evidence

CarryingKind = Literal["copy", "cut", "rewrite", "own"]
DifferenceKind = Literal[
    "omitted",
    "added",
    "generalised",
    "renamed",
    "number",
    "date",
    "strength",
    "attribution",
    "contradiction",
]
LinkKind = Literal["verbatim", "near", "reworded"]
Stance = Literal["party", "parties", "third party", "unknown"]
"""Whose account: one state's that takes part, several parties' together, or that of one who does
not take part."""

RelatedKind = Literal["looks_back_on", "follows"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceRef:
    """A sentence by its place (from 0) in a report's body."""

    report_id: str
    sentence: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two sentences of two reports that say the same; `score` runs from 0 to 1."""

    a: SentenceRef
    b: SentenceRef
    kind: LinkKind
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Descent:
    """Which of two reports the words likely come from, how likely (0.5 to 1), and why."""

    source: str
    likelihood: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrying:
    """What share of the words of each of two reports the other carries, from 0 to 1.

    `longest_run` counts the words of the longest run that both have; `descent` is None where
    nothing speaks for either as the source.
    """

    a: str
    b: str
    kind: CarryingKind
    share_of_a: float
    share_of_b: float
    longest_run: int
    descent: Descent | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """An independent account and the reports that carry it.

    `stance` tells whose account it is, and `side` (alpha-3) which state's where it is one party's.
    `reason` says why the reports are one account, and what makes it that side's.
    """

    name: str
    report_ids: tuple[str, ...]
    reason: str
    side: str | None = None
    stance: Stance = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What a version says otherwise than the first version of its coverage, or does not say.

    `report_id` is the report whose words `evidence` cites: the first version's for what another
    left out, else that of the version that differs. `version` is the report that differs, and
    `against` cites the first version's words where both have some.
    """

    topic: str
    report_id: str
    says: str
    kind: DifferenceKind
    version: str
    evidence: tuple[Evidence, ...] = ()
    against: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Sentences (places from 0) by which a report of another coverage tells this happening too.

    `score` (0 to 1) and `reason` are those of the judgement that says so.
    """

    report_id: str
    sentences: tuple[int, ...]
    score: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """An earlier coverage that a report of this one tells of, in these sentences (from 0)."""

    coverage_id: str
    kind: RelatedKind
    report_id: str
    sentences: tuple[int, ...]
    score: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """The reports of one happening. `id` hashes the founding report, so it stays as others join.

    `report_ids` ends with those that tell it in a part alone; `parts` has which part.
    """

    id: str
    report_ids: tuple[str, ...]
    origins: tuple[Origin, ...] = ()
    copies: tuple[Carrying, ...] = ()
    links: tuple[Link, ...] = ()
    differences: tuple[Difference, ...] = ()
    parts: tuple[Part, ...] = ()
    related: tuple[Related, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """What the reports of one coverage assert together, each thing once."""

    coverage_id: str
    events: tuple[Event, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    relations: tuple[RelationChange, ...] = ()
