"""A Wikidata JSON dump, or part of one: an entity a line, in or without the brackets of the array.

See https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html; the data are CC0. Only what
the file itself holds is used: a state or office whose entity is not in it stays unnamed.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import msgspec

from communique.importing.lines import Line
from communique.importing.result import Book, Imported
from communique.importing.values import best_date, body_of, iso_date
from communique.types.ids import content_id
from communique.types.parties import Post, Profile, Sex, Tenure
from communique.vocab.states import find_state, name_index

LANGUAGES = ("en", "mul", "en-gb", "en-us", "en-ca")
"""Of labels and aliases, the preferred first; "mul" is one for all languages."""
HUMAN, KIND, SEX, FAMILY, BORN, DIED = "Q5", "P31", "P21", "P734", "P569", "P570"
CITIZEN, HELD, SINCE, UNTIL, OF = "P27", "P39", "P580", "P582", "P642"
STATE_OF = ("P1001", "P17")
"""Applies to jurisdiction, country."""
ISO = ("P298", "P297")
_USED = (KIND, SEX, FAMILY, BORN, DIED, CITIZEN, HELD, *STATE_OF, *ISO)
_COUNTRIES = frozenset(("Q6256", "Q3624078", "Q3024240"))
"""Country, sovereign state, historical country."""
_NAMES = ("name", "official", "former", "short")
_SEXES: dict[str, Sex] = {"Q6581097": "m", "Q6581072": "f"}
_YEAR, _MONTH, _DAY = 9, 10, 11


class _Term(msgspec.Struct):
    value: str


class _Value(msgspec.Struct):
    value: Any


class _Snak(msgspec.Struct):
    snaktype: str
    datavalue: _Value | None = None


class _Claim(msgspec.Struct):
    mainsnak: _Snak
    rank: str = "normal"
    qualifiers: dict[str, list[_Snak]] | list[Any] = msgspec.field(default_factory=dict)


class _Raw(msgspec.Struct):
    """An entity; what is empty stands as a list in dumps."""

    id: str
    type: str = "item"
    labels: dict[str, _Term] | list[Any] = msgspec.field(default_factory=dict)
    aliases: dict[str, list[_Term]] | list[Any] = msgspec.field(default_factory=dict)
    claims: dict[str, list[_Claim]] | list[Any] = msgspec.field(default_factory=dict)

    def standing(self, of: str) -> list[_Claim]:
        """The claims of a property that are not deprecated."""
        claims = self.claims.get(of, []) if isinstance(self.claims, dict) else []
        return [claim for claim in claims if claim.rank != "deprecated"]

    def claimed(self, of: str) -> list[_Claim]:
        """Those of them that are preferred, where some are."""
        claims = self.standing(of)
        return [claim for claim in claims if claim.rank == "preferred"] or claims

    def refers(self, of: str) -> list[str]:
        """The ids that a property refers to."""
        return [one for claim in self.claimed(of) if (one := _id(claim.mainsnak))]

    def names(self) -> list[str]:
        """Labels, then aliases, in the languages that are read."""
        labels = self.labels if isinstance(self.labels, dict) else {}
        aliases = self.aliases if isinstance(self.aliases, dict) else {}
        found = [labels[one].value for one in LANGUAGES if one in labels]
        found += [term.value for one in LANGUAGES for term in aliases.get(one, ())]
        return list(dict.fromkeys(" ".join(name.split()) for name in found if name.strip()))


@dataclass(frozen=True, slots=True)
class _Thing:
    """What is kept of an entity that is no person."""

    line: int
    name: str | None
    iso3: str | None
    states: tuple[str, ...]


@dataclass(slots=True)
class _File:
    """What was read, and how often it refers to what is missing, with the first line that does."""

    source: str
    book: Book
    things: dict[str, _Thing] = field(default_factory=dict)
    persons: dict[str, tuple[int, _Raw]] = field(default_factory=dict)
    first: dict[tuple[str, str], int] = field(default_factory=dict)
    missing: Counter[tuple[str, str]] = field(default_factory=Counter)

    def thing(self, one: str, line: int, what: str) -> _Thing | None:
        """The entity of an id, noted where it is not in the file."""
        found = self.things.get(one)
        if found is None and one not in self.persons:
            self.first.setdefault((one, what), line)
            self.missing[one, what] += 1
        return found

    def tell_missing(self) -> None:
        """Note each missing entity once, at the line that first refers to it."""
        for (one, what), line in self.first.items():
            times = self.missing[one, what]
            self.book.note(line, "E503", f"{one}, {what}" + (f" ({times} times)" * (times > 1)))

    def states(self, ids: Iterable[str], line: int) -> tuple[str, ...]:
        """The states that ids stand for, each once."""
        things = (self.thing(one, line, "a state") for one in ids)
        return tuple(dict.fromkeys(thing.iso3 for thing in things if thing and thing.iso3))


def bare(data: bytes) -> bytes:
    """A line without what belongs to the array around it."""
    inner = data.strip().removesuffix(b",").strip()
    return b"" if inner in (b"[", b"]", b"[]") else inner


def read(lines: Iterable[Line], source: str, book: Book) -> Imported:
    """Read the persons and offices of `lines`; what is wrong with them is noted in `book`."""
    file = _File(source, book)
    for line in lines:
        if entity := _entity(line, book):
            if HUMAN in entity.refers(KIND):
                file.persons[entity.id] = (line.number, entity)
            else:
                file.things[entity.id] = _thing(line.number, entity)
    profiles, held = [], dict[str, Post]()
    for number, person in file.persons.values():
        if not person.names():
            book.note(number, "E502", f"{person.id} has no English name")
            continue
        profiles.append(_profile(person, number, file, held))
    file.tell_missing()
    if rest := len(file.things.keys() - held.keys()):
        book.passed_over["item (no person, no office held)"] = rest
    return book.close("Wikidata", profiles, held.values())


def _entity(line: Line, book: Book) -> _Raw | None:
    """The item of a line; None where it is none."""
    data = bare(line.data or b"")
    if not data:
        return None
    try:
        entity = msgspec.json.decode(data, type=_Raw)
    except msgspec.ValidationError as error:
        book.note(line.number, "E502", str(error))
    except (msgspec.DecodeError, UnicodeError) as error:
        book.note(line.number, "E501", str(error))
    else:
        if entity.type == "item":
            entity.claims = {of: entity.standing(of) for of in _USED}  # the rest would fill memory
            return entity
        book.passed_over[entity.type] += 1
    return None


def _id(snak: _Snak) -> str | None:
    value = snak.datavalue.value if snak.datavalue else None
    return str(value["id"]) if isinstance(value, dict) and "id" in value else None


def _thing(number: int, entity: _Raw) -> _Thing:
    """An entity; it is a state where it has a state's code, or is a country of a state's name."""
    names = entity.names()
    values = (claim.mainsnak.datavalue for of in ISO for claim in entity.claimed(of))
    codes = (find_state(str(value.value)) for value in values if value)
    iso3 = next((found.iso3 for found in codes if found), None)
    if iso3 is None and names and _COUNTRIES & set(entity.refers(KIND)):
        found = name_index().get(names[0])
        iso3 = found[0] if found and found[1] in _NAMES else None
    states = next((refs for of in STATE_OF if (refs := entity.refers(of))), [])
    return _Thing(number, names[0] if names else None, iso3, tuple(states))


def _profile(person: _Raw, line: int, file: _File, held: dict[str, Post]) -> Profile:
    usual, *others = person.names()
    citizen = [claim for claim in person.claimed(CITIZEN) if UNTIL not in _qualifiers(claim)]
    countries = (one for claim in citizen if (one := _id(claim.mainsnak)))
    families = (file.thing(one, line, "a family name") for one in person.refers(FAMILY))
    names = [each.name for each in families if each and each.name]
    sexes = [_SEXES[one] for one in person.refers(SEX) if one in _SEXES]
    tenures = {_tenure(claim, line, file, held) for claim in person.standing(HELD)}
    return Profile(
        id=content_id("pf", file.source, person.id),
        source=file.source,
        key=person.id,
        name=usual,
        aliases=tuple(sorted(name for name in others if _is_whole(name))),
        weak_aliases=tuple(sorted(name for name in others if not _is_whole(name))),
        family=next((name for name in names if name in usual), None),
        sex=sexes[0] if len(sexes) == 1 else None,
        states=file.states(countries, line),
        born=_date([claim.mainsnak for claim in person.claimed(BORN)], line, file.book),
        died=_date([claim.mainsnak for claim in person.claimed(DIED)], line, file.book),
        tenures=tuple(sorted((each for each in tenures if each), key=repr)),
    )


def _is_whole(name: str) -> bool:
    """Whether a name has several words, and so may name somebody on its own."""
    return bool(re.search(r"[\s-]", name))


def _qualifiers(claim: _Claim) -> dict[str, list[_Snak]]:
    return claim.qualifiers if isinstance(claim.qualifiers, dict) else {}


def _tenure(claim: _Claim, line: int, file: _File, held: dict[str, Post]) -> Tenure | None:
    """The tenure that a claim of "position held" tells; None where it names no position."""
    key, by = _id(claim.mainsnak), _qualifiers(claim)
    if key is None:
        file.book.note(line, "E502", "a position held that is not named")
        return None
    post = held.get(key) or held.setdefault(key, _post(key, line, file))
    told = [one for of in STATE_OF for snak in by.get(of, ()) if (one := _id(snak))]
    told += [one for snak in by.get(OF, ()) if (one := _id(snak)) in file.things]
    states = file.states(told, line)
    return Tenure(
        title=post.title,
        iso3=states[0] if len(states) == 1 else post.iso3,
        organisation=post.organisation,
        since=_date(by.get(SINCE, ()), line, file.book),
        until=_date(by.get(UNTIL, ()), line, file.book),
        ended=any(snak.snaktype != "novalue" for snak in by.get(UNTIL, ())),
    )


def _post(key: str, line: int, file: _File) -> Post:
    """A position: by its entity, or by its mere id where the file has none."""
    thing = file.thing(key, line, "a position")
    title = thing.name if thing and thing.name else key
    states = file.states(thing.states, thing.line) if thing else ()
    told = body_of(title)
    return Post(
        id=content_id("ps", file.source, key),
        source=file.source,
        key=key,
        title=title,
        iso3=states[0] if len(states) == 1 else told[0],
        organisation=told[1] if not states else None,
    )


def _date(snaks: Iterable[_Snak], line: int, book: Book) -> str | None:
    """The date that snaks tell; a decade or century is none, and is noted."""
    found = []
    for value in (snak.datavalue.value for snak in snaks if snak.datavalue):
        date = _iso(value) if isinstance(value, dict) else None
        if date is None:
            told = value.get("time") if isinstance(value, dict) else value
            book.note(line, "E504", f"{told!r} is no day, month or year of our era")
        else:
            found.append(date)
    return best_date(found)


def _iso(value: dict[str, Any]) -> str | None:
    """An ISO date of the precision that Wikidata states."""
    time, precision = str(value.get("time", "")), value.get("precision")
    length = {_YEAR: 4, _MONTH: 7, _DAY: 10}.get(precision if isinstance(precision, int) else 0)
    return iso_date(time[1 : 1 + length]) if length and time.startswith("+") else None
