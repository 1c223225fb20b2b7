"""The gold happenings of tests/gold/happenings: their versions as pages, and their events."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from communique.types.parties import Actor
from communique.vocab.organisations import find_organisation
from communique.vocab.tables import fold

GOLD = Path(__file__).resolve().parents[1] / "tests/gold/happenings"
_VERSION = re.compile(r"([A-H]) \w+ \| ([\d-]+)")
_OUTLET = re.compile(r"outlet: (.+) \| agency: .+")
_SENTENCE = re.compile(r"\d+ (.+)")
_EVENT = re.compile(
    r"(E\d+) ([A-Z]+)(?:/([\w-]+))? (\w+) \| ([^|>=]*)(?:[>=] ([^|]+?))? ?\| (\S+) \| [^|]+"
    r" \| ([^|]+?) \| ([A-H\d ]+?) ?(?:\| part of E\d+)?"
)
Names = frozenset[str]
Sentence = tuple[str, int]
"""A version ("h1-A") and the number of a sentence in it, from 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An event as it is compared: gold, found in a report, or merged (then of a coverage).

    `sides` are states, or folded names of parties without one; `persons` the words of persons'
    names by state. `told` are the sentences that tell it.
    """

    id: str
    type: str
    mode: str | None
    modality: str
    sides: tuple[Names, Names]
    persons: Mapping[str, Names]
    day: str | None
    sayer: str | None
    told: frozenset[Sentence]
    versions: Names
    coverage: str = ""
    line: str = ""

    @property
    def parties(self) -> Names:
        """All who took part."""
        return self.sides[0] | self.sides[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """The pages of a happening by version, their sentences, and its gold events' lines."""

    name: str
    pages: Mapping[str, str]
    sentences: Mapping[str, Sequence[str]]
    events: Sequence[re.Match[str]]


def read_happenings(half: str) -> list[Happening]:
    """The happenings of a half. ValueError: a line that no rule fits."""
    return [_read(path) for path in sorted((GOLD / half).glob("*.txt"))]


def _read(path: Path) -> Happening:
    texts, _, events = path.read_text(encoding="utf-8").partition("\n--- events\n")
    pages, sentences = {}, {}
    for version in texts.split("\n=== ")[1:]:
        opened, outlet, headline, *numbered = filter(None, version.splitlines())
        letter, day = _must(_VERSION, opened).groups()
        name = f"{path.stem}-{letter}"
        sentences[name] = [_must(_SENTENCE, line)[1] for line in numbered]
        pages[name] = _page(headline, _must(_OUTLET, outlet)[1], day, sentences[name])
    lines = [_must(_EVENT, line.strip()) for line in events.splitlines() if line.strip()]
    return Happening(name=path.stem, pages=pages, sentences=sentences, events=lines)


def _must(pattern: re.Pattern[str], line: str) -> re.Match[str]:
    match = pattern.fullmatch(line)
    if match is None:
        raise ValueError(f"no {pattern.pattern!r}: {line!r}")
    return match


def _page(headline: str, outlet: str, day: str, sentences: Sequence[str]) -> str:
    """A page as its reader has it: headline, stamp, two sentences a paragraph, the outlet's line.

    The outlet stands in a line of copyright; a bare name may be taken for a headline.
    """
    at = date.fromisoformat(day)
    body = [" ".join(sentences[n : n + 2]) for n in range(0, len(sentences), 2)]
    foot = [] if outlet == "-" else [f"© {at.year} {outlet}. All rights reserved."]
    return "\n\n".join([headline, f"Published: {at:%B} {at.day}, {at.year}", *body, *foot]) + "\n"


class Parties:
    """How parties of the gold and of the register are compared: by state, else by folded name."""

    def __init__(self, happenings: Iterable[Happening], actors: Iterable[Actor]) -> None:
        """A gold person's state is that named right after her, or the one the register knows."""
        self._known: dict[str, str] = {}
        for part, behind in (pair for each in happenings for pair in neighbours(each)):
            kind, _, name = part.partition(":")
            if kind == "person" and behind and not behind.startswith("person:"):
                self._note(name, self.gold(behind))
            elif kind == "body" and not name.startswith("-"):
                self._note(name[4:], name[:3])
        for actor in actors:
            if actor.kind == "person" and actor.iso3:
                self._note(actor.name, actor.iso3)

    def _note(self, name: str, party: str) -> None:
        for form in (fold(name), last_name(name)):
            self._known.setdefault(form, party)

    def gold(self, part: str) -> str:
        """The party of a part of a gold line."""
        kind, _, name = part.partition(":")
        if kind == "person":
            return (
                self._known.get(fold(name)) or self._known.get(last_name(name)) or last_name(name)
            )
        iso3, _, name = name.partition(":")
        listed = find_organisation(name)
        return iso3 if kind == "state" or iso3 != "-" else fold(listed.name if listed else name)

    def found(self, actor: Actor) -> str:
        """The party of an actor of the register; who a person is counts, not her state there."""
        name = fold(actor.name)
        if actor.kind != "person":
            return actor.iso3 or self._known.get(name, name)
        last = last_name(name)
        return self._known.get(name) or actor.iso3 or self._known.get(last, last)


def neighbours(happening: Happening) -> Iterator[tuple[str, str]]:
    """Every party of the gold lines with the one behind it in its side, "" behind the last."""
    for match in happening.events:
        for side in match.group(5, 6):
            parts = [part.strip() for part in (side or "").split(" + ")]
            yield from zip(parts, [*parts[1:], ""], strict=True)


def last_name(name: str) -> str:
    """The last word of a name, folded."""
    return fold(name).split()[-1]


def gold_events(happening: Happening, parties: Parties) -> Iterator[Told]:
    """The gold events of a happening."""
    for match in happening.events:
        sides = [[p for p in (side or "").strip().split(" + ") if p] for side in match.group(5, 6)]
        persons = [p for side in sides for p in side if p.startswith("person:")]
        cited = [(f"{happening.name}-{one[0]}", int(one[1:]) - 1) for one in match[9].split()]
        yield Told(
            id=f"{happening.name} {match[1]}",
            type=match[2],
            mode=match[3],
            modality=match[4],
            sides=(frozenset(map(parties.gold, sides[0])), frozenset(map(parties.gold, sides[1]))),
            persons=by_state((parties.gold(p), p.partition(":")[2]) for p in persons),
            day=None if match[7] == "-" else match[7],
            sayer=None if match[8] == "-" else parties.gold(match[8]),
            told=frozenset(cited),
            versions=frozenset(name for name, _ in cited),
            line=match[0],
        )


def by_state(pairs: Iterable[tuple[str, str]]) -> dict[str, Names]:
    """Names by the state they are paired with."""
    held = defaultdict(set)
    for state, name in pairs:
        held[state].update(fold(name).split())
    return {state: frozenset(names) for state, names in held.items()}
