"""Words that name a party: titles and names, institutions, states, organisations, "both sides"."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Literal

from communique.extract.cast import Cast, Person, Scanned, scan_passage
from communique.extract.ids import actor_id, state_actor_id, state_name
from communique.extract.marks import ROOM, Found
from communique.extract.titles import Titled
from communique.extract.words import HONORIFIC, NAME, Hit
from communique.types.text import Passage
from communique.vocab.offices import institution_name, institution_pattern

_SIDE = re.compile(r"\s+(?:side|government|party|delegation)\b")
_GROUP = re.compile(
    r"\b(?:[Tt]he\s+two|[Bb]oth|[Tt]he)\s+(?:countries|parties|sides|nations|states|"
    r"governments|peoples|neighbou?rs|(?P<persons>leaders|presidents|ministers|foreign\s+ministers|"
    r"prime\s+ministers|officials|heads\s+of\s+state|diplomats))\b|\b(?P<they>[Tt]hey)\b"
)
_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")
_METONYM_PLACE = re.compile(
    r"(?:\b(?:in|at|to|from|near|of|via|for|around|outside|east|west|north|south|old|new|central)|\w-)"
    r"\s*$",
    re.IGNORECASE,
)


def find_mentions(sentence: Passage, cast: Cast) -> tuple[Found, ...]:
    """All mentions of a sentence in order, none overlapping; earlier finders win."""
    scanned = scan_passage(sentence)
    candidates = chain(
        _titled(scanned, cast),
        _names(scanned, cast),
        _offices(scanned),
        _hits(scanned),
        _groups(scanned, cast),
        _pronouns(scanned),
    )
    kept: list[Found] = []
    for item in candidates:
        if not any(item.start < other.end and other.start < item.end for other in kept):
            kept.append(item)
    return tuple(sorted(kept, key=lambda item: item.start)[: ROOM - 1])


def _of(person: Person, start: int, end: int, rule: str) -> Found:
    return Found(
        start=start,
        end=end,
        kind="person",
        actor_ids=(person.id,),
        rule=rule,
        iso3=(person.iso3,) if person.iso3 else (),
        name=person.name,
    )


def _titled(scanned: Scanned, cast: Cast) -> Iterator[Found]:
    for titled in scanned.titles:
        if titled.name:
            persons = cast.named(" ".join(titled.name.split()), titled.iso3)
        elif (titled.definite or titled.iso3) and not _indefinite(scanned.text, titled):
            persons = cast.of_office(titled)
        else:
            continue
        if len(persons) == 1:
            rule = "title and name" if titled.name else "title"
            yield _of(persons[0], titled.start, titled.end, rule)
        elif persons and not titled.name:
            yield Found(
                start=titled.start,
                end=titled.end,
                kind="pronoun",
                actor_ids=tuple(person.id for person in persons),
                rule="title of several",
            )
        elif titled.name:
            yield Found(
                start=titled.start, end=titled.end, kind="unknown", actor_ids=(), rule="unresolved"
            )


def _indefinite(text: str, titled: Titled) -> bool:
    return bool(re.match(r"[Aa]n?\s", text[titled.start :]))


def _names(scanned: Scanned, cast: Cast) -> Iterator[Found]:
    text = scanned.text
    for person in cast.persons:
        for match in re.finditer(rf"(?:{HONORIFIC})?\b{re.escape(person.name)}\b", text):
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
        yield _party("office", begin, end, name, owner.iso3, "institution and state")


def _owner(text: str, start: int, end: int, hits: Sequence[Hit]) -> Hit | None:
    """The state an institution belongs to: right before it ("China's"), or behind "of"."""
    for hit in hits:
        before = hit.end <= start and re.fullmatch(r"(?:['’]s?)?\s+", text[hit.end : start])
        behind = hit.start >= end and re.fullmatch(r"\s+of\s+(?:the\s+)?", text[end : hit.start])
        if hit.iso3 and (before or behind):
            return hit
    return None


def _hits(scanned: Scanned) -> Iterator[Found]:
    text = scanned.text
    for hit in scanned.hits:
        article = re.search(r"\b[Tt]he\s+$", text[: hit.start])
        start = article.start() if article else hit.start
        if hit.kind == "igo":
            yield _party("igo", start, hit.end, hit.name, None, "organisation")
        elif hit.kind == "government_seat":
            yield _party("office", start, hit.end, hit.name, hit.iso3, "seat of government")
        elif hit.iso3:
            end = _state_end(text, hit)
            if end is not None:
                name = state_name(hit.iso3)
                yield _party("state", start, end, name, hit.iso3, hit.kind.replace("_", " "))


def _party(
    kind: Literal["state", "igo", "office"],
    start: int,
    end: int,
    name: str,
    iso3: str | None,
    rule: str,
) -> Found:
    return Found(
        start=start,
        end=end,
        kind=kind,
        actor_ids=(actor_id(kind, name, iso3),),
        rule=rule,
        iso3=(iso3,) if iso3 else (),
        name=name,
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
    """Whether a capital's name is where something is, or part of a longer name."""
    return bool(
        _METONYM_PLACE.search(text[:start]) or re.match(r"\s+[A-Z]|,\s+[A-Z]|-", text[end:])
    )


def _groups(scanned: Scanned, cast: Cast) -> Iterator[Found]:
    for match in _GROUP.finditer(scanned.text):
        if cast.dyad is None:
            continue
        persons = [[p for p in cast.persons if p.iso3 == iso3] for iso3 in cast.dyad]
        of_persons = match["persons"] is not None or match["they"] is not None
        if of_persons and all(len(each) == 1 for each in persons):
            ids = tuple(each[0].id for each in persons)
        else:
            ids = tuple(state_actor_id(iso3) for iso3 in cast.dyad)
        yield Found(
            start=match.start(),
            end=match.end(),
            kind="group",
            actor_ids=ids,
            rule="both of the two",
            iso3=cast.dyad,
        )


def _pronouns(scanned: Scanned) -> Iterator[Found]:
    for match in _PRONOUN.finditer(scanned.text):
        yield Found(
            start=match.start(), end=match.end(), kind="pronoun", actor_ids=(), rule="pronoun"
        )
