"""FollowTheMoney JSON lines: Person, Position and Occupancy (followthemoney.tech, MIT).

An entity is `{id, schema, properties}` with lists of values; parts of one entity on several lines
are one, and an entity within another's properties stands for a reference to it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import msgspec

from communique.importing.lines import Line
from communique.importing.result import Book, Imported
from communique.importing.values import best_date, body_of, iso_date, usual_name
from communique.types.ids import content_id
from communique.types.parties import Post, Profile, Sex, Tenure
from communique.vocab.organisations import find_organisation
from communique.vocab.states import find_state

TAKEN = ("Person", "Position", "Occupancy")
_UNKNOWN_STATE = ("zz", "xx")
_SEXES: dict[str, Sex] = {"male": "m", "female": "f"}


class _Raw(msgspec.Struct):
    id: str
    schema: str
    properties: dict[str, list[Any]]
    caption: str | None = None


@dataclass(slots=True)
class _Entity:
    id: str
    line: int
    schema: str
    values: dict[str, dict[str, None]] = field(default_factory=dict)

    def all(self, *names: str) -> list[str]:
        """The values of the properties `names`, each once."""
        return list(dict.fromkeys(v for name in names for v in self.values.get(name, ())))


_Entities = dict[str, _Entity]


def read(lines: Iterable[Line], source: str, book: Book) -> Imported:
    """Read the persons and offices of `lines`; what is wrong with them is noted in `book`."""
    entities: _Entities = {}
    for line in lines:
        _read_line(line, entities, book)
    posts = {
        each.id: _post(each, entities, source, book)
        for each in entities.values()
        if each.schema == "Position" and _named(each, book)
    }
    tenures: dict[str, list[Tenure]] = {}
    for each in entities.values():
        if each.schema == "Occupancy":
            for holder, tenure in _tenures(each, entities, posts, book):
                tenures.setdefault(holder, []).append(tenure)
        elif each.schema not in TAKEN:
            book.passed_over[each.schema] += 1
    persons = [each for each in entities.values() if each.schema == "Person"]
    profiles = [
        _profile(each, tenures.get(each.id, []), source, book)
        for each in persons
        if _named(each, book)
    ]
    return book.close("FollowTheMoney", profiles, posts.values())


def _named(entity: _Entity, book: Book) -> bool:
    if entity.all("name"):
        return True
    book.note(entity.line, "E502", f"{entity.schema} {entity.id} has no name")
    return False


def _read_line(line: Line, entities: _Entities, book: Book) -> None:
    try:
        raw = msgspec.json.decode(line.data or b"", type=_Raw)
    except msgspec.ValidationError as error:
        book.note(line.number, "E502", str(error))
    except (msgspec.DecodeError, UnicodeError) as error:
        book.note(line.number, "E501", str(error))
    else:
        _add(raw, line.number, entities, book)


def _add(raw: _Raw, line: int, entities: _Entities, book: Book) -> None:
    """Add an entity with those within it; parts of one entity come together."""
    entity = entities.setdefault(raw.id, _Entity(raw.id, line, raw.schema))
    if entity.schema != raw.schema:
        book.note(line, "E502", f"{raw.id} is a {raw.schema} here, a {entity.schema} before")
        return
    for name, values in raw.properties.items():
        into = entity.values.setdefault(name, {})
        for value in values:
            if isinstance(value, str):
                into[" ".join(value.split())] = None
            elif (inner := _inner(value, raw, line, book)) is not None:
                into[inner.id] = None
                _add(inner, line, entities, book)
        into.pop("", None)


def _inner(value: object, outer: _Raw, line: int, book: Book) -> _Raw | None:
    """The entity that stands in another's properties; an occupancy there is that person's."""
    try:
        inner = msgspec.convert(value, type=_Raw)
    except msgspec.ValidationError as error:
        book.note(line, "E502", f"a value of {outer.id}: {error}")
        return None
    if inner.schema == "Occupancy" and outer.schema == "Person":
        inner.properties.setdefault("holder", [outer.id])
    return inner


def _post(entity: _Entity, entities: _Entities, source: str, book: Book) -> Post:
    title = usual_name(entity.all("name"))
    states = _states(entity, ("country",), book)
    bodies = {
        body.id
        for one in entity.all("organization")
        for name in (entities[one].all("name") if one in entities else [one])
        if (body := find_organisation(name))
    }
    told = body_of(title)
    return Post(
        id=content_id("ps", source, entity.id),
        source=source,
        key=entity.id,
        title=title,
        iso3=states[0] if len(states) == 1 else told[0],
        organisation=bodies.pop() if len(bodies) == 1 else told[1] if not states else None,
    )


def _tenures(
    entity: _Entity, entities: _Entities, posts: dict[str, Post], book: Book
) -> Iterator[tuple[str, Tenure]]:
    """The persons whose occupancy this is, each with the tenure."""
    holders, held = entity.all("holder"), entity.all("post")
    for name, wanted, found in (("holder", holders, entities), ("post", held, posts)):
        missing = [one for one in wanted if one not in found]
        if missing or not wanted:
            detail = f"{name} {', '.join(missing) or 'is missing'} (of Occupancy {entity.id})"
            book.note(entity.line, "E503", detail)
    status = entity.all("status")
    for holder in holders:
        for post in (posts[one] for one in held if one in posts):
            if holder in entities:
                yield (
                    holder,
                    Tenure(
                        title=post.title,
                        iso3=post.iso3,
                        organisation=post.organisation,
                        since=_date(entity, "startDate", book),
                        until=_date(entity, "endDate", book),
                        ended="ended" in status and "current" not in status,
                    ),
                )


def _date(entity: _Entity, name: str, book: Book) -> str | None:
    dates = [(value, iso_date(value)) for value in entity.all(name)]
    for value in (value for value, found in dates if found is None):
        book.note(entity.line, "E504", f"{name} {value!r} of {entity.schema} {entity.id}")
    return best_date(found for _, found in dates if found)


def _states(entity: _Entity, names: tuple[str, ...], book: Book) -> tuple[str, ...]:
    """The states that codes name ("az"); those of a division ("gb-sct") are its state's."""
    found: dict[str, None] = {}
    for code in entity.all(*names):
        stem = code.split("-")[0]
        state = find_state(stem) or (find_state(stem[:2]) if len(stem) == 4 else None)
        if state:
            found[state.iso3] = None
        elif code.lower() not in _UNKNOWN_STATE and not find_organisation(code):
            book.note(entity.line, "E505", f"{code} ({entity.schema} {entity.id})")
    return tuple(found)


def _profile(entity: _Entity, tenures: list[Tenure], source: str, book: Book) -> Profile:
    names = entity.all("name")
    usual = usual_name(names)
    aliases = {*names, *entity.all("alias", "previousName")} - {usual}
    weak = {*entity.all("weakAlias")} - {usual, *aliases}
    states = _states(entity, ("citizenship", "nationality"), book)
    sexes = {_SEXES[word] for word in entity.all("gender") if word in _SEXES}
    family = [one for one in entity.all("lastName") if one.casefold() in usual.casefold()]
    held = {tenure.title.casefold() for tenure in tenures}
    for title in (one for one in entity.all("position") if one.casefold() not in held):
        iso3, organisation = body_of(title)
        tenures = [*tenures, Tenure(title=title, iso3=iso3, organisation=organisation)]
    return Profile(
        id=content_id("pf", source, entity.id),
        source=source,
        key=entity.id,
        name=usual,
        aliases=tuple(sorted(aliases)),
        weak_aliases=tuple(sorted(weak)),
        family=family[0] if family else None,
        sex=sexes.pop() if len(sexes) == 1 else None,
        states=states or _states(entity, ("country",), book),
        born=_date(entity, "birthDate", book),
        died=_date(entity, "deathDate", book),
        tenures=tuple(sorted(set(tenures), key=repr)),
    )
