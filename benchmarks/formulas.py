"""Measure formulas on tests/gold/formulas: `formulas.py [--half seen|unseen] [--pages] [--misses]`.

With `--pages` the made reports and the demo's pages are read as any page is, and the formulas of
the dyads asked of the register; without, the utterances are given as planted. `--speed N` times one
dyad of N reports instead.

Prints JSON: how many phrases are planted and listed, precision (listed phrases that are planted
ones), recall (planted phrases listed), the recall of their uses, and seconds for finding them.
A listed phrase is a planted one where each holds three fifths of the other's words.
"""

import argparse
import json
import random
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from formulas_gold import Carrier, Planted, carriers, distractors, pages, planted

from communique.demo import PAGES
from communique.export.formulas import formulas_on
from communique.formulas.find import find_formulas
from communique.formulas.words import words
from communique.register import Register
from communique.service import add
from communique.types.formula import Formula, Utterance
from communique.types.text import Passage, Span

SHARE = 0.6


def utterances(half: str, *, bare: bool = False) -> Iterator[Utterance]:
    """What is said in the made reports of a half; if `bare`, less all that is planted."""
    for number, carrier in enumerate(carriers(half)):
        if bare:
            lines = tuple(line for line in carrier.lines if not line.planted)
            carrier = replace(carrier, lines=lines)
        yield from _said(carrier, f"rp-{number}")


def _said(carrier: Carrier, report_id: str) -> Iterator[Utterance]:
    start = 0
    for line in carrier.lines:
        span = Span(start=start, end=start + len(line.words))
        states = carrier.dyad if line.state == "both" else (line.state,)
        yield Utterance(
            passage=Passage(span=span, text=line.words),
            report_id=report_id,
            coverage_id=f"cv-{carrier.coverage}",
            day=carrier.day,
            kind="joint_statement" if line.state == "both" else "statement",
            actor_ids=() if line.state == "both" else (f"ac-{line.speaker}",),
            states=states,
            dyad=carrier.dyad,
        )
        start = span.end + 1


def same(phrase: str, wording: str) -> bool:
    """Whether two phrases are one: each holds enough of the other's words."""
    one, other = ({word.fold for word in words(text)} for text in (phrase, wording))
    return len(one & other) >= SHARE * max(len(one), len(other))


def matched(formula: Formula, known: list[Planted]) -> Planted | None:
    """The planted phrase that a listed one is."""
    return next(
        (each for each in known for text in each.wordings if same(formula.text, text)), None
    )


def main() -> None:
    """Print the figures, and what is missed or listed wrongly if asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=("seen", "unseen"), default="seen")
    parser.add_argument("--pages", action="store_true")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--speed", type=int)
    options = parser.parse_args()
    if options.speed:
        print(json.dumps(speed(options.speed)))
        return
    known = planted(options.half)
    began = time.process_time()
    listed = of_register(options.half) if options.pages else of_utterances(options.half)
    if options.misses:
        tell_misses(listed, known)
    print(json.dumps({"half": options.half, **figures(listed, known)}))
    print(f"{time.process_time() - began:.2f} CPU-seconds")


def figures(listed: list[Formula], known: list[Planted]) -> dict[str, float]:
    """Precision, recall, and the share of all uses that are found."""
    right = [(formula, matched(formula, known)) for formula in listed]
    found = {each.wordings for _, each in right if each}
    uses = sum(min(f.times, len(each.wordings)) for f, each in right if each)
    return {
        "planted": len(known),
        "listed": len(listed),
        "precision": round(sum(each is not None for _, each in right) / len(listed), 3),
        "recall": round(len(found) / len(known), 3),
        "uses": round(uses / sum(len(each.wordings) for each in known), 3),
    }


def tell_misses(listed: list[Formula], known: list[Planted]) -> None:
    """Print every listed phrase, marked where it is none, and what was not found."""
    for formula in listed:
        mark = "ok   " if matched(formula, known) else "WRONG"
        print(mark, formula.times, formula.weight, formula.text)
    found = {each.wordings for formula in listed if (each := matched(formula, known))}
    for each in known:
        if each.wordings not in found:
            print("MISSED", each.wordings)


def of_utterances(half: str) -> list[Formula]:
    """The formulas of each dyad, the utterances being given."""
    said = list(utterances(half))
    return [found for dyad in dyads(half) for found in on(said, dyad)]


def of_register(half: str) -> list[Formula]:
    """The formulas of each dyad of a register of the made pages and the demo's."""
    with TemporaryDirectory() as folder:
        for name, text in pages(half):
            (Path(folder) / name).write_text(text, encoding="utf-8")
        with Register.in_memory() as register:
            add(register, [folder, str(PAGES)])
            with register.read() as view:
                return [each for pair in dyads(half) for each in formulas_on(view, *pair).formulas]


def dyads(half: str) -> list[tuple[str, str]]:
    """The dyads on which something is planted."""
    return sorted({each.dyad for each in planted(half)})


def speed(reports: int) -> dict[str, float]:
    """CPU-seconds for one dyad whose reports use every planted wording by turns."""
    made = [each for half in ("seen", "unseen") for each in carriers(half)]
    other = distractors(random.Random(0))
    said = []
    for number in range(reports):
        carrier = made[number % len(made)]
        lines = [
            line if line.planted or not line.cue else replace(line, words=next(other))
            for line in carrier.lines
        ]
        day = (date(2015, 1, 1) + timedelta(days=number)).isoformat()
        turned = replace(carrier, coverage=number, day=day, dyad=("CHN", "KAZ"), lines=tuple(lines))
        said += _said(turned, f"rp-{number}")
    began = time.process_time()
    found = find_formulas(said, (), ("CHN", "KAZ"))
    seconds = time.process_time() - began
    return {"reports": reports, "said": len(said), "listed": len(found), "seconds": seconds}


def on(said: list[Utterance], dyad: tuple[str, str]) -> tuple[Formula, ...]:
    """The formulas of a dyad, what is said elsewhere being the background."""
    own = [each for each in said if each.dyad == dyad]
    return find_formulas(own, [each for each in said if each.dyad != dyad], dyad)


if __name__ == "__main__":
    main()
