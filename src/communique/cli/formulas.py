"""`communique formulas`: the phrases that a dyad repeats, and the time line of one."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.events import check_date
from communique.cli.listing import SHORT, Actors, actors_of, names
from communique.cli.options import DEFAULT_REGISTER, AsJson, RegisterPath, reading, the_state
from communique.cli.screen import Screen, notice, write_json, write_table
from communique.export.phrases import state_name
from communique.export.plain import counted, one_line

if TYPE_CHECKING:
    from communique.export.formulas import Formulas
    from communique.export.utterances import Dyad
    from communique.types.formula import Formula, Shift, Use

COLUMNS = ("formula", "times", "first seen", "last seen", "who", "also worded", "others")
LINE = ("day", "who", "report", "place", "words")


def formulas(
    states: Annotated[
        list[str] | None,
        typer.Argument(metavar="[STATE STATE]", help="Names, demonyms or ISO codes."),
    ] = None,
    register: RegisterPath = DEFAULT_REGISTER,
    json: AsJson = False,
    phrase: Annotated[
        str | None, typer.Option(help="Every use of this phrase, up to two words otherwise.")
    ] = None,
    since: Annotated[str | None, typer.Option(help="Only from this ISO date on.")] = None,
    until: Annotated[str | None, typer.Option(help="Only up to this ISO date.")] = None,
) -> None:
    """List the phrases that two states repeat, the strongest first, or every use of one phrase.

    A formula is repeated by a speaker, a state or both sides about different happenings on
    different days, in the same words or nearly. What the latest text of each side drops, adds or
    words otherwise against its last comparable one stands below.
    """
    for name, bound in (("--since", since), ("--until", until)):
        check_date(name, bound)
    dyad = _dyad(states or [])
    if phrase is not None:
        _time_line(register, json, phrase, dyad, since, until)
    elif dyad is None:
        raise typer.BadParameter("give two states, or --phrase", param_hint="STATE")
    else:
        _list(register, json, dyad, since, until)


def _dyad(given: Sequence[str]) -> "Dyad | None":
    if not given:
        return None
    if len(given) != 2:
        raise typer.BadParameter(f"two states make a pair, not {len(given)}", param_hint="STATE")
    first, second = sorted(the_state(each).iso3 for each in given)
    if first == second:
        raise typer.BadParameter(f"{given[0]} and {given[1]} are one state", param_hint="STATE")
    return first, second


def _list(
    register: RegisterPath, json: bool, dyad: "Dyad", since: str | None, until: str | None
) -> None:
    from communique.export.formulas import formula_row, formulas_on, shift_row

    with reading(register) as view:
        found = formulas_on(view, *dyad, since, until)
        if json:
            write_json(map(formula_row, found.formulas))
            write_json(map(shift_row, found.shifts))
            return
        actors = actors_of(view)
        write_table(COLUMNS, [_cells(each, actors) for each in found.formulas])
    _print_shifts(found)


def _cells(formula: "Formula", actors: Actors) -> tuple[str, ...]:
    others = sorted({state for use in formula.others for state in use.utterance.states})
    return (
        formula.text,
        str(formula.times),
        formula.first_seen or "-",
        formula.last_seen or "-",
        _all(_who(use, actors) for use in formula.uses),
        "; ".join(f"{each.text} ({each.count})" for each in formula.variants[1:]) or "-",
        _states(others),
    )


def _all(named: Iterable[str]) -> str:
    """Each once, those that are not known left out."""
    return "; ".join(name for name in dict.fromkeys(named) if name != "-") or "-"


def _who(use: "Use", actors: Actors) -> str:
    """The speakers, or the states whose text it is."""
    said = use.utterance
    return names(said.actor_ids, actors) if said.actor_ids else _states(said.states)


def _states(codes: Iterable[str]) -> str:
    return ", ".join(map(state_name, codes)) or "-"


def _print_shifts(found: "Formulas") -> None:
    screen = Screen()
    for key in dict.fromkeys(map(_texts, found.shifts)):
        screen.print(f"\n{key}", style="bold", soft_wrap=True)
        for shift in found.shifts:
            if _texts(shift) == key:
                screen.print(f"  {shift.change}: {one_line(shift.text)}", soft_wrap=True)
                for line in _sentences(shift):
                    screen.print(f"    {line}", soft_wrap=True)


def _texts(shift: "Shift") -> str:
    kind = shift.kind.replace("_", " ")
    return f"{_states(shift.by)}, {kind} of {shift.now_day} against {shift.before_day}"


def _sentences(shift: "Shift") -> Iterator[str]:
    for name, use in ((shift.before_day, shift.before), (shift.now_day, shift.now)):
        if use:
            report = use.evidence.report_id[:SHORT]
            yield f"{name}  “{one_line(use.utterance.passage.text)}” ({report})"


def _time_line(
    register: RegisterPath,
    json: bool,
    phrase: str,
    dyad: "Dyad | None",
    since: str | None,
    until: str | None,
) -> None:
    from communique.export.formulas import phrase_line, use_row
    from communique.formulas.words import words

    if not any(each.fold for each in words(phrase)):
        raise typer.BadParameter("no words were given to look for", param_hint="--phrase")
    with reading(register) as view:
        found = phrase_line(view, phrase, dyad, since, until)
        if json:
            write_json(map(use_row, found))
            return
        actors = actors_of(view)
        write_table(LINE, [_line_cells(use, actors) for use in found])
    homes = {use.utterance.coverage_id for use in found}
    if found:
        notice(f"{counted(len(found), 'use')} about {counted(len(homes), 'happening')}.")


def _line_cells(use: "Use", actors: Actors) -> tuple[str, ...]:
    return (
        use.utterance.day or "-",
        _who(use, actors),
        use.evidence.report_id[:SHORT],
        use.utterance.place or "-",
        use.evidence.quote,
    )
