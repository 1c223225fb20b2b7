"""How far two labellings of the same reports agree: `agreement.py SECOND.txt`.

SECOND.txt holds reports of `text/` marked again from their bare words. Prints F1 of content words,
of who said what (contents share half their words, sources one), and the share of like kinds.
"""

import re
import sys
from pathlib import Path

from corpus import Attribution, MarkedReport, read_corpus, read_marked

HERE = Path(__file__).resolve().parent
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
Words = frozenset[int]


def words_of(report: MarkedReport) -> list[tuple[Words, Words, Attribution]]:
    """The attributions of a report with the words of their contents and sources."""
    words = [match.span() for match in _WORD.finditer(report.text)]

    def held(spans: tuple) -> Words:
        return frozenset(
            at
            for at, (start, end) in enumerate(words)
            if any(span.start < end and start < span.end for span in spans)
        )

    return [(held(each.content), held(each.source), each) for each in report.attributions]


def main() -> None:
    """Print the agreement."""
    first = {report.id: report for report in read_corpus(HERE / "text")}
    second = [*read_marked(Path(sys.argv[1]).read_text(encoding="utf-8"))]
    both = one = other = pairs = sourced = kinds = acts = 0
    for report in second:
        before = first[report.id]
        assert before.text == report.text, report.id
        a, b = words_of(before), words_of(report)
        here = frozenset[int]().union(*(content for content, _, _ in a))
        there = frozenset[int]().union(*(content for content, _, _ in b))
        both, one, other = both + len(here & there), one + len(here), other + len(there)
        acts += len(a) + len(b)
        like = sorted(
            (-len(x[0] & y[0]) / len(x[0] | y[0]), i, j)
            for i, x in enumerate(a)
            for j, y in enumerate(b)
            if x[0] & y[0]
        )
        used: set[tuple[str, int]] = set()
        for score, i, j in like:
            if score <= -0.5 and not {("a", i), ("b", j)} & used:
                used |= {("a", i), ("b", j)}
                pairs += 1
                sourced += bool(a[i][1] & b[j][1]) or not (a[i][1] or b[j][1])
                kinds += a[i][2].kind == b[j][2].kind
    print(f"{len(second)} reports, {acts} attributions in both labellings")
    print(f"content words F1 {2 * both / (one + other):.3f}")
    print(f"who said what F1 {2 * sourced / acts:.3f}, of pairs of like kind {kinds / pairs:.3f}")


if __name__ == "__main__":
    main()
