"""Mentions in the order of the text, each pointer resolved by what stands before it."""

import re
from collections.abc import Sequence
from functools import cache

from communique.extract.marks import Found, Marked, marked, sign
from communique.extract.memory import Memory, Turn
from communique.extract.mentions import find_mentions
from communique.extract.persons import Cast
from communique.extract.reference import resolve
from communique.extract.scene import Scene
from communique.extract.words import flat
from communique.types.text import Passage
from communique.vocab.cues import cue_words

_ASIDE = r"(?:,[^,]{1,80},)?\s+(?:\w+ly\s+|also\s+|further\s+|has\s+|have\s+)*"


@cache
def _speaks() -> re.Pattern[str]:
    """A person who is subject of a verb of saying, in a marked sentence."""
    person, every = sign("person"), cue_words("say", "clause", "that", "np", "object")
    return re.compile(
        rf"(?P<after>{person}){_ASIDE}(?:{every})\b"
        rf"|(?:{cue_words('say', 'clause')}|according\s+to)\s+(?P<before>{person})"
    )


@cache
def _stranger() -> re.Pattern[str]:
    """A verb of saying whose subject is a name that stands for no known party."""
    name = r"(?!The\b|It\b|They\b|This\b|We\b)[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){0,3}"
    return re.compile(rf"(?:^|[,”\"]\s+){name}{_ASIDE}(?:{cue_words('say', 'clause', 'that')})\b")


def mark(sentences: Sequence[Passage], cast: Cast, home: str | None = None) -> tuple[Marked, ...]:
    """Find and resolve the mentions of consecutive sentences; `home` is the dateline's state."""
    memory = Memory(cast=cast, home=home)
    units = []
    for sentence in sentences:
        item = marked(sentence, _resolved(sentence, memory))
        named = _speaker(item)
        memory.speaker = named or (None if _stranger().search(item.text) else memory.speaker)
        memory.turns.append(
            Turn(
                text=item.words,
                found=_known(item.every),
                speaker=named,
                stranger=named is None and bool(_stranger().search(item.text)),
            )
        )
        units.append(item)
    return tuple(units)


def _resolved(sentence: Passage, memory: Memory) -> tuple[Found, ...]:
    """The mentions of a sentence; each pointer sees those before it as resolved."""
    text = flat(sentence.text)
    found = find_mentions(sentence, memory.cast)
    done: list[Found] = []
    for at, item in enumerate(found):
        if item.points:
            here = Turn(text=text, found=_known(done), stranger=_has_stranger(done))
            item = resolve(Scene(item=item, here=here, ahead=found[at + 1 :], memory=memory))
            if item.points in ("he", "she") and len(item.actor_ids) == 1:
                memory.learned.setdefault(item.actor_ids[0], item.points)
        done.append(item)
    return tuple(done)


def _has_stranger(found: Sequence[Found]) -> bool:
    return any(item.rule == "a person without a name" for item in found)


def _known(found: Sequence[Found]) -> tuple[Found, ...]:
    return tuple(item for item in found if item.actor_ids)


def _speaker(item: Marked) -> Found | None:
    """The last person of a sentence who is subject of a verb of saying, else its first word's."""
    first = re.match(sign("person"), item.text)
    last = item.at(first.group()) if first and item.text[1:2] in (" ", ",") else None
    for match in _speaks().finditer(item.text):
        last = item.at(match["after"] or match["before"])
    return last
