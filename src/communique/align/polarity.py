"""Clauses of two versions that share their words and of which one denies what the other says."""

import re
from collections.abc import Iterator

from communique.align.words import EMPTY, places, stem
from communique.types.text import Passage

_CLAUSE = re.compile(r"[^,;:\"“”]+")
_DENIES = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|n['’]t|den(?:y|ies|ied|ying)"
    r"|refus\w+|fail(?:s|ed|ing)?|reject\w*|untrue|false|unable|stopped\sshort|far\sfrom"
    r"|ruled\sout|instead|unlikely|lack\w*|cancel\w*|postpon\w*|collapse\w*|broke\s(?:up|down|off))\b",
    re.IGNORECASE,
)
_LEAST = 2
_SHARE = 0.34


def denied(ours: Passage, theirs: Passage) -> Iterator[tuple[Passage, Passage]]:
    """The clauses of two like sentences of which one alone is denied; the likest pair, if any."""
    best: tuple[float, Passage, Passage] | None = None
    for one in _clauses(ours):
        for other in _clauses(theirs):
            if bool(_DENIES.search(one.text)) == bool(_DENIES.search(other.text)):
                continue
            mine, others = _stems(one), _stems(other)
            shared = len(mine & others)
            share = shared / max(1, min(len(mine), len(others)))
            if shared >= _LEAST and share >= _SHARE and (best is None or share > best[0]):
                best = share, one, other
    if best:
        yield best[1], best[2]


def _clauses(sentence: Passage) -> Iterator[Passage]:
    for match in _CLAUSE.finditer(sentence.text):
        blank = len(match[0]) - len(match[0].lstrip())
        if match[0].strip():
            yield sentence.inner(match.start() + blank, match.start() + len(match[0].rstrip()))


def _stems(clause: Passage) -> frozenset[str]:
    words = (word for word, _ in places(_DENIES.sub(" ", clause.text)))
    return frozenset(stem(word) for word in words if word.lower() not in EMPTY)
