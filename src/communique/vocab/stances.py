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
    "ing", "promise", "given", "must",
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
_LEADING = frozenset("to for with behind by on upon against of in from at over about that".split())
"""Words that adverbs may part from their verb."""
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
            yield from map(_parted, _inflected(phrase)) if verbal else _inflected(phrase)
        else:
            yield _parted(phrase) if verbal else phrase


def _parted(phrase: str) -> str:
    """`phrase` with room for adverbs before its last word, where that leads on to the object."""
    head, _, last = phrase.rpartition(" ")
    return f"{head} ~ {last}" if head and last in _LEADING else phrase


@cache
def _by_form() -> Mapping[str, tuple[StanceCue, ...]]:
    index: dict[str, tuple[StanceCue, ...]] = {}
    for cue in stance_cues():
        for form in dict.fromkeys(form.replace("~ ", "") for form in cue.forms):
            index[form] = (*index.get(form, ()), cue)
    return index


def _every_form() -> Iterator[str]:
    return (form for cue in stance_cues() for form in cue.forms)


@cache
def stance_pattern() -> re.Pattern[str]:
    """Any form of any wording, whole words, the longest at a place."""
    return re.compile(rf"(?<!\w){phrase_pattern(_every_form())}(?!\w)", re.IGNORECASE)


_HAS_ROOM = re.compile(r"[*~] ")


@cache
def _slotted() -> tuple[tuple[re.Pattern[str], StanceCue], ...]:
    """Wordings with room for other words ("be * opposed ~ to")."""
    return tuple(
        (re.compile(phrase_pattern(form for form in cue.forms if _HAS_ROOM.search(form))), cue)
        for cue in stance_cues()
        if any(map(_HAS_ROOM.search, cue.forms))
    )


@lru_cache(maxsize=4096)
def find_stances(form: str) -> tuple[StanceCue, ...]:
    """The wordings that `form` ("called for", "is strongly opposed to") is a form of."""
    wanted = " ".join(form.lower().split())
    found = _by_form().get(wanted, ())
    return found or tuple(cue for pattern, cue in _slotted() if pattern.fullmatch(wanted))
