"""Files, folders, globs and standard input: every bad one is a fault, and the others are read."""

import gzip
import io
import os
import sys
from pathlib import Path

import pytest

from communique.errors import Fault
from communique.pipeline.reading import read_raw
from communique.read import STDIN, RawPage, open_sources

WORDS = b"The ministers met on Tuesday and agreed on a treaty."


@pytest.fixture
def here(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", ".hidden", "inner/c.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(WORDS)
    return tmp_path


def names(*paths: Path | str) -> list[str]:
    """Where the pages come from, by the last part of their names; a fault by its code."""
    return [
        Path(each.name).name if isinstance(each, RawPage) else each.code
        for each in open_sources(map(str, paths))
    ]


def test_a_folder_is_read_in_the_order_of_names(here: Path) -> None:
    assert names(here) == ["a.txt", "b.txt", "c.txt"]


def test_globs(here: Path) -> None:
    assert names(here / "*.txt") == ["a.txt", "b.txt"]
    assert names(here / "**" / "*.txt") == ["a.txt", "b.txt", "c.txt"]
    assert names(here / "*.html") == ["E101"]


def test_a_file_with_the_name_of_a_glob_is_a_file(here: Path) -> None:
    (here / "b[1].txt").write_bytes(WORDS)
    assert names(here / "b[1].txt") == ["b[1].txt"]


def test_a_bad_file_does_not_stop_the_others(here: Path) -> None:
    (here / "aa.txt").write_bytes(b"")
    (here / "ab.gz").write_bytes(gzip.compress(WORDS)[:12])
    assert names(here / "missing.txt", here) == [
        "E101", "a.txt", "E103", "E106", "b.txt", "c.txt",
    ]  # fmt: skip


def test_links(here: Path) -> None:
    (here / "inner" / "up").symlink_to(here, target_is_directory=True)
    (here / "self").symlink_to(here / "self")
    (here / "gone").symlink_to(here / "nowhere")
    assert names(here) == ["a.txt", "b.txt", "E101", "c.txt", "E108", "E108"]


def test_a_pipe_is_not_waited_for(here: Path) -> None:
    os.mkfifo(here / "pipe")
    assert names(here / "pipe") == ["E112"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_an_unreadable_file(here: Path) -> None:
    (here / "a.txt").chmod(0)
    assert names(here / "a.txt", here / "b.txt") == ["E102", "b.txt"]


def test_paths_that_no_file_can_have() -> None:
    assert names("a\0b", "x" * 5000) == ["E102", "E102"]


def test_names_with_odd_bytes_can_be_written_down(here: Path) -> None:
    os.close(os.open(os.fsencode(here / "inner") + b"/\xff\nd.txt", os.O_CREAT | os.O_WRONLY))
    (here / "inner" / "new\nline.txt").write_bytes(WORDS)
    found = list(open_sources([str(here / "inner")]))
    written = [each.name if isinstance(each, RawPage) else each.page for each in found]
    assert [name.encode("utf-8").rpartition(b"/")[2] for name in written] == [
        b"c.txt",
        b"new\nline.txt",
        b"\\udcff\nd.txt",
    ]
    assert isinstance(found[2], Fault)


def test_folders_without_end(tmp_path: Path) -> None:
    inside = Path.cwd()
    try:
        os.chdir(tmp_path)
        for _ in range(400):
            Path("d").mkdir()
            os.chdir("d")
    finally:
        os.chdir(inside)
    assert names(tmp_path) == ["E102"]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BytesIO(gzip.compress(WORDS))

    monkeypatch.setattr(sys, "stdin", Stdin)
    assert list(open_sources([STDIN])) == [RawPage(name=STDIN, data=WORDS)]


def test_files_are_opened_one_at_a_time(here: Path) -> None:
    stream = open_sources([str(here)])
    next(stream)
    (here / "b.txt").write_bytes(b"Changed since.")
    second = next(stream)
    assert isinstance(second, RawPage)
    assert second.data == b"Changed since."


def test_reading_goes_on_after_a_fault() -> None:
    assert [fault.code for fault in read_raw(RawPage(name="a", data=b"")).faults] == ["E103"]
    assert [fault.code for fault in read_raw(RawPage(name="a", data=b"Menu")).faults] == ["E111"]
