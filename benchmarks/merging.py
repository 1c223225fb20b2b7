"""Measure grouping and merging on gold happenings: `merging.py [--half seen|unseen] [--misses]`.

Every version of the happenings of tests/gold/happenings becomes a text page; all pages of a half
are added to one fresh register, and its coverages and merged events ("entries") are compared with
the happenings and their gold events. The pages of the demonstration are a register of their own.

An entry is made of found events, each of one report. A found event tells the gold events of the
sentences it cites that have its type, or else its quad class, and share a party with it; of
several those whose parties are most like its own. An entry goes to that of these gold events that
is most like it, one not yet taken first; one with none is "other".

- duplicate: a further entry of the same type and modality for a gold event, with a party in the
  same role; among others, one of the same coverage, type, parties and modality.
- told again: a further entry for a gold event whatever its type and modality (duplicates too).
- wrong merge: an entry two of whose found events tell gold events of one type that differ in
  parties or day, so that no gold event could be meant by both.
- of two gold events: the same whatever the gold events differ in (wrong merges too).
- carriers: of a gold event's versions, those that its fullest entry has, and all its entries.

`--misses` prints duplicates and wrong merges of the half and the demo, with what keeps them apart.
"""

import argparse
import operator
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from happenings import (
    Happening,
    Names,
    Parties,
    Sentence,
    Told,
    by_state,
    gold_events,
    read_happenings,
)

from communique import demo
from communique.register import Register, View
from communique.service import add
from communique.types.record import Event
from communique.types.text import Span
from communique.vocab.plover import quad


class Reader:
    """Events of a register as they are compared."""

    def __init__(self, view: View, happenings: Sequence[Happening]) -> None:
        self.view = view
        self.reports = list(view.reports())
        self.names = {r.id: Path(view.names(r.page_id)[0]).stem for r in self.reports}
        self.found = [event for r in self.reports for event in view.folded_findings(r.id).events]
        self.actors = {a.id: a for r in self.reports for a in view.findings(r.id).actors}
        self.actors |= {actor.id: actor for actor in view.actors()}
        self.parties = Parties(happenings, self.actors.values())
        texts = {name: s for happening in happenings for name, s in happening.sentences.items()}
        self.spans = {
            report.id: _spans(view.page(report.page_id).text, texts.get(self.names[report.id], ()))
            for report in self.reports
        }

    def told(self, event: Event) -> Told:
        """An event of the register."""
        sides = [[self.actors[a] for a in side] for side in (event.actors, event.recipients)]
        persons = [a for side in sides for a in side if a.kind == "person"]
        sayer = self.actors.get(event.attributed_to or "")
        party = self.parties.found
        names = [" + ".join(sorted(a.name for a in side)) for side in sides]
        day = event.date.value if event.date else None
        return Told(
            id=event.id,
            type=event.type,
            mode=event.mode,
            modality=event.modality,
            sides=(frozenset(map(party, sides[0])), frozenset(map(party, sides[1]))),
            persons=by_state((party(a), a.name) for a in persons),
            day=day,
            sayer=party(sayer) if sayer else None,
            told=frozenset(
                (self.names[piece.report_id], number)
                for piece in event.evidence
                for number, span in enumerate(self.spans[piece.report_id])
                if span.overlaps(piece.span)
            ),
            versions=frozenset(self.names[r] for r in event.report_ids),
            coverage=event.coverage_id or "",
            line=f"{event.type}/{event.mode} {event.modality} {names[0]} > {names[1]} | {day} | "
            f"{sayer.name if sayer else '-'} | {event.rule} | "
            + " ".join(
                f"{self.names[p.report_id]}: {p.quote!r}"
                for p in event.evidence
                if len(p.quote) > 40
            ),
        )

    def entries(self) -> list[tuple[Told, list[Told]]]:
        """Every merged event with the found events it is made of."""
        by_words = defaultdict(list)
        for event in self.found:
            by_words[(event.report_ids[0], event.type, event.modality)].append(event)
        made = []
        for entry in self.view.events():
            words, actors = set(entry.evidence), {*entry.actors, *entry.recipients}
            here = [
                event
                for report in entry.report_ids
                for event in by_words[(report, entry.type, entry.modality)]
                if words.issuperset(event.evidence)
            ]
            close = [e for e in here if actors.issuperset(e.actors + e.recipients)]
            made.append((self.told(entry), [self.told(event) for event in close or here]))
        return made


def _spans(text: str, sentences: Sequence[str]) -> list[Span]:
    """Where the sentences of a version stand on its page."""
    spans, at = [], 0
    for sentence in sentences:
        at = text.index(sentence, at)
        spans.append(Span(start=at, end=at + len(sentence)))
        at += len(sentence)
    return spans


def share(a: Names, b: Names) -> float:
    """The share of all members that both have."""
    return len(a & b) / len(a | b) if a | b else 0.0


def days_agree(a: str | None, b: str | None) -> bool:
    """Whether two partial dates, or ranges, can be one."""
    if not a or not b:
        return True
    ends = [(each.partition("/")[0], each.rpartition("/")[2]) for each in (a, b)]
    (a, after), (b, behind) = ends
    return a[: len(behind)] <= behind[: len(a)] and b[: len(after)] <= after[: len(b)]


def persons_differ(a: Told, b: Told) -> bool:
    """Whether both name persons of a state, and none in common."""
    return any(not a.persons[s] & b.persons[s] for s in a.persons.keys() & b.persons.keys())


def differ(a: Told, b: Told) -> bool:
    """Whether two gold events differ in parties or day."""
    return a.parties != b.parties or persons_differ(a, b) or not days_agree(a.day, b.day)


def alike(a: Told, gold: Told) -> tuple[float, ...]:
    """How like a gold event an event is; the first things count first."""
    ours, theirs = (frozenset().union(*each.persons.values()) for each in (a, gold))
    same = (a.modality == gold.modality, a.sayer == gold.sayer, a.mode == gold.mode)
    return (
        a.type == gold.type,
        share(a.parties, gold.parties),
        share(ours, theirs),
        *same,
        days_agree(a.day, gold.day),
    )


def tells(found: Told, gold: Mapping[Sentence, Sequence[Told]]) -> Iterator[list[Told]]:
    """For each sentence a found event cites, the gold events of it that may be meant, if any."""
    for sentence in sorted(found.told):
        fits = [
            each
            for each in gold.get(sentence, ())
            if quad(each.type) == quad(found.type) and each.parties & found.parties  # type: ignore[arg-type]
        ]
        best = max((alike(found, each)[:3] for each in fits), default=None)
        if fits:
            yield [each for each in fits if alike(found, each)[:3] == best]


def is_of_two(
    meant: Sequence[Sequence[Told]], apart: Callable[[Told, Told], bool] = operator.ne
) -> bool:
    """Whether two of an entry's sentences tell events of one type that are all `apart`."""
    return any(
        all(apart(x, y) for x in one for y in other)
        and any(x.type == y.type for x in one for y in other)
        for one, other in combinations(meant, 2)
    )


def assign(choices: Mapping[str, tuple[Told, Sequence[Told]]]) -> dict[str, list[Told]]:
    """Gold event -> its entries, the first with most carriers; each entry stands once."""
    ranked = sorted(
        ((entry, gold) for entry, fits in choices.values() for gold in fits),
        key=lambda pair: (alike(*pair), len(pair[0].versions), pair[0].id, pair[1].id),
        reverse=True,
    )
    home: dict[str, str] = {}
    for entry, gold in ranked:
        if entry.id not in home and gold.id not in home.values():
            home[entry.id] = gold.id
    for entry, gold in ranked:
        home.setdefault(entry.id, gold.id)
    found = defaultdict(list)
    for entry_id, gold_id in home.items():
        found[gold_id].append(choices[entry_id][0])
    for entries in found.values():
        entries.sort(key=lambda each: (-len(each.versions), each.id))
    return found


def overlap(a: Told, b: Told) -> bool:
    """Whether a party of one stands in the same role in the other."""
    if not all((*a.sides, *b.sides)) or a.type == "CONSULT":
        return bool(a.parties & b.parties)
    return any(x & y for x, y in zip(a.sides, b.sides, strict=True))


def repeats(entries: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    """Entries of one gold event that an earlier one already tells, with that one."""
    for n, entry in enumerate(entries):
        same = [
            each
            for each in entries[:n]
            if (each.type, each.modality) == (entry.type, entry.modality) and overlap(each, entry)
        ]
        if same:
            yield max(same, key=lambda each: -len(apart(each, entry))), entry


def key_of(told: Told) -> tuple[Hashable, ...]:
    """What two entries of one coverage that are no gold event's must share to be duplicates."""
    joint = told.type == "CONSULT" or not told.sides[1]
    sides = (told.parties,) if joint else told.sides
    return told.coverage, told.type, told.modality, sides


def repeated(entries: Sequence[Told], *, strict: bool) -> Iterator[tuple[Told, Told]]:
    """Entries alike in `key_of`; where `strict`, also by speaker and with dates that agree."""
    for n, entry in enumerate(entries):
        for each in entries[:n]:
            if key_of(each) == key_of(entry) and not (
                strict and (each.sayer != entry.sayer or not days_agree(each.day, entry.day))
            ):
                yield each, entry
                break


def apart(a: Told, b: Told) -> list[str]:
    """What differs between two entries that tell one event."""
    joint = a.type == "CONSULT"
    ours, theirs = ((a.parties,), (b.parties,)) if joint else (a.sides, b.sides)
    tests = {
        "coverage": a.coverage != b.coverage,
        "speaker": a.sayer != b.sayer,
        "mode": not joint and bool(a.mode and b.mode and a.mode != b.mode),
        "date": not days_agree(a.day, b.day),
        "persons": persons_differ(a, b),
        "one side unknown": any(bool(x) != bool(y) for x, y in zip(ours, theirs, strict=True)),
        "parties": any(x and y and x != y for x, y in zip(ours, theirs, strict=True)),
    }
    return [name for name, is_so in tests.items() if is_so] or ["other"]


def b_cubed(pairs: Sequence[tuple[str, str]]) -> float:
    """B-cubed F1 of (gold cluster, found cluster) of each thing (Bagga and Baldwin 1998)."""
    gold, found, both = (Counter(p[0] for p in pairs), Counter(p[1] for p in pairs), Counter(pairs))
    precision = sum(n * n / found[f] for (_, f), n in both.items()) / len(pairs)
    recall = sum(n * n / gold[g] for (g, _), n in both.items()) / len(pairs)
    return 2 * precision * recall / (precision + recall)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Where the entries of a half went: gold event's id -> its entries, the fullest first.

    `reached` are the versions of found events that tell a gold event, whatever their entry.
    """

    found: Mapping[str, Sequence[Told]]
    others: Sequence[Told]
    wrong: Sequence[tuple[Told, Sequence[Told], Sequence[Sequence[Told]]]]
    blended: int
    reached: Mapping[str, Set[str]]


def place(gold: Sequence[Told], entries: Sequence[tuple[Told, Sequence[Told]]]) -> Placed:
    """Assign entries, each with its found events, to gold events."""
    by_sentence = defaultdict(list)
    for each in gold:
        for sentence in each.told:
            by_sentence[sentence].append(each)
    choices, others, wrong, blended = {}, [], [], 0
    reached: dict[str, set[str]] = defaultdict(set)
    for entry, parts in entries:
        by_part = [(part, list(tells(part, by_sentence))) for part in parts]
        for part, each in ((part, x) for part, some in by_part for fits in some for x in fits):
            reached[each.id] |= part.versions
        meant = [fits for _, some in by_part for fits in some]
        if not meant:
            others.append(entry)
            continue
        choices[entry.id] = entry, list({x.id: x for fits in meant for x in fits}.values())
        blended += is_of_two(meant)
        if is_of_two(meant, differ):
            wrong.append((entry, parts, meant))
    return Placed(
        found=assign(choices), others=others, wrong=wrong, blended=blended, reached=reached
    )


def figures(gold: Sequence[Told], placed: Placed, count: int) -> dict[str, float]:
    """The figures of `count` entries that were placed."""
    found = placed.found
    twice = [pair for told in found.values() for pair in repeats(told)]
    twice_other = list(repeated(placed.others, strict=False))
    seen = [one for one in gold if one.id in found]
    fullest = [max(len(e.versions & one.versions) for e in found[one.id]) for one in seen]
    carriers = [len(one.versions) for one in seen]
    typed = sum(any(e.type == one.type for e in found[one.id]) for one in seen)
    return {
        "entries": count,
        "other entries": len(placed.others),
        "duplicates": (len(twice) + len(twice_other)) / count,
        "duplicates of gold events": len(twice),
        "of these from one sentence": sum(bool(a.told & b.told) for a, b in twice),
        "duplicates of other entries": len(twice_other),
        "told again": sum(len(told) - 1 for told in found.values()) / count,
        "wrong merges": len(placed.wrong) / count,
        "wrong merges counted": len(placed.wrong),
        "of two gold events": placed.blended,
        "gold events": len(gold),
        "found": len(seen) / len(gold),
        "found by type": typed / len(gold),
        "with every carrier": sum(map(int.__eq__, fullest, carriers)) / len(seen),
        "carriers in fullest entry": sum(fullest) / sum(carriers),
        "carriers in any entry": sum(len(placed.reached[o.id] & o.versions) for o in seen)
        / sum(carriers),
    }


def show(gold: Sequence[Told], placed: Placed) -> None:
    """Print duplicates and wrong merges."""
    lines = {one.id: f"{one.id.split()[0]} {one.line}" for one in gold}
    for gold_id, told in placed.found.items():
        show_pairs(f"DUPLICATE of {lines[gold_id]}", repeats(told))
    show_pairs("DUPLICATE, no gold event", repeated(placed.others, strict=False))
    for entry, parts, meant in placed.wrong:
        ids = " / ".join(sorted({" or ".join(each.id for each in some) for some in meant}))
        print(f"WRONG MERGE of {ids}\n   {entry.line}")
        for part in parts:
            print(f"     found {part.line}")


def show_pairs(title: str, pairs: Iterable[tuple[Told, Told]]) -> None:
    """Print pairs of entries that tell one event."""
    for a, b in pairs:
        where = "one sentence; " if a.told & b.told else ""
        print(f"{title}\n   apart: {where}{', '.join(apart(a, b))}\n   {a.line}\n   {b.line}")


@contextmanager
def reading(paths: Iterable[Path], happenings: Sequence[Happening] = ()) -> Iterator[Reader]:
    """A fresh register of the pages at `paths`, opened for reading."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Register.open(Path(folder) / "register.db") as register,
    ):
        add(register, sorted(map(str, paths)))
        with register.read() as view:
            yield Reader(view, happenings)


def measure(half: str, *, misses: bool) -> dict[str, float]:
    """The figures of a half."""
    happenings = read_happenings(half)
    with tempfile.TemporaryDirectory() as folder:
        for name, text in (item for h in happenings for item in h.pages.items()):
            (Path(folder) / f"{name}.txt").write_text(text, encoding="utf-8")
        with reading(Path(folder).glob("*.txt"), happenings) as reader:
            grouped = [
                (reader.names[report].partition("-")[0], home)
                for report, home in reader.view.membership().items()
            ]
            entries = reader.entries()
    gold = [event for each in happenings for event in gold_events(each, reader.parties)]
    placed = place(gold, entries)
    if misses:
        show(gold, placed)
    return {"grouping B-cubed F1": b_cubed(grouped)} | figures(gold, placed, len(entries))


def measure_demo(*, misses: bool) -> dict[str, float]:
    """The share of the demo's entries that repeat another of their coverage.

    The demo has no gold events: two promises of one day that one report tells in two sentences
    count as a duplicate, hence also the share of those that no report tells both of.
    """
    with reading([demo.PAGES]) as reader:
        entries = [entry for entry, _ in reader.entries()]
    twice = list(repeated(entries, strict=True))
    if misses:
        show_pairs("DUPLICATE in the demo", twice)
    elsewhere = sum(a.versions.isdisjoint(b.versions) for a, b in twice)
    return {
        "demo entries": len(entries),
        "demo duplicates": len(twice) / len(entries),
        "demo, of several reports": elsewhere / len(entries),
    }


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
    shown = measure(options.half, misses=options.misses) | measure_demo(misses=options.misses)
    for name, value in shown.items():
        print(f"{name:28} {value if isinstance(value, int) else format(value, '.3f')}")
    print(f"{time.process_time():.0f} CPU-seconds")


if __name__ == "__main__":
    main()
