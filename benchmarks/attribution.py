"""Find who said what in plain articles: `attribution.py --data DIR --out PRED.json`.

DIR holds a folder `text` with an article a file. PRED is one JSON object, article (file name
without .txt) to a list of {"source", "cue", "content"}, each a list of [start, end] in code points,
end exclusive.
"""

import argparse
import json
from collections.abc import Iterable
from pathlib import Path

from plain import plain_report

from communique.extract import extract
from communique.types.text import Passage


def spans(passages: Iterable[Passage | None]) -> list[list[int]]:
    """Where passages stand."""
    return [[passage.span.start, passage.span.end] for passage in passages if passage]


def main() -> None:
    """Write the predictions."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    found = {
        path.stem: [
            {
                "source": spans((statement.source,)),
                "cue": spans((statement.cue,)),
                "content": spans(statement.content),
            }
            for statement in extract(
                plain_report(path.stem, path.read_bytes().decode("utf-8"))
            ).statements
        ]
        for path in sorted((options.data / "text").glob("*.txt"))
    }
    options.out.write_text(json.dumps(found), encoding="utf-8")


if __name__ == "__main__":
    main()
