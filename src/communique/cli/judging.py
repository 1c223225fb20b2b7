"""`communique judge`: a person's word on which reports tell one happening."""

import getpass
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.listing import SHORT
from communique.cli.options import DEFAULT_REGISTER, AsJson, RegisterPath, reading
from communique.cli.screen import Screen, write_json, write_table
from communique.errors import CommuniqueError
from communique.export.plain import counted, one_line
from communique.types.provenance import Judgement

if TYPE_CHECKING:
    from communique.register import Change, Grouping, Register
    from communique.register.judging import Verdict
    from communique.types.text import Report

SHOWN = 20
"""Most reports of a coverage that are listed."""
SENTENCES = {
    "part_of_happening": "tells in part",
    "looks_back_on": "looks back on",
    "follows": "follows",
}
"""Words for the judgements that are of single sentences, counted from 0."""

Reason = Annotated[str, typer.Option(help="Why, for those who read it later.")]
Author = Annotated[
    str | None, typer.Option(help="Who judges; your login name where not given.", metavar="NAME")
]
One = Annotated[str, typer.Argument(metavar="A", help="The first characters of a report's id.")]
Other = Annotated[str, typer.Argument(metavar="B", help="The first characters of another's.")]


def merge(
    a: Annotated[
        str, typer.Argument(metavar="A", help="The id of a coverage, or of a report in it.")
    ],
    b: Annotated[str, typer.Argument(metavar="B", help="Another, likewise.")],
    reason: Reason,
    author: Author = None,
    register: RegisterPath = DEFAULT_REGISTER,
    json: AsJson = False,
) -> None:
    """Judge that two coverages are one happening: all of A's reports join those of B."""
    _judge("merge", (a, b), reason, author, register, json)


def split(
    report: Annotated[
        str, typer.Argument(metavar="REPORT", help="The first characters of a report's id.")
    ],
    reason: Reason,
    author: Author = None,
    register: RegisterPath = DEFAULT_REGISTER,
    json: AsJson = False,
) -> None:
    """Judge that a report is out of its coverage and stands by itself."""
    _judge("split", (report, ""), reason, author, register, json)


def same(
    a: One,
    b: Other,
    reason: Reason,
    author: Author = None,
    register: RegisterPath = DEFAULT_REGISTER,
    json: AsJson = False,
) -> None:
    """Judge that two reports tell one happening; the coverage of A joins that of B."""
    _judge("same", (a, b), reason, author, register, json)


def different(
    a: One,
    b: Other,
    reason: Reason,
    author: Author = None,
    register: RegisterPath = DEFAULT_REGISTER,
    json: AsJson = False,
) -> None:
    """Judge that two reports tell two happenings: A leaves B's coverage, and will not be put there.

    Where they are apart already they are kept so.
    """
    _judge("different", (a, b), reason, author, register, json)


def withdraw(
    judgement: Annotated[
        str, typer.Argument(metavar="JUDGEMENT", help="The first characters of a judgement's id.")
    ],
    reason: Reason,
    author: Author = None,
    register: RegisterPath = DEFAULT_REGISTER,
    json: AsJson = False,
) -> None:
    """Take a person's judgement back, and with it all that it did."""
    from communique.register import Register
    from communique.service import withdraw as take_back

    with Register.open(register, create=False) as opened:
        change = take_back(opened, judgement, author=login(author), reason=one_line(reason))
        made, words = change.judgement.id[:SHORT], in_words(change.judgement)
        already = f"Nothing changed: {made} was withdrawn before ({words})."
        _tell(opened, change, f"Withdrawn {made}: {words}." if change.changed else already, json)


def list_(
    register: RegisterPath = DEFAULT_REGISTER,
    json: AsJson = False,
    author: Annotated[
        str | None,
        typer.Option(help="Only by this person, or by the machine.", metavar="NAME"),
    ] = None,
) -> None:
    """List the judgements that stand, newest first.

    That two coverages may be one is listed until a person has judged so, or otherwise.
    """
    with reading(register) as view:
        bridges = {
            made.id: f"{home[:SHORT]} may be one with {other[:SHORT]}"
            for home, others in view.bridges().items()
            for other, made in others
        }
        found = [
            one
            for one in reversed(view.judgements())
            if author in (None, one.author) and (one.kind != "bridge" or one.id in bridges)
        ]
    if json:
        write_json(map(asdict, found))
        return
    write_table(
        ("judgement", "at", "author", "what", "reason"),
        (
            (
                one.id[:SHORT],
                moment(one.at),
                one.author,
                bridges.get(one.id) or in_words(one),
                one.reason,
            )
            for one in found
        ),
    )


def in_words(judgement: Judgement) -> str:
    """What is judged, with short ids."""
    if judgement.kind == "one_name":
        return one_line(f"{judgement.left} and {judgement.right} are one name")
    left, right = judgement.left[:SHORT], judgement.right[:SHORT]
    if judgement.kind in SENTENCES:
        told = ", ".join(str(number) for number in judgement.sentences)
        return f"{left} {SENTENCES[judgement.kind]} {right} (sentences {told})"
    if judgement.kind == "bridge":
        return f"the coverages of {left} and {right} may be one"
    if judgement.kind == "same_happening":
        return f"{left} and {right} are one happening"
    return f"{left} and {right} are two happenings" if left != right else f"{left} stands by itself"


def moment(at: str) -> str:
    """A time of the register to the second, as 2024-07-03 10:11:12 (UTC)."""
    return at[:19].replace("T", " ")


def _judge(
    verdict: "Verdict",
    sides: tuple[str, str],
    reason: str,
    author: str | None,
    register: Path,
    json: bool,
) -> None:
    from communique.register import Register
    from communique.service import judge

    with Register.open(register, create=False) as opened:
        signed = {"author": login(author), "reason": one_line(reason)}
        change = judge(opened, verdict, *sides, **signed)
        made, words = change.judgement.id[:SHORT], in_words(change.judgement)
        already = f"Nothing changed: {words} already."
        _tell(opened, change, f"Judged {made}: {words}." if change.changed else already, json)


def login(given: str | None) -> str:
    """Who judges. Raises E405 where nobody is named and the login has no name."""
    try:
        return one_line(getpass.getuser() if given is None else given)
    except (KeyError, OSError, ImportError):
        advice = "Say who judges: --author."
        raise CommuniqueError("E405", "this login has no name", advice) from None


def _tell(register: "Register", change: "Change", told: str, json: bool) -> None:
    """`told`, and the coverages before and after, or but once where no report moved."""
    if json:
        write_json([asdict(change)])
        return
    screen = Screen()
    screen.print(told, soft_wrap=True)
    moved = change.before != change.after
    times = (("Before", change.before), ("After", change.after))
    with register.read() as view:
        for name, held in times if moved else (("As before", change.after),):
            events = sum(each.events for each in held)
            screen.print(f"{name}: {_number(len(held))}, {counted(events, 'event')}")
            for each in held:
                reports = view.reports_by_id(each.report_ids[:SHOWN])
                for line in _lines(each, list(reports)):
                    screen.print(line, no_wrap=True, overflow="ellipsis", crop=screen.is_terminal)


def _number(coverages: int) -> str:
    return counted(coverages, "coverage")


def _lines(held: "Grouping", reports: Sequence["Report"]) -> Iterator[str]:
    """A coverage with its first reports."""
    told = f"{counted(len(held.report_ids), 'report')}, {counted(held.events, 'event')}"
    yield f"  {held.id[:SHORT]}  {told}"
    for report in reports:
        title = report.headline or next(iter(report.sentences), None)
        yield f"    {report.id[:SHORT]}  {one_line(title.text) if title else '-'}"
    if (more := len(held.report_ids) - SHOWN) > 0:
        yield f"    ... and {more} more"
