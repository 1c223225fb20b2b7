"""One happening and all who carried it: coverages, sentence links, origins, differences."""

from dataclasses import dataclass
from typing import Literal

from communique.types.record import Event, Instrument, RelationChange
from communique.types.text import Evidence

LinkKind = Literal["verbatim", "near", "reworded"]


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
class Origin:
    """An independent account and the reports that carry it; `reason` says why they are one."""

    name: str
    report_ids: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Something that only one version says, or says otherwise."""

    topic: str
    report_id: str
    says: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """The reports of one happening. `id` hashes the founding report, so it stays as others join."""

    id: str
    report_ids: tuple[str, ...]
    origins: tuple[Origin, ...] = ()
    links: tuple[Link, ...] = ()
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """What the reports of one coverage assert together, each thing once."""

    coverage_id: str
    events: tuple[Event, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    relations: tuple[RelationChange, ...] = ()
