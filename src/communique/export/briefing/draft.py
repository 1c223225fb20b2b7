"""A line before it is cited: what a section wants to tell, and by which words it may be found."""

import re
from dataclasses import dataclass

from communique.export.briefing.model import Scope
from communique.types.text import Evidence
from communique.vocab.tables import fold

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A line to be: as in `Line`, with the evidence that is still to be numbered.

    All of `shown` is cited, and one piece of each further report of `others` while there is room.
    `words` are further words by which a topic may find it.
    """

    record_id: str
    text: str
    head: str = ""
    day: str | None = None
    notes: tuple[str, ...] = ()
    shown: tuple[Evidence, ...] = ()
    others: tuple[Evidence, ...] = ()
    report_ids: tuple[str, ...] = ()
    words: str = ""


def plain_line(draft: Draft) -> str:
    """The line as plain text, without its sources.

    >>> plain_line(Draft(record_id="r", head="2024", text="they met", notes=("visit",)))
    '2024: they met (visit)'
    """
    notes = f" ({'; '.join(draft.notes)})" if draft.notes else ""
    return f"{draft.head}: {draft.text}{notes}" if draft.head else f"{draft.text}{notes}"


def fits(draft: Draft, scope: Scope) -> bool:
    """Whether a line is within the bounds and tells of the topic."""
    return happened(draft.day, scope.since, scope.until) and on_topic(draft, scope.topic)


def happened(day: str | None, since: str | None, until: str | None) -> bool:
    """Whether a day, perhaps partial or a range ("a/b"), may lie within bounds, both included.

    What has no day is within no bounds.

    >>> happened("2024-07", "2024-07-15", None), happened("2024", None, "2023-12")
    (True, False)
    """
    if not since and not until:
        return True
    if not day:
        return False
    first, _, last = day.partition("/")
    after = not since or _cut(last or first, since) >= _cut(since, last or first)
    return after and (not until or _cut(first, until) <= _cut(until, first))


def _cut(day: str, other: str) -> str:
    return day[: min(len(day), len(other))]


def on_topic(draft: Draft, topic: str | None) -> bool:
    """Whether every word of the topic begins a word of the line or of what it cites."""
    if not topic:
        return True
    quotes = (piece.quote for piece in (*draft.shown, *draft.others))
    held = _words(" ".join((draft.head, draft.text, draft.words, *quotes)))
    return all(any(word.startswith(wanted) for word in held) for wanted in _words(topic))


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(fold(text)))
