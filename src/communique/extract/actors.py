"""The actors of a report, each with its evidence; persons with the roles the report gives them."""

from collections.abc import Sequence

from communique.extract.context import Context, each_sentence
from communique.extract.ids import state_actor_id
from communique.extract.marks import Found, Marked
from communique.extract.persons import Person
from communique.extract.signatories import party_actor
from communique.extract.speaking import with_voices
from communique.types.parties import Actor, Role
from communique.types.record import Event
from communique.types.standing import Instrument
from communique.types.text import Passage, Report


def find_actors(
    context: Context, instruments: Sequence[Instrument], events: Sequence[Event] = ()
) -> tuple[Actor, ...]:
    """Every party the report names, in order of first mention; persons with their roles.

    The parties of instruments and events are among them, even where only their officials or
    adjectives are named.
    """
    found: dict[str, Actor] = {
        person.id: _person_actor(person, context.report) for person in context.cast.persons
    }
    spoke = frozenset(one for said in context.statements for one in said.actor_ids)
    for unit in each_sentence(context):
        for mention in with_voices(unit, spoke):
            actor = _actor(context, unit, mention)
            if actor:
                found.setdefault(actor.id, actor)
    parties = [code for instrument in instruments for code in instrument.parties]
    parties += [
        iso3
        for unit in each_sentence(context)
        for mention in unit.every
        for iso3 in mention.iso3
        if state_actor_id(iso3) in mention.actor_ids
    ]
    coded = {one for event in events for one in (*event.actors, *event.recipients)}
    parties += [iso3 for iso3 in context.cast.states if state_actor_id(iso3) in coded]
    for code in (*(context.cast.dyad or ()), *parties):
        party = party_actor(code)
        found.setdefault(party.id, party)
    return tuple(found.values())


def _actor(context: Context, unit: Marked, mention: Found) -> Actor | None:
    if mention.kind not in ("state", "igo", "office", "organisation") or not mention.actor_ids:
        return None
    return Actor(
        id=mention.actor_ids[0],
        name=mention.name,
        kind=mention.kind,
        iso3=mention.iso3[0] if mention.iso3 else None,
        sector=mention.sector,
        evidence=(context.report.evidence(unit.passage.inner(mention.start, mention.end).span),),
    )


def _person_actor(person: Person, report: Report) -> Actor:
    """The actor of a person, with a role for each title the report gives."""
    roles: dict[tuple[str, str | None], list[Passage]] = {}
    for title, iso3, where in person.titles:
        roles.setdefault((title, iso3 or person.iso3), []).append(where)
    return Actor(
        id=person.id,
        name=person.name,
        kind="person",
        iso3=person.iso3,
        sector=person.sector,
        roles=tuple(
            Role(
                title=title,
                iso3=iso3,
                evidence=tuple(report.evidence(where.span) for where in places),
            )
            for (title, iso3), places in roles.items()
        ),
        evidence=(report.evidence(person.seen.span),),
    )
