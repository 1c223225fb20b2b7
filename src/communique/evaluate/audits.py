"""A sample of the record as a coding sheet, and what it says when it comes back checked.

Drawn by type, so that rare types are seen: each has its even share of the sheet, or all its
events where they are fewer. Shares over all types are weighted by how many events each has.
"""

import csv
import io
import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from communique.errors import CommuniqueError
from communique.evaluate.scores import Share, interval
from communique.types.record import Event

JUDGED = ("type_right", "actors_right", "recipients_right", "modality_right")
"""Columns for the coder: y or n; blank is not judged."""
COLUMNS = (
    "event",
    "type",
    "mode",
    "modality",
    "actors",
    "recipients",
    "date",
    "place",
    "attributed_to",
    "reports",
    "evidence",
    "of_type",
    *JUDGED,
    "note",
)
_YES, _NO = ("y", "yes", "1", "true"), ("n", "no", "0", "false")
Names = Callable[[Sequence[str]], str]
"""Gives the names of actors by their ids."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A row that came back: its type, how many events the register has of it, the judgements."""

    type: str
    of_type: int
    judged: Mapping[str, bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """The share right of each judged column, by type and over all types weighted."""

    column: str
    whole: Share
    types: tuple[tuple[str, int, Share], ...]


def draw(events: Sequence[Event], size: int, seed: int) -> list[tuple[Event, int]]:
    """`size` events, or all where there are fewer, each with how many there are of its type.

    Raises E603 where there are none.
    """
    if not events:
        raise CommuniqueError("E603", "the register holds no event", "Add pages first.")
    strata: dict[str, list[Event]] = defaultdict(list)
    for event in sorted(events, key=lambda each: each.id):
        strata[event.type].append(event)
    dice = random.Random(seed)
    for stratum in strata.values():
        dice.shuffle(stratum)
    wanted = _shares({name: len(stratum) for name, stratum in strata.items()}, size)
    return [
        (event, len(strata[name]))
        for name in sorted(strata)
        for event in strata[name][: wanted[name]]
    ]


def _shares(sizes: Mapping[str, int], size: int) -> dict[str, int]:
    """How many to draw of each stratum: even shares, what one lacks given to the others."""
    wanted = dict.fromkeys(sizes, 0)
    left = min(size, sum(sizes.values()))
    while left:
        for name in sorted(sizes):
            if left and wanted[name] < sizes[name]:
                wanted[name] += 1
                left -= 1
    return wanted


def sheet_text(drawn: Sequence[tuple[Event, int]], names: Names) -> str:
    """The coding sheet as CSV with a line of names."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n", restval="")
    writer.writeheader()
    for event, of_type in drawn:
        writer.writerow(
            {
                "event": event.id,
                "type": event.type,
                "mode": event.mode or "",
                "modality": event.modality,
                "actors": names(event.actors),
                "recipients": names(event.recipients),
                "date": event.date.value if event.date else "",
                "place": event.place.name if event.place else "",
                "attributed_to": names((event.attributed_to,)) if event.attributed_to else "",
                "reports": len(event.report_ids),
                "evidence": " | ".join(dict.fromkeys(e.quote for e in event.evidence)),
                "of_type": of_type,
            }
        )
    return out.getvalue()


def read_sheet(text: str, name: str) -> list[Checked]:
    """A sheet that came back. Raises E601 where columns are missing, E602 for a wrong answer."""
    table = csv.DictReader(io.StringIO(text))
    missing = [
        each for each in ("type", "of_type", *JUDGED) if each not in (table.fieldnames or ())
    ]
    if missing:
        raise CommuniqueError(
            "E601", f"{name} has no column {missing[0]}", "Give a sheet that `audit` has drawn."
        )
    return [_checked(row, f"{name}:{number}") for number, row in enumerate(table, start=2)]


def _checked(row: Mapping[str, str | None], where: str) -> Checked:
    judged: dict[str, bool] = {}
    for column in JUDGED:
        answer = (row.get(column) or "").strip().lower()
        if answer and answer not in (*_YES, *_NO):
            raise CommuniqueError("E602", f"{where}, {column}: {answer[:40]}", "Answer y or n.")
        if answer:
            judged[column] = answer in _YES
    size = (row.get("of_type") or "").strip()
    if not size.isdecimal():
        raise CommuniqueError("E602", f"{where}, of_type: {size[:40]}", "Leave it as it was drawn.")
    return Checked(type=row.get("type") or "", of_type=int(size), judged=judged)


def score_sheet(rows: Sequence[Checked]) -> Iterator[Audit]:
    """For each column that was judged, the share right. Raises E603 where nothing was judged."""
    if not any(row.judged for row in rows):
        raise CommuniqueError("E603", "no row is judged", "Fill its columns ..._right with y or n.")
    for column in JUDGED:
        held = [row for row in rows if column in row.judged]
        if held:
            yield _audit(column, held)


def _audit(column: str, rows: Sequence[Checked]) -> Audit:
    names = sorted({row.type for row in rows})
    sizes = {row.type: row.of_type for row in rows}
    right = np.array([row.judged[column] for row in rows])
    strata = {name: np.array([row.type == name for row in rows]) for name in names}

    def weighted(at: np.ndarray) -> float:
        shares = [
            (sizes[name], float(right[at][strata[name][at]].mean()))
            for name in names
            if strata[name][at].any()
        ]
        return sum(size * share for size, share in shares) / sum(size for size, _ in shares)

    return Audit(
        column=column,
        whole=interval(len(rows), weighted),
        types=tuple((name, int(strata[name].sum()), _share(right[strata[name]])) for name in names),
    )


def _share(right: np.ndarray) -> Share:
    return interval(len(right), lambda at: float(right[at].mean()))
