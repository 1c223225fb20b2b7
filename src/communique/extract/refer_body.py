"""Which state or body "it", "the country", "the bloc" and "the ministry" mean."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from communique.extract.ids import state_name
from communique.extract.marks import Found
from communique.extract.refer_person import person
from communique.extract.scene import Answer, Scene, as_body, as_office, as_state
from communique.vocab.descriptions import fits_description

_BODIES = ("state", "igo", "office", "organisation")


def it(scene: Scene) -> Iterator[Answer]:
    """It: the body that is the sentence's subject, or was that of the one before."""

    def body(each: Found) -> bool:
        return each.kind in _BODIES and len(each.actor_ids) == 1

    subject = scene.here.subject(body)
    if subject:
        yield "subject of the sentence", (subject,)
    owners = [each for each in scene.here.found if body(each) and scene.here.is_owner(each)]
    if owners:
        yield "whose it is", tuple(owners[:1])
    if scene.here.parties(lambda each: len(each.actor_ids) == 1):
        return
    for turn in islice(scene.back(1), 1, None):
        before = turn.subject(lambda each: len(each.actor_ids) == 1)
        bodies = turn.parties(lambda each: body(each) and each.kind != "state")
        if before and body(before):
            yield "subject of the sentence before", (before,)
        elif len(bodies) == 1:
            yield "the one body of the sentence before", bodies


def country(scene: Scene) -> Iterator[Answer]:
    """For "The Gulf kingdom": the state it describes that was named last, the subject first."""

    def fits(each: Found) -> bool:
        return len(each.iso3) == 1 and fits_description(scene.words, each.iso3[0])

    if _TRIP.search(scene.here.text[: scene.item.start]) and scene.memory.home:
        yield "where the report is from", (as_state(scene.memory.home),)
    for turn in scene.back(6):
        found = list(dict.fromkeys(each.iso3[0] for each in turn.parties(fits)))
        subject = turn.subject(fits)
        if len(found) == 1:
            yield "the state named last", (as_state(found[0]),)
        elif (subject and not _is_bare(scene.words)) or (subject and turn is scene.here):
            yield "the state that was subject", (as_state(subject.iso3[0]),)
        if len(found) > 1:
            return


_TRIP = re.compile(r"\b(?:trip|visit|tour|journey|arrival)\s+(?:to|in)\s+$")


def _is_bare(words: str) -> bool:
    return len(words.split()) == 2


def body(scene: Scene) -> Iterator[Answer]:
    """For "The bloc": the organisation named last, of that name where the word is part of one."""
    noun = scene.words.split()[-1].lower()

    def fits(name: str) -> bool:
        head = name.split(" of ")[0].split()[-1].lower()
        return head == noun if noun in _NAMED else head not in _ORGANS or noun not in _LEAGUES

    for turn in scene.back(12):
        bodies = [each for each in turn.found if each.kind in ("igo", "organisation")]
        held = [p.body for each in turn.found if (p := scene.memory.person(each)) and p.body]
        for each in (*bodies, *map(as_body, held)):
            if fits(each.name):
                yield "the organisation named last", (each,)


_ORGANS = (
    "commission",
    "council",
    "court",
    "tribunal",
    "secretariat",
    "parliament",
    "bank",
    "fund",
)


_LEAGUES = ("bloc", "alliance", "grouping", "organisation", "organization")


_NAMED = frozenset(
    "union council league court tribunal bank fund commission community forum association "
    "secretariat parliament".split()
)


def institution(scene: Scene) -> Iterator[Answer]:
    """For "The ministry": the one named last; "the government": of the state spoken of."""
    wanted = scene.item.name.lower()

    def fits(each: Found) -> bool:
        return each.kind == "office" and len(each.actor_ids) == 1 and wanted in each.name.lower()

    owned = re.match(r"(?:its|his|her)\b", scene.words, re.IGNORECASE)
    if owned:
        owner = next((f for f in scene.here.found if f.start == scene.item.start), None)
        if owner and len(owner.iso3) == 1:
            yield "of the state before", (_institution(scene, owner.iso3[0]),)
        return
    for turn in scene.back(12):
        found = turn.parties(fits)
        if found:
            yield "the institution named last", found[:1]
    cast = scene.memory.cast
    if len(cast.states) == 1:
        yield "of the one state of the report", (_institution(scene, cast.states[0]),)
    home = cast.first if scene.words.lower().startswith("our") else scene.memory.home
    if home in cast.states:
        yield "of the state the report is from", (_institution(scene, home),)


def _institution(scene: Scene, iso3: str) -> Found:
    return as_office(f"{scene.item.name} of {state_name(iso3)}", iso3)


def own(scene: Scene) -> Iterator[Answer]:
    """For "His country": the state of the person."""
    points = "he" if scene.words[:3].lower() == "his" else "she"
    told = next(person(_asking(scene, points)), None)
    if told and len(told[1][0].iso3) == 1:
        yield "the state of the person", (as_state(told[1][0].iso3[0]),)


def _asking(scene: Scene, points: str) -> Scene:
    """The scene as if its pointer asked for `points`."""
    return replace(scene, item=replace(scene.item, points=points))


def neighbour(scene: Scene) -> Iterator[Answer]:
    """For "Its neighbour": the other of the report's two states, seen from the one that "it" is."""
    owner = next(it(scene), None)
    dyad = scene.memory.cast.two or ()
    if owner and owner[1][0].iso3 and owner[1][0].iso3[0] in dyad:
        other = [iso3 for iso3 in dyad if iso3 != owner[1][0].iso3[0]]
        yield "the other of the two", (as_state(other[0]),)
