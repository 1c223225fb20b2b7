"""What several commands share: their options, and opening the register they read."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.screen import notice
from communique.errors import CommuniqueError
from communique.export.plain import counted

if TYPE_CHECKING:
    from communique.register import View
    from communique.vocab.states import State

DEFAULT_REGISTER = Path("communique.db")

RegisterPath = Annotated[
    Path,
    typer.Option("--register", "-r", envvar="COMMUNIQUE_REGISTER", help="The register's file."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Write JSON lines and nothing else.")]


@contextmanager
def reading(path: Path) -> Iterator["View"]:
    """A view of the register at `path`, which is never made. Raises E301 to E303."""
    from communique.register import Register

    with Register.open(path, create=False) as register, register.read() as view:
        waiting = view.counts().get("report", 0) - len(view.membership())
        if waiting > 0:
            notice(f"{counted(waiting, 'report')} not grouped yet; a run was cut short.")
            notice("Give its `communique add` again to finish.")
        yield view


def the_state(words: str) -> "State":
    """The state that `words` name. Raises E401 with what may have been meant."""
    from communique.vocab.states import find_state, suggest_states

    found = find_state(words)
    if found is None:
        likely = suggest_states(words)
        advice = f"Did you mean {' or '.join(likely)}?" if likely else "Try its ISO 3166 code."
        raise CommuniqueError("E401", words or "no name was given", advice)
    return found
