"""Measure extraction on pages with gold: `extraction.py [--gold DIR] [--pages DIR] [--misses]`.

Runs the standard way of one page (read, clean, split, extract) on every page that has a gold file
and prints JSON: for statements the share of gold ones found with their speaker, and of those the
share with the right manner; for meetings, relations and instruments found, right and wanted, with
the share of right dates and places. A report is matched to its gold by its place on the page.
`--misses` lists what was not found.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from communique.extract.identity import known_person
from communique.pipeline.reading import read_raw
from communique.read import RawPage
from communique.types.record import Findings, Statement
from communique.vocab.tables import fold

ROOT = Path(__file__).resolve().parents[1]


def folded(words: str) -> str:
    """`words` with runs of white space as one space."""
    return " ".join(words.split())


def read_all(gold: Path, pages: Path) -> Iterator[tuple[str, dict[str, Any], Findings]]:
    """Each gold report that the pipeline found, with its findings."""
    for path in sorted(gold.glob("*.json")):
        held = json.loads(path.read_text(encoding="utf-8"))
        if "page" not in held:
            continue
        data = (pages / held["page"]).read_bytes()
        reading = read_raw(RawPage(name=held["page"], data=data, address=None))
        for wanted, findings in zip(held["reports"], reading.findings, strict=False):
            yield path.stem, wanted, findings


def usual(name: str) -> str:
    """The usual form of a name where the table of holders has it, folded: an actor has that one."""
    known = known_person(name, None, None)
    return fold(known.name if known else name)


def names(findings: Findings, ids: tuple[str, ...]) -> list[str]:
    """The names of actors by their ids, folded."""
    known = {actor.id: actor.name for actor in findings.actors}
    return [fold(known[i]) for i in ids if i in known]


def spoken_by(findings: Findings, statement: Statement, speaker: str | None) -> bool:
    """Whether the statement's source is `speaker`, by the actor's name or in the page's words."""
    if speaker is None:
        return not statement.actor_ids
    words = folded(statement.source.text).lower() if statement.source else ""
    return usual(speaker) in names(findings, statement.actor_ids) or speaker.lower() in words


def score_statements(
    wanted: dict[str, Any], findings: Findings, tally: Counter[str]
) -> Iterator[str]:
    """Count statements; yield the misses."""
    for row in wanted.get("statements", ()):
        tally["statements wanted"] += 1
        holding = [
            statement
            for statement in findings.statements
            if row["contains"] in folded(" ".join(piece.text for piece in statement.content))
        ]
        tally["statements located"] += bool(holding)
        right = [s for s in holding if spoken_by(findings, s, row["speaker"])]
        tally["statements right"] += bool(right)
        tally["statements right manner"] += any(s.manner == row["manner"] for s in right)
        if not right:
            yield f"statement by {row['speaker']}: {row['contains']}"


def score_meeting(wanted: dict[str, Any], findings: Findings, tally: Counter[str]) -> Iterator[str]:
    """Count meetings; yield the misses."""
    found = [e for e in findings.events if e.type == "CONSULT" and e.modality == "actual"]
    tally["meetings found"] += len(found)
    row = wanted.get("meeting")
    if not row:
        return
    tally["meetings wanted"] += 1
    event = next(
        (
            event
            for event in found
            if set(map(usual, row["actors"]))
            <= set(names(findings, event.actors + event.recipients))
        ),
        None,
    )
    if event is None:
        yield f"meeting of {', '.join(row['actors'])}"
        return
    tally["meetings right"] += 1
    place, date = event.place and event.place.name, event.date and event.date.value
    tally["meetings right place"] += place == (row.get("place") or {}).get("name")
    tally["meetings right date"] += date == row.get("date")


def score_relations(
    wanted: dict[str, Any], findings: Findings, tally: Counter[str]
) -> Iterator[str]:
    """Count changes of relations, those that are the news and those recalled; yield the misses."""
    for key, recalled in (("relations", False), ("relations_historical", True)):
        found = [r for r in findings.relations if (r.modality == "historical") == recalled]
        tally[f"{key} found"] += len(found)
        for row in wanted.get(key, ()):
            tally[f"{key} wanted"] += 1
            same = [
                change
                for change in found
                if list(change.dyad) == row["dyad"]
                and change.change == row["change"]
                and (change.level_after or "").lower() == (row["level_after"] or "").lower()
            ]
            tally[f"{key} right"] += bool(same)
            tally[f"{key} right date"] += any(change.date == row["date"] for change in same)
            if not same:
                yield f"{key}: {row['change']} {row['dyad']} {row['level_after'] or ''}"


def score_instruments(
    wanted: dict[str, Any], findings: Findings, tally: Counter[str]
) -> Iterator[str]:
    """Count instruments; yield the misses."""
    tally["instruments found"] += len(findings.instruments)
    for row in wanted.get("instruments", ()):
        tally["instruments wanted"] += 1
        same = [
            instrument
            for instrument in findings.instruments
            if instrument.kind == row["kind"] and sorted(instrument.parties) == row["parties"]
        ]
        tally["instruments right"] += bool(same)
        tally["instruments right title"] += any(i.title == row["title"] for i in same)
        acts = [(act["act"], act["date"]) for act in row["acts"]]
        tally["instruments right acts"] += any(
            [(act.act, act.date) for act in i.acts] == acts for i in same
        )
        if not same:
            yield f"instrument: {row['kind']} {row['parties']}"


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, default=ROOT / "tests/gold")
    parser.add_argument("--pages", type=Path, default=ROOT / "src/communique/demo/pages")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    tally: Counter[str] = Counter()
    for name, wanted, findings in read_all(options.gold, options.pages):
        tally["reports"] += 1
        for score in (score_statements, score_meeting, score_relations, score_instruments):
            for miss in score(wanted, findings, tally):
                if options.misses:
                    print(f"{name}: {miss}")
    print(json.dumps(dict(sorted(tally.items())), indent=1))


if __name__ == "__main__":
    main()
