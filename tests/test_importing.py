"""A list imported: the pages added afterwards are read with it, here and in worker processes."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from communique.engines import Engine, LoopEngine, ProcessEngine
from communique.extract.ids import actor_id
from communique.register import Register
from communique.register.schema import metadata
from communique.service import add, import_people

PAGE = """LIMA, March 5, 2024 (Made Agency) -- A fisheries forum opened in the port on Tuesday.

Ana María Quispe Rojas met Chilean Foreign Minister Alberto van Klaveren in Lima on Tuesday.

The two countries would sign an agreement on fisheries next month, Quispe said after the talks.
"""
PERSON = {
    "id": "p1",
    "schema": "Person",
    "properties": {"name": ["Ana Quispe"], "alias": ["Ana María Quispe Rojas"], "country": ["pe"]},
}
POST = {
    "id": "t1",
    "schema": "Position",
    "properties": {"name": ["Minister of Fisheries"], "country": ["pe"]},
}
HELD = {
    "id": "o1",
    "schema": "Occupancy",
    "properties": {"holder": ["p1"], "post": ["t1"], "startDate": ["2023"]},
}
ANA = actor_id("person", "Ana Quispe", "PER")


@pytest.fixture
def page(tmp_path: Path) -> str:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    return str(tmp_path / "page.txt")


def a_list(path: Path, *rows: object) -> Path:
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


def speakers(register: Register) -> list[tuple[str, ...]]:
    with register.read() as view:
        return [statement.actor_ids for statement in view.statements()]


@pytest.mark.parametrize("engine", [LoopEngine(), ProcessEngine(2)], ids=["loop", "processes"])
def test_a_page_is_read_again_after_an_import(tmp_path: Path, page: str, engine: Engine) -> None:
    with engine, Register.open(tmp_path / "r.db") as register:
        add(register, [page], engine)
        assert (ANA,) not in speakers(register)
        import_people(register, a_list(tmp_path / "list.json", PERSON, POST, HELD), "made")
        assert add(register, [page], engine).added == 1
        assert speakers(register) == [(ANA,)]
        assert add(register, [page], engine).added == 0
        with register.read() as view:
            party = view.party(ANA)
            assert [run.plan["extract"] for run in view.runs() if "+" in run.plan["extract"]]
    assert (party.first_seen, party.sources) == ("2024-03-05", ("made",))
    assert [(role.title, role.since, role.source) for role in party.roles] == [
        ("Minister of Fisheries", "2023", "made")
    ]


def test_the_id_of_an_imported_person_is_that_of_the_actor(tmp_path: Path) -> None:
    with Register.in_memory() as register:
        import_people(register, a_list(tmp_path / "list.json", PERSON, POST, HELD), "made")
        with register.read() as view:
            assert [party.id for party in view.parties()] == [ANA]


def standing(register: Register) -> list[str]:
    with register.read() as view:
        return sorted(map(repr, (*view.profiles(), *view.posts(), *view.faults())))


def rows(register: Register) -> int:
    about_runs = {"runs", "run_ends", "provenances"}
    counted = [t for name, t in metadata.tables.items() if name not in about_runs]
    with register._transaction(writing=False) as connection:
        return sum(
            connection.scalar(select(func.count()).select_from(each)) or 0 for each in counted
        )


WORDS = st.sampled_from(["Ana Quispe", "Luz Rojas", "Pelusa", "", "pe", "az", "qq", "2020", "May"])
NAMES = st.sampled_from(["name", "alias", "country", "birthDate", "holder", "post", "position"])
ENTITY = st.fixed_dictionaries(
    {
        "id": st.sampled_from(["p1", "p2", "t1", "o1", "Ana Quispe"]),
        "schema": st.sampled_from(["Person", "Position", "Occupancy", "Vessel"]),
        "properties": st.dictionaries(NAMES, st.lists(WORDS | st.sampled_from(["p1", "t1"]))),
    }
)


@settings(max_examples=25, deadline=None)
@given(lists=st.lists(st.lists(ENTITY | st.integers(), min_size=1), min_size=1, max_size=3))
def test_importing_again_changes_nothing(tmp_path_factory, lists: list[list[object]]) -> None:
    folder = tmp_path_factory.mktemp("lists")
    paths = [a_list(folder / f"{n}.json", PERSON, *made) for n, made in enumerate(lists)]
    with Register.in_memory() as register:
        for path in paths:
            found, told = import_people(register, path, path.stem)
            assert told == len(found.profiles) + len(found.posts)
            assert found.lines == sum(1 for _ in path.open())
        before, counted = standing(register), rows(register)
        for path in paths:
            assert import_people(register, path, path.stem)[1] == 0
        assert (standing(register), rows(register)) == (before, counted)
