"""Mentions in the order of the text: pronouns and bare titles look back to who spoke last."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from communique.extract.cast import Cast
from communique.extract.marks import Found, Marked, marked, sign
from communique.extract.mentions import find_mentions
from communique.extract.words import flat
from communique.types.text import Passage
from communique.vocab.cues import cue_words

_FOR_HIS_PART = re.compile(r"\b(?:[Ff]or|[Oo]n)\s+(?:his|her)\s+(?:own\s+)?part\b")
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


@cache
def _speaks_next() -> re.Pattern[str]:
    """A verb of saying right behind a mention, in an unmarked sentence."""
    return re.compile(rf"{_ASIDE}(?:{cue_words('say', 'clause', 'that')})\b")


def mark(sentences: Sequence[Passage], cast: Cast) -> tuple[Marked, ...]:
    """Find and resolve the mentions of consecutive sentences; pronouns look back to the speaker."""
    speaker: Found | None = None
    units = []
    for sentence in sentences:
        found = tuple(_resolved(flat(sentence.text), find_mentions(sentence, cast), speaker))
        item = marked(sentence, found)
        named = _speaker(item)
        speaker = named or (None if _stranger().search(item.text) else speaker)
        units.append(item)
    return tuple(units)


def _resolved(text: str, found: Sequence[Found], speaker: Found | None) -> Iterator[Found]:
    """Give "he" the last speaker; within a sentence, the person who has begun to speak in it."""
    ahead = _FOR_HIS_PART.search(text)
    for item in found:
        if (item.kind == "person" and (ahead or speaker is None)) or (
            item.kind == "person" and _speaks_in(text, item)
        ):
            speaker = item
        if (item.kind == "pronoun" and speaker is None) or (
            item.kind == "pronoun" and item.actor_ids and not _among(speaker, item)
        ):
            yield replace(item, actor_ids=())
        elif item.kind == "pronoun" and speaker is not None:
            yield replace(
                item,
                actor_ids=speaker.actor_ids,
                iso3=speaker.iso3,
                name=speaker.name,
                rule="last speaker",
            )
        else:
            yield item


def _among(speaker: Found | None, item: Found) -> bool:
    return speaker is not None and speaker.actor_ids[0] in item.actor_ids


def _speaks_in(text: str, item: Found) -> bool:
    return bool(_speaks_next().match(text, item.end))


def _speaker(item: Marked) -> Found | None:
    """The last person of a sentence who is subject of a verb of saying, else its first word's."""
    first = re.match(sign("person"), item.text)
    last = item.at(first.group()) if first and item.text[1:2] in (" ", ",") else None
    for match in _speaks().finditer(item.text):
        last = item.at(match["after"] or match["before"])
    return last
