"""Names with other common meanings, taken only where the report bears them out.

A group or an organ of a state ("Democratic Party", "National Assembly", "SDF") counts where the
report names its state, a company ("Apple") where its capital is not that of a sentence's start.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache

from communique.extract.words import Entry, Hit, group_entry, seat_entry
from communique.vocab.groups import groups
from communique.vocab.seats import seats


@cache
def _lexicon() -> Mapping[str, tuple[Entry, ...]]:
    """The ambiguous surface forms by their first word, the longest first."""
    found: dict[str, list[Entry]] = {}
    for group in groups():
        for surface in group.ambiguous:
            found.setdefault(surface.split()[0], []).append(group_entry(surface, group))
    for seat in seats():
        for surface in seat.ambiguous:
            found.setdefault(surface.split()[0], []).append(seat_entry(surface, seat))
    return {
        first: tuple(sorted(rows, key=lambda row: -len(row.surface)))
        for first, rows in found.items()
    }


def find_doubtful(text: str, hits: Sequence[Hit], states: Collection[str]) -> Iterator[Hit]:
    """The ambiguous names of a sentence that the `states` of the report make likely."""
    for word in re.finditer(r"[A-Z][\w'’-]*", text):
        for entry in _lexicon().get(word.group(), ()):
            end = word.start() + len(entry.surface)
            whole = (
                text.startswith(entry.surface, word.start()) and not text[end : end + 1].isalnum()
            )
            apart = not any(hit.start < end and word.start() < hit.end for hit in hits)
            if whole and apart and _is_likely(text, word.start(), end, entry, states):
                yield entry.at(word.start(), end)
                break


def _is_likely(text: str, start: int, end: int, entry: Entry, states: Collection[str]) -> bool:
    if (entry.iso3 or entry.home) in states:
        return True
    alone = not re.match(r"\s+[A-Z]", text[end:]) and not re.search(r"[A-Z]\w*\s+$", text[:start])
    return (
        entry.sector == "BUS" and start > 0 and alone and text[start - 2 : start] not in (". ", "“")
    )
