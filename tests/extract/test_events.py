"""Meetings, deeds and documents become events only where the words name both parties."""

import pytest
from made_reports import events, make_report

from communique.extract import extract
from communique.vocab.plover import event_types

A, Q = "Amina Otieno", "Luis Quispe"
MEETINGS = [
    f"Kenyan President {A} met with Peruvian President {Q} in Cairo.",
    f"Kenyan President {A} held wide-ranging talks with Peruvian President {Q} in Cairo.",
    f"Kenyan President {A} and Peruvian President {Q} met in Cairo.",
    f"Trade has grown, Kenyan President {A} said when meeting with Peruvian President {Q} "
    "in Cairo.",
    f"During her meeting with Peruvian President {Q} in Cairo, Kenyan President {A} said that "
    "trade had grown.",
]


@pytest.mark.parametrize("text", MEETINGS)
def test_a_meeting_that_took_place_is_one_consult(text: str) -> None:
    findings = extract(make_report(text + " It was on May 6, 2025."))
    (event,) = [e for e in findings.events if e.type == "CONSULT"]
    assert {a.name for a in findings.actors if a.id in event.actors} == {A, Q}
    assert event.place
    assert (event.place.name, event.place.country) == ("Cairo", "EGY")
    assert event.modality == "actual"


def test_the_host_is_the_recipient_and_the_visitor_the_actor() -> None:
    text = f"Kenyan President {A} met Peruvian President {Q} in Lima on May 6, 2025."
    findings = extract(make_report(text))
    assert events(findings, "CONSULT") == [([A], [Q], "actual")]
    (event,) = [e for e in findings.events if e.type == "CONSULT"]
    assert (event.mode, event.intensity) == ("visit", 4.0)
    assert event.date
    assert (event.date.value, event.date.stated) == ("2025-05-06", True)


def test_a_call_has_no_place() -> None:
    text = (
        f"LIMA, May 6 (Desk) -- Kenyan President {A} had a phone call with Peruvian President {Q}."
    )
    findings = extract(make_report(text, dateline=("LIMA", "2025-05-06")))
    (event,) = [e for e in findings.events if e.type == "CONSULT"]
    assert (event.mode, event.place) == ("phone", None)


@pytest.mark.parametrize(
    "text",
    [
        f"Kenyan President {A} will meet with Peruvian President {Q} in May.",
        f"Kenyan President {A} did not meet with Peruvian President {Q}.",
        f"Kenyan President {A} met with Peruvian President {Q} in 2019.",
    ],
)
def test_what_is_to_come_denied_or_recalled_is_no_meeting(text: str) -> None:
    findings = extract(make_report(text, published="2025-05-06"))
    assert events(findings, "CONSULT") == []


DEEDS = [
    ("Kenya firmly supports Peru in keeping its forests.", "SUPPORT", "actual"),
    ("Kenya condemned Peru over the raid.", "ACCUSE", "actual"),
    ("Kenya urged Peru to open the border.", "REQUEST", "actual"),
    ("Kenya imposed sanctions on Peru.", "SANCTION", "actual"),
    ("Kenya severed diplomatic relations with Peru.", "SANCTION", "actual"),
    ("Kenya rejected Peru's claim.", "REJECT", "actual"),
    ("Kenya did not condemn Peru.", "ACCUSE", "negated"),
    ("Kenya might condemn Peru.", "ACCUSE", "hypothetical"),
    ("Kenya is ready to work with Peru.", "AGREE", "actual"),
    ("Kenya, which was to hold a vote, condemned Peru.", "ACCUSE", "actual"),
    ("Kenya severed diplomatic relations with Peru on May 6, 1975.", "SANCTION", "historical"),
    ("Kenya thanked Peru for its help in 1975.", "SUPPORT", "actual"),
]


@pytest.mark.parametrize(("text", "kind", "modality"), DEEDS)
def test_a_deed_of_one_state_towards_another(text: str, kind: str, modality: str) -> None:
    findings = extract(make_report(text, published="2025-05-06"))
    assert events(findings, kind) == [(["Kenya"], ["Peru"], modality)]
    for event in findings.events:
        assert event.quad == event_types()[event.type].quad


def test_what_is_said_is_attributed_to_who_said_it() -> None:
    text = f"Kenyan President {A} said that Kenya supports Peru."
    findings = extract(make_report(text))
    (event,) = [e for e in findings.events if e.type == "SUPPORT"]
    assert event.attributed_to == next(a.id for a in findings.actors if a.name == A)


def test_no_event_without_a_recipient() -> None:
    findings = extract(make_report("Kenya condemned the raid. Peru supports peace."))
    assert findings.events == ()
