"""One person named with a state in one report and without one in another."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from communique.types.parties import Actor
from communique.types.record import Event, Findings, Statement
from communique.types.standing import Position


def same_persons(actors: Iterable[Actor]) -> Mapping[str, str]:
    """The id of each person without a state -> that of the one of the same name who has a state.

    Where persons of two states bear the name, nobody can tell, and they stay apart; so does one
    without a state because she speaks for an organisation.
    """
    named: dict[str, dict[str, Actor]] = defaultdict(dict)
    for actor in actors:
        if actor.kind == "person":
            named[name_key(actor.name)][actor.id] = actor
    found: dict[str, str] = {}
    for group in named.values():
        placed = [actor.id for actor in group.values() if actor.iso3]
        if len(placed) == 1:
            loose = (one for one in group.values() if not one.iso3 and one.sector != "IGO")
            found |= {one.id: placed[0] for one in loose}
    return found


def rewrite(event: Event, same: Mapping[str, str]) -> Event:
    """The event with each person under the id that stands for all of its names."""
    if not same:
        return event
    return replace(
        event,
        actors=_each(event.actors, same),
        recipients=_each(event.recipients, same),
        attributed_to=same.get(event.attributed_to or "", event.attributed_to),
        disputed=tuple(
            replace(each, value=same.get(each.value, each.value)) for each in event.disputed
        ),
    )


def rewrite_statement(statement: Statement, same: Mapping[str, str]) -> Statement:
    """The statement with each person under that id."""
    if not same:
        return statement
    return replace(
        statement,
        actor_ids=_each(statement.actor_ids, same),
        addressee=same.get(statement.addressee or "", statement.addressee),
    )


def rewrite_position(position: Position, same: Mapping[str, str]) -> Position:
    """The position with each person under that id."""
    if not same:
        return position
    return replace(
        position,
        holder_ids=_each(position.holder_ids, same),
        said_by=_each(position.said_by, same),
        addressee=same.get(position.addressee or "", position.addressee),
    )


def rewrite_findings(findings: Findings, same: Mapping[str, str]) -> Findings:
    """The statements, events and mentions with each person under that id."""
    if not same:
        return findings
    return replace(
        findings,
        mentions=tuple(replace(m, actor_ids=_each(m.actor_ids, same)) for m in findings.mentions),
        statements=tuple(rewrite_statement(each, same) for each in findings.statements),
        positions=tuple(rewrite_position(each, same) for each in findings.positions),
        events=tuple(rewrite(each, same) for each in findings.events),
    )


def _each(actor_ids: Iterable[str], same: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(same.get(one, one) for one in actor_ids))


def name_key(name: str) -> str:
    """A name without case, accents and hyphens, by which two spellings are one name."""
    parts = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(letter for letter in parts if not unicodedata.combining(letter))
    return " ".join(re.findall(r"\w+", plain))
