"""The tagger of attributions as it ships: ONNX in int8, run on one thread without torch."""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Protocol

from tokenizers import Tokenizer

from communique.models.attribution.decode import (
    Attribution,
    Scores,
    Thresholds,
    attributions_of,
)
from communique.models.attribution.windows import Window, windows_of
from communique.models.sessions import session_of
from communique.models.wordpieces import wordpieces
from communique.types.text import Passage

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

ROOM = "communique.models.attribution"


class AttributionModel(Protocol):
    """Finds attributions in English text."""

    def attributions(self, paragraphs: Sequence[Passage]) -> tuple[Attribution, ...]:
        """The attributions of paragraphs, in the order of their cues."""
        ...


class OnnxTagger:
    """`AttributionModel` by the trained encoder. Safe to share within a process."""

    def __init__(self, session: "InferenceSession", tokenizer: Tokenizer) -> None:
        self._session = session
        self._tokenizer = tokenizer
        self._heads = [output.name for output in session.get_outputs()]

    def attributions(
        self, paragraphs: Sequence[Passage], least: Thresholds | None = None
    ) -> tuple[Attribution, ...]:
        """The attributions of paragraphs, in the order of their cues."""
        found = [
            each
            for window in windows_of(paragraphs, self._tokenizer)
            for each in attributions_of(window, self._scores(window), least or Thresholds())
        ]
        return tuple(sorted(found, key=lambda each: each.cue))

    def _scores(self, window: Window) -> Scores:
        values = self._session.run(None, {"ids": window.inputs()})
        return {name: value[0] for name, value in zip(self._heads, values, strict=True)}


@cache
def attribution_model() -> OnnxTagger:
    """The shipped tagger, loaded on the first call, once a process."""
    return OnnxTagger(session_of(ROOM, "attribution.onnx"), wordpieces())
