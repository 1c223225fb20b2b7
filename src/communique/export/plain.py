"""Words of a page made safe to set before a reader, on a screen or in Markdown."""

import re
import unicodedata
from pathlib import PurePath

_MARKUP = re.compile(
    r"[\\`*\[\]<>|]|(?<!\w)_|_(?!\w)|~(?=~)|^(?:#|[-+](?=\s|$)|\d+(?=[.)](?:\s|$)))"
)
_NUMBERED = re.compile(r"^\\(\d+)")
_RULE = re.compile(r"^-[- ]*$")
_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def printable(text: str) -> str:
    """`text` with control characters, and marks that turn the direction of writing, replaced.

    Line ends and tabs stay. A page must not steer its reader's terminal.
    """
    return "".join("�" if _steers(char) else char for char in text)


def _steers(char: str) -> bool:
    return char in _TURNS or (unicodedata.category(char) == "Cc" and char not in "\n\t")


def one_line(text: str) -> str:
    r"""`text` printable and on one line.

    >>> one_line("held\ntalks")
    'held talks'
    """
    return " ".join(printable(text.replace("\r", " ")).split())


def markdown(text: str) -> str:
    r"""`text` on one line, with what Markdown or HTML would take for markup escaped.

    >>> print(markdown("1. *not* <b>"))
    1\. \*not\* \<b\>
    """
    escaped = _MARKUP.sub(lambda match: f"\\{match[0]}", one_line(text))
    return _NUMBERED.sub(r"\1\\", _RULE.sub(r"\\\g<0>", escaped))


def short_name(page: str) -> str:
    """The last part of a page's name: the file, or the archive's member."""
    return PurePath(page).name or page


def counted(number: int, thing: str) -> str:
    """`number` and `thing`, in the plural where it is not one.

    >>> counted(2, "report")
    '2 reports'
    """
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
