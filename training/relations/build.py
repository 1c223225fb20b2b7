"""Examples of what sentences tell of pairs of states: `build.py --out FILE.jsonl [TEXT ...]`.

Runs in the project's own environment, since the project's code finds the states of a sentence and
the pairs that are asked about. Each TEXT (all of `text/` if none is given) holds reports with the
changes they tell, in the format of `README.md`. Prints how many changes no asked pair holds.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.append(str(HERE.parents[1] / "benchmarks"))
from coding import read  # noqa: E402 - the project's benchmarks, beside this folder's parent
from standing_gold import GoldChange, GoldReport, reports_in  # noqa: E402

from communique.extract.extract import who_and_where  # noqa: E402
from communique.extract.standing_pairs import Sighted, sighted  # noqa: E402
from communique.models.relations.labels import CHANGES, LEVELS, STATUSES  # noqa: E402
from communique.models.relations.pieces import Pieces, pieces_of  # noqa: E402
from communique.vocab.holders import bundled  # noqa: E402


def examples(report: GoldReport, count: Counter[str]) -> Iterator[dict[str, Any]]:
    """An example for every pair that is asked about, what is told of it in place."""
    held: set[GoldChange] = set()
    for each in read(report.page, report.name):
        for seen in sighted(who_and_where(each, bundled(), attributed=False).context):
            told = [one for one in report.changes if one.quote in seen.sentence.text]
            for pair in seen.pairs:
                mine = [one for one in told if one.dyad == pair]
                held.update(mine)
                yield _example(report.name, seen, pair, mine)
    count["changes"] += len(report.changes)
    count["held"] += len(held)


def _example(
    name: str, seen: Sighted, pair: tuple[str, str], told: Sequence[GoldChange]
) -> dict[str, Any]:
    pieces = pieces_of(seen.before, seen.sentence, pair, seen.worded_of(pair))
    return {
        "report": name,
        "ids": pieces.ids,
        "first": pieces.first,
        "told": [_told(seen.sentence.text, pieces, pair, one) for one in told],
    }


def _told(text: str, pieces: Pieces, pair: tuple[str, str], one: GoldChange) -> dict[str, Any]:
    start = text.index(one.quote)
    doer = 0 if one.by is None else 1 + pair.index(one.by)
    edges = {
        LEVELS.index(name): _places(pieces, *_found(text, level, start))
        for name, level in (("before", one.before), ("after", one.after))
        if level and level in text
    }
    return {
        "change": CHANGES.index(one.kind),  # type: ignore[arg-type]
        "status": STATUSES.index(one.status),  # type: ignore[arg-type]
        "doer": doer,
        "words": _places(pieces, start, start + len(one.quote)),
        "levels": edges,
    }


def _found(text: str, level: str, start: int) -> tuple[int, int]:
    at = text.find(level, start)
    at = at if at >= 0 else text.index(level)
    return at, at + len(level)


def _places(pieces: Pieces, start: int, end: int) -> list[int]:
    """Which of the sentence's pieces stand in `start:end` of it."""
    return [at for at, span in enumerate(pieces.spans) if span.start < end and start < span.end]


def main() -> None:
    """Write the examples."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("texts", type=Path, nargs="*")
    options = parser.parse_args()
    count: Counter[str] = Counter()
    with options.out.open("w", encoding="utf-8") as out:
        for path in options.texts or sorted((HERE / "text").glob("*.txt")):
            for report in reports_in(path):
                for example in examples(report, count):
                    count["examples"] += 1
                    count["telling"] += bool(example["told"])
                    out.write(json.dumps(example) + "\n")
    print(dict(count))


if __name__ == "__main__":
    main()
