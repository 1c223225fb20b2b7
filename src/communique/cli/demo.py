"""`communique demo`: a first look, with pages that came along."""

from pathlib import Path
from tempfile import mkdtemp
from typing import Annotated

import typer

from communique.cli.adding import add_to
from communique.cli.briefing import brief_text, present
from communique.cli.screen import write
from communique.demo import PAGES

DYAD = ("IND", "POL")
"""Two states of whose meeting both sides and the press report."""


def demo(
    register: Annotated[
        Path | None,
        typer.Option("--register", "-r", help="Keep the register here, not in a new folder."),
    ] = None,
) -> None:
    """Read the pages that came along and brief on two states.

    The pages were written for this; they tell of real events, but nothing on them is a quotation.
    """
    from communique.engines import LoopEngine

    path = register or Path(mkdtemp(prefix="communique-demo-")) / "demo.db"
    summary = add_to(path, [str(PAGES)], LoopEngine(), sum(1 for _ in PAGES.iterdir()))
    write("\n")
    present(brief_text(path, *DYAD))
    if summary.added or summary.known:
        write(
            "\nThe pages are made up for this demonstration. Look further:\n"
            f"  export COMMUNIQUE_REGISTER={path}\n"
            "  communique coverages\n"
            '  communique brief Iran "Saudi Arabia"\n'
            "  communique events --type CONSULT\n"
            '  communique search "strategic partnership"\n'
            "Then your own pages:  communique add PATH --register my.db\n"
        )
