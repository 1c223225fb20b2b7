"""What `communique compare --sides` prints: an overview of topics, then each with its sentences."""

from collections.abc import Iterator, Mapping, Sequence

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from communique.cli.listing import carrier
from communique.cli.screen import Screen
from communique.export.accounts import accounts, whose
from communique.export.plain import counted, one_line, printable, short_name
from communique.export.sides import by_sides, column_name, lack
from communique.export.telling import without_dateline
from communique.types.coverage import Coverage
from communique.types.sides import Sides, Told, Topic, Verdict
from communique.types.text import Evidence, Report

STYLES: Mapping[Verdict, str] = {
    "said": "green",
    "not mentioned": "dim",
    "contradicted": "red",
    "worded differently": "yellow",
}
SHORT: Mapping[Verdict, str] = {"worded differently": "differently", "not mentioned": "—"}
"""Verdicts as the overview has them, where they are too long for it."""
SHOWN = 3
"""Most sentences that are shown of one account on one topic."""


def print_sides(
    screen: Screen,
    sides: Sides,
    coverage: Coverage,
    reports: Mapping[str, Report],
    pages: Mapping[str, str],
) -> None:
    """Print the accounts of a coverage by topic; `pages` are the names of pages by report id."""
    told = f"{counted(len(reports), 'report')}, {accounts(coverage.origins)}"
    screen.print(f"{coverage.id}: {told}\n", soft_wrap=True)
    for column in sides.columns:
        origins = [o for o in coverage.origins if set(o.report_ids) & set(column.report_ids)]
        what = "" if column.side else f" ({whose(origins)})"
        screen.print(f"{column_name(column)}{what}", style="bold", soft_wrap=True)
        for report in (reports[one] for one in column.report_ids if one in reports):
            place = f"{carrier(report)}, {short_name(pages[report.id])}, {report.id}"
            screen.print(f"  {one_line(place)}", soft_wrap=True)
    if missing := lack(sides):
        screen.print(f"\n{missing}", soft_wrap=True)
    if any(origin.stance == "parties" for origin in coverage.origins):
        screen.print("What the parties tell together is one account, among the others'.")
    if sides.topics:
        _print_topics(screen, sides, reports)


def _print_topics(screen: Screen, sides: Sides, reports: Mapping[str, Report]) -> None:
    told, rest = by_sides(sides)
    names = [column_name(column) for column in sides.columns]
    screen.print()
    screen.print(_overview(told, names))
    marks = "marked" if screen.is_terminal else "*marked*"
    screen.print(
        f"— not mentioned. Words that contradict, or that other sides do not have, are {marks}.",
        soft_wrap=True,
    )
    shared = [topic for topic in told if sum(bool(each.sentences) for each in topic.told) > 1]
    for topic in shared:
        _print_heading(screen, topic)
        for name, each in zip(names, topic.told, strict=True):
            screen.print(f"   {name}: {each.verdict}", style=STYLES[each.verdict], soft_wrap=True)
            _print_sentences(screen, each, reports)
    for n, name in enumerate(names):
        alone = [
            topic for topic in (*told, *rest) if topic not in shared and topic.told[n].sentences
        ]
        if alone:
            screen.print(f"\nTold by {name} alone", style="bold underline")
        for topic in alone:
            _print_heading(screen, topic)
            _print_sentences(screen, topic.told[n], reports)


def _print_heading(screen: Screen, topic: Topic) -> None:
    screen.print(f"\n{topic.number}  {one_line(topic.name)}", style="bold", soft_wrap=True)


def _overview(topics: Sequence[Topic], names: Sequence[str]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("", justify="right", no_wrap=True)
    table.add_column("topic", ratio=1, overflow="fold")
    for name in names:
        table.add_column(Text(name), overflow="fold", max_width=13)
    for topic in topics:
        cells = (Text(SHORT.get(t.verdict, t.verdict), style=STYLES[t.verdict]) for t in topic.told)
        table.add_row(str(topic.number), Text(one_line(topic.name)), *cells)
    return table


def _print_sentences(screen: Screen, told: Told, reports: Mapping[str, Report]) -> None:
    """Each sentence once, however many reports have it; those beyond `SHOWN` are counted."""
    shown = {one_line(each.quote): each for each in reversed(told.sentences)}
    pieces = [each for each in told.sentences if each in shown.values()]
    for piece in pieces[:SHOWN]:
        bare = without_dateline(reports[piece.report_id], piece) or piece
        text = _marked(bare, told.marks, plain=not screen.is_terminal)
        if screen.is_terminal:
            screen.print(Padding(text, (0, 0, 0, 5)))
        else:
            screen.print(Text("     ") + text, soft_wrap=True)
    if len(pieces) > SHOWN:
        screen.print(f"     and {counted(len(pieces) - SHOWN, 'sentence')} more")


def _marked(piece: Evidence, marks: Sequence[Evidence], *, plain: bool) -> Text:
    """A sentence with its marks in bold, or between asterisks where there is no bold."""
    text = Text()
    for words, marked in _cut(piece, marks):
        shown = " ".join(printable(words).split("\n"))
        text.append(f"*{shown}*" if marked and plain else shown, "bold" if marked else "")
    return text


def _cut(piece: Evidence, marks: Sequence[Evidence]) -> Iterator[tuple[str, bool]]:
    """The words of a sentence in turn, and whether they are marked."""
    at = start = piece.span.start
    within = [m.span for m in marks if m.report_id == piece.report_id]
    for span in sorted(span for span in within if piece.span.holds(span)):
        if span.start >= at:
            yield piece.quote[at - start : span.start - start], False
            yield piece.quote[span.start - start : span.end - start], True
            at = span.end
    yield piece.quote[at - start :], False
