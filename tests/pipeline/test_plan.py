"""The plan holds together, and says so where it does not."""

import pytest

from communique.pipeline.codec import KINDS
from communique.pipeline.plan import MAKERS, MERGE_PLAN, STAGES, check_plan, page_plan, versions


def test_the_standard_plan_holds() -> None:
    check_plan(STAGES)
    assert set(MAKERS) == set(KINDS)
    assert set(MAKERS.values()) <= set(versions())


def test_a_plan_out_of_order_or_with_a_name_twice() -> None:
    with pytest.raises(ValueError, match="needs"):
        check_plan(STAGES[1:])
    with pytest.raises(ValueError, match="two stages"):
        check_plan((*STAGES, STAGES[-1]))


def test_a_page_is_done_again_when_a_stage_changes() -> None:
    told = versions()
    for name in ("read", "clean", "split", "extract"):
        assert f"{name}-{told[name]}" in page_plan()
    assert "merge" not in page_plan()
    assert "merge" in MERGE_PLAN


def test_a_page_is_done_again_when_other_persons_were_imported() -> None:
    assert len({page_plan(), page_plan("abc"), page_plan("abd")}) == 3
    assert versions("abc") == versions() | {"extract": f"{versions()['extract']}+profiles-abc"}
