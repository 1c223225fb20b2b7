"""Who takes part in an event that many tell, and on which side."""

from collections.abc import Collection, Sequence

from communique.merge.common import Context, once
from communique.types.record import Event

Sides = tuple[tuple[str, ...], tuple[str, ...]]
"""Actors and recipients."""


def sides_of(context: Context, members: Sequence[Event]) -> Sides:
    """The sides of the union of `members`, which come in order.

    A meeting has a host or none; what some tell as done together was done together. A party that
    one report alone names is left out where two others agree on one that it lacks.
    """
    left_out = _contradicted(context, members)
    told = [_without(context, event, left_out) for event in members]
    actors = once(one for side, _ in told for one in side)
    recipients = once(one for _, side in told for one in side)
    if members[0].type == "CONSULT":
        return actors, tuple(one for one in recipients if one not in actors)
    if not all(side for _, side in told):
        return once((*actors, *recipients)), ()
    return _apart(members, actors, recipients)


def _contradicted(context: Context, members: Sequence[Event]) -> frozenset[str]:
    """The states that one report alone names, and not one that two others or more all name."""
    named = [(event, context.states((*event.actors, *event.recipients))) for event in members]
    found = set()
    for state in frozenset().union(*(states for _, states in named)):
        tellers = [(event, states) for event, states in named if state in states]
        others = [(event, states) for event, states in named if state not in states]
        if len(_carriers(tellers)) == 1 and len(_carriers(others) - _carriers(tellers)) > 1:
            agreed = frozenset.intersection(*(states for _, states in others))
            if agreed - frozenset().union(*(states for _, states in tellers)):
                found.add(state)
    return frozenset(found)


def _carriers(named: Collection[tuple[Event, frozenset[str]]]) -> frozenset[str]:
    return frozenset(name for event, _ in named for name in event.report_ids)


def _without(context: Context, event: Event, left_out: Collection[str]) -> Sides:
    actors, recipients = (
        tuple(one for one in side if context.states([one]).isdisjoint(left_out))
        for side in (event.actors, event.recipients)
    )
    if event.recipients and not recipients:  # not done together, but to somebody else
        return actors, event.recipients
    return actors or event.actors, recipients


def _apart(members: Sequence[Event], actors: tuple[str, ...], recipients: tuple[str, ...]) -> Sides:
    """Both sides with nobody on both: she stands where more reports have her, else as actor."""
    acted_on = {
        one
        for one in {*actors} & {*recipients}
        if _count(members, one, "recipients") > _count(members, one, "actors")
    }
    ours = tuple(one for one in actors if one not in acted_on)
    theirs = tuple(one for one in recipients if one not in ours)
    return (ours, theirs) if ours and theirs else (actors, recipients)


def _count(members: Sequence[Event], one: str, side: str) -> int:
    return len({name for e in members if one in getattr(e, side) for name in e.report_ids})
