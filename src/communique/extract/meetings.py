"""Meetings, visits and calls that took place, each once a report."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from communique.extract.context import Context, each_sentence
from communique.extract.dates import anchor_date, event_date
from communique.extract.marks import Marked, sign
from communique.extract.modality import is_recalled, modality_of
from communique.extract.places import dateline_place, find_place
from communique.types.ids import content_id
from communique.types.record import Event, EventDate, Modality, Place
from communique.types.text import Evidence
from communique.vocab.plover import contexts, intensity, quad

MET, CALLED, TALKED_OF, TOGETHER = 0.9, 0.9, 0.75, 0.7
"""Confidence by rule: a verb of meeting, a call, a noun phrase ("talks between A and B"), and two
persons of two states who did a thing together ("A and B signed")."""

_TALKS = r"(?:(?:\w+[\s-]+){0,4}?(?:talks|meetings?|consultations|negotiations|discussions))"
_CALL = r"(?:(?:phone\s+call|telephone\s+conversation|phone\s+conversation|phone\s+talks|telephone\s+call|video\s+call|video\s+conference|telephone\s+talks|call))"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """One sentence that tells of a meeting: who (actors' ids), who hosts, and how it is said."""

    unit: Marked
    start: int
    end: int
    parties: tuple[str, ...]
    host: str | None
    mode: str | None
    modality: Modality
    confidence: float


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str, float], ...]:
    one = sign("person", "state", "igo", "office", "pronoun")
    many = rf"{one}(?:(?:,\s+{one})*,?\s+and\s+(?:his\s+|her\s+)?(?:\w+\s+host,?\s+)?{one})?"
    person = sign("person")
    pair = rf"(?P<a>{person})(?:,?\s+and\s+(?:his\s+|her\s+)?(?:\w+\s+host,?\s+)?)(?P<b>{person})"
    aside = r"(?:,\s+[^,]{1,120},|,)?"
    adverb = r"(?:\s+(?:who|\w+ly|also|then|had|has|have|will|would|did\s+not|is\s+to|on\s+\w+day|first))*"
    plain = r"[^,.;:“”\"\ue000-\uf8ff]"
    kin = rf"(?:(?:his|her|the|with|{plain}{{1,25}}host,?)\s+)*"
    rows = (
        (
            rf"(?P<a>{many}){aside}{adverb}\s+(?:meet|meets|met)\s+(?:{plain}{{0,50}}\s)?{kin}(?P<b>{many})",
            "",
            MET,
        ),
        (
            rf"(?P<a>{many}){aside}{adverb}\s+(?:hold|holds|held|had|conducted|co-chaired)\s+{_TALKS}\s+(?:{plain}{{0,50}}?\s)?with\s+{kin}(?P<b>{many})",
            "",
            MET,
        ),
        (
            rf"(?P<a>{many}){aside}{adverb}\s+(?:talks|talked)\s+(?:{plain}{{0,50}}?\s)?with\s+{kin}(?P<b>{many})",
            "",
            MET,
        ),
        (
            rf"(?P<b>{person}){aside}{adverb}\s+(?:hosts?|hosted|receives?|received|welcomes|welcomed)\s+(?:{plain}{{0,50}}?\s)?{kin}(?P<a>{person})(?!['’])",
            "host",
            MET,
        ),
        (
            rf"(?P<a>{many}){aside}{adverb}\s+(?:hold|holds|held|had|has)\s+(?:an?\s+)?(?:{plain}{{0,30}}?\s)?{_CALL}\s+(?:{plain}{{0,50}}?\s)?with\s+{kin}(?P<b>{many})",
            "phone",
            CALLED,
        ),
        (
            rf"(?P<a>{many}){aside}{adverb}\s+(?:spoke|speaks|talked)\s+(?:{plain}{{0,30}}?\s)?(?:by|on|over)\s+(?:the\s+)?(?:tele)?phone\s+(?:{plain}{{0,30}}?\s)?with\s+{kin}(?P<b>{many})",
            "phone",
            CALLED,
        ),
        (
            rf"(?P<a>{many}){aside}{adverb}\s+(?:telephoned|phoned|called)\s+(?P<b>{person})\s+(?:on|by|to\s+discuss)\b",
            "phone",
            CALLED,
        ),
        (
            rf"{pair}{aside}{adverb}\s+(?:spoke|talked)\s+(?:{plain}{{0,30}}?\s)?(?:by|on|over)\s+(?:the\s+)?(?:tele)?phone",
            "phone",
            CALLED,
        ),
        (rf"{pair}{aside}{adverb}\s+(?:meet|meets|met|held\s+{_TALKS}|hold\s+{_TALKS})\b", "", MET),
        (
            rf"{pair}{aside}{adverb}\s+(?:signed|sign|put\s+their|made\s+(?:press\s+)?statements|agreed|declared|chaired|co-chaired|announced|adopted|issued|settled|sealed|discussed|exchanged)\b",
            "",
            TOGETHER,
        ),
        (
            rf"\b(?:talks|meeting|summit|negotiations)\s+between\s+(?P<a>{one})\s+and\s+{kin}(?P<b>{one})",
            "noun",
            TALKED_OF,
        ),
        (rf"\b{_CALL}\s+between\s+(?P<a>{one})\s+and\s+{kin}(?P<b>{one})", "phone", TALKED_OF),
        (
            rf"\b(?:[Ww]hen|[Ww]hile|[Aa]fter|[Ii]n|[Dd]uring|[Aa]t|[Ff]ollowing)\s+(?:meeting|(?:his|her|a|the|an)\s+(?:\w+\s+)?(?:meeting|talks)|talks)\s+(?:{plain}{{0,40}}?\s)?with\s+{kin}(?P<b>{one})",
            "speaker",
            MET,
        ),
        (
            rf"\b(?:signed|sealed|issued|brokered)\s+(?:{plain}{{0,30}}?\s)?by\s+(?P<a>{person}){aside}(?:\s+{person}{aside})*\s+(?:and|with)\s+(?P<b>{person})",
            "",
            TOGETHER,
        ),
        (
            rf"\b[Mm]eeting\s+(?:with\s+)?(?:{plain}{{1,60}},\s+)?{kin}(?P<b>{person})",
            "speaker",
            MET,
        ),
        (
            rf"\b(?:[Ii]n|[Dd]uring)\s+(?:his|her|a|an)\s+(?:{plain}{{0,30}}?\s)?{_CALL}\s+with\s+{kin}(?P<b>{one})",
            "speaker phone",
            CALLED,
        ),
    )
    return tuple((re.compile(words), how, sure) for words, how, sure in rows)


_LEADERS_MET = re.compile(
    rf"(?P<g>{sign('group')})(?:\s+\w+ly|\s+also|\s+had)*\s+(?:met\b|held\s+{_TALKS}"
    rf"|(?P<phone>(?:had|held)\s+(?:an?\s+)?(?:\w+\s+)?{_CALL})|chaired|shook\s+hands)"
)


def find_meetings(context: Context) -> tuple[Event, ...]:
    """The meetings that a report says took place, with every sentence that tells of them."""
    sightings: list[Sighting] = []
    for unit in each_sentence(context):
        sightings += [s for s in _sightings(context, unit) if s.modality == "actual"]
    groups: dict[frozenset[str | None], list[Sighting]] = {}
    for sighting in sorted(sightings, key=lambda s: not _of_persons(context, s)):
        states = frozenset(context.iso3_of(party) or party for party in sighting.parties)
        groups.setdefault(states, []).append(sighting)
    return tuple(_event(context, found) for found in groups.values() if len(found[0].parties) > 1)


def _of_persons(context: Context, sighting: Sighting) -> bool:
    persons = {person.id for person in context.cast.persons}
    return all(party in persons for party in sighting.parties)


def _sightings(context: Context, unit: Marked) -> Iterator[Sighting]:
    for pattern, how, sure in _patterns():
        for match in pattern.finditer(unit.text):
            groups = match.groupdict()
            right = _ids(unit, *match.span("b"))
            left = (
                _ids(unit, *match.span("a")) if groups.get("a") else _subject(context, unit, match)
            )
            parties = tuple(dict.fromkeys((*left, *right)))
            if len(parties) < 2 or not left or not right:
                continue
            yield Sighting(
                unit=unit,
                start=match.start(),
                end=match.end(),
                parties=parties,
                host=right[0] if how == "host" else None,
                mode="phone" if "phone" in how else None,
                modality=_modality(context, unit, match.span()),
                confidence=sure,
            )
    for match in _LEADERS_MET.finditer(unit.text):
        parties = unit.at(match["g"]).actor_ids
        if len(parties) == 2:
            yield Sighting(
                unit=unit,
                start=match.start(),
                end=match.end(),
                parties=parties,
                host=None,
                mode="phone" if match["phone"] else None,
                modality=_modality(context, unit, match.span()),
                confidence=MET,
            )


def _modality(context: Context, unit: Marked, span: tuple[int, int]) -> Modality:
    modality = modality_of(unit.text, *span)
    year = context.anchor.date[:4] if context.anchor else None
    return (
        "historical" if modality == "actual" and is_recalled(unit.text, *span, year) else modality
    )


def _subject(context: Context, unit: Marked, match: re.Match[str]) -> tuple[str, ...]:
    """Whose meeting "his meeting with B" is: the speaker's, else the nearest person's."""
    speaker = context.speaker_of(unit)
    if len(speaker) == 1:
        return speaker
    other = match["b"]
    near = [
        c
        for c in unit.text
        if c in unit.by_sign
        and unit.at(c).kind == "person"
        and unit.at(c).iso3 != unit.at(other).iso3
    ]
    return unit.at(near[0]).actor_ids if near else ()


def _ids(unit: Marked, start: int, end: int) -> tuple[str, ...]:
    return tuple(i for found in unit.within(start, end) for i in found.actor_ids)


def _event(context: Context, found: Sequence[Sighting]) -> Event:
    place, date = _place(context, found), _date(context, found)
    parties = found[0].parties
    mode = next((s.mode for s in found if s.mode), None)
    if mode == "phone":
        place = None
    host = next((s.host for s in found if s.host), None) or _host(context, parties, place)
    if mode is None:
        mode = "multilateral" if len(parties) > 2 else "visit" if host else None
    text = " ".join(s.unit.words for s in found)
    evidence: tuple[Evidence, ...] = tuple(
        dict.fromkeys(context.report.evidence(s.unit.passage.span) for s in found)
    )
    actors = tuple(p for p in parties if p != host)
    return Event(
        id=content_id("ev", context.report.id, "CONSULT", *sorted(parties)),
        type="CONSULT",
        mode=mode,
        quad=quad("CONSULT"),
        intensity=intensity("CONSULT", mode),
        actors=actors,
        recipients=(host,) if host else (),
        modality="actual",
        confidence=max(s.confidence for s in found),
        rule="meeting",
        report_ids=(context.report.id,),
        date=date,
        place=place,
        contexts=contexts(text),
        evidence=evidence,
    )


def _place(context: Context, found: Sequence[Sighting]) -> Place | None:
    seen = [find_place(s.unit.words, context.report.dateline) for s in found]
    given = [each for each in seen if each is not None]
    stated = [each for each in given if each.stated]
    best = next(iter(stated or given), None)
    lede = find_place(context.units[0].words, context.report.dateline) if context.units else None
    return best or lede or dateline_place(context.report.dateline)


def _date(context: Context, found: Sequence[Sighting]) -> EventDate | None:
    seen = [event_date(s.unit.passage, context.dates) for s in found]
    given = [each for each in seen if each is not None]
    stated = [each for each in given if each.stated]
    best = next(iter(stated or given), None)
    lede = event_date(context.units[0].passage, context.dates) if context.units else None
    return best or lede or anchor_date(context.anchor, context.report.kind)


def _host(context: Context, parties: Sequence[str], place: Place | None) -> str | None:
    """The party at home: the place lies in its state, and in no other party's."""
    if place is None or place.country is None:
        return None
    home = [p for p in parties if context.iso3_of(p) == place.country]
    away = [p for p in parties if context.iso3_of(p) not in (None, place.country)]
    return home[0] if len(home) == 1 and away else None
