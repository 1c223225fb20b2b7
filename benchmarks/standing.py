"""Measure changes of relations: `standing.py [--half NAME] [--misses] [--speed]`.

The reports are those of tests/gold/standing. A change is found where its kind, its two states and
its status (done, announced, planned, denied, recalled) are those of a gold one, each gold one once.
Of those found: the share whose levels before and after are the gold's words (case and article set
aside), whose date, effective date and lone doer are right. `--speed` times the stage alone, on one
thread.
"""

import argparse
import re
import time
from collections import Counter
from collections.abc import Iterator, Sequence

from coding import read
from standing_gold import GoldChange, read_standing

from communique.extract.extract import who_and_where
from communique.extract.meetings import find_meetings
from communique.extract.relations import find_relations
from communique.types.standing import RelationChange
from communique.vocab.holders import bundled

DEVELOPED, UNSEEN = ("seen", "seen2", "episodes"), ("unseen", "unseen2")
_NEWS = ("done", "announced")
Pair = tuple[GoldChange, RelationChange]


def found_changes(page: str, name: str) -> list[RelationChange]:
    """The changes found in a gold page."""
    contexts = [who_and_where(report, bundled()).context for report in read(page, name)]
    return [
        change
        for context in contexts
        for change in find_relations(context, find_meetings(context), ())
    ]


def _key(change: GoldChange | RelationChange) -> tuple[str, tuple[str, str], str]:
    kind = change.kind if isinstance(change, GoldChange) else change.change
    return kind, change.dyad, change.status


def pairs(gold: Sequence[GoldChange], found: Sequence[RelationChange]) -> Iterator[Pair]:
    """Changes alike, each once; of several those with the levels and the date of the gold first."""
    left = list(found)
    for one in gold:
        alike = [each for each in left if _key(each) == _key(one)]
        if alike:
            best = max(alike, key=lambda each: (_levels(one, each), one.date == each.date))
            left.remove(best)
            yield one, best


def _plain(level: str | None) -> str:
    return re.sub(r"^(?:an?|the)\s+", "", (level or "").casefold().replace("’", "'"))


def _levels(gold: GoldChange, found: RelationChange) -> bool:
    return (_plain(gold.before), _plain(gold.after)) == (
        _plain(found.level_before),
        _plain(found.level_after),
    )


def figures(half: str, *, misses: bool = False) -> dict[str, float]:
    """Precision, recall and F1 of changes, over all and over the news alone; shares right."""
    count = Counter[str]()
    for report in read_standing(half):
        found = found_changes(report.page, report.name)
        paired = list(pairs(report.changes, found))
        _count(count, report.changes, found, paired)
        if misses:
            _print(report.name, report.changes, found, paired)
    shown: dict[str, float] = {}
    for part in ("all", "news"):
        right, wanted, got = (count[f"{part} {side}"] for side in ("right", "gold", "found"))
        shown[f"{part} precision"] = round(right / max(1, got), 3)
        shown[f"{part} recall"] = round(right / max(1, wanted), 3)
        shown[f"{part} F1"] = round(2 * right / max(1, got + wanted), 3)
    for name in ("levels", "date", "effective", "by"):
        shown[name] = round(count[name] / max(1, count["all right"]), 3)
    return shown


def _count(
    count: Counter[str],
    gold: Sequence[GoldChange],
    found: Sequence[RelationChange],
    paired: Sequence[Pair],
) -> None:
    for part, kept in (("all", None), ("news", _NEWS)):
        count[f"{part} gold"] += sum(kept is None or one.status in kept for one in gold)
        count[f"{part} found"] += sum(kept is None or one.status in kept for one in found)
        count[f"{part} right"] += sum(kept is None or one.status in kept for one, _ in paired)
    count["levels"] += sum(_levels(one, other) for one, other in paired)
    count["date"] += sum(one.date == other.date for one, other in paired)
    count["effective"] += sum(one.effective == other.effective for one, other in paired)
    count["by"] += sum(one.by == other.by for one, other in paired)


def _print(
    name: str,
    gold: Sequence[GoldChange],
    found: Sequence[RelationChange],
    paired: Sequence[Pair],
) -> None:
    print("==", name)
    for one in gold:
        if not any(one is each for each, _ in paired):
            print("  missed", *_key(one), one.before, one.after, one.date, repr(one.quote))
    for other in found:
        if not any(other is each for _, each in paired):
            quote = other.evidence[0].quote[:140]
            print("  wrong ", *_key(other), other.level_before, other.level_after, repr(quote))
    for one, other in paired:
        if not _levels(one, other):
            told = (one.before, one.after), (other.level_before, other.level_after)
            print("  levels", *_key(one), *told)
        for field in ("date", "effective", "by"):
            wanted, got = getattr(one, field), getattr(other, field)
            if wanted != got:
                print(f"  {field:7}", *_key(one), wanted, "not", got)


def speed(half: str) -> float:
    """Reports of 400 words a CPU-second through the stage alone."""
    reports = [one for each in read_standing(half) for one in read(each.page, each.name)]
    size = sum(len(p.text.split()) for report in reports for p in report.paragraphs) / 400
    contexts = [who_and_where(report, bundled(), attributed=False).context for report in reports]
    began = time.process_time()
    for context in contexts:
        find_relations(context, (), ())
    return size / (time.process_time() - began)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=DEVELOPED + UNSEEN, default="seen")
    parser.add_argument("--misses", action="store_true", help="of the seen half only")
    parser.add_argument("--speed", action="store_true")
    options = parser.parse_args()
    if options.misses and options.half in UNSEEN:
        parser.error("--misses is not for unseen reports")
    if options.speed:
        print(f"{speed(options.half):.0f} reports of 400 words a CPU-second")
        return
    for name, value in figures(options.half, misses=options.misses).items():
        print(f"{name:14} {value:.3f}")


if __name__ == "__main__":
    main()
