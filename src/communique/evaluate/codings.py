"""The coder against sentences that somebody has coded by hand.

The file is a table of tab-separated columns with a line of names: `sentence`, `type`, and, where
the parties are known, `actor` and `recipient` as they stand in the sentence. `type` is one of
PLOVER's sixteen or `none`. Without parties the sentence's chief event is compared.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.errors import CommuniqueError, Fault
from communique.evaluate.scores import Score, Share, accuracy, macro_f1, scores_by_type
from communique.models.coding import MarkedPair, code, parties
from communique.types.text import Span
from communique.vocab.plover import event_types

NEEDED = ("sentence", "type")
NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """A sentence coded by hand: its type, and the parties' places in it where they are given."""

    sentence: str
    type: str
    actor: Span | None = None
    recipient: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """How right the coder is on some rows, as a whole and by type."""

    rows: int
    accuracy: Share
    macro_f1: Share
    types: tuple[Score, ...]


def read_coded(text: str, name: str) -> tuple[list[Coded], list[Fault]]:
    """The rows of a coded table and a fault for each that cannot be used.

    Raises E601 where the columns are missing.
    """
    table = csv.DictReader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE)
    missing = [column for column in NEEDED if column not in (table.fieldnames or ())]
    if missing:
        raise CommuniqueError(
            "E601",
            f"{name} has no column {' and no column '.join(missing)}",
            "Name the columns in the first line, parted by tabs: sentence, actor, recipient, type.",
        )
    rows: list[Coded] = []
    faults: list[Fault] = []
    for number, row in enumerate(table, start=2):
        read = _row({key: value or "" for key, value in row.items() if isinstance(value, str)})
        if isinstance(read, Coded):
            rows.append(read)
        else:
            faults.append(Fault.of(f"{name}:{number}", "E602", read))
    return rows, faults


def _row(row: dict[str, str]) -> Coded | str:
    """A row, or what is wrong with it."""
    sentence, kind = row.get("sentence", "").strip(), row.get("type", "").strip()
    wanted = NONE if kind.lower() == NONE else kind.upper()
    if not sentence:
        return "it has no sentence"
    if wanted != NONE and wanted not in event_types():
        return f"{kind or 'nothing'} is no type of PLOVER's, nor none"
    places: dict[str, Span] = {}
    for role in ("actor", "recipient"):
        words = row.get(role, "").strip()
        at = sentence.find(words)
        if words and at < 0:
            return f"its {role} does not stand in the sentence: {words[:60]}"
        if words:
            places[role] = Span(start=at, end=at + len(words))
    return Coded(
        sentence=sentence,
        type=wanted,
        actor=places.get("actor"),
        recipient=places.get("recipient"),
    )


def evaluate(rows: Sequence[Coded]) -> Evaluation:
    """Code the rows and compare. Raises E603 where there are none."""
    if not rows:
        raise CommuniqueError("E603", "no row can be used", "See the faults named above.")
    answers = [(row.type, given) for row, given in zip(rows, _given(rows), strict=True)]
    return Evaluation(
        rows=len(rows),
        accuracy=accuracy(answers),
        macro_f1=macro_f1(answers),
        types=scores_by_type(answers),
    )


def _given(rows: Sequence[Coded]) -> Iterator[str]:
    for row in rows:
        if row.actor or row.recipient:
            (coding,) = code(
                [MarkedPair(sentence=row.sentence, actor=row.actor, recipient=row.recipient)]
            )
            yield coding.type
        else:
            (found,) = parties([row.sentence])
            yield max(found.types, key=lambda name: found.types[name])
