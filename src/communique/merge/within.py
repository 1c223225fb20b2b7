"""Whether one event can be part of another: the rules, each for a kind of whole."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from communique.merge.common import Context
from communique.merge.places import places_agree
from communique.types.record import Event, EventType
from communique.types.text import Evidence
from communique.vocab.periods import edges

_DONE_BY_WORDS: frozenset[EventType] = frozenset(
    {"AGREE", "SUPPORT", "CONCEDE", "COOPERATE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"}
)
"""What can be done at a meeting."""
_SUMMIT = 3
"""Least states of a summit."""
_STAY = timedelta(days=3)
"""How long after a visit's first day its other meetings may be."""
_SEQUEL = timedelta(days=7)
"""How long after relations were broken off diplomats are sent home over it."""
_ASIDE = re.compile(r"\b(?:sidelines?|margins?|fringes?)\b", re.IGNORECASE)
_SUMMIT_WORDS = re.compile(
    r"\b(?:summit|conference|forum|gather\w*|council|assembly|\w+lateral|leaders\s+of)\b",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"\b(?:talks|meeting|met|summit|visit\w*|guest|host|phone|call|telephone\w*|conversation)\b",
    re.IGNORECASE,
)
_VISIT = re.compile(r"\b(?:visit\w*|tour|trip|arrived|stay)\b", re.IGNORECASE)
_SUMMONED = re.compile(r"\b(?:summon\w*|call(?:ed|s|ing)? in)\b", re.IGNORECASE)
_SEVERAL = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+|several|series|number|package)\s"
    r"(?:[\w-]+\s){0,3}(?:agreements|accords|documents|memorand\w+|pacts|deals|treaties|protocols|"
    r"contracts|instruments)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An event as the rules see it.

    `actors`, `recipients` and `states` are states (what has none stands for itself), `persons`
    those named by state, `days` the first and last day it may have been on.
    """

    event: Event
    actors: frozenset[str]
    recipients: frozenset[str]
    persons: Mapping[str | None, frozenset[str]]
    days: tuple[date, date] | None
    words: str

    @classmethod
    def of(cls, context: Context, event: Event) -> "Told":
        """An event as it stands in a coverage."""
        return cls(
            event=event,
            actors=context.states(event.actors),
            recipients=context.states(event.recipients),
            persons=context.persons((*event.actors, *event.recipients)),
            days=edges(event.date.value) if event.date else None,
            words=" ".join(dict.fromkeys(piece.quote for piece in event.evidence)),
        )

    @property
    def states(self) -> frozenset[str]:
        """All who took part."""
        return self.actors | self.recipients

    @property
    def everybody(self) -> frozenset[str]:
        """The persons named."""
        return frozenset().union(*self.persons.values())

    @property
    def voices(self) -> frozenset[str]:
        """The persons named, and who says so."""
        said = self.event.attributed_to
        return self.everybody | {said} if said else self.everybody

    @property
    def is_meeting(self) -> bool:
        """Whether people met, or spoke by telephone."""
        return self.event.type == "CONSULT"


def is_within(part: Told, whole: Told) -> bool:
    """Whether `part` can have been part of `whole`: the same people, the same day and place."""
    if whole.event.attributed_to or not (_is_word(part) or _places_fit(part, whole)):
        return False
    if part.is_meeting:
        return whole.is_meeting and _met_within(part, whole)
    if whole.is_meeting:
        return _done_at(part, whole)
    return any(rule(part, whole) for rule in _STEPS)


def in_one_sentence(a: Told, b: Told) -> bool:
    """Whether the two share a sentence."""
    return any(_overlap(x, y) for x in a.event.evidence for y in b.event.evidence)


def _overlap(a: Evidence, b: Evidence) -> bool:
    return a.report_id == b.report_id and a.span.overlaps(b.span)


def _done_at(part: Told, meeting: Told) -> bool:
    """Whether something was agreed, asked or said at a meeting, by those who met.

    What one did towards another; or what several did together, whomever it touches. A paper may
    be signed by others than those who met, and on a visit on a later day.
    """
    if part.event.type not in _DONE_BY_WORDS:
        return False
    if _is_signing(part) and part.actors == meeting.states and _on_later_day(part, meeting):
        return True
    together = len(part.actors) > 1 and _took_part(part.actors, meeting)
    towards = part.recipients and part.states <= meeting.states and len(part.states) > 1
    if not (together or towards) or not _same_day(part, meeting):
        return False
    if not (together and _is_signing(part)) and not _persons_fit(part, meeting):
        return False
    return (
        _is_signing(part)
        or (bool(together) and _in_one_report(part, meeting))
        or bool(part.voices & meeting.everybody)
        or in_one_sentence(part, meeting)
        or bool(_MEETING.search(part.words))
    )


def _is_signing(told: Told) -> bool:
    return told.event.type == "SUPPORT" and not told.event.recipients


def _is_word(told: Told) -> bool:
    """Whether it is but said; a place is then more often that of what is promised or asked."""
    return told.event.type in _DONE_BY_WORDS and not _is_signing(told)


def _took_part(states: frozenset[str], meeting: Told) -> bool:
    """Whether states met; of those at a summit a report names some."""
    if _is_summit(meeting) and len(states) >= _SUMMIT:
        return len(states & meeting.states) > 1
    return states <= meeting.states


def _is_summit(told: Told) -> bool:
    """Whether several states met, and not on the sidelines of something larger."""
    many = len(told.states) >= _SUMMIT or told.event.mode == "multilateral"
    return many and bool(_SUMMIT_WORDS.search(told.words)) and not _ASIDE.search(told.words)


def _met_within(part: Told, whole: Told) -> bool:
    """Whether a meeting was held on the sidelines of a summit, or during a visit."""
    if "phone" in (part.event.mode, whole.event.mode):
        return False
    if part.states < whole.states and len(whole.states) >= _SUMMIT:
        return _same_day(part, whole) and _persons_fit(part, whole)
    if _is_summit(whole):
        some = part.states & whole.states
        return bool(some) and len(part.states) < _SUMMIT and _same_day(part, whole)
    return part.states == whole.states and _on_visit(part, whole)


def _on_visit(part: Told, visit: Told) -> bool:
    """Whether the guest of a visit met a host that the visit is told without, or another later."""
    if visit.event.mode != "visit" or len(visit.states) != 2:
        return False
    guests = {state for state in visit.states if _of(part, state) & _of(visit, state)}
    (*hosts,) = visit.states - guests
    if len(guests) != 1 or not all(_of(part, host) for host in hosts):
        return False
    if any(_of(visit, host) for host in hosts):
        return _on_later_day(part, visit)
    return _same_day(part, visit)


def _of(told: Told, state: str) -> frozenset[str]:
    return told.persons.get(state, frozenset())


def _on_later_day(part: Told, visit: Told) -> bool:
    """Whether something was on a later day of what is told as a visit, and at its place."""
    if visit.event.mode != "visit" or not _VISIT.search(visit.words):
        return False
    if not (part.days and visit.days and _is_exact(part) and _is_exact(visit)):
        return False
    if not (part.event.place and visit.event.place):
        return False
    return visit.days[0] < part.days[0] <= visit.days[0] + _STAY


def _joint_step(part: Told, whole: Told) -> bool:
    """Whether one of several who acted together did his share of it."""
    return _same_day(part, whole) and (
        whole.event.type in ("SANCTION", "AID", "RETREAT", "MOBILIZE")
        and part.event.quad == whole.event.quad
        and part.actors < whole.actors
        and bool(part.recipients & whole.recipients)
    )


def _step_of_break(part: Told, whole: Told) -> bool:
    """Whether diplomats were sent or called home as relations were broken off."""
    days = part.days and whole.days and (part.days[0] - whole.days[0])
    return (
        not (days and days > _SEQUEL)
        and (whole.event.type, whole.event.mode) == ("SANCTION", "discontinue")
        and part.event.type == "SANCTION"
        and part.event.mode in ("expel", "withdraw")
        and (part.actors, part.recipients) == (whole.actors, whole.recipients)
    )


def _blow_of_clash(part: Told, whole: Told) -> bool:
    """Whether one side struck at the other in a fight of both."""
    return _same_day(part, whole) and (
        whole.event.type == "ASSAULT"
        and len(whole.actors) > 1
        and not whole.recipients
        and part.event.type in ("ASSAULT", "COERCE")
        and bool(part.recipients)
        and part.states == whole.states
    )


def _one_of_several(part: Told, whole: Told) -> bool:
    """Whether one paper was signed among several."""
    return _same_day(part, whole) and (
        (part.event.type, whole.event.type) == ("SUPPORT", "SUPPORT")
        and not (part.recipients or whole.recipients)
        and part.actors == whole.actors
        and bool(_SEVERAL.search(whole.words))
        and not _SEVERAL.search(part.words)
        and bool(part.everybody)
    )


def _at_summons(part: Told, whole: Told) -> bool:
    """Whether something was demanded of an envoy who was called in."""
    return _same_day(part, whole) and (
        whole.event.type == "ACCUSE"
        and bool(_SUMMONED.search(whole.words))
        and part.event.type in ("REQUEST", "THREATEN")
        and (part.actors, part.recipients) == (whole.actors, whole.recipients)
    )


_STEPS = (_joint_step, _step_of_break, _blow_of_clash, _one_of_several, _at_summons)


def _same_day(part: Told, whole: Told) -> bool:
    """Whether their days overlap; if one has but a month, or none, whether a report ties them."""
    days, others = part.days, whole.days
    if days and others and not (days[0] <= others[1] and others[0] <= days[1]):
        return False
    if _is_exact(part) and _is_exact(whole):
        return True
    tied = part.voices & whole.everybody or in_one_sentence(part, whole)
    return bool(tied) and _in_one_report(part, whole)


def _in_one_report(a: Told, b: Told) -> bool:
    return not set(a.event.report_ids).isdisjoint(b.event.report_ids)


def _is_exact(told: Told) -> bool:
    """Whether it has a day, or a few."""
    return told.days is not None and told.days[1] - told.days[0] <= _STAY


def _places_fit(part: Told, whole: Told) -> bool:
    here, there = part.event.place, whole.event.place
    return here is None or there is None or places_agree(here, there)


def _persons_fit(part: Told, whole: Told) -> bool:
    """Whether a person of the part was there, where both name some, and nobody in her place."""
    for state in part.persons.keys() & whole.persons.keys():
        if not part.persons[state] & whole.persons[state]:
            return False
    return not (part.everybody and whole.everybody) or bool(part.voices & whole.everybody)
