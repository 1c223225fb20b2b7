"""One person under any of her names; nobody else under them."""

import pytest
from made_reports import make_report

from communique.extract import extract
from communique.types.parties import Actor


def persons(text: str, date: str | None = None) -> list[Actor]:
    """The persons of a report of one paragraph."""
    report = make_report(text, published=date)
    return [actor for actor in extract(report).actors if actor.kind == "person"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Turkish President Recep Tayyip Erdoğan spoke.",
            "President Tayyip Erdogan of Turkey spoke.",
        ),
        ("US President Joe Biden spoke.", "US President Joseph R. Biden spoke."),
        ("Ukrainian President Volodymyr Zelensky spoke.", "Volodymyr Zelenskyy of Ukraine spoke."),
        (
            "Azerbaijan's President Ilham Aliyev spoke.",
            "President İlham Əliyev of Azerbaijan spoke.",
        ),
    ],
)
def test_variants_of_a_name_have_one_id(one: str, other: str) -> None:
    (first,), (second,) = persons(one, "2023-05-04"), persons(other, "2023-05-04")
    assert (first.id, first.name, first.iso3) == (second.id, second.name, second.iso3)


def test_variants_in_one_report_are_one_person_with_both_roles() -> None:
    found = persons(
        "US President Joe Biden spoke in Ohio. Former senator Joseph R. Biden is 81.", "2023-05-04"
    )
    assert [person.name for person in found] == ["Joe Biden"]


def test_a_namesake_of_another_state_is_not_the_one_of_the_table() -> None:
    (found,) = persons("Kenyan Foreign Minister Ilham Aliyev spoke.", "2023-05-04")
    assert found.iso3 == "KEN"


def test_a_holder_named_without_a_state_must_be_in_office_that_day() -> None:
    assert [p.iso3 for p in persons("Hakan Fidan met reporters.", "2024-05-04")] == ["TUR"]
    assert persons("Hakan Fidan met reporters.", "2012-05-04") == []


def test_sectors_follow_the_office_held_now() -> None:
    texts = {
        "Kenyan President Amina Otieno spoke.": "GOV",
        "Former Kenyan president Amina Otieno spoke.": "ELI",
        "Ana Quispe, a colonel in the Peruvian army, spoke.": "MIL",
        "Peruvian opposition leader Ana Quispe spoke.": "OPP",
        "Hamas leader Omar Haddad spoke.": "REB",
    }
    assert {text: persons(text)[0].sector for text in texts} == texts
