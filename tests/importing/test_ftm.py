"""FollowTheMoney: persons with their offices, and nothing lost silently."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from people_samples import MINISTER, ftm, write_lines

from communique.importing import Imported, read_people
from communique.types.parties import Tenure


@pytest.fixture
def read(tmp_path: Path):
    def reading(*rows) -> Imported:
        return read_people(write_lines(tmp_path / "list.ftm.json", rows), "made")

    return reading


def codes(found: Imported) -> list[tuple[str, str]]:
    return [(fault.page.rpartition(":")[2], fault.code) for fault in found.faults]


def test_a_person_with_her_office(read) -> None:
    found = read(*MINISTER)
    (person,), (post,) = found.profiles, found.posts
    assert (person.name, person.aliases) == ("Ana Quispe", ("Ana María Quispe Rojas", "Pelusa"))
    assert (person.weak_aliases, person.sex, person.states) == (("Anita",), "f", ("PER",))
    assert person.tenures == (
        Tenure(
            title="Minister of Fisheries of Peru",
            iso3="PER",
            since="2023-01-10",
            until="2024-06-30",
            ended=True,
        ),
    )
    assert (post.title, post.iso3, post.key) == ("Minister of Fisheries of Peru", "PER", "t1")
    assert (found.form, found.lines, found.faults) == ("FollowTheMoney", 3, ())


@settings(max_examples=20, deadline=None)
@given(order=st.permutations(MINISTER))
def test_the_order_of_lines_does_not_matter(tmp_path_factory, order) -> None:
    folder = tmp_path_factory.mktemp("orders")
    found = read_people(write_lines(folder / "a.json", order), "made")
    usual = read_people(write_lines(folder / "a.json", MINISTER), "made")
    assert (found.profiles, found.posts) == (usual.profiles, usual.posts)


def test_what_is_not_taken_is_counted_by_name(read) -> None:
    found = read(*MINISTER, ftm("v1", "Vessel", name="Boat"), ftm("v2", "Vessel", name="Ship"))
    assert found.passed_over == (("Vessel", 2),)


def test_every_bad_line_is_a_fault_with_its_number(read) -> None:
    found = read(
        ftm("p1", "Person", name="Ana Quispe", birthDate="in May", country=["pe", "qq"]),
        "no json",
        '["a list"]',
        ftm("p2", "Person", country="pe"),
        ftm("o1", "Occupancy", holder="p9", post="t9"),
        ftm("o2", "Occupancy", holder="p1"),
        ftm("p1", "Vessel", name="Ana Quispe"),
    )
    assert codes(found) == [
        ("1", "E504"),
        ("1", "E505"),
        ("2", "E501"),
        ("3", "E502"),
        ("4", "E502"),
        ("5", "E503"),
        ("6", "E503"),
        ("7", "E502"),
    ]
    assert "holder p9" in found.faults[5].message
    assert "post t9" in found.faults[5].message
    assert [person.states for person in found.profiles] == [("PER",)]


def test_an_entity_within_another_stands_for_a_reference(read) -> None:
    post = ftm("t1", "Position", name="Mayor of Lima", country="pe")
    held = {"id": "o1", "schema": "Occupancy", "properties": {"post": [post]}}
    found = read(ftm("p1", "Person", name="Ana Quispe", positionOccupancies=[held]))
    assert [tenure.title for tenure in found.profiles[0].tenures] == ["Mayor of Lima"]


def test_parts_of_one_entity_come_together(read) -> None:
    first = ftm("p1", "Person", name="Ana Quispe", birthDate="1970")
    found = read(first, ftm("p1", "Person", name="A. Quispe", birthDate="1970-05-01"))
    (person,) = found.profiles
    assert (person.name, person.aliases, person.born) == (
        "Ana Quispe",
        ("A. Quispe",),
        "1970-05-01",
    )


def test_a_position_in_mere_words_is_an_office_without_dates(read) -> None:
    found = read(ftm("p1", "Person", name="Ana Quispe", position="Ambassador to Chile"))
    (tenure,) = found.profiles[0].tenures
    assert (tenure.title, tenure.since, tenure.until) == ("Ambassador to Chile", None, None)


def test_the_office_of_an_organisation_is_of_no_state(read) -> None:
    body = ftm("g1", "Organization", name="Shanghai Cooperation Organisation")
    post = ftm("t1", "Position", name="Secretary-General", organization="g1")
    held = ftm("o1", "Occupancy", holder="p1", post="t1")
    found = read(ftm("p1", "Person", name="Ana Quispe", country="pe"), body, post, held)
    assert (found.posts[0].iso3, found.posts[0].organisation) == (None, "sco")
