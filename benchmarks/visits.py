"""Measure visits: `visits.py [--half seen|unseen] [--misses]`.

The reports are those of tests/gold/visits, read as any page is. A visit is found where its
traveller's name, its state and its first day are those of a gold one; "without the day" asks for
the first two alone. Fields are measured on the visits so found: of single values the share that is
right among those that are filled (precision) and among those that should be (recall); of lists, of
the names in them.

Prints JSON.
"""

import argparse
import json
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from communique.pipeline.reading import read_raw
from communique.pipeline.uniting import united
from communique.read import RawPage
from communique.types.visit import Visit
from communique.visits import find_visits, join_visits

GOLD = Path(__file__).resolve().parents[1] / "tests/gold/visits"
SINGLE = ("first", "role", "from", "city", "last", "status", "occasion", "multilateral")
LISTS = ("hosts", "others")
FLAGS = ("signed", "address", "forum", "ceremony")
Plain = Mapping[str, Any]


def read_gold(half: str) -> list[dict[str, Any]]:
    """The reports of a half: id, text, and visits as tables."""
    text = (GOLD / f"{half}.toml").read_text(encoding="utf-8")
    return list(tomllib.loads(text)["report"])


def found_visits(name: str, text: str) -> list[Plain]:
    """The visits found in a report, in the fields of the gold."""
    reading = read_raw(RawPage(name=f"{name}.txt", data=text.strip().encode()))
    names = {actor.id: actor.name for one in reading.findings for actor in one.actors}
    visits: list[Visit] = []
    for report, findings in zip(reading.reports, reading.findings, strict=True):
        _, merged = united(f"cv-{report.id}", [report], [findings], {})
        visits += find_visits(merged, [report], [findings])
    return [plain(visit, names) for visit in join_visits(visits)]


def plain(visit: Visit, names: Mapping[str, str]) -> Plain:
    """A visit in the fields of the gold."""
    frames = visit.told("multilateral")
    return {
        "traveller": names[visit.traveller],
        "role": visit.rank,
        "from": visit.iso3,
        "to": visit.to,
        "city": visit.place.name if visit.place else None,
        "first": visit.first.value[:10] if visit.first else None,
        "last": visit.last.value[:10] if visit.last else None,
        "status": visit.status,
        "occasion": visit.occasion,
        "multilateral": frames[0] if frames else None,
        "hosts": [names[met.actor_id] for met in visit.met if met.part == "host"],
        "others": [names[met.actor_id] for met in visit.met if met.part == "other"],
        **{flag: bool(visit.told(flag)) for flag in FLAGS},  # type: ignore[arg-type]
    }


def pairs(gold: Sequence[Plain], found: Sequence[Plain]) -> Iterator[tuple[Plain, Plain]]:
    """Visits of one traveller to one state, each once; those of the same first day first."""
    left = list(found)
    for one in gold:
        alike = [each for each in left if all(each[k] == one[k] for k in ("traveller", "to"))]
        if alike:
            best = max(alike, key=lambda each: each["first"] == one.get("first"))
            left.remove(best)
            yield one, best


def figures(half: str, *, misses: bool = False) -> dict[str, Any]:
    """Precision and recall of visits and of each field."""
    count = Counter[str]()
    for report in read_gold(half):
        gold, found = report.get("visit", []), found_visits(report["id"], report["text"])
        paired = list(pairs(gold, found))
        count["gold"] += len(gold)
        count["found"] += len(found)
        count["without"] += len(paired)
        count["right"] += sum(one.get("first") == other["first"] for one, other in paired)
        for one, other in paired:
            _count(count, one, other)
        if misses:
            _print(report["id"], gold, found, paired)
    shown: dict[str, Any] = {"gold": count["gold"], "found": count["found"]}
    for name, key in (("visits", "right"), ("without the day", "without")):
        shown[name] = _pr(count[key], count["found"], count["gold"])
    for name in (*SINGLE, *LISTS, *FLAGS):
        shown[name] = _pr(*(count[f"{name} {side}"] for side in ("right", "found", "gold")))
    return shown


def _pr(right: int, found: int, gold: int) -> dict[str, float | int]:
    return {
        "precision": round(right / max(1, found), 3),
        "recall": round(right / max(1, gold), 3),
        "gold": gold,
    }


def _count(count: Counter[str], gold: Plain, found: Plain) -> None:
    for name in (*SINGLE, *FLAGS):
        wanted, got = gold.get(name), found[name]
        count[f"{name} gold"] += bool(wanted)
        count[f"{name} found"] += bool(got)
        count[f"{name} right"] += bool(wanted) and wanted == got
    for name in LISTS:
        wanted, got = set(gold.get(name, ())), set(found[name])
        count[f"{name} gold"] += len(wanted)
        count[f"{name} found"] += len(got)
        count[f"{name} right"] += len(wanted & got)


def _print(
    name: str,
    gold: Sequence[Plain],
    found: Sequence[Plain],
    paired: Sequence[tuple[Plain, Plain]],
) -> None:
    print("==", name)
    for one in gold:
        if not any(one is each for each, _ in paired):
            print("  missed", one["traveller"], one["to"], one.get("first"))
    for other in found:
        if not any(other is each for _, each in paired):
            print("  wrong ", {key: value for key, value in other.items() if value})
    for one, other in paired:
        for field in (*SINGLE, *LISTS, *FLAGS):
            wanted, got = one.get(field), other[field]
            if (wanted or None) != (got or None):
                print(f"  {one['traveller']} {one['to']} {field}: {wanted} not {got}")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=("seen", "unseen"), default="seen")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    print(json.dumps(figures(options.half, misses=options.misses), indent=1))


if __name__ == "__main__":
    main()
