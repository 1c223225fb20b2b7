"""The map of a brief: where two states met, on outlines of the land (no borders)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import sqrt

from markupsafe import Markup

from communique.export.briefing.model import Spot
from communique.export.briefing.svg import WIDTH, element, picture
from communique.export.phrases import state_name
from communique.export.plain import counted

_HEIGHT = 200.0
_LEAST = 70.0
"""Least degrees of longitude that the map shows: the outlines are too coarse for fewer."""
_MARGIN = 1.5
"""How much wider than its places the map is."""
_NAMED = 10
"""Most places that bear their name; all are in the table."""
Outline = tuple[tuple[float, float], ...]


@cache
def land() -> tuple[Outline, ...]:
    """Outlines of the land as longitude and latitude; assets/README.md has their source."""
    text = files("communique.export.briefing").joinpath("assets", "land.csv").read_text("utf-8")
    rows = (line for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(tuple(map(_point, row.split(","))) for row in rows)


def _point(words: str) -> tuple[float, float]:
    lon, lat = words.split()
    return float(lon), float(lat)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    """The part of the world that is shown, equirectangular: degrees times `scale`."""

    west: float
    north: float
    scale: float

    @classmethod
    def around(cls, spots: Sequence[Spot]) -> "_Frame":
        lons, lats = [each.lon for each in spots], [each.lat for each in spots]
        wide = max(_LEAST, _MARGIN * (max(lons) - min(lons)))
        high = max(_LEAST * _HEIGHT / WIDTH, _MARGIN * (max(lats) - min(lats)))
        degrees = min(360.0, max(wide, high * WIDTH / _HEIGHT))
        tall = degrees * _HEIGHT / WIDTH
        west = _within((min(lons) + max(lons) - degrees) / 2, -180.0, 180.0 - degrees)
        north = _within((min(lats) + max(lats) + tall) / 2, tall - 90.0, 90.0)
        return cls(west=west, north=north, scale=WIDTH / degrees)

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        return (lon - self.west) * self.scale, (self.north - lat) * self.scale


def _within(value: float, low: float, high: float) -> float:
    return min(max(value, low), max(low, high))


def worldmap(spots: Sequence[Spot]) -> Markup:
    """The places as dots that grow with the meetings held there; "" for none.

    `spots` come with the place that was met at most first.
    """
    if not spots:
        return Markup("")
    frame = _Frame.around(spots)
    outline = " ".join(_path(each, frame) for each in land())
    words = f"Map of {counted(len(spots), 'meeting place')}: {'; '.join(map(told, spots))}"
    return picture(
        _HEIGHT,
        words,
        element("rect", x=0, y=0, width=WIDTH, height=_HEIGHT, class_="sea"),
        element("path", d=" ".join(outline.split()), class_="land"),
        *(_dot(each, frame, spots[0].times) for each in reversed(spots)),
        *_labels(spots, frame),
    )


def told(spot: Spot) -> str:
    """A place and how often the two met there, in words."""
    where = f"{spot.name} ({state_name(spot.country)})" if spot.country else spot.name
    days = " to ".join(dict.fromkeys(day for day in (spot.first, spot.last) if day))
    return f"{where}, {counted(spot.times, 'meeting')}{f', {days}' if days else ''}"


def _path(outline: Outline, frame: _Frame) -> str:
    """An outline as a path; "" where it lies wholly outside the frame."""
    points = [frame.at(lon, lat) for lon, lat in outline]
    xs, ys = zip(*points, strict=True)
    if max(xs) < 0 or min(xs) > WIDTH or max(ys) < 0 or min(ys) > _HEIGHT:
        return ""
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + "Z"


def _radius(spot: Spot, most: int) -> float:
    return 4.0 if most == 1 else 3.0 + 5.0 * sqrt(spot.times / most)


def _dot(spot: Spot, frame: _Frame, most: int) -> Markup:
    x, y = frame.at(spot.lon, spot.lat)
    dot = element("circle", cx=x, cy=y, r=_radius(spot, most), class_="spot")
    return element("g", element("title", told(spot)), dot, class_="mark")


def _labels(spots: Sequence[Spot], frame: _Frame) -> Iterator[Markup]:
    """The names of the places met at most; one that would lie on another is left to the table."""
    taken: list[tuple[float, float, float]] = []
    for spot in spots[:_NAMED]:
        x, y = frame.at(spot.lon, spot.lat)
        wide = 5.5 * len(spot.name)
        beside = _radius(spot, spots[0].times) + 3
        left = x - beside - wide if x + beside + wide > WIDTH else x + beside
        if any(
            abs(y - at) < 10 and left < stop and start < left + wide for start, stop, at in taken
        ):
            continue
        taken.append((left, left + wide, y))
        yield element("text", spot.name, x=left, y=y + 3, class_="place")
