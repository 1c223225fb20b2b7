"""`communique add`: pages into the register."""

import glob
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.options import DEFAULT_REGISTER, RegisterPath
from communique.cli.screen import Screen, notice, write
from communique.errors import Fault
from communique.export.plain import counted, one_line

if TYPE_CHECKING:
    from communique.engines import Engine, LoopEngine, ProcessEngine
    from communique.register import Register
    from communique.service import Summary

STDIN = "-"
SHOWN = 20
"""Most faults that are listed at the end."""
MANY = 150
"""From this many files on, starting processes pays."""
MOST = 100_000
"""Files counted beforehand; a progress bar of more has no end."""
NEW = (
    ("report", "report"),
    ("statement", "statement"),
    ("event", "event"),
    ("instrument", "instrument"),
    ("relation", "relation change"),
)


def add(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH",
            help="Files, folders, quoted globs, archives (.warc, .zip, .gz), or - for one page "
            "on standard input.",
        ),
    ],
    register: RegisterPath = DEFAULT_REGISTER,
    workers: Annotated[
        int,
        typer.Option(
            min=0,
            help="Processes that read pages; 1 is this process alone, 0 one for every core where "
            "many pages come.",
        ),
    ] = 0,
) -> None:
    """Read pages into the register, which is made where there is none.

    Pages that are in the register already cost nothing. May be stopped and started again.
    """
    if not any(map(_there, paths)):
        raise typer.BadParameter(f"E101: there is no {', '.join(paths)}", param_hint="PATH")
    files = len(list(islice(_files(paths), MOST)))
    with _engine(workers or _workers(paths, files)) as engine:
        summary = add_to(register, paths, engine, files)
    if not summary.reports and not summary.known:
        if not summary.faults:
            notice(f"No page was found in {', '.join(paths)}.")
        raise typer.Exit(1)


def add_to(path: Path, paths: Sequence[str], engine: "Engine", files: int) -> "Summary":
    """Add `paths` to the register at `path`, with a progress bar, and tell what was new."""
    from communique.register import Register
    from communique.service import Summary
    from communique.service import add as add_pages

    sofar = Summary()
    with Register.open(path) as register:
        before = _counts(register)
        try:
            with _progress(files) as show:

                def progress(summary: Summary) -> None:
                    nonlocal sofar
                    sofar = summary
                    show(summary)

                summary = add_pages(register, paths, engine, progress)
        except KeyboardInterrupt:
            notice(f"Stopped. What was read is safe in {path} ({sofar.added} new so far).")
            notice("Give the same command again to go on.")
            raise typer.Exit(130) from None
        after = _counts(register)
    _tell(summary, before, after, path)
    return summary


@contextmanager
def _progress(files: int) -> Iterator[Callable[["Summary"], None]]:
    """A bar on standard error where that is a terminal; call it with the counts so far."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    screen = Screen(stderr=True)
    with Progress(*columns, console=screen, transient=True, disable=not screen.is_terminal) as bar:
        task = bar.add_task("Reading", total=files if files < MOST else None)

        def show(summary: "Summary") -> None:
            total = max(files, summary.read) if files < MOST else None
            doing = "Grouping and merging" if summary.read == total else "Reading"
            told = f"{doing} ({counted(len(summary.faults), 'fault')})"
            bar.update(task, description=told, completed=summary.read, total=total)

        yield show


def _counts(register: "Register") -> dict[str, int]:
    with register.read() as view:
        return view.counts()


def _tell(summary: "Summary", before: dict[str, int], after: dict[str, int], path: Path) -> None:
    """What was read and what is new, and the faults."""
    pages = f"{counted(summary.read, 'page')} read: {summary.added} new, {summary.known} known"
    write(f"{pages}, {counted(len(summary.faults), 'fault')}. Register: {path}\n")
    new = [(after.get(kind, 0) - before.get(kind, 0), name) for kind, name in NEW]
    told = [counted(number, name) for number, name in new if number > 0]
    if told:
        write(f"New: {', '.join(told)}.\n")
    tell_faults(summary.faults)


def tell_faults(faults: Sequence[Fault]) -> None:
    """Name the first faults, and how many more there are."""
    for fault in faults[:SHOWN]:
        notice(_line(fault))
    if (more := len(faults) - SHOWN) > 0:
        notice(f"... and {counted(more, 'more fault')}: see `communique faults`.")


def _line(fault: Fault) -> str:
    return one_line(f"{fault.code} {fault.page}: {fault.message}")


def _there(path: str) -> bool:
    """Whether there is anything at `path`."""
    if path == STDIN or os.path.lexists(path):
        return True
    return glob.has_magic(path) and next(_glob(path), None) is not None


def _glob(pattern: str) -> Iterator[str]:
    return glob.iglob(pattern, recursive=True)  # noqa: PTH207 - takes absolute patterns too


def _files(paths: Sequence[str]) -> Iterator[str]:
    """The files that `paths` name; what an archive holds is not counted."""
    for path in paths:
        globbed = not os.path.lexists(path) and glob.has_magic(path)
        for found in _glob(path) if globbed else (path,):
            if not Path(found).is_dir():
                yield found
            for _, _, names in os.walk(found):
                yield from names


def _workers(paths: Sequence[str], files: int) -> int:
    """One for every core where starting them pays, else 1."""
    archive = any(path.endswith((".warc", ".warc.gz", ".zip")) for path in paths)
    return os.cpu_count() or 1 if archive or files >= MANY else 1


def _engine(workers: int) -> "LoopEngine | ProcessEngine":
    from communique.engines import LoopEngine, ProcessEngine

    return LoopEngine() if workers == 1 else ProcessEngine(workers)
