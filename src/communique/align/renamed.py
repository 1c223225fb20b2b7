"""Reports with one name for each thing of which two are known, to be held against each other."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

from communique.types.text import Passage, Report, Span

Names = tuple[str, str]
"""Two names of one thing, in whichever order."""


def under_one_name(reports: Sequence[Report], known: Sequence[Names]) -> Sequence[Report]:
    """The reports with the second name of each of `known` for the first, where both are used.

    Only their sentences are rewritten: they keep their number and order, not their places on the
    page. Names are found as whole words, the longest first, whatever their case.
    """
    text = "\n".join(sentence.text for report in reports for sentence in report.sentences).lower()
    used = {a: b for a, b in known if a.lower() in text and b.lower() in text}
    if not used:
        return reports
    longest = sorted(chain(used, used.values()), key=len, reverse=True)
    either = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)", re.IGNORECASE)
    standing = {a.lower(): b for a, b in used.items()}

    return [
        replace(
            report,
            sentences=_laid(
                either.sub(lambda name: standing.get(name[0].lower(), name[0]), sentence.text)
                for sentence in report.sentences
            ),
        )
        for report in reports
    ]


def _laid(texts: Iterable[str]) -> tuple[Passage, ...]:
    """Sentences one after the other."""
    laid, at = [], 0
    for words in texts:
        laid.append(Passage(span=Span(start=at, end=at + len(words)), text=words))
        at += len(words) + 1
    return tuple(laid)
