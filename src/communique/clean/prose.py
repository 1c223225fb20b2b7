"""How much a line reads like running prose: the score that finds the body of a text page.

The weights were set by hand and checked on 94 pages of the WCXB development split with the tags
thrown away (benchmarks/cleaning.py); the body F1 moves by less than .01 when any one of them is
changed by a third.
"""

import re

PROSE_WORDS = 12
"""A line of at least this many words, with function words among them, is prose."""
PROSE_CAP = 6.0
DIVISOR = 6.0
SENTENCE = 0.8
QUESTION = 0.2
SHORT = -0.5
HEADING = -0.4
WORDLESS = -0.5
UNFINISHED = 0.4

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_FUNCTION_WORDS = frozenset(
    "a about after all also an and are as at be been before between but by can could during for"
    " from had has have he her his how i if in into is it its may me more my no not of on one or"
    " our out over said she should so than that the their there these they this those to up was"
    " we were what when which while who will with would you your".split()
)
_END = frozenset('.!:;”"’)…,»')


def prose_score(line: str) -> float:
    """From about -0.5 (a menu entry) to 6 (a full paragraph).

    >>> prose_score("Menu") < 0 < prose_score("The two ministers met in Vienna.")
    True
    """
    words = _WORD.findall(line)
    if not words:
        return WORDLESS
    function_share = sum(word.lower() in _FUNCTION_WORDS for word in words) / len(words)
    last = line.rstrip()[-1:]
    if len(words) >= PROSE_WORDS and function_share >= 0.18:
        cut_off = last not in _END or line.rstrip().endswith(("...", "…"))
        return min(len(words) / DIVISOR, PROSE_CAP) * (UNFINISHED if cut_off else 1.0)
    if len(words) >= 4 and last in _END and function_share > 0:
        return SENTENCE
    if len(words) >= 4 and last == "?":
        return QUESTION
    return SHORT if len(words) <= 3 else HEADING
