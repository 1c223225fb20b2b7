"""Measure positions and commitments on tests/gold/positions: `positions.py [--half H] [--misses]`.

Each item is read as a page with its date as a stamp. A position found is right where its holder (a
state, or a body by its folded name), its stance and its object are those of a gold one. Objects are
alike where the normal forms are, or where at least half of the content words (of the longer) are
those of the gold's words or normal form and the states are the same: every state of the gold's
normal form is among those found, and each found one is named in the gold's words or normal form.
The holder counts in neither, since it is compared by itself. `--half all` asks both halves.
"""

import argparse
import re
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from coding import read

from communique.extract import extract
from communique.pipeline.reading import reports_of
from communique.read import RawPage, to_page
from communique.types.parties import Actor
from communique.types.record import Findings
from communique.types.standing import Position
from communique.types.text import Page, Report, Span
from communique.vocab.organisations import find_organisation
from communique.vocab.states import find_state, place
from communique.vocab.tables import fold

GOLD = Path(__file__).resolve().parents[1] / "tests/gold/positions"
SEEN = ("seen", "seen2", "seen3")
"""What may be looked into."""
HALVES = (*SEEN, "unseen")
_LINE = re.compile(
    r"(?P<kind>position|commitment) \| holder (?P<holder>[^|]+?) \| "
    r'object "(?P<object>[^"]+)" = (?P<normal>[^|]+?) \| stance (?P<stance>[^|]+?) \| '
    r"(?:strength|until) (?P<extra>[^|]+?) \| addressee (?P<addressee>[^|]+?) \| .*"
)
_STATE = re.compile(r"\b[A-Z]{3}\b")
_STOP = frozenset("a an the of to in on for and with by from at its their his her over any".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """A gold line; `extra` is the strength of a position, the end of a commitment ("-": none)."""

    kind: str
    holder: str
    object: str
    normal: str
    stance: str
    extra: str
    addressee: str
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A mini-report with its day and what is taken in it."""

    id: str
    day: str
    text: str
    lines: tuple[Gold, ...]


def items(half: str) -> Iterator[Item]:
    """The gold items of a half. ValueError: a line is no position."""
    text = (GOLD / f"{half}.txt").read_text(encoding="utf-8")
    for part in re.split(r"(?m)^=== ", text)[1:]:
        opening, *lines = part.splitlines()
        name, day = opening.split(" | ")
        told = [line[4:].strip() for line in lines if line.startswith("--- ")]
        yield Item(
            id=name.strip(),
            day=day.strip(),
            text="\n".join(line for line in lines if not line.startswith("--- ")).strip(),
            lines=tuple(_gold(line) for line in told if line != "none"),
        )


def _gold(line: str) -> Gold:
    match = _LINE.fullmatch(line)
    if match is None:
        raise ValueError(f"no position: {line!r}")
    return Gold(line=line, **match.groupdict())


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A position found, with its report's actors and the states named within spans of it."""

    position: Position
    actors: dict[str, Actor]
    findings: Findings

    def named_in(self, span: Span) -> set[str]:
        """The states that the reading found in the words at `span`."""
        spans = [(m.passage.span, m.iso3) for m in self.findings.mentions]
        spans += [(p.passage.span, p.place.country) for p in self.findings.places]
        return {iso3 for where, iso3 in spans if iso3 and where.overlaps(span)}


def reports_in(item: Item) -> tuple[Report, ...]:
    """The reports of an item: a text page with a stamp, or HTML where it has a headline.

    A headline alone is closed with a full stop: a page without a sentence is no report.
    """
    first, _, rest = item.text.partition("\n\n")
    closed = first[-1] in '.”"'
    if closed or not rest:
        stop = "" if closed else "."
        return read(f"Published: {item.day}\n\n{item.text}{stop}\n", item.id)
    head = f"<title>{escape(first)}</title>"
    stamp = f'<meta property="article:published_time" content="{item.day}">'
    body = f"<article><h1>{escape(first)}</h1><p>{escape(rest)}</p></article>"
    text = f"<html><head>{head}{stamp}</head><body>{body}</body></html>"
    page = to_page(RawPage(name=f"{item.id}.html", data=text.encode("utf-8")))
    assert isinstance(page, Page), page
    reports = reports_of(page)
    assert isinstance(reports, tuple), reports
    return reports


def found_in(item: Item) -> list[Found]:
    """What is found in an item."""
    found: list[Found] = []
    for report in reports_in(item):
        findings = extract(report)
        actors = {actor.id: actor for actor in findings.actors}
        found += [Found(position=p, actors=actors, findings=findings) for p in findings.positions]
    return found


def same_party(gold: str, iso3: str | None, names: Sequence[str]) -> bool:
    """Whether a gold party is the state `iso3`, or a body of one of `names`."""
    if not gold.startswith("body:"):
        return gold == iso3
    listed = find_organisation(gold[5:])
    wanted = {fold(gold[5:]), *(map(fold, listed.surfaces) if listed else ())}
    for name in names:
        other = find_organisation(name)
        told = {fold(name), *(map(fold, other.surfaces) if other else ())}
        if wanted & told or any(one in two.split(" of ") for one in wanted for two in told):
            return True
    return False


def holder_right(gold: Gold, found: Found) -> bool:
    """Whether the holder is the gold's."""
    p = found.position
    names = [p.holder, *(found.actors[one].name for one in p.holder_ids if one in found.actors)]
    return same_party(gold.holder, p.iso3, names)


def addressee_right(gold: Gold, found: Found) -> bool:
    """Whether the addressee is the gold's."""
    to = found.position.addressee
    if gold.addressee == "-" or to is None:
        return (gold.addressee == "-") == (to is None)
    actor = found.actors.get(to)
    return same_party(gold.addressee, to, [actor.name if actor else to])


def words_of(text: str) -> set[str]:
    """The content words, folded, without a plural's s."""
    return {w.removesuffix("s") for w in fold(_STATE.sub(" ", text)).split() if w not in _STOP}


def object_right(gold: Gold, found: Found) -> bool:
    """Whether the object is the gold's."""
    p = found.position
    if fold(p.about) == fold(gold.normal):
        return True
    if not any(
        len(mine & theirs) * 2 >= max(len(mine), len(theirs), 1)
        for mine in (words_of(p.object.text), words_of(p.about))
        for theirs in (words_of(gold.object), words_of(gold.normal))
    ):
        return False
    holder = {gold.holder, p.iso3 or ""}
    wanted = set(_STATE.findall(gold.normal)) - holder
    told = set(p.states) - holder
    named = found.named_in(p.object.span) | {
        row.iso3
        for name in re.findall(r"[A-Z]\w+(?: [A-Z]\w+)*", f"{gold.object} {gold.normal}")
        if (row := find_state(name) or place(name))
    }
    return wanted <= told and told - wanted <= (named | wanted)


def right(gold: Gold, found: Found) -> tuple[bool, bool, bool]:
    """Whether holder, object and stance are right."""
    return (
        holder_right(gold, found),
        object_right(gold, found),
        gold.stance == found.position.stance,
    )


def pairs(gold: Sequence[Gold], found: Sequence[Found]) -> list[tuple[Gold, Found]]:
    """Gold and found lines that are one, the likest first; those that share nothing are none."""
    scored = sorted(
        ((-sum(right(g, f)), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)),
    )
    one, other, paired = set[int](), set[int](), []
    for score, i, j in scored:
        if score <= -2 and i not in one and j not in other:
            one.add(i)
            other.add(j)
            paired.append((gold[i], found[j]))
    return paired


def figures(half: str, *, misses: bool = False) -> dict[str, float]:
    """Shares right; see the module's head. `misses` prints what is missed and what is wrong."""
    count = Counter[str]()
    for item in items(half):
        found = found_in(item)
        paired = pairs(item.lines, found)
        whole = [(g, f) for g, f in paired if all(right(g, f))]
        count["items"] += 1
        count["items right"] += len(whole) == len(item.lines) == len(found)
        count["gold"] += len(item.lines)
        count["found"] += len(found)
        count["right"] += len(whole)
        count["none"] += not item.lines
        count["false on none"] += 0 if item.lines else len(found)
        for field, judged in zip(("holder", "object", "stance"), _fields(item, found), strict=True):
            count[field] += judged
        _count_whole(count, whole)
        if misses and not len(whole) == len(item.lines) == len(found):
            _print(item, found, whole)
    return {
        "items right": _share(count["items right"], count["items"]),
        "precision": _share(count["right"], count["found"]),
        "recall": _share(count["right"], count["gold"]),
        "F1": _share(2 * count["right"], count["found"] + count["gold"]),
        **{field: _share(count[field], count["gold"]) for field in ("holder", "object", "stance")},
        "strength": _share(count["strength right"], count["strength"]),
        "until": _share(count["until right"], count["until"]),
        "addressee": _share(count["addressee"], count["right"]),
        "gold lines": count["gold"],
        "found lines": count["found"],
        "false on none": count["false on none"],
    }


def _fields(item: Item, found: Sequence[Found]) -> tuple[int, int, int]:
    """How many gold lines have their holder, object, stance right in the one they go with."""
    judged = [right(g, f) for g, f in pairs(item.lines, found)]
    return sum(h for h, _, _ in judged), sum(o for _, o, _ in judged), sum(s for _, _, s in judged)


def _count_whole(count: Counter[str], whole: Sequence[tuple[Gold, Found]]) -> None:
    for g, f in whole:
        count["addressee"] += addressee_right(g, f)
        if g.kind == "position":
            count["strength"] += 1
            count["strength right"] += g.extra == f.position.strength
        else:
            count["until"] += 1
            count["until right"] += g.extra == (f.position.until or "-")


def _share(some: int, every: int) -> float:
    return round(some / max(1, every), 3)


def _print(item: Item, found: Sequence[Found], whole: Sequence[tuple[Gold, Found]]) -> None:
    print("==", item.id, item.text)
    for g in item.lines:
        if not any(g is one for one, _ in whole):
            near = next((right(g, f) for one, f in pairs(item.lines, found) if one is g), None)
            print("  missed", "" if near is None else "HOS"[near.index(False)], g.line)
    for f in found:
        if not any(f is other for _, other in whole):
            p = f.position
            print(
                f"  wrong  {p.kind} | {p.iso3 or p.holder} | {p.object.text!r} = {p.about} "
                f"{p.states} | {p.stance} | {p.strength} {p.until} | {p.cue.text!r}"
            )


def speed() -> float:
    """CPU-seconds to extract 100 reports of the seen half, models loaded."""
    reports = [report for item in items("seen") for report in reports_in(item)]
    extract(reports[0])
    began = time.process_time()
    for report in reports:
        extract(report)
    return 100 * (time.process_time() - began) / len(reports)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=HALVES, default="seen")
    parser.add_argument("--misses", action="store_true", help="of the seen halves alone")
    parser.add_argument("--speed", action="store_true")
    options = parser.parse_args()
    if options.speed:
        print(f"{speed():.2f} CPU-seconds per 100 reports")
        return
    for name, value in figures(
        options.half, misses=options.misses and options.half in SEEN
    ).items():
        print(f"{name:15} {value:g}")


if __name__ == "__main__":
    main()
