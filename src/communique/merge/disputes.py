"""What most reports tell of one event, and what some of them tell otherwise.

The best value is the one that most independent accounts carry, then the most precise, then the
stated one. Only what a report tells in its own words disputes it: a date that was taken over from
the sentence before is nobody's claim.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from communique.merge.common import Context, once
from communique.merge.places import is_town, places_agree
from communique.types.record import Disputed, DisputedField, Event, EventDate, Findings, Place
from communique.types.text import Evidence, Passage
from communique.vocab.periods import edges

_PRECISION = ("year", "month", "range", "day", "minute")
_PHONE = "phone"
_IN_PERSON = ("visit", "multilateral")
_CALL = re.compile(
    r"\b(?:(?:tele)?phon\w*|rang|video\w*|(?:a|the|their)\s+call|call\s+(?:from|with|between|to))\b",
    re.IGNORECASE,
)

Value = TypeVar("Value")
Worth = tuple[int, bool, bool]
"""How precise a value is, whether it is stated, and whether more is known of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Claim(Generic[Value]):
    """What one found event has for a field; `words` are those of its own sentence that say so."""

    value: Value
    member: Event
    words: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scale(Generic[Value]):
    """How the values of a field compare: which agree, what each is worth, what it reads."""

    field: DisputedField
    agree: Callable[[Value, Value], bool]
    worth: Callable[[Value], Worth]
    read: Callable[[Value], str]


def settle(
    context: Context, event: Event, members: Sequence[Event], findings: Mapping[str, Findings]
) -> Event:
    """`event` with the best date, place and mode of its `members`, and what some have otherwise.

    `members` are the found events it was united from, `findings` those of its reports by id.
    """
    if len(members) < 2:
        return event
    dates, places, modes = [], [], []
    for member in (members := context.in_order(members)):
        found = [findings[one] for one in member.report_ids if one in findings]
        if date := member.date:
            same = (m.passage for f in found for m in f.dates if _is_told(date, m.value, m.reason))
            dates.append(_Claim(value=date, member=member, words=_words(member, date, same)))
        if place := member.place:
            said = [(m.passage, m.place) for f in found for m in f.places]
            same = (p for p, m in said if (m.name, m.reason) == (place.name, place.reason))
            places.append(_Claim(value=place, member=member, words=_words(member, place, same)))
        if mode := member.mode:
            modes.append(_Claim(value=mode, member=member, words=_words_of_mode(member, mode)))
    settled = (
        _best(context, dates, _DATES),
        _best(context, places, _PLACES),
        _best(context, modes, _MODES if event.type == "CONSULT" else _SHADES),
    )
    (date, other_dates), (place, other_places), (mode, other_modes) = settled
    if mode == _PHONE and place and not place.stated:
        place = None
    before = [each for member in members for each in member.disputed]
    others = [*before, *other_dates, *other_places, *other_modes]
    others += _other_parties(context, event, members)
    return replace(event, date=date, place=place, mode=mode, disputed=once(others))


def _is_told(date: EventDate, value: str, reason: str | None) -> bool:
    return (date.value, date.reason) == (value, reason)


def _words(
    member: Event, value: EventDate | Place, told: Iterable[Passage]
) -> tuple[Evidence, ...]:
    """Of the passages `told`, those in the sentences of a found event.

    Its sentence where none is but the value is stated; none where the value was taken over from
    elsewhere.
    """
    found = [
        Evidence(report_id=member.report_ids[0], span=passage.span, quote=passage.text)
        for passage in told
        if any(piece.span.holds(passage.span) for piece in member.evidence)
    ]
    return tuple(found) or (member.evidence[:1] if value.stated else ())


def _words_of_mode(member: Event, mode: str) -> tuple[Evidence, ...]:
    """The sentence of a found event, if it is not of a call where the mode is, or is where not."""
    rings = any(_CALL.search(piece.quote) for piece in member.evidence[:1])
    borne = member.type != "CONSULT" or rings == (mode == _PHONE)
    return member.evidence[:1] if borne else ()


def _best(
    context: Context, claims: Sequence[_Claim[Value]], scale: _Scale[Value]
) -> tuple[Value | None, list[Disputed]]:
    """The value most accounts carry, as precise as any that agrees with it; and all others.

    A vaguer value speaks for every one that it may mean.
    """
    if not claims:
        return None, []
    own = [claim for claim in claims if claim.words]

    def weight(claim: _Claim[Value]) -> tuple[int, int, Worth]:
        worth = scale.worth(claim.value)
        backers = context.carriers(
            other.member
            for other in own or claims
            if scale.agree(claim.value, other.value) and scale.worth(other.value)[0] <= worth[0]
        )
        return context.count_origins(backers), len(backers), worth

    top = max(own or claims, key=weight).value
    best = max((c.value for c in claims if scale.agree(top, c.value)), key=scale.worth)
    others = defaultdict(list)
    for claim in own:
        if not scale.agree(best, claim.value):
            others[scale.read(claim.value)].append(claim)
    made = [_disputed(context, scale.field, value, same) for value, same in others.items()]
    return best, sorted(made, key=_most_carried)


def _disputed(
    context: Context, field: DisputedField, value: str, claims: Sequence[_Claim[Value]]
) -> Disputed:
    carriers = context.carriers(claim.member for claim in claims)
    words = {piece for claim in claims for piece in claim.words}
    return Disputed(
        field=field,
        value=value,
        report_ids=carriers,
        evidence=tuple(sorted(words, key=lambda e: (carriers.index(e.report_id), e.span, e.quote))),
    )


def _most_carried(disputed: Disputed) -> tuple[int, str]:
    return -len(disputed.report_ids), disputed.value


def _other_parties(context: Context, event: Event, members: Sequence[Event]) -> list[Disputed]:
    """The parties whom some reports name in another's place, and those that the union left out."""
    kept = context.states((*event.actors, *event.recipients))
    rivals = _rivals(context, members)
    found = defaultdict(list)
    for member in members:
        for party in (*member.actors, *member.recipients):
            if party in rivals or not context.states([party]) <= kept:
                claim = _Claim(value=party, member=member, words=member.evidence[:1])
                found[party].append(claim)
    made = [_disputed(context, "parties", party, claims) for party, claims in found.items()]
    return sorted(made, key=_most_carried)


def _rivals(context: Context, members: Sequence[Event]) -> frozenset[str]:
    """Persons whom no report names with the one of their state whom most accounts name."""
    named: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for member in members:
        for iso3, persons in context.persons((*member.actors, *member.recipients)).items():
            for report_id in member.report_ids if iso3 else ():
                named[iso3 or ""][report_id] |= persons
    rivals: set[str] = set()
    for told in named.values():
        every = frozenset().union(*told.values())
        carriers = {one: [r for r, persons in told.items() if one in persons] for one in every}
        best = min(
            every, key=lambda one: (-context.count_origins(carriers[one]), -len(carriers[one]), one)
        )
        rivals |= every.difference(*(persons for persons in told.values() if best in persons))
    return frozenset(rivals)


def _dates_agree(a: EventDate, b: EventDate) -> bool:
    """Whether one of two dates lies within the other."""
    (first, last), (begin, end) = edges(a.value), edges(b.value)
    return (first <= begin and end <= last) or (begin <= first and last <= end)


def _modes_agree(a: str, b: str) -> bool:
    """Whether one meeting can have both modes: not if by telephone and in person."""
    return _PHONE not in (a, b) or a == b or not {a, b} & set(_IN_PERSON)


_DATES: _Scale[EventDate] = _Scale(
    field="date",
    agree=_dates_agree,
    worth=lambda date: (_PRECISION.index(date.precision), date.stated, date.reason is None),
    read=lambda date: date.value,
)
_PLACES: _Scale[Place] = _Scale(
    field="place",
    agree=places_agree,
    worth=lambda place: (int(is_town(place)), place.stated, place.lat is not None),
    read=lambda place: place.name,
)
_MODES: _Scale[str] = _Scale(
    field="mode", agree=_modes_agree, worth=lambda _: (0, True, True), read=lambda mode: mode
)
_SHADES = replace(_MODES, agree=lambda *_: True)
"""Other modes are shades of one deed as the coder sees them: nobody claims them."""
