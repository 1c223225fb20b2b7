"""A folder that `communique export jsonl` wrote, read back: the rows that make a register.

Of its files only runs, pages, assertions and judgements are read; all others are worked out anew
from them.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from communique.errors import CommuniqueError
from communique.types.kept import (
    Done,
    Kept,
    KeptAssertion,
    KeptJudgement,
    KeptPage,
    KeptRun,
    Seen,
)
from communique.types.provenance import Judgement, JudgementKind, Provenance
from communique.types.text import Block, BlockRole, Media, Page, Span

FILES = ("runs", "pages", "assertions", "judgements")
T = TypeVar("T")
R = TypeVar("R")


class _Stage(msgspec.Struct):
    stage: str
    version: str | None
    model: str | None


class _Run(msgspec.Struct):
    id: str
    started: str
    finished: str | None
    tool: str
    author: str | None
    stages: list[_Stage]
    makers: dict[str, str]


class _Block(msgspec.Struct):
    start: int
    end: int
    tag: str
    main: bool | None
    linked: float
    role: BlockRole | None


class _Page(msgspec.Struct):
    id: str
    name: str
    address: str | None
    media: Media
    encoding: str
    sha256: str
    run_id: str
    seen: tuple[Seen, ...]
    done: Done | None
    blocks: list[_Block]
    text: str


class _Assertion(msgspec.Struct):
    id: str
    kind: str
    subject: str
    record_id: str
    run_id: str
    stage: str
    version: str
    model: str | None
    made_from: str | None
    record: msgspec.Raw


class _Judgement(msgspec.Struct):
    id: str
    kind: JudgementKind
    left: str
    right: str
    author: str
    reason: str
    at: str
    sentences: tuple[int, ...]
    score: float | None
    run_id: str


def read_exported(folder: Path) -> Kept:
    """The rows of the export in `folder`, read as they are asked for.

    Raises `CommuniqueError` E101 where there is no such folder, E508 where a file of it is
    missing or, on reading, where a line is not what it should be.
    """
    if not folder.is_dir():
        raise CommuniqueError("E101", str(folder))
    missing = [name for name in FILES if not (folder / f"{name}.jsonl").is_file()]
    if missing:
        advice = "Name a folder that `communique export jsonl` wrote."
        raise CommuniqueError("E508", f"{folder} has no {missing[0]}.jsonl", advice)
    return Kept(
        runs=_read(folder / "runs.jsonl", _Run, _run),
        pages=_read(folder / "pages.jsonl", _Page, _page),
        assertions=_read(folder / "assertions.jsonl", _Assertion, _assertion),
        judgements=_read(folder / "judgements.jsonl", _Judgement, _judgement),
    )


def _read(path: Path, kind: type[T], make: Callable[[T], R]) -> Iterator[R]:
    decoder: msgspec.json.Decoder[Any] = msgspec.json.Decoder(kind)
    number = 0
    try:
        with path.open("rb") as stream:
            for number, line in enumerate(stream, 1):
                if not line.endswith(b"\n"):
                    raise CommuniqueError("E508", f"{path}, line {number} was cut off")
                yield make(decoder.decode(line))
    except OSError as problem:
        raise CommuniqueError("E102", f"{path}: {problem.strerror}") from problem
    except (msgspec.DecodeError, ValueError) as problem:
        raise CommuniqueError("E508", f"{path}, line {number}: {problem}") from problem


def _run(row: _Run) -> KeptRun:
    return KeptRun(
        id=row.id,
        started=row.started,
        finished=row.finished,
        tool=row.tool,
        author=row.author or "",
        plan={each.stage: each.version for each in row.stages if each.version is not None},
        models={each.stage: each.model for each in row.stages if each.model},
        makers=row.makers,
    )


def _page(row: _Page) -> KeptPage:
    blocks = (
        Block(
            span=Span(start=each.start, end=each.end),
            tag=each.tag,
            main=each.main,
            linked=each.linked,
            role=each.role,
        )
        for each in row.blocks
    )
    page = Page(
        id=row.id,
        name=row.name,
        address=row.address,
        media=row.media,
        encoding=row.encoding,
        sha256=row.sha256,
        text=row.text,
        blocks=tuple(blocks),
    )
    return KeptPage(page=page, run_id=row.run_id, seen=row.seen, done=row.done)


def _assertion(row: _Assertion) -> KeptAssertion:
    made = Provenance(run_id=row.run_id, stage=row.stage, version=row.version, model=row.model)
    return KeptAssertion(
        id=row.id,
        kind=row.kind,
        subject=row.subject,
        record_id=row.record_id,
        record=bytes(row.record).decode(),
        provenance=made,
        made_from=row.made_from,
    )


def _judgement(row: _Judgement) -> KeptJudgement:
    fields = msgspec.structs.asdict(row)
    run_id = fields.pop("run_id")
    return KeptJudgement(judgement=Judgement(**fields), run_id=run_id)
