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
    """The events of a sentence, those that differ only in guests or in listed parties as one."""
    left = list(told)
    while left:
        whole = left.pop(0)
        while joined := next(filter(None, (_joined(words, whole, each) for each in left)), None):
            whole, other = joined
            left.remove(other)
        yield whole


def without_clashes(told: Sequence[Told]) -> Iterator[Told]:
    """`told`, the surest first, without what has the parts of a surer one the other way round.

    "Kenya, which borders Chad, condemned Peru" is told once, though Chad may seem to be condemned
    or to condemn as well.
    """
    kept: list[Told] = []
    for each in told:
        if not any(_clash(each, surer) for surer in kept):
            kept.append(each)
            yield each


def _clash(less: Told, surer: Told) -> bool:
    if less.type != surer.type:
        return False
    did, befell = _ids(surer.actors), _ids(surer.recipients)
    acts, is_acted_on = _ids(less.actors), _ids(less.recipients)
    return bool(befell & acts or (is_acted_on and befell and did & is_acted_on))


def _ids(found: Sequence[Found]) -> set[str]:
    return {one for each in found for one in each.actor_ids}


def _joined(words: str, a: Told, b: Told) -> tuple[Told, Told] | None:
    """The two as one, and the second, where they differ in guests or in what a list holds."""
    if (a.type, a.modality) != (b.type, b.modality) or bool(a.recipients) != bool(b.recipients):
        return None
    if not a.recipients:
        new = [each for each in b.actors if each not in a.actors]
        listed = all(_listed(words, a.actors, [each]) for each in new)
        return (replace(a, actors=_in_order((*a.actors, *new))), b) if listed else None
    met = a.type == "CONSULT"  # a guest more at one table
    if a.recipients == b.recipients and (met or _listed(words, a.actors, b.actors)):
        return replace(a, actors=_in_order(a.actors + b.actors)), b
    if a.actors == b.actors and _listed(words, a.recipients, b.recipients):
        return replace(a, recipients=_in_order(a.recipients + b.recipients)), b
    return None


def _listed(words: str, ours: Sequence[Found], theirs: Sequence[Found]) -> bool:
    return any(are_listed(words, one, other) for one in ours for other in theirs)


def _in_order(found: Sequence[Found]) -> tuple[Found, ...]:
    return tuple(sorted(dict.fromkeys(found), key=lambda each: each.start))
