"""Words that tell who said, held, wanted or showed something (`data/cues.csv`, `noun_cues.csv`)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, cast

from communique.types.record import CueKind, SpeechAct
from communique.vocab.phrases import phrase_pattern
from communique.vocab.tables import listed, read_table

Frame = Literal["say", "clause", "that", "np", "object", "to"]
"""What a cue takes: any clause; a clause with "that" or a quotation, or one that stands before the
cue; only one with "that" or a quotation; a noun phrase; an addressee and then a clause; an
infinitive."""

_ING = re.compile(r"(?:\w+ly\s)?\w+ing\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One verb or phrase in one frame.

    `forms` are its past, third person, -ing form, and further ones ("written", "are convinced").
    `strength` is 0 tentative, 1 plain, 2 marked or 3 strongest; `speech` tells whether it is in
    itself words uttered or written.
    """

    lemma: str
    forms: tuple[str, ...]
    frame: Frame
    kind: CueKind
    act: SpeechAct
    strength: int
    speech: bool

    @property
    def gerunds(self) -> tuple[str, ...]:
        """Its -ing forms."""
        return tuple(form for form in self.forms if _ING.match(form))

    @property
    def finite(self) -> tuple[str, ...]:
        """Its other forms, and the lemma, which is the present of plural subjects."""
        return (*(form for form in self.forms if not _ING.match(form)), self.lemma)


@dataclass(frozen=True, slots=True, kw_only=True)
class NounCue:
    """A noun that reports ("claim"), and the words that lead on to what it reports ("that")."""

    noun: str
    plural: str
    links: tuple[str, ...]
    kind: CueKind
    act: SpeechAct
    strength: int
    speech: bool


@cache
def cues() -> tuple[Cue, ...]:
    """All verbs and phrases of the table."""
    return tuple(
        Cue(
            lemma=row["lemma"],
            forms=listed(row["forms"]),
            frame=cast(Frame, row["frame"]),
            kind=cast(CueKind, row["kind"]),
            act=cast(SpeechAct, row["act"]),
            strength=int(row["strength"]),
            speech=row["speech"] == "yes",
        )
        for row in read_table("cues.csv")
    )


@cache
def noun_cues() -> tuple[NounCue, ...]:
    """All nouns of the table."""
    return tuple(
        NounCue(
            noun=row["noun"],
            plural=row["plural"],
            links=listed(row["links"]),
            kind=cast(CueKind, row["kind"]),
            act=cast(SpeechAct, row["act"]),
            strength=int(row["strength"]),
            speech=row["speech"] == "yes",
        )
        for row in read_table("noun_cues.csv")
    )


@cache
def cue_index() -> Mapping[str, tuple[Cue, ...]]:
    """Cues by each form without a slot, the lemma among them."""
    index: dict[str, tuple[Cue, ...]] = {}
    for cue in cues():
        for form in dict.fromkeys((cue.lemma, *cue.forms)):
            if "*" not in form:
                index[form] = (*index.get(form, ()), cue)
    return index


@cache
def _slotted() -> tuple[tuple[re.Pattern[str], Cue], ...]:
    """Cues with a slot ("voice * concern over")."""
    return tuple(
        (re.compile(phrase_pattern((cue.lemma, *cue.forms))), cue)
        for cue in cues()
        if "*" in cue.lemma
    )


@lru_cache(maxsize=4096)
def find_cues(form: str) -> tuple[Cue, ...]:
    """The cues that `form` ("pointed out", "voiced grave concern over") is a form of."""
    wanted = " ".join(form.lower().split())
    slotted = (cue for pattern, cue in _slotted() if pattern.fullmatch(wanted))
    return (*cue_index().get(wanted, ()), *slotted)


def find_cue(form: str, frame: Frame) -> Cue | None:
    """The cue of `form` that takes `frame`, if any."""
    return next((cue for cue in find_cues(form) if cue.frame == frame), None)


@cache
def _any_noun() -> re.Pattern[str]:
    forms = (form for cue in noun_cues() for form in (cue.noun, cue.plural))
    return re.compile(rf"\b({phrase_pattern(forms)})\b(?:\s+(\w+))?", re.IGNORECASE)


def find_noun_cue(words: str) -> NounCue | None:
    """The first noun cue in `words` ("their criticism of"); one with that link before others."""
    for match in _any_noun().finditer(words):
        noun, link = " ".join(match[1].lower().split()), (match[2] or "").lower()
        named = [cue for cue in noun_cues() if noun in (cue.noun, cue.plural)]
        return next((cue for cue in named if link in cue.links), named[0])
    return None


@cache
def cue_words(*frames: Frame, gerund: bool = False) -> str:
    """A regular expression's alternatives: the finite forms (or -ing forms) of cues in `frames`.

    Of forms that begin alike the longer is tried first.
    """
    wanted = (cue for cue in cues() if cue.frame in frames)
    return phrase_pattern(
        form for cue in wanted for form in (cue.gerunds if gerund else cue.finite)
    )


@cache
def every_cue() -> re.Pattern[str]:
    """Any form of any verb or phrase of the table, as whole words."""
    forms = (form for cue in cues() for form in (cue.lemma, *cue.forms))
    return re.compile(rf"\b{phrase_pattern(forms)}\b", re.IGNORECASE)
