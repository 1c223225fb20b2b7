"""All that a register holds about two states, gathered for a brief."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from rapidfuzz import fuzz

from communique.export.components import components
from communique.types.coverage import Coverage, SentenceRef
from communique.types.parties import Actor, Mention
from communique.types.record import Event, Statement
from communique.types.standing import Instrument, Position, RelationChange
from communique.types.text import Report
from communique.types.visit import Visit

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

    def actor_states(self) -> Mapping[str, str]:
        """The state (alpha-3) of every actor that has one, by id."""
        ...

    def actors_by_id(self, actor_ids: Iterable[str]) -> Iterator[Actor]:
        """The actors of these ids that there are."""
        ...

    def coverages_by_id(self, coverage_ids: Iterable[str]) -> Iterator[Coverage]:
        """The coverages of these ids that there are, in their order."""
        ...

    def reports_by_id(self, report_ids: Iterable[str]) -> Iterator[Report]:
        """The reports of these ids that there are, in their order."""
        ...

    def statements_in(self, report_ids: Iterable[str]) -> Iterator[Statement]:
        """What is said in these reports, each person under one id."""
        ...

    def positions_in(self, report_ids: Iterable[str]) -> Iterator[Position]:
        """The positions and commitments told in these reports, each person under one id."""
        ...

    def mentions_in(self, report_ids: Iterable[str]) -> Mapping[str, tuple[Mention, ...]]:
        """The words that name parties, by report."""
        ...

    def pages_named(self, page_ids: Iterable[str]) -> Mapping[str, tuple[str, str | None]]:
        """By page a name that it was read under, and its web address where it has one."""
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
    """What the reports assert about a dyad.

    `statements` has all that is said in each report; of `positions` those that either state holds
    and that concern the other, or are told where the two did something together. `visits` are
    told by some of the reports; `visits_unread` is how many more tell of meetings. `pages` and
    `addresses` name each report's page by report id, the latter where it has one.
    """

    dyad: Dyad
    coverages: tuple[Coverage, ...] = ()
    reports: tuple[Report, ...] = ()
    pages: Mapping[str, str]
    addresses: Mapping[str, str]
    actors: Mapping[str, Actor]
    relations: tuple[RelationChange, ...] = ()
    events: tuple[Event, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    said: tuple[Said, ...] = ()
    positions: tuple[Position, ...] = ()
    visits: tuple[Visit, ...] = ()
    visits_unread: int = 0
    statements: Mapping[str, Sequence[Statement]] = field(default_factory=dict)


def gather(archive: Archive, a: str, b: str) -> Dossier:
    """Gather what `archive` holds about the states `a` and `b` (alpha-3 codes).

    That is: every change of their relations; every event and instrument that both are party to;
    and, of the reports that tell these, what speakers of either said. Where the two did nothing
    together (one accused the other, say) only statements that name the other side count.
    """
    dyad: Dyad = (min(a, b), max(a, b))
    both = frozenset(dyad)
    state_of = archive.actor_states()

    def states(actor_ids: Iterable[str]) -> frozenset[str]:
        return frozenset(iso3 for each in actor_ids if (iso3 := state_of.get(each)))

    relations = tuple(change for change in archive.relations() if change.dyad == dyad)
    instruments = tuple(each for each in archive.instruments() if both <= set(each.parties))
    events = tuple(e for e in archive.events() if both <= states((*e.actors, *e.recipients)))
    homes = _homes((*relations, *instruments, *events))
    joint = set(_homes((*relations, *instruments, *(e for e in events if e.type == "CONSULT"))))
    coverages = tuple(archive.coverages_by_id(homes))
    told = dict.fromkeys(one for each in coverages for one in each.report_ids)
    reports = tuple(archive.reports_by_id(told))
    speech = _Speech(archive, reports, states)
    said = tuple(
        Said(sides=sides, versions=versions)
        for coverage in coverages
        for versions in speech.versions(coverage)
        if (sides := both & states(versions[0].actor_ids))
        if coverage.id in joint or speech.names(versions, both - sides)
    )
    near = {one for each in coverages if each.id in joint for one in each.report_ids}
    positions = tuple(
        each
        for each in archive.positions_in(speech.reports)
        if each.iso3 in both
        if each.report_id in near or (both - {each.iso3}) & {each.addressee, *each.states}
    )
    named = {one for e in events for one in (*e.actors, *e.recipients, e.attributed_to) if one}
    named |= {each.value for e in events for each in e.disputed if each.field == "parties"}
    named |= {i for told in speech.in_report.values() for each in told for i in each.actor_ids}
    pages = archive.pages_named(report.page_id for report in reports)
    at = {report.id: pages[report.page_id] for report in reports if report.page_id in pages}
    return Dossier(
        dyad=dyad,
        coverages=coverages,
        reports=reports,
        pages={one: name for one, (name, _) in at.items()},
        addresses={one: address for one, (_, address) in at.items() if address},
        actors={each.id: each for each in archive.actors_by_id(sorted(named))},
        relations=relations,
        events=events,
        instruments=instruments,
        said=said,
        positions=positions,
        statements=speech.in_report,
    )


def _homes(things: Iterable[RelationChange | Instrument | Event]) -> tuple[str, ...]:
    """The coverages of `things`, each once, in their order."""
    return tuple(dict.fromkeys(thing.coverage_id for thing in things if thing.coverage_id))


class _Speech:
    """What is said in the reports of a dossier."""

    def __init__(self, archive: Archive, reports: Sequence[Report], states: States) -> None:
        self._archive = archive
        self.reports = {report.id: report for report in reports}
        self._states = states
        self._mentions: Mapping[str, tuple[Mention, ...]] | None = None
        self.in_report: dict[str, list[Statement]] = defaultdict(list)
        for statement in archive.statements_in(self.reports):
            self.in_report[statement.report_id].append(statement)

    def versions(self, coverage: Coverage) -> Iterator[tuple[Statement, ...]]:
        """The statements of a coverage; those of one speaker whose sentences are linked are one."""
        found: dict[str, Statement] = {}
        at: dict[SentenceRef, list[str]] = {}
        for report_id in coverage.report_ids:
            report = self.reports.get(report_id)
            if report is None:
                continue
            starts = [each.span.start for each in report.sentences]
            for statement in self.in_report.get(report_id, ()):
                found[statement.id] = statement
                for place in _places(statement, starts, report):
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

    def names(self, versions: Iterable[Statement], wanted: frozenset[str]) -> bool:
        """Whether what was said names, or is addressed to, one of the states `wanted`."""
        return any(
            wanted & self._states([statement.addressee] if statement.addressee else [])
            or any(
                wanted & self._states(mention.actor_ids)
                for mention in self._named_in(statement.report_id)
                if any(mention.passage.span.overlaps(piece.span) for piece in statement.content)
            )
            for statement in versions
        )

    def _named_in(self, report_id: str) -> tuple[Mention, ...]:
        if self._mentions is None:
            self._mentions = self._archive.mentions_in(self.reports)
        return self._mentions.get(report_id, ())


def _alike(a: Statement, b: Statement) -> bool:
    """Whether two linked statements share enough words to be one; the link alone is too weak."""
    first, second = (" ".join(piece.text for piece in each.content).lower() for each in (a, b))
    return fuzz.token_set_ratio(first, second) >= ALIKE


def _places(statement: Statement, starts: Sequence[int], report: Report) -> Iterator[SentenceRef]:
    """The sentences of the report, which begin at `starts`, that hold some of what is said."""
    found = set()
    for piece in statement.content:
        number = max(0, bisect_right(starts, piece.span.start) - 1)
        while number < len(starts) and starts[number] < piece.span.end:
            if report.sentences[number].span.overlaps(piece.span):
                found.add(number)
            number += 1
    return (SentenceRef(report_id=report.id, sentence=number) for number in sorted(found))
