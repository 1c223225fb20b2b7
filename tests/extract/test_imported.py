"""A person of an imported list is found under all her names, with state and office by date."""

import pytest
from made_reports import make_report

from communique.extract import extract
from communique.types.parties import Actor, Profile, Tenure
from communique.vocab.holders import Holders
from communique.vocab.profiles import holders_of

POST = Tenure(title="Minister of Fisheries", iso3="PER", since="2023-01-10", until="2024-06-30")
LIST = (
    Profile(
        id="pf-1",
        source="made",
        key="1",
        name="Ana Quispe",
        aliases=("Ana María Quispe Rojas", "Pelusa"),
        weak_aliases=("Anita",),
        sex="f",
        states=("PER",),
        tenures=(POST,),
    ),
    Profile(id="pf-2", source="made", key="2", name="Rufat Aliyev", states=("AZE",)),
)
TABLE = Holders(holders_of(LIST))


def persons(text: str, date: str = "2024-03-05", table: Holders | None = TABLE) -> list[Actor]:
    report = make_report(text, published=date)
    return [actor for actor in extract(report, table).actors if actor.kind == "person"]


@pytest.mark.parametrize("name", ["Ana Quispe", "Ana Maria Quispe Rojas", "Quispe Ana", "Pelusa"])
def test_under_all_her_names_she_is_one(name: str) -> None:
    (found,) = persons(f"Later, {name} visited a port of Peru.")
    assert (found.name, found.iso3, found.sector) == ("Ana Quispe", "PER", "GOV")


def test_without_the_list_nobody_is_found() -> None:
    assert persons("Later, Ana Quispe visited a port of Peru.", table=None) == []


@pytest.mark.parametrize("date", ["2022-03-05", "2024-07-01"])
def test_out_of_office_a_mere_name_is_nobody(date: str) -> None:
    assert persons("Later, Ana Quispe visited a port of Peru.", date) == []


def test_the_office_held_that_day_resolves_a_title() -> None:
    report = make_report(
        "Ana Quispe visited a port in Lima. The minister said that she would return.",
        published="2024-03-05",
    )
    found = extract(report, TABLE)
    (person,) = (actor for actor in found.actors if actor.kind == "person")
    assert found.statements[0].actor_ids == (person.id,)


def test_a_weak_name_counts_only_once_she_is_named() -> None:
    assert persons("Later, Anita visited a port of Peru.") == []
    report = make_report(
        "Later, Ana Quispe visited a port. Anita said that she liked it.", published="2024-03-05"
    )
    found = extract(report, TABLE)
    assert [len(each.actor_ids) for each in found.statements] == [1]


def test_a_list_does_not_make_a_surname_of_the_table_doubtful() -> None:
    text = "Azerbaijan opened an embassy in Lima, and later Aliyev received the envoy."
    assert [found.name for found in persons(text, table=None)] == ["Ilham Aliyev"]
    assert [found.name for found in persons(text)] == ["Ilham Aliyev"]
