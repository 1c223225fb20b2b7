"""What the row formats of event data have in common: which events, and who, where and by whom.

Pure but for what it asks of the source.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from communique.export.plain import one_line
from communique.export.source import Source
from communique.types.parties import Actor
from communique.types.record import Event, Findings, Place
from communique.types.text import Evidence, Report
from communique.vocab.codes import codes
from communique.vocab.gazetteer import GazetteerKind, GazetteerRow, look_up
from communique.vocab.periods import edges
from communique.vocab.sectors import Sector, sectors
from communique.vocab.states import state

REMEMBERED = 2_000
"""Reports, with what they assert, that are held for the events to come."""
NEAR = 0.2
"""Degrees within which a place of the gazetteer is the one that is meant."""
_FEATURES: dict[GazetteerKind, str] = {
    "town": "PPL",
    "province": "ADM1",
    "admin1": "ADM1",
    "county": "ADM2",
    "admin2": "ADM2",
    "state": "PCLI",
    "region": "RGN",
    "continent": "CONT",
    "sea": "SEA",
    "lake": "LK",
    "river": "STM",
    "mountain": "MT",
}
"""GeoNames' feature codes for the gazetteer's kinds; a venue has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Someone:
    """A party to an event: names of state and sector, title and words as its reports have them."""

    name: str
    iso3: str | None
    country: str | None
    cow: str | None
    sector: Sector | None
    title: str | None
    raw: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """A place by the levels it lies in; `feature` is GeoNames' code of what it is."""

    name: str | None = None
    city: str | None = None
    district: str | None = None
    province: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames_id: int | None = None
    feature: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """An event that a report tells as done, with its parties and the reports that carry it."""

    event: Event
    actors: tuple[Someone, ...]
    recipients: tuple[Someone, ...]
    where: Where
    reports: tuple[Report, ...]
    findings: Findings = field(repr=False)

    @property
    def day(self) -> str | None:
        """The day of the event, of a range its first; None where only month or year are known."""
        date = self.event.date
        if date is None or date.precision in ("year", "month") or not date.value[:4].isdigit():
            return None
        return edges(date.value)[0].isoformat()

    @property
    def cited(self) -> Evidence | None:
        """The longest piece of its evidence in the first report: of a coded event the sentence."""
        own = [each for each in self.event.evidence if each.report_id == self.reports[0].id]
        return max(own or self.event.evidence, key=lambda each: len(each.quote), default=None)


def facts(source: Source) -> Iterator[Fact]:
    """The events that took place by the word of the report itself, by id.

    Left out are plans, denials and suppositions, what the report only looks back on, and what it
    says in somebody's name: neither format has a column that could tell them from facts.
    """
    look = _Look(source)
    for event in source.events():
        if event.modality == "actual" and event.attributed_to is None and event.report_ids:
            yield look.fact(event)


class _Look:
    """What the source has of reports, each asked for once in a while."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._report = lru_cache(maxsize=REMEMBERED)(self._find_report)
        self._findings = lru_cache(maxsize=REMEMBERED)(source.folded_findings)

    def _find_report(self, report_id: str) -> Report:
        (found,) = self._source.reports_by_id([report_id])
        return found

    def fact(self, event: Event) -> Fact:
        reports = tuple(map(self._report, event.report_ids))
        found = [self._findings(report.id) for report in reports]
        return Fact(
            event=event,
            actors=tuple(_someone(one, event, found) for one in event.actors),
            recipients=tuple(_someone(one, event, found) for one in event.recipients),
            where=where(event.place),
            reports=reports,
            findings=found[0],
        )


def _someone(actor_id: str, event: Event, found: Sequence[Findings]) -> Someone:
    named = [each for one in found for each in one.actors if each.id == actor_id]
    actor = named[0] if named else Actor(id=actor_id, name=actor_id, kind="organisation", iso3=None)
    listed = codes(actor.iso3) if actor.iso3 else None
    sector = next((each.sector for each in named if each.sector), None)
    titles = (role.title for each in named for role in each.roles)
    return Someone(
        name=one_line(actor.name),
        iso3=actor.iso3,
        country=country(actor.iso3),
        cow=str(listed.cow) if listed and listed.cow is not None else None,
        sector=_sectors().get(sector or ""),
        title=next(map(one_line, titles), None),
        raw=_raw(actor_id, event, found),
    )


def _raw(actor_id: str, event: Event, found: Sequence[Findings]) -> str | None:
    """The words for an actor in what the event cites."""
    for one in found:
        cited = [each.span for each in event.evidence if each.report_id == one.report_id]
        for mention in one.mentions:
            here = any(span.holds(mention.passage.span) for span in cited)
            if here and actor_id in mention.actor_ids:
                return one_line(mention.passage.text)
    return None


@cache
def _sectors() -> dict[str, Sector]:
    return {each.code: each for each in sectors()}


def country(iso3: str | None) -> str | None:
    """The name of a state; the code itself where no table has it."""
    known = state(iso3) if iso3 else None
    return known.name if known else iso3


def where(place: Place | None) -> Where:
    """The levels a place lies in, by the gazetteer."""
    if place is None:
        return Where()
    row = _row(place)
    kind = row.kind if row else None
    return Where(
        name=one_line(place.name),
        city=one_line(place.name) if kind in ("town", "venue") else None,
        district=row.name if row and kind in ("county", "admin2") else None,
        province=_province(row),
        country=country(place.country),
        lat=place.lat,
        lon=place.lon,
        geonames_id=place.geonames_id,
        feature=_FEATURES.get(kind) if kind else None,
    )


def _province(row: GazetteerRow | None) -> str | None:
    if row is None:
        return None
    return row.name if row.kind in ("province", "admin1") else row.admin1


def _row(place: Place) -> GazetteerRow | None:
    """The gazetteer's row for a place: of its GeoNames id, else the one at its position."""
    return next((row for row in look_up(place.name) if _same(row, place)), None)


def _same(row: GazetteerRow, place: Place) -> bool:
    if place.geonames_id is not None:
        return row.geonames_id == place.geonames_id
    if place.lat is None or place.lon is None:
        return False
    return abs(row.lat - place.lat) < NEAR and abs(row.lon - place.lon) < NEAR


def publisher(report: Report) -> str | None:
    """Who published a report, else who wrote it."""
    credit = report.outlet or report.agency
    return one_line(credit.name) if credit else None


def published(reports: Sequence[Report]) -> str | None:
    """The earliest day on which one of the reports was published."""
    days = (each.published.value[:10] for each in reports if each.published)
    return min((day for day in days if len(day) == len("2024-07-04")), default=None)


def tabbed(cells: Iterable[str]) -> bytes:
    """A tab-separated line; quotation marks, which readers take for their own, are apostrophes."""
    return ("\t".join(one_line(cell).replace('"', "'") for cell in cells) + "\n").encode()
