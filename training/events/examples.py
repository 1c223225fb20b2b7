"""Marked sentences as rows for the coder: ids and what each head should say of them."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import torch
from model import PAIRED, TAGGED
from sentences import NOTHING, Label, MarkedSentence, Pair
from tokenizers import Encoding
from torch import Tensor

from communique.models.coding.labels import CONTEXTS, MODALITIES, MODES, TYPES
from communique.models.coding.pieces import PAD, marked_ids
from communique.models.wordpieces import wordpieces
from communique.types.text import Span

OUTSIDE, FIRST, INSIDE = 0, 1, 2
UNJUDGED = -100
Scores = Mapping[str, Tensor]
"""A teacher's scores of a pair by head, before any softmax."""
Soft = Mapping[Pair | None, Scores]
"""Those of a sentence's pairs; None stands for the sentence alone."""
CHIEF = 0.75
"""Weight of a pair's first type where it has several; the others share the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A pair, or a whole sentence without marks: ids and targets.

    `tags` has a line a role, for a sentence alone; `mode` and `modality` are UNJUDGED where
    nothing happens, `contexts` then None. `soft` are a teacher's scores by head; a row that is not
    `labelled` has nothing else to say.
    """

    ids: list[int]
    types: Tensor
    mode: int = UNJUDGED
    modality: int = UNJUDGED
    contexts: Tensor | None = None
    tags: dict[str, list[int]] | None = None
    soft: Scores | None = None
    labelled: bool = True


def rows_of(
    sentence: MarkedSentence, pairs: Sequence[Pair], *, whole: bool, soft: Soft | None = None
) -> Iterator[Row]:
    """A row a pair, and one for the whole sentence if its chief event is known."""
    soft = soft or {}
    encoding = wordpieces().encode(sentence.text, add_special_tokens=False)
    for actor, recipient in pairs:
        ids = marked_ids(encoding, sentence.parties.get(actor), sentence.parties.get(recipient))
        row = _row(ids, sentence.events.get((actor, recipient), (NOTHING,)))
        yield replace(row, soft=soft.get((actor, recipient)))
    if whole and sentence.chief:
        ids = marked_ids(encoding, None, None)
        row = _row(ids, (sentence.chief,), _tags(sentence, encoding))
        yield replace(row, soft=soft.get(None))


def sampled(sentence: MarkedSentence, dice: random.Random) -> list[Pair]:
    """The pairs of a sentence for one epoch: its events, as many without, of like ones some."""
    events = [
        pair
        for pair, labels in sentence.events.items()
        if sentence.events.get(pair[::-1]) != labels or dice.random() < 0.6  # done together
    ]
    nothing = sorted(sentence.nothing)
    return events + dice.sample(nothing, min(len(nothing), max(1, len(events))))


def _row(ids: list[int], labels: Sequence[Label], tags: dict[str, list[int]] | None = None) -> Row:
    types = torch.zeros(len(TYPES))
    for at, label in enumerate(labels):
        share = CHIEF if at == 0 else (1 - CHIEF) / (len(labels) - 1)
        types[TYPES.index(label.type)] += share if len(labels) > 1 else 1.0
    chief = labels[0]
    if chief.type == "none":
        return Row(ids=ids, types=types, tags=tags)
    return Row(
        ids=ids,
        types=types,
        mode=MODES.index((chief.type, chief.mode)) if (chief.type, None) in MODES else UNJUDGED,
        modality=MODALITIES.index(chief.modality),
        contexts=torch.tensor([float(name in chief.contexts) for name in CONTEXTS]),
        tags=tags,
    )


def _tags(sentence: MarkedSentence, encoding: Encoding) -> dict[str, list[int]]:
    """Who acts and whom it befalls; parties of unlabelled pairs alone are not judged."""
    roles = [{actor for actor, _ in sentence.events}, {other for _, other in sentence.events}]
    judged = {number for pair in (*sentence.events, *sentence.nothing) for number in pair}
    lines = {name: [OUTSIDE] * (len(encoding.ids) + 2) for name in TAGGED}
    for name, role in zip(TAGGED, roles, strict=True):
        for number, span in sentence.parties.items():
            if number in role or number not in judged:
                _tag(lines[name], encoding, span, judged=number in judged)
    return lines


def _tag(line: list[int], encoding: Encoding, span: Span, *, judged: bool) -> None:
    places = [
        at + 1
        for at, (start, end) in enumerate(encoding.offsets)
        if start < span.end and end > span.start
    ]
    for at in places:
        line[at] = INSIDE if judged else UNJUDGED
    if judged and places:
        line[places[0]] = FIRST


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Rows as tensors; contexts, tags and soft scores with a mask of the rows that have them."""

    ids: Tensor
    types: Tensor
    mode: Tensor
    modality: Tensor
    contexts: Tensor
    eventful: Tensor
    tags: dict[str, Tensor]
    soft: dict[str, Tensor]
    taught: Tensor
    labelled: Tensor


def batch_of(rows: Sequence[Row]) -> Batch:
    """Rows together, padded to the longest."""
    size = max(len(row.ids) for row in rows)
    blank = torch.zeros(len(CONTEXTS))
    return Batch(
        ids=torch.tensor([row.ids + [PAD] * (size - len(row.ids)) for row in rows]),
        types=torch.stack([row.types for row in rows]),
        mode=torch.tensor([row.mode for row in rows]),
        modality=torch.tensor([row.modality for row in rows]),
        contexts=torch.stack([blank if row.contexts is None else row.contexts for row in rows]),
        eventful=torch.tensor([row.contexts is not None for row in rows]),
        tags={
            name: torch.tensor([_filled(row.tags[name] if row.tags else [], size) for row in rows])
            for name in TAGGED
        },
        soft={
            name: torch.stack([row.soft[name] if row.soft else torch.zeros(k) for row in rows])
            for name, k in PAIRED.items()
        },
        taught=torch.tensor([row.soft is not None for row in rows]),
        labelled=torch.tensor([row.labelled for row in rows]),
    )


def _filled(line: list[int], size: int) -> list[int]:
    return line + [UNJUDGED] * (size - len(line))
