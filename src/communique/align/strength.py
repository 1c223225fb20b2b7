"""Wordings that commit, demand, blame or praise more or less than those of another version."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, product

from communique.align.words import EMPTY, places, stem
from communique.types.record import SpeechAct
from communique.types.text import Passage
from communique.vocab.commitment import find_wording, wording_pattern
from communique.vocab.cues import every_cue, find_cues

_SCALES: dict[SpeechAct, tuple[str, int]] = {
    "pledge": ("commitment", 1),
    "announce": ("commitment", 2),
    "express": ("commitment", 0),
    "request": ("demand", 0),
    "urge": ("demand", 1),
    "ask": ("demand", 0),
    "criticise": ("blame", 0),
    "accuse": ("blame", 0),
    "oppose": ("blame", -1),
    "deny": ("blame", 0),
    "praise": ("praise", 1),
    "support": ("praise", 1),
    "thank": ("praise", 1),
}
"""The scale an act stands on, and how far up it begins."""
_REPORTED = re.compile(r"\bwould\b(?! like| consider)", re.IGNORECASE)
"""What one will do is told in reported speech as what one would do."""
_NEED = re.compile(
    r"\b(?:stress|underlin|underscor|emphasi[sz]|highlight|point)\w* (?:out )?"
    r"(?P<what>the (?:urgent )?(?:need|necessity)|(?:the|how) (?:importan\w+|vital))",
    re.IGNORECASE,
)
_HOPE = re.compile(r"\b(?:hope|wish|want|look|like|seek|optimis)", re.IGNORECASE)
_CHANCE = ("commitment", 0)
_LADDERS = tuple(
    (scale, level, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
    for scale, level, words in (
        ("convening", 0, r"(?:was |were |been )?invited|asked to come|received"),
        ("convening", 1, "called in"),
        ("convening", 2, "summoned"),
        ("concern", 0, "(?:express\\w*|voic\\w*) concern|(?:is|was|were|are) concerned"),
        ("concern", 1, "(?:deep|grave|serious|profound)(?:ly)? concern(?:ed)?|alarm(?:ed)?"),
        ("blame", 4, "as a (?:war crime|crime|massacre|genocide|terrorist act)"),
    )
)
"""Further scales, by the words themselves."""
_WISHES = frozenset(("commitment", "demand"))
"""Scales of what is to be done, between which a wording may move where both are about the same."""
_NEXT = 6
_ABOUT = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Words that stand on a scale ("commitment"), how high, and the stems of what follows them."""

    scale: str
    level: int
    passage: Passage
    about: frozenset[str]


def wordings(sentence: Passage) -> Iterator[Wording]:
    """The wordings of a sentence that stand on a scale; of those that overlap the longest."""
    patterns = (every_cue(), wording_pattern("will", "duty", "chance", "wish"))
    found = chain.from_iterable(pattern.finditer(sentence.text) for pattern in patterns)
    taken: list[Passage] = []
    for match in sorted(found, key=lambda m: (m.start() - m.end(), m.start())):
        passage = sentence.inner(match.start(), match.end())
        if any(passage.span.overlaps(other.span) for other in taken):
            continue
        taken.append(passage)
        if place := _place(passage.text):
            yield _wording(sentence, passage, *place)
    for scale, level, pattern in _LADDERS:
        for match in pattern.finditer(sentence.text):
            passage = sentence.inner(match.start(), match.end())
            if not any(passage.span.overlaps(other.span) for other in taken if scale == "blame"):
                yield _wording(sentence, passage, scale, level)
    for match in _NEED.finditer(sentence.text):
        level = 2 if "ne" in match["what"].lower() else 0
        yield _wording(sentence, sentence.inner(match.start(), match.end()), "demand", level)


def _wording(sentence: Passage, passage: Passage, scale: str, level: int) -> Wording:
    after = sentence.text[passage.span.end - sentence.span.start :]
    following = [word for word, _ in places(after) if word.lower() not in EMPTY][:_NEXT]
    return Wording(scale=scale, level=level, passage=passage, about=frozenset(map(stem, following)))


def _place(words: str) -> tuple[str, int] | None:
    words = _REPORTED.sub("will", words)
    wording = find_wording(words)
    if wording and wording.meaning == "chance":
        return _CHANCE
    acts = [(wording.act, wording.strength)] if wording and wording.act else []
    acts += [(cue.act, cue.strength) for cue in find_cues(words)]
    for act, strength in acts:
        if act == "express" and not _HOPE.search(words):
            continue
        if act in _SCALES:
            scale, start = _SCALES[act]
            return scale, start + strength
    return None


def stronger(
    ours: Sequence[Wording], theirs: Sequence[Wording]
) -> Iterator[tuple[Wording, Wording]]:
    """Wordings on one scale and on different levels, those that both sides have left out.

    Of several on a scale those count that are about the same; one pair a scale. What is wished for
    by the one and demanded by the other is a pair too where it is surely the same thing.
    """
    left = [w for w in ours if not any(_same(w, other) for other in theirs)]
    right = [w for w in theirs if not any(_same(w, other) for other in ours)]
    for scale in dict.fromkeys(wording.scale for wording in left):
        pairs = [
            (a, b)
            for a, b in product(left, right)
            if a.scale == b.scale == scale and a.level != b.level
        ]
        if pairs:
            best = max(pairs, key=lambda pair: len(pair[0].about & pair[1].about))
            left.remove(best[0])
            right.remove(best[1])
            yield best
    for a, b in product(left, right):
        if {a.scale, b.scale} == _WISHES and len(a.about & b.about) >= _ABOUT:
            yield a, b
            return


def _same(a: Wording, b: Wording) -> bool:
    return (a.scale, a.level) == (b.scale, b.level)
