"""Group many made-up reports whose happenings are known: `scale.py [--reports 100000 ...]`.

With `--placing` 32 of so many such reports come last, the rest standing in a register in their own
coverages: prints the seconds that placing the 32 takes, and apart from it reading who is where,
which alone grows with the register.

Each happening has two persons with made-up names, a place, a subject and a day within two years;
its wire is carried as it is, cut, edited, or told anew by one to thirty reports. Prints for each
number of reports the seconds, the memory at its highest, and how well the groups fit (B-cubed F1).
"""

import argparse
import random
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from plain import plain_report

from communique.group import group
from communique.register import MACHINE, Register, coverage_of
from communique.register.judging import judgement
from communique.service import place
from communique.types.ids import content_id
from communique.types.text import Page, Report, Stamp
from communique.vocab.states import states

SYLLABLES = "ba ko ri ma te lu san dor vel kin ash mir gol tan ber zu pha len os war".split()
DEEDS = (
    "signed a memorandum on {t}",
    "discussed {t} and regional security",
    "agreed to expand {t}",
    "failed to agree on {t}",
    "opened a joint commission on {t}",
    "praised progress in {t}",
    "called for faster work on {t}",
    "set up a working group for {t}",
)
SUBJECTS = (
    "grain exports,railway links,visa rules,gas transit,fisheries,border posts,student exchanges,"
    "water sharing,air routes,customs checks,vaccine supplies,mine clearance,satellite data,"
    "extradition,labour migration,tourism,forestry,cyber defence,port fees,cotton trade"
).split(",")
VERBS = "said noted stressed added told reporters explained recalled pointed out".split()
STOCK = (
    "the talks were held in a constructive mood",
    "both sides attach weight to mutual respect",
    "further rounds would follow before the end of the year",
    "experts from both ministries took part",
    "the two countries have had relations for decades",
    "trade between them has grown of late",
    "the delegation also visited a factory and a school",
    "a joint text would be published later",
    "the guest thanked the host for a warm welcome",
    "the region needed stability above all",
)
LONGEST = 30
MORE = 32
"""Reports that come last."""


def name(dice: random.Random) -> str:
    """A made-up surname."""
    return "".join(dice.choice(SYLLABLES) for _ in range(3)).capitalize()


def happening(dice: random.Random) -> tuple[str, list[str]]:
    """Its day, and what is said of it, a sentence each."""
    one, two = dice.sample([state.name for state in states()], 2)
    host, guest, place = name(dice), name(dice), name(dice)
    subject = dice.choice(SUBJECTS)
    day = date(2024, 1, 1) + timedelta(days=dice.randrange(730))
    told = [
        f"{one}'s foreign minister {host} met {guest} of {two} in {place} on {day:%A}.",
        f"{host} and {guest} {dice.choice(DEEDS).format(t=subject)}.",
    ]
    for speaker in dice.sample([host, guest, host, guest, host, guest], 5):
        figure = f"some {dice.randrange(20, 900)} million dollars in {dice.choice(SUBJECTS)}"
        told.append(f"{speaker} {dice.choice(VERBS)} that {dice.choice(STOCK)}, with {figure}.")
    return day.isoformat(), told


def version(told: list[str], dice: random.Random) -> str:
    """A carrier's text: the wire, the wire cut, the wire edited, or told in another order."""
    kind = dice.random()
    if kind < 0.3:
        return "\n".join(told)
    if kind < 0.5:
        return "\n".join(told[: dice.randrange(3, len(told))])
    kept = [told[0], *dice.sample(told[1:], dice.randrange(3, len(told)))]
    if kind < 0.8:
        return "\n".join(
            " ".join(word for word in line.split(" ") if dice.random() > 0.1) for line in kept
        )
    extra = [f"Observers say {dice.choice(STOCK)}.", f"In {name(dice)}, {dice.choice(STOCK)}."]
    return "\n".join([*kept, *extra])


def reports(size: int) -> Iterator[tuple[int, Report]]:
    """So many reports, each with the number of its happening."""
    dice, made, number = random.Random(11), 0, 0
    while made < size:
        day, told = happening(dice)
        for _ in range(min(size - made, min(LONGEST, 1 + int(dice.expovariate(0.35))))):
            stamp = Stamp(value=day, stated=True)
            report = plain_report(f"rp-{made:07}", version(told, dice))
            yield number, replace(report, published=stamp)
            made += 1
        number += 1


def fit(gold: list[int], found: list[str]) -> float:
    """B-cubed F1."""
    cells, rows, columns = Counter(zip(gold, found, strict=True)), Counter(gold), Counter(found)
    precision = sum(n * n / columns[b] for (_, b), n in cells.items()) / len(gold)
    recall = sum(n * n / rows[a] for (a, _), n in cells.items()) / len(gold)
    return 2 * precision * recall / (precision + recall)


def measure(size: int) -> None:
    """Group so many reports and print the figures."""
    gold: list[int] = []

    def stream() -> Iterator[Report]:
        for number, report in reports(size):
            gold.append(number)
            yield report

    started = time.process_time()
    for _ in reports(size):
        pass
    making, started, wall = time.process_time() - started, time.process_time(), time.monotonic()
    decisions = group(stream())
    spent, wall = time.process_time() - started - making, time.monotonic() - wall
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    b3 = fit(gold, [decision.coverage_id for decision in decisions])
    print(
        f"{size} reports: {spent:.0f} CPU-s without making them ({1000 * spent / size:.2f} ms a "
        f"report), {wall:.0f} s, {memory:.2f} GiB, B-cubed F1 {b3:.3f}",
        flush=True,
    )


def measure_placing(size: int) -> None:
    """Place the last of `size` reports in a register of the others and print the seconds."""
    made = [(home, replace(each, id=content_id("rp", each.id))) for home, each in reports(size)]
    dice = random.Random(5)
    ones = {each.id for _, each in dice.sample(made, MORE)}
    founders: dict[int, str] = {}
    with Register.in_memory() as register:
        run = register.begin_run("benchmark", {})
        with register.write(run) as writer:
            for _, each in made:
                writer.add_page(_page(each), "1", reports=[each])
        with register.write(run) as writer:
            told = [(home, each.id) for home, each in made if each.id not in ones]
            writer.judge(
                judgement(
                    "same_happening", one, coverage_of(founders.setdefault(home, one)), MACHINE, ""
                )
                for home, one in told
            )
        with register.write(run) as writer:
            started = time.process_time()
            held = writer.view.members()
            looked = time.process_time() - started
            place(writer)
            spent = time.process_time() - started - looked
            homes = writer.view.membership()
    wrong = sum(
        homes[each.id] != coverage_of(founders.get(home, each.id))
        for home, each in made
        if each.id in ones
    )
    print(
        f"{MORE} more in a register of {size} reports, {len(held)} coverages: {spent:.2f} CPU-s to "
        f"place them, {wrong} wrongly; {looked:.2f} s to read who is where",
        flush=True,
    )


def _page(report: Report) -> Page:
    """A page of one report, with next to no text."""
    return Page(
        id=content_id("pg", report.id),
        name=report.id,
        address=None,
        media="text",
        encoding="utf-8",
        sha256=report.id,
        text="",
        blocks=(),
    )


def main() -> None:
    """Measure each size in a process of its own, so that memory is its own too."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--placing", action="store_true")
    options = parser.parse_args()
    if len(options.reports) == 1:
        (measure_placing if options.placing else measure)(options.reports[0])
        return
    more = ["--placing"] if options.placing else []
    for size in options.reports:
        subprocess.run([sys.executable, __file__, *more, "--reports", str(size)], check=True)


if __name__ == "__main__":
    main()
