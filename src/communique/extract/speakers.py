"""Whom the words of a statement's source mean.

In this order: a list of parties ("Fidan and Rubio"); "who" and "which", the party right before; a
party that leads its noun phrase ("the Russian embassy in Lima", "India's"); a person named behind
a title; "both ministers", the two persons the report begins with; a title alone, the one person
who was named with it, of two the one who spoke last. Else nobody.
"""

import re
from collections.abc import Iterator, Sequence

from communique.extract.marks import Found, Marked
from communique.extract.speaking import speaking_body

_LINKS = re.compile(
    r"\b(?:and|both|the|again|also|later|alike|together|jointly)\b|[\s,]", re.IGNORECASE
)
_BEFORE = re.compile(
    r"\b(?:of|for|to|by|with|from|in|at|on|against|under|than|['’]s)\s+(?:the\s+)?$"
)
_OWNER = re.compile(r"['’]s?\s")
_PAIR = re.compile(
    r"(?:the|both|our|these)?\s*(?:two|both)?\s*(?:foreign\s+|prime\s+|defen[cs]e\s+)?(?:presidents|"
    r"ministers|leaders|premiers|interlocutors|men|women|co-chairs|statesmen|secretaries|"
    r"counterparts|heads\s+of\s+(?:state|government)|diplomats|envoys)(?:,.*)?",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"(?:the|our|his|her|its|this|that)\s+(?:[\w-]+\s+){0,3}?(?P<head>president|minister|premier|"
    r"chancellor|king|emir|sultan|secretary|ambassador|envoy|governor|mayor|senator|spokesman|"
    r"spokeswoman|spokesperson|chairman|chairwoman|chair|chief|commissioner|general|director|"
    r"diplomat|lawmaker|leader)",
    re.IGNORECASE,
)
_DESCRIBED = re.compile(r"[Tt]he\s+(?:former|veteran|one-time|\d+-year-old)\s+[a-z]")
"""What is told in passing of the one who spoke last ("the former general")."""
_OWN_BODY = re.compile(
    r"(?:its|their)\s+(?:own\s+)?(?:[\w-]+\s+){0,2}(?:ministry|government|embassy|parliament|mission|"
    r"presidency|army|military|consulate|delegation)\b"
)
"""A body of the state that "its" means speaks for that state."""
NEAR = 200
"""Sentences from a report's beginning, or back from a title, in which persons are looked for."""
_PERSONS = ("person", "pronoun")


def speakers(
    units: Sequence[Marked], at: int, start: int, end: int, last: Sequence[str] = ()
) -> tuple[str, ...]:
    """The ids of the actors that `start:end` of the marked text of sentence `at` names.

    `last` are those who spoke last.
    """
    unit = units[at]
    words = unit.plain(start, end)
    held = [
        (place, unit.at(c)) for place, c in enumerate(unit.text[start:end]) if c in unit.by_sign
    ]
    known = [found for _, found in held if found.actor_ids]
    rest = "".join(letter for letter in unit.text[start:end] if letter not in unit.by_sign)
    if known and len(known) == len(held) and not _LINKS.sub("", rest):
        return _ids(known)
    if words.lower() in ("who", "whom", "which", "that"):
        return _antecedent(unit, start, words.lower())
    if _PAIR.fullmatch(words):
        return _pair(units[: min(at + 1, NEAR)]) or _ids(known)
    first, last_letter = unit.place_of(start, end)
    return (
        speaking_body(unit, first, last_letter)
        or _own_body(unit, start, end)
        or _head(unit.text[start:end], held)
        or _titled(units[max(0, at - NEAR) : at + 1], words, last)
    )


def _own_body(unit: Marked, start: int, end: int) -> tuple[str, ...]:
    """The state whose body "its ministry" is."""
    if _OWN_BODY.match(unit.plain(start, end)):
        base = unit.offsets[start]
        return next((each.actor_ids for each in unit.every if each.start == base and each.iso3), ())
    return ()


def _head(text: str, held: Sequence[tuple[int, Found]]) -> tuple[str, ...]:
    """The person whom a noun phrase is about: no owner, and nobody behind a preposition."""
    for place, found in held:
        owner = _OWNER.match(text, place + 1)
        if found.kind in _PERSONS and not owner and not _BEFORE.search(text[:place]):
            return found.actor_ids
    return ()


def _antecedent(unit: Marked, start: int, word: str) -> tuple[str, ...]:
    before = [unit.at(c) for c in unit.text[:start] if c in unit.by_sign]
    fitting = (
        found for found in reversed(before) if (found.kind in _PERSONS) == (word in ("who", "whom"))
    )
    return next((found.actor_ids for found in fitting), ())


def _pair(units: Sequence[Marked]) -> tuple[str, ...]:
    """The first two persons of a report, of two states where their states are known."""
    first: Found | None = None
    for found in _persons(units):
        if first is None:
            first = found
        elif found.actor_ids != first.actor_ids and (not found.iso3 or found.iso3 != first.iso3):
            return (*first.actor_ids, *found.actor_ids)
    return ()


def _persons(units: Sequence[Marked]) -> Iterator[Found]:
    for unit in units:
        for found in unit.found:
            if found.kind == "person" and len(found.actor_ids) == 1:
                yield found


def _titled(units: Sequence[Marked], words: str, last: Sequence[str]) -> tuple[str, ...]:
    """The person named with the title that stands alone here."""
    if _DESCRIBED.match(words):
        return tuple(last[:1])
    title = _TITLE.fullmatch(words)
    if title is None:
        return ()
    head = re.compile(
        rf"(?<!prime )(?<!deputy )(?<!vice )(?<!vice-)\b{title['head']}\b", re.IGNORECASE
    )
    fitting: dict[str, None] = {}
    for unit in units:
        for found in unit.found:
            if found.kind == "person" and len(found.actor_ids) == 1 and _bears(unit, found, head):
                fitting[found.actor_ids[0]] = None
    if len(fitting) == 1:
        return tuple(fitting)
    return tuple(one for one in last if one in fitting)[:1]


def _bears(unit: Marked, found: Found, head: re.Pattern[str]) -> bool:
    """Whether a title stands in, right before or right behind a person's name."""
    around = unit.words[max(0, found.start - 50) : found.end + 60]
    name = found.start - max(0, found.start - 50)
    before = re.split(r"[.;,“”\"]|\band\b", around[:name])[-1]
    behind = re.match(r",\s*([^,;.]*)", around[name + found.end - found.start :])
    inside = around[name : name + found.end - found.start]
    return any(head.search(part) for part in (before, inside, behind[1] if behind else ""))


def _ids(found: Sequence[Found]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for item in found for each in item.actor_ids))
