"""A person whose state one report leaves out is the person of that name who has one."""

from communique.merge.persons import rewrite, same_persons
from communique.types.parties import Actor
from communique.types.record import Event


def person(identity: str, name: str, iso3: str | None) -> Actor:
    """A person with a made id."""
    return Actor(id=identity, name=name, kind="person", iso3=iso3)


def test_the_one_without_a_state_becomes_the_one_with_it() -> None:
    actors = [person("a", "Ana Quispé", "PER"), person("b", "Ana Quispe", None)]
    assert same_persons(actors) == {"b": "a"}


def test_between_two_namesakes_nobody_can_tell() -> None:
    actors = [
        person("a", "Ana Lee", "PER"),
        person("b", "Ana Lee", "KOR"),
        person("c", "Ana Lee", None),
    ]
    assert same_persons(actors) == {}


def test_a_state_of_the_same_name_is_no_person() -> None:
    state = Actor(id="a", name="Chad", kind="state", iso3="TCD")
    assert same_persons([state, person("b", "Chad", None)]) == {}


def test_events_are_rewritten_and_hold_each_party_once() -> None:
    event = Event(
        id="ev",
        type="CONSULT",
        mode=None,
        quad="VERBAL COOPERATION",
        intensity=1.0,
        actors=("a", "b"),
        recipients=("c",),
        modality="actual",
        confidence=1.0,
        rule="meeting",
        report_ids=("rp",),
        attributed_to="b",
    )
    found = rewrite(event, {"b": "a"})
    assert (found.actors, found.recipients, found.attributed_to) == (("a",), ("c",), "a")


def test_one_who_speaks_for_an_organisation_is_not_given_a_state() -> None:
    envoy = Actor(id="b", name="Ana Quispe", kind="person", iso3=None, sector="IGO")
    assert same_persons([person("a", "Ana Quispe", "PER"), envoy]) == {}
