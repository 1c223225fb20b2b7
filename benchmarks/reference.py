"""Measure reference on tests/gold/reference: `reference.py [--half seen|unseen] [--misses]`.

Each case names words of a report ("he", "the two leaders", "the bloc") and whom a careful reader
takes them to mean. Prints JSON by type and in all: cases that have an answer, those resolved, those
resolved to the right party or parties, and the cases without an answer that were left open.
"right" is the share right of all that were resolved, those without an answer included.
"""

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from communique.extract import extract
from communique.extract.identity import known_person
from communique.split import split_sentences
from communique.types.parties import Actor, Mention
from communique.types.record import Findings
from communique.types.text import Dateline, Passage, Report
from communique.vocab.offices import institution_name
from communique.vocab.organisations import find_organisation
from communique.vocab.states import capital_of, find_state
from communique.vocab.tables import fold

GOLD = Path(__file__).resolve().parents[1] / "tests/gold/reference"


def report_of(row: dict[str, Any]) -> Report:
    """A gold line as a report; the dateline's words open its text."""
    text: str = row["text"]
    lines = [Passage.cut(text, *m.span()) for m in re.finditer(r"[^\n]+", text)]
    given = row.get("dateline")
    opening = re.match(r".{0,60}?\s--\s|", lines[0].text) if given else None
    skip = opening.end() if opening else 0
    dateline = (
        Dateline(place=given["place"], date=given["date"], passage=lines[0].inner(0, skip))
        if given
        else None
    )
    return Report(
        id="rp-gold",
        page_id="pg-gold",
        kind=row.get("kind", "wire"),
        language="en",
        headline=None,
        byline=None,
        outlet=None,
        agency=None,
        dateline=dateline,
        published=None,
        updated=None,
        paragraphs=tuple(lines),
        sentences=tuple(
            sentence
            for at, line in enumerate(lines)
            for sentence in split_sentences(line, skip if at == 0 else 0)
        ),
    )


def place_of(text: str, words: str, nth: int) -> tuple[int, int]:
    """Where the nth occurrence of exactly these words stands."""
    found = list(re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text))
    return found[nth].span()


def mention_at(findings: Findings, start: int, end: int) -> Mention | None:
    """The mention of just these words, but for an article or a possessive before them."""
    for mention in findings.mentions:
        span = mention.passage.span
        if span.end == end and abs(span.start - start) <= 4:
            return mention
    return None


def is_meant(wanted: str, actor: Actor) -> bool:
    """Whether a gold name is this actor."""
    if re.fullmatch(r"[A-Z]{3}", wanted) and actor.kind != "igo":
        return actor.iso3 == wanted and actor.kind in ("state", "office")
    if actor.kind == "person":
        known = known_person(wanted, actor.iso3, None)
        names = {fold(wanted), fold(known.name) if known else ""}
        return fold(actor.name) in names
    named = find_organisation(wanted)
    if named:
        return named == find_organisation(actor.name)
    state = find_state(wanted.split()[0])
    rest = institution_name(" ".join(wanted.split()[1:]))
    if state and actor.kind == "office":
        return actor.iso3 == state.iso3 and rest.lower() in actor.name.lower()
    return fold(wanted) == fold(actor.name)


def verdict(case: dict[str, Any], text: str, findings: Findings) -> str:
    """How a case went: right, wrong, open (rightly left), missed (wrongly left)."""
    mention = mention_at(findings, *place_of(text, case["words"], case["nth"]))
    wanted = case["refers_to"]
    if mention and mention.rule == "the capital of the state" and mention.iso3:
        capital = capital_of(mention.iso3)
        return (
            "right"
            if capital and [fold(capital.name)] == [fold(each) for each in wanted]
            else "wrong"
        )
    if mention is None or not mention.actor_ids:
        return "missed" if wanted else "open"
    actors = {actor.id: actor for actor in findings.actors}
    meant = [actors[one] for one in mention.actor_ids if one in actors]
    same = len(meant) == len(wanted) and all(any(is_meant(w, a) for a in meant) for w in wanted)
    return "right" if same else "wrong"


def judged(half: str) -> Iterator[tuple[dict[str, Any], dict[str, Any], Findings, str]]:
    """Each case of a half with its report, the findings and how it went."""
    for line in (GOLD / f"{half}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        findings = extract(report_of(row))
        for case in row["cases"]:
            yield row, case, findings, verdict(case, row["text"], findings)


def shares(counts: Counter[str]) -> dict[str, float]:
    """The counts with the share resolved of those asked, and right of those resolved."""
    resolved = counts["right"] + counts["wrong"]
    asked = resolved + counts["missed"]
    return {
        "cases": sum(counts.values()),
        **counts,
        "resolved": round(resolved / max(1, asked), 3),
        "right of resolved": round(counts["right"] / max(1, resolved), 3),
    }


def figures(half: str) -> dict[str, dict[str, float]]:
    """The shares by type and in all ("all")."""
    tally: dict[str, Counter[str]] = defaultdict(Counter)
    for _, case, _, found in judged(half):
        for kind in (case["type"], "all"):
            tally[kind][found] += 1
    return {kind: shares(counts) for kind, counts in sorted(tally.items())}


def print_misses(half: str) -> None:
    """Print the cases that went wrong, with whom the words were taken to mean and by what rule."""
    for row, case, findings, found in judged(half):
        if found in ("wrong", "missed"):
            names = {actor.id: actor.name for actor in findings.actors}
            mention = mention_at(findings, *place_of(row["text"], case["words"], case["nth"]))
            told = [names.get(i, i) for i in mention.actor_ids] if mention else None
            rule = mention.rule if mention else None
            print(row["id"], found, repr(case["words"]), case["refers_to"], told, rule)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", default="seen")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    if options.misses:
        print_misses(options.half)
    for kind, row in figures(options.half).items():
        print(kind, json.dumps(row))


if __name__ == "__main__":
    main()
