"""Measure statements on tests/gold/statements: `statements.py [--half seen|unseen] [--misses]`.

The reports are read as pages. Content is compared by words; a statement is found where its content
shares half its words (Jaccard) with a gold one, and "who said what" asks that the sources share a
word too. Of those found whose speaker the gold names, the actor must be that person, state or body.
`speech` counts words said or written alone (cues of kind say), `all` beliefs, intentions and
findings too. `--confidence` prints the share right of the statements of each confidence.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from communique.extract import extract
from communique.extract.identity import known_person
from communique.pipeline.reading import reports_of
from communique.read import RawPage, to_page
from communique.types.parties import Actor
from communique.types.record import Statement
from communique.types.text import Page, Span
from communique.vocab.states import find_state
from communique.vocab.tables import fold

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "tests/gold/statements"
sys.path.append(str(ROOT / "training/statements"))
from corpus import MarkedReport, read_marked  # noqa: E402 - the marks are those of the training text

_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_WHO = re.compile(r"^@(\d+) (.+)\n?", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A statement as the places of its words, gold or found."""

    content: frozenset[int]
    source: frozenset[int]
    kind: str
    who: str = ""
    actors: tuple[Actor, ...] = ()
    confidence: float = 1.0


def gold_reports(half: str) -> Iterator[tuple[MarkedReport, list[str]]]:
    """The gold reports of a half, each with who speaks in its attributions, in their order."""
    text = (GOLD / f"{half}.txt").read_text(encoding="utf-8")
    parts = re.split(r"(?m)^(?==== )", text)[1:]
    for part in parts:
        named = {int(match[1]): match[2] for match in _WHO.finditer(part)}
        (report,) = read_marked(_WHO.sub("", part))
        yield report, [named[number] for number in sorted(named)]


def gold_acts(report: MarkedReport, named: Sequence[str]) -> list[Act]:
    """A gold report's attributions."""
    return [
        Act(
            content=places(report.text, each.content),
            source=places(report.text, each.source),
            kind=each.kind,
            who=who,
        )
        for each, who in zip(report.attributions, named, strict=True)
    ]


def found_acts(report: MarkedReport) -> list[Act]:
    """The statements found in a gold report; sentences that go on with one belong to it."""
    page = to_page(RawPage(name=f"{report.id}.txt", data=report.text.encode("utf-8")))
    assert isinstance(page, Page), page
    assert page.text == report.text, "the gold text is read as it stands"
    reports = reports_of(page)
    assert isinstance(reports, tuple), reports
    found: dict[str, list[Statement]] = {}
    actors: dict[str, Actor] = {}
    for findings in map(extract, reports):
        actors |= {actor.id: actor for actor in findings.actors}
        for each in sorted(findings.statements, key=lambda one: one.continues is not None):
            found.setdefault(each.continues or each.id, []).append(each)
    return [
        Act(
            content=places(report.text, (p.span for one in parts for p in one.content)),
            source=places(report.text, [parts[0].source.span] if parts[0].source else ()),
            kind=parts[0].kind,
            actors=tuple(actors[one] for one in parts[0].actor_ids if one in actors),
            confidence=parts[0].confidence,
        )
        for parts in found.values()
    ]


def places(text: str, spans: Iterable[Span]) -> frozenset[int]:
    """The numbers of the words that spans touch."""
    held = list(spans)
    return frozenset(
        at
        for at, word in enumerate(_WORD.finditer(text))
        if any(span.start < word.end() and word.start() < span.end for span in held)
    )


def pairs(gold: Sequence[Act], found: Sequence[Act]) -> list[tuple[Act, Act]]:
    """Gold and found statements that are one, the likest first."""
    like = sorted(
        (
            (-len(g.content & f.content) / len(g.content | f.content), i, j)
            for i, g in enumerate(gold)
            for j, f in enumerate(found)
            if g.content & f.content
        ),
    )
    one, other, paired = set[int](), set[int](), []
    for score, i, j in like:
        if score <= -0.5 and i not in one and j not in other:
            one.add(i)
            other.add(j)
            paired.append((gold[i], found[j]))
    return paired


def is_named(who: str, actors: Sequence[Actor]) -> bool:
    """Whether actors are those of the gold: "person:A + person:B", "state:KAZ", "body:-:NATO"."""
    wanted = who.split(" + ")
    return len(wanted) == len(actors) and all(
        any(_is(one, actor) for actor in actors) for one in wanted
    )


def _is(wanted: str, actor: Actor) -> bool:
    kind, _, name = wanted.partition(":")
    if kind == "state":
        return actor.iso3 == name and actor.kind in ("state", "office")
    if kind == "person":
        known = known_person(name, actor.iso3, None)
        forms = {fold(name), fold(known.name) if known else ""}
        office = re.search(r" of (?:the )?(.+)$", name)
        state = find_state(office[1]) if office else None
        return fold(actor.name) in forms or (state is not None and actor.iso3 == state.iso3)
    iso3, _, body = name.partition(":")
    if iso3 != "-":
        return actor.iso3 == iso3 and actor.kind != "person"
    return actor.kind != "person" and (fold(body) in fold(actor.name) or actor.iso3 is None)


KINDS = ("say", "view", "will", "show")


def figures(half: str, kinds: Sequence[str] = KINDS, *, misses: bool = False) -> dict[str, float]:
    """F1 of content words and of who said what, and the share of speakers' actors right.

    With `misses` each speaker that is wrong is printed.
    """
    count = Counter[str]()
    for report, named in gold_reports(half):
        gold = [act for act in gold_acts(report, named) if act.kind in kinds]
        found = [act for act in found_acts(report) if act.kind in kinds]
        said = frozenset[int]().union(*(act.content for act in gold))
        heard = frozenset[int]().union(*(act.content for act in found))
        both = pairs(gold, found)
        count["words"] += len(said) + len(heard)
        count["words right"] += 2 * len(said & heard)
        count["acts"] += len(gold) + len(found)
        count["acts right"] += 2 * sum(is_same_source(g, f) for g, f in both)
        speakers = [(g, f) for g, f in both if g.who != "none"]
        count["speakers"] += len(speakers)
        count["speakers right"] += sum(is_named(g.who, f.actors) for g, f in speakers)
        for g, f in speakers if misses else ():
            if not is_named(g.who, f.actors):
                print_miss(report, g, f)
    return {
        "content_words": round(count["words right"] / count["words"], 3),
        "who_said_what": round(count["acts right"] / count["acts"], 3),
        "speaker's actor": round(count["speakers right"] / count["speakers"], 3),
    }


def is_same_source(gold: Act, found: Act) -> bool:
    """Whether two statements share a word of their sources, or neither has one."""
    return bool(gold.source & found.source) or not (gold.source or found.source)


BINS = ((0.0, 0.6), (0.6, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 0.98), (0.98, 1.01))


def by_confidence(half: str) -> Iterator[tuple[str, int, float]]:
    """For each span of confidence: how many statements have it, and the share right of them."""
    judged: list[tuple[float, bool]] = []
    for report, named in gold_reports(half):
        found = found_acts(report)
        right = {id(f) for g, f in pairs(gold_acts(report, named), found) if is_same_source(g, f)}
        judged += [(act.confidence, id(act) in right) for act in found]
    for low, high in BINS:
        held = [right for confidence, right in judged if low <= confidence < high]
        if held:
            yield f"{low:.2f}-{min(high, 1):.2f}", len(held), sum(held) / len(held)


def print_miss(report: MarkedReport, gold: Act, found: Act) -> None:
    """Print a speaker that is wrong: who it is, the words for it, whom they were taken for."""
    words = _WORD.findall(report.text)
    source, content = (
        " ".join(words[at] for at in sorted(part)[:9]) for part in (gold.source, gold.content)
    )
    actors = [f"{each.kind} {each.name}" for each in found.actors]
    print(f"{report.id}: {gold.who} in {source!r} is {actors} ({content} ...)")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=("seen", "unseen"), default="seen")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--confidence", action="store_true")
    options = parser.parse_args()
    print("all", figures(options.half, misses=options.misses))
    for span, size, share in by_confidence(options.half) if options.confidence else ():
        print(f"confidence {span}: {size} statements, {share:.2f} right")
    print("speech", figures(options.half, ("say",)))


if __name__ == "__main__":
    main()
