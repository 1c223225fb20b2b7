"""Events on the command line: the list of them, and one with its parts and what is disputed."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from communique.cli.listing import SHORT, Actors, actors_of, check_one_of, names
from communique.cli.options import DEFAULT_REGISTER, AsJson, RegisterPath, reading, the_state
from communique.cli.screen import Screen, write_json, write_table
from communique.export.disputes import dispute_words
from communique.export.plain import counted, one_line, short_name
from communique.export.rows import event_row
from communique.types.record import Event, EventType

if TYPE_CHECKING:
    from communique.register import View
    from communique.types.text import Evidence

COLUMNS = (
    *("event", "date", "type", "who", "to whom", "place", "told as", "reports", "accounts"),
    *("part of", "disputed"),
)


def events(
    register: RegisterPath = DEFAULT_REGISTER,
    json: AsJson = False,
    type: Annotated[  # noqa: A002 - the option's name
        str | None, typer.Option(help="Only this PLOVER type, such as CONSULT.", metavar="TYPE")
    ] = None,
    actor: Annotated[
        str | None, typer.Option(help="Only with this state on either side.", metavar="STATE")
    ] = None,
    since: Annotated[str | None, typer.Option(help="Only from this ISO date on.")] = None,
    until: Annotated[str | None, typer.Option(help="Only up to this ISO date.")] = None,
) -> None:
    """List the events, each once however many reports tell it.

    Dates may be partial (2024, 2024-07); with a bound, events without a date are left out.
    "Part of" names the larger event, "disputed" what the reports have differently.
    """
    check_one_of("--type", type, get_args(EventType))
    for name, bound in (("--since", since), ("--until", until)):
        check_date(name, bound)
    iso3 = the_state(actor).iso3 if actor else None
    with reading(register) as view:
        actors = actors_of(view)
        found = sorted(
            (
                event
                for event in view.events()
                if not type or event.type == type.upper()
                if _within(event, since, until)
                if not iso3 or iso3 in _states(event, actors)
            ),
            key=lambda event: (event.date.value if event.date else "", event.id),
        )
        if json:
            write_json(map(event_row, found))
            return
        write_table(
            COLUMNS,
            (_event_cells(event, actors) for event in found),
        )


def print_event(screen: Screen, view: "View", event: Event) -> None:
    """Print one event: who, when and where, its whole and parts, disagreements, and the words."""
    actors = actors_of(view)
    others = view.merged(event.coverage_id).events if event.coverage_id else ()
    pages = {
        report.id: short_name(next(iter(view.names(report.page_id)), report.id))
        for report in view.reports_by_id(event.report_ids)
    }
    screen.print(event.id, style="bold")
    for name, value in _facts(event, actors):
        screen.print(f"  {name}: {one_line(value)}", soft_wrap=True)
    for other in others:
        if other.id == event.part_of:
            screen.print(f"  part of: {_in_short(other, actors)}", soft_wrap=True)
    for other in others:
        if other.part_of == event.id:
            screen.print(f"  has part: {_in_short(other, actors)}", soft_wrap=True)
    if event.disputed:
        screen.print("\nReports disagree", style="bold")
    for each in event.disputed:
        told = dispute_words(each, len(event.report_ids), lambda one: names((one,), actors))
        carriers = ", ".join(pages.get(one, one) for one in each.report_ids)
        quotes = "; ".join(f"“{piece.quote}”" for piece in each.evidence)
        screen.print(f"  {one_line(told)}: {one_line(quotes)} ({carriers})", soft_wrap=True)
    screen.print("\nIn the words of the reports", style="bold")
    for piece in _sentences(event):
        carrier = pages.get(piece.report_id, piece.report_id)
        screen.print(f"  {carrier}: “{one_line(piece.quote)}”", soft_wrap=True)


def _facts(event: Event, actors: Actors) -> Iterator[tuple[str, str]]:
    """What the record has of an event, inferences named as such."""
    yield "what", f"{event.type} {event.mode or ''}".strip() + f", {event.modality}"
    yield "who", names(event.actors, actors)
    if event.recipients:
        yield "to whom", names(event.recipients, actors)
    if date := event.date:
        yield "when", f"{date.value} ({date.precision}{_inferred(date.stated, date.reason)})"
    if place := event.place:
        state = f", {place.country}" if place.country else ""
        why = _inferred(place.stated, place.reason).removeprefix("; ")
        yield "where", f"{place.name}{state}" + (f" ({why})" if why else "")
    if event.attributed_to:
        yield "as told by", names((event.attributed_to,), actors)
    carried = counted(len(event.report_ids), "report")
    yield "carried by", f"{carried}, {counted(event.origins, 'independent account')}"


def _inferred(stated: bool, reason: str | None) -> str:
    return "" if stated else f"; inferred: {reason}" if reason else "; inferred"


def _in_short(event: Event, actors: Actors) -> str:
    day = f" {event.date.value}" if event.date else ""
    told = f"{event.id[:SHORT]}{day} {event.type}: {names(event.actors, actors)}"
    return told + (f" to {names(event.recipients, actors)}" if event.recipients else "")


def _sentences(event: Event) -> "Iterator[Evidence]":
    """The evidence but for words that stand within other evidence."""
    for piece in event.evidence:
        if not any(
            other is not piece
            and other.report_id == piece.report_id
            and other.span.holds(piece.span)
            for other in event.evidence
        ):
            yield piece


def check_date(name: str, bound: str | None) -> None:
    """Raise BadParameter where the option `name` is given what is no ISO date, perhaps partial."""
    if bound and not re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", bound):
        raise typer.BadParameter(f"{bound} is no date such as 2024-07-03", param_hint=name)


def _within(event: Event, since: str | None, until: str | None) -> bool:
    """Whether the event's date, as far as it is known, can lie between the bounds."""
    if not since and not until:
        return True
    if event.date is None:
        return False
    day = event.date.value[:10]
    after = not since or day[: len(since)] >= since[: len(day)]
    return after and (not until or day[: len(until)] <= until[: len(day)])


def _states(event: Event, actors: Actors) -> set[str | None]:
    found = (actors(one) for one in (*event.actors, *event.recipients))
    return {each.iso3 for each in found if each}


def _event_cells(event: Event, actors: Actors) -> tuple[str, ...]:
    told: str = event.modality
    if event.attributed_to:
        told += f", {names((event.attributed_to,), actors)} says"
    return (
        event.id[:SHORT],
        event.date.value if event.date else "-",
        event.type + (f" {event.mode}" if event.mode else ""),
        names(event.actors, actors),
        names(event.recipients, actors),
        event.place.name if event.place else "-",
        told,
        str(len(event.report_ids)),
        str(event.origins),
        event.part_of[:SHORT] if event.part_of else "-",
        ", ".join(dict.fromkeys(each.field for each in event.disputed)) or "-",
    )
