"""Whose delegation somebody leads: the state of a leader whom no words give a nationality."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from communique.types.parties import Actor
from communique.visits.marking import PERSON, Sentence, is_mark
from communique.vocab.states import find_state

_GROUP = re.compile(r"\b(?:delegation|mission)\b")
_LED = re.compile(
    rf"(?P<before>[^.;,“”{PERSON[1:-1]}]{{0,80}}){_GROUP.pattern}"
    rf"(?P<of>[^.;“”{PERSON[1:-1]}]{{0,80}}?),?\s+(?:which\s+is\s+|that\s+is\s+)?"
    rf"(?:led|headed|chaired)\s+by\s+[^.;“”{PERSON[1:-1]}]{{0,80}}?(?P<leader>{PERSON})"
)
_IS_PERSON = re.compile(PERSON).match
_CAPITAL = re.compile(r"[A-Z][\w.'’-]*(?:\s+(?:of\s+the\s+|of\s+|and\s+)?[A-Z][\w.'’-]*)*")


def with_leaders(actors: Mapping[str, Actor], sentences: Iterable[Sentence]) -> Mapping[str, Actor]:
    """The actors, those without a state who lead a state's delegation with that state.

    "A Japanese delegation led by Deputy Minister Kenta Morioka" makes him speak for Japan.
    """
    found = dict(actors)
    for sentence in sentences:
        if not _GROUP.search(sentence.passage.text):
            continue
        for match in _LED.finditer(_persons_marked(sentence)):
            leaders = sentence.at(match["leader"]).actor_ids
            iso3 = _state_in(match) if len(leaders) == 1 else None
            known = found.get(leaders[0]) if iso3 else None
            if known and known.iso3 is None:
                found[known.id] = replace(known, iso3=iso3)
    return found


def _persons_marked(sentence: Sentence) -> str:
    """The sentence with its words for all but the persons."""
    words = (sentence.at(c).words if is_mark(c) and not _IS_PERSON(c) else c for c in sentence.text)
    return "".join(words)


def _state_in(match: re.Match[str]) -> str | None:
    """The state named nearest before the delegation, else the first behind it."""
    before = list(_states(match["before"]))
    return before[-1] if before else next(_states(match["of"]), None)


def _states(words: str) -> Iterator[str]:
    """The states that capitalised words name, in their order; of several the longest first."""
    for match in _CAPITAL.finditer(words):
        parts = match[0].split()
        for size in range(min(4, len(parts)), 0, -1):
            runs = (" ".join(parts[at : at + size]) for at in range(len(parts) - size + 1))
            if known := next(filter(None, map(find_state, runs)), None):
                yield known.iso3
                break
