"""Coded events: meetings, documents signed, and explicit deeds of one party towards another."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from communique.extract.context import Context
from communique.extract.dates import anchor_date, event_date
from communique.extract.marks import Marked, sign
from communique.extract.modality import is_recalled, modality_of
from communique.types.ids import content_id
from communique.types.record import Event, EventDate, EventType, Instrument, Modality
from communique.types.text import Span
from communique.vocab.plover import contexts, intensity, quad

DEED, SIGNED = 0.8, 0.85
"""Confidence by rule: an explicit verb between two parties; a document signed or issued."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """A verb between actor and recipient, and the event it is."""

    name: str
    type: EventType
    mode: str | None
    words: re.Pattern[str]


@cache
def _patterns() -> tuple[Pattern, ...]:
    party = sign("state", "igo", "office", "person", "pronoun")
    target = sign("state", "igo", "office", "person")
    aside = r"(?:,\s+[^,]{1,100},)?"
    within = r"(?:\s+[^,.;\ue000-\uf8ff]{1,60}?)?"
    helped = r"(?:\s+(?:has|have|had|firmly|also|strongly|again|resolutely|will|would|always|continues?\s+to|fully|sharply|\w+ly))*"
    rows: tuple[tuple[str, EventType, str | None, str], ...] = (
        (
            "supports",
            "SUPPORT",
            None,
            rf"(?P<a>{party}){aside}(?:[^,.;\ue000-\uf8ff]{{1,80}}?\sand)?{helped}\s+(?:supports?|supported|endorses?|endorsed|backs|backed)\s+(?:the\s+)?(?P<b>{target})",
        ),
        (
            "praises",
            "SUPPORT",
            None,
            rf"(?P<a>{party}){aside}{helped}\s+(?:thanked|thanks|praised|praises|commended|congratulated|hailed|lauded|paid\s+tribute\s+to)\s+(?P<b>{target})",
        ),
        (
            "condemns",
            "ACCUSE",
            "disapprove",
            rf"(?P<a>{party}){aside}{helped}\s+(?:condemn(?:ed|s)?|criticis(?:ed|es)|criticiz(?:ed|es)|denounc(?:ed|es)|slam(?:med|s)|blast(?:ed|s)|deplor(?:ed|es)){within}\s+(?P<b>{target})",
        ),
        (
            "accuses",
            "ACCUSE",
            "allege",
            rf"(?P<a>{party}){aside}{helped}\s+(?:accus(?:ed?|es)|blam(?:ed?|es))\s+(?P<b>{target})",
        ),
        (
            "urges",
            "REQUEST",
            None,
            rf"(?P<a>{party}){aside}{helped}\s+(?:urg(?:ed?|es)|call(?:ed|s)\s+on|call(?:ed|s)\s+upon|ask(?:ed|s)|appeal(?:ed|s)\s+to)\s+(?P<b>{target})\s+(?:to|not|for)\b",
        ),
        (
            "demands",
            "REQUEST",
            "change",
            rf"(?P<a>{party}){aside}{helped}\s+demand(?:ed|s)?\s+that\s+(?P<b>{target})",
        ),
        (
            "rejects",
            "REJECT",
            None,
            rf"(?P<a>{party}){aside}{helped}\s+(?:reject(?:ed|s)|dismiss(?:ed|es)|turned\s+down){within}\s+(?P<b>{target})['’]s?\s+\w+",
        ),
        (
            "sanctions",
            "SANCTION",
            None,
            rf"(?P<a>{party}){aside}{helped}\s+(?:impos(?:ed|es)|slapped|announced)\s+(?:\w+\s+){{0,3}}sanctions\s+(?:on|against){within}\s+(?P<b>{target})",
        ),
        (
            "sanctioned",
            "SANCTION",
            None,
            rf"(?P<a>{party}){aside}{helped}\s+sanctioned\s+(?P<b>{target})",
        ),
        (
            "severs",
            "SANCTION",
            "discontinue",
            rf"(?P<a>{party}){aside}{helped}\s+(?:decided\s+to\s+)?(?:sever(?:ed|s)?|cut(?:s)?(?:\s+off)?|br(?:oke|oken|eaks)(?:\s+off)?|end(?:ed|s)?|suspend(?:ed|s)?)\s+(?:all\s+|its\s+|their\s+|full\s+|formal\s+)*(?:diplomatic\s+)?(?:relations|ties)\s+with\s+(?:the\s+)?(?P<b>{target})",
        ),
        (
            "expels",
            "SANCTION",
            "expel",
            rf"(?P<a>{party}){aside}{helped}\s+expel(?:led|s)\s+{within}\s*(?P<b>{target})",
        ),
        (
            "recalls",
            "SANCTION",
            "withdraw",
            rf"(?P<a>{party}){aside}{helped}\s+(?:recalled|withdrew)\s+(?:its|their|his)\s+ambassador[^,.;]{{0,30}}?\s+(?:to|from|in)\s+(?P<b>{target})",
        ),
        (
            "summons",
            "ACCUSE",
            "disapprove",
            rf"(?P<a>{party}){aside}{helped}\s+summon(?:ed|s)\s+(?:the\s+)?(?P<b>{target})",
        ),
        (
            "recognises",
            "SUPPORT",
            None,
            rf"(?P<a>{sign('state')}){aside}{helped}\s+recogni[sz](?:ed|es)\s+(?P<b>{sign('state')})",
        ),
        (
            "plans visit",
            "AGREE",
            None,
            rf"(?P<a>{party}){aside}\s+(?:will|is\s+(?:set|due|scheduled|expected|to)(?:\s+to)?|plans?\s+to|would|is\s+going\s+to)\s+(?:\w+\s+)?(?:visit|pay\s+(?:an?\s+)?(?:[\w-]+\s+){{0,3}}visit\s+to|travel\s+to|meet(?:\s+with)?|hold\s+(?:\w+\s+)?talks\s+with)\s+(?P<b>{target})",
        ),
        (
            "invites",
            "AGREE",
            None,
            rf"(?P<a>{party}){aside}{helped}\s+invit(?:ed|es)\s+(?P<b>{target})\s+to\s+(?:\w+\s+)?(?:visit|pay)",
        ),
        (
            "promises",
            "AGREE",
            None,
            rf"(?P<a>{party}){aside}{helped}\s+(?:pledged|promised|vowed|agreed|offered)\s+to\s+[^,.;\ue000-\uf8ff]{{0,60}}?\s(?:with|help|assist|support|aid)\s+(?P<b>{target})",
        ),
        (
            "ready to work",
            "AGREE",
            None,
            rf"(?P<a>{sign('state')})\s+(?:is|stands|are)\s+(?:ready|willing|prepared)\s+to\s+[^,.;\ue000-\uf8ff]{{0,60}}?\bwith\s+(?P<b>{sign('state')})",
        ),
    )
    return tuple(
        Pattern(name=name, type=kind, mode=mode, words=re.compile(words))
        for name, kind, mode, words in rows
    )


def find_events(
    context: Context, meetings: Sequence[Event], instruments: Sequence[Instrument]
) -> tuple[Event, ...]:
    """All coded events of a report: its meetings, its documents, its deeds."""
    found: dict[str, Event] = {event.id: event for event in meetings}
    for event in (*_signings(context, instruments), *_deeds(context)):
        found.setdefault(event.id, event)
    return tuple(found.values())


def _signings(context: Context, instruments: Sequence[Instrument]) -> Iterator[Event]:
    """A document signed or issued is support of each other by its parties."""
    for instrument in instruments:
        for act in instrument.acts:
            if act.act not in ("signed", "issued", "ratified", "initialled", "planned"):
                continue
            planned = act.act == "planned"
            kind: EventType = "AGREE" if planned else "SUPPORT"
            date = (
                EventDate(
                    value=act.date,
                    precision="day" if len(act.date) == 10 else "year",
                    stated=False,
                    reason="the date of the act",
                )
                if act.date
                else None
            )
            yield Event(
                id=content_id("ev", instrument.id, act.act),
                type=kind,
                mode=None,
                quad=quad(kind),
                intensity=intensity(kind),
                actors=tuple(context.state_ids(instrument.parties)),
                recipients=(),
                modality="future" if planned else "actual",
                confidence=SIGNED,
                rule=f"document {act.act}",
                report_ids=(context.report.id,),
                date=date,
                contexts=contexts(" ".join((instrument.title or "", *instrument.subjects))),
                evidence=instrument.evidence,
            )


def _deeds(context: Context) -> Iterator[Event]:
    for unit in context.units:
        for pattern in _patterns():
            for match in pattern.words.finditer(unit.text):
                event = _deed(context, unit, pattern, match)
                if event:
                    yield event


def _deed(context: Context, unit: Marked, pattern: Pattern, match: re.Match[str]) -> Event | None:
    actor, recipient = unit.at(match["a"]), unit.at(match["b"])
    if not actor.actor_ids or not recipient.actor_ids or actor.iso3 == recipient.iso3:
        return None
    where = unit.cut(*match.span())
    modality = _modality(context, unit, pattern, match)
    date = event_date(unit.passage, context.dates) if modality == "actual" else None
    said_by = context.said_by(Span(start=where.span.start, end=where.span.end))
    return Event(
        id=content_id(
            "ev", context.report.id, pattern.name, *actor.actor_ids, *recipient.actor_ids, modality
        ),
        type=pattern.type,
        mode=pattern.mode,
        quad=quad(pattern.type),
        intensity=intensity(pattern.type, pattern.mode),
        actors=actor.actor_ids,
        recipients=recipient.actor_ids,
        modality=modality,
        confidence=DEED,
        rule=pattern.name,
        report_ids=(context.report.id,),
        date=date
        or (anchor_date(context.anchor, context.report.kind) if modality == "actual" else None),
        contexts=contexts(unit.words),
        attributed_to=said_by if said_by not in actor.actor_ids else None,
        evidence=(context.report.evidence(unit.passage.span),),
    )


def _modality(context: Context, unit: Marked, pattern: Pattern, match: re.Match[str]) -> Modality:
    """AGREE is about what is to come; other deeds are told as their clause tells them."""
    if pattern.type == "AGREE":
        return "negated" if modality_of(unit.text, *match.span()) == "negated" else "future"
    found = modality_of(unit.text, match.start("a"), match.start("b"))
    year = context.anchor.date[:4] if context.anchor else None
    if found == "actual" and is_recalled(unit.text, *match.span(), year):
        return "historical"
    return found
