"""Documents signed, issued, ratified or planned, as events of their parties."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.extract.context import Context
from communique.extract.placing import told_place
from communique.extract.signatories import party_actor
from communique.types.ids import content_id
from communique.types.record import Event, EventDate, EventType, Modality, Place
from communique.types.standing import Act, Instrument
from communique.types.text import Precision
from communique.vocab.plover import contexts, intensity, quad

SIGNED = 0.85
"""Confidence of a document signed or issued."""


def find_signings(
    context: Context, instruments: Sequence[Instrument], meetings: Sequence[Event]
) -> Iterator[Event]:
    """Documents signed or issued are support of each other by their parties.

    Those that the same parties sign together, or plan to, are one event with the evidence of all.
    """
    found: dict[tuple[EventType, tuple[str, ...], Modality], Event] = {}
    for instrument in instruments:
        for act in instrument.acts:
            if act.act in ("signed", "issued", "ratified", "initialled", "planned"):
                event = _signing(context, instrument, act, meetings)
                key = event.type, event.actors, event.modality
                known = found.setdefault(key, event)
                evidence = tuple(dict.fromkeys((*known.evidence, *event.evidence)))
                found[key] = replace(known, evidence=evidence)
    yield from found.values()


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
        actors=tuple(party_actor(code).id for code in instrument.parties),
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
