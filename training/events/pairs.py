"""Pairs that the coder is asked about in whole reports: `pairs.py --out P.jsonl`.

The reports are those of `training/statements/text`. A line is a sentence and the places of who may
act and whom it may befall, null for none; the sentence alone has two.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from communique.extract import coded, extract
from communique.models.coding import Coding, MarkedPair, Parties
from communique.pipeline.reading import reports_of
from communique.read import RawPage, to_page
from communique.types.text import Page, Span

STATEMENTS = Path(__file__).resolve().parents[1] / "statements"
sys.path.append(str(STATEMENTS))
Line = tuple[str, list[int] | None, list[int] | None]


def place(span: Span | None) -> list[int] | None:
    """A span as it is written."""
    return [span.start, span.end] if span else None


def asked(texts: Sequence[tuple[str, str]]) -> list[str]:
    """What the coder is asked about in reports given as name and text, each once, in order."""
    found: dict[str, None] = {}
    code, parties = coded.code, coded.parties

    def noting(pairs: Sequence[MarkedPair]) -> tuple[Coding, ...]:
        for pair in pairs:
            line: Line = (pair.sentence, place(pair.actor), place(pair.recipient))
            found[json.dumps(line)] = None
        return code(pairs)

    def noting_alone(sentences: Sequence[str]) -> tuple[Parties, ...]:
        found.update(dict.fromkeys(json.dumps((each, None, None)) for each in sentences))
        return parties(sentences)

    coded.code, coded.parties = noting, noting_alone
    for name, text in texts:
        page = to_page(RawPage(name=f"{name}.txt", data=text.encode("utf-8")))
        reports = reports_of(page) if isinstance(page, Page) else ()
        for report in reports if isinstance(reports, tuple) else ():
            extract(report)
    return list(found)


def main() -> None:
    """Read the reports, write the pairs."""
    from corpus import read_corpus

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    lines = asked([(each.id, each.text) for each in read_corpus(STATEMENTS / "text")])
    options.out.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main()
