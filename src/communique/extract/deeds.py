"""Explicit deeds of one party towards another, by the verbs of a table."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from communique.extract.context import Context
from communique.extract.dating import news_date, told_date
from communique.extract.marks import Marked, sign
from communique.extract.modality import is_recalled, modality_of
from communique.types.ids import content_id
from communique.types.record import Event, EventDate, Modality
from communique.vocab.deeds import Deed, deeds
from communique.vocab.plover import contexts, intensity, quad

DEED = 0.8
"""Confidence of an explicit verb between two parties."""
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


def find_deeds(context: Context, meetings: Sequence[Event]) -> Iterator[Event]:
    """The deeds that explicit verbs tell of, sentence by sentence."""
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
    """What is agreed is agreed now, but for plans; other deeds are as their clause tells them."""
    if deed.type == "AGREE":
        told = modality_of(unit.text, match.start("verb"), match.start("verb"))
        if told in ("negated", "hypothetical"):
            return told
        return "future" if deed.name.startswith("plans") else "actual"
    found = modality_of(unit.text, match.start("verb"), match.start("verb"))
    if found == "actual" and is_recalled(unit.text, *match.span(), context.year):
        return "historical"
    return found
