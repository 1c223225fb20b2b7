"""The command that lists positions and commitments."""

from typing import Annotated

import typer

from communique.cli.listing import SHORT
from communique.cli.options import DEFAULT_REGISTER, AsJson, RegisterPath, reading, the_state
from communique.cli.screen import write_json, write_table
from communique.export.positions import position_row
from communique.types.standing import Position


def positions(
    holder: Annotated[
        str | None,
        typer.Argument(
            metavar="[HOLDER]",
            help="Only of this state (name, demonym or ISO code) or body (name or initials): "
            "any state, a listed body, or one that the register holds.",
            show_default=False,
        ),
    ] = None,
    register: RegisterPath = DEFAULT_REGISTER,
    json: AsJson = False,
    on: Annotated[
        str | None, typer.Option("--on", help="Only on what all these words name.")
    ] = None,
) -> None:
    """List what states and bodies stand for or bind themselves to, as the reports tell it.

    A HOLDER that is no state and no body known is refused (E401).
    """
    with reading(register) as view:
        held = [each for each in view.positions() if not holder or _is_held(each, holder)]
        if holder and not held:
            _known(holder)
        found = [each for each in held if not on or _is_on(each, on)]
        if json:
            write_json(map(position_row, found))
            return
        heads = ("position", "report", "who", "stance", "strength", "what", "about", "until")
        write_table(heads, map(_cells, found))


def _known(who: str) -> None:
    """Nothing, where `who` is a state or a listed body. Raises E401 where it is neither."""
    from communique.vocab.organisations import find_organisation

    if find_organisation(who) is None:
        the_state(who)


def _is_held(position: Position, who: str) -> bool:
    from communique.vocab.organisations import find_organisation
    from communique.vocab.states import find_state
    from communique.vocab.tables import fold

    if (state := find_state(who)) and position.iso3 == state.iso3:
        return True
    body = find_organisation(who)
    names = {fold(who), *(map(fold, body.surfaces) if body else ())}
    return position.iso3 is None and fold(position.holder) in names


def _is_on(position: Position, words: str) -> bool:
    told = f"{position.object.text} {position.about}".casefold()
    return all(word in told for word in words.casefold().split())


def _cells(position: Position) -> tuple[str, ...]:
    return (
        position.id[:SHORT],
        position.report_id[:SHORT],
        position.holder,
        position.stance,
        position.strength,
        position.object.text,
        position.about,
        position.until or "-",
    )
