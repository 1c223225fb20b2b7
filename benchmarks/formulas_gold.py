"""The planted formulas of tests/gold/formulas, set into made reports among sentences that are none.

Each wording stands in a report of its own, on a day of its own, beside sentences that share its
words of topic, stock words of reporting, and other formulas of the dyad.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from communique.vocab.states import state

GOLD = Path(__file__).resolve().parents[1] / "tests/gold/formulas"
_CITIES = ("Vienna", "Doha", "Singapore", "Geneva", "Astana", "Nairobi", "Lisbon", "Muscat")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
_SAYING = ("said that", "stressed that", "noted that", "told the meeting that", "added that")
_TAILS = ("", "", ", while {}", " and that {}", ", since {}")
_NOUNS = """sovereignty integrity independence soil force neighbour era builder peace border law
problem sea crisis arms river share use waters sanctions coordination commitment defence status
attempt sanctuary frontier line integration state bloc world dispute means convention zone people
right territory future pressure partnership barrier trade community condition blockade war door
dialogue friendship storm policy interest security industry migration source corridor hand
displacement resolution council neutrality friend ocean nation posture map republic claim treaty
obstacle cooperation laboratory threat grievance roof waterway fleet order attack cable response
choice citizen troops handshake measure militia court temple stone railway grain visa student
harvest pipeline customs tariff satellite vaccine tourism glacier port currency bank""".split()
_VERBS = """supports weakens delays finances strengthens divides reopens protects threatens settles
complicates requires guides reshapes follows limits serves burdens precedes measures reflects
postpones enriches monitors outlives encourages isolates supplies replaces balances""".split()
_ADJECTIVES = """northern firm territorial just lasting good historic equitable unlawful strategic
ironclad red open peaceful inalienable outside economic wide iron core own African alone free
military final constitutional sovereign deadly foreign common defensive ancient dry rural digital
coastal modest private late costly fragile remote annual urban green seasonal""".split()


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """A formula: the two states, who says it and for which state ("both": jointly), wordings."""

    dyad: tuple[str, str]
    speaker: str
    state: str
    wordings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sentence of a made report: who says what, and the planted words in it, if any."""

    speaker: str
    state: str
    cue: str
    words: str
    planted: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrier:
    """A made report of a dyad; `coverage` numbers its happening."""

    coverage: int
    day: str
    dyad: tuple[str, str]
    lines: tuple[Line, ...]


def planted(half: str) -> list[Planted]:
    """The formulas of a half ("seen" or "unseen")."""
    blocks = (GOLD / f"{half}.txt").read_text(encoding="utf-8").split("\n\n")[1:]
    found = []
    for block in blocks:
        head, *wordings = block.strip().splitlines()
        dyad, speaker, state = (part.strip() for part in head.split("|"))
        first, second = sorted(dyad.split())
        found.append(
            Planted(dyad=(first, second), speaker=speaker, state=state, wordings=tuple(wordings))
        )
    return found


def carriers(half: str) -> list[Carrier]:
    """The made reports of a half, the same each time; each third is carried twice."""
    chance = random.Random(half)
    other = distractors(chance)
    stock = (GOLD / "stock.txt").read_text(encoding="utf-8").splitlines()[1:]
    by_dyad: dict[tuple[str, str], list[Planted]] = {}
    for each in planted(half):
        by_dyad.setdefault(each.dyad, []).append(each)
    found: list[Carrier] = []
    for dyad, formulas in by_dyad.items():
        start = date(2023, 1, 9) + timedelta(days=chance.randrange(90))
        for turn in range(max(len(each.wordings) for each in formulas)):
            start += timedelta(days=chance.randrange(20, 60))
            lines = [
                _planted_line(each, each.wordings[turn], chance, other)
                for each in formulas
                if turn < len(each.wordings)
            ]
            lines += [_other_line(formulas, next(other), chance) for _ in range(6)]
            lines += [_stock_line(formulas, each, chance) for each in chance.sample(stock, 3)]
            chance.shuffle(lines)
            day = start.isoformat()
            made = Carrier(coverage=len(found), day=day, dyad=dyad, lines=tuple(lines))
            found.append(made)
            if turn % 3 == 0:
                found.append(made)
    return found


def _planted_line(each: Planted, words: str, chance: random.Random, other: Iterator[str]) -> Line:
    tail = chance.choice(_TAILS)
    more = tail.format(next(other)) if tail else ""
    cue = "" if each.state == "both" else chance.choice(_SAYING)
    return Line(
        speaker=each.speaker,
        state=each.state,
        cue=cue,
        words=words + more,
        planted=each.wordings[0],
    )


def _other_line(formulas: list[Planted], words: str, chance: random.Random) -> Line:
    who = chance.choice(formulas)
    cue = "" if who.state == "both" else chance.choice(_SAYING)
    return Line(speaker=who.speaker, state=who.state, cue=cue, words=words)


def _stock_line(formulas: list[Planted], words: str, chance: random.Random) -> Line:
    who = chance.choice(formulas)
    person = who.speaker if who.state != "both" else "The minister"
    filled = words.format(person=person, city=chance.choice(_CITIES), day=chance.choice(_DAYS))
    return Line(speaker=who.speaker, state=who.state, cue="", words=filled)


def distractors(chance: random.Random) -> Iterator[str]:
    """Sentences of the formulas' topics, no two of which share three words of weight in a row."""
    seen: set[tuple[str, ...]] = set()
    while True:
        words = [
            chance.choice(_ADJECTIVES),
            chance.choice(_NOUNS),
            chance.choice(_VERBS),
            chance.choice(_ADJECTIVES),
            chance.choice(_NOUNS),
            chance.choice(_NOUNS),
        ]
        runs = {tuple(words[at : at + 3]) for at in range(4)}
        if len(set(words)) == len(words) and not runs & seen:
            seen |= runs
            first, second, third, fourth, fifth, sixth = words
            link = chance.choice(("of the", "before the", "with a", "against every"))
            yield f"the {first} {second} {third} a {fourth} {fifth} {link} {sixth}"


def pages(half: str) -> Iterator[tuple[str, str]]:
    """The made reports as pages of text: a name for the file, and what it holds."""
    for number, carrier in enumerate(carriers(half)):
        day = date.fromisoformat(carrier.day)
        make = _joint_page if carrier.lines[0].state == "both" else _wire_page
        yield f"{half}-{number:03}.txt", make(carrier, day, number)


def _joint_page(carrier: Carrier, day: date, number: int) -> str:
    names = " and ".join(_name(each) for each in carrier.dyad)
    said = "\n\n".join(
        f"{at}. The two sides {line.words if line.planted else f'note that {line.words}'}."
        for at, line in enumerate(carrier.lines, 1)
        if not line.words[0].isupper()
    )
    return (
        f"Joint Statement between {names}\n\n{_city(number)}, {day.day} {day:%B %Y}\n\n"
        f"The foreign ministers of {names} held talks in {_city(number)} on {day.day} {day:%B %Y}."
        f"\n\n{said}\n"
    )


def _wire_page(carrier: Carrier, day: date, number: int) -> str:
    host, guest = (_name(each) for each in carrier.dyad)
    minister = {line.state: line.speaker for line in carrier.lines}
    first, second = (minister.get(each, "") for each in carrier.dyad)
    opening = (
        f"{_city(number).upper()}, {day:%b} {day.day} (Meridian) -- Foreign Minister {first} of "
        f"{host} met Foreign Minister {second} of {guest} in {_city(number)} on {day:%A}."
    ).replace("  ", " ")
    said = "\n\n".join(_sentence(line) for line in carrier.lines)
    return (
        f"{host} and {guest} foreign ministers talk in {_city(number)}\n\n"
        f"Published: {day.day} {day:%B %Y}\n\n{opening}\n\n{said}\n"
    )


def _sentence(line: Line) -> str:
    words = f"{line.speaker} {line.cue} {line.words}" if line.cue else line.words
    return f"{words[0].upper()}{words[1:]}."


def _city(number: int) -> str:
    return _CITIES[number % len(_CITIES)]


def _name(iso3: str) -> str:
    found = state(iso3)
    return found.name if found else iso3
