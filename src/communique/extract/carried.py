"""Changes told by words that only point at relations named before them in the sentence.

"Cut ties with A and restored them in March", "cut ties with A in 2021, with B in 2024", "recognised
it"; they are between the states of the wording before, or with the state that is named instead.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from communique.extract.marks import sign
from communique.extract.wording import Voice, Wording
from communique.types.standing import Change
from communique.vocab.relation_verbs import Move, moves_of, words_for

S = sign()
_ACTIVE = re.compile(
    rf"\b(?P<v>{words_for('plain', 'past', 'participle', 'gerund')})\s+(?:them|it)\b", re.IGNORECASE
)
_GRANTED = re.compile(
    r"\b(?:it|they|(?:that|this|the)\s+(?:recognition|relations|ties))\s+(?:\w+\s+)?"
    r"(?:was|were|been|being|be)\s+"
    rf"(?:\w+ly\s+)?(?P<v>granted|given|extended|accorded|{words_for('participle')})\b",
    re.IGNORECASE,
)
_NEXT = re.compile(
    rf"(?:,|,?\s+and)\s+(?:with\s+)?(?:the\s+)?(?P<who>{S})(?=\s+(?:in|on|last|two|three|four|five|a|\d)\b)"
)
_TURNED: dict[Move, Change] = {
    "restore": "restored",
    "end": "severed",
    "suspend": "suspended",
    "found": "established",
}


def pointing(text: str, before: Wording) -> Iterator[Wording]:
    """The changes of what `before` tells of that pronouns name behind it."""
    for pattern in (_ACTIVE, _GRANTED):
        for match in pattern.finditer(text, before.end):
            change = _change(match["v"], before)
            if change and change != before.change:
                voice: Voice = "active" if pattern is _ACTIVE else "passive"
                at = match.span("v")
                yield replace(
                    before,
                    change=change,
                    voice=voice,
                    form="past",
                    verb=at,
                    thing=(at[1], at[1]),
                    end=match.end(),
                    before=None,
                    after=None,
                )


def _change(verb: str, before: Wording) -> Change | None:
    plain = verb.lower()
    moves = {word.move for word in moves_of(verb, "plain", "past", "participle", "gerund")}
    if before.matter == "recognition":
        if plain in ("granted", "given", "extended", "accorded"):
            return "recognised"
        return "derecognised" if "withdraw" in moves else None
    if before.matter not in ("relations", "representation"):
        return None
    return _turn(verb)


def _turn(verb: str) -> Change | None:
    """What a verb does to relations."""
    moves = {word.move for word in moves_of(verb, "plain", "past", "participle", "gerund")}
    return next((_TURNED[move] for move in _TURNED if move in moves), None)


def listed(text: str, before: Wording) -> Iterator[Wording]:
    """The further states of a list in which each has its own date."""
    at = before.end
    if before.voice != "active":
        return
    while match := _NEXT.search(text, at, at + 90):
        if re.search(r"[;:.“”\"]|\b(?:who|which|that|when|after)\b", text[at : match.start()]):
            return
        span = match.span("who")
        thing = (span[0] - 1, span[0] - 1)
        yield replace(before, verb=span, thing=thing, end=span[1])
        at = match.end()


_NAMED_BEFORE = re.compile(r"\b(?:diplomatic\s+)?(?:relations|ties)\b")


def recalled_by_pronoun(text: str) -> Iterator[Wording]:
    """Changes of relations that are only named, not changed, before: "have had none since"."""
    named = _NAMED_BEFORE.search(text)
    for match in _ACTIVE.finditer(text, named.end()) if named else ():
        change = _turn(match["v"])
        if change and named:
            at = match.span("v")
            yield Wording(
                change=change,
                matter="relations",
                voice="active",
                form="past",
                verb=at,
                thing=(at[1], at[1]),
                end=match.end(),
            )
