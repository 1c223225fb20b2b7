"""Coded events: meetings, documents signed, and explicit deeds of one party towards another."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from communique.extract.context import Context
from communique.extract.dating import news_date, told_date
from communique.extract.marks import Marked, sign
from communique.extract.modality import is_recalled, modality_of
from communique.extract.placing import told_place
from communique.types.ids import content_id
from communique.types.record import (
    Act,
    Event,
    EventDate,
    EventType,
    Instrument,
    Modality,
    Place,
)
from communique.types.text import Precision
from communique.vocab.deeds import Deed, deeds
from communique.vocab.plover import contexts, intensity, quad

DEED, SIGNED = 0.8, 0.85
"""Confidence by rule: an explicit verb between two parties; a document signed or issued."""

_ASIDE = r"(?:,\s+[^,]{1,100},)?"
_REACH = r"(?:[^,.;\ue000-\uf8ff]{1,80}?\sand)?"
_GAP = r"(?:\s+[^,.;\ue000-\uf8ff]{1,60}?)?"
_HELPED = (
    r"(?:\s+(?:has|have|had|also|strongly|again|will|would|always|continues?\s+to|\w+ly|"
    r"decided\s+to|(?:did|does|do|will|would|has|have|had)\s+not|never|might|may|could|should|"
    r"refused\s+to|declined\s+to|threatened\s+to|plans\s+to|is\s+expected\s+to))*"
)


@cache
def _patterns() -> tuple[tuple[Deed, re.Pattern[str]], ...]:
    """Each deed with its pattern: actor, verb, recipient."""
    return tuple((deed, re.compile(_pattern(deed))) for deed in deeds())


def _pattern(deed: Deed) -> str:
    acting = sign("state") if deed.states else sign("state", "igo", "office", "person", "pronoun")
    target = sign("state") if deed.states else sign("state", "igo", "office", "person")
    possessive = r"['’]s?\s+\w+" if deed.possessive else ""
    after = rf"\s+(?:{deed.after})\b" if deed.after else possessive
    return (
        rf"(?P<a>{acting}){_ASIDE}{_REACH}{_HELPED}\s+(?P<verb>{deed.verbs})"
        rf"{_GAP if deed.gap else ''}"
        rf"\s+(?:the\s+)?(?P<b>{target}){after}"
    )


def find_events(
    context: Context, meetings: Sequence[Event], instruments: Sequence[Instrument]
) -> tuple[Event, ...]:
    """All coded events of a report: its meetings, its documents, its deeds.

    A deed told in several sentences is one event with the evidence of all.
    """
    found: dict[str, Event] = {}
    for event in (
        *meetings,
        *_signings(context, instruments, meetings),
        *_deeds(context, meetings),
    ):
        known = found.get(event.id)
        if known is not None:
            evidence = tuple(dict.fromkeys((*known.evidence, *event.evidence)))
            event = replace(known, evidence=evidence)
        found[event.id] = event
    return tuple(found.values())


def _signings(
    context: Context, instruments: Sequence[Instrument], meetings: Sequence[Event]
) -> Iterator[Event]:
    """A document signed or issued is support of each other by its parties."""
    for instrument in instruments:
        for act in instrument.acts:
            if act.act in ("signed", "issued", "ratified", "initialled", "planned"):
                yield _signing(context, instrument, act, meetings)


def _signing(
    context: Context, instrument: Instrument, act: Act, meetings: Sequence[Event]
) -> Event:
    planned = act.act == "planned"
    kind: EventType = "AGREE" if planned else "SUPPORT"
    modality: Modality = "future" if planned else "actual"
    if modality == "actual" and act.date and context.year and act.date[:4] < context.year:
        modality = "historical"
    return Event(
        id=content_id("ev", instrument.id, act.act),
        type=kind,
        mode=None,
        quad=quad(kind),
        intensity=intensity(kind),
        actors=tuple(context.state_ids(instrument.parties)),
        recipients=(),
        modality=modality,
        confidence=SIGNED,
        rule=f"document {act.act}",
        report_ids=(context.report.id,),
        date=_act_date(act.date),
        place=_signed_at(context, instrument, meetings) if modality == "actual" else None,
        contexts=contexts(" ".join((instrument.title or "", *instrument.subjects))),
        evidence=instrument.evidence,
    )


_SIGNED = re.compile(r"\b(?:sign|issu|ratif|initial|exchang|conclud|releas|adopt)\w*")


def _signed_at(context: Context, instrument: Instrument, meetings: Sequence[Event]) -> Place | None:
    """The place of the sentences that tell of a document, else that of the one meeting."""
    spans = [evidence.span for evidence in instrument.evidence]
    units = [unit for unit in context.units if unit.passage.span in spans]
    told = [(u, verb.span()) for u in units if (verb := _SIGNED.search(u.words))]
    place = told_place(context, told)
    met = meetings[0].place if len(meetings) == 1 else None
    if place is None and met is not None:
        return replace(met, stated=False, reason="the place of the meeting")
    return place


def _act_date(value: str | None) -> EventDate | None:
    if value is None:
        return None
    sizes: dict[int, Precision] = {4: "year", 7: "month", 10: "day"}
    precision = sizes.get(len(value), "range")
    return EventDate(value=value, precision=precision, stated=False, reason="the date of the act")


def _deeds(context: Context, meetings: Sequence[Event]) -> Iterator[Event]:
    for unit in context.units:
        for deed, pattern in _patterns():
            for match in pattern.finditer(unit.text):
                event = _deed(context, unit, deed, match, meetings)
                if event:
                    yield event


def _deed(
    context: Context,
    unit: Marked,
    deed: Deed,
    match: re.Match[str],
    meetings: Sequence[Event],
) -> Event | None:
    actor, recipient = unit.at(match["a"]), unit.at(match["b"])
    if not actor.actor_ids or not recipient.actor_ids or actor.iso3 == recipient.iso3:
        return None
    modality = _modality(context, unit, deed, match)
    speaker = context.said_by(unit.cut(*match.span()).span)
    return Event(
        id=content_id(
            "ev", context.report.id, deed.name, *actor.actor_ids, *recipient.actor_ids, modality
        ),
        type=deed.type,
        mode=deed.mode,
        quad=quad(deed.type),
        intensity=intensity(deed.type, deed.mode),
        actors=actor.actor_ids,
        recipients=recipient.actor_ids,
        modality=modality,
        confidence=DEED,
        rule=deed.name,
        report_ids=(context.report.id,),
        date=_date(context, unit, unit.place_of(*match.span("verb")), modality, meetings),
        contexts=contexts(unit.words),
        attributed_to=speaker if speaker not in actor.actor_ids else None,
        evidence=(context.report.evidence(unit.passage.span),),
    )


def _date(
    context: Context,
    unit: Marked,
    at: tuple[int, int],
    modality: Modality,
    meetings: Sequence[Event],
) -> EventDate | None:
    """The clause's date, else, of what is done, the one meeting's it was said at or the news's."""
    told = told_date(context, unit, at, modality)
    if told is None and modality == "actual":
        return news_date(context, unit, at, meetings)
    return told


def _modality(context: Context, unit: Marked, deed: Deed, match: re.Match[str]) -> Modality:
    """AGREE is about what is to come; other deeds are told as their clause tells them."""
    if deed.type == "AGREE":
        told = modality_of(unit.text, match.start("verb"), match.start("verb"))
        return "negated" if told == "negated" else "future"
    found = modality_of(unit.text, match.start("verb"), match.start("verb"))
    if found == "actual" and is_recalled(unit.text, *match.span(), context.year):
        return "historical"
    return found
