"""`communique visits`: who travelled to which state, when, what for, and whom they met."""

from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.events import check_date
from communique.cli.listing import SHORT, Actors, actors_of, names
from communique.cli.options import DEFAULT_REGISTER, AsJson, RegisterPath, reading, the_state
from communique.cli.screen import write_json, write_table

if TYPE_CHECKING:
    from communique.types.visit import MetAs, Visit

COLUMNS = (
    *("visit", "days", "who", "rank", "from, to", "status", "occasion", "hosts met"),
    *("others met", "frame", "also", "reports"),
)


def visits(
    states: Annotated[
        list[str] | None,
        typer.Argument(metavar="[STATE [STATE]]", help="Names, demonyms or ISO codes."),
    ] = None,
    register: RegisterPath = DEFAULT_REGISTER,
    json: AsJson = False,
    since: Annotated[str | None, typer.Option(help="Only from this ISO date on.")] = None,
    until: Annotated[str | None, typer.Option(help="Only up to this ISO date.")] = None,
) -> None:
    """List the visits, of all states, to and from one, or between two; by first day.

    A day with a question mark is derived. A blank means that no words say so, never no.
    Dates may be partial (2024, 2024-07); with a bound, visits without a day are left out.
    """
    for name, bound in (("--since", since), ("--until", until)):
        check_date(name, bound)
    codes = [the_state(each).iso3 for each in states or []]
    if len(codes) > 2:
        raise typer.BadParameter("give one state, or two", param_hint="STATE")
    from communique.export.visits import between, visit_row, visits_of

    with reading(register) as view:
        found = list(between(visits_of(view), codes, since, until))
        if json:
            write_json(map(visit_row, found))
            return
        actors = actors_of(view)
        write_table(COLUMNS, [_cells(each, actors) for each in found])


def _cells(visit: "Visit", actors: Actors) -> tuple[str, ...]:
    from communique.export.visits import days_of, route

    deeds = [kind for kind in ("signed", "address", "forum", "ceremony") if visit.told(kind)]
    return (
        visit.id[:SHORT],
        days_of(visit),
        names((visit.traveller,), actors),
        (visit.rank or "").replace("_", " "),
        route(visit),
        visit.status,
        visit.occasion or "",
        _met(visit, "host", actors),
        ", ".join(each for each in (_met(visit, p, actors) for p in ("other", "body")) if each),
        "; ".join(visit.told("multilateral")),
        ", ".join(deeds),
        str(len(visit.report_ids)),
    )


def _met(visit: "Visit", part: "MetAs", actors: Actors) -> str:
    ids = [each.actor_id for each in visit.met if each.part == part]
    return names(ids, actors) if ids else ""
