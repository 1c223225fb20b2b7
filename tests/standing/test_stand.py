"""Where two states stand on a day, by changes that are done, in effect, and of that matter."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.standing import stand
from communique.types.standing import RelationChange

DYAD = ("KEN", "PER")


def change(word: Any, day: str | None, **told: Any) -> RelationChange:
    made = RelationChange(
        id=f"rl-{word}-{day}",
        dyad=DYAD,
        change=word,
        level_before=None,
        level_after=None,
        date=day,
        report_ids=("rp-one",),
    )
    return replace(made, **told)


def levels(*changes: RelationChange, on: str = "2026-01-01", **told: Any) -> dict[str, str]:
    return {each.matter: each.level for each in stand(changes, DYAD, on, **told).stands}


def test_nothing_is_known_of_what_no_change_tells():
    other = change("severed", "2020", dyad=("FIN", "KEN"))
    assert not stand([other], DYAD, "2026-01-01")


def test_each_matter_stands_by_its_last_change():
    founded = change("established", "1975")
    label = change("upgraded", "2019-05", level_after="Strategic Partnership")
    higher = change("upgraded", "2023", level_after="comprehensive strategic partnership")
    found = stand([higher, founded, label], DYAD, "2026-01-01").stands
    assert [(each.matter, each.level, each.since) for each in found] == [
        ("diplomatic relations", "established", "1975"),
        ("partnership", "comprehensive strategic partnership", "2023"),
    ]
    assert found[1].by is higher
    assert found[1].rank == 4
    assert levels(label, higher, on="2020-01-01")["partnership"] == "Strategic Partnership"


def test_a_rank_is_told_only_of_a_label_in_the_table():
    (found,) = stand(
        [change("downgraded", "2020", level_after="cool ties")], DYAD, "2021-01-01"
    ).stands
    assert (found.rank, found.family) == (None, None)


def test_what_is_planned_or_denied_does_not_count():
    assert levels(change("severed", "2020", status="planned")) == {}
    assert levels(change("severed", None, status="denied")) == {}


def test_an_announced_change_counts_from_its_effective_date():
    told = change(
        "upgraded", "2026-03-01", status="announced", effective="2026-07-01", level_after="alliance"
    )
    before = stand([told], DYAD, "2026-06-30")
    assert (before.stands, before.ahead) == ((), (told,))
    after = stand([told], DYAD, "2026-07-01")
    assert [each.since for each in after.stands] == ["2026-07-01"]
    assert after.ahead == ()
    assert not stand([told], DYAD, "2026-02-28")


def test_what_was_done_since_leaves_nothing_of_an_announcement_ahead():
    told = change("restored", "2023-03-10", status="announced")
    done = change("restored", "2023-09-05")
    label = change("upgraded", "2023-09-05", level_after="strategic partnership")
    assert stand([told, done, label], DYAD, "2026-01-01").ahead == ()
    assert stand([told, label], DYAD, "2026-01-01").ahead == (told,)
    assert stand([told, done], DYAD, "2023-06-01").ahead == (told,)


def test_severed_relations_end_representation_and_restored_ones_return():
    raised = change("raised", "2010", level_after="embassy")
    severed = change("severed", "2020-02-02")
    restored = change("restored", "2024", level_after="ambassadorial level")
    ended = levels(raised, severed)
    assert ended == {
        "representation": "ended with diplomatic relations",
        "diplomatic relations": "severed",
    }
    assert levels(raised, severed, restored) == {
        "representation": "ambassadorial level",
        "diplomatic relations": "restored",
    }


def test_an_undated_recalled_change_counts_from_the_day_it_is_recalled():
    told = change("severed", None, status="recalled")
    assert levels(told, reported={"rp-one": "2025-05-05"}) == {"diplomatic relations": "severed"}
    assert levels(told, on="2025-05-04", reported={"rp-one": "2025-05-05"}) == {}
    assert levels(told) == {}


def test_two_changes_of_one_day_that_differ_are_told_both():
    one = change("severed", "2020-02-02", report_ids=("rp-one", "rp-two"))
    other = change("suspended", "2020-02-02")
    (found,) = stand([one, other], DYAD, "2021-01-01").stands
    assert (found.by, found.disputed) == (one, (other,))


def test_recognition_is_of_the_state_recognised():
    (found,) = stand([change("recognised", "2020", by="KEN")], DYAD, "2021-01-01").stands
    assert (found.matter, found.of) == ("recognition", "PER")


def test_a_day_that_is_none_is_refused():
    with pytest.raises(ValueError, match="Invalid isoformat"):
        stand([], DYAD, "soon")


@given(
    st.lists(
        st.tuples(st.sampled_from(["severed", "restored"]), st.integers(0, 5000)),
        unique_by=lambda each: each[1],
    )
)
def test_the_latest_change_up_to_the_day_decides(told: list[tuple[str, int]]):
    start, on = date(2010, 1, 1), 2500
    changes = [change(word, (start + timedelta(days=day)).isoformat()) for word, day in told]
    past = [(day, word) for word, day in told if day <= on]
    found = levels(*changes, on=(start + timedelta(days=on)).isoformat())
    assert found.get("diplomatic relations") == (max(past)[1] if past else None)


def test_looser_words_of_the_same_day_dispute_no_level():
    label = change("upgraded", "2023-09-10", level_after="Comprehensive Strategic Partnership")
    loose = change("upgraded", "2023-09-10", id="rl-2", level_after="top-tier partners",
                   report_ids=("rp-two", "rp-three"))  # fmt: skip
    other = change("upgraded", "2023-09-10", id="rl-3", level_after="strategic partnership")
    for told in ([label, loose], [loose, label]):
        (found,) = stand(told, DYAD, "2026-01-01").stands
        assert (found.level, found.disputed) == ("Comprehensive Strategic Partnership", ())
    (found,) = stand([label, other], DYAD, "2026-01-01").stands
    assert found.disputed


def test_what_is_looked_back_on_without_a_day_disputes_nothing():
    label = change("upgraded", "2023-09-10", level_after="comprehensive strategic partnership")
    old = change("upgraded", None, status="recalled", level_after="comprehensive partnership")
    (found,) = stand([old, label], DYAD, "2026-01-01", {"rp-one": "2023-09-10"}).stands
    assert (found.level, found.disputed) == ("comprehensive strategic partnership", ())
