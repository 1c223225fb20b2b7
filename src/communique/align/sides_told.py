"""The accounts of each side and of others beside each other, topic by topic."""

from collections.abc import Iterator, Sequence

from communique.align.sides_cells import Cell, Cells
from communique.align.sides_names import Names
from communique.align.sides_topics import attached, ref, side_topics
from communique.align.sides_words import Subjects
from communique.types.coverage import Coverage, Origin, SentenceRef
from communique.types.record import Findings
from communique.types.sides import Column, Sides, Topic
from communique.types.text import Report

_LEAST_WORDS = 4
"""Words of a sentence that can tell something; a line of fewer stands beside nothing."""


def by_topic(
    coverage: Coverage,
    reports: Sequence[Report],
    findings: Sequence[Findings],
    order: Sequence[str] = (),
) -> Sides:
    """Lay the accounts of a coverage's sides beside each other.

    `reports` are the coverage's, with the findings of each; `order` are sides that come first.
    Every report of an origin stands in the column of the side whose account it is: who carries
    the other's words gives no second account. What both parties tell together, what third parties
    tell, and what nobody knows whose it is are the others'. Topics are made of what the sides
    tell, and others' words are put to them; those that more columns have come first, then those
    that stand early in the texts. Where no side's account is known, or there is no other account,
    there are no topics.
    """
    columns = side_columns(coverage)
    found: tuple[Topic, ...] = ()
    if len(columns) > 1:
        found = tuple(_topics(coverage, reports, findings, columns))
    turned = sorted(range(len(columns)), key=lambda n: _rank(columns[n], n, order))
    return Sides(
        coverage_id=coverage.id,
        columns=tuple(columns[n] for n in turned),
        topics=tuple(
            Topic(number=each.number, name=each.name, told=tuple(each.told[n] for n in turned))
            for each in found
        ),
    )


def side_columns(coverage: Coverage) -> tuple[Column, ...]:
    """A column a side, in the order of the coverage's reports, and one of others if there are."""
    home: dict[str, Origin] = {one: each for each in coverage.origins for one in each.report_ids}
    found: dict[str | None, list[str]] = {}
    for report_id in coverage.report_ids:
        origin = home.get(report_id)
        side = origin.side if origin and origin.stance == "party" else None
        found.setdefault(side, []).append(report_id)
    sides = sorted(found, key=lambda side: side is None)
    return tuple(Column(side=side, report_ids=tuple(found[side])) for side in sides)


def _rank(column: Column, place: int, order: Sequence[str]) -> tuple[bool, int]:
    named = column.side is not None and column.side in order
    return not named, order.index(column.side) if named and column.side else place


def _topics(
    coverage: Coverage,
    reports: Sequence[Report],
    findings: Sequence[Findings],
    columns: Sequence[Column],
) -> Iterator[Topic]:
    sides = sorted(column.side for column in columns if column.side)
    subjects = Subjects(reports, {each.report_id: each for each in findings}, sides)
    official = {one for column in columns if column.side for one in column.report_ids}
    groups, pairs = side_topics([r for r in reports if r.id in official], coverage.links, subjects)
    others = [report for report in reports if report.id not in official]
    put, rest = attached(groups, coverage.links, subjects, others)
    counted = _counted(coverage, reports)
    rows = [
        [_cell(column, refs, counted) for column in columns]
        for refs in [*((*g, *more) for g, more in zip(groups, put, strict=True)), *rest]
    ]
    length = {report.id: len(report.sentences) for report in reports}
    rows = sorted(filter(any, rows), key=lambda row: _weight(row, columns, length))
    cells = Cells(reports, columns, coverage.links, pairs, subjects)
    names = Names(reports, findings, subjects, cells.parsed, sides)
    for number, row in enumerate(rows, start=1):
        own = [cell for cell, c in zip(row, columns, strict=True) if cell and c.side]
        yield Topic(number=number, name=names.of(own or row, row), told=cells.told(row))


def _counted(coverage: Coverage, reports: Sequence[Report]) -> frozenset[SentenceRef]:
    """The sentences that tell something of this happening."""
    parts: dict[str, set[int]] = {}
    for part in coverage.parts:
        parts.setdefault(part.report_id, set()).update(part.sentences)
    return frozenset(
        ref(report, n)
        for report in reports
        for n, sentence in enumerate(report.sentences)
        if len(sentence.text.split()) >= _LEAST_WORDS and n in parts.get(report.id, {n})
    )


def _cell(column: Column, refs: Sequence[SentenceRef], counted: frozenset[SentenceRef]) -> Cell:
    mine = [each for each in refs if each.report_id in column.report_ids and each in counted]
    place = column.report_ids.index
    return tuple(sorted(mine, key=lambda each: (place(each.report_id), each.sentence)))


def _weight(
    row: Sequence[Cell], columns: Sequence[Column], length: dict[str, int]
) -> tuple[int, int, float]:
    """What topics are sorted by: how many sides tell it, how many columns, how early."""
    sides = sum(bool(cell and column.side) for cell, column in zip(row, columns, strict=True))
    early = min(each.sentence / length[each.report_id] for cell in row for each in cell)
    return -sides, -sum(map(bool, row)), early
