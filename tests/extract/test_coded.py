"""The trained coder over a report: direction, groups, what the manual overrules."""

import pytest
from made_reports import make_report

from communique.extract import coded, extract
from communique.extract.compound import Told, without_clashes
from communique.extract.manual import overruled
from communique.extract.marks import Found, marked
from communique.models.coding.coder import Parties
from communique.types.text import Passage

CAST = "Kenyan President Amina Otieno flew to Lima. Peru and Kenya are far apart. Chile is near.\n"


def told(text: str) -> set[tuple[str, tuple[str, ...], tuple[str, ...], str]]:
    findings = extract(make_report(CAST + text, published="2025-05-06"))
    names = {actor.id: actor.name for actor in findings.actors}
    return {
        (
            event.type,
            tuple(names[one] for one in event.actors),
            tuple(names[one] for one in event.recipients),
            event.modality,
        )
        for event in findings.events
    }


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Peru donated 400 tonnes of maize to Kenya.", ("AID", ("Peru",), ("Kenya",), "actual")),
        ("Kenya was bombed by Chile.", ("ASSAULT", ("Chile",), ("Kenya",), "actual")),
        (
            "Peru massed troops on the border with Chile.",
            ("MOBILIZE", ("Peru",), ("Chile",), "actual"),
        ),
    ],
)
def test_who_does_what_to_whom(text: str, event: tuple) -> None:
    assert event in told(text)
    assert not any(one[1] == event[2] for one in told(text))


def test_nothing_happens_between_those_only_named_together() -> None:
    assert (
        told("Exports of Peru and Kenya rose by 3 percent, and Chile has a longer coast.") == set()
    )


def test_what_an_unknown_voice_tells_is_no_event() -> None:
    text = "“Chile bombed Kenya,” a fisherman said."
    assert not any(one[0] == "ASSAULT" for one in told(text))


def test_evidence_holds_the_sentence_and_each_party() -> None:
    findings = extract(make_report(CAST + "Peru donated 400 tonnes of maize to Kenya."))
    (event,) = [each for each in findings.events if each.type == "AID"]
    assert [each.quote for each in event.evidence] == [
        "Peru donated 400 tonnes of maize to Kenya.",
        "Peru",
        "Kenya",
    ]


@pytest.mark.parametrize(
    ("words", "given", "ruled"),
    [
        ("Peru will send doctors to Kenya", ("AID", None, "future"), ("AGREE", None, "future")),
        (
            "Peru will not lift its ban on Kenya",
            ("RETREAT", None, "negated"),
            ("REJECT", None, "actual"),
        ),
        (
            "Peru summoned the ambassador of Kenya",
            ("CONSULT", None, "actual"),
            ("ACCUSE", "disapprove", "actual"),
        ),
        (
            "Peru recalled its ambassador to Kenya",
            ("RETREAT", "withdraw", "actual"),
            ("SANCTION", "withdraw", "actual"),
        ),
        (
            "Peru was ready to work with Kenya",
            ("AGREE", None, "hypothetical"),
            ("AGREE", None, "actual"),
        ),
        (
            "Peru may be ready to work with Kenya",
            ("AGREE", None, "hypothetical"),
            ("AGREE", None, "hypothetical"),
        ),
        (
            "Boluarte said both sides should deepen trade",
            ("REQUEST", "change", "actual"),
            ("AGREE", None, "actual"),
        ),
        (
            "Boluarte said Kenya should deepen trade",
            ("REQUEST", "change", "actual"),
            ("REQUEST", "change", "actual"),
        ),
        (
            "Peru supports Kenya in hosting the conference",
            ("CONSULT", "multilateral", "actual"),
            ("SUPPORT", None, "actual"),
        ),
        ("Peru sent doctors to Kenya", ("AID", None, "actual"), ("AID", None, "actual")),
    ],
)
def test_the_manual_goes_first(words: str, given: tuple, ruled: tuple) -> None:
    assert overruled(words, (0, len(words)), *given) == ruled


def test_what_a_list_does_together_is_one_event() -> None:
    text = "The leaders of Peru, Kenya, Chile and Ghana adopted a declaration on fishing in Lima."
    found = [one for one in told(text) if one[0] == "SUPPORT"]
    assert [set(one[1]) for one in found] == [{"Peru", "Kenya", "Chile", "Ghana"}]


def test_a_body_in_a_title_is_no_party_beside_its_officer() -> None:
    text = "The UN Emergency Relief Coordinator, Ada Lindqvist, condemned Chile on Monday."
    findings = extract(make_report(text, published="2025-05-06"))
    names = {actor.id: actor.name for actor in findings.actors}
    (event,) = findings.events
    assert [names[one] for one in event.actors] == ["Ada Lindqvist"]


def test_the_surer_of_two_events_with_parts_exchanged_is_kept() -> None:
    fill = {"kind": "state", "rule": "state", "start": 0, "end": 4}
    kenya, chile, peru = (Found(actor_ids=(name,), **fill) for name in ("ken", "chl", "per"))
    rest = {"mode": None, "modality": "actual", "contexts": (), "at": (0, 4)}
    surer = Told(actors=(kenya,), recipients=(peru,), type="ACCUSE", confidence=0.9, **rest)
    other = Told(actors=(chile,), recipients=(peru,), type="ACCUSE", confidence=0.8, **rest)
    turned = Told(actors=(chile,), recipients=(kenya,), type="ACCUSE", confidence=0.7, **rest)
    apart = Told(actors=(chile,), recipients=(kenya,), type="AID", confidence=0.7, **rest)
    assert list(without_clashes([surer, other, turned, apart])) == [surer, other, apart]


def test_a_party_alone_is_asked_for_only_in_a_report_of_two_states(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def parties(sentences: list[str]) -> tuple[Parties, ...]:
        asked.extend(sentences)
        return tuple(Parties(actors=(), recipients=(), types={}) for _ in sentences)

    monkeypatch.setattr(coded, "parties", parties)
    alone = Found(kind="state", start=0, end=4, actor_ids=("ac-chad",), iso3=("TCD",), rule="name")
    text = "Chad will send food."
    unit = marked(Passage.cut(text, 0, len(text)), (alone,))
    for dyad in (None, ("KEN", "PER")):
        assert coded.told_in(unit, dyad) == []
    assert not asked
    coded.told_in(unit, ("KEN", "TCD"))
    assert asked == [text]
