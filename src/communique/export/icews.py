"""ICEWS's rows: 20 tab-separated columns, one row a source and target; blanks are empty."""

import re
from collections.abc import Iterator
from itertools import permutations, product
from pathlib import Path

from communique.export.coded import Fact, Someone, facts, publisher, tabbed
from communique.export.files import placed, writing
from communique.export.source import Source
from communique.types.text import Evidence, Report
from communique.vocab.cameo import cameo_code, cameo_text

COLUMNS = (
    "Event ID",
    "Event Date",
    "Source Name",
    "Source Sectors",
    "Source Country",
    "Event Text",
    "CAMEO Code",
    "Intensity",
    "Target Name",
    "Target Sectors",
    "Target Country",
    "Story ID",
    "Sentence Number",
    "Publisher",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
)
_HEAD = re.compile(r"[^:(]*?(?=:| \(| that |$)")
Pair = tuple[Someone | None, Someone | None]


def write_icews(source: Source, folder: Path) -> dict[str, int]:
    """Write `folder`/icews.tab, a row a source and target; returns how many. Raises E403."""
    number = 0
    with writing(folder), placed(folder / "icews.tab") as out:
        out.write(tabbed(COLUMNS))
        for fact in facts(source):
            for row in icews_rows(fact):
                out.write(tabbed(row))
                number += 1
    return {"icews.tab": number}


def icews_rows(fact: Fact) -> Iterator[tuple[str, ...]]:
    """The rows of an event: actors by recipients; of those who meet, each pair both ways.

    Several rows of one event are numbered behind its id: "ev-...#2".
    """
    pairs = _pairs(fact)
    for number, (source, target) in enumerate(pairs, 1):
        yield _row(fact, source, target, f"#{number}" if len(pairs) > 1 else "")


def _pairs(fact: Fact) -> list[Pair]:
    if fact.recipients:
        return list(product(fact.actors or (None,), fact.recipients))
    if fact.event.type == "CONSULT" and len(fact.actors) > 1:
        return list(permutations(fact.actors, 2))
    return [(actor, None) for actor in fact.actors] or [(None, None)]


def _row(
    fact: Fact, source: Someone | None, target: Someone | None, number: str
) -> tuple[str, ...]:
    event, place, cited = fact.event, fact.where, fact.cited
    code = cameo_code(event.type, event.mode)
    report = next((r for r in fact.reports if cited and r.id == cited.report_id), fact.reports[0])
    cells = (
        event.id + number,
        fact.day,
        *_party(source),
        cameo_text(code),
        code,
        event.intensity,
        *_party(target),
        report.id,
        _sentence(report, cited),
        publisher(report),
        place.city,
        place.district,
        place.province,
        place.country,
        place.lat,
        place.lon,
    )
    return tuple("" if cell is None else str(cell) for cell in cells)


def _party(someone: Someone | None) -> tuple[str | None, str | None, str | None]:
    """Name, sector in words, country."""
    if someone is None:
        return None, None, None
    told = _HEAD.match(someone.sector.description) if someone.sector else None
    return someone.name, told[0] if told else None, someone.country


def _sentence(report: Report, cited: Evidence | None) -> int | None:
    """The place of the sentence that bears the event, from 1; None outside the body."""
    if cited is None:
        return None
    places = enumerate(report.sentences, 1)
    return next((n for n, sentence in places if sentence.span.overlaps(cited.span)), None)
