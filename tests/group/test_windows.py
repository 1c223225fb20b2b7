"""Which reports are looked at together."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.group import windows as module
from communique.group.windows import STEP, windows

FIRST = date(2024, 1, 1)
DAYS = st.lists(
    st.frozensets(st.integers(0, 60).map(lambda n: FIRST + timedelta(days=n)), max_size=2),
    min_size=4,
    max_size=12,
)


@pytest.fixture(autouse=True)
def many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Four reports are more than a small batch."""
    monkeypatch.setattr(module, "SMALL", 3)


def together(days: list[frozenset[date]]) -> set[tuple[int, int]]:
    return {(int(i), int(j)) for members in windows(days) for i in members for j in members}


def test_a_small_batch_is_one_window_whatever_its_days() -> None:
    days = [frozenset({FIRST}), frozenset({FIRST.replace(year=1999)}), frozenset[date]()]
    (only,) = windows(days)
    assert only.tolist() == [0, 1, 2]


@given(DAYS)
def test_what_lies_within_a_step_shares_a_window(days: list[frozenset[date]]) -> None:
    met = together(days)
    for i, one in enumerate(days):
        for j, other in enumerate(days):
            near = any(abs((a - b).days) <= STEP for a in one for b in other)
            assert not near or (i, j) in met


@given(DAYS)
def test_what_lies_two_windows_apart_shares_none(days: list[frozenset[date]]) -> None:
    met = together(days)
    for i, one in enumerate(days):
        for j, other in enumerate(days):
            if one and other and all(abs((a - b).days) >= 2 * STEP for a in one for b in other):
                assert i == j or (i, j) not in met


@given(DAYS)
def test_members_come_in_order_and_each_once(days: list[frozenset[date]]) -> None:
    for members in windows(days):
        assert members.tolist() == sorted(set(members.tolist()))


def test_few_undated_reports_are_in_every_window() -> None:
    days = [frozenset({FIRST + timedelta(days=40 * n)}) for n in range(4)] + [frozenset[date]()]
    assert {(4, n) for n in range(5)} <= together(days)


def test_many_undated_reports_are_by_themselves() -> None:
    days = [frozenset({FIRST})] * 2 + [frozenset[date]()] * 4
    found = [members.tolist() for members in windows(days) if len(members)]
    assert [0, 1] in found
    assert [2, 3, 4, 5] in found
    assert not any({0, 2} <= set(members) for members in found)
