"""Whose account a report gives: one party's, several parties', a third party's, or unknown.

What a report states of itself counts first: a joint statement is its parties', a ministry's page
that ministry's. Then come the form of a readout, the source that its lede names, and the newsroom
it credits. What is inferred is told as likely.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.align.bodies import (
    is_state_media,
    name_of,
    named_states,
    newsroom,
    official_state,
)
from communique.align.readouts import opening, own_state
from communique.align.sources import SOURCE, source_of
from communique.types.coverage import Stance
from communique.types.text import Credit, Report
from communique.vocab.press import Press
from communique.vocab.states import ambiguous_names

JOINT, OFFICIAL, SOURCED, NEWSROOM = 4, 3, 2, 1
"""How surely a report's words are known to be somebody's, the surest first."""
_TAKEN_PART = 3
"""A state takes part that one in so many of the reports leads with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """The states that take part in what a coverage tells, and all that its openings name."""

    parties: frozenset[str]
    named: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Whose account one report gives, why, and how surely (`rank`, 0 where unknown)."""

    stance: Stance
    side: str | None
    rank: int
    reason: str


def scene(reports: Sequence[Report]) -> Scene:
    """Who takes part, from the headlines and ledes: no place, and no source, does by itself.

    The state of a leader whom a readout opens with, without a country, takes part too.
    """
    leading, named = Counter[str](), set[str]()
    for report in reports:
        found = list(named_states(SOURCE.sub(" ", opening(report))))
        named.update(each.iso3 for each in found)
        leading.update({each.iso3 for each in found if not each.as_place})
    for report in reports:
        leading.update(_shared_names(opening(report), named))
    parties = {iso3 for iso3, count in leading.items() if count * _TAKEN_PART >= len(reports)}
    own = (own_state(report) for report in reports if report.kind == "readout")
    return Scene(
        parties=frozenset(parties.union(each[0] for each in own if each)), named=frozenset(named)
    )


def _shared_names(text: str, named: set[str]) -> Iterator[str]:
    """The states meant by names that several share ("Congo"): the one that is named outright."""
    for form, states in ambiguous_names().items():
        meant = named.intersection(states)
        if len(states) > 1 and len(meant) == 1 and re.search(rf"\b{re.escape(form)}\b", text):
            yield from meant


def voice(report: Report, where: Scene) -> Voice:
    """Whose account `report` gives, as far as it tells."""
    found = _voices(report, where)
    return next(found, Voice(stance="unknown", side=None, rank=0, reason=_silent(report)))


def _silent(report: Report) -> str:
    """Why nothing is known of whose account a report gives."""
    if report.kind == "readout":
        return f"{report.id} is a readout that does not say whose"
    credit = report.agency or report.outlet
    if credit:
        return f"{_credits(report, credit)}, of no state that is known"
    return f"{report.id} credits nobody"


def _voices(report: Report, where: Scene) -> Iterator[Voice]:
    """All that speaks for somebody's account, the surest first."""
    if report.kind == "joint_statement":
        reason = f"{report.id} is a joint statement"
        yield Voice(stance="parties", side=None, rank=JOINT, reason=reason)
    given = [credit for credit in (report.agency, report.outlet) if credit]
    for credit in given:
        if iso3 := official_state(credit.name):
            reason = f"{_credits(report, credit)} ({name_of(iso3)})"
            yield _stance(iso3, where, OFFICIAL, reason)
    if report.kind == "readout" and (own := own_state(report) or _other_side(report, where)):
        yield _stance(own[0], where, OFFICIAL, f"{report.id} is a readout that {own[1]}")
    if (sourced := source_of(report)) and sourced[0]:
        yield _of_newsroom(sourced[0], where, SOURCED, sourced[2])
    elif sourced and sourced[1]:
        yield _stance(sourced[1], where, SOURCED, sourced[2])
    for credit in given[:1]:
        if press := newsroom(credit.name):
            yield _of_newsroom(press, where, NEWSROOM, _credits(report, credit))


def _stance(iso3: str, where: Scene, rank: int, reason: str) -> Voice:
    """The voice of a state: a party's where it takes part, a third party's where nothing says so.

    A state that the openings name only as a place may well be the host: unknown.
    """
    if iso3 in where.parties:
        return Voice(stance="party", side=iso3, rank=rank, reason=reason)
    if iso3 in where.named:
        reason = f"{reason}; {name_of(iso3)} is named, but not as taking part"
        return Voice(stance="unknown", side=None, rank=rank, reason=reason)
    if not where.parties:
        reason = f"{reason}; no headline or lede names a state that takes part"
        return Voice(stance="unknown", side=None, rank=rank, reason=reason)
    reason = f"{reason}; no headline or lede names {name_of(iso3)}"
    return Voice(stance="third party", side=None, rank=rank, reason=reason)


def _of_newsroom(press: Press, where: Scene, rank: int, reason: str) -> Voice:
    """State media speak for their state; others are no party's, but may be one side's all the same.

    Of a newsroom in a state that takes part, and that no state runs, nothing is known.
    """
    if is_state_media(press):
        return _stance(press.iso3, where, rank, f"{reason}, state media of {name_of(press.iso3)}")
    found = _stance(press.iso3, where, rank, f"{reason} ({name_of(press.iso3)})")
    if found.stance != "party":
        return found
    reason = f"{found.reason}, which takes part but is not known to run it"
    return Voice(stance="unknown", side=None, rank=rank, reason=reason)


def _credits(report: Report, credit: Credit) -> str:
    return f"{report.id} {'credits' if credit.stated else 'is likely of'} {credit.name}"


def _other_side(report: Report, where: Scene) -> tuple[str, str] | None:
    """Of two states that take part, the one that a readout's opening does not name."""
    there = {each.iso3 for each in named_states(opening(report))}
    unnamed = where.parties - there
    if len(where.parties) != 2 or len(unnamed) != 1:
        return None
    (own,), (other,) = unnamed, where.parties & there
    return own, f"opens by naming {name_of(other)} alone (likely {name_of(own)})"
