"""Bodies, titles and publication dates of article pages, as predictions for a scorer.

    benchmarks/cleaning.py --data ../shared/data/cleaning/gold.jsonl --out PRED.jsonl [--text]
    ../shared/bench/score.py cleaning ../shared/data/cleaning/gold.jsonl PRED.jsonl

`--data` is the gold file or its folder; a row names its page (gzipped HTML). With `--text` the tags
are thrown away first, by resiliparse's plain-text rendering of the whole page, and the page is
read as scraped text. `--peer` writes what trafilatura alone gives (favor_precision, default or
recall), to be scored beside it. A page's body is that of its longest report, subheadings included.
"""

import argparse
import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from resiliparse.extract.html2text import extract_plain_text
from trafilatura import bare_extraction

from communique.errors import Fault
from communique.pipeline.reading import reports_of
from communique.read import open_sources, read_bytes
from communique.read.archives import RawPage
from communique.types.text import Passage, Report


def body_of(report: Report) -> str:
    """Paragraphs and subheadings in the order of the page."""
    parts: list[Passage] = list(report.paragraphs)
    parts += [f.passage for f in report.furniture if f.label == "subheading"]
    if parts and report.paragraphs:
        first, last = report.paragraphs[0].span, report.paragraphs[-1].span
        parts = [p for p in parts if first.start <= p.span.start <= last.end]
    return "\n".join(p.text for p in sorted(parts, key=lambda p: p.span))


def predict(identity: str, data: bytes, *, text: bool) -> dict[str, str | None]:
    """The prediction for one page."""
    if text:
        html = data.decode("utf-8", "replace")
        words = extract_plain_text(html, main_content=False, list_bullets=False, alt_texts=False)
        page = read_bytes(words.encode(), f"{identity}.txt")
    else:
        page = read_bytes(data, f"{identity}.html")
    reports = page if isinstance(page, Fault) else reports_of(page)
    if isinstance(reports, Fault):
        return {"id": identity, "body": "", "title": None, "published": None}
    report = max(reports, key=lambda r: len(r.body))
    return {
        "id": identity,
        "body": body_of(report),
        "title": report.headline.text if report.headline else None,
        "published": report.published.value if report.published else None,
    }


def peer(identity: str, data: bytes, mode: str) -> dict[str, str | None]:
    """What trafilatura alone says of the page."""
    options = {"precision": {"favor_precision": True}, "recall": {"favor_recall": True}}
    found = bare_extraction(data, include_comments=False, **options.get(mode, {}))
    fields = {"body": "text", "title": "title", "published": "date"}
    return {"id": identity} | {key: getattr(found, name, None) for key, name in fields.items()}


def pages(gold: Path) -> Iterator[tuple[str, bytes]]:
    """(id, HTML bytes) of each row."""
    for line in gold.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        for raw in open_sources([str(gold.parent / row["page"])]):
            if isinstance(raw, RawPage):
                yield str(row["id"]), raw.data
            else:
                print(raw.message, file=sys.stderr)


def main() -> None:
    """Write one JSON line a page and print the pace."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--text", action="store_true")
    parser.add_argument("--peer", choices=("precision", "default", "recall"))
    args = parser.parse_args()
    gold = args.data / "gold.jsonl" if args.data.is_dir() else args.data
    started, count = time.process_time(), 0
    with args.out.open("w", encoding="utf-8") as out:
        for identity, data in pages(gold):
            row = (
                peer(identity, data, args.peer)
                if args.peer
                else predict(identity, data, text=args.text)
            )
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
            count += 1
    print(f"{count} pages, {count / (time.process_time() - started):.1f} a CPU-second")


if __name__ == "__main__":
    main()
