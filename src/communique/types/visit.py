"""Visits: who went to which other state, when, on what occasion, and what was done there."""

from dataclasses import dataclass
from typing import Literal

from communique.types.record import EventDate, Place
from communique.types.text import Evidence

VisitStatus = Literal["done", "under way", "planned", "cancelled"]
"""As the last report to tell of it has it: over, or with no end told; ahead; called off, which a
postponed visit is, too."""
Rank = Literal[
    "head_of_state",
    "head_of_government",
    "foreign_minister",
    "minister",
    "envoy",
    "delegation",
    "other",
]
Occasion = Literal[
    "state visit",
    "official visit",
    "working visit",
    "private",
    "transit",
    "funeral",
    "sidelines",
    "summit",
    "conference",
]
DetailKind = Literal["occasion", "multilateral", "address", "forum", "ceremony", "signed"]
MetAs = Literal["host", "other", "body"]
"""Of the state visited; the leader of a third one; the head of an organisation of states."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """Something told of a visit, in the report's words; `evidence` is the sentence that has them.

    Of a signing `value` is the instrument's id or, where it is not known, the event's.
    """

    kind: DetailKind
    value: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """Somebody whom the traveller met, by id; rank and title as stated in the same reports."""

    actor_id: str
    part: MetAs
    iso3: str | None
    rank: Rank | None
    title: str | None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One stay of one traveller in one state that is not his own.

    `traveller` is an actor's id, `iso3` the state spoken for, `to` the state visited (alpha-3),
    `place` the town where one is known. `first` and `last` are days; one not stated gives the
    reason. `occasion` is the normal form of the words that the details of that kind have. `rules`
    names what told of it: a journey, a meeting, a plan.
    """

    id: str
    traveller: str
    rank: Rank | None
    title: str | None
    iso3: str
    to: str
    place: Place | None
    first: EventDate | None
    last: EventDate | None
    status: VisitStatus
    occasion: Occasion | None = None
    met: tuple[Met, ...] = ()
    details: tuple[Detail, ...] = ()
    event_ids: tuple[str, ...] = ()
    coverage_ids: tuple[str, ...] = ()
    report_ids: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    def told(self, kind: DetailKind) -> tuple[str, ...]:
        """The words of the details of a kind, each once."""
        return tuple(dict.fromkeys(each.value for each in self.details if each.kind == kind))
