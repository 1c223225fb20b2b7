"""`communique export` and `communique import`: the register's records as files, and back."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from communique.cli.options import DEFAULT_REGISTER, RegisterPath, reading
from communique.cli.screen import write, write_table
from communique.export.plain import counted


class Form(StrEnum):
    """A form that records can leave in."""

    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    POLECAT = "polecat"
    ICEWS = "icews"
    COLT = "colt"
    FTM = "ftm"
    JSONLD = "jsonld"


def export(
    form: Annotated[Form, typer.Argument(help="The form of the files.")],
    folder: Annotated[Path, typer.Argument(metavar="OUTDIR", help="Made where it is not there.")],
    register: RegisterPath = DEFAULT_REGISTER,
) -> None:
    """Write all records to OUTDIR; files of the same names there are replaced.

    *jsonl* has everything, one file a kind, and can be imported; *csv* and *parquet* the same as
    flat tables; *polecat*, *icews*, *colt* (leaders' travel), *ftm* (FollowTheMoney) and *jsonld*
    the rows that other tools load. docs/json.md and docs/exports.md describe them.
    """
    from communique.export import WRITERS

    with reading(register) as view:
        counts = WRITERS[form.value](view, folder)
    rows = ((str(number), str(folder / name)) for name, number in counts.items())
    write_table(("rows", "file"), rows)


def import_(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="What `communique export jsonl` wrote.")
    ],
    register: RegisterPath = DEFAULT_REGISTER,
) -> None:
    """Make a new register from an export: all that stood in the old one stands in it.

    Every quotation is held against its page's text first; where anything is wrong, nothing is kept.
    """
    from communique.importing.exported import read_exported
    from communique.register import Register

    kept = read_exported(folder)
    with Register.open(register) as opened:
        counts = opened.restore(kept)
    told = ", ".join(counted(number, kind.removesuffix("s")) for kind, number in counts.items())
    write(f"{told}. Register: {register}\n")
