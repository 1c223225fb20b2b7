"""The cheap look at a text before anything else: does it tell of states, and of two of them?"""

import re
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


_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n")
_OF_STATES = re.compile(
    r"""\b(?:
    minist(?:er|ers|ry|ries|erial)|president|presidency|premier|chancellor|king|emir|monarch|
    ambassadors?|envoys?|diplomat\w*|embass(?:y|ies)|consul\w*|counterparts?|delegations?|
    spokes\w+|talks|summit|visit(?:s|ed|ing)?|negotiat\w*|mediat\w*|
    treat(?:y|ies)|agreements?|memorandum|protocol|communiqu\w*|declaration|accord|pact|
    bilateral|multilateral|sanction\w*|ceasefire|truce|relations|ties|sovereign\w*|territorial|
    recogni[sz]\w+|foreign|cooperation|partnership|alliance|allies|government|
    army|armies|military|troops|soldiers|forces|nav(?:y|ies|al)|drills|exercises?|
    nuclear|missiles?|drones?|airstrikes?|air\ strikes?|rebels?|militants?|
    border|peace|war|aid|refugees|asylum|extradit\w+|united\ nations
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words of dealings between states."""
FEW, MANY = 0.6, 2.0
"""Such words among a hundred that are asked of a text: where a sentence of it names two parties,
and where none does."""
SHORT = 80
"""A text of fewer words says too little to be passed over."""


def concerns_states(text: str) -> bool:
    """Whether `text` may tell of dealings of states, by a few parties and words alone.

    Generous: of the project's own diplomatic reports under one in a hundred is passed over, of
    local and general news some nine in ten (`benchmarks/end_to_end.py`).
    """
    words = len(text.split())
    if words < SHORT:
        return True
    asked = FEW if any(map(names_two_parties, _SENTENCE.split(text))) else MANY
    if asked == MANY and next(_parties(text), None) is None:
        return False
    told = sum(1 for _ in _OF_STATES.finditer(text))
    return 100 * told >= asked * words


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
