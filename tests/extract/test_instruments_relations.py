"""Documents and changes of relations, once each, with what the words give and no more."""

import pytest
from made_reports import make_report

from communique.extract import extract
from communique.types.record import Act

DAY = "2025-05-06"


def test_a_title_is_kept_as_worded() -> None:
    text = (
        "Kenya and Peru issued the Joint Statement on the Establishment of the Strategic "
        "Partnership in Lima on May 6, 2025. Kenya and Peru also issued a joint statement."
    )
    (found,) = extract(make_report(text)).instruments
    assert found.kind == "joint_statement"
    assert found.title == "Joint Statement on the Establishment of the Strategic Partnership"
    assert found.parties == ("KEN", "PER")
    assert found.acts == (Act(act="issued", date=DAY),)


def test_a_document_without_a_title_has_subjects() -> None:
    text = "Kenya and Peru signed cooperation documents in such areas as fishing and tea on May 6."
    (found,) = extract(make_report(text)).instruments
    assert (found.kind, found.title) == ("cooperation_documents", None)
    assert found.subjects[:2] == ("fishing", "tea")


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Kenya and Peru will sign a treaty on fishing.", (Act(act="planned"),)),
        (
            "Kenya and Peru ratified a treaty on fishing on May 6, 2025.",
            (Act(act="ratified", date=DAY),),
        ),
        ("Kenya and Peru praised the treaty signed in 2019.", (Act(act="signed", date="2019"),)),
    ],
)
def test_acts(text: str, acts: tuple[Act, ...]) -> None:
    (found,) = extract(make_report(text)).instruments
    assert found.acts == acts


def test_an_organisations_name_is_no_instrument() -> None:
    text = (
        "Kenya and Peru issued a note on the United Nations Framework Convention on Climate Change."
    )
    assert extract(make_report(text)).instruments == ()


CHANGES = [
    (
        "Kenya and Peru have upgraded bilateral relations to a strategic partnership.",
        ("upgraded", None, "strategic partnership", "actual"),
    ),
    (
        "Kenya and Peru elevated their ties from a partnership of friendship to a comprehensive "
        "partnership.",
        ("upgraded", "partnership of friendship", "comprehensive partnership", "actual"),
    ),
    ("Kenya severed diplomatic relations with Peru.", ("severed", None, None, "actual")),
    ("Kenya and Peru restored diplomatic relations.", ("restored", None, None, "actual")),
    ("Diplomatic ties between Kenya and Peru were restored.", ("restored", None, None, "actual")),
    ("Kenya and Peru agreed to resume diplomatic relations.", ("restored", None, None, "actual")),
    ("Kenya will recognise Peru.", ("recognised", None, None, "future")),
    ("Kenya did not sever diplomatic relations with Peru.", ("severed", None, None, "negated")),
    (
        "Kenya and Peru established diplomatic relations in 1975.",
        ("established", None, None, "historical"),
    ),
    (
        "Kenya and Peru lowered their diplomatic relations from ambassadorial level to the level "
        "of chargé d'affaires.",
        ("lowered", "ambassadorial level", "level of chargé d'affaires", "actual"),
    ),
]


@pytest.mark.parametrize(("text", "wanted"), CHANGES)
def test_changes(text: str, wanted: tuple[str, str | None, str | None, str]) -> None:
    (found,) = extract(make_report(text, published=DAY)).relations
    assert found.dyad == ("KEN", "PER")
    assert (found.change, found.level_before, found.level_after, found.modality) == wanted


def test_one_change_for_one_level_with_all_its_evidence() -> None:
    text = (
        "Kenya and Peru have upgraded bilateral relations to strategic partnership.\n"
        "The two sides announced the establishment of the Kenya-Peru strategic partnership."
    )
    (found,) = extract(make_report(text)).relations
    assert (found.change, len(found.evidence)) == ("upgraded", 2)


def test_the_year_recalled_is_the_date() -> None:
    text = "Kenya and Peru established diplomatic relations in 1975."
    (found,) = extract(make_report(text, published=DAY)).relations
    assert found.date == "1975"
