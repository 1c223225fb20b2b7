"""Which placed reports are looked at beside a new one."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

import pytest

from communique.register import MACHINE, Register, coverage_of, nearby
from communique.register.judging import judgement
from communique.types.ids import content_id
from communique.types.text import Page, Passage, Report, Stamp

STOCK = "Talks on trade went well and both sides were content with what they had reached so far."


def report(name: str, text: str, day: str | None) -> Report:
    body = Passage.cut(text, 0, len(text))
    return Report(
        id=content_id("rp", name),
        page_id=content_id("pg", name),
        kind="news",
        language="en",
        headline=None,
        byline=None,
        outlet=None,
        agency=None,
        dateline=None,
        published=Stamp(value=day, stated=True) if day else None,
        updated=None,
        paragraphs=(body,),
        sentences=(body,),
    )


def page_of(one: Report) -> Page:
    return Page(
        id=one.page_id,
        name=one.id,
        address=None,
        media="text",
        encoding="utf-8",
        sha256=one.id,
        text=one.body,
        blocks=(),
    )


def add(register: Register, *reports: Report) -> None:
    """Add reports, each a coverage of its own."""
    run = register.begin_run("test", {})
    with register.write(run) as writer:
        for each in reports:
            writer.add_page(page_of(each), "1", reports=[each])
        writer.judge(
            judgement("same_happening", each.id, coverage_of(each.id), MACHINE, "made up")
            for each in reports
        )


def near(register: Register, new: Report) -> set[str]:
    with register.read() as view:
        return set(view.nearby([new]))


@pytest.fixture
def register() -> Iterator[Register]:
    with Register.in_memory() as opened:
        yield opened


NEW = report("new", f"Orlan met Vasko in Tirpol. {STOCK}", "2024-05-20")


def test_a_shared_name_within_reach_is_near(register: Register) -> None:
    same = report("same", "Vasko of Grenmark was received on Monday.", "2024-05-27")
    late = report("late", "Vasko of Grenmark was received on Monday.", "2024-05-28")
    other = report("other", "Zelen visited a dairy.", "2024-05-20")
    add(register, same, late, other)
    assert near(register, NEW) == {same.id}


def test_an_undated_report_is_within_reach_of_all(register: Register) -> None:
    undated = report("undated", "Vasko spoke.", None)
    old = report("old", "Vasko spoke to Arbel.", "2009-01-01")
    add(register, undated, old)
    assert near(register, NEW) == {undated.id}
    assert near(register, report("x", NEW.body, None)) == {undated.id, old.id}


@pytest.mark.parametrize(("day", "found"), [("2024-08-18", True), ("2024-08-19", False)])
def test_a_copy_is_near_for_as_long_as_it_may_be_a_repost(
    register: Register, day: str, found: bool
) -> None:
    copy = report("copy", NEW.body, day)
    add(register, copy)
    assert (near(register, NEW) == {copy.id}) is found


def test_a_name_that_too_many_have_brings_none(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nearby, "MOST", 3)
    days = (f"2024-05-{day}" for day in count(16))
    add(register, *(report(f"a{n}", f"Vasko chose {n}.", next(days)) for n in range(3)))
    assert len(near(register, NEW)) == 3
    add(register, report("a3", "Vasko rested.", "2024-05-20"))
    assert near(register, NEW) == set()


def test_of_many_the_nearest_are_taken(register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nearby, "NEAREST", 1)
    both = report("both", "Vasko saw Orlan off.", "2024-05-20")
    add(register, both, *(report(f"b{n}", f"Vasko chose {n}.", "2024-05-20") for n in range(4)))
    assert near(register, NEW) == {both.id}


def test_others_that_are_new_take_no_place(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nearby, "NEAREST", 1)
    monkeypatch.setattr(nearby, "_BATCH", 2)
    placed = report("placed", "Vasko of Grenmark was received on Monday.", "2024-05-20")
    add(register, placed)
    with register.write(register.begin_run("test", {})) as writer:
        for number in range(6):
            copy = report(f"c{number}", NEW.body, "2024-05-20")
            writer.add_page(page_of(copy), "1", reports=[copy])
    assert near(register, NEW) == {placed.id}


def test_reports_that_are_not_placed_or_were_withdrawn_are_not_near(register: Register) -> None:
    same = report("same", "Vasko of Grenmark was received on Monday.", "2024-05-20")
    add(register, same)
    with register.write(register.begin_run("test", {})) as writer:
        page = writer.view.page(same.page_id)
        writer.add_page(page, "2")
    assert near(register, NEW) == set()


def test_a_report_that_is_read_anew_is_not_the_one_kept() -> None:
    old = report("a", "Kenya and Peru spoke of trade.", None)
    new = replace(old, headline=old.paragraphs[0])
    with Register.in_memory() as register:
        add(register, old)
        run = register.begin_run("test", {})
        with register.write(run) as writer:
            assert list(writer.view.reports_by_id([old.id])) == [old]
            writer.add_page(page_of(old), "2", reports=[new])
            assert list(writer.view.reports_by_id([old.id, "rp-none", old.id])) == [new, new]
