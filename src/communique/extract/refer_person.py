"""Whom "he", "the president", "his counterpart" and other words for one person mean."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from communique.extract.marks import Found
from communique.extract.persons import Person
from communique.extract.scene import Answer, Scene, as_found
from communique.extract.words import NAME

Fits = Callable[[Found], bool]


_OPENING = re.compile(
    r"^(?:\W*)(?:For|In|During|After|Before|While|When|As|On|At|Upon|Following|With|Since|Despite|"
    r"Through|Throughout|By|Though|Although|Speaking|Opening|Addressing)\b[^,]*$"
)


_COMMA = re.compile(r",\s+(?:the\s+)?$")


_OBJECT = re.compile(
    r"\s*(?:$|[,.;:)]|(?:and|for|at|in|on|to|with|by|from|that|as|about|into|a|an|the|of)\b)"
)


def person(scene: Scene) -> Iterator[Answer]:
    """He, she: the one named next, the sentence's subject, then back sentence by sentence.

    An object ("met him") is not the subject of its own clause.
    """

    def fits(each: Found) -> bool:
        return scene.memory.may_be(each, scene.item.points)

    words, behind = scene.words.lower(), scene.here.text[scene.item.end :]
    if words == "him" or (words == "her" and _OBJECT.match(behind)):
        yield from _object(scene, fits)
        return
    yield from _next(scene, fits)
    yield from _nearest_person(scene, fits)


def _object(scene: Scene, fits: Fits) -> Iterator[Answer]:
    every = [
        each
        for each in scene.here.found
        if scene.memory.person(each) and not scene.here.is_owner(each)
    ]
    subjects = [each for each in every if not scene.here.is_oblique(each)]
    own = subjects[-1].actor_ids if subjects else ()
    others = [each for each in every if each.actor_ids != own and fits(each)]
    if others:
        yield "the other person of the sentence", tuple(others[-1:])
    yield from _back(scene, lambda each: fits(each) and each.actor_ids != own)


def _next(scene: Scene, fits: Fits) -> Iterator[Answer]:
    """For "In his speech, Aliyev ...": the person that an opening phrase leads to."""
    text, item = scene.here.text, scene.item
    named = [each for each in scene.here.found if len(each.actor_ids) == 1 and fits(each)]
    if named or not _OPENING.match(text[: item.start]):
        return
    for each in scene.ahead:
        if len(each.actor_ids) == 1 and _COMMA.search(text[: each.start]) and fits(each):
            yield "named next", (each,)
            return


def _nearest_person(scene: Scene, fits: Fits) -> Iterator[Answer]:
    subject = scene.here.subject(fits)
    if subject:
        yield "subject of the sentence", (subject,)
    if scene.here.stranger:
        return
    found = scene.here.parties(fits)
    if len(found) == 1:
        yield "the one person of the sentence", found
    yield from _back(scene, fits)


def _back(scene: Scene, fits: Fits) -> Iterator[Answer]:
    """The last speaker, the subject, or the only person, of the nearest sentence that has one."""
    for turn in islice(scene.back(8), 1, None):
        if turn.speaker and fits(turn.speaker):
            yield "last speaker", (turn.speaker,)
        subject, found = turn.subject(fits), turn.parties(fits)
        if subject:
            yield "subject of a sentence before", (subject,)
        elif len(found) == 1:
            yield "the one person of a sentence before", found
        if found or turn.stranger:
            return


def titled(scene: Scene) -> Iterator[Answer]:
    """For "The president" where several are: the subject, the speaker, the last one named alone."""
    among = scene.item.among

    def fits(each: Found) -> bool:
        return len(each.actor_ids) == 1 and each.actor_ids[0] in among

    if scene.words.lower().startswith("our "):
        own = [p for p in _persons(scene, among) if p.iso3 == scene.memory.cast.first]
        if len(own) == 1:
            yield "of the state that speaks", (as_found(own[0]),)
    if "visiting" in scene.words.lower() and scene.memory.home:
        guests = [p for p in _persons(scene, among) if p.iso3 not in (None, scene.memory.home)]
        if len(guests) == 1:
            yield "the one from abroad", (as_found(guests[0]),)
    yield from _nearest_person(scene, fits)
    if among:
        yield "the first named", tuple(map(as_found, _persons(scene, among)[:1]))


def _recent(scene: Scene, persons: Sequence[Person]) -> list[Person]:
    """Those of `persons` named in this sentence or the nearest that names any of them."""
    for turn in scene.back(6):
        found = [p for p in persons if any(p.id in each.actor_ids for each in turn.found)]
        if found:
            return found
    return list(persons)


def counterpart(scene: Scene) -> Iterator[Answer]:
    """For "His counterpart", "his host": the other of two, seen from the one who is spoken of."""
    memory, cast = scene.memory, scene.memory.cast

    def person(each: Found) -> bool:
        return memory.person(each) is not None

    word = scene.words.lower().split()[-1]
    if word in ("host", "guest", "visitor") and memory.home:
        home = [
            p
            for p in _persons(scene, scene.item.among)
            if (p.iso3 == memory.home) == (word == "host") and p.iso3
        ]
        if len(home) == 1:
            yield f"the {word} by the dateline", (as_found(home[0]),)
    possessor = re.match(rf"(?P<name>{NAME})['’]s", scene.words)
    if possessor:
        owner = next(iter(cast.named(possessor["name"])), None)
    else:
        near = scene.here.subject(person) or memory.speaker or _before(scene, person)
        owner = memory.person(near) if near else None
    others = [
        p
        for p in cast.persons
        if owner
        and p.id != owner.id
        and p.iso3 != owner.iso3
        and (not scene.item.among or p.id in scene.item.among)
    ]
    same = [p for p in others if owner and p.office_classes & owner.office_classes]
    received = word in ("host", "guest", "visitor")
    if not received:
        for found in (same, _recent(scene, same)):
            if len(found) == 1:
                yield "same office", (as_found(found[0]),)
    if received or (owner and not owner.office_classes):
        found = _recent(scene, others)
        if len(found) == 1:
            yield "the other person", (as_found(found[0]),)


def _before(scene: Scene, fits: Fits) -> Found | None:
    return next((found for turn in scene.back(2) if (found := turn.subject(fits))), None)


def _persons(scene: Scene, ids: Sequence[str]) -> list[Person]:
    return [p for p in scene.memory.cast.persons if p.id in ids]


_ROYAL = frozenset("king queen sultan emir amir emperor empress prince princess".split())


def majesty(scene: Scene) -> Iterator[Answer]:
    """For "His Majesty": the person of the report with a royal title."""
    royal = [
        person
        for person in scene.memory.cast.persons
        if _ROYAL & {word for title in person.offices for word in title.split()}
    ]
    if len(royal) == 1:
        yield "the royal person", (as_found(royal[0]),)


def of_two(which: int) -> Callable[[Scene], Iterator[Answer]]:
    """For "The former", "the latter": of the two persons of the sentence before."""

    def rule(scene: Scene) -> Iterator[Answer]:
        turn = next(islice(scene.back(1), 1, None), None)
        found = turn and [f for f in turn.found if scene.memory.person(f) is not None]
        met = list(dict.fromkeys(each.actor_ids for each in found or ()))
        if found and len(met) == 2:
            yield "of two persons before", tuple(f for f in found if f.actor_ids == met[which])[:1]

    return rule
