"""Documents and changes of relations, once each, with what the words give and no more."""

import pytest
from made_reports import make_report

from communique.extract import extract
from communique.types.standing import Act

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
        ("upgraded", None, "strategic partnership", "done"),
    ),
    (
        "Kenya and Peru elevated their ties from a partnership of friendship to a comprehensive "
        "partnership.",
        ("upgraded", "partnership of friendship", "comprehensive partnership", "done"),
    ),
    ("Kenya severed diplomatic relations with Peru.", ("severed", None, None, "done")),
    ("Kenya and Peru restored diplomatic relations.", ("restored", None, None, "done")),
    ("Diplomatic ties between Kenya and Peru were restored.", ("restored", None, None, "done")),
    ("Kenya and Peru agreed to resume diplomatic relations.", ("restored", None, None, "done")),
    ("Kenya will recognise Peru.", ("recognised", None, None, "announced")),
    ("Kenya did not sever diplomatic relations with Peru.", ("severed", None, None, "denied")),
    (
        "Kenya and Peru established diplomatic relations in 1975.",
        ("established", None, None, "recalled"),
    ),
    (
        "Kenya and Peru lowered their diplomatic relations from ambassadorial level to the level "
        "of chargé d'affaires.",
        ("lowered", "ambassadorial level", "chargé d'affaires", "done"),
    ),
]


@pytest.mark.parametrize(("text", "wanted"), CHANGES)
def test_changes(text: str, wanted: tuple[str, str | None, str | None, str]) -> None:
    (found,) = extract(make_report(text, published=DAY)).relations
    assert found.dyad == ("KEN", "PER")
    assert (found.change, found.level_before, found.level_after, found.status) == wanted


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


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Kenya, which cut ties with Peru in 2016, sent a note.", [("severed", "recalled", "KEN")]),
        (
            "Kenya cut ties with Peru in 2016 and restored them in 2020.",
            [("severed", "recalled", "KEN"), ("restored", "recalled", None)],
        ),
        ("Kenya may lower its relations with Peru.", [("lowered", "planned", "KEN")]),
        ("Kenya denied that it would sever ties with Peru.", [("severed", "denied", "KEN")]),
        ("Kenya's embassy in Peru sent back a severed cable.", []),
        ("Kenya reopened its border with Peru and resumed trade ties.", []),
    ],
)
def test_how_a_change_is_told_and_by_whom(
    text: str, wanted: list[tuple[str, str, str | None]]
) -> None:
    found = extract(make_report(text, published=DAY)).relations
    assert [(each.change, each.status, each.by) for each in found] == wanted


def test_what_is_decided_for_later_has_both_dates() -> None:
    text = "Kenya will turn its liaison office in Peru into an embassy on 1 December 2031."
    (found,) = extract(make_report(text, published="2031-11-03")).relations
    assert (found.change, found.status, found.by) == ("raised", "announced", "KEN")
    assert (found.level_before, found.level_after) == ("liaison office", "embassy")
    assert found.effective == "2031-12-01"
