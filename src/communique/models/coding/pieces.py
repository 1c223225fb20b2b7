"""Sentences as the encoder takes them: word pieces with four marks round actor and recipient."""

from collections.abc import Sequence
from dataclasses import dataclass

from tokenizers import Encoding

from communique.types.text import Span

LIMIT = 200
"""Pieces of a sentence that are read: those nearest to the marked parties, else the first."""
PAD, START, END = 0, 101, 102
ACTOR_OPENS, ACTOR_CLOSES, RECIPIENT_OPENS, RECIPIENT_CLOSES = 1, 2, 3, 4
"""Ids of words that the encoder's vocabulary leaves unused."""
Places = range
"""The first and past-last of consecutive pieces."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedPair:
    """A sentence and the places in it of who may act and whom it may befall.

    Code points of the sentence, end exclusive; None where the sentence names no such party.
    Raises ValueError where a place is blank or lies outside the sentence, or both are None.
    """

    sentence: str
    actor: Span | None
    recipient: Span | None

    def __post_init__(self) -> None:
        if self.actor is None and self.recipient is None:
            raise ValueError("a pair needs an actor or a recipient")
        for span in (self.actor, self.recipient):
            if span and not self.sentence[span.start : span.end].strip():
                raise ValueError(f"{span} holds no word of {self.sentence[:60]!r}")
            if span and span.end > len(self.sentence):
                raise ValueError(f"{span} goes beyond {self.sentence[:60]!r}")


def marked_ids(encoding: Encoding, actor: Span | None, recipient: Span | None) -> list[int]:
    """Piece ids of a sentence encoded without the encoder's own marks, its parties marked.

    A party that does not begin or end with a piece takes in the pieces it touches.
    """
    offsets = encoding.offsets
    acting, befallen = _places(offsets, actor), _places(offsets, recipient)
    ids = [START]
    for at in _kept(len(offsets), (acting, befallen)):
        ids += [ACTOR_OPENS] * (at == acting.start) + [RECIPIENT_OPENS] * (at == befallen.start)
        ids.append(encoding.ids[at])
        ids += [RECIPIENT_CLOSES] * (at + 1 == befallen.stop)
        ids += [ACTOR_CLOSES] * (at + 1 == acting.stop)
    return [*ids, END]


def _places(offsets: Sequence[tuple[int, int]], span: Span | None) -> Places:
    if span is None or not offsets:
        return range(-1, -1)
    first = next((at for at, (_, end) in enumerate(offsets) if end > span.start), len(offsets) - 1)
    last = first
    while last + 1 < len(offsets) and offsets[last + 1][0] < span.end:
        last += 1
    return range(first, last + 1)


def _kept(size: int, parties: Sequence[Places]) -> Sequence[int]:
    """The pieces of a sentence that are read, in their order."""
    if size <= LIMIT:
        return range(size)
    # The ends of a party are marked, so they are what the rest must be near to.
    ends = [at for party in parties for at in (party.start, party.stop - 1) if party] or [0]
    nearest = sorted(range(size), key=lambda at: min(abs(at - end) for end in ends))
    return sorted(nearest[:LIMIT])
