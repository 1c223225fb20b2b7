"""A sentence with every word that stands for a state marked: adjectives and towns beside parties.

Relations are named by them ("Riyadh-Tehran ties", "the embassy in Malabo", "a Palestinian state"),
though they are no parties of the sentence.
"""

from collections.abc import Iterator, Sequence

from communique.extract.context import Context
from communique.extract.marks import ROOM, Found, Marked, marked
from communique.extract.scanned import scan_passage

ADJECTIVE, TOWN = "adjective of a state", "town of a state"
"""The rules of mentions that only relations are named by."""


def with_nations(context: Context, unit: Marked) -> Marked:
    """The unit with its adjectives and towns marked too, where no party holds them.

    Parties without a state, and institutions of a state abroad, lose their marks: their words say
    more ("the embassy in Quito").
    """
    kept = [found for found in unit.found if found.iso3 and not _is_mission(unit, found)]
    taken = [(found.start, found.end) for found in kept]
    for extra in _extras(context, unit):
        if not any(extra.start < end and start < extra.end for start, end in taken):
            kept.append(extra)
            taken.append((extra.start, extra.end))
    ordered = sorted(kept, key=lambda found: found.start)[: ROOM - 1]
    return marked(unit.passage, tuple(ordered))


_MISSIONS = ("embass", "consulate", "mission", "liaison", "representative office", "legation")


def _is_mission(unit: Marked, found: Found) -> bool:
    words = unit.passage.text[found.start : found.end].lower()
    return found.kind == "office" and any(word in words for word in _MISSIONS)


def _extras(context: Context, unit: Marked) -> Iterator[Found]:
    hits = scan_passage(unit.passage).hits
    for hit in hits:
        if hit.iso3 and hit.kind.startswith("demonym"):
            yield _extra(hit.start, hit.end, hit.iso3, ADJECTIVE)
        elif hit.iso3:
            yield _extra(hit.start, hit.end, hit.iso3, TOWN)
    yield from _towns(context, unit)


def _towns(context: Context, unit: Marked) -> Iterator[Found]:
    base = unit.passage.span.start
    for each in context.places:
        span = each.passage.span
        if each.place.country and unit.passage.span.holds(span):
            yield _extra(span.start - base, span.end - base, each.place.country, TOWN)


def _extra(start: int, end: int, iso3: str, rule: str) -> Found:
    return Found(start=start, end=end, kind="unknown", actor_ids=(), rule=rule, iso3=(iso3,))


def is_party(found: Found) -> bool:
    """Whether a mention is a party of its sentence, not an adjective or a town."""
    return found.rule not in (ADJECTIVE, TOWN)


def states_of(found: Sequence[Found]) -> tuple[str, ...]:
    """The states that mentions stand for, in order, each once."""
    return tuple(dict.fromkeys(iso3 for item in found for iso3 in item.iso3))
