"""Bodies that speak: under their name, through an unnamed spokesman, in a paper of theirs.

A body that no table lists is an actor where it speaks; elsewhere its name is a mention only.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Literal

from communique.extract.ids import actor_id
from communique.extract.marks import Found, Marked

UNLISTED = (
    "name of a body",
    "name with a description",
    "name of an organisation",
    "news agency or outlet",
)
"""Rules of the mentions of bodies that have no actor of their own."""
_VOICE = (
    r"(?:spokes\w+|press\s+(?:service|office|secretary|officer|statement|release|team)|"
    r"statements?|communiqu[eé]|readout|reports?|representatives?|note|data|figures|website|account|"
    r"mission|embassy|office|bulletin|survey|study|letter)"
)
_LINK = r"(?:of|for|from|by|at|with|in|to|on|and|or)\b"
_BEFORE = re.compile(
    rf"(?:(?!{_LINK})[\w'’-]+\s+)?(?:(?!{_LINK})[a-z-]+\s+){{0,4}}"
    rf"(?:{_VOICE}\s+(?:of|for|from|by|at)\s+(?:the\s+)?)?"
)
_BEHIND = re.compile(
    rf"$|,|\s*\(|['’]s?$|\s+(?:in|at|on|of|with|itself|themselves|later|also|again)\b"
    rf"|(?:['’]s?)?\s+(?:[\w-]+\s+){{0,2}}{_VOICE}\b"
)
_OF_STATES = ("GOV", "MIL", "COP", "JUD", "LEG", "SPY")
_NO_BODY = re.compile(r"(?:Our|Their|His|Her|Its|Every|This|That)\s")


def speaking_body(unit: Marked, start: int, end: int) -> tuple[str, ...]:
    """The body or state that the words at `start:end` of the sentence name as who speaks."""
    for found in unit.every:
        if not (start <= found.start and found.end <= end):
            continue
        if found.kind in ("person", "pronoun") and found.actor_ids:
            return ()
        before, behind = unit.words[start : found.start], unit.words[found.end : end]
        ids = found.actor_ids or own_id(found)
        if ids and _BEFORE.fullmatch(before) and _BEHIND.match(behind):
            return ids
    return ()


def own_id(found: Found) -> tuple[str, ...]:
    """The id that a body no table lists has where it speaks; none for other mentions."""
    if found.rule not in UNLISTED or not found.name or _NO_BODY.match(found.name):
        return ()
    return (actor_id(_kind(found), found.name, found.iso3[0] if found.iso3 else None),)


def _kind(found: Found) -> Literal["office", "organisation"]:
    return "office" if found.iso3 and found.sector in _OF_STATES else "organisation"


def with_voices(unit: Marked, spoke: Collection[str]) -> Iterator[Found]:
    """The mentions of a sentence; unlisted bodies that speak (`spoke`) are actors."""
    for found in unit.every:
        ids = own_id(found) if not found.actor_ids else ()
        if ids and ids[0] in spoke:
            yield replace(found, kind=_kind(found), actor_ids=ids)
        else:
            yield found
