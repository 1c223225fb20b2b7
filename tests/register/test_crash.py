"""What a register holds after its process was killed, and with two processes at once."""

import random
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from register_samples import add, contents, fill

from communique.register import Register

ADDER = Path(__file__).with_name("register_adder.py")
PAGES = 60


def adding(path, first=0, last=PAGES):
    return subprocess.Popen([sys.executable, str(ADDER), str(path), str(first), str(last)])


def whole(folder):
    """The contents of a register that nobody disturbed."""
    with Register.open(folder / "whole.db") as register:
        fill(register, range(PAGES))
        return contents(register)


def check(path):
    """SQLite's own check, the full-text index's, and that every report is in the index."""
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.execute("INSERT INTO report_words(report_words, rank) VALUES ('integrity-check', 1)")
    connection.rollback()
    reports = "SELECT seq FROM assertions WHERE kind = 'report' ORDER BY seq"
    words = "SELECT rowid FROM report_words ORDER BY rowid"
    assert connection.execute(reports).fetchall() == connection.execute(words).fetchall()
    connection.close()


def done(path):
    """How many pages are marked done, read as a stranger would."""
    if not path.exists():
        return 0
    connection = sqlite3.connect(path, timeout=10)
    try:
        return connection.execute("SELECT count(*) FROM dones").fetchone()[0]
    except sqlite3.OperationalError:
        return 0
    finally:
        connection.close()


def test_killed_at_any_moment_it_opens_and_is_completed(tmp_path):
    path = tmp_path / "register.db"
    rng = random.Random(4)
    committed = []
    for kill in range(12):
        process = adding(path)
        if kill % 3 == 0:  # while it starts, opens and migrates
            time.sleep(rng.uniform(0.1, 0.7))
        else:  # once it has added something, up to the end of merging
            while process.poll() is None and done(path) <= (committed or [0])[-1]:
                time.sleep(0.002)
            time.sleep(rng.uniform(0, 0.06))
        process.kill()
        process.wait()
        if done(path):
            check(path)
        committed.append(done(path))
    assert committed == sorted(committed), "something that was committed is gone"
    assert any(0 < count < PAGES for count in committed), "no kill came amid the pages"
    assert adding(path).wait() == 0
    with Register.open(path) as register:
        assert contents(register) == whole(tmp_path)
    check(path)


def test_each_phase_is_completed_by_the_next_run(tmp_path):
    expected = whole(tmp_path)
    with Register.open(tmp_path / "register.db") as register:
        run = register.begin_run("test", {})
        with register.write(run) as writer:
            for number in range(PAGES):
                add(writer, number)
        with register.read() as view:
            assert len(list(view.pending())) == PAGES
            assert view.runs()[0].finished is None
        fill(register, range(PAGES))
        assert contents(register) == expected


def test_two_processes_add_the_same_pages(tmp_path):
    path = tmp_path / "register.db"
    both = [adding(path), adding(path)]
    assert [process.wait() for process in both] == [0, 0]
    with Register.open(path) as register:
        assert contents(register) == whole(tmp_path)


def test_two_processes_add_different_pages(tmp_path):
    path = tmp_path / "register.db"
    half = PAGES // 2
    both = [adding(path, 0, half), adding(path, half, PAGES)]
    assert [process.wait() for process in both] == [0, 0]
    with Register.open(path) as register:
        assert contents(register)["counts"]["page"] == PAGES
        fill(register, range(PAGES))
        assert contents(register)["counts"]["coverage"] == whole(tmp_path)["counts"]["coverage"]


def test_a_view_does_not_see_what_is_written_meanwhile(tmp_path):
    with Register.open(tmp_path / "r.db") as register, Register.open(tmp_path / "r.db") as other:
        fill(register, range(300))
        with register.read() as view:
            reports = view.reports()
            first = next(reports)
            fill(other, range(300, 302))
            assert len([first, *reports]) == 300
            assert view.counts()["report"] == 300
        with register.read() as view:
            assert view.counts()["report"] == 302
