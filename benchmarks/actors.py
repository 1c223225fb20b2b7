"""Measure who is found on tests/gold/actors: `actors.py [--half seen|unseen] [--misses] [--speed]`.

For each gold mention, the mention that covers its words (the shortest one) is compared: country,
sector, kind, and for named persons the person. A gold mention that nothing covers counts as wrong
everywhere. `--speed` times the gazetteer screen (MB a second of one core) and the whole stage
(reports of about 400 words a CPU-second) on the demo pages, and prints the resident memory.
"""

import argparse
import json
import re
import resource
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from plain import plain_report

from communique.extract import extract
from communique.extract.extract import who_and_where
from communique.extract.identity import known_person
from communique.extract.screen import names_two_parties
from communique.pipeline.reading import read_raw
from communique.read import RawPage
from communique.types.parties import Actor, Mention
from communique.types.record import Findings
from communique.vocab.holders import bundled
from communique.vocab.tables import fold

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "tests/gold/actors"
PAGES = ROOT / "src/communique/demo/pages"


def covering(findings: Findings, start: int, end: int) -> Mention | None:
    """The shortest mention that holds the words at `start:end`."""
    held = [
        mention
        for mention in findings.mentions
        if mention.passage.span.start <= start and end <= mention.passage.span.end
    ]
    return min(held, key=lambda mention: len(mention.passage.text), default=None)


def compare(row: dict[str, Any], mention: Mention | None, actor: Actor | None) -> dict[str, bool]:
    """What of a gold mention was found right."""
    if mention is None:
        return {"country": False, "sector": False} | ({"person": False} if row["person"] else {})
    found = {
        "country": row["country"] == mention.iso3,
        "sector": row["sector"] == mention.sector,
    }
    if actor:
        found["kind"] = actor.kind == row["kind"]
    if row["person"]:
        known = known_person(row["person"], row["country"], None)
        forms = {fold(row["person"]), fold(known.name) if known else ""}
        found["person"] = actor is not None and fold(actor.name) in forms
    return found


def judged(
    half: str,
) -> Iterator[tuple[dict[str, Any], dict[str, Any], Mention | None, dict[str, bool]]]:
    """Each gold mention of a half with its item, the mention found and what of it is right."""
    for line in (GOLD / f"{half}.jsonl").read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        findings = extract(plain_report("rp-gold", item["text"]))
        actors = {actor.id: actor for actor in findings.actors}
        for row in item["mentions"]:
            spans = re.finditer(rf"(?<!\w){re.escape(row['words'])}(?!\w)", item["text"])
            mention = covering(findings, *list(spans)[row["nth"]].span())
            ids = mention.actor_ids if mention else ()
            actor = actors.get(ids[0]) if len(ids) == 1 else None
            yield item, row, mention, compare(row, mention, actor)


def figures(half: str) -> dict[str, float]:
    """The share right of country, sector, kind (of those with an actor) and person (if named)."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for _, _, _, found in judged(half):
        total["mentions"] += 1
        for what, holds in found.items():
            total[what] += 1
            right[what] += holds
    shares = {what: round(right[what] / total[what], 3) for what in sorted(right)}
    return {"mentions": total["mentions"], **shares}


def print_misses(half: str) -> None:
    """Print the gold mentions of which something is wrong, with what was found."""
    for item, row, mention, found in judged(half):
        if not all(found.values()):
            seen = mention and (mention.passage.text, mention.iso3, mention.sector)
            wrong = [what for what, holds in found.items() if not holds]
            print(item["id"], row["words"], row["country"], row["sector"], wrong, seen)


def speed() -> None:
    """Print megabytes screened, and reports of 400 words read, in a second of one core."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(PAGES.iterdir()) if path.is_file()]
    names_two_parties(texts[0])
    begun = time.process_time()
    rounds = 20
    for _ in range(rounds):
        for text in texts:
            names_two_parties(text)
    size = rounds * sum(len(text.encode()) for text in texts) / 1e6
    print(f"screen: {size / (time.process_time() - begun):.1f} MB a CPU-second")
    reports = [
        report
        for path in sorted(PAGES.iterdir())
        if path.is_file()
        for report in read_raw(
            RawPage(name=path.name, data=path.read_bytes(), address=None)
        ).reports
    ]
    words = sum(len(report.body.split()) for report in reports)
    for report in reports[:5]:
        extract(report)
    stages = {
        "who, where and when, with the rules of statements": lambda report: who_and_where(
            report, bundled(), attributed=False
        ),
        "the whole extraction, with the tagger": extract,
    }
    for name, stage in stages.items():
        begun = time.process_time()
        for report in reports:
            stage(report)
        spent = time.process_time() - begun
        print(f"{name}: {words / 400 / spent:.1f} reports of 400 words a CPU-second")
    print(f"memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB resident")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", default="seen")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--speed", action="store_true")
    options = parser.parse_args()
    if options.speed:
        speed()
        return
    if options.misses:
        print_misses(options.half)
    print(json.dumps(figures(options.half)))


if __name__ == "__main__":
    main()
