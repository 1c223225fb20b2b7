"""Place names of news articles, found and placed, as predictions for a scorer.

    benchmarks/places.py --data ../shared/data/places/lgl.xml --out PRED.jsonl
    ../shared/bench/score.py places ../shared/data/places/lgl.xml PRED.jsonl

`--data` is an LGL-shaped XML file: articles with a docid and a text. Only the text is read, never
its gold. `--half tune` or `--half unseen` takes a random half of the articles (seed 7; rules were
written on the first), and writes those articles' gold beside OUT as OUT.gold.xml. `--proper`
leaves out peoples, roads and names within names, which LGL marks and others may not. `--baseline`
writes what spaCy's recogniser alone finds (GPE and LOC), each placed at its largest bearer.
"""

import argparse
import json
import random
import time
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

from communique.extract.toponyms import find_toponyms
from communique.models.language import language_model
from communique.vocab.gazetteer import look_up

_PROPER = frozenset({"place"})


def predict(text: str, *, proper: bool) -> list[dict[str, Any]]:
    """The places of one article."""
    return [
        {"start": each.start, "end": each.end, "lat": each.lat, "lon": each.lon}
        for each in find_toponyms(text)
        if not proper or each.use in _PROPER
    ]


def baseline(text: str) -> list[dict[str, Any]]:
    """What the recogniser alone gives."""
    found = []
    for name in language_model().names(text):
        if name.label in ("GPE", "LOC"):
            rows = sorted(look_up(name.text), key=lambda row: -row.population)
            lat, lon = (rows[0].lat, rows[0].lon) if rows else (None, None)
            span = {"start": name.span.start, "end": name.span.end}
            found.append(span | {"lat": lat, "lon": lon})
    return found


def chosen(root: ET.Element, half: str | None) -> None:
    """Leave in `root` the articles of the half asked for."""
    articles = list(root.iter("article"))
    ids = [article.get("docid") for article in articles]
    random.Random(7).shuffle(ids)
    tuned = set(ids[: len(ids) // 2])
    for article in articles:
        if half and (article.get("docid") in tuned) != (half == "tune"):
            root.remove(article)


def main() -> None:
    """Write one JSON line an article and print the pace."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--half", choices=("tune", "unseen"))
    parser.add_argument("--proper", action="store_true")
    parser.add_argument("--baseline", action="store_true")
    args = parser.parse_args()
    root = ET.parse(args.data).getroot()
    chosen(root, args.half)
    if args.half:
        ET.ElementTree(root).write(f"{args.out}.gold.xml", encoding="utf-8")
    language_model().names("Loaded.")
    started, articles, words = time.process_time(), 0, 0
    with args.out.open("w", encoding="utf-8") as out:
        for article in root.iter("article"):
            text = article.findtext("text") or ""
            places = baseline(text) if args.baseline else predict(text, proper=args.proper)
            out.write(json.dumps({"id": article.get("docid"), "places": places}) + "\n")
            articles, words = articles + 1, words + len(text.split())
    spent = time.process_time() - started
    print(f"{articles} articles, {words / 400 / spent:.1f} of 400 words a CPU-second")


if __name__ == "__main__":
    main()
