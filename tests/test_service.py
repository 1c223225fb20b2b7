"""Adding pages: twice, in pieces, by two processes at once, and with a kill at any moment."""

import hashlib
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from shutil import copy
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from communique import service
from communique.errors import Fault
from communique.group import Decision, group
from communique.group.decide import THRESHOLD
from communique.pipeline import reading
from communique.register import Register
from communique.register.judging import Verdict
from communique.service import add, judge, withdraw
from communique.types.text import Report

PAGES = Path(reading.__file__).parents[1] / "demo" / "pages"
SOME = sorted(PAGES.glob("*-wire.*"))[:6] + sorted(PAGES.glob("*readout*"))[:4]


def contents(path: Path) -> dict[str, list[str]]:
    """Everything that stands in a register, in a form that two registers can be compared in."""
    with Register.open(path, create=False) as register, register.read() as view:
        return {
            "reports": [report.id for report in view.reports()],
            "statements": [repr(statement) for statement in view.statements()],
            "groups": sorted(
                " ".join(sorted(r for r, home in view.membership().items() if home == coverage))
                for coverage in set(view.membership().values())
            ),
            "meetings": sorted(
                f"{e.type} {e.date and e.date.value} {sorted(e.report_ids)} {sorted(e.actors)}"
                for e in view.events()
            ),
            "faults": [fault.id for fault in view.faults()],
        }


def digest(path: Path) -> str:
    return hashlib.sha256(repr(sorted(contents(path).items())).encode()).hexdigest()


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("whole") / "whole.db"
    with Register.open(path) as register:
        add(register, map(str, SOME))
    return path


def test_adding_again_changes_nothing(whole: Path) -> None:
    before = contents(whole)
    with Register.open(whole) as register:
        summary = add(register, map(str, SOME))
    assert (summary.added, summary.known, summary.coverages) == (0, len(SOME), 0)
    assert contents(whole) == before


def test_more_pages_extend_coverages_that_keep_their_ids(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    first = [p for p in SOME if "wire" in p.name]
    with Register.open(path) as register:
        add(register, map(str, first))
        with register.read() as view:
            before = view.membership()
        add(register, map(str, SOME))
        with register.read() as view:
            after = view.membership()
            sizes = {c.id: len(c.report_ids) for c in view.coverages()}
    assert {report: after[report] for report in before} == before
    assert max(sizes[home] for home in before.values()) > 1


def start(path: Path) -> subprocess.Popen[bytes]:
    program = (
        "import sys; from communique import service; from communique.register import Register\n"
        "service.BATCH_PAGES = 2  # many transactions, so that a kill finds a place between them\n"
        "with Register.open(sys.argv[1]) as register: service.add(register, sys.argv[2:])"
    )
    arguments = [sys.executable, "-c", program, str(path), *map(str, SOME)]
    return subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def test_a_kill_at_any_moment_loses_and_doubles_nothing(whole: Path, tmp_path: Path) -> None:
    path = tmp_path / "killed.db"
    started = time.monotonic()
    start(tmp_path / "timed.db").wait()
    took = time.monotonic() - started
    dice = random.Random(7)
    for _ in range(5):
        process = start(path)
        time.sleep(took * dice.uniform(0.3, 1.0))
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert start(path).wait() == 0
    assert contents(path) == contents(whole)


def test_two_processes_may_add_at_once(whole: Path, tmp_path: Path) -> None:
    path = tmp_path / "shared.db"
    both = [start(path), start(path)]
    assert [process.wait() for process in both] == [0, 0]
    assert digest(path) == digest(whole)


def test_a_stage_that_fails_costs_one_page_and_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "r.db"
    right = reading.extract

    def wrong(report: object) -> object:
        raise RuntimeError("a bug of ours")

    with Register.open(path) as register:
        monkeypatch.setattr(reading, "extract", wrong)
        summary = add(register, [str(SOME[0])])
        assert [fault.code for fault in summary.faults] == ["E201"]
        monkeypatch.setattr(reading, "extract", right)
        summary = add(register, [str(SOME[0])])
        assert (summary.added, summary.faults) == (1, [])
        with register.read() as view:
            assert list(view.faults()) == []
            assert list(view.statements())


def test_bad_files_are_faults_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + os.urandom(400))
    (tmp_path / "a.txt").write_bytes(SOME[0].read_bytes())
    with Register.open(tmp_path / "r.db") as register:
        summary = add(register, [str(tmp_path / name) for name in ("empty.txt", "picture.png")])
        assert sorted(fault.code for fault in summary.faults) == ["E103", "E104"]
        again = add(register, [str(tmp_path / "a.txt"), str(tmp_path / "gone.txt")])
        assert again.added == 1
        with register.read() as view:
            stored: list[Fault] = list(view.faults())
    assert sorted(fault.code for fault in stored) == ["E101", "E103", "E104"]


WIRE, DELHI, WARSAW = (
    PAGES / f"warsaw-partnership-{name}.txt" for name in ("wire", "readout-delhi", "readout-warsaw")
)
ELSE = PAGES / "algiers-severs-wire.txt"


def view_of(register: Register) -> tuple[object, ...]:
    """Membership, coverages and merged events, all ids included."""
    with register.read() as view:
        return view.membership(), tuple(view.coverages()), tuple(view.events())


def report_of(register: Register, page: Path) -> str:
    with register.read() as view:
        return next(r.id for r in view.reports() if page.name in " ".join(view.names(r.page_id)))


@pytest.fixture(scope="module")
def four(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register of three reports of one happening, and one of another."""
    path = tmp_path_factory.mktemp("four") / "four.db"
    with Register.open(path) as register:
        add(register, map(str, (WIRE, DELHI, WARSAW, ELSE)))
    return path


verdicts = st.sampled_from(("merge", "same", "different", "split"))
numbers = st.integers(0, 3)


@settings(max_examples=10, deadline=None, phases=[Phase.generate], derandomize=True)
@given(
    asked=st.lists(st.tuples(verdicts, numbers, numbers), max_size=4),
    order=st.permutations(range(4)),
)
def test_judgements_taken_back_in_any_order_leave_what_was(
    four: Path, asked: list[tuple[Verdict, int, int]], order: list[int]
) -> None:
    with TemporaryDirectory() as folder, Register.open(copy(four, folder)) as register:
        before = view_of(register)
        with register.read() as view:
            ids = [report.id for report in view.reports()]
        made = []
        for verdict, left, right in asked:
            if left != right or verdict == "split":
                change = judge(register, verdict, ids[left], ids[right], author="ada", reason="x")
                made += [change.judgement.id] if change.changed else []
        for judgement_id in (made[number] for number in order if number < len(made)):
            assert withdraw(register, judgement_id, author="ada", reason="y").changed
            assert not withdraw(register, judgement_id, author="ada", reason="y").changed
        assert view_of(register) == before


@pytest.fixture
def own(four: Path, tmp_path: Path) -> Iterator[Register]:
    with Register.open(copy(four, tmp_path)) as register:
        yield register


def test_a_judgement_tells_what_it_changed_and_merges_at_once(own: Register) -> None:
    wire, other = report_of(own, WIRE), report_of(own, ELSE)
    split = judge(own, "split", wire[:9], author="ada", reason="another visit")
    assert [len(each.report_ids) for each in split.before] == [3]
    assert sorted(len(each.report_ids) for each in split.after) == [1, 2]
    joined = judge(own, "merge", wire, other, author="ada", reason="one visit")
    (after,) = joined.after
    with own.read() as view:
        assert set(view.coverage(after.id).report_ids) == {wire, other} == set(after.report_ids)
        assert len(view.merged(after.id).events) == after.events > 0
        assert view.runs()[-1].author == "ada"


def test_the_grouping_honours_who_was_judged_different(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    homes = {}
    for judged in (False, True):
        with Register.open(tmp_path / f"{judged}.db") as register:
            add(register, [str(DELHI)])
            with monkeypatch.context() as patched:
                patched.setattr(service, "refresh", lambda *_: 0)  # a run cut short
                add(register, [str(WIRE), str(WARSAW)])
                if judged:
                    one, other = report_of(register, WIRE), report_of(register, DELHI)
                    # Its left side would leave, were they ever put together.
                    judge(register, "different", other, one, author="ada", reason="x")
            add(register, [])
            with register.read() as view:
                homes[judged] = [
                    view.coverage_of(report_of(register, each)) for each in (DELHI, WARSAW, WIRE)
                ]
    (home,) = set(homes[False])
    assert homes[True][:2] == [home, home]
    assert homes[True][2] not in (home, None)


def test_what_joined_a_coverage_that_is_taken_back_is_placed_again(
    own: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    wire = report_of(own, WIRE)
    split = judge(own, "split", wire, author="ada", reason="x")
    (alone,) = (each.id for each in split.after if each.report_ids == (wire,))
    copied = PAGES / "warsaw-partnership-wire.txt"
    with monkeypatch.context() as patched:
        patched.setattr(
            service, "group", lambda reports, _: [_joins(one, alone) for one in reports]
        )
        late = copied.read_text(encoding="utf-8").replace("Warsaw", "WARSAW")
        page = Path(own.name).with_name("late.txt")
        page.write_text(late, encoding="utf-8")
        add(own, [str(page)])
    joined = report_of(own, page)
    with own.read() as view:
        assert view.membership()[joined] == alone
    withdraw(own, split.judgement.id, author="ada", reason="y")
    with own.read() as view:
        homes = view.membership()
    assert homes[joined] == homes[wire] != alone


def _joins(report: Report, coverage_id: str) -> Decision:
    return Decision(
        report_id=report.id,
        coverage_id=coverage_id,
        founding_report_id="",
        score=1.0,
        reason="made up",
    )


def test_a_report_that_two_coverages_would_take_bridges_them_and_moves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Register.open(tmp_path / "r.db") as register:
        add(register, [str(DELHI)])
        with monkeypatch.context() as patched:
            # As if they had not been found alike.
            patched.setattr(service, "group", lambda reports, _: group(reports))
            add(register, [str(WIRE)])
        one, other = report_of(register, DELHI), report_of(register, WIRE)
        with register.read() as view:
            before, homes = view.bridges(), dict(view.membership())
        assert before == {}
        assert homes[one] != homes[other]
        add(register, [str(WARSAW)])
        with register.read() as view:
            after, bridges = view.membership(), view.bridges()
            ((_, made),) = bridges[homes[one]]
        assert {each: after[each] for each in homes} == homes
        assert set(bridges) == {homes[one], homes[other]}
        assert {made.left, made.right} == {one, other}
        assert made.author == "machine"
        assert made.score is not None
        assert made.score >= THRESHOLD
        for verdict in ("merge", "different"):
            answer = judge(register, verdict, one, other, author="ada", reason="read both")
            with register.read() as view:
                assert view.bridges() == {}
            withdraw(register, answer.judgement.id, author="ada", reason="a slip")
            with register.read() as view:
                assert set(view.bridges()) == set(bridges)
                assert view.membership() == after
