"""The identities of actors: the same party has the same id in every report."""

from communique.types.ids import content_id
from communique.types.parties import ActorKind
from communique.vocab.states import state


def actor_id(kind: ActorKind, name: str, iso3: str | None) -> str:
    """The id of an actor: the same party has the same id in every report."""
    return content_id("ac", kind, name, iso3)


def state_actor_id(iso3: str) -> str:
    """The id of a state as an actor."""
    return actor_id("state", state_name(iso3), iso3)


def state_name(iso3: str) -> str:
    """The usual name of a state, or its code where the table has it not."""
    row = state(iso3)
    return row.name if row else iso3
