"""Words of a page made safe to set before a reader, on a screen or in Markdown."""

import re
import unicodedata
from pathlib import PurePath

_MARKUP = re.compile(r"([\\`*_\[\]<>|#~])")
_LISTED = re.compile(r"^(\d+)([.)])(?=\s|$)|^([-+])(?=\s|$)")
_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def printable(text: str) -> str:
    """`text` with every control character but line ends and tabs, and every mark that turns the
    direction of writing, replaced: a page must not steer the reader's terminal."""
    return "".join(
        char if char in "\n\t" or (unicodedata.category(char) != "Cc" and char not in _TURNS) else "�"
        for char in text
    )


def one_line(text: str) -> str:
    """`text` printable and on one line.

    >>> one_line("held\\ntalks")
    'held talks'
    """
    return " ".join(printable(text).split())


def markdown(text: str) -> str:
    """`text` on one line, with what Markdown or HTML would take for markup escaped.

    >>> markdown("*not* <b>")
    '\\\\*not\\\\* \\\\<b\\\\>'
    """
    escaped = _MARKUP.sub(r"\\\1", one_line(text))
    return _LISTED.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", escaped)


def short_name(page: str) -> str:
    """The last part of a page's name: the file, or the archive's member."""
    return PurePath(page).name or page


def counted(number: int, thing: str) -> str:
    """`number` and `thing`, in the plural where it is not one.

    >>> counted(2, "report")
    '2 reports'
    """
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
