"""Sentences in which each mention of a party is one character, so that patterns read plainly."""

from dataclasses import dataclass
from typing import Literal

from communique.extract.words import flat
from communique.types.parties import Mention
from communique.types.text import Passage

PartyKind = Literal["person", "state", "igo", "office", "group", "pronoun", "unknown"]
_KINDS: tuple[PartyKind, ...] = (
    "person",
    "state",
    "igo",
    "office",
    "group",
    "pronoun",
    "unknown",
)
_BASE, ROOM = 0xE000, 256


def sign(*kinds: PartyKind) -> str:
    """A regular expression for one marked mention of any of `kinds` (of all, if none given)."""
    ranges = "".join(
        f"{chr(_BASE + _KINDS.index(kind) * ROOM)}-{chr(_BASE + _KINDS.index(kind) * ROOM + 255)}"
        for kind in kinds or _KINDS
    )
    return f"[{ranges}]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A mention at `start:end` of a sentence, with the actors it means."""

    start: int
    end: int
    kind: PartyKind
    actor_ids: tuple[str, ...]
    rule: str
    iso3: tuple[str, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A sentence in which each mention is one private-use character.

    `offsets[i]` is where character i of `text` starts in the passage's own text.
    """

    passage: Passage
    text: str
    offsets: tuple[int, ...]
    found: tuple[Found, ...]
    by_sign: dict[str, Found]

    def cut(self, start: int, end: int) -> Passage:
        """The passage at `start:end` of the marked text."""
        return self.passage.inner(self.offsets[start], self.offsets[end])

    def at(self, letter: str) -> Found:
        """The mention a private-use character stands for."""
        return self.by_sign[letter]

    def plain(self, start: int, end: int) -> str:
        """The words at `start:end` of the marked text."""
        return flat(self.cut(start, end).text)

    @property
    def words(self) -> str:
        """The sentence's own words on one line; offsets as in the passage."""
        return flat(self.passage.text)

    def within(self, start: int, end: int) -> tuple[Found, ...]:
        """The mentions in `start:end` of the marked text."""
        return tuple(self.by_sign[c] for c in self.text[start:end] if c in self.by_sign)


def marked(passage: Passage, found: tuple[Found, ...]) -> Marked:
    """Mark the mentions found in a sentence."""
    letters: list[str] = []
    offsets: list[int] = []
    by_sign: dict[str, Found] = {}
    at = 0
    for item in found:
        for place in range(at, item.start):
            letters.append(_unsigned(passage.text[place]))
            offsets.append(place)
        letter = chr(_BASE + _KINDS.index(item.kind) * ROOM + len(by_sign) % ROOM)
        by_sign[letter] = item
        letters.append(letter)
        offsets.append(item.start)
        at = item.end
    letters += [_unsigned(c) for c in passage.text[at:]]
    offsets += [*range(at, len(passage.text)), len(passage.text)]
    return Marked(
        passage=passage,
        text="".join(letters),
        offsets=tuple(offsets),
        found=found,
        by_sign=by_sign,
    )


def _unsigned(letter: str) -> str:
    """Private-use characters of the page itself must not read as marks."""
    return " " if "\ue000" <= letter <= "\uf8ff" or letter.isspace() else letter


def as_mention(item: Marked, found: Found) -> Mention:
    """A mention as a record."""
    return Mention(
        passage=item.passage.inner(found.start, found.end),
        actor_ids=found.actor_ids,
        rule=found.rule,
    )
