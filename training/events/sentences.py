"""The marked sentences of `text/`: parties in braces, labels behind `||` (see README.md)."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from communique.models.coding.labels import CONTEXTS, MODALITIES
from communique.types.text import Span
from communique.vocab.plover import event_types

HERE = Path(__file__).resolve().parent
NOBODY = 0
"""The number of a party that the sentence does not name."""
_MARK = re.compile(r"\{(\d) ([^{}]*)\}")
_LABEL = re.compile(r"(\d)([>=-])(\d) (?:none|([A-Z]+)(?:/([a-z-]+))? ([a-z]+)(?: ([a-z_,]+))?)")
Part = Literal["learn", "tune", "judge"]
Pair = tuple[int, int]
"""Numbers of an actor and a recipient."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What an actor does to a recipient: an event, or nothing where `type` is "none"."""

    type: str
    mode: str | None = None
    modality: str = "actual"
    contexts: tuple[str, ...] = ()


NOTHING = Label(type="none")


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedSentence:
    """A sentence, its parties by number, its events in their order, and pairs known to have none.

    A tenth of all sentences is held back from training, by a hash of their words: one half tunes
    the temperatures, all of it is judged.
    """

    text: str
    parties: dict[int, Span]
    events: dict[Pair, tuple[Label, ...]]
    nothing: frozenset[Pair]
    part: Part

    @property
    def chief(self) -> Label | None:
        """The first event; "none" where no pair has any, None where that is not known."""
        for labels in self.events.values():
            return labels[0]
        return NOTHING if self.nothing else None

    @property
    def labelled(self) -> list[Pair]:
        """All ordered pairs that are judged."""
        return [*self.events, *sorted(self.nothing)]


def read_corpus(folder: Path = HERE / "text") -> list[str]:
    """The lines of all files of a folder."""
    paths = sorted(folder.glob("*.txt"))
    return [line for path in paths for line in path.read_text("utf-8").splitlines() if line]


def parse(line: str) -> MarkedSentence:
    """A line as a marked sentence. Raises ValueError that says what is wrong with it."""
    marked, bar, behind = line.partition("||")
    if not bar or "||" in behind:
        raise ValueError("needs one ||")
    text, parties = _unmarked(marked.strip())
    events: dict[Pair, list[Label]] = {}
    nothing: set[Pair] = set()
    for label in behind.split(";"):
        (one, sign, other), found = _labelled(label.strip(), {NOBODY, *parties})
        orders = [(one, other), (other, one)][: 1 if sign == ">" else 2]
        for pair in orders:
            if found is NOTHING:
                nothing.add(pair)
            else:
                events.setdefault(pair, []).append(found)
        if sign == ">" and found is not NOTHING:
            nothing.add((other, one))
    # The reverse of "A does it to somebody" is nothing only where nobody does anything to A.
    acting, befallen = {a for a, _ in events}, {b for _, b in events}
    doubtful = {(NOBODY, b) for b in befallen} | {(a, NOBODY) for a in acting}
    return MarkedSentence(
        text=text,
        parties=parties,
        events={pair: tuple(labels) for pair, labels in events.items()},
        nothing=frozenset(nothing - events.keys() - doubtful),
        part=_part(text),
    )


def _part(text: str) -> Part:
    tenth, half = hashlib.sha256(text.encode()).digest()[:2]
    if tenth * 10 >= 256:
        return "learn"
    return "tune" if half % 2 else "judge"


def _unmarked(marked: str) -> tuple[str, dict[int, Span]]:
    parts: list[str] = []
    parties: dict[int, Span] = {}
    at = size = 0
    for match in _MARK.finditer(marked):
        before, number, words = marked[at : match.start()], int(match[1]), match[2]
        if number in parties or number == NOBODY:
            raise ValueError(f"mark {number} twice, or 0")
        start = size + len(before)
        at, size = match.end(), start + len(words)
        parties[number] = Span(start=start, end=size)
        parts += (before, words)
    text = "".join((*parts, marked[at:]))
    if "{" in text or "}" in text:
        raise ValueError("a brace that marks nothing")
    return text, parties


def _labelled(label: str, known: set[int]) -> tuple[tuple[int, str, int], Label]:
    match = _LABEL.fullmatch(label)
    if match is None:
        raise ValueError(f"no label: {label!r}")
    one, other, sign = int(match[1]), int(match[3]), match[2]
    kind, mode, modality, named = match.group(4, 5, 6, 7)
    if one == other or not {one, other} <= known:
        raise ValueError(f"no such pair: {label!r}")
    if sign == ("=" if kind is None else "-"):
        raise ValueError(f"wrong sign: {label!r}")
    if kind is None:
        return (one, sign, other), NOTHING
    contexts = tuple(named.split(",")) if named else ()
    if kind not in event_types() or (mode and mode not in event_types()[kind].modes):
        raise ValueError(f"no such type or mode: {label!r}")
    if modality not in MODALITIES or not set(contexts) <= set(CONTEXTS):
        raise ValueError(f"no such modality or context: {label!r}")
    return (one, sign, other), Label(type=kind, mode=mode, modality=modality, contexts=contexts)


def held_back(folder: Path = HERE / "text") -> list[MarkedSentence]:
    """The sentences of the tenth that is held back."""
    return [each for each in map(parse, read_corpus(folder)) if each.part != "learn"]
