"""Between which states a change of relations is, and which of them made it alone."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from communique.extract.marks import Marked, sign
from communique.extract.nations import TOWN, is_party, states_of
from communique.extract.subjects import LIST, Dyad, Focus, agent_of, subject_of
from communique.extract.wording import Wording

S = sign()
_WITH = re.compile(rf"\s(?:with|between|among|towards?|vis-à-vis)\s+(?:{LIST})")
_NAMELESS = re.compile(
    r"\s(?:with|between)\s+(?:the|a|an|its|their|our|that|this|his|her)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:republic|kingdom|island|country|nation|state|neighbou?r|neighbou?rs|ally|power|regime|"
    r"government|territory|emirate|two|others?)\b"
)
_FRONTED = re.compile(rf"(?P<who>{S}),?\s+with\s+(?:which|whom)\b[^,;:]*$")
_WHOSE = re.compile(rf"(?P<who>(?:{LIST})),?\s+whose\s+$")
_ALONE = ("severed", "suspended", "lowered", "downgraded", "recognised", "derecognised")


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """Two states of a change and the one that made it alone, None where both did."""

    dyad: Dyad
    by: str | None = None


def betweens(unit: Marked, wording: Wording, focus: Focus) -> Iterator[Between]:
    """The pairs of states that a wording tells of; none where they cannot be told."""
    if wording.matter == "recognition":
        yield from _recognised(unit, wording, focus)
        return
    owners = _owners(unit, wording)
    others = _others(unit, wording)
    subject = subject_of(unit, wording, focus)
    if wording.matter == "representation":
        others = others or _seat(unit, wording)
        if len(others) == 1 and not owners and not subject and focus.doer:
            owners = (focus.doer,)
    nameless = _is_nameless(unit, wording)
    beside = _beside(unit, {*owners, *subject} or set(others))
    for dyad in _dyads(owners, others, subject, focus, beside, nameless=nameless):
        yield Between(dyad=dyad, by=_by(unit, wording, dyad, owners, others, subject))


def turned(wording: Wording, between: Between) -> Between:
    """The states of a change that words only point at: the same, and who makes it alone."""
    return between if wording.change in _ALONE else Between(dyad=between.dyad)


def betweens_listed(unit: Marked, wording: Wording, before: Sequence[Between]) -> Iterator[Between]:
    """The pairs of one more state of a list, with those who made the change before it."""
    doers = {each.by for each in before if each.by}
    for other in states_of(unit.within(*wording.verb)):
        for one in doers - {other}:
            yield Between(dyad=_sorted(one, other), by=one)


def _dyads(
    owners: Sequence[str],
    others: Sequence[str],
    subject: Sequence[str],
    focus: Focus,
    beside: str | None,
    *,
    nameless: bool,
) -> Iterator[Dyad]:
    mine = owners or subject
    if len(others) == 2 and not owners and (len(subject) != 1 or subject[0] in others):
        yield _sorted(*others)
    elif others and any(one not in others for one in (mine or subject)):
        mine = mine if any(one not in others for one in mine) else subject
        yield from (_sorted(a, b) for a in mine for b in others if a != b)
    elif len(others) >= 2:
        yield from (_sorted(a, b) for a, b in combinations(others, 2))
    elif len(mine) == 2:
        yield _sorted(*mine)
    elif others:
        known = beside or focus.other(others[0])
        if known:
            yield _sorted(others[0], known)
    elif len(mine) <= 1:
        yield from _by_focus(mine, subject, focus, beside, nameless=nameless)


def _beside(unit: Marked, named: set[str]) -> str | None:
    """The one other state that the sentence names as a party."""
    every = states_of([each for each in unit.found if is_party(each)])
    rest = [iso3 for iso3 in every if iso3 not in named]
    return rest[0] if len(rest) == 1 and len(named) == 1 else None


def _by_focus(
    mine: Sequence[str], subject: Sequence[str], focus: Focus, beside: str | None, *, nameless: bool
) -> Iterator[Dyad]:
    """The two of the report, where at most one of them is named."""
    named = {*mine, *subject}
    if len(named) == 2:
        yield _sorted(*sorted(named))
    elif len(named) == 1:
        (one,) = named
        known = focus.other(one) or (focus.done_to if nameless else None) or beside
        if known and known != one:
            yield _sorted(one, known)
    elif focus.dyad:
        yield focus.dyad


def _by(
    unit: Marked,
    wording: Wording,
    dyad: Dyad,
    owners: Sequence[str],
    others: Sequence[str],
    subject: Sequence[str],
) -> str | None:
    """The state that made a change alone: its agent or subject, whose mission it is."""
    agent = agent_of(unit, wording)
    if agent and agent[0] in dyad:
        return agent[0]
    if wording.change in _ALONE or _is_mission(unit, wording):
        alone = [one for one in (subject or owners) if one in dyad and (others != (one,))]
        if _is_mission(unit, wording) and len(owners) == 1 and owners[0] in dyad:
            return owners[0]
        if len(alone) == 1:
            return alone[0]
        if not alone and len(others) == 1 and wording.voice == "active":
            return next(one for one in dyad if one != others[0])
    return None


def _is_mission(unit: Marked, wording: Wording) -> bool:
    """Whether it is a mission that is raised or lowered, which one side alone does."""
    thing = unit.text[slice(*wording.thing)].lower()
    shared = re.match(r"their\b", thing) or re.search(r"\b(?:relations?|ties)", thing)
    return wording.matter == "representation" and not shared


def _recognised(unit: Marked, wording: Wording, focus: Focus) -> Iterator[Between]:
    """Who recognises, or withdraws it, and whom."""
    agent = agent_of(unit, wording)
    whom = states_of(unit.within(*wording.thing)) if wording.change == "recognised" else ()
    whom = whom or _recognised_whom(unit, wording)
    owners = _owners(unit, wording) if wording.change != "recognised" else ()
    who = agent or owners or subject_of(unit, wording, focus)
    if not whom and focus.done_to:
        whom = (focus.done_to,)
    for one in who:
        for other in whom:
            if one != other:
                yield Between(dyad=_sorted(one, other), by=one)


_OF = re.compile(
    r"\s(?:of|to)\s+(?:the\s+|an?\s+)?(?:(?:self-styled|self-declared|breakaway|so-called|"
    rf"independence\s+of|State\s+of)\s+)*(?P<whom>{S})"
)


def _recognised_whom(unit: Marked, wording: Wording) -> tuple[str, ...]:
    inside = states_of(unit.within(*wording.thing))
    found = _OF.match(unit.text, wording.thing[1])
    if found:
        return states_of((unit.at(found["whom"]),))
    return inside


def _owners(unit: Marked, wording: Wording) -> tuple[str, ...]:
    """Whose relations: "Bolivia's ties", "US-Bolivia ties", "the liaison offices of A and B"."""
    start, end = wording.thing
    if wording.matter == "recognition":
        return ()
    inside = list(states_of(unit.within(start, end)))
    whose = _WHOSE.search(unit.text, 0, start)
    if whose:
        inside += states_of(unit.within(*whose.span("who")))
    if wording.matter == "representation":
        inside = [s for s in inside if s not in _seat(unit, wording)]
        behind = re.compile(rf"\sof\s+({LIST})").match(unit.text, end)
        if behind:
            inside += states_of(unit.within(*behind.span(1)))
    return tuple(dict.fromkeys(inside))


def _others(unit: Marked, wording: Wording) -> tuple[str, ...]:
    """With whom: the states behind "with" or "between", the nearest after what is changed."""
    text, start = unit.text, wording.thing[1]
    fronted = _FRONTED.search(text, 0, wording.start)
    if fronted:
        return states_of((unit.at(fronted["who"]),))
    if wording.voice == "passive":
        within = _WITH.search(text, start, max(start, wording.verb[0]))
        match = within or _near_with(text, wording.verb[1])
    else:
        match = _near_with(text, start)
    if match is None and wording.end > start:
        match = _near_with(text, wording.end)
    if match is None:
        return ()
    return states_of(unit.within(*match.span()))


_AWAY = re.compile(
    r"[;:.“”\"]|\band\s+(?!\w+\s+partner)|\b(?:who|which|that|after|met|signed|talks|along|"
    r"together|as|those|like|than|even)\b|,\s+with"
)
"""Words behind which "with A" belongs to something else."""


def _near_with(text: str, start: int) -> re.Match[str] | None:
    """The next "with A", in the same clause and behind no other verb."""
    match = _WITH.search(text, max(start - 1, 0), start + 150)
    if match is None:
        return None
    between = text[start : match.start()]
    if _AWAY.search(between):
        return None
    if "," in between and not re.search(r"^\s*,[^,]+,\s*$|\d,\s*\d{4}", between):
        return None
    return match


def _is_nameless(unit: Marked, wording: Wording) -> bool:
    found = _NAMELESS.search(unit.text, wording.thing[1] - 1)
    return bool(found and found.start() <= wording.thing[1] + 40)


_SEAT = re.compile(rf"\s(?:in|to|at|from)\s+(?:the\s+)?({S})")


def _seat(unit: Marked, wording: Wording) -> tuple[str, ...]:
    """Where a mission is: "its embassy in Moscow", and "its representation in Paris"."""
    for match in _SEAT.finditer(unit.text, wording.thing[0], wording.end + 40):
        if match.start() - wording.thing[1] <= 40 or match.start() < wording.end:
            return states_of(unit.within(*match.span(1)))
    inside = [f for f in unit.within(*wording.thing) if f.rule == TOWN]
    return states_of(inside)


def _sorted(first: str, second: str) -> Dyad:
    return (first, second) if first < second else (second, first)
