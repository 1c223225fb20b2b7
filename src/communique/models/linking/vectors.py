"""Word pieces of a sentence and their vectors: ONNX in int8, run on one thread without torch."""

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import numpy as np

from communique.models.sessions import session_of
from communique.models.wordpieces import wordpieces

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

ROOM = "communique.models.linking"
LIMIT = 200
"""Pieces of a sentence that are read, the first ones."""
_KEPT = 1024
_MARKS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """The n word pieces of a sentence in lower case, and their vectors (n, 384), as float16."""

    words: tuple[str, ...]
    vectors: np.ndarray


@cache
def _session() -> "InferenceSession":
    """The shipped encoder, loaded on the first call, once a process."""
    return session_of(ROOM, "encoder.onnx")


@lru_cache(maxsize=_KEPT)
def pieces_of(sentence: str) -> Pieces:
    """The word pieces of a sentence, without the marks that the encoder puts round them.

    A sentence without a word has the one piece "[SEP]". The last sentences are kept in memory,
    some 20 kB each, since a coverage is compared anew when a report joins it.
    """
    encoding = wordpieces().encode(sentence)
    words, ids = encoding.tokens[:LIMIT], encoding.ids[:LIMIT]
    (vectors,) = _session().run(None, {"ids": np.array([ids], dtype=np.int64)})
    inner = slice(1, -1) if len(words) > _MARKS else slice(1, None)
    return Pieces(words=tuple(words[inner]), vectors=vectors[0, inner].astype(np.float16))
