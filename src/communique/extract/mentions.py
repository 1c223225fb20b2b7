"""Words that name a party: titles and names, institutions, states, organisations, "both sides"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import Literal

from communique.extract.cast import Scanned, plain_name, scan_passage
from communique.extract.classes import find_bodies, find_classes
from communique.extract.doubtful import find_doubtful
from communique.extract.ids import actor_id, state_name
from communique.extract.marks import ROOM, Found
from communique.extract.persons import Cast, Person, sector_of_office
from communique.extract.pointers import OWNED, find_bare_institutions, find_pointers
from communique.extract.titles import Titled
from communique.extract.words import HONORIFIC, NAME, Hit
from communique.types.text import Passage
from communique.vocab.descriptions import fits_description
from communique.vocab.gazetteer import look_up
from communique.vocab.offices import COMPARED, institution_name, institution_pattern
from communique.vocab.sectors import sector_of

_SIDE = re.compile(r"\s+(?:side|government|party|delegation)\b")
_GIVEN = re.compile(
    r"\b(?:lent|lends?|wrote|written|writes?|gave|gives?|given|sold|sells?|offer(?:ed|s)?|promised?|"
    r"pledged?|appeal(?:ed|s)?|apologi[sz]ed|handed|granted|owes?|owed|loans?|aid|arms|letters?|"
    r"messages?|ultimatum|protest(?:ed)?|complain(?:ed|t)|warnings?|supplied|turned|spoke|pressure)\b"
    r"[^,.;]{0,50}\sto\s+$"
)
_METONYM_PLACE = re.compile(
    r"(?:\b(?:in|at|to|from|near|of|via|for|around|outside|east|west|north|south|old|new|central)|\w-)"
    r"\s*$",
    re.IGNORECASE,
)


def find_mentions(sentence: Passage, cast: Cast) -> tuple[Found, ...]:
    """All mentions of a sentence in order, none overlapping; earlier finders win."""
    scanned = scan_passage(sentence)
    doubtful = find_doubtful(scanned.text, scanned.hits, cast.states)
    scanned = replace(scanned, hits=(*scanned.hits, *doubtful))
    candidates = chain(
        _owned(scanned, cast),
        _titled(scanned, cast),
        _names(scanned, cast),
        _offices(scanned),
        _capitals(scanned),
        find_pointers(scanned.text),
        _hits(scanned, cast),
        find_bare_institutions(scanned.text),
        find_classes(scanned.text, scanned.hits, cast.states),
        find_bodies(scanned.text, scanned.hits, cast.states),
    )
    kept: list[Found] = []
    inner: list[Found] = []
    for item in candidates:
        if item.plain and item.rule not in _LISTED:
            inner.append(item)
        elif not any(item.start < other.end and other.start < item.end for other in kept):
            kept.append(item)
        elif item.kind in ("igo", "organisation", "office") and item.actor_ids:
            inner.append(replace(item, plain=True))
    kept = sorted(kept, key=lambda item: item.start)[: ROOM - 1]
    return tuple(sorted((*kept, *inner), key=lambda item: (item.start, item.end)))


_LISTED = ("common noun", "name of a body", "news agency or outlet")
"""Rules whose mentions stand aside for a party that shares their words."""


def _of(person: Person, start: int, end: int, rule: str) -> Found:
    return Found(
        start=start,
        end=end,
        kind="person",
        actor_ids=(person.id,),
        rule=rule,
        iso3=(person.iso3,) if person.iso3 else (),
        name=person.name,
        sector=person.sector,
    )


_OWNED = re.compile(rf"\b(?P<name>{NAME})['’]s?\s+(?:own\s+)?{OWNED}\b")


def _owned(scanned: Scanned, cast: Cast) -> Iterator[Found]:
    """ "Abiy's government": the state of the person."""
    for match in _OWNED.finditer(scanned.text):
        persons = cast.named(match["name"])
        if len(persons) == 1 and persons[0].iso3:
            iso3 = persons[0].iso3
            rule = "the state of the person"
            yield _party("state", *match.span(), state_name(iso3), iso3, rule, "GOV")


def _titled(scanned: Scanned, cast: Cast) -> Iterator[Found]:
    for titled in scanned.titles:
        start, end, text = titled.start, titled.end, scanned.text
        if titled.name:
            persons = cast.named(plain_name(titled.name), titled.iso3)
            if len(persons) == 1:
                yield _of(persons[0], start, end, "title and name")
            else:
                yield Found(start=start, end=end, kind="unknown", actor_ids=(), rule="unresolved")
            continue
        owner = _POSSESSOR.search(text[:start])
        described = _DESCRIBED.search(text[:start])
        persons = cast.of_office(titled)
        if owner and titled.title.lower().endswith(COMPARED) and cast.named(owner["name"]):
            yield _pointer(owner.start(), end, "counterpart", persons)
        elif described and not titled.iso3:
            persons = tuple(p for p in persons or cast.persons if _fits(described.group(), p))
            start = described.start()
            if len(persons) == 1:
                yield _of(persons[0], start, end, "title and description")
        elif not (titled.definite or titled.iso3) or _indefinite(text, titled):
            yield _stranger(text, titled)
        elif titled.title.lower().endswith(COMPARED):
            yield _pointer(start, end, "counterpart", persons)
        elif len(persons) == 1:
            yield _of(persons[0], start, end, "title")
        elif persons:
            yield _pointer(start, end, "title", persons)
        else:
            yield _stranger(text, titled)


_OF_PLACE = re.compile(rf"\s+of\s+(?:the\s+)?(?P<place>{NAME})")


def _stranger(text: str, titled: Titled) -> Found:
    """An official without a name; the place behind the title tells the state."""
    place = None if titled.iso3 or titled.body else _OF_PLACE.match(text, titled.end)
    rows = look_up(place["place"].removesuffix(" State"), 1) if place else ()
    iso3 = rows[0].iso3 if rows else titled.iso3
    return Found(
        start=titled.start,
        end=place.end() if place and rows else titled.end,
        kind="unknown",
        actor_ids=(),
        rule="a person without a name",
        iso3=(iso3,) if iso3 else (),
        sector=sector_of_office(text[titled.start : titled.end], titled),
        plain=True,
    )


_POSSESSOR = re.compile(rf"\b(?P<name>{NAME})['’]s?\s+$")
_DESCRIBED = re.compile(r"\b[Tt]he\s+(?:[A-Z]\w+\s+){0,2}(?:[A-Z]\w+|[a-z]+(?:ern|an))\s+$")


def _fits(description: str, person: Person) -> bool:
    return person.iso3 is not None and fits_description(description, person.iso3)


def _pointer(start: int, end: int, points: str, persons: Sequence[Person]) -> Found:
    return Found(
        start=start,
        end=end,
        kind="pronoun",
        actor_ids=(),
        rule="unresolved",
        points=points,
        among=tuple(person.id for person in persons),
    )


def _indefinite(text: str, titled: Titled) -> bool:
    return bool(re.match(r"[Aa]n?\s", text[titled.start :]))


def _names(scanned: Scanned, cast: Cast) -> Iterator[Found]:
    text = scanned.text
    for person in cast.persons:
        for form in (*person.forms, person.name):
            if form in text:
                for match in re.finditer(rf"(?:{HONORIFIC})?\b{re.escape(form)}\b", text):
                    yield _of(person, match.start(), match.end(), "full name")
    for match in re.finditer(NAME, text):
        yield from _surnames(text, match, cast)


def _surnames(text: str, run: re.Match[str], cast: Cast) -> Iterator[Found]:
    """A surname alone: the only capitalised word, but for what opens a sentence or dates it."""
    words = list(re.finditer(r"\S+", run.group()))
    for first in range(len(words)):
        for last in range(len(words), first, -1):
            start, end = run.start() + words[first].start(), run.start() + words[last - 1].end()
            persons = cast.named(text[start:end])
            if len(persons) != 1:
                continue
            lead, tail = words[:first], words[last:]
            if all(_LEAD.fullmatch(w.group()) for w in lead) and all(
                _TAIL.fullmatch(w.group()) for w in tail
            ):
                yield _of(persons[0], start, end, "surname")
                return


_LEAD = re.compile(
    r"Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Sheikh|President|Premier|Minister|Chancellor|King|Secretary|General|"
    r"But|And|When|While|As|During|Both|Earlier|Meanwhile|Later|However|On|In|At|After|Before|"
    r"Since|If|For|With|Though|Although|Also|Then|That|What|Asked|Speaking"
)
_TAIL = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|"
    r"September|October|November|December"
)


def _offices(scanned: Scanned) -> Iterator[Found]:
    text = scanned.text
    for match in institution_pattern().finditer(text):
        owner = _owner(text, *match.span(), scanned.hits)
        if owner is None or owner.iso3 is None:
            continue
        start, end = min(match.start(), owner.start), max(match.end(), owner.end)
        article = re.search(r"\b[Tt]he\s+$", text[:start])
        name = f"{institution_name(match.group())} of {state_name(owner.iso3)}"
        begin = article.start() if article else start
        rule, sector = "institution and state", sector_of(match.group()) or "GOV"
        yield _party("office", begin, end, name, owner.iso3, rule, sector)


def _owner(text: str, start: int, end: int, hits: Sequence[Hit]) -> Hit | None:
    """The state an institution belongs to: right before it ("China's"), or behind "of"."""
    for hit in hits:
        before = hit.end <= start and re.fullmatch(r"(?:['’]s?)?\s+", text[hit.end : start])
        link = text[end : hit.start] if hit.start >= end else ""
        behind = re.fullmatch(r"\s+of\s+(?:the\s+)?", link) or (
            hit.kind == "capital_metonym" and re.fullmatch(r"\s+in\s+", link)
        )
        if hit.iso3 and (before or behind):
            return hit
    return None


_CAPITAL = re.compile(r"(?:['’]s)?\s+capital\b(?!\s+(?:of|punish|flow|market|invest))")
_NATIONAL = re.compile(r"\s+(?:has|had|said|was|is|will|also|added|told|called|noted|did)\b|,")


def _capitals(scanned: Scanned) -> Iterator[Found]:
    """ "The Kazakh capital", a place: its state is the one it is the capital of."""
    text = scanned.text
    for hit in scanned.hits:
        behind = _CAPITAL.match(text, hit.end)
        if hit.iso3 and behind:
            article = re.search(r"\b[Tt]he\s+$", text[: hit.start])
            yield Found(
                start=article.start() if article else hit.start,
                end=behind.end(),
                kind="unknown",
                actor_ids=(),
                rule="the capital of the state",
                iso3=(hit.iso3,),
                plain=True,
            )


def _hits(scanned: Scanned, cast: Cast) -> Iterator[Found]:
    text = scanned.text
    for hit in scanned.hits:
        article = re.search(r"\b[Tt]he\s+$", text[: hit.start])
        start = article.start() if article else hit.start
        if article and hit.kind.startswith("demonym") and _NATIONAL.match(text, hit.end):
            persons = [p for p in cast.persons if p.iso3 == hit.iso3]
            if len(persons) == 1:
                yield _of(persons[0], start, hit.end, "the one of that state")
                continue
        if hit.kind == "igo":
            yield _party("igo", start, hit.end, hit.name, None, "organisation", hit.sector)
        elif hit.kind == "government_seat":
            if not _is_place(text, hit.start, hit.end) or hit.sector not in ("GOV", None):
                rule = "seat of government"
                yield _party("office", start, hit.end, hit.name, hit.iso3, rule, hit.sector)
        elif hit.kind == "organisation":
            sector = "OPP" if _opposes(text, hit) else hit.sector
            yield _party("organisation", start, hit.end, hit.name, hit.home, "group", sector)
        elif hit.kind == "press":
            yield Found(
                start=start,
                end=hit.end,
                kind="unknown",
                actor_ids=(),
                rule="news agency or outlet",
                iso3=(hit.home,) if hit.home else (),
                sector="MED",
                plain=True,
            )
        elif hit.name == "Brussels" and "BEL" not in cast.named_states:
            if not _is_place(text, hit.start, hit.end):
                rule = "capital metonym"
                yield _party("igo", start, hit.end, "European Union", None, rule, "IGO")
        elif hit.iso3:
            end = _state_end(text, hit)
            if end is not None:
                name = state_name(hit.iso3)
                rule = hit.kind.replace("_", " ")
                yield _party("state", start, end, name, hit.iso3, rule, "GOV")


_OPPOSITION = re.compile(r",?\s+(?:the\s+|an?\s+|in\s+)?(?:\w+\s+)?opposition\b")


def _opposes(text: str, hit: Hit) -> bool:
    """Whether the words behind a party say that it is in opposition."""
    return hit.sector == "PTY" and bool(_OPPOSITION.match(text, hit.end))


def _party(
    kind: Literal["state", "igo", "office", "organisation"],
    start: int,
    end: int,
    name: str,
    iso3: str | None,
    rule: str,
    sector: str | None = None,
) -> Found:
    return Found(
        start=start,
        end=end,
        kind=kind,
        actor_ids=(actor_id(kind, name, iso3),),
        rule=rule,
        iso3=(iso3,) if iso3 else (),
        name=name,
        sector=sector,
    )


def _state_end(text: str, hit: Hit) -> int | None:
    """Where a state's mention ends: "the Chinese side" is one, "Chinese" and "in Beijing" none."""
    if hit.kind.startswith("demonym"):
        side = _SIDE.match(text, hit.end)
        return side.end() if side else None
    if hit.kind == "capital_metonym" and _is_place(text, hit.start, hit.end):
        return None
    return hit.end


def _is_place(text: str, start: int, end: int) -> bool:
    """Whether a capital's name is where something is, or part of a longer name.

    Governments are lent, sold and written to: "lent ten million to Bamako".
    """
    if re.match(r"\s+[A-Z]|,\s+[A-Z]|-", text[end:]):
        return True
    if re.match(r",\s+which\s+(?:wants|has|said|had|says|denies|fears|hopes)", text[end:]):
        return False
    return bool(_METONYM_PLACE.search(text[:start])) and not _GIVEN.search(text[:start])
