"""Names with other common meanings, taken only where the report bears them out.

An adjective that two states share ("Korean") counts where the report names one of them alone.
A group or an organ of a state ("Democratic Party", "National Assembly", "SDF") counts where the
report names its state, a company ("Apple") where its capital is not that of a sentence's start.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache

from communique.extract.words import Entry, Hit, group_entry, seat_entry
from communique.vocab.groups import groups
from communique.vocab.seats import seats
from communique.vocab.states import ambiguous_names


@cache
def _lexicon() -> Mapping[str, tuple[Entry, ...]]:
    """The ambiguous surface forms by their first word, the longest first."""
    found: dict[str, list[Entry]] = {}
    for surface, codes in ambiguous_names().items():
        if len(codes) > 1 and surface.endswith(("an", "ese")):
            for iso3 in codes:
                row = Entry(surface=surface, kind="demonym_adjective", name=surface, iso3=iso3)
                found.setdefault(_first(surface), []).append(row)
    for group in groups():
        for surface in group.ambiguous:
            found.setdefault(_first(surface), []).append(group_entry(surface, group))
    for seat in seats():
        for surface in seat.ambiguous:
            found.setdefault(_first(surface), []).append(seat_entry(surface, seat))
    return {
        first: tuple(sorted(rows, key=lambda row: -len(row.surface)))
        for first, rows in found.items()
    }


def _first(surface: str) -> str:
    found = _WORD.match(surface)
    return found.group() if found else ""


_WORD = re.compile(r"[A-Z][\w'’-]*")
_BUSY = re.compile(
    r"\s+(?:said|says|will|has|had|wants|plans|sold|sells|bought|opened|closed|agreed|signed|won|cut|"
    r"told|asked|denied|announced|reported|declined|shares|paid|fired|stopped|suspended|ordered)\b"
)


def find_doubtful(text: str, hits: Sequence[Hit], states: Collection[str]) -> Iterator[Hit]:
    """The ambiguous names of a sentence that the `states` of the report make likely."""
    for word in _WORD.finditer(text):
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
    shared = ambiguous_names().get(entry.surface, ())
    if len(shared) > 1:
        return [code for code in shared if code in states] == [entry.iso3]
    if (entry.iso3 or entry.home) in states:
        return True
    if re.match(r"\s+[A-Z]", text[end:]) or re.search(r"[A-Z]\w*\s+$", text[:start]):
        return False
    opens = start == 0 or text[start - 2 : start] in (". ", "“")
    if entry.sector == "BUS" and opens:
        return len(entry.surface) > 5 and bool(_BUSY.match(text, end))
    return not opens and (
        entry.sector == "BUS" or (entry.sector == "EDU" and text[:start].endswith(("at ", "of ")))
    )
