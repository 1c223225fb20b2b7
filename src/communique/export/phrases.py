"""What states are called before a reader. Pure."""

from communique.vocab.states import state


def state_name(iso3: str) -> str:
    """The usual name of a state, or its code where the table has it not."""
    found = state(iso3)
    return found.name if found else iso3
