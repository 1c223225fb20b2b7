"""`communique evaluate` and `communique audit`: how right the coding is, in one's own figures."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.listing import actors_of, names
from communique.cli.options import DEFAULT_REGISTER, AsJson, RegisterPath, reading
from communique.cli.screen import notice, write, write_json, write_table
from communique.errors import CommuniqueError
from communique.export.plain import counted

if TYPE_CHECKING:
    from communique.evaluate import Share

SHOWN = 5
"""Faults that are told one by one."""


def events(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE.tsv",
            help="Your coded sentences: columns sentence, type, and actor, recipient if known.",
        ),
    ],
    json: AsJson = False,
) -> None:
    """Compare the event coder with sentences you have coded: precision, recall, F1 by type.

    Intervals are bootstrapped over your rows (95 %, 1,000 draws).
    """
    from communique.evaluate import evaluate, read_coded

    rows, faults = read_coded(_text(file), file.name)
    for fault in faults[:SHOWN]:
        notice(f"{fault.page}: {fault.code}: {fault.message}")
    if len(faults) > SHOWN:
        notice(f"and {counted(len(faults) - SHOWN, 'row')} more")
    found = evaluate(rows)
    if json:
        write_json(
            {
                "type": each.name,
                "rows": each.rows,
                "given": each.given,
                **{name: _interval(getattr(each, name)) for name in ("precision", "recall", "f1")},
            }
            for each in found.types
        )
        return
    write(f"{counted(found.rows, 'row')}: accuracy {_shown(found.accuracy)}, ")
    write(f"macro-F1 {_shown(found.macro_f1)}.\n")
    write_table(
        ("type", "rows", "given", "precision", "recall", "F1"),
        (
            (
                each.name,
                str(each.rows),
                str(each.given),
                _shown(each.precision),
                _shown(each.recall),
                _shown(each.f1),
            )
            for each in found.types
        ),
    )


def audit(
    register: RegisterPath = DEFAULT_REGISTER,
    sample: Annotated[int, typer.Option(min=1, help="How many events to draw.")] = 100,
    seed: Annotated[int, typer.Option(help="Another seed draws another sample.")] = 1,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="Where to write the sheet; else the screen.")
    ] = None,
    score: Annotated[
        Path | None, typer.Option("--score", metavar="SHEET", help="A sheet filled in, to score.")
    ] = None,
    json: AsJson = False,
) -> None:
    """Draw a coding sheet from the register, by type; score it when it is filled in.

    The sheet is CSV with the evidence of each event; put y or n in the columns ending in _right.
    """
    if score is not None:
        _score(score, json)
        return
    from communique.evaluate import draw, sheet_text

    with reading(register) as view:
        actors = actors_of(view)
        drawn = draw(list(view.events()), sample, seed)
        text = sheet_text(drawn, lambda ids: names(ids, actors) if ids else "")
    if out is None:
        write(text)
        return
    try:
        out.write_text(text, encoding="utf-8")
    except OSError as error:
        raise CommuniqueError("E403", f"{out}: {error.strerror}") from error
    notice(
        f"{counted(len(drawn), 'event')} to judge in {out}. Then: communique audit --score {out}"
    )


def _score(sheet: Path, json: bool) -> None:
    from communique.evaluate import read_sheet, score_sheet

    found = list(score_sheet(read_sheet(_text(sheet), sheet.name)))
    if json:
        write_json(
            {
                "column": each.column,
                "share": _interval(each.whole),
                "types": {name: _interval(share) for name, _, share in each.types},
            }
            for each in found
        )
        return
    write_table(
        ("judged", "type", "rows", "right"),
        (
            row
            for each in found
            for row in (
                (
                    each.column,
                    "all, weighted",
                    str(sum(n for _, n, _ in each.types)),
                    _shown(each.whole),
                ),
                *((each.column, name, str(n), _shown(share)) for name, n, share in each.types),
            )
        ),
    )


def _text(file: Path) -> str:
    """A file's words. Raises E101, E102 and E104."""
    try:
        return file.read_bytes().decode("utf-8-sig")
    except FileNotFoundError as error:
        raise CommuniqueError("E101", str(file)) from error
    except OSError as error:
        raise CommuniqueError("E102", f"{file}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise CommuniqueError("E104", f"{file} is not UTF-8", "Save it as UTF-8 text.") from error


def _shown(share: "Share") -> str:
    return f"{share.value:.3f} ({share.low:.3f}-{share.high:.3f})"


def _interval(share: "Share") -> dict[str, float]:
    return {"value": share.value, "low": share.low, "high": share.high}
