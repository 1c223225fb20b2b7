"""Verbs of saying: their forms, what they take and what they mean (`data/cues.csv`)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from communique.vocab.tables import read_table

Frame = Literal["say", "clause", "that", "np", "object"]
"""What a cue takes: any clause; a clause with "that" or a quotation, or one that stands before the
cue; only one with "that" or a quotation; a noun phrase; an addressee and then a clause."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One verb of saying in one frame. `forms` are its past, third person and -ing form."""

    lemma: str
    forms: tuple[str, ...]
    frame: Frame
    sense: str


@cache
def cues() -> tuple[Cue, ...]:
    """All cues of the table."""
    return tuple(
        Cue(
            lemma=row["lemma"],
            forms=tuple(row["forms"].split(";")),
            frame=cast(Frame, row["frame"]),
            sense=row["sense"],
        )
        for row in read_table("cues.csv")
    )


@cache
def cue_index() -> Mapping[str, tuple[Cue, ...]]:
    """Cues by each finite form and by the lemma."""
    index: dict[str, tuple[Cue, ...]] = {}
    for cue in cues():
        for form in {cue.lemma, *cue.forms}:
            index[form] = (*index.get(form, ()), cue)
    return index


def find_cue(form: str, frame: Frame) -> Cue | None:
    """The cue of `form` ("pointed out") that takes `frame`, if any."""
    wanted = " ".join(form.lower().split())
    return next((cue for cue in cue_index().get(wanted, ()) if cue.frame == frame), None)


@cache
def cue_words(*frames: Frame, gerund: bool = False) -> str:
    """A regular expression's alternatives: the finite forms (or the -ing form) of cues in `frames`.

    The present without -s stands for plural subjects; longer forms come first.
    """
    forms: set[str] = set()
    for cue in cues():
        if cue.frame in frames:
            forms.update(cue.forms[2:] if gerund else (*cue.forms[:2], cue.lemma))
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    return "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in ordered)
