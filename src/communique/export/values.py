"""When and where as plain rows. Pure."""

from typing import Any

from communique.types.record import EventDate, Place


def date_row(date: EventDate | None) -> dict[str, Any] | None:
    """{value, stated, precision, reason}; None where there is none."""
    if date is None:
        return None
    return {
        "value": date.value,
        "stated": date.stated,
        "precision": date.precision,
        "reason": date.reason,
    }


def place_row(place: Place | None) -> dict[str, Any] | None:
    """{name, country, lat, lon, geonames_id, stated, reason}; None where there is none."""
    if place is None:
        return None
    return {
        "name": place.name,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "geonames_id": place.geonames_id,
        "stated": place.stated,
        "reason": place.reason,
    }
