"""Which state the words of a noun phrase tell, without those around it."""

import re
from collections.abc import Sequence
from itertools import pairwise

from communique.extract.whereabouts import of_town, shared_demonym
from communique.extract.words import Hit
from communique.vocab.peoples import peoples


def maker(hits: Sequence[Hit], start: int, end: int) -> Hit | None:
    """The company whose people a phrase means ("Toyota workers")."""
    inside = (hit for hit in hits if start <= hit.start and hit.end <= end)
    return next((hit for hit in inside if hit.kind == "organisation" and hit.sector == "BUS"), None)


def town_within(words: str) -> str | None:
    """The state of the town or region in a phrase ("Jerusalem municipality")."""
    named = re.findall(r"[A-ZÀ-Ž][\w’'-]+(?:\s+[A-ZÀ-Ž][\w’'-]+)*", words)
    return next((iso3 for name in named if (iso3 := of_town(name))), None)


def shared(words: str, states: Sequence[str]) -> str | None:
    """The state of an adjective in `words` that several states share ("Congolese")."""
    told = (shared_demonym(word, states) for word in re.findall(r"[A-Z][\w'’-]*", words))
    return next((iso3 for iso3 in told if iso3), None)


def pair(words: str) -> str | None:
    """The state of a people of two words ("Bosnian Serb lawmakers")."""
    named = re.findall(r"[A-Z][\w-]*", words)
    pairs = (peoples().get(f"{a} {b}") for a, b in pairwise(named))
    return next((iso3 for iso3 in pairs if iso3), None)


def people(words: str) -> str | None:
    """The state of the people without one of its name in `words` ("Rohingya refugees")."""
    found = (peoples().get(word) for word in re.findall(r"[A-Z][\w'’-]*", words))
    return next((iso3 for iso3 in found if iso3), None)
