"""Public figures, peoples and the words that make bodies: typed, distinct and found."""

import pytest

from communique.vocab.body_words import body_heads, body_topics
from communique.vocab.figures import figures, find_figure
from communique.vocab.holders import find_holders
from communique.vocab.peoples import peoples
from communique.vocab.sectors import sectors
from communique.vocab.states import state
from communique.vocab.tables import fold

CODES = {each.code for each in sectors()}


def test_figures_are_typed_and_no_form_names_two() -> None:
    forms = [fold(form) for each in figures() for form in {each.name, *each.variants}]
    twice = {form for form in forms if forms.count(form) > 1}
    assert not {form for form in twice if " " not in form and find_holders(form)}
    names = [fold(each.name) for each in figures()]
    assert len(set(names)) == len(names) >= 1000
    for each in figures():
        assert each.sector in CODES
        assert each.iso3 is None or state(each.iso3), each


@pytest.mark.parametrize(
    ("name", "iso3", "sector"),
    [
        ("Alexey Navalny", "RUS", "OPP"),
        ("Bobi Wine", "UGA", "OPP"),
        ("Hemedti", "SDN", "REB"),
        ("Rafael Grossi", None, "IGO"),
        ("Mazlum Abdi", "SYR", "REB"),
    ],
)
def test_known_figures(name: str, iso3: str | None, sector: str) -> None:
    found = find_figure(name)
    assert found
    assert (found.iso3, found.sector) == (iso3, sector)


def test_peoples_have_states_and_heads_have_sectors() -> None:
    assert all(state(iso3) for iso3 in peoples().values())
    assert {sector for sector, _ in body_heads().values()} <= CODES
    assert set(body_topics().values()) <= CODES
