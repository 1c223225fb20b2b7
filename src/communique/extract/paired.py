"""Persons introduced two at a time: "Presidents Xi Jinping and Ilham Aliyev"."""

import re
from collections.abc import Sequence

from communique.extract.drafts import Draft, Drafts
from communique.extract.scanned import Scanned, plain_name
from communique.extract.words import NAME, trim_name
from communique.vocab.offices import title_pattern

_FIRST = re.compile(rf"\s+(?P<name>{NAME})")
_SECOND = re.compile(rf"(?:\s+(?:of|from)\s+(?:the\s+)?[A-Z][\w ]+?)?,?\s+and\s+(?P<name>{NAME})")
_OF = re.compile(r"\s+(?:of|from)\s+(?:the\s+)?")


def add_pairs(drafts: Drafts, scanned: Sequence[Scanned]) -> None:
    """Add the full names behind a title in the plural, each with that title in the singular."""
    for item in scanned:
        for match in title_pattern().finditer(item.text):
            if match["plural"]:
                title = " ".join(match.group().split()).removesuffix("s")
                first = _add(drafts, item, _FIRST, match.end(), title)
                if first:
                    _add(drafts, item, _SECOND, first, title)


def _add(
    drafts: Drafts, item: Scanned, pattern: re.Pattern[str], at: int, title: str
) -> int | None:
    """Draft the name that stands at `at`; where it ends, None if there is none."""
    match = pattern.match(item.text, at)
    if match is None:
        return None
    start, end = match.span("name")
    end = trim_name(item.text, start, end, item.hits)
    name = plain_name(item.text[start:end])
    if len(name.split()) < 2:
        return None
    draft = drafts.setdefault(name, Draft())
    draft.titles.append((title, None, item.passage.inner(start, end)))
    link = _OF.match(item.text, end)
    if link:
        draft.states.update(h.iso3 for h in item.hits if h.start == link.end() and h.iso3)
    return end
