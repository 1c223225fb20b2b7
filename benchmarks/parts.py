"""Measure which events are part of which: `parts.py [--half seen|unseen] [--misses]`.

The happenings of tests/gold/happenings are read and their entries assigned to gold events as in
`merging.py`. Of a gold event's entries the fullest counts.

- pairs: a gold event that is part of another, both found; recall is the share of them whose entry
  is part of an entry of that other.
- precision: of the fullest entries that are part of something, the share whose whole is an entry
  of the right gold event; the whole of that whole is wrong.
- of several: the same, where an entry that tells several gold events may be meant as any of them.
- broken trees: entries part of one that the register has not, or of themselves.
- gold: the same rules on the gold events as if the register had them, a coverage a happening. This
  leaves out what the coder, the grouping or the merging got wrong.

`--misses` prints what is wrong or missing in the seen half.
"""

import argparse
import re
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from pathlib import Path
from typing import cast

from happenings import Happening, Parties, Told, gold_events, read_happenings
from merging import Placed, place, reading, tells

from communique.merge.common import Context
from communique.merge.parts import relate
from communique.types.parties import Actor
from communique.types.record import Event, EventDate, EventType, Modality, Place
from communique.types.text import Evidence, Precision, Span
from communique.vocab.gazetteer import look_up
from communique.vocab.plover import quad

_PART = re.compile(r"\| part of (E\d+)")
_PRECISION: Mapping[int, Precision] = {4: "year", 7: "month", 10: "day"}


def gold_wholes(gold: Iterable[Told]) -> dict[str, str]:
    """Gold event -> the gold event it is part of."""
    found = ((one, _PART.search(one.line)) for one in gold)
    return {one.id: f"{one.id.split()[0]} {match[1]}" for one, match in found if match}


def above(wholes: Mapping[str, str], one: str) -> Iterator[str]:
    """What an event is part of, by however many steps; ends where an id comes twice."""
    seen = set()
    while one in wholes and wholes[one] not in seen:
        one = wholes[one]
        seen.add(one)
        yield one


def broken(wholes: Mapping[str, str], entries: Iterable[str]) -> int:
    """How many entries are part of one that there is not, or of themselves."""
    known = set(entries)
    return sum(whole not in known or part in above(wholes, part) for part, whole in wholes.items())


def meanings(
    gold: Iterable[Told], entries: Iterable[tuple[Told, Sequence[Told]]]
) -> dict[str, Set[str]]:
    """The gold events that each entry may tell."""
    by_sentence = defaultdict(list)
    for each in gold:
        for sentence in each.told:
            by_sentence[sentence].append(each)
    return {
        entry.id: {each.id for part in parts for fits in tells(part, by_sentence) for each in fits}
        for entry, parts in entries
    }


def figures(
    gold: Sequence[Told],
    placed: Placed,
    wholes: Mapping[str, str],
    means: Mapping[str, Set[str]],
    misses: bool,
) -> dict[str, float]:
    """The figures of entries placed, where `wholes` has each entry's whole."""
    home = {entry.id: gold_id for gold_id, told in placed.found.items() for entry in told}
    fullest = {gold_id: told[0] for gold_id, told in placed.found.items()}
    wanted = gold_wholes(gold)
    pairs = {a: b for a, b in wanted.items() if a in fullest and b in fullest}
    made = {a: wholes[e.id] for a, e in fullest.items() if e.id in wholes}
    right = {a for a, b in made.items() if a in wanted and wanted[a] == home.get(b)}
    several = [
        a
        for a, b in made.items()
        if a in right or any(wanted.get(one) in means[b] for one in means[fullest[a].id])
    ]
    if misses:
        lines = {e.id: e.line for told in placed.found.values() for e in told}
        lines |= {e.id: e.line for e in placed.others} | {one.id: one.line for one in gold}
        for a in sorted((made.keys() | pairs.keys()) - right):
            b = made.get(a, "")
            print(f"{a}: in {home.get(b, b) or None}, gold {wanted.get(a)}\n   {lines[a]}")
            print(f"   {fullest[a].line}\n   found in {lines.get(b)}")
    return {
        "pairs": len(pairs),
        "made": len(made),
        "right": len(right),
        "precision": len(right) / max(1, len(made)),
        "precision, of several": len(several) / max(1, len(made)),
        "recall": len(right & pairs.keys()) / max(1, len(pairs)),
    }


def related(happenings: Iterable[Happening], parties: Parties, misses: bool) -> dict[str, float]:
    """The figures on the gold events themselves."""
    wanted, made = {}, {}
    for happening in happenings:
        gold = list(gold_events(happening, parties))
        actors = {actor.id: actor for actor in gold_actors(happening, parties)}
        context = Context(coverage_id=happening.name, rank={}, origins=[], actors=actors)
        events = [gold_event(happening, match) for match in happening.events]
        wanted |= gold_wholes(gold)
        made |= {e.id: e.part_of for e in relate(context, events) if e.part_of}
        if misses:
            for one in gold:
                if made.get(one.id) != wanted.get(one.id):
                    print(f"GOLD {one.id}: in {made.get(one.id)}\n   {one.line}")
    right = sum(wanted.get(a) == b for a, b in made.items())
    return {
        "gold pairs": len(wanted),
        "gold precision": right / max(1, len(made)),
        "gold recall": right / max(1, len(wanted)),
    }


def sides(match: re.Match[str]) -> list[list[str]]:
    """The parties of a gold line, as worded, by side; what both did has one side."""
    found = [[part for part in (s or "").strip().split(" + ") if part] for s in match.group(5, 6)]
    joint = match[0][match.end(5)] == "=" or match[2] == "CONSULT"
    return [found[0] + found[1], []] if joint else found


def gold_actors(happening: Happening, parties: Parties) -> Iterator[Actor]:
    """The parties of a happening as actors, by their words."""
    for match in happening.events:
        for part in (one for side in sides(match) for one in side):
            kind, party = part.partition(":")[0], parties.gold(part)
            iso3 = party if re.fullmatch(r"[A-Z]{3}", party) else None
            named = {"person": "person", "state": "state"}.get(kind, "organisation")
            yield Actor(id=part, name=part.rpartition(":")[2], kind=named, iso3=iso3)  # type: ignore[arg-type]


def gold_event(happening: Happening, match: re.Match[str]) -> Event:
    """A gold line as a merged event."""
    kind, (actors, recipients) = cast(EventType, match[2]), sides(match)
    cited = [(f"{happening.name}-{one[0]}", int(one[1:]) - 1) for one in match[9].split()]
    return Event(
        id=f"{happening.name} {match[1]}",
        type=kind,
        mode=match[3],
        quad=quad(kind),
        intensity=0.0,
        actors=tuple(actors),
        recipients=tuple(recipients),
        modality=cast(Modality, match[4]),
        confidence=1.0,
        rule="gold",
        report_ids=tuple(dict.fromkeys(name for name, _ in cited)),
        date=None
        if match[7] == "-"
        else EventDate(value=match[7], precision=_PRECISION[len(match[7])], stated=True),
        place=gold_place(match[0]),
        attributed_to=None if match[8] == "-" else match[8],
        evidence=tuple(
            Evidence(report_id=name, span=Span(start=at, end=at + len(words)), quote=words)
            for name, number in cited
            for words in [happening.sentences[name][number]]
            for at in [happening.pages[name].index(words)]
        ),
    )


def gold_place(line: str) -> Place | None:
    """The place of a gold line, where the gazetteer first has one of this name."""
    name = line.split(" | ")[3]
    if name == "-":
        return None
    row = next(iter(look_up(name)), None)
    if row is None:
        return Place(name=name, country=None)
    return Place(name=name, country=row.iso3, lat=row.lat, lon=row.lon)


def measure(half: str, *, misses: bool) -> dict[str, float]:
    """The figures of a half."""
    happenings = read_happenings(half)
    with tempfile.TemporaryDirectory() as folder:
        for name, text in (item for each in happenings for item in each.pages.items()):
            (Path(folder) / f"{name}.txt").write_text(text, encoding="utf-8")
        with reading(Path(folder).glob("*.txt"), happenings) as reader:
            entries = reader.entries()
            events = list(reader.view.events())
    gold = [event for each in happenings for event in gold_events(each, reader.parties)]
    wholes = {event.id: event.part_of for event in events if event.part_of}
    means = meanings(gold, entries)
    shown = related(happenings, reader.parties, misses)
    return (
        figures(gold, place(gold, entries), wholes, means, misses)
        | {
            "entries part of another": len(wholes),
            "broken trees": broken(wholes, (event.id for event in events)),
            "disputed entries": sum(bool(event.disputed) for event in events),
        }
        | shown
    )


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--half", choices=("seen", "unseen"), default="seen")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    if options.misses and options.half == "unseen":
        parser.error("the unseen half is for its totals alone")
    for name, value in measure(options.half, misses=options.misses).items():
        print(f"{name:28} {value if isinstance(value, int) else format(value, '.3f')}")
    print(f"{time.process_time():.0f} CPU-seconds")


if __name__ == "__main__":
    main()
