"""One person named with a state in one report of a coverage and without one in another."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from communique.types.parties import Actor
from communique.types.record import Event


def same_persons(actors: Iterable[Actor]) -> Mapping[str, str]:
    """The id of each person without a state -> that of the one of the same name who has a state.

    Where persons of two states bear the name, nobody can tell, and they stay apart.
    """
    named: dict[str, dict[str, Actor]] = defaultdict(dict)
    for actor in actors:
        if actor.kind == "person":
            named[_bare(actor.name)][actor.id] = actor
    found: dict[str, str] = {}
    for group in named.values():
        placed = [actor.id for actor in group.values() if actor.iso3]
        if len(placed) == 1:
            found |= {actor.id: placed[0] for actor in group.values() if not actor.iso3}
    return found


def rewrite(event: Event, same: Mapping[str, str]) -> Event:
    """The event with each person under the id that stands for all of its names."""
    if not same:
        return event
    return replace(
        event,
        actors=tuple(dict.fromkeys(same.get(one, one) for one in event.actors)),
        recipients=tuple(dict.fromkeys(same.get(one, one) for one in event.recipients)),
        attributed_to=same.get(event.attributed_to or "", event.attributed_to),
    )


def _bare(name: str) -> str:
    """A name without case, accents and hyphens."""
    parts = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(letter for letter in parts if not unicodedata.combining(letter))
    return " ".join(re.findall(r"\w+", plain))
