"""Words by which a party takes a position or binds itself (`data/stances.csv`)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, cast

from communique.types.standing import PositionKind, Stance
from communique.vocab.phrases import phrase_pattern
from communique.vocab.tables import listed, read_table

StanceFrame = Literal[
    "verb", "own", "noun", "nounto", "urge", "that", "named", "head", "lack", "noted", "inf",
    "ing", "promise", "given",
]  # fmt: skip
"""What the words take; see the table's head."""

_BE = ("be", "am", "is", "are", "was", "were", "been", "being")
_STAY = (
    "remain",
    "remains",
    "remained",
    "remaining",
    "stand",
    "stands",
    "stood",
    "stays",
    "stayed",
)
_DEGREES = (
    "firmly", "strongly", "fully", "resolutely", "squarely", "again", "repeatedly", "openly",
    "publicly", "formally", "unanimously", "also", "urgently", "jointly",
)  # fmt: skip
"""Words that may part a verb from its preposition."""
_INVARIANT = frozenset("will shall would may not there no against yes cannot".split())
_VERBAL = frozenset(("verb", "own", "urge", "that", "noted", "inf", "ing", "promise", "given"))


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceCue:
    """One wording with its forms; `strength` is 0 weak, 1 plain, 2 strong."""

    cue: str
    forms: tuple[str, ...]
    kind: PositionKind
    frame: StanceFrame
    stance: Stance
    strength: int


def _inflected(phrase: str) -> Iterator[str]:
    """`phrase` with its first word, a verb, in every regular form."""
    if phrase.split()[0].endswith("ly") and " " in phrase:
        yield from (f"{phrase.split()[0]} {rest}" for rest in _inflected(phrase.partition(" ")[2]))
        return
    head, _, rest = phrase.partition(" ")
    tail = f" {rest}" if rest else ""
    if head in _BE:
        yield from (f"{form}{tail}" for form in (*_BE, *(_STAY if "* " in tail else ())))
        return
    yield phrase
    if head in _INVARIANT or "'" in head or "’" in head:
        return
    stem = head[:-1] if head.endswith(("e", "y")) else head
    if head.endswith("y") and head[-2] not in "aeiou":
        forms = (f"{stem}ies", f"{stem}ied", f"{head}ing")
    elif head.endswith("e"):
        forms = (f"{head}s", f"{head}d", f"{stem}ing")
    elif head.endswith(("ss", "sh", "ch", "x")):
        forms = (f"{head}es", f"{head}ed", f"{head}ing")
    else:
        forms = (f"{head}s", f"{head}ed", f"{head}ing")
    yield from (f"{form}{tail}" for form in forms)
    if rest and not rest.startswith("* "):
        yield from (f"{form} {degree}{tail}" for form in (head, *forms) for degree in _DEGREES)


@cache
def stance_cues() -> tuple[StanceCue, ...]:
    """Every wording of the table."""
    return tuple(
        StanceCue(
            cue=row["cue"],
            forms=tuple(dict.fromkeys(_forms(row))),
            kind=cast(PositionKind, row["kind"]),
            frame=cast(StanceFrame, row["frame"]),
            stance=cast(Stance, row["stance"]),
            strength=int(row["strength"]),
        )
        for row in read_table("stances.csv")
    )


def _forms(row: Mapping[str, str]) -> Iterator[str]:
    verbal = row["frame"] in _VERBAL or row["cue"].split()[0] in ("be", "there")
    for phrase in (row["cue"], *listed(row["forms"])):
        if phrase.startswith("there be "):
            yield from (f"there {be} {phrase[9:]}" for be in _BE)
        elif (verbal and phrase == row["cue"]) or phrase.startswith("be "):
            yield from _inflected(phrase)
        else:
            yield phrase
            head, _, rest = phrase.partition(" ")
            if verbal and rest and "* " not in phrase and head.endswith(("d", "s", "stood")):
                yield from (f"{head} {degree} {rest}" for degree in _DEGREES)


@cache
def _by_form() -> Mapping[str, tuple[StanceCue, ...]]:
    index: dict[str, tuple[StanceCue, ...]] = {}
    for cue in stance_cues():
        for form in cue.forms:
            index[form] = (*index.get(form, ()), cue)
    return index


@cache
def stance_pattern() -> re.Pattern[str]:
    """Any form of any wording, whole words, the longest at a place."""
    return re.compile(rf"(?<!\w){phrase_pattern(_by_form())}(?!\w)", re.IGNORECASE)


@cache
def _slotted() -> tuple[tuple[re.Pattern[str], StanceCue], ...]:
    """Wordings with a slot ("be * opposed to")."""
    return tuple(
        (re.compile(phrase_pattern(form for form in cue.forms if "* " in form)), cue)
        for cue in stance_cues()
        if any("* " in form for form in cue.forms)
    )


@lru_cache(maxsize=4096)
def find_stances(form: str) -> tuple[StanceCue, ...]:
    """The wordings that `form` ("called for", "is strongly opposed to") is a form of."""
    wanted = " ".join(form.lower().split())
    found = _by_form().get(wanted, ())
    return found or tuple(cue for pattern, cue in _slotted() if pattern.fullmatch(wanted))
