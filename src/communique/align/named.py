"""Which names the sentences of a coverage share."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from math import log

import numpy as np

from communique.align.overlap import shared
from communique.align.words import EMPTY, stem
from communique.types.text import Report

_CAPITAL = re.compile(r"[A-Z][\w'’]+")
_LOWER = re.compile(r"\b[a-z]\w+")


def names_shared(reports: Sequence[Report]) -> dict[tuple[str, str], np.ndarray]:
    """The weight of the names that two sentences share, for every two of `reports`.

    Names are capitalised words that the coverage never writes in lower case; one that stands in a
    single sentence would weigh about 1.
    """
    texts = {report.id: [sentence.text for sentence in report.sentences] for report in reports}
    every = [text for each in texts.values() for text in each]
    common = EMPTY | {word for text in every for word in _LOWER.findall(text)}
    bags = {
        report: [
            frozenset(stem(w) for w in _CAPITAL.findall(text) if w.lower() not in common)
            for text in each
        ]
        for report, each in texts.items()
    }
    size = len(every) + 1
    count = Counter(name for each in bags.values() for bag in each for name in bag)
    weight = {name: log(size / n) / log(size) for name, n in count.items()}
    return {(a, b): shared(bags[a], bags[b], weight)[0] for a, b in combinations(bags, 2)}
