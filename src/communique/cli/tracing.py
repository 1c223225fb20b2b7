"""`communique trace`: where a report's words likely come from, and where they went."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from communique.cli.comparing import coverage_by, lettered, letters_of
from communique.cli.listing import SHORT, carrier
from communique.cli.options import DEFAULT_REGISTER, AsJson, RegisterPath, reading
from communique.cli.screen import Screen, write, write_json
from communique.export.accounts import accounts
from communique.export.plain import counted, one_line, short_name
from communique.export.trace import Branch, Sharing, Trace, TracedSentence, trace_row
from communique.export.trace import trace as trace_words

if TYPE_CHECKING:
    from communique.types.coverage import Coverage
    from communique.types.text import Report

HEADINGS = {
    "descent": "likely descent",
    "unknown": "same words, direction unknown",
    "own": "own words",
}
DEEPEST = 6
"""Steps of descent that a tree is indented for; reports beyond stand below their source."""
Letters = dict[str, str]
"""A letter for each report's id, as `communique compare` gives them."""


def trace(
    report: Annotated[
        str, typer.Argument(metavar="REPORT", help="The first characters of a report's id.")
    ],
    register: RegisterPath = DEFAULT_REGISTER,
    json: AsJson = False,
) -> None:
    """Trace a report's words: where they likely come from, and where they went.

    The reports of its coverage stand under their likeliest sources, with what speaks for it; then
    each sentence with the versions that have it, by the letters of `communique compare`.
    """
    with reading(register) as view:
        traced = view.report(report)
        found = coverage_by(view, traced.id)
        reports = list(view.reports_by_id(found.report_ids))
        page = next(iter(view.names(traced.page_id)), "")
    result = trace_words(found, reports, traced)
    if json:
        write_json([trace_row(result)])
        return
    screen = Screen()
    letters = {r.id: letter for r, letter in zip(reports, letters_of(len(reports)), strict=True)}
    _print_head(screen, traced, page, found, letters)
    _print_tree(screen, result, reports, letters)
    _print_sentences(screen, result, letters)


def _print_head(
    screen: Screen, report: "Report", page: str, coverage: "Coverage", letters: Letters
) -> None:
    told = f"{counted(len(letters), 'report')}, {accounts(coverage.origins)}"
    _print(screen, Text(_headline(report), style="bold"))
    _print(screen, Text(one_line(f"{_carried(report)}, {short_name(page)}")))
    _print(screen, Text(f"{report.id}, {letters[report.id]} of {coverage.id}: {told}\n"))


def _headline(report: "Report") -> str:
    return one_line(report.headline.text) if report.headline else "(no headline)"


def _carried(report: "Report") -> str:
    stamp = report.published.value if report.published else "no date stated"
    return one_line(f"{carrier(report)}, {stamp}")


def _print_tree(
    screen: Screen, result: Trace, reports: Sequence["Report"], letters: Letters
) -> None:
    named = {each.id: each for each in reports}

    def grow(tree: Tree, branches: Sequence[Branch], room: int) -> None:
        for branch in branches:
            label = _label(named[branch.report_id], branch, result.report_id, letters)
            grown = tree.add(label)
            grow(grown if room else tree, branch.branches, max(0, room - 1))

    for family in result.families:
        tree = Tree(Text(HEADINGS[family.kind], style="bold"))
        grow(tree, family.branches, DEEPEST)
        _print(screen, tree)
        screen.print()


def _label(report: "Report", branch: Branch, traced: str, letters: Letters) -> Table:
    """A report's letter, and beside it headline, carrier and what it shares."""
    this = report.id == traced
    headline = _headline(report) + (" (this report)" if this else "")
    label = Table.grid(padding=(0, 1))
    label.add_row(Text(letters[report.id]), Text(headline, style="bold" if this else ""))
    label.add_row("", Text(f"{_carried(report)}, {report.id[:SHORT]}", style="dim"))
    for line in _told(branch, letters):
        label.add_row("", Text(line))
    return label


def _print(screen: Screen, drawn: Table | Tree | Text) -> None:
    """Print what is drawn; into a file or pipe, without the blanks that fill up its lines."""
    if screen.is_terminal:
        screen.print(drawn)
        return
    with screen.capture() as held:
        screen.print(drawn)
    write("".join(f"{line.rstrip()}\n" for line in held.get().splitlines()))


def _told(branch: Branch, letters: Letters) -> Iterator[str]:
    """What speaks for the branch's place, and what its report shares besides."""
    if branch.source:
        yield _shares(branch.source, letters)
        yield f"likely, {_likelihood(branch.source)}: {_reasons(branch.source, letters)}"
    for each in branch.also:
        other, shares = letters[each.other], _shares(each, letters)
        why = f"{_likelihood(each)}: {_reasons(each, letters)}"
        match each.way:
            case "unknown":
                yield f"same words as {other}, direction unknown; {shares}"
            case "likely":
                yield f"also likely from {other}, {why}; {shares}"
            case "circular":
                yield f"same words as {other}; {shares}"
                yield f"{other} as source set aside, as it would close a circle ({why})"


def _shares(sharing: Sharing, letters: Letters) -> str:
    other = letters[sharing.other]
    there = f"{sharing.share:.0%} of its words are in {other}"
    return f"{sharing.kind}: {there}, {sharing.share_of_other:.0%} of {other}'s in it"


def _likelihood(sharing: Sharing) -> str:
    return f"{sharing.likelihood or 0:.2f}".removeprefix("0")


def _reasons(sharing: Sharing, letters: Letters) -> str:
    return one_line(lettered(letters, "; ".join(sharing.reasons)))


def _print_sentences(screen: Screen, result: Trace, letters: Letters) -> None:
    """How many sentences each version has, then each sentence cut to one line, and who has it."""
    having = Counter(one.report_id for each in result.sentences for one in each.elsewhere)
    counts = [f"{letters[one]} has {having[one]}" for one in letters if having[one]]
    alone = sum(not each.elsewhere for each in result.sentences)
    told = ", ".join((*counts, *([f"{alone} only here"] if alone else ())))
    _print(screen, Text(f"{counted(len(result.sentences), 'sentence')}: {told}\n"))
    table = Table(box=None, pad_edge=False, header_style="bold", expand=True)
    table.add_column("", justify="right", no_wrap=True)
    table.add_column("sentence", no_wrap=True, overflow="ellipsis", ratio=1)
    table.add_column("who else has it", max_width=26)
    table.add_column("likely from", width=6)
    for each in result.sentences:
        origin = _origin(each, result.report_id, letters)
        cells = (str(each.number + 1), one_line(each.passage.text), _having(each, letters), origin)
        table.add_row(*map(Text, cells))
    _print(screen, table)


def _origin(sentence: TracedSentence, report_id: str, letters: Letters) -> str:
    if sentence.origin == report_id:
        return "here"
    if sentence.origin:
        return letters[sentence.origin]
    return "?" if sentence.elsewhere else "-"


def _having(sentence: TracedSentence, letters: Letters) -> str:
    """Who has the sentence, the tightest kind of link first: "verbatim A C, near B"."""
    kinds: dict[str, list[str]] = {"verbatim": [], "near": [], "reworded": []}
    for each in sentence.elsewhere:
        kinds[each.kind].append(letters[each.report_id])
    return ", ".join(" ".join((kind, *who)) for kind, who in kinds.items() if who) or "only here"
