"""Commands that list records: reports, events, statements, coverages, faults."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from communique.cli.options import DEFAULT_REGISTER, AsJson, RegisterPath, reading
from communique.cli.screen import write_json, write_table
from communique.errors import CommuniqueError
from communique.export.accounts import whose
from communique.export.plain import short_name
from communique.export.rows import (
    coverage_row,
    fault_row,
    report_row,
    statement_row,
)
from communique.types.record import CueKind, SpeechAct, Statement

if TYPE_CHECKING:
    from communique.register import View
    from communique.types.coverage import Coverage
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
        bridges = view.bridges()
        write_table(
            ("coverage", "reports", "accounts", "whose", "headline"),
            (
                (
                    each.id[:SHORT],
                    _carried(each),
                    str(len(each.origins)),
                    whose(each.origins),
                    _title(view.reports_by_id(each.report_ids))
                    + _related(each)
                    + _may_be_one(other for other, _ in bridges.get(each.id, ())),
                )
                for each in found
            ),
        )


def _carried(coverage: "Coverage") -> str:
    """How many reports carry it, those told apart that do so in a part of theirs."""
    partly = len({part.report_id for part in coverage.parts})
    whole = len(coverage.report_ids) - partly
    return f"{whole} + {partly} in part" if partly else str(whole)


def _related(coverage: "Coverage") -> str:
    """The earlier coverages that it looks back on or follows."""
    told = dict.fromkeys(
        f"{each.kind.replace('_', ' ')} {each.coverage_id[:SHORT]}" for each in coverage.related
    )
    return f" ({', '.join(told)})" if told else ""


def _may_be_one(others: Iterable[str]) -> str:
    """That a coverage may be one with `others`, which a person is to judge."""
    named = ", ".join(other[:SHORT] for other in others)
    return f" (may be one with {named})" if named else ""


def _title(members: Iterable["Report"]) -> str:
    """The first headline, or else the first sentence."""
    reports = list(members)
    headlines = [report.headline.text for report in reports if report.headline]
    sentences = [report.sentences[0].text for report in reports if report.sentences]
    return next(iter((*headlines, *sentences)), "-")


def check_one_of(name: str, given: str | None, known: Sequence[str]) -> None:
    """Raise BadParameter where the option `name` is given what is none of `known`."""
    if given and given.lower() not in map(str.lower, known):
        raise typer.BadParameter(f"{given} is none of {', '.join(known)}", param_hint=name)


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
    check_one_of("--act", act, get_args(SpeechAct))
    check_one_of("--kind", kind, get_args(CueKind))
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
