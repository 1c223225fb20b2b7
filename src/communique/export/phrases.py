"""What states are called before a reader. Pure."""

import re

from communique.vocab.states import state

_WITH_ARTICLE = re.compile(
    r"^(?:United|Holy See|Netherlands$|Philippines$|Bahamas$|Gambia$|Maldives$|Comoros$)"
    r"|(?:Islands|Republic|of the Congo)$"
)


def state_name(iso3: str) -> str:
    """The usual name of a state, or its code where the table has it not."""
    found = state(iso3)
    return found.name if found else iso3


def in_a_sentence(iso3: str) -> str:
    """The usual name of a state as it stands within a sentence, some with an article.

    >>> in_a_sentence("USA"), in_a_sentence("VNM")
    ('the United States', 'Vietnam')
    """
    name = state_name(iso3)
    return f"the {name}" if _WITH_ARTICLE.search(name) else name


def possessive(iso3: str) -> str:
    """Whose something is that is a state's.

    >>> possessive("USA"), possessive("VNM")
    ('United States’', 'Vietnam’s')
    """
    name = state_name(iso3)
    return f"{name}’" if name.endswith("s") else f"{name}’s"
