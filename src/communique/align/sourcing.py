"""Whether two versions give the same words as those of different sources."""

from collections.abc import Iterator, Sequence

from communique.align.phrases import Parsed, Phrase
from communique.align.words import stem
from communique.types.text import Passage

_TITLES = frozenset(
    stem(word)
    for word in """minister foreign president prime deputy spokesman spokesperson spokeswoman two
    both leaders leader sides side ministers presidents ministry government general secretary
    ambassador counterpart head state chief reporters newspaper excellency official statement
    minister vice first senior""".split()
)
"""Words that may stand for any name."""
_LIKE = 0.3
_SHORTEST = 3
_PLAIN = 2
_NEAR = 1

Voices = Sequence[tuple[Phrase, int] | None]
"""For each sentence of a version who spoke last, and how many sentences before."""
Moved = tuple[Passage, Passage]


def voices(side: Sequence[Parsed]) -> Voices:
    """Who speaks in each sentence of a version, as far as it or one before it says."""
    found: list[tuple[Phrase, int] | None] = []
    for one in side:
        named = [source for source in (*one.speakers(), *one.sources()) if _named(source)]
        last = found[-1] if found else None
        found.append((named[-1], 0) if named else last and (last[0], last[1] + 1))
    return found


def moved(one: Parsed, others: Sequence[Parsed], ours: Voices, theirs: Voices) -> Iterator[Moved]:
    """Words that say whose a sentence is, and those of its like ones that say another.

    A source in one version alone counts only where the two say much the same, and the other
    version does not give the words to the same speaker by what stands before; its sentence is then
    cited whole. `ours` and `theirs` tell who speaks in the sentences of either version.
    """
    mine = list(one.sources())
    for source in mine:
        speaker = source if _named(source) else _before(ours, one)
        if speaker is None:
            continue
        near = sorted(others, key=lambda other: -_shared(one, other))
        heard = [(other, each) for other in near for each in other.speakers()]
        told = [(other, each) for other in near for each in other.sources()]
        if any(_heard(speaker, other, each, theirs) for other, each in (*heard, *told)):
            continue
        if told:
            yield source.passage, told[0][1].passage
            return
        before = [voice for other in others if (voice := _before(theirs, other, _NEAR))]
        spoken = heard or any(_same(speaker, voice) for voice in before)
        if not spoken and _alike(one, near[0]):
            yield source.passage, near[0].sentence
            return
    if mine or any(_named(speaker) for speaker in one.speakers()):
        return
    for other in others:
        for source in other.sources():
            known = _before(ours, one, _NEAR)
            if _named(source) and _alike(one, other) and not (known and _same(known, source)):
                yield one.sentence, source.passage
                return


def _heard(speaker: Phrase, other: Parsed, source: Phrase, theirs: Voices) -> bool:
    """Whether a source of another version is the speaker, by name or by who spoke before."""
    if _named(source):
        return _same(speaker, source)
    known = _before(theirs, other)
    return known is None or _same(speaker, known) or not source.pronoun


def _before(speaking: Voices, one: Parsed, within: int = 99) -> Phrase | None:
    """Who spoke last up to a sentence, at most `within` sentences before."""
    voice = speaking[one.number]
    return voice[0] if voice and voice[1] <= within else None


def _named(source: Phrase) -> bool:
    return bool(source.stems - _TITLES)


def _same(a: Phrase, b: Phrase) -> bool:
    """Whether they share a name, or one is no more than a title or pronoun."""
    mine, others = a.stems - _TITLES, b.stems - _TITLES
    return not mine or not others or bool(mine & others)


def _shared(a: Parsed, b: Parsed) -> int:
    return len(a.stems & b.stems)


def _alike(a: Parsed, b: Parsed) -> bool:
    """Whether they have two stems or more in common, and a good part of the shorter sentence."""
    least = min(len(a.stems), len(b.stems))
    return least >= _SHORTEST and _shared(a, b) >= max(_PLAIN, _LIKE * least)
