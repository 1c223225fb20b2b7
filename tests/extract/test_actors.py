"""Persons, states, organisations and offices become actors; a surname alone does not."""

import pytest
from made_reports import make_report, said

from communique.extract import extract

INTRODUCED = [
    ("Kenyan President Amina Otieno arrived.", "Amina Otieno", "KEN", "President"),
    ("Peru's Foreign Minister Luis Quispe arrived.", "Luis Quispe", "PER", "Foreign Minister"),
    ("The president of Ghana, Kofi Asante, spoke.", "Kofi Asante", "GHA", "president"),
    ("Foreign Minister Ana Horvat of Croatia came.", "Ana Horvat", "HRV", "Foreign Minister"),
    (
        "Rustam Karimov, First Deputy Minister of Health and Social Protection of Uzbekistan, sat.",
        "Rustam Karimov",
        "UZB",
        "First Deputy Minister of Health and Social Protection",
    ),
    ("King Harald V of Norway came.", "Harald V", "NOR", "King"),
]


@pytest.mark.parametrize(("text", "name", "iso3", "title"), INTRODUCED)
def test_a_title_and_a_full_name_introduce_a_person(
    text: str, name: str, iso3: str, title: str
) -> None:
    persons = [a for a in extract(make_report(text)).actors if a.kind == "person"]
    assert [(p.name, p.iso3, p.roles[0].title) for p in persons] == [(name, iso3, title)]
    assert title in persons[0].roles[0].evidence[0].quote


def test_a_surname_alone_makes_no_actor() -> None:
    findings = extract(make_report("Karimov said that trade had grown. Mr. Otieno agreed."))
    assert not [a for a in findings.actors if a.kind == "person"]
    assert said(findings)[0] == ([], "trade had grown", "leading")


def test_a_counterpart_holds_the_same_office() -> None:
    text = "Kenyan Foreign Minister Amina Otieno met her Peruvian counterpart Luis Quispe."
    persons = {a.name: a for a in extract(make_report(text)).actors if a.kind == "person"}
    assert persons["Luis Quispe"].iso3 == "PER"
    assert persons["Luis Quispe"].roles[0].title == "Foreign Minister"


def test_the_other_of_two_states_goes_to_the_one_whose_state_is_not_named() -> None:
    text = (
        "President Amina Otieno met with Peruvian President Luis Quispe.\n"
        "Amina Otieno said that Kenya and Peru are friends. Kenya and Peru will trade more."
    )
    persons = {a.name: a.iso3 for a in extract(make_report(text)).actors if a.kind == "person"}
    assert persons == {"Amina Otieno": "KEN", "Luis Quispe": "PER"}


def test_one_person_has_one_actor_with_all_roles() -> None:
    text = "Kenyan President Amina Otieno spoke.\nAmina Otieno, Kenya's president, left."
    (person,) = [a for a in extract(make_report(text)).actors if a.kind == "person"]
    assert {role.title.lower() for role in person.roles} == {"president"}


def test_organisations_and_ministries_are_actors_and_agencies_are_not() -> None:
    text = (
        "The Ministry of Foreign Affairs of Peru thanked the African Union.\n"
        "The Kenyan foreign ministry told Reuters that talks went on."
    )
    found = {(a.kind, a.name, a.iso3) for a in extract(make_report(text)).actors}
    assert ("office", "Foreign Ministry of Peru", "PER") in found
    assert ("office", "Foreign Ministry of Kenya", "KEN") in found
    assert ("igo", "African Union", None) in found
    assert not [name for _, name, _ in found if "Reuters" in name]


def test_a_policy_that_holds_a_states_name_names_no_state() -> None:
    findings = extract(make_report("Peru abides by the one-China principle."))
    assert [a.name for a in findings.actors if a.kind == "state"] == ["Peru"]
