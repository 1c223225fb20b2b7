"""Documents under several names, packages, several acts, and the parties that sign."""

import pytest
from made_reports import make_report

from communique.extract import extract
from communique.types.standing import Act, Instrument

DAY = "2026-03-04"


def found(text: str) -> tuple[Instrument, ...]:
    report = make_report(f"NAIROBI, March 4 -- {text}", dateline=("Nairobi", DAY), published=DAY)
    return extract(report).instruments


def test_a_pronoun_and_a_plain_name_mean_the_document_named_before() -> None:
    (one,) = found(
        "Laos and Thailand signed the Mekong Bridge Agreement in 2024. "
        "Laos ratified it in May 2025. The agreement enters into force on 1 June."
    )
    assert one.title == "Mekong Bridge Agreement"
    assert one.acts == (
        Act(act="signed", date="2024"),
        Act(act="ratified", date="2025-05", by="LAO"),
        Act(act="in_force", date="2026-06-01"),
    )


def test_a_package_has_its_number_and_lends_its_act_to_those_listed() -> None:
    package, memorandum, letter = found(
        "Kenya and Peru signed 22 documents on Monday. They include a memorandum of understanding "
        "on ports and a letter of intent on tea."
    )
    assert (package.count, package.kind) == (22, "cooperation_documents")
    assert [each.kind for each in (memorandum, letter)] == ["memorandum", "letter_of_intent"]
    assert memorandum.acts == letter.acts == (Act(act="signed", date="2026-03-02"),)


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("ASEAN and Japan signed a tourism memorandum on Monday.", ("ASEAN", "JPN")),
        ("Uruguay's Senate ratified the EU-Mercosur trade agreement.", ("EU", "MERCOSUR")),
        ("Kenya's cabinet approved a labour treaty with Peru on Monday.", ("KEN", "PER")),
        ("A treaty was adopted by Kenya, Peru and Togo on Monday.", ("KEN", "PER", "TGO")),
    ],
)
def test_parties(text: str, parties: tuple[str, ...]) -> None:
    (one,) = found(text)
    assert one.parties == parties


@pytest.mark.parametrize(
    ("words", "acts"),
    [
        ("will sign a treaty on fish in June", (Act(act="planned", date="2026-06"),)),
        ("ended their 1999 treaty on Monday", ("signed 1999", "ended 2026-03-02")),
        ("opened negotiations on a treaty on Monday", ("negotiated 2026-03-02",)),
        ("extended the treaty of 2011 on Monday", ("signed 2011", "extended 2026-03-02")),
    ],
)
def test_acts(words: str, acts: tuple[object, ...]) -> None:
    (one,) = found(f"Kenya and Peru {words}.")
    told = tuple(
        act if isinstance(wanted, Act) else f"{act.act} {act.date}"
        for act, wanted in zip(one.acts, acts, strict=True)
    )
    assert told == acts


def test_what_is_denied_or_only_called_for_is_no_act() -> None:
    assert found("Kenya denied that it had signed an agreement with Peru.") == ()
    assert found("Kenya and Peru called for the ratification of the treaty.") == ()
