"""Find who said what in plain articles: `attribution.py --data DIR --out PRED.json`.

DIR holds a folder `text` with an article a file. PRED is one JSON object, article (file name
without .txt) to a list of {"source", "cue", "content"}, each a list of [start, end] in code points,
end exclusive. What goes on with a statement is part of it there; statements reported within others
are left out, as such sets mark none. `--speech` keeps words said or written and leaves beliefs,
intentions and findings; `--rules` leaves the tagger out. `--speed` prints what the stage costs on
one thread instead.
"""

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from plain import plain_report

from communique.extract.cast import cast_of
from communique.extract.extract import context_of
from communique.extract.statements import find_statements
from communique.models.attribution import attribution_model
from communique.types.record import Statement
from communique.types.text import Passage
from communique.vocab.holders import bundled

SAMPLE = 40
"""Articles that are timed."""
Row = dict[str, list[list[int]]]


def spans(passages: Iterable[Passage | None]) -> list[list[int]]:
    """Where passages stand."""
    return [[passage.span.start, passage.span.end] for passage in passages if passage]


def attributions(statements: Iterable[Statement], *, speech: bool) -> list[Row]:
    """Statements as attributions: those of one act of speech joined."""
    found: dict[str, Row] = {}
    for each in sorted(statements, key=lambda statement: statement.continues is not None):
        if each.within or (speech and each.kind not in ("say", "show")):
            continue
        if each.continues:
            if each.continues in found:
                found[each.continues]["content"] += spans(each.content)
            continue
        found[each.id] = {
            "source": spans((each.source,)),
            "cue": spans((each.cue,)),
            "content": spans(each.content),
        }
    return list(found.values())


def main() -> None:
    """Write the predictions."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--speech", action="store_true")
    parser.add_argument("--rules", action="store_true")
    parser.add_argument("--speed", action="store_true")
    options = parser.parse_args()
    found = {}
    for path in sorted((options.data / "text").glob("*.txt")):
        report = plain_report(path.stem, path.read_bytes().decode("utf-8"))
        context = context_of(report, cast_of(report, bundled()), attributed=not options.rules)
        found[path.stem] = attributions(context.statements, speech=options.speech)
    options.out.write_text(json.dumps(found), encoding="utf-8")
    if options.speed:
        print(speed(sorted((options.data / "text").glob("*.txt"))[:SAMPLE]))


def speed(paths: Sequence[Path]) -> dict[str, float]:
    """Reports of 400 words a CPU-second: parties marked, rules alone, rules and tagger."""
    model = attribution_model()
    spent, words = Counter[str](), 0
    for path in paths:
        report = plain_report(path.stem, path.read_bytes().decode("utf-8"))
        words += sum(len(paragraph.text.split()) for paragraph in report.paragraphs)
        began = time.process_time()
        context = context_of(report, cast_of(report, bundled()), attributed=False)
        marked = time.process_time()
        find_statements(report, [context.units])
        ruled = time.process_time()
        find_statements(report, [context.units], model.attributions(report.paragraphs))
        tagged = time.process_time()
        spent["rules"] += ruled - marked
        spent["parties"] += 2 * marked - began - ruled  # the rules run there too
        spent["rules and tagger"] += tagged - ruled
    return {name: round(words / 400 / seconds, 1) for name, seconds in spent.items()}


if __name__ == "__main__":
    main()
