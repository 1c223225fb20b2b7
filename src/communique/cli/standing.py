"""`communique relation`: where two states stand on a day, and by which words."""

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from communique.cli.options import DEFAULT_REGISTER, AsJson, RegisterPath, reading, the_state
from communique.cli.screen import write, write_json
from communique.export.plain import one_line

if TYPE_CHECKING:
    from communique.register import View
    from communique.standing import Standing
    from communique.types.standing import RelationChange


def relation(
    a: Annotated[str, typer.Argument(metavar="STATE", help="A name, demonym or ISO code.")],
    b: Annotated[str, typer.Argument(metavar="STATE", help="Another.")],
    on: Annotated[str, typer.Option("--on", metavar="DATE", help="The day; today without.")] = "",
    register: RegisterPath = DEFAULT_REGISTER,
    json: AsJson = False,
) -> None:
    """Tell where two states stand on a day: relations, representation, partnership, recognition.

    Each line is followed by its evidence: the report, its day, and its words. Only what a report
    tells as done counts, from the day it has effect; where nothing is known, that is said.
    """
    first, second = the_state(a), the_state(b)
    if first == second:
        raise typer.BadParameter(f"{a} and {b} are one state", param_hint="STATE")
    day = _day(on)
    dyad = (first.iso3, second.iso3) if first.iso3 < second.iso3 else (second.iso3, first.iso3)
    with reading(register) as view:
        standing = _standing(view, dyad, day)
        if json:
            write_json([_row(standing)])
        elif not standing:
            write(f"Nothing known of {first.name} and {second.name} on {day}.\n")
        else:
            write("".join(f"{line}\n" for line in _lines(view, standing)))


def _day(on: str) -> str:
    """The day asked for, today where none was. A usage error where it is no day."""
    if not on:
        return date.today().isoformat()
    try:
        return date.fromisoformat(on).isoformat()
    except ValueError:
        raise typer.BadParameter(f"{on} is no day like 2026-03-04", param_hint="--on") from None


def _standing(view: "View", dyad: tuple[str, str], day: str) -> "Standing":
    from communique.standing import stand

    changes = [each for each in view.relations() if each.dyad == dyad]
    ids = list(dict.fromkeys(one for each in changes for one in each.report_ids))
    return stand(changes, dyad, day, _days(view, ids))


def _days(view: "View", report_ids: list[str]) -> dict[str, str]:
    """The day of each report that has one: its dateline's, else that of publication."""
    return {
        each.id: day
        for each in view.reports_by_id(report_ids)
        for day in [_day_of(each)]
        if day is not None
    }


def _day_of(report: Any) -> str | None:
    dated = report.dateline.date if report.dateline else None
    stamped = report.published.value if report.published else None
    for value in (dated, stamped):
        if value and len(value) >= len("2026-03-04") and value[:4].isdigit():
            return str(value[:10])
    return None


def _lines(view: "View", standing: "Standing") -> list[str]:
    from communique.export.briefing.draft import plain_line
    from communique.export.briefing.relations import change_draft, stands_draft
    from communique.export.phrases import state_name

    names = " and ".join(map(state_name, standing.dyad))
    lines = [f"{names} on {standing.on}"]
    for each in standing.stands:
        lines.append(f"  {plain_line(stands_draft(each))}")
        lines += _evidence(view, each.by)
        for other in each.disputed:
            lines.append(f"    otherwise: {plain_line(change_draft([other]))}")
            lines += _evidence(view, other)
    for change in standing.ahead:
        lines.append(f"  Ahead: {plain_line(change_draft([change]))}")
        lines += _evidence(view, change)
    return lines


def _evidence(view: "View", change: "RelationChange") -> list[str]:
    """The words of a change, with the report they stand in and its day."""
    reports = {each.id: each for each in view.reports_by_id(change.report_ids)}
    lines = []
    for piece in change.evidence:
        report = reports.get(piece.report_id)
        day = _day_of(report) if report else None
        told = f"{piece.report_id[:11]}, {day or 'no date'}"
        lines.append(f"    [{told}] “{one_line(piece.quote)}”")
    return lines


def _row(standing: "Standing") -> dict[str, Any]:
    """{dyad, on, stands, ahead}; each change as in relations.jsonl."""
    from communique.export.rows import relation_row

    return {
        "dyad": list(standing.dyad),
        "on": standing.on,
        "stands": [
            {
                "matter": each.matter,
                "level": each.level,
                "since": each.since,
                "rank": each.rank,
                "family": each.family,
                "of": each.of,
                "by": relation_row(each.by),
                "disputed": [relation_row(other) for other in each.disputed],
            }
            for each in standing.stands
        ],
        "ahead": [relation_row(change) for change in standing.ahead],
    }
