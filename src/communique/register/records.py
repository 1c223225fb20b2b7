"""What the register hands out beside the records themselves, and how a record becomes a row."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from communique.errors import Fault
from communique.pipeline.codec import Kind, Record, encode
from communique.register.partly import Partly
from communique.types.coverage import Coverage, Merged
from communique.types.ids import content_id
from communique.types.parties import Actor, Post, Profile, Role
from communique.types.provenance import Provenance
from communique.types.record import Findings
from communique.types.text import Evidence, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One use of the tool that writes.

    Times are ISO 8601, UTC; `finished` is None where it was cut short or is still going. `plan`
    gives each stage's version, `makers` the stage that makes each kind of assertion, and `models`
    the model of those stages that have one. `author` is who judged in it, "" where nobody did.
    """

    id: str
    started: str
    tool: str
    plan: Mapping[str, str] = field(default_factory=dict)
    makers: Mapping[Kind, str] = field(default_factory=dict)
    models: Mapping[str, str] = field(default_factory=dict)
    author: str = ""
    finished: str | None = None

    def provenance(self, kind: Kind) -> Provenance:
        """Who makes assertions of `kind` in this run; the kind itself where no stage is named."""
        stage = self.makers.get(kind, kind)
        version = self.plan.get(stage, self.tool)
        return Provenance(
            run_id=self.id, stage=stage, version=version, model=self.models.get(stage)
        )

    def provenance_id(self, kind: Kind) -> str:
        """The id of that provenance, noted when the run began."""
        made = self.provenance(kind)
        return content_id("rn", made.run_id, made.stage, made.version, made.model)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assertion:
    """A row that claims something, who made it, and whether it stands."""

    id: str
    kind: Kind
    subject: str
    record: Record
    provenance: Provenance
    stands: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StaleCoverage:
    """A coverage whose members, or what they say, changed since it was last merged.

    `report_ids` has the founder first, the rest by id; it is empty where all members left. `partly`
    is what holds of single sentences.
    `digest` stands for members, plans and the merging `version`; `stamp` for all that it hangs on.
    """

    id: str
    report_ids: tuple[str, ...]
    version: str
    digest: str
    stamp: tuple[int, int, int]
    partly: Partly = field(default_factory=Partly)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A report that holds the words searched for.

    `pieces` are the snippet's parts in order, each with whether it is one of the words found.
    """

    report_id: str
    headline: str | None
    pieces: tuple[tuple[str, bool], ...]

    @property
    def snippet(self) -> str:
        """The snippet's plain words."""
        return "".join(piece for piece, _ in self.pieces)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A record on its way into the register: what it claims, about what, as which row."""

    id: str
    kind: Kind
    subject: str
    record: Record
    json: str

    @classmethod
    def of(cls, kind: Kind, subject: str, record: Record) -> "Claim":
        """Encode `record`; the same kind, subject and content give the same id."""
        json = encode(record).decode()
        as_id = content_id("as", kind, subject, json)
        return cls(id=as_id, kind=kind, subject=subject, record=record, json=json)

    @property
    def record_id(self) -> str:
        """The record's own id."""
        record = self.record
        return record.report_id if isinstance(record, Findings) else record.id

    @property
    def evidence(self) -> frozenset[tuple[str, int, int]]:
        """The words cited: report, start and end, each once."""
        return frozenset((one.report_id, one.span.start, one.span.end) for one in self.quotes)

    @property
    def quotes(self) -> tuple[Evidence, ...]:
        """The words cited, with the words themselves."""
        return tuple(_evidence(self.record))

    @property
    def carriers(self) -> frozenset[str]:
        """The reports that carry a coverage or what was merged from it."""
        if not self.subject.startswith("cv-"):
            return frozenset()
        report_ids: tuple[str, ...] = getattr(self.record, "report_ids", ())
        return frozenset(report_ids)


def _evidence(record: Record) -> Iterator[Evidence]:
    match record:
        case Report() | Fault() | Findings() | Profile() | Post():
            return
        case Actor():
            yield from record.evidence
            for role in record.roles:
                yield from role.evidence
        case Coverage():
            for difference in record.differences:
                yield from difference.evidence
                yield from difference.against
        case _:
            yield from record.evidence


def page_claims(
    page_id: str, reports: Iterable[Report], findings: Iterable[Findings], faults: Iterable[Fault]
) -> Iterator[Claim]:
    """Everything that one page gives rise to, as claims."""
    for report in reports:
        yield Claim.of("report", page_id, report)
    for fault in faults:
        yield Claim.of("fault", page_id, fault)
    for found in findings:
        yield from _finding_claims(found)


def _finding_claims(found: Findings) -> Iterator[Claim]:
    if found.mentions or found.dates or found.places:
        rest = Findings(
            report_id=found.report_id,
            mentions=found.mentions,
            dates=found.dates,
            places=found.places,
        )
        yield Claim.of("mentions", found.report_id, rest)
    kinds: tuple[tuple[Kind, tuple[Record, ...]], ...] = (
        ("actor", found.actors),
        ("statement", found.statements),
        ("position", found.positions),
        ("found_event", found.events),
        ("found_instrument", found.instruments),
        ("found_relation", found.relations),
    )
    for kind, records in kinds:
        for record in records:
            yield Claim.of(kind, found.report_id, record)


def merged_claims(coverage: Coverage, merged: Merged) -> Iterator[Claim]:
    """A coverage and what was merged from it, as claims."""
    yield Claim.of("coverage", coverage.id, coverage)
    kinds: tuple[tuple[Kind, tuple[Record, ...]], ...] = (
        ("event", merged.events),
        ("instrument", merged.instruments),
        ("relation", merged.relations),
    )
    for kind, records in kinds:
        for record in records:
            yield Claim.of(kind, coverage.id, record)


def import_subject(source: str, key: str) -> str:
    """The subject of what an imported list asserts of one of its entities."""
    return f"import {source}/{key}"


def import_claims(records: Iterable[Profile | Post]) -> Iterator[Claim]:
    """What an imported list says of its persons and offices, as claims."""
    for record in records:
        kind: Kind = "profile" if isinstance(record, Profile) else "post"
        yield Claim.of(kind, import_subject(record.source, record.key), record)


def unite(actors: Iterable[Actor]) -> Actor:
    """One actor of several reports, with all roles and evidence, each once, in their order.

    The same role (title, state, dates) in several reports is one role with all its evidence.
    """
    listed = list(actors)
    roles: dict[Role, dict[Evidence, None]] = {}
    for role in (role for actor in listed for role in actor.roles):
        bare = replace(role, evidence=())
        roles.setdefault(bare, {}).update(dict.fromkeys(role.evidence))
    return replace(
        listed[0],
        roles=tuple(replace(bare, evidence=tuple(cited)) for bare, cited in roles.items()),
        evidence=tuple(dict.fromkeys(one for actor in listed for one in actor.evidence)),
    )


def now() -> str:
    """The present moment, ISO 8601 in UTC to the microsecond."""
    return datetime.now(UTC).isoformat(timespec="microseconds")
