import json
import os

import pytest

from communique.cli.adding import SHOWN


def rows(result):
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_adding_again_changes_nothing(filled, pages):
    before = filled("events", "--json").stdout
    result = filled("add", str(pages))
    assert result.exit_code == 0
    assert "0 new, 6 known" in result.stdout
    assert "New:" not in result.stdout
    assert filled("events", "--json").stdout == before


def test_it_tells_what_is_new_and_each_fault(filled, pages, tmp_path):
    empty = tmp_path / "blank.txt"
    empty.write_text("")
    result = filled("add", f"{pages}/warsaw*.txt", str(empty), register=tmp_path / "new.db")
    assert result.exit_code == 0
    assert "4 pages read: 3 new, 0 known, 1 fault" in result.stdout
    assert "New: 3 reports" in result.stdout
    assert f"E103 {empty}" in result.stderr


def test_no_path_that_exists_is_a_usage_error(filled, tmp_path):
    register = tmp_path / "none.db"
    result = filled("add", str(tmp_path / "nowhere"), f"{tmp_path}/*.none", register=register)
    assert result.exit_code == 2
    assert "nowhere" in result.stderr.replace("\n", "")
    assert not register.exists()


def test_one_path_of_two_that_exists_is_enough(filled, pages, tmp_path):
    page = str(pages / "algiers-severs-wire.txt")
    result = filled("add", page, str(tmp_path / "nowhere"), register=tmp_path / "new.db")
    assert result.exit_code == 0
    assert "E101" in result.stderr


def test_nothing_that_can_be_read_is_a_failure(filled, tmp_path):
    folder = tmp_path / "empty"
    folder.mkdir()
    result = filled("add", str(folder), register=tmp_path / "new.db")
    assert result.exit_code == 1
    assert "No page was found" in result.stderr
    (folder / "blank.txt").write_text("")
    assert filled("add", str(folder), register=tmp_path / "new.db").exit_code == 1


def test_many_faults_are_counted_not_listed(filled, tmp_path):
    folder = tmp_path / "blanks"
    folder.mkdir()
    for number in range(SHOWN + 3):
        (folder / f"{number}.txt").write_text("")
    result = filled("add", str(folder), register=tmp_path / "new.db")
    assert result.stderr.count("E103") == SHOWN
    assert "3 more faults" in result.stderr
    assert len(rows(filled("faults", "--json", register=tmp_path / "new.db"))) == SHOWN + 3


def test_a_stop_says_what_is_safe(filled, pages, tmp_path, monkeypatch):
    def stopped(register, paths, engine, progress):
        progress(type("Counts", (), {"read": 2, "added": 2, "faults": []})())
        raise KeyboardInterrupt

    monkeypatch.setattr("communique.service.add", stopped)
    result = filled("add", str(pages), register=tmp_path / "new.db")
    assert result.exit_code == 130
    assert "2 new so far" in result.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_is_an_error_with_a_code(filled, pages, tmp_path):
    tmp_path.chmod(0o500)
    result = filled("add", str(pages), register=tmp_path / "new.db")
    assert result.exit_code == 1
    assert "E302" in result.stderr
