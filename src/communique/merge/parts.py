"""Which events are part of which: a promise of the meeting, a meeting of the visit or summit."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from communique.merge.common import Context
from communique.merge.within import Told, in_one_sentence, is_within
from communique.types.record import Event


def relate(context: Context, events: Sequence[Event]) -> list[Event]:
    """`events`, each with the id of the smallest other that it is part of, or None.

    Only what is told as done has parts or is one. The parts make trees: no event is part of
    itself, by however many steps. Of a visit and the talks in it that fit alike it is the visit,
    unless one sentence tells both: nobody says at which of the talks something was agreed.
    """
    told = [Told.of(context, event) for event in events if event.modality == "actual"]
    whole_of: dict[str, str] = {}
    for part in sorted(told, key=lambda each: not each.is_meeting):
        fits = [
            whole
            for whole in told
            if whole is not part
            and not _is_above(whole_of, part.event.id, whole.event.id)
            and is_within(part, whole)
        ]
        if fits:
            whole_of[part.event.id] = _smallest(whole_of, part, fits).event.id
    return [replace(event, part_of=whole_of.get(event.id)) for event in events]


def _smallest(whole_of: Mapping[str, str], part: Told, fits: Sequence[Told]) -> Told:
    """The whole of fewest states, a deed before a meeting, one told in the same sentence first.

    Among the rest the one that all others are part of, else the one of most common persons.
    """
    least = min(map(_size, fits))
    alike = [whole for whole in fits if _size(whole) == least]
    here = [whole for whole in alike if in_one_sentence(part, whole)] or alike
    return min(
        here,
        key=lambda whole: (
            not all(_is_above(whole_of, whole.event.id, each.event.id) for each in here),
            -len(part.everybody & whole.everybody),
            -len(whole.event.report_ids),
            whole.event.id,
        ),
    )


def _size(whole: Told) -> tuple[bool, int]:
    return whole.is_meeting, len(whole.states)


def _is_above(whole_of: Mapping[str, str], whole: str, part: str) -> bool:
    """Whether `part` is part of `whole`, by however many steps, or is it."""
    at: str | None = part
    while at is not None and at != whole:
        at = whole_of.get(at)
    return at is not None
