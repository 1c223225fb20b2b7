"""Accounts of several sides beside each other, as JSON and in words. Pure."""

from communique.export.phrases import state_name
from communique.export.rows import Row, evidence_rows
from communique.types.sides import Column, Sides, Told, Topic


def sides_row(sides: Sides) -> Row:
    """The accounts and topics as JSON; see docs/json.md."""
    return {
        "coverage_id": sides.coverage_id,
        "columns": [
            {"side": column.side, "report_ids": list(column.report_ids)} for column in sides.columns
        ],
        "topics": [
            {
                "number": topic.number,
                "name": topic.name,
                "told": [_told_row(told) for told in topic.told],
            }
            for topic in sides.topics
        ],
    }


def _told_row(told: Told) -> Row:
    return {
        "verdict": told.verdict,
        "evidence": evidence_rows(told.sentences),
        "marks": evidence_rows(told.marks),
    }


def column_name(column: Column) -> str:
    """What a column is headed by: the state's name, or "others"."""
    return state_name(column.side) if column.side else "others"


def lack(sides: Sides) -> str | None:
    """What is missing for two sides to be compared, in a sentence; None where nothing is."""
    if not sides.sides:
        return "No report here is known to give one side's account: there are no sides to compare."
    if len(sides.sides) > 1:
        return None
    name = state_name(sides.sides[0])
    alone = f"Only {name} gives an account here: no report is known to give another side's."
    if len(sides.columns) == 1:
        return f"{alone} There is nothing to hold it against."
    return f"{alone} It is held against what others tell."


def by_sides(sides: Sides) -> tuple[tuple[Topic, ...], tuple[Topic, ...]]:
    """The topics that a side tells, and those of others alone."""
    named = [n for n, column in enumerate(sides.columns) if column.side]
    told = tuple(t for t in sides.topics if any(t.told[n].sentences for n in named))
    return told, tuple(t for t in sides.topics if t not in told)
