"""`communique aliases`: names that reports use for one thing, as the register has learned them."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.judging import Author, Reason, login
from communique.cli.options import DEFAULT_REGISTER, AsJson, RegisterPath, reading
from communique.cli.screen import write, write_json, write_table
from communique.export.aliases import alias_row
from communique.export.plain import one_line

if TYPE_CHECKING:
    from communique.types.aliases import Alias


def aliases(
    context: typer.Context,
    register: RegisterPath = DEFAULT_REGISTER,
    json: AsJson = False,
    known: Annotated[
        bool, typer.Option("--known", help="Only pairs that are confirmed or borne out.")
    ] = False,
) -> None:
    """List the pairs of names that versions of happenings exchange, the most borne first.

    Known is what two happenings bear out, or a person has confirmed.
    """
    if context.invoked_subcommand:
        return
    with reading(register) as view:
        found = [each for each in view.aliases() if each.known or not known]
    if json:
        write_json(map(alias_row, found))
        return
    columns = ("name", "other name", "kind", "known", "happenings", "reports", "first seen")
    write_table(columns, map(_cells, found))


def _cells(alias: "Alias") -> tuple[str, ...]:
    known = "confirmed" if alias.confirmed_by else "borne out" if alias.known else "-"
    return (
        *alias.names,
        (alias.kind or "-").replace("_", " "),
        known,
        str(len(alias.coverage_ids)),
        str(len(alias.report_ids)),
        alias.first_seen or "-",
    )


def confirm(
    a: Annotated[str, typer.Argument(metavar="A", help="A name.")],
    b: Annotated[str, typer.Argument(metavar="B", help="Another of the same thing.")],
    reason: Reason,
    author: Author = None,
    register: RegisterPath = DEFAULT_REGISTER,
    json: AsJson = False,
) -> None:
    """Judge that two names are of one thing: coverages compared from then on take them for one.

    `communique judge withdraw` takes it back.
    """
    from communique.register import Register
    from communique.register.aliases import confirm as judge

    with Register.open(register, create=False) as opened:
        made, changed = judge(opened, a, b, author=login(author), reason=one_line(reason))
    if json:
        write_json([{"judgement": asdict(made), "changed": changed}])
        return
    names = one_line(f"{made.left} and {made.right} are one name")
    write(
        f"Judged {made.id[:11]}: {names}.\n" if changed else f"Nothing changed: {names} already.\n"
    )
