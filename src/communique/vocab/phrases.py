"""Many phrases as one regular expression: a tree of letters, so that each is tried only once."""

import re
from collections.abc import Iterable
from typing import Any

_SLOT = r"(?:[\w'’-]+\s+){0,3}?"
"""What "* " in a phrase stands for: up to three words."""
ADVERBS = (
    r"(?:(?:\w+ly|again|also|always|both|whatsoever|now|today|tomorrow|once\s+(?:more|again)|"
    r"in\s+(?:principle|full|part|public)|without\s+\w+|at\s+once)\s+){0,2}?"
)
"""What "~ " in a phrase stands for: up to two words or short phrases of degree and manner."""

_SLOTS = {"* ": _SLOT, "~ ": ADVERBS}


def phrase_pattern(phrases: Iterable[str]) -> str:
    """A regular expression of which each of `phrases` is a match, the longest first.

    White space in them stands for any; `*` as a word for up to three words or none, `~` for
    adverbs or none. It holds no capturing group, and matches nothing where there are no phrases.
    """
    tree: dict[str, Any] = {}
    for phrase in phrases:
        node = tree
        for symbol in re.findall(r"[*~] |\s+|.", phrase):
            node = node.setdefault(_regex(symbol), {})
        node[""] = {}
    return _branch(tree) if tree else r"(?!)"


def _regex(symbol: str) -> str:
    if symbol in _SLOTS:
        return _SLOTS[symbol]
    return r"\s+" if symbol.isspace() else re.escape(symbol)


def _last(way: tuple[str, Any]) -> tuple[bool, str]:
    """Room for adverbs is tried last: the words of a longer phrase come first."""
    return way[0] == ADVERBS, way[0]


def _branch(node: dict[str, Any]) -> str:
    """The alternatives of a node; a run of nodes without a fork is written plainly."""
    ends = "" in node
    ways = [head + _branch(rest) for head, rest in sorted(node.items(), key=_last) if head]
    if not ways:
        return ""
    if len(ways) == 1 and not ends:
        return ways[0]
    return f"(?:{'|'.join(ways)}){'?' if ends else ''}"
