"""Wikidata dumps: what the file holds is used, what it lacks is told."""

from pathlib import Path

import pytest
from people_samples import COUNTRY, PERSON, POSITION, day, item, snak, write_dump, write_lines

from communique.importing import Imported, read_people
from communique.types.parties import Tenure


@pytest.fixture
def read(tmp_path: Path):
    def reading(*rows) -> Imported:
        return read_people(write_dump(tmp_path / "dump.json", rows), "made")

    return reading


def told(found: Imported) -> list[tuple[str, str]]:
    return [(fault.code, fault.message.rpartition(": ")[2]) for fault in found.faults]


def test_a_person_with_her_offices(read) -> None:
    found = read(COUNTRY, POSITION, PERSON)
    (person,) = found.profiles
    assert (person.name, person.aliases, person.weak_aliases) == (
        "Ana Quispe",
        ("Ana Maria Quispe",),
        ("Anita",),
    )
    assert (person.sex, person.states) == ("f", ("PER",))
    assert set(person.tenures) == {
        Tenure(
            title="Minister of Fisheries",
            iso3="PER",
            since="2023-01-10",
            until="2024-06",
            ended=True,
        ),
        Tenure(title="Q777", ended=True),
    }
    assert told(found) == [("E503", "Q777, a position")]
    assert found.passed_over == (("item (no person, no office held)", 1),)


def test_without_the_entities_of_state_and_office_neither_is_guessed(read) -> None:
    (person,) = read(PERSON).profiles
    assert person.states == ()
    assert {tenure.title for tenure in person.tenures} == {"Q901", "Q777"}
    assert {tenure.iso3 for tenure in person.tenures} == {None}


def test_each_missing_entity_is_told_once(read) -> None:
    other = item("Q2", "Luz Rojas", P31=[snak("Q5")], P27=[snak("Q900")])
    found = read(PERSON, other)
    assert [fault.page.rpartition(":")[2] for fault in found.faults] == ["2"]
    assert found.faults[0].message.count("Q900") == 1
    assert "Q900, a state (2 times)" in found.faults[0].message


def test_a_title_that_names_its_state_needs_no_other_entity(read) -> None:
    position = item("Q901", "Minister of Fisheries of Peru")
    (person,) = read(position, PERSON).profiles
    assert "PER" in {tenure.iso3 for tenure in person.tenures}


def test_a_region_that_bears_a_state_s_name_is_no_state(read) -> None:
    region = item("Q900", "Georgia", P31=[snak("Q35657")])
    (person,) = read(region, PERSON).profiles
    assert person.states == ()


def test_a_citizenship_that_ended_does_not_count(read) -> None:
    former = item("Q905", "Chile", P31=[snak("Q6256")])
    claims = [(snak("Q905"), {"P582": [day("1990-01-01")]}), snak("Q900")]
    person = item("Q2", "Luz Rojas", P31=[snak("Q5")], P27=claims)
    assert read(COUNTRY, former, person).profiles[0].states == ("PER",)


def test_dates_that_are_none_are_told(read) -> None:
    person = item("Q2", "Luz Rojas", P31=[snak("Q5")], P569=[day("1900-00-00", 7)])
    found = read(person)
    assert found.profiles[0].born is None
    assert [fault.code for fault in found.faults] == ["E504"]


def test_partial_dates_keep_their_precision(read) -> None:
    person = item("Q2", "Luz Rojas", P31=[snak("Q5")], P569=[day("1960-00-00", 9)])
    assert read(person).profiles[0].born == "1960"


def test_bad_lines_are_faults_and_other_kinds_are_counted(tmp_path: Path) -> None:
    rows = [
        item("Q2", "Luz Rojas", P31=[snak("Q5")]),
        "{half of",
        {"id": "Q3", "labels": 7, "claims": {}},
        item("Q4", None, P31=[snak("Q5")]),
        {"type": "property", "id": "P31", "labels": {}, "claims": []},
    ]
    found = read_people(write_lines(tmp_path / "a.json", rows), "made")
    assert [(f.page, f.code) for f in found.faults] == [
        ("a.json:2", "E501"),
        ("a.json:3", "E502"),
        ("a.json:4", "E502"),
    ]
    assert found.passed_over == (("property", 1),)
    assert [person.name for person in found.profiles] == ["Luz Rojas"]
