"""Sentences that tell of a meeting or a call: who met whom, who hosts, and how it is told."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from communique.extract.context import Context
from communique.extract.marks import Marked, sign
from communique.extract.modality import is_recalled, modality_of
from communique.types.record import Modality
from communique.vocab.deeds import Form, Meeting, meetings

_ONE = sign("person", "state", "igo", "office", "pronoun")
_PERSON = sign("person")
_WHOM = sign("person", "state", "office")
_ASIDE = r"(?:,\s+[^,]{1,120},|,)?"
_HELPED = (
    r"(?:\s+(?:who|\w+ly|also|then|had|has|have|will|would|did\s+not|is\s+to|on\s+\w+day|first))*"
)
_PLAIN = r"[^,.;:“”\"\ue000-\uf8ff]"
_GAP = rf"(?:{_PLAIN}{{0,50}}?\s)?"
_KIN = rf"(?:(?:his|her|the|with|{_PLAIN}{{1,25}}host,?)\s+)*"
_AND = r",?\s+and\s+(?:(?:his|her)\s+)?(?:\w+\s+host,?\s+)?"
_MANY = rf"{_ONE}(?:(?:,\s+{_ONE})*{_AND}{_ONE})?"
_PAIR = rf"(?P<a>{_PERSON}){_AND}(?P<b>{_PERSON})"
_TALKS = r"(?:\w+[\s-]+){0,4}?(?:talks|meetings?|consultations|negotiations|discussions)"
_CALL = (
    r"(?:(?:tele)?phone\s+(?:call|conversation|talks)|telephone\s+(?:call|conversation|talks)|"
    r"video\s+(?:call|conference)|call)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """One sentence that tells of a meeting: who (actors' ids), who hosts, and how it is said.

    `at` is where its words stand in the sentence.
    """

    unit: Marked
    at: tuple[int, int]
    parties: tuple[str, ...]
    host: str | None
    mode: str | None
    modality: Modality
    confidence: float


def _frame(form: Form, words: str) -> str:
    """The pattern of a wording, by where those who meet stand."""
    verb = rf"\s+(?:{words})"
    frames: dict[Form, str] = {
        "verb": rf"(?P<a>{_MANY}){_ASIDE}{_HELPED}{verb}\s+{_GAP}{_KIN}(?P<b>{_MANY})",
        "talks": rf"(?P<a>{_MANY}){_ASIDE}{_HELPED}{verb}\s+{_TALKS}\s+{_GAP}with\s+{_KIN}"
        rf"(?P<b>{_MANY})",
        "call": rf"(?P<a>{_MANY}){_ASIDE}{_HELPED}{verb}\s+{_GAP}{_CALL}\s+{_GAP}with\s+{_KIN}"
        rf"(?P<b>{_MANY})",
        "host": rf"(?P<b>{_PERSON}){_ASIDE}{_HELPED}{verb}\s+{_GAP}{_KIN}(?P<a>{_PERSON})(?!['’])",
        "pair": rf"{_PAIR}{_ASIDE}{_HELPED}{verb}\b",
        "between": rf"\b(?:{words})\s+between\s+(?P<a>{_ONE})\s+and\s+{_KIN}(?P<b>{_ONE})",
        "by": rf"\b(?:{words})\s+{_GAP}by\s+(?P<a>{_PERSON}){_ASIDE}(?:\s+{_PERSON}{_ASIDE})*"
        rf"\s+(?:and|with)\s+(?P<b>{_PERSON})",
        "speaker": rf"(?:\b(?:{words})|^(?i:{words}))\s+(?:{_PLAIN}{{1,60}},\s+"
        rf"|(?:{_PLAIN}{{1,40}}\s)?with\s+)?{_KIN}(?P<b>{_WHOM})",
    }
    return frames[form]


@cache
def _patterns() -> tuple[tuple[Meeting, re.Pattern[str]], ...]:
    return tuple((row, re.compile(_frame(row.form, row.words))) for row in meetings())


_LEADERS = re.compile(
    rf"(?P<g>{sign('group')})(?:\s+\w+ly|\s+also|\s+had)*\s+(?:met\b|held\s+{_TALKS}"
    rf"|(?P<phone>(?:had|held)\s+(?:an?\s+)?(?:\w+\s+)?{_CALL})|chaired|shook\s+hands)"
)


def find_sightings(context: Context, unit: Marked) -> Iterator[Sighting]:
    """Every meeting a sentence tells of, whether it took place or not."""
    for row, pattern in _patterns():
        for match in pattern.finditer(unit.text):
            right = _ids(unit, *match.span("b"))
            left = (
                _subject(context, unit, match["b"])
                if row.form == "speaker"
                else _ids(unit, *match.span("a"))
            )
            if left and right and set(left) != set(right):
                yield Sighting(
                    unit=unit,
                    at=unit.place_of(*match.span()),
                    parties=tuple(dict.fromkeys((*left, *right))),
                    host=right[0] if row.form == "host" else None,
                    mode=row.mode,
                    modality=_modality(context, unit, *match.span()),
                    confidence=row.confidence,
                )
    for match in _LEADERS.finditer(unit.text):
        both = unit.at(match["g"]).actor_ids
        if len(both) == 2:
            yield Sighting(
                unit=unit,
                at=unit.place_of(*match.span()),
                parties=both,
                host=None,
                mode="phone" if match["phone"] else None,
                modality=_modality(context, unit, *match.span()),
                confidence=0.9,
            )


def _modality(context: Context, unit: Marked, start: int, end: int) -> Modality:
    modality = modality_of(unit.text, start, end)
    if modality == "actual" and is_recalled(unit.text, start, end, context.year):
        return "historical"
    return modality


def _subject(context: Context, unit: Marked, other: str) -> tuple[str, ...]:
    """Whose meeting "his meeting with B" is: the speaker's, else the first other state's person."""
    speaker = context.speaker_of(unit)
    if len(speaker) == 1:
        return speaker
    with_whom = unit.at(other)
    near = [
        found for found in unit.found if found.kind == "person" and found.iso3 != with_whom.iso3
    ]
    return near[0].actor_ids if near else ()


def _ids(unit: Marked, start: int, end: int) -> tuple[str, ...]:
    return tuple(i for found in unit.within(start, end) for i in found.actor_ids)
