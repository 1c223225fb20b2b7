"""Many words as one regular expression that reads each letter once.

An alternation of hundreds of words is tried word by word at every place of a text; nested by
common beginnings it fails at the first letter that no word has.
"""

import re
from collections.abc import Iterable

_Node = dict[str, "_Node"]
_END = ""


def any_of(words: Iterable[str]) -> str:
    """A pattern that matches any of `words` as they are, of several at one place the longest.

    >>> any_of(["minister", "ministry", "mayor"])
    'm(?:ayor|inist(?:er|ry))'
    """
    root: _Node = {}
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[_END] = {}
    return _pattern(root)


def _pattern(node: _Node) -> str:
    ends = _END in node
    options = sorted(re.escape(letter) + _pattern(rest) for letter, rest in node.items() if letter)
    if not options:
        return ""
    if len(options) == 1 and not ends:
        return options[0]
    return f"(?:{'|'.join(options)}){'?' if ends else ''}"
