"""What the coder tells apart, in the order of its outputs."""

from typing import Literal, get_args

from communique.types.record import EventType, Modality
from communique.vocab.plover import context_names, event_types

CodedType = EventType | Literal["none"]
TYPES: tuple[CodedType, ...] = (*get_args(EventType), "none")
MODALITIES: tuple[Modality, ...] = get_args(Modality)
CONTEXTS = context_names()
MODES: tuple[tuple[EventType, str | None], ...] = tuple(
    (name, mode)
    for name in get_args(EventType)
    for mode in (None, *event_types()[name].modes)
    if event_types()[name].modes
)
"""The modes of each type that has any, None (no mode fits) first."""
