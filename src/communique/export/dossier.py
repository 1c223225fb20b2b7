"""All that a register holds about two states, gathered for a brief."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from rapidfuzz import fuzz

from communique.errors import CommuniqueError
from communique.export.components import components
from communique.types.coverage import Coverage, SentenceRef
from communique.types.parties import Actor
from communique.types.record import Event, Findings, Instrument, RelationChange, Statement
from communique.types.text import Report

ALIKE = 62.0
"""Least share of words (rapidfuzz, 0 to 100) of two linked statements that are one."""
Dyad = tuple[str, str]
"""Two states by alpha-3 code, in alphabetical order."""
States = Callable[[Iterable[str]], frozenset[str]]
"""Tells the states that actors are, speak for or belong to."""


class Archive(Protocol):
    """Where a brief's records come from; a register's view is one."""

    def events(self) -> Iterator[Event]:
        """All merged events."""
        ...

    def instruments(self) -> Iterator[Instrument]:
        """All merged instruments."""
        ...

    def relations(self) -> Iterator[RelationChange]:
        """All merged changes of relations."""
        ...

    def actor(self, prefix: str) -> Actor:
        """The actor of an id. Raises E402."""
        ...

    def coverage(self, prefix: str) -> Coverage:
        """The coverage of an id. Raises E402."""
        ...

    def folded_findings(self, report_id: str) -> Findings:
        """All that a report asserts, each person under one id."""
        ...

    def reports_by_id(self, report_ids: Iterable[str]) -> Iterator[Report]:
        """The reports of these ids that there are, in their order."""
        ...

    def names(self, page_id: str) -> tuple[str, ...]:
        """The names a page was read under."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One thing said, in every version that tells it; `sides` are the states that said it."""

    sides: frozenset[str]
    versions: tuple[Statement, ...]

    @property
    def report_ids(self) -> tuple[str, ...]:
        """The reports that tell it, each once."""
        return tuple(dict.fromkeys(statement.report_id for statement in self.versions))


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """What the reports assert about a dyad. `pages` names each report's page by report id."""

    dyad: Dyad
    coverages: tuple[Coverage, ...] = ()
    reports: tuple[Report, ...] = ()
    pages: Mapping[str, str]
    actors: Mapping[str, Actor]
    relations: tuple[RelationChange, ...] = ()
    events: tuple[Event, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    said: tuple[Said, ...] = ()


def gather(archive: Archive, a: str, b: str) -> Dossier:
    """Gather what `archive` holds about the states `a` and `b` (alpha-3 codes).

    That is: every change of their relations; every event and instrument that both are party to;
    and, of the reports that tell these, what speakers of either said. Where the two did nothing
    together (one accused the other, say) only statements that name the other side count.
    """
    dyad: Dyad = (min(a, b), max(a, b))
    both = frozenset(dyad)
    actor = cache(lambda actor_id: _actor(archive, actor_id))

    def states(actor_ids: Iterable[str]) -> frozenset[str]:
        found = (actor(actor_id) for actor_id in actor_ids)
        return frozenset(each.iso3 for each in found if each and each.iso3)

    relations = tuple(change for change in archive.relations() if change.dyad == dyad)
    instruments = tuple(each for each in archive.instruments() if both <= set(each.parties))
    events = tuple(e for e in archive.events() if both <= states((*e.actors, *e.recipients)))
    homes = _homes((*relations, *instruments, *events))
    together = _homes((*relations, *instruments, *(e for e in events if e.type == "CONSULT")))
    coverages = tuple(map(archive.coverage, homes))
    reports = tuple(archive.reports_by_id(one for each in coverages for one in each.report_ids))
    findings = {report.id: archive.folded_findings(report.id) for report in reports}
    said = tuple(
        Said(sides=sides, versions=versions)
        for coverage in coverages
        for versions in _versions(coverage, reports, findings)
        if (sides := both & states(versions[0].actor_ids))
        if coverage.id in together or _name(versions, both - sides, findings, states)
    )
    named = {one for e in events for one in (*e.actors, *e.recipients, e.attributed_to) if one}
    named |= {each.value for e in events for each in e.disputed if each.field == "parties"}
    named |= {one for each in said for one in each.versions[0].actor_ids}
    return Dossier(
        dyad=dyad,
        coverages=coverages,
        reports=reports,
        pages={report.id: next(iter(archive.names(report.page_id)), "") for report in reports},
        actors={one: found for one in sorted(named) if (found := actor(one))},
        relations=relations,
        events=events,
        instruments=instruments,
        said=said,
    )


def _actor(archive: Archive, actor_id: str) -> Actor | None:
    try:
        return archive.actor(actor_id)
    except CommuniqueError:
        return None


def _homes(things: Iterable[RelationChange | Instrument | Event]) -> tuple[str, ...]:
    """The coverages of `things`, each once, in their order."""
    return tuple(dict.fromkeys(thing.coverage_id for thing in things if thing.coverage_id))


def _versions(
    coverage: Coverage, reports: Sequence[Report], findings: Mapping[str, Findings]
) -> Iterator[tuple[Statement, ...]]:
    """The statements of a coverage; those of one speaker whose sentences are linked are one."""
    found: dict[str, Statement] = {}
    at: dict[SentenceRef, list[str]] = {}
    for report in reports:
        if report.id not in coverage.report_ids:
            continue
        for statement in findings[report.id].statements:
            found[statement.id] = statement
            for place in _places(statement, report):
                at.setdefault(place, []).append(statement.id)
    pairs = (
        (one, other)
        for link in coverage.links
        for one in at.get(link.a, ())
        for other in at.get(link.b, ())
        if found[one].actor_ids == found[other].actor_ids and _alike(found[one], found[other])
    )
    for group in components(list(found), pairs):
        yield tuple(found[one] for one in group)


def _alike(a: Statement, b: Statement) -> bool:
    """Whether two linked statements share enough words to be one; the link alone is too weak."""
    first, second = (" ".join(piece.text for piece in each.content).lower() for each in (a, b))
    return fuzz.token_set_ratio(first, second) >= ALIKE


def _places(statement: Statement, report: Report) -> Iterator[SentenceRef]:
    """The sentences of the report that hold some of the statement's content."""
    for number, sentence in enumerate(report.sentences):
        if any(sentence.span.overlaps(piece.span) for piece in statement.content):
            yield SentenceRef(report_id=report.id, sentence=number)


def _name(
    versions: Iterable[Statement],
    wanted: frozenset[str],
    findings: Mapping[str, Findings],
    states: States,
) -> bool:
    """Whether what was said names, or is addressed to, one of the states `wanted`."""
    return any(
        wanted & states([statement.addressee] if statement.addressee else [])
        or any(
            wanted & states(mention.actor_ids)
            for mention in findings[statement.report_id].mentions
            if any(mention.passage.span.overlaps(piece.span) for piece in statement.content)
        )
        for statement in versions
    )
