"""Rules and tagger weighed: one act of speech where both find it, with their agreement.

Measured on political news (`benchmarks/README.md`): the tagger bounds contents better and finds
four times as much, the rules know addressees, moods and parties. So the tagger's words are taken
and the rules' knowledge of them; what only one finds stays, with less confidence.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.extract.speech import Said

AGREED, RULED = 0.95, 0.5
"""Confidence where both find an act of speech, and where only the rules do."""
_LIKE = 0.4
"""Contents that share this much of what either holds are one."""
_TAKEN = 0.3
"""A rule's content that the tagger gives to others by more than this share is not heard."""


def weigh(ruled: Sequence[Said], tagged: Sequence[Said]) -> tuple[Said, ...]:
    """The acts of speech of one sentence, in the order of their cues."""
    found = [*_both(ruled, tagged), *_ruled_alone(ruled, tagged)]
    return tuple(sorted(found, key=lambda said: said.cue))


def _both(ruled: Sequence[Said], tagged: Sequence[Said]) -> Iterator[Said]:
    for said in tagged:
        rule = next((each for each in ruled if _same(each, said)), None)
        if rule is None:
            yield said
            continue
        own = rule.source is not None and (said.source is None or _meet(rule.source, said.source))
        yield replace(
            said,
            source=said.source or rule.source,
            actor_ids=(rule.actor_ids if own else ()) or said.actor_ids,
            rule=rule.rule,
            modality=rule.modality,
            addressee=rule.addressee,
            confidence=AGREED,
        )


def _ruled_alone(ruled: Sequence[Said], tagged: Sequence[Said]) -> Iterator[Said]:
    taken = {at for said in tagged for at in _places(said)}
    for each in ruled:
        held = _places(each)
        matched = any(_same(each, said) for said in tagged)
        if not matched and len(held & taken) <= _TAKEN * len(held):
            yield replace(each, confidence=RULED)


def is_spoken_for(ruled: Sequence[Said], pieces: Sequence[tuple[int, int]]) -> bool:
    """Whether a sentence has a speaker of its own, by a rule, for most of what `pieces` hold."""
    held = {at for start, end in pieces for at in range(start, end)}
    return any(len(_places(each) & held) > len(held) / 2 for each in ruled)


def _same(one: Said, other: Said) -> bool:
    here, there = _places(one), _places(other)
    return _meet(one.cue, other.cue) or len(here & there) >= _LIKE * len(here | there)


def _places(said: Said) -> set[int]:
    return {at for start, end in said.content for at in range(start, end)}


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
