"""One entry from many: what is united, what stays apart, and what never changes."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.merge import merge
from communique.types.coverage import Coverage, Merged, Origin
from communique.types.ids import content_id
from communique.types.parties import Actor, ActorKind
from communique.types.record import Event, EventDate, Findings, Place
from communique.types.standing import Act, Instrument, RelationChange
from communique.types.text import Evidence, Span


def actor(name: str, kind: ActorKind, iso3: str | None) -> Actor:
    return Actor(id=name, name=name, kind=kind, iso3=iso3)


ACTORS = (
    actor("ruto", "person", "KEN"),
    actor("mudavadi", "person", "KEN"),
    actor("kenya", "state", "KEN"),
    actor("stubb", "person", "FIN"),
    actor("valtonen", "person", "FIN"),
    actor("finland", "state", "FIN"),
    actor("uganda", "state", "UGA"),
    actor("un", "igo", None),
)
COVERAGE = Coverage(
    id="cv-1",
    report_ids=("r1", "r2", "r3"),
    origins=(
        Origin(name="wire", report_ids=("r1", "r2"), reason="copy"),
        Origin(name="readout", report_ids=("r3",), reason="its own words"),
    ),
)


def words(report_id: str, start: int = 0) -> tuple[Evidence, ...]:
    return (Evidence(report_id=report_id, span=Span(start=start, end=start + 3), quote="met"),)


def event(report_id: str, actors: str, recipients: str = "", **changes: Any) -> Event:
    made = Event(
        id="",
        type="CONSULT",
        mode=None,
        quad="VERBAL COOPERATION",
        intensity=1.0,
        actors=tuple(actors.split()),
        recipients=tuple(recipients.split()),
        modality="actual",
        confidence=0.8,
        rule="meet",
        report_ids=(report_id,),
        evidence=words(report_id),
    )
    made = replace(made, **changes)
    return replace(made, id=content_id("ev", repr(made)))


def instrument(report_id: str, kind: Any, title: str | None, **changes: Any) -> Instrument:
    made = Instrument(
        id="",
        kind=kind,
        title=title,
        parties=("FIN", "KEN"),
        report_ids=(report_id,),
        evidence=words(report_id, 10),
    )
    made = replace(made, **changes)
    return replace(made, id=content_id("in", repr(made)))


def change(report_id: str, word: Any, level: str | None, **changes: Any) -> RelationChange:
    made = RelationChange(
        id="",
        dyad=("FIN", "KEN"),
        change=word,
        level_before=None,
        level_after=level,
        date=None,
        report_ids=(report_id,),
        evidence=words(report_id, 20),
    )
    made = replace(made, **changes)
    return replace(made, id=content_id("rl", repr(made)))


def findings(*things: Event | Instrument | RelationChange) -> list[Findings]:
    return [
        Findings(
            report_id=report_id,
            actors=ACTORS,
            events=tuple(t for t in things if isinstance(t, Event) and report_id in t.report_ids),
            instruments=tuple(
                t for t in things if isinstance(t, Instrument) and report_id in t.report_ids
            ),
            relations=tuple(
                t for t in things if isinstance(t, RelationChange) and report_id in t.report_ids
            ),
        )
        for report_id in COVERAGE.report_ids
    ]


def day(value: str, precision: Any = "day", stated: bool = True) -> EventDate:
    return EventDate(value=value, precision=precision, stated=stated)


def test_a_meeting_told_by_three_is_one() -> None:
    nairobi = Place(name="Nairobi", country="KEN", lat=-1.29, lon=36.82)
    (found,) = merge(
        COVERAGE,
        findings(
            event("r1", "ruto stubb", date=day("2025-05", "month")),
            event("r2", "stubb", "ruto", date=day("2025-05-05", stated=False), mode="visit"),
            event("r3", "kenya finland", place=nairobi, confidence=0.9),
        ),
    ).events
    assert found.actors == ("ruto", "stubb", "kenya", "finland")
    assert found.recipients == ()
    assert found.report_ids == ("r1", "r2", "r3")
    assert [piece.report_id for piece in found.evidence] == ["r1", "r2", "r3"]
    assert (found.origins, found.coverage_id, found.confidence) == (2, "cv-1", 0.9)
    assert found.date == day("2025-05-05", stated=False)
    assert (found.place, found.mode) == (nairobi, "visit")


def test_carriers_of_one_origin_count_once() -> None:
    (found,) = merge(
        COVERAGE, findings(event("r1", "ruto stubb"), event("r2", "ruto stubb"))
    ).events
    assert found.origins == 1


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (event("r1", "ruto stubb"), event("r2", "mudavadi valtonen")),
        (event("r1", "ruto stubb"), event("r2", "ruto uganda")),
        (event("r1", "ruto stubb"), event("r2", "ruto stubb", modality="future")),
        (event("r1", "ruto stubb"), event("r2", "ruto stubb", type="AGREE")),
        (
            event("r1", "ruto stubb", date=day("2025-05-05")),
            event("r2", "ruto stubb", date=day("2025-05-06")),
        ),
        (
            event("r1", "kenya", "finland", type="SUPPORT", attributed_to="ruto"),
            event("r2", "kenya", "finland", type="SUPPORT", attributed_to="stubb"),
        ),
        (
            event("r1", "kenya", "finland", type="SUPPORT"),
            event("r2", "finland", "kenya", type="SUPPORT"),
        ),
        (
            event("r1", "kenya finland", type="COOPERATE", mode="economic"),
            event("r2", "kenya finland", type="COOPERATE", mode="military"),
        ),
    ],
)
def test_what_differs_stays_apart(a: Event, b: Event) -> None:
    found = merge(COVERAGE, findings(a, b)).events
    assert len(found) == 2
    assert len({each.id for each in found}) == 2


def test_the_id_lasts_as_carriers_join() -> None:
    first = event("r1", "ruto stubb")
    more = event("r2", "kenya finland ruto", date=day("2025-05-05"))
    (alone,) = merge(COVERAGE, findings(first)).events
    (joined,) = merge(COVERAGE, findings(first, more)).events
    assert alone.id == joined.id != first.id


def test_a_joint_statement_is_one_with_its_fullest_title() -> None:
    (found,) = merge(
        COVERAGE,
        findings(
            instrument("r1", "joint_statement", "joint statement", acts=(Act(act="issued"),)),
            instrument(
                "r2",
                "joint_statement",
                "Joint Statement between Kenya and Finland on a Forest Partnership",
                acts=(Act(act="issued", date="2025-05-05"),),
                subjects=("Forests",),
            ),
            instrument("r3", "joint_statement", None, parties=("KEN",), subjects=("forests",)),
        ),
    ).instruments
    assert found.title == "Joint Statement between Kenya and Finland on a Forest Partnership"
    assert found.parties == ("FIN", "KEN")
    assert found.acts == (Act(act="issued", date="2025-05-05"),)
    assert found.subjects == ("Forests",)
    assert found.report_ids == ("r1", "r2", "r3")


def test_two_memoranda_are_two() -> None:
    found = merge(
        COVERAGE,
        findings(
            instrument("r1", "memorandum", "Memorandum on Forestry"),
            instrument("r2", "memorandum", "memorandum on forestry"),
            instrument("r2", "memorandum", "Memorandum on Youth Football"),
            instrument("r3", "cooperation_documents", None, subjects=("water",)),
            instrument("r1", "cooperation_documents", None, subjects=("trade",)),
        ),
    ).instruments
    assert [each.kind for each in found].count("memorandum") == 2
    assert [each.subjects for each in found if each.kind != "memorandum"] == [("trade", "water")]


def test_one_change_of_relations_by_the_word_of_most() -> None:
    statement = instrument("r3", "joint_statement", "Statement on the Strategic Partnership")
    other = instrument("r3", "memorandum", "Memorandum on Forestry")
    found = merge(
        COVERAGE,
        findings(
            change("r1", "established", "a strategic partnership", date="2025-05-05"),
            change("r2", "upgraded", "Strategic Partnership", date="2025-05"),
            change("r3", "upgraded", None, instrument_ids=(other.id,)),
            statement,
            other,
        ),
    )
    (made,) = found.relations
    assert (made.change, made.date) == ("upgraded", "2025-05-05")
    assert (made.level_before, made.level_after) == (None, "a strategic partnership")
    assert made.report_ids == ("r1", "r2", "r3")
    assert set(made.instrument_ids) == {each.id for each in found.instruments}


def test_changes_apart() -> None:
    found = merge(
        COVERAGE,
        findings(
            change("r1", "upgraded", "strategic partnership"),
            change("r2", "upgraded", "comprehensive strategic partnership"),
            change("r3", "severed", None, status="recalled"),
        ),
    ).relations
    assert len(found) == 3


REPORT_IDS = st.sampled_from(COVERAGE.report_ids)
NAMES = st.lists(st.sampled_from([each.id for each in ACTORS]), min_size=1, max_size=3, unique=True)
EVENTS = st.builds(
    lambda report_id, kind, actors, recipients, date, start, confidence: event(
        report_id,
        " ".join(actors),
        " ".join(recipients),
        type=kind,
        date=date,
        evidence=words(report_id, start),
        confidence=confidence,
    ),
    REPORT_IDS,
    st.sampled_from(("CONSULT", "SUPPORT")),
    NAMES,
    st.one_of(st.just([]), NAMES),
    st.sampled_from((None, day("2025-05", "month"), day("2025-05-05"), day("2025-05-06"))),
    st.integers(0, 2),
    st.sampled_from((0.5, 0.9)),
)
INSTRUMENTS = st.builds(
    lambda report_id, kind, title, parties, acts: instrument(
        report_id, kind, title, parties=tuple(sorted(parties)), acts=tuple(acts)
    ),
    REPORT_IDS,
    st.sampled_from(("memorandum", "joint_statement")),
    st.sampled_from((None, "Memorandum on Water", "a text on the strategic partnership")),
    st.sets(st.sampled_from(("FIN", "KEN", "UGA")), max_size=3),
    st.lists(st.sampled_from((Act(act="signed"), Act(act="signed", date="2025"))), max_size=2),
)
CHANGES = st.builds(
    lambda report_id, word, level, date: change(report_id, word, level, date=date),
    REPORT_IDS,
    st.sampled_from(("established", "upgraded", "severed")),
    st.sampled_from((None, "strategic partnership", "partnership")),
    st.sampled_from((None, "2025-05", "2025-05-05", "2024")),
)
THINGS = st.lists(st.one_of(EVENTS, INSTRUMENTS, CHANGES), max_size=10)


@settings(deadline=None)
@given(THINGS, st.randoms(use_true_random=False))
def test_the_order_of_reports_and_findings_does_not_matter(things: list[Any], chance: Any) -> None:
    shuffled = list(things)
    chance.shuffle(shuffled)
    backward = list(reversed(findings(*shuffled)))
    assert merge(COVERAGE, backward) == merge(COVERAGE, findings(*things))


@settings(deadline=None)
@given(THINGS)
def test_merging_again_changes_nothing(things: list[Any]) -> None:
    once = merge(COVERAGE, findings(*things))
    again = Findings(
        report_id="r1",
        actors=ACTORS,
        events=once.events,
        instruments=once.instruments,
        relations=once.relations,
    )
    assert merge(COVERAGE, [again]) == once
    assert merge(COVERAGE, [*findings(*things), *findings(*things)]) == once


@settings(deadline=None)
@given(THINGS)
def test_no_evidence_and_no_carrier_is_lost(things: list[Any]) -> None:
    made = merge(COVERAGE, findings(*things))
    for kind, merged in (
        (Event, made.events),
        (Instrument, made.instruments),
        (RelationChange, made.relations),
    ):
        given_things = [thing for thing in things if isinstance(thing, kind)]
        assert _carried(given_things) == _carried(merged)
        assert len({each.id for each in merged}) == len(merged)


def _carried(things: Any) -> tuple[set[str], set[Evidence]]:
    carriers = {name for thing in things for name in thing.report_ids}
    return carriers, {piece for thing in things for piece in thing.evidence}


def test_nothing_in_nothing_out() -> None:
    assert merge(COVERAGE, []) == Merged(coverage_id="cv-1")
