"""Sentences in which each mention of a party is one character, so that patterns read plainly."""

from dataclasses import dataclass
from typing import Literal

from communique.extract.words import flat
from communique.types.parties import Mention
from communique.types.text import Passage

PartyKind = Literal[
    "person", "state", "igo", "office", "group", "pronoun", "unknown", "organisation"
]
_KINDS: tuple[PartyKind, ...] = (
    "person",
    "state",
    "igo",
    "office",
    "group",
    "pronoun",
    "unknown",
    "organisation",
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
    """A mention at `start:end` of a sentence, with the actors it means.

    `points` says what words that only point at a party ask for ("he", "bloc", "counterpart");
    `among` are the actors they may mean, where the words limit them. `plain` mentions keep their
    words in the marked sentence: they take no part in its patterns.
    """

    start: int
    end: int
    kind: PartyKind
    actor_ids: tuple[str, ...]
    rule: str
    iso3: tuple[str, ...] = ()
    name: str = ""
    sector: str | None = None
    points: str = ""
    among: tuple[str, ...] = ()
    plain: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A sentence in which each mention is one private-use character.

    `offsets[i]` is where character i of `text` starts in the passage's own text. `found` are the
    marked mentions, `others` those whose words stand in the text.
    """

    passage: Passage
    text: str
    offsets: tuple[int, ...]
    found: tuple[Found, ...]
    by_sign: dict[str, Found]
    others: tuple[Found, ...] = ()

    def cut(self, start: int, end: int) -> Passage:
        """The passage at `start:end` of the marked text."""
        return self.passage.inner(self.offsets[start], self.offsets[end])

    def at(self, letter: str) -> Found:
        """The mention a private-use character stands for."""
        return self.by_sign[letter]

    def place_of(self, start: int, end: int) -> tuple[int, int]:
        """Where `start:end` of the marked text stands in the passage's own text."""
        return self.offsets[start], self.offsets[end]

    def plain(self, start: int, end: int) -> str:
        """The words at `start:end` of the marked text."""
        return flat(self.cut(start, end).text)

    @property
    def words(self) -> str:
        """The sentence's own words on one line; offsets as in the passage."""
        return flat(self.passage.text)

    @property
    def every(self) -> tuple[Found, ...]:
        """All mentions in order, marked or not."""
        return tuple(sorted((*self.found, *self.others), key=lambda item: item.start))

    def within(self, start: int, end: int) -> tuple[Found, ...]:
        """The mentions in `start:end` of the marked text."""
        return tuple(self.by_sign[c] for c in self.text[start:end] if c in self.by_sign)


def marked(passage: Passage, found: tuple[Found, ...]) -> Marked:
    """Mark the mentions found in a sentence."""
    letters: list[str] = []
    offsets: list[int] = []
    by_sign: dict[str, Found] = {}
    at = 0
    signed = tuple(item for item in found if not item.plain)
    for item in signed:
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
        found=signed,
        by_sign=by_sign,
        others=tuple(item for item in found if item.plain),
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
        iso3=found.iso3[0] if len(found.iso3) == 1 else None,
        sector=found.sector,
    )
