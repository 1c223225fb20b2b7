"""Measure the events of whole reports: `coding.py [--half seen|unseen] [--misses] [--speed]`.

The reports are those of tests/gold/statements, their events those of tests/gold/events. An event
is found where type and parties are those of a gold one: parties by state, or by name where they
have none; joint events by all who take part. `--speed` times the trained coder's stage, and the
whole reading of a report, on one thread. `quad` asks for the quad class instead of the type,
`pair` for the parties alone. Of those found, the share whose modality and whose sayer are right.
"""

import argparse
import re
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from statements import gold_reports

from communique.extract import extract
from communique.extract.coded import coded_events
from communique.extract.extract import who_and_where
from communique.pipeline.reading import reports_of
from communique.read import RawPage, to_page
from communique.types.parties import Actor
from communique.types.record import Findings
from communique.types.text import Page, Report
from communique.vocab.holders import bundled
from communique.vocab.organisations import find_organisation
from communique.vocab.plover import quad
from communique.vocab.tables import fold

GOLD = Path(__file__).resolve().parents[1] / "tests/gold/events"
_LINE = re.compile(
    r"(?P<one>[^|]+?) (?P<sign>[>=]) (?P<other>[^|]+?) \| "
    r"(?P<type>[A-Z]+)(?:/(?P<mode>[\w-]+))? \| "
    r"(?P<modality>\w+) \| (?P<sayer>[^|]+) \| .*"
)
Side = frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An event as it is compared; sides are states or folded names, joint events have one."""

    type: str
    sides: tuple[Side, ...]
    modality: str
    sayer: str
    line: str

    def keys(self) -> dict[str, tuple[object, ...]]:
        """What must be alike, by the name of the figure."""
        return {
            "type": (self.type, self.sides),
            "quad": (quad(self.type), self.sides),
            "pair": (frozenset().union(*self.sides),),
        }


def gold_events(half: str) -> dict[str, list[Told]]:
    """The gold events of a half, by the report's id. ValueError: no event."""
    found: dict[str, list[Told]] = {}
    report = ""
    for line in (GOLD / f"{half}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("=== "):
            report = line[4:].strip()
            found[report] = []
        elif line.strip():
            match = _LINE.fullmatch(line)
            if match is None:
                raise ValueError(f"no event: {line!r}")
            one, other = _side(match["one"]), _side(match["other"])
            joint = match["sign"] == "=" or match["type"] == "CONSULT"
            sayer = "" if match["sayer"].strip() == "-" else next(iter(_side(match["sayer"])))
            found[report].append(
                Told(
                    type=match["type"],
                    sides=(one | other,) if joint else (one, other),
                    modality=match["modality"],
                    sayer=sayer,
                    line=line,
                )
            )
    return found


def _side(words: str) -> Side:
    return frozenset(_party(part) for part in words.split(" + "))


def _party(words: str) -> str:
    """A gold party's state, or its folded name; persons are compared by name with their state."""
    kind, _, name = words.strip().partition(":")
    if kind == "body":
        iso3, _, name = name.partition(":")
        listed = find_organisation(name)
        return iso3 if iso3 != "-" else fold(listed.name if listed else name)
    return name if kind == "state" else fold(name)


def read(text: str, name: str) -> tuple[Report, ...]:
    """A gold text as the reports of a page."""
    page = to_page(RawPage(name=f"{name}.txt", data=text.encode("utf-8")))
    assert isinstance(page, Page), page
    reports = reports_of(page)
    assert isinstance(reports, tuple), reports
    return reports


def found_events(every: Sequence[Findings]) -> Iterator[Told]:
    """The events found in a gold text; persons count as their state too."""
    for findings in every:
        actors = {actor.id: actor for actor in findings.actors}
        for event in findings.events:
            one = frozenset(_named(actors[a]) for a in event.actors if a in actors)
            other = frozenset(_named(actors[a]) for a in event.recipients if a in actors)
            joint = event.type == "CONSULT" or not other
            sayer = actors.get(event.attributed_to or "")
            yield Told(
                type=event.type,
                sides=(one | other,) if joint else (one, other),
                modality=event.modality,
                sayer=_named(sayer) if sayer else "",
                line=f"{event.type} {event.mode} {event.modality} {sorted(one)} > {sorted(other)} "
                f"{event.rule} {event.confidence} by {sayer and sayer.name}: "
                f"{event.evidence[0].quote[:90]!r}",
            )


def _named(actor: Actor) -> str:
    return actor.iso3 or fold(actor.name)


def as_states(told: Told, states: dict[str, str]) -> Told:
    """A gold event with its persons as their states, where the report's reading knows them."""
    return Told(
        type=told.type,
        sides=tuple(frozenset(states.get(one, one) for one in side) for side in told.sides),
        modality=told.modality,
        sayer=states.get(told.sayer, told.sayer),
        line=told.line,
    )


def persons_of(every: Sequence[Findings]) -> dict[str, str]:
    """The states of the persons that a gold text names, by folded name."""
    return {
        fold(actor.name): actor.iso3
        for findings in every
        for actor in findings.actors
        if actor.iso3
    }


def figures(half: str, *, misses: bool = False) -> dict[str, float]:
    """Precision, recall and F1 of types, quads and pairs; shares of modality and sayer right."""
    gold, count = gold_events(half), Counter[str]()
    for report, _ in gold_reports(half):
        if report.id not in gold:
            continue
        findings = [extract(each) for each in read(report.text, report.id)]
        states = persons_of(findings)
        wanted = [as_states(each, states) for each in gold[report.id]]
        found = list(dict.fromkeys(found_events(findings)))
        for name in ("type", "quad", "pair"):
            paired = list(_pairs(wanted, found, name))
            count[f"{name} right"] += len(paired)
            if name == "type":
                count["modality"] += sum(g.modality == f.modality for g, f in paired)
                count["sayer"] += sum(g.sayer == f.sayer for g, f in paired)
                if misses:
                    _print(report.id, wanted, found, paired)
        count["gold"] += len(wanted)
        count["found"] += len(found)
    shown: dict[str, float] = {}
    for name in ("type", "quad", "pair"):
        right = count[f"{name} right"]
        shown[f"{name} precision"] = round(right / count["found"], 3)
        shown[f"{name} recall"] = round(right / count["gold"], 3)
        shown[f"{name} F1"] = round(2 * right / (count["found"] + count["gold"]), 3)
    for name in ("modality", "sayer"):
        shown[name] = round(count[name] / max(1, count["type right"]), 3)
    return shown


def _pairs(gold: Sequence[Told], found: Sequence[Told], name: str) -> Iterator[tuple[Told, Told]]:
    """Events alike by `name`, each once."""
    left = list(found)
    for one in gold:
        other = next((each for each in left if each.keys()[name] == one.keys()[name]), None)
        if other:
            left.remove(other)
            yield one, other


def _print(
    report: str, gold: Sequence[Told], found: Sequence[Told], paired: Sequence[tuple[Told, Told]]
) -> None:
    print("==", report)
    for one in gold:
        if not any(one is g for g, _ in paired):
            print("  missed", one.line)
    for other in found:
        if not any(other is f for _, f in paired):
            print("  wrong ", other.line)


def speed(half: str) -> tuple[float, float]:
    """Reports of 400 words a CPU-second: the coder's stage alone, and the whole extraction."""
    reports = [report for each, _ in gold_reports(half) for report in read(each.text, each.id)]
    size = sum(len(p.text.split()) for report in reports for p in report.paragraphs) / 400
    table = bundled()
    contexts = [who_and_where(report, table).context for report in reports]
    list(coded_events(contexts[0]))  # the model is loaded once a process
    began = time.process_time()
    for context in contexts:
        list(coded_events(context))
    stage = time.process_time() - began
    began = time.process_time()
    for report in reports:
        extract(report)
    return size / stage, size / (time.process_time() - began)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=("seen", "unseen"), default="seen")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--speed", action="store_true")
    options = parser.parse_args()
    if options.speed:
        stage, whole = speed(options.half)
        print(f"coder {stage:.1f}, whole {whole:.1f} reports of 400 words a CPU-second")
        return
    for name, value in figures(options.half, misses=options.misses).items():
        print(f"{name:15} {value:.3f}")


if __name__ == "__main__":
    main()
