"""A file of persons in one of the forms that are known, told by its first entity."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import msgspec

from communique.errors import CommuniqueError
from communique.importing import ftm, wikidata
from communique.importing.lines import Line, read_lines
from communique.importing.result import Book, Form, Imported
from communique.importing.wikidata import bare


def read_people(path: Path, source: str) -> Imported:
    """Read the persons, offices and tenures of the list at `path`, which is called `source`.

    Bad lines are faults with their numbers. Raises `CommuniqueError` E506 where no line is an
    entity of FollowTheMoney or Wikidata, and what `read_lines` raises.
    """
    lines = read_lines(path)
    before: list[Line] = []
    form: Form | None = None
    for line in lines:
        before.append(line)
        form = _form(line)
        if form:
            break
    if form is None:
        advice = "It takes FollowTheMoney JSON lines or a Wikidata JSON dump."
        raise CommuniqueError("E506", str(path), advice)
    book = Book(file_name(path))
    every = _counted(chain(before, lines), book)
    return {"FollowTheMoney": ftm.read, "Wikidata": wikidata.read}[form](every, source, book)


def file_name(path: Path) -> str:
    """The file's name as faults have it, bytes that are no UTF-8 written out in hexadecimal."""
    return path.name.encode("utf-8", "backslashreplace").decode("utf-8")


def _counted(lines: Iterator[Line], book: Book) -> Iterator[Line]:
    """The lines that can be read; those that are too long are noted."""
    for line in lines:
        book.lines += 1
        if line.data is None:
            book.note(line.number, "E507", "an entity has less")
        else:
            yield line


def _form(line: Line) -> Form | None:
    try:
        entity = msgspec.json.decode(bare(line.data or b""))
    except msgspec.DecodeError:
        return None
    if not isinstance(entity, dict):
        return None
    if "schema" in entity and "properties" in entity:
        return "FollowTheMoney"
    return "Wikidata" if "id" in entity and {"labels", "claims"} & entity.keys() else None
