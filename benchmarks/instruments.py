"""Measure the instruments of whole reports: `instruments.py [--half NAME] [--misses]`.

The reports are those of tests/gold/standing. A row is an act of an instrument: kind, parties, act
and date. Each gold row counts once; the documents of a package that are told apart and the line
with their number are rows of their own. Kinds and acts are compared in the words of the record
("memorandum" for a memorandum of understanding, "issued" for adopted), a week as its month.
`instrument` leaves act and date aside, `act` the date; of the instruments so found, the share whose
title is worded as the gold has it, and whose number is right. Misses are shown of every set but the
unseen one, each with what is wrong: kind, parties, act, date, or that nothing is like it.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from coding import read
from standing_gold import GoldInstrument, read_standing

from communique.extract import extract
from communique.types.standing import Instrument

_KINDS = {"memorandum of understanding": "memorandum", "document": "cooperation_documents"}
_ACTS = {"adopted": "issued", "in force": "in_force"}
SETS = ("seen", "seen2", "seen3", "unseen")
Row = tuple[str, ...]
One = TypeVar("One")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An instrument as it is compared."""

    kind: str
    parties: tuple[str, ...]
    title: str | None
    count: int | None
    acts: tuple[tuple[str, str | None], ...]
    line: str

    @property
    def key(self) -> Row:
        """What an instrument is told by, apart from its acts."""
        return self.kind, *self.parties

    def rows(self, *, dated: bool = True) -> Iterator[Row]:
        """Kind, parties, act and date, for each act."""
        for act, date in self.acts:
            yield (*self.key, act, (date or "-") if dated else "")


def _of_gold(gold: GoldInstrument) -> Told:
    return Told(
        kind=_KINDS.get(gold.kind, gold.kind.replace(" ", "_")),
        parties=gold.parties,
        title=gold.title,
        count=gold.count,
        acts=tuple((_ACTS.get(act, act), date) for act, date in gold.acts),
        line=gold.quote,
    )


def _of_found(found: Instrument) -> Told:
    return Told(
        kind=found.kind,
        parties=found.parties,
        title=found.title,
        count=found.count,
        acts=tuple((act.act, _folded(act.date)) for act in found.acts),
        line=f"{found.title!r} {found.count or ''} {'; '.join(found.subjects)}",
    )


def _folded(date: str | None) -> str | None:
    """A week as its month, as the gold has it."""
    first, _, last = (date or "").partition("/")
    return first[:7] if last and first[:7] == last[:7] else date


def _pairs(gold: Sequence[One], found: Sequence[One]) -> tuple[list[One], list[One]]:
    """What of `gold` is not found, and what of `found` is not in the gold; each counts once."""
    missed, wrong = [], list(found)
    for one in gold:
        if one in wrong:
            wrong.remove(one)
        else:
            missed.append(one)
    return missed, wrong


def _matched(gold: Sequence[Told], found: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    """Instruments of one kind and parties, those that share most with each other first."""
    left = list(found)
    for one in sorted(gold, key=lambda each: each.title is None):
        alike = [each for each in left if each.key == one.key]
        if alike:
            best = max(alike, key=lambda each: _likeness(one, each))
            left.remove(best)
            yield one, best


def _likeness(a: Told, b: Told) -> tuple[int, bool, bool]:
    return len(set(a.acts) & set(b.acts)), a.title == b.title, a.count == b.count


def figures(half: str, *, misses: bool = False) -> dict[str, float]:
    """Precision, recall and F1 of rows, of acts without dates, of instruments; titles, numbers."""
    missed = dict.fromkeys(("row", "act", "instrument"), 0)
    wrong, wanted = dict(missed), dict(missed)
    titles, counts = [0, 0], [0, 0]
    for report in read_standing(half):
        gold = [_of_gold(each) for each in report.instruments]
        pages = read(report.page, report.name)
        found = [_of_found(each) for page in pages for each in extract(page).instruments]
        for name in missed:
            ours, theirs = (list(_rows(each, name)) for each in (gold, found))
            lost, made = _pairs(ours, theirs)
            missed[name] += len(lost)
            wrong[name] += len(made)
            wanted[name] += len(ours)
            if misses and name == "row" and (lost or made):
                _print(report.name, gold, found, lost, made)
        for one, other in _matched(gold, found):
            titles[0] += bool(one.title) and one.title == other.title
            titles[1] += bool(one.title or other.title)
            counts[0] += bool(one.count) and one.count == other.count
            counts[1] += bool(one.count or other.count)
    shown: dict[str, float] = {}
    for name in missed:
        right = wanted[name] - missed[name]
        shown[f"{name} precision"] = round(right / max(1, right + wrong[name]), 3)
        shown[f"{name} recall"] = round(right / max(1, wanted[name]), 3)
        shown[f"{name} F1"] = round(2 * right / max(1, 2 * right + missed[name] + wrong[name]), 3)
    shown["titles"] = round(titles[0] / max(1, titles[1]), 3)
    shown["counts"] = round(counts[0] / max(1, counts[1]), 3)
    return shown


def _rows(told: Sequence[Told], name: str) -> Iterator[Row]:
    for each in told:
        if name == "instrument":
            yield each.key
        else:
            yield from each.rows(dated=name == "row")


def _print(
    report: str, gold: Sequence[Told], found: Sequence[Told], lost: list[Row], made: list[Row]
) -> None:
    print("==", report)
    for name, every, rows, others in (
        ("missed", gold, lost, made),
        ("wrong", found, made, lost),
    ):
        for row in rows:
            line = next(each.line for each in every if row in each.rows())
            why = _reason(row, others) or ("not found" if name == "missed" else "invented")
            print(f"  {name:6} {why:10} {' '.join(row)}   {line[:110]!r}")


def _reason(row: Row, others: Sequence[Row]) -> str | None:
    """The one thing that tells a row from the nearest of `others`; None where none is near."""
    parts = (("date", -1), ("act", -2), ("kind", 0), ("parties", None))
    for name, place in parts:
        for other in others:
            if _apart(row, place) == _apart(other, place):
                return name
    return None


def _apart(row: Row, place: int | None) -> Row:
    """A row without one of its parts; without its parties where `place` is None."""
    if place is None:
        return row[0], *row[-2:]
    return tuple(part for at, part in enumerate(row) if at != place % len(row))


def main() -> None:
    """Print the figures; misses of every set but the unseen one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=SETS, default="seen")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    if options.misses and options.half == "unseen":
        parser.error("the misses of the unseen half are not to be looked at")
    for name, value in figures(options.half, misses=options.misses).items():
        print(f"{name:21} {value:.3f}")


if __name__ == "__main__":
    main()
