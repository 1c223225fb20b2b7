"""The union of all that the reports of one coverage assert."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from communique.merge.common import Context
from communique.merge.disputes import settle
from communique.merge.events import merge_events
from communique.merge.instruments import merge_instruments
from communique.merge.parts import relate
from communique.merge.persons import rewrite, same_persons
from communique.merge.relations import merge_relations
from communique.types.coverage import Coverage, Link, Merged, SentenceRef
from communique.types.record import Event, Findings
from communique.types.standing import Instrument
from communique.types.text import Evidence, Report


def merge(
    coverage: Coverage, findings: Sequence[Findings], reports: Sequence[Report] = ()
) -> Merged:
    """Unite what the reports of `coverage` assert: one entry a thing, with all its evidence.

    `reports` tell where sentences stand: what like sentences tell is compared less strictly.

    Does not depend on the order of `findings`; merging the result again changes nothing; no
    carrier and no evidence is lost. A person whose state only some reports name is one person.
    """
    same = same_persons(actor for each in findings for actor in each.actors)
    context = Context(
        coverage_id=coverage.id,
        rank={name: rank for rank, name in enumerate(coverage.report_ids)},
        origins=[frozenset(origin.report_ids) for origin in coverage.origins],
        actors={actor.id: actor for each in findings for actor in each.actors},
        like=_like(coverage.links),
        sentences={r.id: [sentence.span for sentence in r.sentences] for r in reports},
    )
    instruments, renamed = merge_instruments(
        context, (instrument for each in findings for instrument in each.instruments)
    )
    found = [rewrite(event, same) for each in findings for event in each.events]
    events = _settled(replace(context, papers=_papers(instruments)), found, findings)
    relations = merge_relations(
        context, (change for each in findings for change in each.relations), instruments, renamed
    )
    return Merged(
        coverage_id=coverage.id,
        events=tuple(relate(context, events)),
        instruments=tuple(instruments),
        relations=tuple(relations),
    )


def _settled(context: Context, found: Sequence[Event], findings: Sequence[Findings]) -> list[Event]:
    """The events of a coverage, each with what its reports tell otherwise."""
    united, into = merge_events(context, found)
    members: dict[str, list[Event]] = {event.id: [] for event in united}
    for event in dict.fromkeys(found):
        members[into[event.id]].append(event)
    by_report = {each.report_id: each for each in findings}
    return [settle(context, event, members[event.id], by_report) for event in united]


def _papers(instruments: Iterable[Instrument]) -> Mapping[Evidence, frozenset[str]]:
    found: dict[Evidence, set[str]] = {}
    for instrument in instruments:
        for piece in instrument.evidence:
            found.setdefault(piece, set()).add(instrument.id)
    return {piece: frozenset(ids) for piece, ids in found.items()}


def _like(links: Sequence[Link]) -> Mapping[SentenceRef, frozenset[SentenceRef]]:
    found: dict[SentenceRef, set[SentenceRef]] = {}
    for link in links:
        found.setdefault(link.a, set()).add(link.b)
        found.setdefault(link.b, set()).add(link.a)
    return {place: frozenset(others) for place, others in found.items()}
