"""Mentions of persons: titles and names, surnames, titles alone."""

import re
from collections.abc import Iterator, Sequence

from communique.extract.ids import state_actor_id, state_name
from communique.extract.marks import Found
from communique.extract.persons import Cast, Person, sector_of_office
from communique.extract.pointers import OWNED
from communique.extract.scanned import Scanned, plain_name
from communique.extract.titles import Titled
from communique.extract.whereabouts import around, behind
from communique.extract.words import HONORIFIC, NAME
from communique.vocab.descriptions import fits_description
from communique.vocab.offices import COMPARED


def of_person(person: Person, start: int, end: int, rule: str) -> Found:
    """A mention of a person of the report."""
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


def owned_states(scanned: Scanned, cast: Cast) -> Iterator[Found]:
    """The states of persons: "Abiy's government"."""
    for match in _OWNED.finditer(scanned.text):
        persons = cast.named(match["name"])
        if len(persons) == 1 and persons[0].iso3:
            iso3 = persons[0].iso3
            yield Found(
                start=match.start(),
                end=match.end(),
                kind="state",
                actor_ids=(state_actor_id(iso3),),
                rule="the state of the person",
                iso3=(iso3,),
                name=state_name(iso3),
                sector="GOV",
            )


def titled_mentions(scanned: Scanned, cast: Cast) -> Iterator[Found]:
    """Titles: with a name, of one person of the report, of several, or of nobody named."""
    for titled in scanned.titles:
        found = _introduced(titled, cast) if titled.name else _bare(scanned, titled, cast)
        if found:
            yield found


def _introduced(titled: Titled, cast: Cast) -> Found:
    """A title with the name of its holder."""
    persons = cast.named(plain_name(titled.name or ""), titled.iso3)
    if len(persons) == 1:
        return of_person(persons[0], titled.start, titled.end, "title and name")
    return Found(
        start=titled.start, end=titled.end, kind="unknown", actor_ids=(), rule="unresolved"
    )


def _bare(scanned: Scanned, titled: Titled, cast: Cast) -> Found | None:
    """A title without a name: whose it is, or a pointer to one of several."""
    text = scanned.text
    start, end, persons = titled.start, titled.end, cast.of_office(titled)
    compared = titled.title.lower().endswith(COMPARED)
    owner = _POSSESSOR.search(text[:start]) if compared else None
    if owner and cast.named(owner["name"]):
        return _pointer(owner.start(), end, "counterpart", persons)
    described = None if titled.iso3 else _DESCRIBED.search(text[:start])
    if described:
        fit = [p for p in persons or cast.persons if _fits(described.group(), p)]
        rule = "title and description"
        return of_person(fit[0], described.start(), end, rule) if len(fit) == 1 else None
    if not (titled.definite or titled.iso3 or titled.title.isupper()) or _indefinite(text, titled):
        return _stranger(scanned, titled, cast)
    if compared:
        return _pointer(start, end, "counterpart", persons)
    if len(persons) == 1:
        return of_person(persons[0], start, end, "title")
    return _pointer(start, end, "title", persons) if persons else _stranger(scanned, titled, cast)


def _stranger(scanned: Scanned, titled: Titled, cast: Cast) -> Found:
    """An official without a name: of the state told, of the place behind, or of the only one."""
    text, hits = scanned.text, scanned.hits
    iso3, sector = titled.iso3, sector_of_office(text[titled.start : titled.end], titled)
    if not (iso3 or titled.body or sector == "IGO"):
        iso3 = behind(text, titled.end, hits) or around(text, hits, cast.states)
    return Found(
        start=titled.start,
        end=titled.end,
        kind="unknown",
        actor_ids=(),
        rule="a person without a name",
        iso3=(iso3,) if iso3 else (),
        sector=sector,
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


def named_persons(scanned: Scanned, cast: Cast) -> Iterator[Found]:
    """Full names, then surnames alone."""
    text = scanned.text
    for person in cast.persons:
        for form in (*person.forms, person.name):
            if form in text:
                for match in re.finditer(rf"(?:{HONORIFIC})?\b{re.escape(form)}\b", text):
                    yield of_person(person, match.start(), match.end(), "full name")
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
                yield of_person(persons[0], start, end, "surname")
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
