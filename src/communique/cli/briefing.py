"""`communique brief`: two states on one page."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.events import check_date
from communique.cli.options import DEFAULT_REGISTER, RegisterPath, reading, the_state
from communique.cli.screen import Screen, notice, write
from communique.errors import CommuniqueError

if TYPE_CHECKING:
    from communique.export.briefing import Brief, Scope

FORMATS = ("md", "json", "html")
PLAIN = ("", "txt", "markdown", "text")
"""Endings of files that are Markdown too."""


def brief(
    a: Annotated[str, typer.Argument(metavar="STATE", help="A name, demonym or ISO code.")],
    b: Annotated[str, typer.Argument(metavar="STATE", help="Another.")],
    register: RegisterPath = DEFAULT_REGISTER,
    since: Annotated[
        str | None, typer.Option(help="Only what took place from this ISO date on.")
    ] = None,
    until: Annotated[
        str | None, typer.Option(help="Only what took place up to this ISO date.")
    ] = None,
    topic: Annotated[
        str | None, typer.Option(help="Only lines with these words, in the line or its sources.")
    ] = None,
    format: Annotated[  # noqa: A002 - the option's name
        str | None,
        typer.Option(
            metavar="md|json|html",
            help="Markdown, JSON or one HTML file; as the name after --out ends by default.",
        ),
    ] = None,
    out: Annotated[Path | None, typer.Option(help="Write to this file.")] = None,
) -> None:
    """Brief on two states: where they stand, what changed, who met, agreed and said what.

    Each line has the numbers of its citations. Dates may be partial (2024, 2024-07); with a bound,
    what has no date is left out.
    """
    from communique.export.briefing import FORMATS as WRITERS
    from communique.export.briefing import Scope
    from communique.export.briefing.draft import happened

    first, second = the_state(a), the_state(b)
    if first == second:
        raise typer.BadParameter(f"{a} and {b} are one state", param_hint="STATE")
    for name, bound in (("--since", since), ("--until", until)):
        check_date(name, bound)
    if since and until and not happened(until, since, None):
        raise typer.BadParameter(f"{until} is before --since {since}", param_hint="--until")
    wanted = _format(format, out)
    made = made_brief(
        register, first.iso3, second.iso3, Scope(since=since, until=until, topic=topic)
    )
    if out is not None and (made or wanted == "json"):
        _save(WRITERS[wanted](made), out)
    elif made or wanted == "json":
        text = WRITERS[wanted](made)
        present(text) if wanted == "md" else write(text)
    if not made:
        narrowed = " within these bounds" if since or until else ""
        narrowed += f" that tells of “{topic}”" if topic else ""
        notice(f"Nothing in this register about {first.name} and {second.name} together{narrowed}.")
        notice("`communique events --actor STATE` lists what there is about either.")


def made_brief(register: Path, a: str, b: str, scope: "Scope | None" = None) -> "Brief":
    """The brief of two states (alpha-3); false where the register holds nothing of both."""
    from communique.export.briefing import make_brief

    with reading(register) as view:
        return make_brief(view, a, b, scope)


def brief_text(register: Path, a: str, b: str) -> str:
    """The brief as Markdown; "" where the register holds nothing of both."""
    from communique.export.briefing import FORMATS as WRITERS

    return WRITERS["md"](made_brief(register, a, b))


def present(text: str) -> None:
    """Show Markdown laid out on a terminal, else as it is."""
    screen = Screen()
    if screen.is_terminal:
        from rich.markdown import Markdown

        screen.print(Markdown(text))
    else:
        write(text)


def _format(named: str | None, out: Path | None) -> str:
    ending = out.suffix.lower().removeprefix(".") if out else ""
    wanted = named.lower() if named else {"htm": "html"}.get(ending, ending)
    if named and wanted not in FORMATS:
        raise typer.BadParameter(f"{named} is none of {', '.join(FORMATS)}", param_hint="--format")
    if not named and wanted not in (*FORMATS, *PLAIN):
        raise typer.BadParameter(
            f"no brief is written as .{wanted}: give --format, or a name that ends in .md, .json"
            " or .html",
            param_hint="--out",
        )
    return wanted if wanted in FORMATS else "md"


def _save(text: str, out: Path) -> None:
    try:
        out.write_text(text, encoding="utf-8")
    except OSError as problem:
        raise CommuniqueError("E403", f"{out}: {problem.strerror}") from problem
