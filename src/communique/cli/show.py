"""`communique show`: a page with what was found marked in it, or one event."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from communique.cli.events import print_event
from communique.cli.listing import Actors, actors_of, names
from communique.cli.marking import Mark, marked, styles
from communique.cli.options import DEFAULT_REGISTER, RegisterPath, reading
from communique.cli.screen import Screen
from communique.export.plain import one_line
from communique.types.record import Event, Statement

if TYPE_CHECKING:
    from communique.types.text import Credit, Report, Stamp


def show(
    record_id: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="The first characters of a report's, page's or event's id."
        ),
    ],
    register: RegisterPath = DEFAULT_REGISTER,
) -> None:
    """Show a page's text with what was found marked in it, and a legend; or one event.

    S1, S2 ... are statements, E1, E2 ... events; headline, dateline and stamps are named. An event
    is shown with what it is part of, its parts, and what its reports disagree on.
    """
    screen = Screen()
    with reading(register) as view:
        if record_id.startswith("ev-"):
            print_event(screen, view, view.event(record_id))
            return
        report = None if record_id.startswith("pg-") else view.report(record_id)
        page = view.page(report.page_id if report else record_id)
        reports = (report,) if report else view.reports_of(page.id)
        found = [view.folded_findings(each.id) for each in reports]
        actors = actors_of(view)
        statements = [each for findings in found for each in findings.statements]
        events = [each for findings in found for each in findings.events]
        legend = [*_statement_lines(statements, actors), *_event_lines(events, actors)]
        speakers = styles([names(each.actor_ids, actors) for each in statements])
        marks = [mark for each in reports for mark in _layout_marks(each)]
        marks += _statement_marks(statements, speakers, actors)
        marks += _event_marks(events)
        for each in reports:
            _print_head(screen, each, view.names(page.id))
    screen.print(marked(page.text, marks), soft_wrap=not screen.is_terminal)
    screen.print()
    for line, style in zip(legend, _line_styles(statements, speakers, actors, events), strict=True):
        screen.print(Text(one_line(line), style=style), soft_wrap=not screen.is_terminal)


def _print_head(screen: Screen, report: "Report", page_names: Sequence[str]) -> None:
    """The report's id and what is known of who carried it and when, inferences named as such."""
    facts = [
        ("page", ", ".join(page_names)),
        ("kind", report.kind.replace("_", " ")),
        ("language", report.language),
        ("outlet", _credit(report.outlet)),
        ("agency", _credit(report.agency)),
        ("byline", report.byline.text if report.byline else None),
        ("published", _stamp(report.published)),
        ("updated", _stamp(report.updated)),
    ]
    screen.print(report.id, style="bold")
    for name, value in facts:
        if value:
            screen.print(f"  {name}: {one_line(value)}", soft_wrap=True)
    screen.print()


def _credit(credit: "Credit | None") -> str | None:
    if credit is None:
        return None
    return credit.name if credit.stated else f"{credit.name} (inferred: {credit.reason})"


def _stamp(stamp: "Stamp | None") -> str | None:
    if stamp is None:
        return None
    zone = stamp.timezone or "timezone not stated"
    inferred = "" if stamp.stated else f"; inferred: {stamp.reason}"
    return f"{stamp.value} ({zone}{inferred})"


def _layout_marks(report: "Report") -> Iterator[Mark]:
    """Headline, dateline, byline, stamps and captions; furniture is only dimmed."""
    named = (
        ("headline", report.headline),
        ("dateline", report.dateline and report.dateline.passage),
        ("byline", report.byline),
        ("published", report.published and report.published.passage),
        ("updated", report.updated and report.updated.passage),
        *(("caption", caption) for caption in report.captions),
    )
    for tag, passage in named:
        if passage:
            yield Mark(span=passage.span, tag=tag, style="bold" if tag == "headline" else "italic")
    for part in report.furniture:
        yield Mark(span=part.passage.span, tag="", style="dim")


def _statement_marks(
    statements: Sequence[Statement], speakers: dict[str, str], actors: Actors
) -> Iterator[Mark]:
    for number, statement in enumerate(statements, 1):
        style = speakers[names(statement.actor_ids, actors)]
        for piece in statement.content:
            yield Mark(span=piece.span, tag=f"S{number}", style=style)


def _event_marks(events: Sequence[Event]) -> Iterator[Mark]:
    for number, event in enumerate(events, 1):
        for piece in event.evidence:
            yield Mark(span=piece.span, tag=f"E{number}", style="underline")


def _statement_lines(statements: Sequence[Statement], actors: Actors) -> Iterator[str]:
    for number, statement in enumerate(statements, 1):
        source = statement.source.text if statement.source else "nobody named"
        who = names(statement.actor_ids, actors) if statement.actor_ids else f"“{source}”"
        cue = f", “{statement.cue.text}”" if statement.cue else ""
        yield f"S{number}  {who}{cue} ({statement.act}, {statement.manner}, {statement.modality})"


def _event_lines(events: Sequence[Event], actors: Actors) -> Iterator[str]:
    for number, event in enumerate(events, 1):
        parts = [f"{event.type} {event.mode or ''}".strip(), names(event.actors, actors)]
        if event.recipients:
            parts.append(f"to {names(event.recipients, actors)}")
        parts += [event.date.value] if event.date else []
        parts += [event.place.name] if event.place else []
        if event.attributed_to:
            parts.append(f"as {names((event.attributed_to,), actors)} says")
        yield f"E{number}  {', '.join((*parts, event.modality))}"


def _line_styles(
    statements: Sequence[Statement],
    speakers: dict[str, str],
    actors: Actors,
    events: Sequence[Event],
) -> Iterator[str]:
    yield from (speakers[names(each.actor_ids, actors)] for each in statements)
    yield from ("underline" for _ in events)
