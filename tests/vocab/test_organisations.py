"""Intergovernmental organisations: complete, distinct, and found under every name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.vocab.organisations import find_organisation, organisation_index, organisations
from communique.vocab.tables import fold

SHARED = {"isa", "idb"}


def test_ids_and_names_are_unique_and_the_table_is_large_enough() -> None:
    assert len(organisations()) >= 120
    assert len({each.id for each in organisations()}) == len(organisations())
    assert len({each.name for each in organisations()}) == len(organisations())
    assert {each.kind for each in organisations()} == {"igo", "ngo"}


def test_only_known_acronyms_are_shared_and_they_are_marked() -> None:
    owners: dict[str, set[str]] = {}
    for each in organisations():
        for surface in each.surfaces:
            owners.setdefault(fold(surface), set()).add(each.id)
    assert {surface for surface, ids in owners.items() if len(ids) > 1} == SHARED
    assert {"IDB", "ISA"}.isdisjoint(organisation_index())


def test_every_unshared_surface_finds_its_organisation() -> None:
    for each in organisations():
        for surface in each.surfaces:
            expected = None if fold(surface) in SHARED else each
            assert find_organisation(surface) == expected


def test_ambiguous_surfaces_are_surfaces_and_stay_out_of_the_index() -> None:
    for each in organisations():
        assert each.ambiguous <= set(each.surfaces)
        assert each.ambiguous.isdisjoint(organisation_index())
        assert organisation_index()[each.name] == each


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("sco", "Shanghai Cooperation Organization"),
        ("Shanghai Cooperation Organisation", "Shanghai Cooperation Organization"),
        ("Organization of turkic states", "Organization of Turkic States"),
        ("U.N.", "United Nations"),
        ("the EU", "European Union"),
        ("who", "World Health Organization"),
        ("Mercosur", "Southern Common Market"),
    ],
)
def test_find_organisation_reads_what_users_write(words: str, name: str) -> None:
    found = find_organisation(words)
    assert found is not None
    assert found.name == name


def test_the_index_is_exact_in_case_and_takes_a_typographic_apostrophe() -> None:
    assert organisation_index()["ASEAN"].seat == "Jakarta"
    assert "asean" not in organisation_index()
    assert organisation_index()["United Nations Children’s Fund"].id == "unicef"


@given(st.text(max_size=40))
def test_look_ups_never_raise(words: str) -> None:
    found = find_organisation(words)
    assert found is None or fold(words) in {fold(form) for form in (found.id, *found.surfaces)}
