"""`communique compare`: the versions of one happening side by side."""

from collections.abc import Sequence
from string import ascii_uppercase
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table
from rich.text import Text

from communique.cli.comparing_sides import print_sides
from communique.cli.listing import carrier
from communique.cli.options import DEFAULT_REGISTER, AsJson, RegisterPath, reading
from communique.cli.screen import Screen, write, write_json
from communique.errors import CommuniqueError
from communique.export.accounts import accounts, whose
from communique.export.compare import Aligned, aligned_row
from communique.export.compare import compare as align_versions
from communique.export.plain import counted, one_line, short_name
from communique.export.sides import sides_row
from communique.export.summary import summarise, summary_row
from communique.export.summary_text import summary_text

if TYPE_CHECKING:
    from communique.register import View
    from communique.types.coverage import Coverage
    from communique.types.text import Passage, Report

STYLES = {"same": "green", "near": "cyan", "reworded": "yellow", "only here": "magenta"}
KINDS = {"contradiction": "red", "number": "red", "date": "red", "strength": "yellow"}
ABREAST = 4
"""Most versions that stand side by side on a terminal."""


def compare(
    coverage: Annotated[
        str,
        typer.Argument(
            metavar="COVERAGE", help="The id of a coverage, or of one report or event in it."
        ),
    ],
    register: RegisterPath = DEFAULT_REGISTER,
    json: AsJson = False,
    summary: Annotated[
        bool, typer.Option("--summary", help="Tell in some twenty lines of Markdown.")
    ] = False,
    sides: Annotated[
        bool,
        typer.Option("--sides", help="Lay each side's account beside the others', by topic."),
    ] = False,
) -> None:
    """Lay the versions of one happening side by side: who carried what, reworded or left out.

    Sentences are told in the same words (same), nearly (near), otherwise (reworded), or by one
    version alone (only here). `--summary` tells what all share and where each parts from the
    first, the weightiest first, to be pasted into a note. `--sides` tells by topic what one side
    says, does not mention, words differently or contradicts, with the sentences.
    """
    if summary and sides:
        raise typer.BadParameter("--summary and --sides are two reports: give one of them.")
    with reading(register) as view:
        found = coverage_by(view, coverage)
        reports = list(view.reports_by_id(found.report_ids))
        pages = {r.id: next(iter(view.names(r.page_id)), "") for r in reports}
        events = view.merged(found.id).events if summary else ()
        findings = [view.findings(report.id) for report in reports] if sides else []
    if summary:
        told = summarise(found, reports, pages, events)
        text = summary_text(told)
        write_json([summary_row(told, text)]) if json else write(text)
        return
    if sides:
        from communique.align.sides_told import by_topic

        laid = by_topic(found, reports, findings)
        by_id = {report.id: report for report in reports}
        write_json([sides_row(laid)]) if json else print_sides(Screen(), laid, found, by_id, pages)
        return
    rows = align_versions(found, reports)
    if json:
        write_json(map(aligned_row, rows))
        return
    screen = Screen()
    letters = letters_of(len(reports))
    label = {report.id: letter for report, letter in zip(reports, letters, strict=True)}
    _print_versions(screen, found, reports, pages, label)
    if screen.is_terminal and len(reports) <= ABREAST:
        _print_abreast(screen, rows, reports, label)
    else:
        _print_in_turn(screen, rows, label)
    _print_differences(screen, found, label)


def coverage_by(view: "View", prefix: str) -> "Coverage":
    """The coverage of this id, or the one a report or event of this id is in. Raises E402."""
    if prefix.startswith("ev-") and (home := view.event(prefix).coverage_id):
        return view.coverage(home)
    if not prefix.startswith("rp-"):
        return view.coverage(prefix)
    home = view.coverage_of(view.report(prefix).id)
    if home is None:
        raise CommuniqueError("E402", f"{prefix} is in no coverage")
    return view.coverage(home)


def letters_of(number: int) -> list[str]:
    """A, B, ... Z, then A2 and so on."""
    return [ascii_uppercase[i % 26] + (str(i // 26 + 1) if i >= 26 else "") for i in range(number)]


def _print_versions(
    screen: Screen,
    coverage: "Coverage",
    reports: Sequence["Report"],
    pages: dict[str, str],
    label: dict[str, str],
) -> None:
    told = f"{counted(len(reports), 'report')}, {accounts(coverage.origins)}"
    screen.print(f"{coverage.id}: {told}\n", soft_wrap=True)
    for report in reports:
        stamp = report.published.value if report.published else "no date stated"
        headline = one_line(report.headline.text) if report.headline else "(no headline)"
        screen.print(f"{label[report.id]}  {headline}", style="bold", soft_wrap=True)
        place = f"{carrier(report)}, {stamp}, {short_name(pages[report.id])}, {report.id}"
        screen.print(f"   {one_line(place)}", soft_wrap=True)
    screen.print()
    for origin in coverage.origins:
        members = ", ".join(label[one] for one in origin.report_ids if one in label)
        told = f"Account {members}, {whose([origin])}: {lettered(label, origin.reason)}"
        screen.print(one_line(told), soft_wrap=True)
    screen.print()


def lettered(label: dict[str, str], words: str) -> str:
    """`words` with letters for the reports' ids."""
    for report_id, letter in label.items():
        words = words.replace(report_id, letter)
    return words


def _print_abreast(
    screen: Screen,
    rows: Sequence[Aligned],
    reports: Sequence["Report"],
    label: dict[str, str],
) -> None:
    table = Table(show_lines=True, header_style="bold")
    table.add_column("", no_wrap=True)
    for report in reports:
        table.add_column(label[report.id], ratio=1)
    for row in rows:
        told = {each.report_id: _sentences(each.sentences) for each in row.told}
        cells = [Text(told.get(report.id, "—")) for report in reports]
        table.add_row(Text(row.kind, style=STYLES[row.kind]), *cells)
    screen.print(table)


def _print_in_turn(screen: Screen, rows: Sequence[Aligned], label: dict[str, str]) -> None:
    for row in rows:
        screen.print(f"[{row.kind}]", style=STYLES[row.kind])
        for told in row.told:
            screen.print(f"  {label[told.report_id]}  {_sentences(told.sentences)}", soft_wrap=True)


def _sentences(passages: Sequence["Passage"]) -> str:
    return " ".join(one_line(passage.text) for passage in passages)


def _print_differences(screen: Screen, coverage: "Coverage", label: dict[str, str]) -> None:
    """What each version has otherwise than the first, by kind."""
    for version in dict.fromkeys(each.version for each in coverage.differences):
        first = label.get(coverage.report_ids[0], coverage.report_ids[0])
        screen.print(f"\n{label.get(version, version)} against {first}", style="bold")
        told = [each for each in coverage.differences if each.version == version]
        for kind in dict.fromkeys(each.kind for each in told):
            for each in told:
                if each.kind == kind:
                    words = one_line(f"{kind}: {each.says}")
                    screen.print(f"  {words}", style=KINDS.get(kind), soft_wrap=True)
