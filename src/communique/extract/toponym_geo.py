"""Distance and containment of gazetteer places."""

import math

from communique.vocab.gazetteer import GazetteerRow, look_up
from communique.vocab.tables import fold

_NEAR_AREA = 150.0  # km, where nothing but the middles is known
_NEAR_PROVINCE = 400.0


def kilometres(a: GazetteerRow, b: GazetteerRow) -> float:
    """The great-circle distance (haversine, a sphere of 6,371 km)."""
    lat_a, lat_b = math.radians(a.lat), math.radians(b.lat)
    half = math.sin((lat_b - lat_a) / 2) ** 2
    half += math.cos(lat_a) * math.cos(lat_b) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(min(1.0, half)))


def lies_within(row: GazetteerRow, larger: str) -> bool:
    """Whether `row` lies in something called `larger`: a state, province, county or region."""
    return any(_contains(area, row) for area in look_up(larger) if area != row)


def _contains(area: GazetteerRow, row: GazetteerRow) -> bool:
    if area.kind in ("town", "continent") or area.iso3 not in (None, row.iso3):
        return False
    if area.kind == "state":
        return row.kind != "state"
    if row.kind in ("state", "admin1", "province", "region"):
        return False
    if area.kind in ("admin1", "province") and row.admin1 and area.admin1:
        return fold(row.admin1) == fold(area.admin1)
    if area.kind == "county" and area.admin1 != row.admin1:
        return False
    far = _NEAR_PROVINCE if area.kind in ("admin1", "region") else _NEAR_AREA
    return kilometres(row, area) < far
