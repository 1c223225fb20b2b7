"""`communique export`: the register's records as files."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from communique.cli.options import DEFAULT_REGISTER, RegisterPath, reading
from communique.cli.screen import write_table


class Form(StrEnum):
    """A form that records can leave in."""

    JSONL = "jsonl"


def export(
    form: Annotated[Form, typer.Argument(help="The form of the files.")],
    folder: Annotated[Path, typer.Argument(metavar="OUTDIR", help="Made where it is not there.")],
    register: RegisterPath = DEFAULT_REGISTER,
) -> None:
    """Write all records to OUTDIR, one file a kind, as docs/json.md describes."""
    from communique.export import write_jsonl

    with reading(register) as view:
        counts = {Form.JSONL: write_jsonl}[form](view, folder)
    rows = ((str(number), str(folder / f"{kind}.jsonl")) for kind, number in counts.items())
    write_table(("rows", "file"), rows)
