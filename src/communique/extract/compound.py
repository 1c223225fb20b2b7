"""Events as a sentence tells them; parties named as one are in one event.

"Chad and Niger condemned Mali" is one event with two actors.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from communique.extract.marks import Found
from communique.types.record import EventType, Modality

_LIST = re.compile(
    r"(?:,\s+[^.;:“”\"]{1,40}?)?(?:,|,?\s+and|\s+as\s+well\s+as)\s+(?:the\s+|his\s+|her\s+|its\s+)?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the coder makes of a candidate: who acts, on whom, and as what.

    `implied` where the sentence leaves the recipient unsaid, `joined` where it names two actors
    as one.
    """

    actors: tuple[Found, ...]
    recipients: tuple[Found, ...]
    type: EventType
    mode: str | None
    modality: Modality
    contexts: tuple[str, ...]
    confidence: float
    at: tuple[int, int]
    implied: bool = False
    joined: bool = False


def are_listed(words: str, one: Found, other: Found) -> bool:
    """Whether two parties stand in one list of a sentence."""
    first, second = sorted((one, other), key=lambda each: each.start)
    return bool(_LIST.fullmatch(words, first.end, second.start))


def compounded(words: str, told: Sequence[Told]) -> Iterator[Told]:
    """The events of a sentence, those that differ only in listed actors or recipients as one."""
    left = list(told)
    while left:
        whole = left.pop(0)
        for other in tuple(left):
            joined = _joined(words, whole, other)
            if joined:
                whole = joined
                left.remove(other)
        yield whole


def _joined(words: str, a: Told, b: Told) -> Told | None:
    if (a.type, a.modality) != (b.type, b.modality) or not (a.recipients and b.recipients):
        return None
    if a.recipients == b.recipients and _listed(words, a.actors, b.actors):
        return replace(a, actors=_in_order(a.actors + b.actors))
    if a.actors == b.actors and _listed(words, a.recipients, b.recipients):
        return replace(a, recipients=_in_order(a.recipients + b.recipients))
    return None


def _listed(words: str, ours: Sequence[Found], theirs: Sequence[Found]) -> bool:
    return any(are_listed(words, one, other) for one in ours for other in theirs)


def _in_order(found: Sequence[Found]) -> tuple[Found, ...]:
    return tuple(sorted(found, key=lambda each: each.start))
