"""The file: its form, how it is packed, and what is no list at all."""

import bz2
import gzip
from pathlib import Path

import pytest
from people_samples import COUNTRY, MINISTER, PERSON, POSITION, write_dump, write_lines

from communique.errors import CommuniqueError
from communique.importing import lines, read_people


def test_a_dump_reads_alike_however_it_is_written(tmp_path: Path) -> None:
    rows = (COUNTRY, POSITION, PERSON)
    dump = write_dump(tmp_path / "dump.json", rows)
    bare = write_lines(tmp_path / "bare.json", rows)
    packed = tmp_path / "dump.json.gz"
    packed.write_bytes(gzip.compress(dump.read_bytes()))
    other = tmp_path / "dump.json.bz2"
    other.write_bytes(bz2.compress(dump.read_bytes()))
    every = [read_people(path, "made") for path in (dump, bare, packed, other)]
    assert {each.form for each in every} == {"Wikidata"}
    assert len({(each.profiles, each.posts) for each in every}) == 1
    assert every[0].profiles


def test_a_bad_first_line_does_not_hide_the_form(tmp_path: Path) -> None:
    found = read_people(write_lines(tmp_path / "a.json", ["oops", *MINISTER]), "made")
    assert len(found.profiles) == 1
    assert [fault.page for fault in found.faults] == ["a.json:1"]


def test_a_line_that_is_too_long_is_a_fault(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(lines, "MAX_LINE", 1000)
    rows = [*MINISTER, '{"id": "' + "x" * 2000 + '"}', *MINISTER]
    found = read_people(write_lines(tmp_path / "a.json", rows), "made")
    assert [(fault.page, fault.code) for fault in found.faults] == [("a.json:4", "E507")]
    assert found.lines == 7


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "E103"),
        (b"a story\nof two lines\n", "E506"),
        (b'{"a": 1}\n[2]\n', "E506"),
        (gzip.compress(b'{"id": 1}\n' * 999)[:30], "E106"),
        (b"BZh9" + b"\x00" * 40, "E106"),
    ],
    ids=["empty", "prose", "other json", "cut gzip", "damaged bzip2"],
)
def test_what_is_no_list_is_told(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "list"
    path.write_bytes(content)
    with pytest.raises(CommuniqueError, match=code):
        read_people(path, "made")


def test_a_path_that_is_no_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(CommuniqueError, match="E101"):
        read_people(tmp_path / "none", "made")
    with pytest.raises(CommuniqueError, match="E102"):
        read_people(tmp_path, "made")
