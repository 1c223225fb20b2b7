"""Adding pages: twice, in pieces, by two processes at once, and with a kill at any moment."""

import hashlib
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from communique.errors import Fault
from communique.pipeline import reading
from communique.register import Register
from communique.service import add

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
