"""Plain texts of third-party sets as reports, for the benchmarks beside it."""

import re

from communique.split import split_sentences
from communique.types.text import Passage, Report

_LINE = re.compile(r"[^\n]+")


def plain_report(name: str, text: str) -> Report:
    """A report of plain text: a paragraph a line."""
    paragraphs = tuple(Passage.cut(text, *m.span()) for m in _LINE.finditer(text) if m[0].strip())
    return Report(
        id=name,
        page_id=name,
        kind="news",
        language=None,
        headline=None,
        byline=None,
        outlet=None,
        agency=None,
        dateline=None,
        published=None,
        updated=None,
        paragraphs=paragraphs,
        sentences=tuple(s for paragraph in paragraphs for s in split_sentences(paragraph)),
    )
