"""The records of place names: what was seen in the text, and where it was placed."""

from dataclasses import dataclass
from typing import Literal

from communique.vocab.gazetteer import GazetteerKind

Use = Literal["place", "name_part", "demonym", "street"]
"""How a toponym is used: a place itself; part of the name of something else ("Athens Police");
of a people or its adjective ("Egyptian"); a street or road, found but not placed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """Words that look like a toponym: code points, the name to look up, the strength of the case.

    `within` is the name of the larger place given after a comma ("Paris, Texas"), None without.
    """

    start: int
    end: int
    name: str
    use: Use
    score: float
    within: str | None = None
    iso3: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What is known beside the text: the dateline's place, the state the outlet writes from."""

    dateline: str | None = None
    source_iso3: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """A place name found at `start:end` (code points, end exclusive) and where it lies.

    `name` is the text's own words. WGS84 degrees; an area's position is its middle. `kind` and
    all of `lat` to `admin1` are None where the name could not be placed. `confidence` is the
    project's own estimate, 0 to 1, that it is placed rightly. `stated` where the text itself says
    which place it is ("Paris, Texas") or the name has one bearer; else `reason` says how it was
    chosen.
    """

    start: int
    end: int
    name: str
    use: Use
    kind: GazetteerKind | None
    lat: float | None
    lon: float | None
    iso3: str | None
    geonames_id: int | None
    admin1: str | None
    confidence: float
    stated: bool
    reason: str
