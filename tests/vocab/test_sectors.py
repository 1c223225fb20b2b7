"""Sectors: every signal has a known code, and phrases are read as a person would."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.vocab.groups import groups
from communique.vocab.seats import seats
from communique.vocab.sectors import sector_of, sectors, signals

CODES = {each.code for each in sectors()}


def test_codes_are_unique_described_and_used() -> None:
    assert len(sectors()) == len(CODES)
    assert all(each.description and each.plover for each in sectors())
    assert {code for code, _ in signals().values()} == CODES
    assert {each.sector for each in (*seats(), *groups())} <= CODES
    assert len(signals()) >= 400


def test_codes_that_differ_from_the_manual() -> None:
    differing = {each.code: each.plover for each in sectors() if each.code != each.plover}
    assert differing == {"MED": "JRN", "HLH": "MED", "NGM": "ISM"}


@pytest.mark.parametrize(
    ("words", "sector"),
    [
        ("the health minister", "GOV"),
        ("First Deputy Minister of Health", "GOV"),
        ("Foreign Ministry spokeswoman", "GOV"),
        ("President of the People's Republic of China", "GOV"),
        ("president of the supreme court", "JUD"),
        ("president of the national assembly", "LEG"),
        ("vice president of the company", "BUS"),
        ("Vice President of the European Commission", "IGO"),
        ("general secretary of the Communist Party", "PTY"),
        ("French troops", "MIL"),
        ("a general", "MIL"),
        ("commander of the air force", "MIL"),
        ("lawmakers", "LEG"),
        ("members of parliament", "LEG"),
        ("opposition figures", "OPP"),
        ("leader of the opposition", "OPP"),
        ("rebel leader", "REB"),
        ("leader of the rebels", "REB"),
        ("head of military intelligence", "SPY"),
        ("director of the CIA", "SPY"),
        ("former US president", "ELI"),
        ("ex-minister", "ELI"),
        ("state-run news agency", "MED"),
        ("a doctor at the hospital", "HLH"),
        ("chairman of the board", "BUS"),
        ("aid workers", "NGO"),
        ("protesters", "CVL"),
        ("gunmen", "UAF"),
        ("asylum seekers", "REF"),
        ("the drug cartel", "CRM"),
        ("riot police", "COP"),
        ("union leader", "LAB"),
        ("the archbishop of the city", "REL"),
        ("UN Secretary-General", "IGO"),
    ],
)
def test_phrases(words: str, sector: str) -> None:
    assert sector_of(words) == sector


@pytest.mark.parametrize("words", ["", "the two sides", "a stone", "Tuesday"])
def test_words_without_a_signal_tell_nothing(words: str) -> None:
    assert sector_of(words) is None


@given(st.text(max_size=40))
def test_the_answer_is_a_code_or_none(words: str) -> None:
    assert sector_of(words) in {*CODES, None}
