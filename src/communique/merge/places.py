"""Whether two places can be one, or one lie in the other."""

import math

from communique.types.record import Place
from communique.vocab.gazetteer import look_up
from communique.vocab.tables import fold

_NEAR = 50.0
"""Kilometres between what may be a town and a part of it, or its airport."""
_SAME_SPOT = 5.0
_RADIUS = 6371.0
"""The mean radius of the Earth in kilometres."""


def places_agree(a: Place, b: Place) -> bool:
    """Whether two places can be one, or one may lie in the other.

    Towns far apart cannot, nor places of two states; of an area nobody knows the edges.
    """
    if fold(a.name) == fold(b.name) or (a.geonames_id and a.geonames_id == b.geonames_id):
        return True
    if a.country and b.country and a.country != b.country:
        return False
    gap = _kilometres(a, b)
    return gap is None or gap <= _NEAR or not (is_town(a) and is_town(b))


def is_town(place: Place) -> bool:
    """Whether the gazetteer has a town, or a building, of this name at this spot."""
    for row in look_up(place.name):
        if row.kind in ("town", "venue"):
            spot = Place(name=row.name, country=row.iso3, lat=row.lat, lon=row.lon)
            gap = _kilometres(place, spot)
            if gap is not None and gap <= _SAME_SPOT:
                return True
    return False


def _kilometres(a: Place, b: Place) -> float | None:
    """The great-circle distance (haversine); None where one of them has no degrees."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    lat_a, lat_b = math.radians(a.lat), math.radians(b.lat)
    half = math.sin((lat_b - lat_a) / 2) ** 2
    half += math.cos(lat_a) * math.cos(lat_b) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 2 * _RADIUS * math.asin(math.sqrt(min(1.0, half)))
