"""POLECAT's rows: 40 tab-separated columns, lists joined by semicolons, blanks the word None."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from communique.export.coded import Fact, Someone, facts, published, publisher, tabbed
from communique.export.files import placed, writing
from communique.export.plain import one_line
from communique.export.source import Source
from communique.version import VERSION

COLUMNS = (
    "Event ID",
    "Event Date",
    "Event Type",
    "Event Mode",
    "Intensity",
    "Quad Code",
    "Contexts",
    *(
        each.format(side)
        for side in ("Actor", "Recipient")
        for each in (
            "{} Name",
            "{} Country",
            "{} COW",
            "Primary {} Sector",
            "{} Sectors",
            "{} Title",
            "{} Name Raw",
            "Wikipedia {} ID",
        )
    ),
    "Placename",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
    "GeoNames ID",
    "Raw Placename",
    "Feature Type",
    "Source",
    "Publication Date",
    "Story People",
    "Story Organizations",
    "Story Locations",
    "Language",
    "Version",
)
QUADS = {
    "VERBAL COOPERATION": 1,
    "MATERIAL COOPERATION": 2,
    "VERBAL CONFLICT": 3,
    "MATERIAL CONFLICT": 4,
}
"""PLOVER's numbers of the quad classes."""
NONE = "None"
Cell = str | float | None


def write_polecat(source: Source, folder: Path) -> dict[str, int]:
    """Write `folder`/polecat.txt, an event a row; returns how many. Raises E403."""
    number = 0
    with writing(folder), placed(folder / "polecat.txt") as out:
        out.write(tabbed(COLUMNS))
        for fact in facts(source):
            out.write(tabbed(polecat_row(fact)))
            number += 1
    return {"polecat.txt": number}


def polecat_row(fact: Fact) -> list[str]:
    """The 40 cells of an event. All parties of a side stand in one row, in the same order."""
    event, place = fact.event, fact.where
    cells: list[Cell] = [
        event.id,
        fact.day,
        event.type,
        event.mode,
        event.intensity,
        QUADS[event.quad],
        _list(event.contexts),
        *_side(fact.actors),
        *_side(fact.recipients),
        place.name,
        place.city,
        place.district,
        place.province,
        place.country,
        place.lat,
        place.lon,
        place.geonames_id,
        _raw_place(fact),
        place.feature,
        _list(_each(map(publisher, fact.reports))),
        published(fact.reports),
        *(_list(names) for names in _story(fact)),
        _list(_each(report.language for report in fact.reports)),
        f"communique {VERSION}",
    ]
    return [NONE if cell is None else str(cell) for cell in cells]


def _side(parties: Sequence[Someone]) -> Iterator[str | None]:
    """Eight cells; the n-th of each list is of the n-th party, None where it is not known."""
    told = [each.sector.plover if each.sector else None for each in parties]
    yield _parallel([each.name for each in parties])
    yield _parallel([each.country for each in parties])
    yield _parallel([each.cow for each in parties])
    yield told[0] if told else None
    yield _parallel(told)
    yield _parallel([each.title for each in parties])
    yield _parallel([each.raw for each in parties])
    yield None


def _story(fact: Fact) -> Iterator[list[str]]:
    """The people, organisations and places that the first report names."""
    actors = fact.findings.actors
    yield _each(each.name for each in actors if each.kind == "person")
    yield _each(each.name for each in actors if each.kind not in ("person", "state"))
    yield _each(each.place.name for each in fact.findings.places)


def _raw_place(fact: Fact) -> str | None:
    """The words of the first report for the event's place."""
    place = fact.event.place
    found = (each for each in fact.findings.places if place and each.place.name == place.name)
    return next((one_line(each.passage.text) for each in found), None)


def _each(items: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(item for item in items if item))


def _parallel(items: Sequence[str | None]) -> str | None:
    if not any(items):
        return None
    return _list([item or NONE for item in items])


def _list(items: Sequence[str]) -> str | None:
    """The items joined; a semicolon within one becomes a comma, as it would part it in two."""
    return ";".join(one_line(item).replace(";", ",") for item in items) or None
