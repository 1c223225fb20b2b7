"""Armed groups, parties, companies and others: distinct, typed and found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.vocab.groups import find_group, group_index, groups
from communique.vocab.organisations import organisation_index
from communique.vocab.press import agencies
from communique.vocab.seats import seat_index
from communique.vocab.states import state


def test_the_table_is_large_enough_and_distinct() -> None:
    kinds = [each.kind for each in groups()]
    assert {kind: kinds.count(kind) >= 25 for kind in ("armed_group", "party", "company")} == {
        "armed_group": True,
        "party": True,
        "company": True,
    }
    assert len({each.id for each in groups()}) == len(groups()) >= 120
    surfaces = [surface for each in groups() for surface in each.surfaces]
    assert len(set(surfaces)) == len(surfaces)
    for each in groups():
        assert each.iso3 is None or state(each.iso3)
        assert each.ambiguous <= set(each.surfaces)


def test_a_trusted_form_names_no_organisation_seat_or_agency() -> None:
    for index in (organisation_index(), seat_index(), agencies()):
        assert group_index().keys().isdisjoint(index)


@pytest.mark.parametrize(
    ("form", "name", "kind", "sector"),
    [
        ("Hamas", "Hamas", "armed_group", "REB"),
        ("Ansar Allah", "Houthis", "armed_group", "REB"),
        ("ISIL", "Islamic State", "armed_group", "IMG"),
        ("Wagner", "Wagner Group", "armed_group", "PRM"),
        ("CPC", "Communist Party of China", "party", "GOV"),
        ("AK Party", "Justice and Development Party", "party", "PTY"),
        ("SOCAR", "SOCAR", "company", "BUS"),
        ("Aramco", "Saudi Aramco", "company", "BUS"),
        ("Amnesty International", "Amnesty International", "ngo", "NGO"),
    ],
)
def test_known_groups(form: str, name: str, kind: str, sector: str) -> None:
    found = group_index()[form]
    assert (found.name, found.kind, found.sector) == (name, kind, sector)
    assert find_group(form.lower()) == found


def test_ambiguous_forms_are_found_only_where_asked_for() -> None:
    assert "Shell" not in group_index()
    found = find_group("Shell")
    assert found
    assert found.kind == "company"


@given(st.text(max_size=30))
def test_look_ups_never_raise(words: str) -> None:
    found = find_group(words)
    assert found is None or found in groups()
