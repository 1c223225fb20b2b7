"""All that is said in a register's reports, with who says it, when and on which dyad."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Protocol

from communique.errors import CommuniqueError
from communique.types.coverage import Coverage
from communique.types.formula import TextKind, Utterance
from communique.types.parties import Actor
from communique.types.record import Event, Statement
from communique.types.standing import Instrument, RelationChange
from communique.types.text import Passage, Report

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
Dyad = tuple[str, str]
States = Callable[[Iterable[str]], tuple[str, ...]]


class Library(Protocol):
    """Where utterances come from; a register's view is one."""

    def events(self) -> Iterator[Event]:
        """All merged events."""
        ...

    def instruments(self) -> Iterator[Instrument]:
        """All merged instruments."""
        ...

    def relations(self) -> Iterator[RelationChange]:
        """All merged changes of relations."""
        ...

    def coverages(self) -> Iterator[Coverage]:
        """All coverages."""
        ...

    def reports(self) -> Iterator[Report]:
        """All reports."""
        ...

    def statements(self) -> Iterator[Statement]:
        """All statements, each person under one id."""
        ...

    def actor(self, prefix: str) -> Actor:
        """The actor of an id. Raises E402."""
        ...


def day_of(report: Report) -> str | None:
    """The day a report is of: its dateline's, else a stamp's; None where none is whole."""
    stated = (
        report.dateline and report.dateline.date,
        report.published and report.published.value,
        report.updated and report.updated.value,
    )
    return next((value[:10] for value in stated if value and _DAY.match(value)), None)


def around(whole: Passage, taken: Iterable[Passage]) -> Iterator[Passage]:
    """What is left of a passage between those that are taken."""
    start, base = 0, whole.span.start
    for each in sorted(taken, key=lambda each: each.span.start):
        if each.span.overlaps(whole.span):
            if each.span.start - base > start:
                yield whole.inner(start, each.span.start - base)
            start = max(start, each.span.end - base)
    if start < len(whole.text):
        yield whole.inner(start, len(whole.text))


@dataclass(slots=True)
class _Homes:
    """What coverages tell of their reports.

    The coverage of each report, or of single sentences of it (from 0); the first day on which
    something of each coverage took place; whose account a report is; and the sentences that look
    back on earlier happenings.
    """

    home: dict[str, str] = field(default_factory=dict)
    day: dict[str, str] = field(default_factory=dict)
    of_sentence: dict[tuple[str, int], str] = field(default_factory=dict)
    side: dict[str, str] = field(default_factory=dict)
    back: set[tuple[str, int]] = field(default_factory=set)

    def add(self, coverage: Coverage) -> None:
        """Take in one coverage."""
        partly = {part.report_id for part in coverage.parts}
        for report_id in coverage.report_ids:
            if report_id not in partly:
                self.home[report_id] = coverage.id
        for part in coverage.parts:
            for number in part.sentences:
                self.of_sentence[part.report_id, number] = coverage.id
        for origin in coverage.origins:
            if origin.side:
                self.side.update(dict.fromkeys(origin.report_ids, origin.side))
        for related in coverage.related:
            if related.kind == "looks_back_on":
                self.back.update((related.report_id, number) for number in related.sentences)

    def date(self, event: Event) -> None:
        """Take in when an event took place."""
        done = event.modality == "actual" and event.date and event.date.precision == "day"
        if done and event.date and event.coverage_id:
            known = self.day.get(event.coverage_id, event.date.value)
            self.day[event.coverage_id] = min(known, event.date.value)


def utterances(
    library: Library, dyad: Dyad | None = None, *, everything: bool = False
) -> Iterator[Utterance]:
    """All that is said, report by report; what stands in coverages of `dyad` is marked as on it.

    Of readouts and joint statements every sentence counts as said by whose they are; of other
    reports, sentences in which nobody speaks are left out unless `everything` is asked for. So is
    what a report only looks back on.
    """
    homes = _Homes()
    for coverage in library.coverages():
        homes.add(coverage)
    for event in library.events():
        homes.date(event)
    said: dict[str, list[Statement]] = defaultdict(list)
    for statement in library.statements():
        said[statement.report_id].append(statement)
    states = _states_in(library)
    shared = _homes_of(library, dyad, states) if dyad else frozenset()
    if dyad:  # what both say together is on the dyad though nothing else is coded of it
        shared |= {
            homes.home.get(each.report_id, "")
            for statements in said.values()
            for each in statements
            if set(dyad) <= set(states(each.actor_ids))
        }
    for report in library.reports():
        reading = _Reading(report, homes, dyad, shared, states)
        yield from reading.told(said.get(report.id, ()), everything)


def _states_in(library: Library) -> States:
    @cache
    def state(actor_id: str) -> str | None:
        try:
            return library.actor(actor_id).iso3
        except CommuniqueError:
            return None

    return lambda ids: tuple(sorted({found for each in ids if (found := state(each))}))


def _homes_of(library: Library, dyad: Dyad, states: States) -> frozenset[str]:
    """The coverages of what both states are party to."""
    both = set(dyad)
    homes = [each.coverage_id for each in library.relations() if each.dyad == dyad]
    homes += [each.coverage_id for each in library.instruments() if both <= set(each.parties)]
    homes += [
        each.coverage_id
        for each in library.events()
        if both <= set(states((*each.actors, *each.recipients)))
    ]
    return frozenset(home for home in homes if home)


@dataclass(frozen=True, slots=True)
class _Reading:
    """One report, to be read for what is said in it."""

    report: Report
    homes: _Homes
    dyad: Dyad | None
    shared: frozenset[str]
    states: States

    def told(self, said: Sequence[Statement], everything: bool) -> Iterator[Utterance]:
        """Statements, the innermost where one reports another, then sentences of nobody's."""
        kept: list[Passage] = []
        pieces = [(piece, each.actor_ids) for each in said for piece in each.content]
        for whole, actor_ids in sorted(pieces, key=lambda each: len(each[0].text)):
            for piece in around(whole, kept):
                yield from self._utterance(piece, actor_ids, self.states(actor_ids))
            kept.append(whole)
        if everything or self._kind() != "statement":
            for sentence in self.report.sentences:
                if not any(sentence.span.overlaps(piece.span) for piece in kept):
                    yield from self._utterance(sentence, (), None)

    def _utterance(
        self, piece: Passage, actor_ids: tuple[str, ...], states: tuple[str, ...] | None
    ) -> Iterator[Utterance]:
        """`states` is None for words of no speaker, which are the text's side's."""
        number = self._sentence(piece)
        if (self.report.id, number) in self.homes.back:
            return
        home = self.homes.of_sentence.get((self.report.id, number), "")
        home = home or self.homes.home.get(self.report.id, self.report.id)
        among = self.dyad if home in self.shared else None
        if states is None:
            states = self._side(among)
        joint = self._kind() == "joint_statement"
        dateline = self.report.dateline
        yield Utterance(
            passage=piece,
            report_id=self.report.id,
            coverage_id=home,
            day=day_of(self.report) or self.homes.day.get(home),
            kind=self._kind(),
            actor_ids=actor_ids,
            states=states,
            dyad=among if among and (joint or not states or set(states) & set(among)) else None,
            place=dateline.place if dateline else None,
        )

    def _kind(self) -> TextKind:
        kind = self.report.kind
        return kind if kind == "readout" or kind == "joint_statement" else "statement"

    def _side(self, among: Dyad | None) -> tuple[str, ...]:
        if self._kind() == "joint_statement":
            return among or ()
        side = self.homes.side.get(self.report.id) if self._kind() == "readout" else None
        return (side,) if side else ()

    def _sentence(self, piece: Passage) -> int:
        return next(
            (
                number
                for number, sentence in enumerate(self.report.sentences)
                if sentence.span.overlaps(piece.span)
            ),
            -1,
        )
