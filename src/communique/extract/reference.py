"""The rules by which words that point back find whom they mean; docs/decisions/0011-reference.md.

Each kind of pointer has its rules in order; the first that gives an answer decides, and where none
does the words stay unresolved.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from communique.extract.ids import actor_id, state_actor_id, state_name
from communique.extract.marks import Found
from communique.extract.memory import Memory, Turn
from communique.extract.persons import Person
from communique.extract.words import NAME
from communique.vocab.descriptions import fits_description
from communique.vocab.offices import office_of
from communique.vocab.sectors import sector_of

_BODIES = ("state", "igo", "office", "organisation")
_OPENING = re.compile(
    r"^(?:\W*)(?:For|In|During|After|Before|While|When|As|On|At|Upon|Following|With|Since|Despite|"
    r"Through|Throughout|By|Though|Although|Speaking|Opening|Addressing)\b[^,]*$"
)
_COMMA = re.compile(r",\s+(?:the\s+)?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A pointer's surroundings: the sentence so far, what comes after it, what came before."""

    item: Found
    here: Turn
    ahead: tuple[Found, ...]
    memory: Memory

    @property
    def words(self) -> str:
        """The pointer's own words."""
        return self.here.text[self.item.start : self.item.end]

    def back(self, reach: int) -> Iterator[Turn]:
        """The sentence so far and the `reach` sentences before it, the nearest first."""
        return islice(self.memory.backwards(self.here), reach + 1)


Answer = tuple[str, tuple[Found, ...]]
"""The rule that decided, and the mentions of those who are meant."""


def resolve(scene: Scene) -> Found:
    """The pointer with the actors it means; unchanged where no rule finds them."""
    answer = next(_RULES[scene.item.points](scene), None)
    item = scene.item
    if answer is None:
        return replace(item, plain=item.plain or item.kind not in ("pronoun",))
    rule, meant = answer
    ids = tuple(dict.fromkeys(one for each in meant for one in each.actor_ids))
    states = tuple(dict.fromkeys(iso3 for each in meant for iso3 in each.iso3))
    kind = meant[0].kind if item.kind in ("state", "igo", "office") else item.kind
    return replace(
        item,
        kind=kind,
        actor_ids=ids,
        iso3=states,
        name=meant[0].name if len(meant) == 1 else "",
        sector=meant[0].sector,
        rule=rule,
    )


_OBJECT = re.compile(
    r"\s*(?:$|[,.;:)]|(?:and|for|at|in|on|to|with|by|from|that|as|about|into|a|an|the|of)\b)"
)


def _person(scene: Scene) -> Iterator[Answer]:
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


def _object(scene: Scene, fits: Callable[[Found], bool]) -> Iterator[Answer]:
    every = [
        each
        for each in scene.here.found
        if scene.memory.person(each) and not scene.here.is_owner(each)
    ]
    subjects = [each for each in every if not scene.here.is_oblique(each)]
    own = subjects[-1].actor_ids if subjects else ()
    others = [each for each in every if each.actor_ids != own and fits(each)]
    if others:
        yield "the other person of the sentence", others[-1:]
    yield from _back(scene, lambda each: fits(each) and each.actor_ids != own)


def _next(scene: Scene, fits: Callable[[Found], bool]) -> Iterator[Answer]:
    """ "In his speech, Aliyev ...": the person that an opening phrase leads to."""
    text, item = scene.here.text, scene.item
    named = [each for each in scene.here.found if len(each.actor_ids) == 1 and fits(each)]
    if named or not _OPENING.match(text[: item.start]):
        return
    for each in scene.ahead:
        if len(each.actor_ids) == 1 and _COMMA.search(text[: each.start]) and fits(each):
            yield "named next", (each,)
            return


def _nearest_person(scene: Scene, fits: Callable[[Found], bool]) -> Iterator[Answer]:
    subject = scene.here.subject(fits)
    if subject:
        yield "subject of the sentence", (subject,)
    if scene.here.stranger:
        return
    found = scene.here.parties(fits)
    if len(found) == 1:
        yield "the one person of the sentence", found
    yield from _back(scene, fits)


def _back(scene: Scene, fits: Callable[[Found], bool]) -> Iterator[Answer]:
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


def _titled(scene: Scene) -> Iterator[Answer]:
    """ "The president" where several are: the subject, the speaker, the last one named alone."""
    among = scene.item.among

    def fits(each: Found) -> bool:
        return len(each.actor_ids) == 1 and each.actor_ids[0] in among

    if "visiting" in scene.words.lower() and scene.memory.home:
        guests = [p for p in _persons(scene, among) if p.iso3 not in (None, scene.memory.home)]
        if len(guests) == 1:
            yield "the one from abroad", (_as_found(guests[0]),)
    yield from _nearest_person(scene, fits)


def _recent(scene: Scene, persons: Sequence[Person]) -> list[Person]:
    """Those of `persons` named in this sentence or the nearest that names any of them."""
    for turn in scene.back(6):
        found = [p for p in persons if any(p.id in each.actor_ids for each in turn.found)]
        if found:
            return found
    return list(persons)


def _counterpart(scene: Scene) -> Iterator[Answer]:
    """ "His counterpart", "his host": the other of two, seen from the one who is spoken of."""
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
            yield f"the {word} by the dateline", (_as_found(home[0]),)
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
                yield "same office", (_as_found(found[0]),)
    if received or (owner and not owner.office_classes):
        found = _recent(scene, others)
        if len(found) == 1:
            yield "the other person", (_as_found(found[0]),)


def _before(scene: Scene, fits: Callable[[Found], bool]) -> Found | None:
    return next((found for turn in scene.back(2) if (found := turn.subject(fits))), None)


def _persons(scene: Scene, ids: Sequence[str]) -> list[Person]:
    return [p for p in scene.memory.cast.persons if p.id in ids]


def _as_found(person: Person) -> Found:
    return Found(
        start=0,
        end=0,
        kind="person",
        actor_ids=(person.id,),
        rule="",
        iso3=(person.iso3,) if person.iso3 else (),
        name=person.name,
        sector=person.sector,
    )


def _as_state(iso3: str) -> Found:
    return Found(
        start=0,
        end=0,
        kind="state",
        actor_ids=(state_actor_id(iso3),),
        rule="",
        iso3=(iso3,),
        name=state_name(iso3),
        sector="GOV",
    )


def _as_body(name: str) -> Found:
    return Found(
        start=0,
        end=0,
        kind="igo",
        actor_ids=(actor_id("igo", name, None),),
        rule="",
        name=name,
        sector="IGO",
    )


def _as_office(name: str, iso3: str) -> Found:
    return Found(
        start=0,
        end=0,
        kind="office",
        actor_ids=(actor_id("office", name, iso3),),
        rule="",
        iso3=(iso3,),
        name=name,
        sector=sector_of(name) or "GOV",
    )


def _size(scene: Scene) -> int:
    return 3 if re.search(r"\bthree\b|\btrio\b", scene.words, re.IGNORECASE) else 2


_HEAD_WORDS = ("leaders", "presidents", "premiers", "monarchs", "heads", "chancellors", "prime")


def _several_persons(scene: Scene) -> Iterator[Answer]:
    """ "The two leaders": the persons of the class named in a sentence, else one of each state."""
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
            yield "one person of each of the two states", tuple(_as_found(s[0]) for s in sides)
    every = [p for p in cast.persons if _of_class(p, words)]
    if len(every) == size:
        yield f"the {size} persons of the report", tuple(map(_as_found, every))


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


def _several_states(scene: Scene) -> Iterator[Answer]:
    """ "Both sides": the states of the sentence, the two of the report, those of one before."""
    size, dyad = _size(scene), scene.memory.cast.dyad

    def states(turn: Turn) -> tuple[str, ...]:
        return tuple(dict.fromkeys(iso3 for each in turn.found for iso3 in each.iso3))

    here = states(scene.here)
    if len(here) == size:
        yield "the states of the sentence", tuple(map(_as_state, here))
    if dyad and size == 2:
        yield "both of the two", tuple(map(_as_state, dyad))
    for turn in scene.back(4):
        if len(states(turn)) == size:
            yield "the states of a sentence before", tuple(map(_as_state, states(turn)))
    if size == 2 and scene.memory.cast.two:
        yield "the states of the persons", tuple(map(_as_state, scene.memory.cast.two))


def _they(scene: Scene) -> Iterator[Answer]:
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
    yield from _several_persons(scene)
    yield "both of the two", tuple(map(_as_state, scene.memory.cast.dyad))


def _it(scene: Scene) -> Iterator[Answer]:
    """It: the body that is the sentence's subject, or was that of the one before."""

    def body(each: Found) -> bool:
        return each.kind in _BODIES and len(each.actor_ids) == 1

    subject = scene.here.subject(body)
    if subject:
        yield "subject of the sentence", (subject,)
    owners = [each for each in scene.here.found if body(each) and scene.here.is_owner(each)]
    if owners:
        yield "whose it is", owners[:1]
    if scene.here.parties(lambda each: len(each.actor_ids) == 1):
        return
    for turn in islice(scene.back(1), 1, None):
        before = turn.subject(lambda each: len(each.actor_ids) == 1)
        bodies = turn.parties(lambda each: body(each) and each.kind != "state")
        if before and body(before):
            yield "subject of the sentence before", (before,)
        elif len(bodies) == 1:
            yield "the one body of the sentence before", bodies


def _country(scene: Scene) -> Iterator[Answer]:
    """ "The Gulf kingdom": the state it describes that was named last, the subject first."""

    def fits(each: Found) -> bool:
        return len(each.iso3) == 1 and fits_description(scene.words, each.iso3[0])

    if _TRIP.search(scene.here.text[: scene.item.start]) and scene.memory.home:
        yield "where the report is from", (_as_state(scene.memory.home),)
    for turn in scene.back(6):
        found = list(dict.fromkeys(each.iso3[0] for each in turn.parties(fits)))
        subject = turn.subject(fits)
        if len(found) == 1:
            yield "the state named last", (_as_state(found[0]),)
        elif subject and not _is_bare(scene.words):
            yield "the state that was subject", (_as_state(subject.iso3[0]),)
        elif subject and turn is scene.here:
            yield "the state that was subject", (_as_state(subject.iso3[0]),)
        if len(found) > 1:
            return


_TRIP = re.compile(r"\b(?:trip|visit|tour|journey|arrival)\s+(?:to|in)\s+$")


def _is_bare(words: str) -> bool:
    return len(words.split()) == 2


def _body(scene: Scene) -> Iterator[Answer]:
    """ "The bloc": the organisation named last, of that name where the word is part of one."""
    noun = scene.words.split()[-1].lower()

    def fits(name: str) -> bool:
        head = name.split(" of ")[0].split()[-1].lower()
        return head == noun if noun in _NAMED else head not in _ORGANS or noun not in _LEAGUES

    for turn in scene.back(12):
        bodies = [each for each in turn.found if each.kind in ("igo", "organisation")]
        held = [p.body for each in turn.found if (p := scene.memory.person(each)) and p.body]
        for each in (*bodies, *map(_as_body, held)):
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


def _institution(scene: Scene) -> Iterator[Answer]:
    """ "The ministry": the one named last; "the government": of the state spoken of."""
    wanted = scene.item.name.lower()

    def fits(each: Found) -> bool:
        return each.kind == "office" and len(each.actor_ids) == 1 and wanted in each.name.lower()

    for turn in scene.back(12):
        found = turn.parties(fits)
        if found:
            yield "the institution named last", found[:1]
    states = scene.memory.cast.states
    if len(states) == 1:
        name = f"{scene.item.name} of {state_name(states[0])}"
        yield "of the one state of the report", (_as_office(name, states[0]),)


def _own(scene: Scene) -> Iterator[Answer]:
    """ "His country": the state of the person."""
    points = "he" if scene.words[:3].lower() == "his" else "she"
    told = next(_person(_asking(scene, points)), None)
    if told and len(told[1][0].iso3) == 1:
        yield "the state of the person", (_as_state(told[1][0].iso3[0]),)


def _asking(scene: Scene, points: str) -> Scene:
    """The scene as if its pointer asked for `points`."""
    return replace(scene, item=replace(scene.item, points=points))


def _neighbour(scene: Scene) -> Iterator[Answer]:
    """ "Its neighbour": the other of the report's two states, seen from the one that "it" is."""
    owner = next(_it(scene), None)
    dyad = scene.memory.cast.two or ()
    if owner and owner[1][0].iso3 and owner[1][0].iso3[0] in dyad:
        other = [iso3 for iso3 in dyad if iso3 != owner[1][0].iso3[0]]
        yield "the other of the two", (_as_state(other[0]),)


_ROYAL = frozenset("king queen sultan emir amir emperor empress prince princess".split())


def _majesty(scene: Scene) -> Iterator[Answer]:
    """ "His Majesty": the person of the report with a royal title."""
    royal = [
        person
        for person in scene.memory.cast.persons
        if _ROYAL & {word for title in person.offices for word in title.split()}
    ]
    if len(royal) == 1:
        yield "the royal person", (_as_found(royal[0]),)


def _of_two(which: int) -> Callable[[Scene], Iterator[Answer]]:
    """ "The former", "the latter": of the two persons of the sentence before."""

    def rule(scene: Scene) -> Iterator[Answer]:
        turn = next(islice(scene.back(1), 1, None), None)
        found = turn and [f for f in turn.found if scene.memory.person(f) is not None]
        met = list(dict.fromkeys(each.actor_ids for each in found or ()))
        if found and len(met) == 2:
            yield "of two persons before", tuple(f for f in found if f.actor_ids == met[which])[:1]

    return rule


_RULES: Mapping[str, Callable[[Scene], Iterator[Answer]]] = {
    "he": _person,
    "she": _person,
    "they": _they,
    "it": _it,
    "title": _titled,
    "counterpart": _counterpart,
    "persons": _several_persons,
    "states": _several_states,
    "country": _country,
    "body": _body,
    "institution": _institution,
    "own": _own,
    "neighbour": _neighbour,
    "majesty": _majesty,
    "former": _of_two(0),
    "latter": _of_two(1),
}
