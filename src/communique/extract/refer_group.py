"""Whom "they", "the two leaders" and "both sides" mean."""

import re
from collections.abc import Iterator, Sequence

from communique.extract.marks import Found
from communique.extract.memory import Turn
from communique.extract.persons import Person
from communique.extract.scene import Answer, Scene, as_found, as_state
from communique.vocab.offices import office_of


def _size(scene: Scene) -> int:
    return 3 if re.search(r"\bthree\b|\btrio\b", scene.words, re.IGNORECASE) else 2


_HEAD_WORDS = ("leaders", "presidents", "premiers", "monarchs", "heads", "chancellors", "prime")


def several_persons(scene: Scene) -> Iterator[Answer]:
    """The two leaders: the persons of the class named in a sentence, else one of each state."""
    words, size, cast = scene.words.lower().split(), _size(scene), scene.memory.cast

    def fits(each: Found) -> bool:
        person = scene.memory.person(each)
        return person is not None and _of_class(person, words)

    for turn in scene.back(3):
        found = turn.parties(fits)
        if len(found) == size and len({each.iso3 for each in found}) == size:
            yield f"the {size} persons of a sentence", found
    if cast.dyad and size == 2:
        sides = [
            [p for p in cast.persons if p.iso3 == iso3 and _of_class(p, words)]
            for iso3 in cast.dyad
        ]
        if all(len(side) == 1 for side in sides):
            yield "one person of each of the two states", tuple(as_found(s[0]) for s in sides)
    every = [p for p in cast.persons if _of_class(p, words)]
    for persons in (every, [p for p in every if p.office_classes]):
        if len(persons) == size:
            yield f"the {size} persons of the report", tuple(map(as_found, persons))


def _of_class(person: Person, words: Sequence[str]) -> bool:
    """Whether a person is of the class that a plural names ("foreign ministers")."""
    if any(word in _HEAD_WORDS for word in words):
        heads = {
            "head_of_state",
            "head_of_government",
            "royal",
            "leader",
            "party_leader",
            "igo_head",
        }
        return bool(person.office_classes & heads) or not person.office_classes
    title = " ".join(word for word in words if word not in ("the", "two", "both", "three"))
    office = office_of(title.removesuffix("s"))
    if office in ("foreign_minister", "legislature", "envoy", "spokesperson"):
        return office in person.office_classes
    if office == "minister":
        return bool(person.office_classes & {"minister", "foreign_minister"})
    return True


def several_states(scene: Scene) -> Iterator[Answer]:
    """For "Both sides": the states of the sentence, the two of the report, those of one before."""
    size, dyad = _size(scene), scene.memory.cast.dyad

    def states(turn: Turn) -> tuple[str, ...]:
        return tuple(dict.fromkeys(iso3 for each in turn.found for iso3 in each.iso3))

    here = states(scene.here)
    if len(here) == size:
        yield "the states of the sentence", tuple(map(as_state, here))
    if dyad and size == 2:
        yield "both of the two", tuple(map(as_state, dyad))
    for turn in scene.back(4):
        if len(states(turn)) == size:
            yield "the states of a sentence before", tuple(map(as_state, states(turn)))
    if size == 2 and scene.memory.cast.two:
        yield "the states of the persons", tuple(map(as_state, scene.memory.cast.two))


def they(scene: Scene) -> Iterator[Answer]:
    """They: a pair joined by "and" or a group, in the sentence or the one before."""
    for turn in scene.back(1):
        for each in turn.found:
            if len(each.actor_ids) > 1 and not turn.is_owner(each):
                yield "a group named before", (each,)
        for a, b in zip(turn.found, turn.found[1:], strict=False):
            joined = re.fullmatch(r",?\s+and\s+(?:his|her|the)?\s*", turn.text[a.end : b.start])
            if joined and len(a.actor_ids) == len(b.actor_ids) == 1:
                yield "two joined before", (a, b)
    for turn in scene.back(2):
        found = turn.parties(lambda each: scene.memory.person(each) is not None)
        if len(found) == 2 and found[0].iso3 != found[1].iso3:
            yield "the 2 persons of a sentence", found
    if scene.item.plain or not scene.memory.cast.dyad:
        return
    yield from several_persons(scene)
    yield "both of the two", tuple(map(as_state, scene.memory.cast.dyad))
