"""Where what a sentence tells took place: stated in its clause, or derived, with the reason."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from communique.extract.clauses import VERB, clause_at, clauses, reach
from communique.extract.context import Context
from communique.extract.marks import Marked
from communique.extract.places import dateline_place, listed_place
from communique.types.record import Place, PlaceMention
from communique.vocab.states import capital_of

At = tuple[int, int]
"""Where the words that tell of the event stand in their passage's text."""

_IN = re.compile(
    r"\b(?:in|at|near|outside|(?:streets|outskirts)\s+of)\s+(?:the\s+)?(?:(?:[A-Z]\w+\s+|[a-z]+\s+){0,3}"
    r"(?:city|town|capital|resort|village|port|suburb|island|province|region)(?:\s+of|,)?\s+)?$",
    re.IGNORECASE,
)
_TO = re.compile(
    r"\b(?:visit(?:s|ed|ing)?|(?:visits?|trip|travel(?:l?ed|s)?|flew|flown|came|journey|tour|return(?:ed)?)"
    r"\s+to|arriv(?:ed?|es|ing)\s+(?:in|at))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_TOPIC = re.compile(
    r"\b(?:wars?|conflicts?|situation|cris[ie]s|fighting|ceasefire|truce|peace|violence|offensive|"
    r"elections?|coup|attacks?|killings?|developments?|events|invest(?:ments?|ed|ing)?|projects?|"
    r"embass(?:y|ies)|ambassador|consulates?|sections?|offices?|envoy|troops|forces|presence|interests?|bases?|"
    r"compan(?:y|ies)|citizens|students|refugees|workers|stability|security|operations?|role|"
    r"famine|drought|earthquake|floods?|hostages|settlements?|actions?|mission|aid|plants?|"
    r"held\s+captive|born|educated|based)\s+(?:in|at|near|outside)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_HERE = re.compile(r"\bhere\b")
_TOWARDS = re.compile(r"\b(?:in|to|at)\s+$", re.IGNORECASE)
_FINE = ("town", "venue", None)
"""Kinds of place fine enough to meet at; None is a name that no gazetteer lists."""


def event_place(
    context: Context, told: Sequence[tuple[Marked, At]], hosts: str | None
) -> Place | None:
    """The place of an event told at each of `told`; `hosts` is the state of its host, if known.

    A town named in the clause, then one that the clause describes or goes to, then the first
    sentence's; the dateline's unless the words say the event was in another state; that state;
    the host's capital. None where nothing says where.
    """
    lede = context.units[:1]
    opening = [(unit, first.span()) for unit in lede if (first := VERB.search(unit.words))]
    area = _best(_named(context, unit, at, fine=False) for unit, at in (*told, *opening))
    home = area.country if area else hosts
    return (
        told_place(context, told)
        or told_place(context, opening)
        or _of_dateline(context, home)
        or area
        or _seat(hosts)
    )


def told_place(context: Context, told: Sequence[tuple[Marked, At]]) -> Place | None:
    """The town that the sentences themselves give for what they tell, named or described."""
    return _best(_named(context, unit, at, fine=True) for unit, at in told) or _best(
        _described(context, unit) for unit, _ in told
    )


def _best(found: Iterable[Place | None]) -> Place | None:
    return next((place for place in found if place), None)


def _named(context: Context, unit: Marked, at: At, *, fine: bool) -> Place | None:
    """The nearest place of the clause that something is in, or else that somebody goes to."""
    text = unit.words
    here = [each for each in context.places if unit.passage.span.holds(each.passage.span)]
    parts = clauses(text, (_span(unit, each) for each in here))
    own = clause_at(parts, at[0])
    options: list[tuple[bool, int, int, Place]] = []
    for each in here:
        start, end = _span(unit, each)
        before = text[:start]
        rank = reach(parts, clause_at(parts, start), own)
        going = bool(_TO.search(before))
        if rank is None or (each.kind in _FINE) != fine or _TOPIC.search(before):
            continue
        if going or _IN.search(before):
            gap = max(start - at[1], at[0] - end, 0)
            options.append((going, rank, gap, each.place))
    return min(options, key=lambda option: option[:3])[3] if options else None


def _span(unit: Marked, mention: PlaceMention) -> At:
    start = mention.passage.span.start - unit.passage.span.start
    return start, start + len(mention.passage.text)


def _described(context: Context, unit: Marked) -> Place | None:
    """The place of "the Kazakh capital", or of "here", which is the dateline's."""
    for found in unit.every:
        if found.rule == "the capital of the state" and _TOWARDS.search(unit.words[: found.start]):
            row = capital_of(found.iso3[0])
            words = unit.words[found.start : found.end]
            return listed_place(row, f"the capital, by “{words}”") if row else None
    found_here = _HERE.search(unit.words) and _of_dateline(context, None)
    return replace(found_here, reason="“here” is the dateline's place") if found_here else None


def _of_dateline(context: Context, home: str | None) -> Place | None:
    """The dateline's place, unless the event was in the state `home` and that is another."""
    dateline = context.report.dateline
    if dateline is None:
        return None
    inside = [each for each in context.places if dateline.passage.span.holds(each.passage.span)]
    found = inside[0].place if inside else dateline_place(dateline)
    if found is None or (home and found.country not in (home, None)):
        return None
    return replace(found, stated=False, reason="the dateline's place")


def _seat(iso3: str | None) -> Place | None:
    row = capital_of(iso3) if iso3 else None
    return listed_place(row, "the capital of the host") if row else None
