"""Commands that list records: reports, events, statements, coverages, faults."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from communique.cli.options import DEFAULT_REGISTER, AsJson, RegisterPath, reading, the_state
from communique.cli.screen import write_json, write_table
from communique.errors import CommuniqueError
from communique.export.accounts import whose
from communique.export.plain import short_name
from communique.export.rows import (
    coverage_row,
    event_row,
    fault_row,
    report_row,
    statement_row,
)
from communique.types.record import CueKind, Event, EventType, SpeechAct, Statement

if TYPE_CHECKING:
    from communique.register import View
    from communique.types.parties import Actor
    from communique.types.text import Report

SHORT = 11
"""Characters of an id that a table shows: enough to name the record again."""
Actors = Callable[[str], "Actor | None"]


def reports(register: RegisterPath = DEFAULT_REGISTER, json: AsJson = False) -> None:
    """List the reports: headline, who carried it, when, and the coverage it is part of."""
    with reading(register) as view:
        homes = view.membership()
        if json:
            write_json(
                report_row(report, _page_name(view, report), homes.get(report.id))
                for report in view.reports()
            )
            return
        write_table(
            ("report", "headline", "carrier", "published", "coverage", "page"),
            (
                (
                    report.id[:SHORT],
                    report.headline.text if report.headline else "-",
                    carrier(report),
                    report.published.value if report.published else "-",
                    homes.get(report.id, "-")[:SHORT],
                    short_name(_page_name(view, report)),
                )
                for report in view.reports()
            ),
        )


def _page_name(view: "View", report: "Report") -> str:
    return next(iter(view.names(report.page_id)), "")


def carrier(report: "Report") -> str:
    """The agency and the outlet, each with a question mark where it is inferred; or the kind."""
    known = [each for each in (report.agency, report.outlet) if each]
    named = [each.name if each.stated else f"{each.name}?" for each in known]
    return " / ".join(dict.fromkeys(named)) or report.kind.replace("_", " ")


def coverages(register: RegisterPath = DEFAULT_REGISTER, json: AsJson = False) -> None:
    """List the happenings: how many reports carry each, of how many accounts, and whose."""
    with reading(register) as view:
        if json:
            write_json(map(coverage_row, view.coverages()))
            return
        found = sorted(view.coverages(), key=lambda each: (-len(each.report_ids), each.id))
        write_table(
            ("coverage", "reports", "accounts", "whose", "headline"),
            (
                (
                    each.id[:SHORT],
                    str(len(each.report_ids)),
                    str(len(each.origins)),
                    whose(each.origins),
                    _title(view.reports_by_id(each.report_ids)),
                )
                for each in found
            ),
        )


def _title(members: Iterable["Report"]) -> str:
    """The first headline, or else the first sentence."""
    reports = list(members)
    headlines = [report.headline.text for report in reports if report.headline]
    sentences = [report.sentences[0].text for report in reports if report.sentences]
    return next(iter((*headlines, *sentences)), "-")


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
    """
    _check_one_of("--type", type, get_args(EventType))
    for name, bound in (("--since", since), ("--until", until)):
        _check_date(name, bound)
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
            ("event", "date", "type", "who", "to whom", "place", "told as", "reports", "accounts"),
            (_event_cells(event, actors) for event in found),
        )


def _check_one_of(name: str, given: str | None, known: Sequence[str]) -> None:
    if given and given.lower() not in map(str.lower, known):
        raise typer.BadParameter(f"{given} is none of {', '.join(known)}", param_hint=name)


def _check_date(name: str, bound: str | None) -> None:
    import re

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


def actors_of(view: "View") -> Actors:
    """Looks up actors by id, each once; None for one that is not in the register."""

    @cache
    def find(actor_id: str) -> "Actor | None":
        try:
            return view.actor(actor_id)
        except CommuniqueError:
            return None

    return find


def names(actor_ids: Iterable[str], actors: Actors) -> str:
    """The actors' names, persons with the code of their state."""

    def name(actor_id: str) -> str:
        found = actors(actor_id)
        if found is None:
            return actor_id
        return (
            f"{found.name} ({found.iso3})" if found.kind != "state" and found.iso3 else found.name
        )

    return ", ".join(map(name, actor_ids)) or "-"


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
    )


def statements(
    register: RegisterPath = DEFAULT_REGISTER,
    json: AsJson = False,
    by: Annotated[
        str | None, typer.Option(help="Only by speakers of this name, or of this state.")
    ] = None,
    about: Annotated[str | None, typer.Option(help="Only with all these words.")] = None,
    to: Annotated[
        str | None, typer.Option(help="Only to an addressee of this name, or of this state.")
    ] = None,
    act: Annotated[
        str | None, typer.Option(help="Only this speech act, such as pledge.", metavar="ACT")
    ] = None,
    kind: Annotated[
        str | None, typer.Option(help="Only say, view, will or show.", metavar="KIND")
    ] = None,
) -> None:
    """List what was said and by whom, report by report."""
    _check_one_of("--act", act, get_args(SpeechAct))
    _check_one_of("--kind", kind, get_args(CueKind))
    with reading(register) as view:
        actors = actors_of(view)
        found = (
            statement
            for statement in view.statements()
            if not act or statement.act == act.lower()
            if not kind or statement.kind == kind.lower()
            if not to or _is_any(to, (statement.addressee,), actors)
            if not by or _is_any(by, statement.actor_ids, actors)
            if not about or _is_about(statement, about)
        )
        if json:
            write_json(map(statement_row, found))
            return
        write_table(
            ("statement", "report", "who", "said", "act", "what"), _said_cells(found, actors)
        )


def _is_any(who: str, actor_ids: Iterable[str | None], actors: Actors) -> bool:
    """Whether one of the actors bears the name `who`, or is or belongs to the state so named."""
    from communique.vocab.tables import fold

    state, wanted = _meant(who)
    return any(
        any(name in fold(each.name) for name in wanted)
        or (state is not None and each.iso3 == state)
        for one in actor_ids
        if one and (each := actors(one))
    )


@cache
def _meant(who: str) -> tuple[str | None, frozenset[str]]:
    """The state that words name, and the folded names they may stand for, by the table too."""
    from communique.vocab.holders import bundled
    from communique.vocab.states import find_state
    from communique.vocab.tables import fold

    state = find_state(who)
    names = (who, *(row.name for row in bundled().find(who)))
    return state.iso3 if state else None, frozenset(map(fold, names))


def _is_about(statement: Statement, words: str) -> bool:
    content = " ".join(piece.text for piece in statement.content).casefold()
    return all(word in content for word in words.casefold().split())


def _said_cells(found: Iterable[Statement], actors: Actors) -> Iterator[tuple[str, ...]]:
    for statement in found:
        source = statement.source.text if statement.source else "-"
        yield (
            statement.id[:SHORT],
            statement.report_id[:SHORT],
            names(statement.actor_ids, actors) if statement.actor_ids else source,
            statement.cue.text if statement.cue else "-",
            statement.act,
            " … ".join(piece.text for piece in statement.content),
        )


def faults(register: RegisterPath = DEFAULT_REGISTER, json: AsJson = False) -> None:
    """List the pages, or parts of pages, that could not be processed, each with its code."""
    with reading(register) as view:
        if json:
            write_json(map(fault_row, view.faults()))
            return
        rows = ((fault.code, fault.page, fault.message) for fault in view.faults())
        write_table(("code", "page", "message"), rows)
