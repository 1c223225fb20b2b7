"""The reader of relations as it ships: ONNX in int8, run on one thread without torch."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from communique.models.relations.labels import CHANGES, DOERS, LEVELS, STATUSES, Doer, Edge
from communique.models.relations.pieces import Masked, Pieces, pieces_of
from communique.models.sessions import session_of
from communique.types.standing import Change, ChangeStatus
from communique.types.text import Span

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

LEAST, LEAST_WORDED = 0.75, 0.3
"""Least probabilities of a change that is told: of any, and of one that patterns find too."""
LEAST_WORD = 0.4
"""Least probability of a piece to be among the words that tell a change."""
GAP = 3
"""Pieces that may part two stretches of the words that tell one change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A change between the two states of a pair, as a sentence tells it.

    `words` are those that tell it, `before` and `after` the levels it names: places in the
    sentence, code points, end exclusive. `chance` is how sure the reader is (0 to 1).
    """

    change: Change
    chance: float
    status: ChangeStatus
    doer: Doer
    words: Span
    before: Span | None
    after: Span | None


class RelationReader:
    """Reads what sentences tell of pairs of states. Safe to share within a process."""

    def __init__(self, session: "InferenceSession") -> None:
        self._session = session
        self._heads = [output.name for output in session.get_outputs()]

    def read(
        self,
        before: Sequence[Masked],
        sentence: Masked,
        pair: tuple[str, str],
        worded: Collection[Change] = (),
    ) -> tuple[Told, ...]:
        """The changes that a sentence, behind those `before` it, tells of a pair of states.

        `worded` are those that patterns find there.
        """
        pieces = pieces_of(before, sentence, pair, worded)
        values = self._session.run(None, {"ids": np.array([pieces.ids], dtype=np.int64)})
        scores = {name: value[0] for name, value in zip(self._heads, values, strict=True)}
        chances = _sigmoid(scores["told"])
        return tuple(
            _told(pieces, scores, at, float(chance))
            for at, chance in enumerate(chances)
            if chance >= (LEAST_WORDED if CHANGES[at] in worded else LEAST)
        )


def _told(pieces: Pieces, scores: dict[str, np.ndarray], at: int, chance: float) -> Told:
    own = slice(pieces.first, pieces.first + len(pieces.spans))
    likely = _sigmoid(scores["words"][own, at])
    best = int(likely.argmax())
    runs = _runs(likely >= LEAST_WORD, GAP)
    place = next((run for run in runs if run.start <= best < run.stop), slice(best, best + 1))
    edges = scores["levels"][own].argmax(axis=1)
    return Told(
        change=CHANGES[at],
        chance=chance,
        status=STATUSES[int(scores["status"][at].argmax())],
        doer=DOERS[int(scores["doer"][at].argmax())],
        words=_span(pieces, place),
        before=_level(pieces, edges, "before", place),
        after=_level(pieces, edges, "after", place),
    )


def _level(pieces: Pieces, edges: np.ndarray, edge: Edge, words: slice) -> Span | None:
    """The level of a kind that stands nearest to the words of the change."""
    runs = list(_runs(edges == LEVELS.index(edge), 1))
    nearest = min(
        runs, key=lambda run: max(run.start - words.stop, words.start - run.stop, 0), default=None
    )
    return _span(pieces, nearest) if nearest else None


def _runs(held: np.ndarray, gap: int) -> Iterator[slice]:
    """Stretches of places that hold, those parted by fewer than `gap` others as one."""
    places = np.flatnonzero(held).tolist()
    start = 0
    for at in range(1, len(places) + 1):
        if at == len(places) or places[at] - places[at - 1] > gap:
            yield slice(places[start], places[at - 1] + 1)
            start = at


def _span(pieces: Pieces, run: slice) -> Span:
    return Span(start=pieces.spans[run.start].start, end=pieces.spans[run.stop - 1].end)


def _sigmoid(values: np.ndarray) -> np.ndarray:
    return np.asarray(1 / (1 + np.exp(-values)))


@cache
def relation_reader() -> RelationReader:
    """The shipped reader, loaded on the first call, once a process."""
    return RelationReader(session_of("communique.models.relations", "reader.onnx"))
