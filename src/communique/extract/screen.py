"""The cheap look at a text before anything else: does it name two parties at all?"""

from collections.abc import Iterator
from functools import cache

import ahocorasick

from communique.extract.words import entries


@cache
def _automaton() -> "ahocorasick.Automaton":
    """Every surface form of the tables that names a party -> what tells it from another."""
    automaton = ahocorasick.Automaton()
    for entry in entries():
        if entry.kind not in ("decoy", "press"):
            automaton.add_word(entry.surface, (len(entry.surface), entry.iso3 or entry.name))
    automaton.make_automaton()
    return automaton


def _parties(text: str) -> Iterator[str]:
    """The parties whose names stand in `text` as whole words."""
    for last, (size, party) in _automaton().iter(text):
        start = last - size + 1
        if not (text[last + 1 : last + 2].isalnum() or (start and text[start - 1].isalnum())):
            yield party


def names_two_parties(text: str) -> bool:
    """Whether `text` names two states, organisations or groups of the tables.

    By Aho-Corasick, ending at the second one; a state counts once whatever it is called.
    """
    first = None
    for party in _parties(text):
        if first is not None and party != first:
            return True
        first = party
    return False
