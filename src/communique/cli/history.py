"""`communique history`: all that was ever asserted or judged about one thing."""

from collections.abc import Iterator
from textwrap import wrap
from typing import TYPE_CHECKING, Annotated, Any

import typer

from communique.cli.judging import in_words, moment
from communique.cli.listing import SHORT, Actors, actors_of, names
from communique.cli.options import DEFAULT_REGISTER, AsJson, RegisterPath, reading
from communique.cli.screen import Screen, write, write_json
from communique.errors import Fault
from communique.export.plain import counted, one_line
from communique.types.coverage import Coverage
from communique.types.parties import Actor
from communique.types.provenance import Judgement
from communique.types.record import Event, Statement
from communique.types.standing import Instrument, RelationChange
from communique.types.text import Report

if TYPE_CHECKING:
    from communique.register import Entry, History

NAMES = {
    "found_event": "event",
    "found_instrument": "instrument",
    "found_relation": "relation change",
    "relation": "relation change",
    "mentions": "list of mentions",
}
"""What kinds are called that are not called by their names."""
LISTS = {"list of mentions": "lists of mentions"}


def history(
    record: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="The first characters of the id of a report, coverage, event, page, judgement or "
            "any other record, even one that was withdrawn.",
        ),
    ],
    register: RegisterPath = DEFAULT_REGISTER,
    json: AsJson = False,
) -> None:
    """Tell all that was ever asserted or judged about a record, oldest first.

    Each entry says when (UTC), what, by whom or which stage, in which run, and why. What is
    asserted is dated by the start of its run.
    """
    with reading(register) as view:
        past = view.past(record)
        actors = actors_of(view)
        if json:
            write_json([_row(past, actors)])
            return
        width = Screen().width
        write("".join(f"{line}\n" for line in _head(past)))
        for entry in past.entries:
            write("\n" + "".join(f"{line}\n" for line in _lines(entry, actors, width)))


def _head(past: "History") -> Iterator[str]:
    """The id, whether it stands, and where its reports are."""
    yield f"{past.id} {'stands' if past.stands else 'does not stand'}."
    homes = ", ".join(home for home in past.homes if home != past.id)
    if past.id.startswith("cv-") and not past.stands:
        yield f"Its reports are in {homes} now." if homes else "None of its reports stands."
    elif homes:
        yield f"In {homes}."


def _lines(entry: "Entry", actors: Actors, width: int) -> Iterator[str]:
    """When, what and who; then what it is about and why, set in."""
    by = entry.by or "somebody" if entry.stage == "judge" else f"{entry.stage} {entry.version}"
    yield f"{moment(entry.at)}  {entry.what} ({by}, {entry.run_id[:SHORT]})"
    for words in (_says(entry, actors), entry.reason):
        if words:
            yield from wrap(one_line(words), width, initial_indent="  ", subsequent_indent="    ")


def _row(past: "History", actors: Actors) -> dict[str, Any]:
    """{id, stands, coverage_ids, entries}."""
    return {
        "id": past.id,
        "stands": past.stands,
        "coverage_ids": list(past.homes),
        "entries": [
            {
                "at": each.at,
                "run_id": each.run_id,
                "stage": each.stage,
                "version": each.version,
                "what": each.what,
                "about": each.about,
                "says": one_line(_says(each, actors)),
                "by": each.by,
                "reason": each.reason,
            }
            for each in past.entries
        ],
    }


def _says(entry: "Entry", actors: Actors) -> str:
    """What was asserted or judged, in words."""
    if entry.counted:
        return ", ".join(_counted(number, kind) for kind, number in entry.counted)
    return "" if entry.record is None else f"{entry.about[:SHORT]}: {_told(entry.record, actors)}"


def _counted(number: int, kind: str) -> str:
    name = NAMES.get(kind, kind)
    return f"{number} {LISTS[name]}" if name in LISTS and number != 1 else counted(number, name)


def _told(record: Any, actors: Actors) -> str:
    match record:
        case Judgement():
            return in_words(record)
        case Report():
            return f"report “{record.headline.text if record.headline else record.body[:60]}”"
        case Coverage():
            told = counted(len(record.report_ids), "report")
            return f"coverage of {told}, {counted(len(record.origins), 'account')}"
        case Event():
            parts = [f"{record.type} {record.mode or ''}".strip(), names(record.actors, actors)]
            parts += [f"to {names(record.recipients, actors)}"] if record.recipients else []
            parts += [record.date.value] if record.date else []
            return f"event {', '.join((*parts, record.modality))}"
        case Statement():
            return f"statement “{' … '.join(piece.text for piece in record.content)}”"
        case Instrument():
            return f"{record.kind} of {', '.join(record.parties)}"
        case RelationChange():
            return f"relation of {' and '.join(record.dyad)} {record.change}"
        case Fault():
            return f"fault {record.code}: {record.message}"
        case Actor():
            return f"{record.kind} {record.name}"
        case _:
            return type(record).__name__.lower()
