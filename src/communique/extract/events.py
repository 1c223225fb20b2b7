"""Coded events: meetings, documents signed, explicit deeds, and what the trained coder finds."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from communique.extract.coded import MUTUAL, coded_events
from communique.extract.context import Context
from communique.extract.deeds import find_deeds
from communique.extract.signings import find_signings
from communique.types.record import Event
from communique.types.standing import Instrument


def find_events(
    context: Context, meetings: Sequence[Event], instruments: Sequence[Instrument]
) -> tuple[Event, ...]:
    """All coded events of a report: its meetings, its documents, its deeds.

    A deed told in several sentences is one event with the evidence of all. Where rules have coded
    a sentence's parties, the trained coder adds nothing.
    """
    ruled = _united(
        (*meetings, *find_signings(context, instruments, meetings), *find_deeds(context, meetings))
    )
    found = list(ruled)
    persons = {person.id for person in context.cast.persons}
    coded = _united(coded_events(context))
    # A meeting of persons goes before that of their states, which it covers.
    for event in sorted(coded, key=lambda each: persons.isdisjoint(each.actors)):
        if not any(_covers(context, other, event) for other in found):
            found.append(event)
    return tuple(found)


def _united(events: Iterable[Event]) -> tuple[Event, ...]:
    """Events of one id as one, with the evidence of all and the date of the first that has one."""
    found: dict[str, Event] = {}
    for event in events:
        known = found.get(event.id)
        if known is not None:
            event = replace(
                known,
                evidence=tuple(dict.fromkeys((*known.evidence, *event.evidence))),
                date=known.date or event.date,
                place=known.place or event.place,
                mode=known.mode or event.mode,
                confidence=max(known.confidence, event.confidence),
            )
        found[event.id] = event
    return tuple(found.values())


def _covers(context: Context, rule: Event, coded: Event) -> bool:
    """Whether an event by rule is what the coder found, or codes the same words of its parties."""
    states = _states(context, rule)
    if not _states(context, coded) <= states:
        return False
    if rule.type == coded.type == "CONSULT":
        return True
    if rule.rule == coded.rule:
        return False
    told = {evidence.span for evidence in rule.evidence} & {e.span for e in coded.evidence}
    alike = rule.type == coded.type or (rule.type in MUTUAL and coded.type in MUTUAL)
    return bool(told) and (alike or rule.actors == coded.actors)


def _states(context: Context, event: Event) -> set[str]:
    return {context.iso3_of(one) or one for one in (*event.actors, *event.recipients)}
