"""The places a report names, each with its coordinates; towards events see `placing`.

Toponyms that stand for a government ("Beijing said"), for a person or for part of a body's name
are no places; a state's name is one only where something is in it, goes to it or comes from it.
"""

import re
from collections.abc import Iterator, Sequence

from communique.extract.marks import Found, Marked
from communique.extract.named import Named
from communique.extract.toponym_types import Context, Toponym
from communique.extract.toponyms import find_toponyms
from communique.types.record import Place, PlaceMention
from communique.types.text import Dateline, Passage
from communique.vocab.gazetteer import GazetteerRow, look_up
from communique.vocab.states import PlaceRow, place

_LOCATED = re.compile(
    r"\b(?:in|at|to|from|near|into|across|throughout|within|outside|inside|around|via|towards?|"
    r"visit(?:s|ed|ing)?|left|leaving|entered|reached|tour(?:s|ed|ing)?|northern|southern|eastern|"
    r"western|central|neighbou?ring)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_COMPASS = frozenset("east west north south central far middle sea gulf eastern western".split())
"""Words that a gazetteer has as names of provinces, and reports as sides of the world."""
_LARGE = 100_000
"""Inhabitants from which a town is taken at its name alone in a dateline."""


def find_places(
    text: Named, units: Sequence[Marked], dateline: Dateline | None
) -> tuple[PlaceMention, ...]:
    """The places named in a report, in order; `units` are its sentences with their parties."""
    home = dateline.place if dateline else None
    context = Context(dateline=home.split(",")[0].title() if home else None)
    mentions = [
        (unit.passage.inner(found.start, found.end), found)
        for unit in units
        for found in unit.every
    ]
    found = [
        toponym
        for toponym in find_toponyms(text.text, context, text.names)
        if toponym.use == "place" and toponym.name.lower() not in _COMPASS
    ]
    return tuple(
        mention
        for before, toponym in zip([None, *found], found, strict=False)
        for mention in _mention(text, toponym, before, mentions)
    )


def _mention(
    text: Named,
    toponym: Toponym,
    last: Toponym | None,
    mentions: Sequence[tuple[Passage, Found]],
) -> Iterator[PlaceMention]:
    """The toponym as a place, if it is one; `last` is the one before it ("Mombasa, Kenya")."""
    larger = last is not None and last.iso3 == toponym.iso3 and last.end + 2 == toponym.start
    passage = text.passage(toponym.start, toponym.end)
    covering = [found for where, found in mentions if where.span.overlaps(passage.span)]
    before = text.text[max(0, toponym.start - 40) : toponym.start]
    if larger or all(_leaves_place(found, before) for found in covering):
        yield PlaceMention(
            passage=passage,
            place=_as_place(toponym),
            kind=toponym.kind,
            confidence=toponym.confidence,
        )


def _leaves_place(found: Found, before: str) -> bool:
    """Whether a mention's words may name a place as well."""
    if found.rule == "the capital of the state":
        return True
    if found.kind == "state":
        return found.rule != "capital metonym" and bool(_LOCATED.search(before))
    return not (found.actor_ids or found.rule == "news agency or outlet")


def _as_place(toponym: Toponym) -> Place:
    """A toponym as a place, under the project's usual name for it where it has one."""
    row = place(toponym.name)
    usual = row.name if row and row.iso3 == toponym.iso3 else toponym.name
    return Place(
        name=usual.title() if usual.isupper() and len(usual) > 3 else usual,
        country=toponym.iso3,
        lat=toponym.lat,
        lon=toponym.lon,
        geonames_id=toponym.geonames_id,
        stated=True,
    )


def dateline_place(dateline: Dateline | None) -> Place | None:
    """The dateline's place by its name alone, as a place derived from it."""
    if dateline is None or not dateline.place:
        return None
    name, reason = dateline.place.split(",")[0].title(), "the dateline's place"
    row = place(name)
    if row:
        return listed_place(row, reason)
    towns = [each for each in look_up(name) if each.kind == "town" and each.population >= _LARGE]
    if towns:
        return _town(towns[0], name, reason)
    return Place(name=name, country=None, stated=False, reason=reason)


def listed_place(row: PlaceRow, reason: str) -> Place:
    """A place of the project's table as one derived for `reason`, with its GeoNames id if known."""
    for town in look_up(row.name):
        near = abs(town.lat - row.lat) < 1 and abs(town.lon - row.lon) < 1
        if town.kind == "town" and town.iso3 == row.iso3 and near:
            return _town(town, row.name, reason)
    return Place(
        name=row.name, country=row.iso3, lat=row.lat, lon=row.lon, stated=False, reason=reason
    )


def _town(town: GazetteerRow, name: str, reason: str) -> Place:
    return Place(
        name=name,
        country=town.iso3,
        lat=town.lat,
        lon=town.lon,
        geonames_id=town.geonames_id,
        stated=False,
        reason=reason,
    )
