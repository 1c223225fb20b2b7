"""Which states stand as the subject of a change of relations, or as its agent."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from communique.extract.marks import Found, Marked, sign
from communique.extract.nations import ADJECTIVE, TOWN, is_party, states_of
from communique.extract.wording import Wording

S = sign()
Dyad = tuple[str, str]
LIST = (
    rf"(?:the\s+)?{S}(?:(?:,\s+(?:the\s+)?{S})*,?\s+(?:and|or)\s+"
    rf"(?:with\s+)?(?:the\s+)?{S}(?!['’]))?"
)
_BY = re.compile(rf"\sby\s+(?:{LIST})")
_ASKED = re.compile(r"\s+(?:not\s+)?to\s+(?:\w+ly\s+)?")
_DOING = re.compile(r"\s+(?:ever\s+|now\s+|not\s+)?")
_OWNED = re.compile(rf"({S})['’]s?\s+(?:[\w-]+\s+)?$")
_OBLIQUE = re.compile(
    r"\b(?:with|by|of|to|from|for|against|between|in|at|on|under|over|about|near|than|like|toward|"
    r"towards|via|into|through|including)\s+(?:the\s+|its\s+|their\s+|an?\s+|visiting\s+|former\s+)*$",
    re.IGNORECASE,
)
_JOINT = re.compile(r"(?:,\s+|,?\s+and\s+|,?\s+as\s+well\s+as\s+)(?:the\s+|its\s+|his\s+|her\s+)?")
_OFFICE = re.compile(
    r"['’]s?\s+(?:[\w-]+\s+){0,3}?(?:ambassadors?|government|parliament|cabinet|ministry|minister|"
    r"president|leaders?|envoys?|spokes\w+|king|emir|premier|junta|authorities|foreign|prime|"
    r"lawmakers|council|assembly|officials?|embassy|ruler|rulers|regime|administration|decision)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Focus:
    """Whom a report is about so far: its two states, and which did what it tells to which."""

    dyad: Dyad | None = None
    doer: str | None = None
    speaker: str | None = None
    subject: tuple[str, ...] = ()

    def other(self, iso3: str) -> str | None:
        """The other of the report's two states."""
        if self.dyad and iso3 in self.dyad:
            return self.dyad[0] if self.dyad[1] == iso3 else self.dyad[1]
        return None

    @property
    def done_to(self) -> str | None:
        """The state to which the report's news was done."""
        return self.other(self.doer) if self.doer else None


def agent_of(unit: Marked, wording: Wording) -> tuple[str, ...]:
    """The states behind "by", of a passive or a noun."""
    if wording.voice not in ("passive", "noun", "relative"):
        return ()
    start = max(wording.verb[1], wording.thing[1]) if wording.voice == "noun" else wording.thing[1]
    match = _BY.search(unit.text, start, start + 120)
    return states_of(unit.within(*match.span())) if match else ()


def subject_of(unit: Marked, wording: Wording, focus: Focus) -> tuple[str, ...]:
    """The states that stand as subject before the word of change, else those of before."""
    text = unit.text
    at = wording.verb[0] if wording.voice in ("active", "relative") else wording.start
    floor = wording.thing[1] if wording.voice == "relative" else _opened(text, at)
    if wording.voice == "passive":
        whose = states_of(_relative_subject(unit, wording))
        return agent_of(unit, wording) or (whose if len(whose) == 2 else ())
    chain = _parties(unit, floor, at)
    owned = _OWNED.search(text, 0, at) if wording.form == "noun" else None
    if owned:
        return states_of((unit.at(owned[1]),))
    linked = _DOING if wording.form == "gerund" else _ASKED
    asked = chain and linked.fullmatch(text, chain[-1][0] + 1, at)
    found = (
        chain[-1]
        if asked
        else next((each for each in reversed(chain) if not _is_oblique(text, each[0])), None)
    )
    if found is None and wording.voice == "relative":
        return ()
    if found is None:
        tail = text[floor:at]
        if re.search(r"\b(?:we|our)\b", tail, re.IGNORECASE) and focus.speaker:
            return (focus.speaker,)
        if chain and not re.search(r"\b(?:it|they|its|their)\b", tail, re.IGNORECASE):
            return states_of((chain[-1][1],)) if _is_fronted(text, chain[-1][0]) else ()
        return focus.subject
    return _joined(unit, chain, found)


def _relative_subject(unit: Marked, wording: Wording) -> tuple[Found, ...]:
    """Who made what is changed: "the partnership which A and B set up in 2013 gives way to"."""
    start, end = wording.thing[1], wording.verb[0]
    told = re.compile(r"\s(?:which|that)\s").match(unit.text, start) if start < end else None
    return unit.within(start, end) if told else ()


def _opened(text: str, at: int) -> int:
    """Where the speech or sentence that holds a verb opens."""
    return max(text.rfind(mark, 0, at) for mark in ("“", ";", '"')) + 1


def _parties(unit: Marked, start: int, end: int) -> list[tuple[int, Found]]:
    found = []
    for place in range(start, end):
        item = unit.by_sign.get(unit.text[place])
        if item is None or not item.iso3:
            continue
        if is_party(item) or (item.rule == TOWN and place == start):
            if not _is_owner(unit.text, place) or _OFFICE.match(unit.text, place + 1):
                found.append((place, item))
        elif item.rule == ADJECTIVE and _MEN.match(unit.text, place + 1):
            found.append((place, item))
    return found


_MEN = re.compile(
    r"\s+(?:[\w-]+\s+){0,2}?(?:ambassador|government|parliament|cabinet|ministry|minister|president|"
    r"leader|envoy|spokes\w+|king|emir|premier|junta|authorities|officials?|side|counterpart|"
    r"chancellor|lawmakers?)\b"
)


def _is_owner(text: str, place: int) -> bool:
    return text[place + 1 : place + 2] in ("'", "’")


def _is_oblique(text: str, place: int) -> bool:
    before = text[:place]
    if _OBLIQUE.search(before):
        return True
    joint = re.search(rf"({S})(?:['’]s)?(?:,\s+|,?\s+and\s+)(?:the\s+)?$", before)
    return bool(joint and _is_oblique(text, joint.start(1)))


def _is_fronted(text: str, place: int) -> bool:
    """Whether a state behind a preposition opens its sentence ("For Fiji, ...")."""
    return bool(re.fullmatch(r"\W*(?:For|At|In)\s+(?:the\s+)?", text[:place]))


def _joined(
    unit: Marked, chain: Sequence[tuple[int, Found]], last: tuple[int, Found]
) -> tuple[str, ...]:
    """A subject with those joined to it: "Britain, Canada and Australia"."""
    kept = [last]
    for each in reversed(chain[: chain.index(last)]):
        if not _JOINT.fullmatch(unit.text[each[0] + 1 : kept[0][0]]):
            break
        kept.insert(0, each)
    if len(kept) > 1 and _is_oblique(unit.text, kept[0][0]):
        kept = kept[-1:]
    return states_of([found for _, found in kept])
