"""Check the marks of `text/`: names attributions that lack a cue or a content, and counts.

python check.py [FILE ...]
"""

import sys
from collections import Counter
from pathlib import Path

from corpus import read_marked

HERE = Path(__file__).resolve().parent


def main() -> int:
    """Print faults and counts; 1 where there is a fault."""
    paths = [Path(name) for name in sys.argv[1:]] or sorted((HERE / "text").glob("*.txt"))
    faults, words, kinds, reports, seen = 0, 0, Counter[str](), Counter[str](), set[str]()
    for report in (each for path in paths for each in read_marked(path.read_text("utf-8"))):
        if report.id in seen:
            faults += 1
            print(f"{report.id}: two reports have this id")
        seen.add(report.id)
        words += len(report.text.split())
        reports[report.kind] += 1
        for each in report.attributions:
            kinds[each.kind] += 1
            if not each.cue or not each.content:
                faults += 1
                place = (each.source + each.cue + each.content)[0]
                words_there = report.text[place.start : place.start + 60]
                print(f"{report.id}: no {'content' if each.cue else 'cue'} near {words_there!r}")
    print(
        f"{reports.total()} reports, {words} words, {kinds.total()} attributions, {faults} faults"
    )
    print(f"reports: {dict(reports.most_common())}; cues: {dict(kinds.most_common())}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
