"""The event coder as it ships: ONNX in int8, run on one thread without torch."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from tokenizers import Encoding, Tokenizer

from communique.models.coding.labels import CONTEXTS, MODALITIES, MODES, TYPES, CodedType
from communique.models.coding.pieces import MarkedPair, marked_ids
from communique.models.sessions import session_of
from communique.models.wordpieces import wordpieces
from communique.types.record import EventType, Modality
from communique.types.text import Span

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

LEAST_CONTEXT = 0.3
LEAST_PARTY = 0.3
"""Least probabilities of a context, and of a piece to be part of an actor or a recipient."""
_KEPT = 2048
Scores = Mapping[str, np.ndarray]
"""By head, of one row of n pieces: types, modes, contexts, modalities; actor, recipient (n, 3)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """What an actor does to a recipient.

    `types` are probabilities that sum to 1; "none" is that nothing happens between them. What
    stands behind it holds if something does: the likeliest mode of each type (None where no mode
    fits, or the type has none), contexts in the manual's order, and a modality with its
    probability.
    """

    types: Mapping[CodedType, float]
    modes: Mapping[EventType, str | None]
    contexts: tuple[str, ...]
    modality: Modality
    certainty: float

    @property
    def type(self) -> CodedType:
        """The likeliest type."""
        return max(self.types, key=lambda name: self.types[name])


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Words of a sentence that act or are acted on, and how sure the coder is of it (0 to 1)."""

    span: Span
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """Who acts in a sentence, whom it befalls, and of what type the chief event is."""

    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    types: Mapping[CodedType, float]


class EventCoder:
    """Codes pairs and finds parties by the trained encoder. Safe to share within a process."""

    def __init__(self, session: "InferenceSession", tokenizer: Tokenizer) -> None:
        self._session = session
        self._tokenizer = tokenizer
        self._heads = [output.name for output in session.get_outputs()]

    def code(self, pairs: Sequence[MarkedPair]) -> tuple[Coding, ...]:
        """A coding a pair, in their order."""
        encodings = {
            text: self._tokenizer.encode(text, add_special_tokens=False)
            for text in {pair.sentence for pair in pairs}
        }
        return tuple(
            _coding(self._scores(marked_ids(encodings[each.sentence], each.actor, each.recipient)))
            for each in pairs
        )

    def parties(self, sentences: Sequence[str]) -> tuple[Parties, ...]:
        """The parties of each sentence, in their order; of a long one, those of its beginning."""
        return tuple(map(self._parties, sentences))

    def _parties(self, sentence: str) -> Parties:
        encoding = self._tokenizer.encode(sentence, add_special_tokens=False)
        scores = self._scores(marked_ids(encoding, None, None))
        return Parties(
            actors=tuple(_found(scores["actor"], encoding)),
            recipients=tuple(_found(scores["recipient"], encoding)),
            types=_chances(scores["types"]),
        )

    def _scores(self, ids: Sequence[int]) -> Scores:
        # One row at a time: in int8 the rows of a batch share a scale, and what is said of a pair
        # must not hang on what stands beside it.
        values = self._session.run(None, {"ids": np.array([ids], dtype=np.int64)})
        return {name: value[0] for name, value in zip(self._heads, values, strict=True)}


def _coding(scores: Scores) -> Coding:
    modality = _softmax(scores["modalities"])
    likely = 1 / (1 + np.exp(-scores["contexts"])) >= LEAST_CONTEXT
    modes: dict[EventType, str | None] = {}
    best: dict[EventType, float] = {}
    for (kind, mode), score in zip(MODES, scores["modes"].tolist(), strict=True):
        if score > best.get(kind, -np.inf):
            best[kind], modes[kind] = score, mode
    return Coding(
        types=_chances(scores["types"]),
        modes={kind: modes.get(kind) for kind in TYPES if kind != "none"},
        contexts=tuple(name for name, held in zip(CONTEXTS, likely, strict=True) if held),
        modality=MODALITIES[int(modality.argmax())],
        certainty=float(modality.max()),
    )


def _chances(scores: np.ndarray) -> Mapping[CodedType, float]:
    return dict(zip(TYPES, _softmax(scores).tolist(), strict=True))


def _found(scores: np.ndarray, encoding: Encoding) -> Iterator[Party]:
    """Runs of words whose pieces are in rather than out; a likely first piece opens a new one."""
    chances = _softmax(scores[1 : len(encoding.ids) + 1])  # behind the encoder's own mark
    inside = 1 - chances[:, 0]
    words = [at for at in range(len(inside)) if not encoding.tokens[at].startswith("##")]
    runs: list[list[int]] = []
    for start, end in pairwise([*words, len(inside)]):
        if inside[start:end].max() < LEAST_PARTY:
            continue
        if runs and runs[-1][1] == start and chances[start, 1] <= chances[start, 2]:
            runs[-1][1] = end
        else:
            runs.append([start, end])
    for start, end in runs:
        span = Span(start=encoding.offsets[start][0], end=encoding.offsets[end - 1][1])
        yield Party(span=span, score=float(inside[start:end].mean()))


def _softmax(values: np.ndarray) -> np.ndarray:
    raised = np.exp(values - values.max(axis=-1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=-1, keepdims=True))


@cache
def event_coder() -> EventCoder:
    """The shipped coder, loaded on the first call, once a process."""
    return EventCoder(session_of("communique.models.coding", "coder.onnx"), wordpieces())


def code(pairs: Sequence[MarkedPair]) -> tuple[Coding, ...]:
    """What each marked pair's actor does to its recipient, by the shipped coder."""
    return tuple(map(_coded, pairs))


def parties(sentences: Sequence[str]) -> tuple[Parties, ...]:
    """Who acts on whom in each sentence, by the shipped coder."""
    return tuple(map(_acting, sentences))


# What is carried by many outlets is read once: the last answers are kept.


@lru_cache(maxsize=_KEPT)
def _coded(pair: MarkedPair) -> Coding:
    return event_coder().code([pair])[0]


@lru_cache(maxsize=_KEPT)
def _acting(sentence: str) -> Parties:
    return event_coder().parties([sentence])[0]
