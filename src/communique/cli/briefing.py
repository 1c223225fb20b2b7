"""`communique brief`: two states on one page."""

from pathlib import Path
from typing import Annotated

import typer

from communique.cli.options import DEFAULT_REGISTER, RegisterPath, reading, the_state
from communique.cli.screen import Screen, notice, write
from communique.errors import CommuniqueError


def brief(
    a: Annotated[str, typer.Argument(metavar="STATE", help="A name, demonym or ISO code.")],
    b: Annotated[str, typer.Argument(metavar="STATE", help="Another.")],
    register: RegisterPath = DEFAULT_REGISTER,
    out: Annotated[Path | None, typer.Option(help="Write Markdown to this file.")] = None,
) -> None:
    """Brief on two states: where they stand, what changed, who met, agreed and said what.

    Each line ends in the numbers of its citations, which stand at the end with their pages.
    """
    first, second = the_state(a), the_state(b)
    if first == second:
        raise typer.BadParameter(f"{a} and {b} are one state", param_hint="STATE")
    text = brief_text(register, first.iso3, second.iso3)
    if not text:
        notice(f"Nothing in this register about {first.name} and {second.name} together.")
        notice("`communique events --actor STATE` lists what there is about either.")
    elif out is None:
        present(text)
    else:
        try:
            out.write_text(text, encoding="utf-8")
        except OSError as problem:
            raise CommuniqueError("E403", f"{out}: {problem.strerror}") from problem


def brief_text(register: Path, a: str, b: str) -> str:
    """The brief as Markdown; "" where the register holds nothing of both."""
    from communique.export.brief import write_brief

    with reading(register) as view:
        return write_brief(view, a, b)


def present(text: str) -> None:
    """Show Markdown laid out on a terminal, else as it is."""
    screen = Screen()
    if screen.is_terminal:
        from rich.markdown import Markdown

        screen.print(Markdown(text))
    else:
        write(text)
