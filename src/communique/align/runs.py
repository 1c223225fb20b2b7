"""How much two reports have in common in long runs of words of sentences that are linked."""

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import combinations

from communique.align.words import words
from communique.types.coverage import Link
from communique.types.text import Report

RUN = 6
"""Least words in a row that count."""

QUOTED = re.compile(r"[\"“][^\"”]*[\"”]")
"""Words in quotation marks, which two reporters may both have from one speaker."""


def shared_runs(
    reports: Sequence[Report], links: Sequence[Link]
) -> Mapping[tuple[str, str], float]:
    """For every two reports the share of the shorter one's words that is common in long runs.

    What stands in quotation marks is left out.
    """
    pairs = [(a.id, b.id) for a, b in combinations(reports, 2)]
    if not links:
        return dict.fromkeys(pairs, 0.0)
    unquoted = {
        report.id: [words(QUOTED.sub(" ", sentence.text)) for sentence in report.sentences]
        for report in reports
    }
    covered: dict[tuple[str, str], tuple[set[tuple[int, int]], set[tuple[int, int]]]] = {
        pair: (set(), set()) for pair in pairs
    }
    for link in links:
        pair = (link.a.report_id, link.b.report_id)
        i, j = link.a.sentence, link.b.sentence
        for at, other, size in _runs(unquoted[pair[0]][i], unquoted[pair[1]][j]):
            covered[pair][0].update((i, at + k) for k in range(size))
            covered[pair][1].update((j, other + k) for k in range(size))
    lengths = {name: sum(map(len, sentences)) for name, sentences in unquoted.items()}
    return {
        pair: max(len(done) / max(1, lengths[name]) for name, done in zip(pair, both, strict=True))
        for pair, both in covered.items()
    }


def _runs(a: list[str], b: list[str]) -> Iterator[tuple[int, int, int]]:
    """Common runs of at least `RUN` words: start in `a`, start in `b`, length."""
    for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks():
        if block.size >= RUN:
            yield block.a, block.b, block.size
