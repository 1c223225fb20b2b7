"""COLT's rows of leaders' travel: comma-separated, a row a visit; blanks where no words say so."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from communique.export.files import placed, writing
from communique.export.plain import one_line
from communique.export.source import Source
from communique.export.visits import visits_of
from communique.types.parties import Party
from communique.types.record import EventDate
from communique.types.visit import Met, MetAs, Rank, Visit
from communique.vocab.holders import find_holders
from communique.vocab.periods import edges
from communique.vocab.states import state

LINKS = 33
COLUMNS = (
    *("TripID", "LeaderID", "LeaderCountryOrIGO", "LeaderCountryISO", "LeaderRegion"),
    *("LeaderSubregion", "PriorityLeader", "LeaderRole", "LeaderTitle", "LeaderSurname"),
    *("LeaderFullName", "Exiled", "CountryVisited", "CountryVisitedISO", "RegionVisited"),
    *("SubRegionVisited", "CityVisited", "DisputedTerritory", "SemiAutoTerritory", "TripYear"),
    *("TripStartDate", "TripEndDate", "TripDuration", "CotravelHOGS", "SubHOGSTravelWithHOGS"),
    *("MetHostHoGS", "HostHOGSName", "SubHOGSmetHostSubHOGS", "HostSubHOGSName"),
    *("AttendedMultilatEvent", "NameMultilatEvent", "AttendedMultilatMinisterialEvent"),
    *("NameMultilatMinisterialEvent", "MetNonhostHOGS", "NonhostHOGSNames", "PublicAddress"),
    *("SignedAgreement", "CulturalSiteOrCeremony", "BusinessLeaderOrForum", "MetIGOLeader"),
    *("IGOLeaderName", "Notes", "Confidence"),
    *(f"SourceLink{number}" for number in range(1, LINKS + 1)),
)
LEADERS: Mapping[Rank | None, str] = {
    "head_of_state": "Head of State",
    "head_of_government": "Head of Government",
}
_CONTINENTS = (
    ("Africa", "Africa"),
    ("Asia", "Asia"),
    ("Europe", "Europe"),
    ("America", "Americas"),
    ("Caribbean", "Americas"),
    ("Australia", "Oceania"),
    ("nesia", "Oceania"),
    ("Oceania", "Oceania"),
)


def write_colt(source: Source, folder: Path) -> dict[str, int]:
    """Write `folder`/colt.csv, a row a visit of a head of state or government. Raises E403."""
    number = 0
    with writing(folder), placed(folder / "colt.csv") as out:
        text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
        lines = csv.writer(text, lineterminator="\n")
        lines.writerow(COLUMNS)
        for row in colt_rows(source):
            lines.writerow(row)
            number += 1
        text.detach()
    return {"colt.csv": number}


def colt_rows(source: Source) -> Iterator[tuple[str, ...]]:
    """The rows, by first day: visits that were begun, by heads of state and of government."""
    found = [each for each in visits_of(source) if each.status in ("done", "under way")]
    around = _Around(source, found)
    for visit in found:
        if visit.rank in LEADERS:
            cells = around.cells(visit)
            yield tuple(one_line(cells.get(column, "")) for column in COLUMNS)


class _Around:
    """What a row needs beside its visit: names, pages, accounts, and who travelled along."""

    def __init__(self, source: Source, visits: Sequence[Visit]) -> None:
        self._source = source
        self._visits: dict[tuple[str, str], list[Visit]] = {}
        for visit in visits:
            self._visits.setdefault((visit.iso3, visit.to), []).append(visit)
        self._parties: dict[str, Party] = {
            one: party for party in source.parties() for one in (party.id, *party.ids)
        }
        wanted = {one for visit in visits for one in visit.coverage_ids}
        self._origins = {home.id: home.origins for home in source.coverages() if home.id in wanted}
        self._addresses = {
            kept.page.id: kept.page.address for kept in source.kept_pages() if kept.page.address
        }

    def name(self, actor_id: str) -> str:
        """The usual name of an actor."""
        party = self._parties.get(actor_id)
        return party.name if party else actor_id

    def names(self, met: Sequence[Met]) -> str:
        """The names of those met, each once."""
        return "; ".join(dict.fromkeys(self.name(each.actor_id) for each in met))

    def cells(self, visit: Visit) -> dict[str, str]:
        """The cells of a visit that words bear, by column."""
        return {
            "TripID": visit.id,
            "Notes": "; ".join(part for part in (visit.occasion or "", _unfinished(visit)) if part),
            "Confidence": str(self._confidence(visit)),
            **self._leader(visit),
            **_trip(visit),
            **self._company(visit),
            **self._met(visit),
            **_done(visit),
            **self._links(visit),
        }

    def _leader(self, visit: Visit) -> dict[str, str]:
        home = state(visit.iso3)
        name = self.name(visit.traveller)
        return {
            "LeaderID": visit.traveller,
            "LeaderCountryOrIGO": home.name if home else visit.iso3,
            "LeaderCountryISO": visit.iso3,
            "LeaderRegion": continent(home.region) if home else "",
            "LeaderSubregion": home.region if home else "",
            "LeaderRole": LEADERS[visit.rank],
            "LeaderTitle": visit.title or "",
            "LeaderSurname": next(
                (row.family for row in find_holders(name) if row.iso3 == visit.iso3), ""
            ),
            "LeaderFullName": name,
        }

    def _company(self, visit: Visit) -> dict[str, str]:
        there = [
            other
            for other in self._visits[visit.iso3, visit.to]
            if other.traveller != visit.traveller and _overlap(visit, other)
        ]
        below = [other for other in there if other.rank not in LEADERS]
        hosts = [
            met
            for other in below
            for met in other.met
            if met.part == "host" and met.rank and met.rank not in LEADERS
        ]
        return {
            "CotravelHOGS": _yes(any(other.rank in LEADERS for other in there)),
            "SubHOGSTravelWithHOGS": _yes(below),
            "SubHOGSmetHostSubHOGS": _yes(hosts),
            "HostSubHOGSName": self.names(hosts),
        }

    def _met(self, visit: Visit) -> dict[str, str]:
        def of(part: MetAs) -> list[Met]:
            return [each for each in visit.met if each.part == part]

        hosts = [each for each in of("host") if each.rank in LEADERS]
        return {
            "MetHostHoGS": _yes(hosts),
            "HostHOGSName": self.names(hosts),
            "MetNonhostHOGS": _yes(of("other")),
            "NonhostHOGSNames": self.names(of("other")),
            "MetIGOLeader": _yes(of("body")),
            "IGOLeaderName": self.names(of("body")),
        }

    def _confidence(self, visit: Visit) -> int:
        """1, and 1 more each for the points that docs/exports.md lists."""
        carriers = set(visit.report_ids)
        accounts = [
            origin
            for home in visit.coverage_ids
            for origin in self._origins.get(home, ())
            if carriers & set(origin.report_ids)
        ]
        points = (
            "a journey" in visit.rules,
            bool(visit.event_ids),
            _exact(visit.first) is not None and bool(visit.place),
            len(accounts) > 1,
        )
        return 1 + sum(points)

    def _links(self, visit: Visit) -> dict[str, str]:
        pages = dict.fromkeys(
            report.page_id for report in self._source.reports_by_id(visit.report_ids)
        )
        links = [
            self._addresses.get(page) or next(iter(self._source.names(page)), page)
            for page in pages
        ]
        return {f"SourceLink{number}": link for number, link in enumerate(links[:LINKS], 1)}


def _trip(visit: Visit) -> dict[str, str]:
    there = state(visit.to)
    first, last = _exact(visit.first), _exact(visit.last)
    days = (edges(last)[1] - edges(first)[0]).days + 1 if first and last else 0
    known = visit.first or visit.last
    return {
        "CountryVisited": there.name if there else visit.to,
        "CountryVisitedISO": visit.to,
        "RegionVisited": continent(there.region) if there else "",
        "SubRegionVisited": there.region if there else "",
        "CityVisited": visit.place.name if visit.place else "",
        "TripYear": known.value[:4] if known else "",
        "TripStartDate": first or "",
        "TripEndDate": last or "",
        "TripDuration": str(days) if days > 0 else "",
    }


def _done(visit: Visit) -> dict[str, str]:
    frames = visit.told("multilateral")
    ministerial = [name for name in frames if "minister" in name.lower()]
    others = [name for name in frames if name not in ministerial]
    return {
        "AttendedMultilatEvent": _yes(others),
        "NameMultilatEvent": "; ".join(others),
        "AttendedMultilatMinisterialEvent": _yes(ministerial),
        "NameMultilatMinisterialEvent": "; ".join(ministerial),
        "PublicAddress": _yes(visit.told("address")),
        "SignedAgreement": _yes(visit.told("signed")),
        "CulturalSiteOrCeremony": _yes(visit.told("ceremony")),
        "BusinessLeaderOrForum": _yes(visit.told("forum")),
    }


def continent(subregion: str) -> str:
    """The continent of a subregion of UN M49; "" where the table knows none."""
    return next((name for word, name in _CONTINENTS if word in subregion), "")


def _yes(evidence: object) -> str:
    """Yes where there is evidence; never No, which no silence tells."""
    return "Yes" if evidence else ""


def _exact(told: EventDate | None) -> str | None:
    return told.value[:10] if told and told.precision not in ("year", "month") else None


def _unfinished(visit: Visit) -> str:
    return "under way when last told of" if visit.status == "under way" else ""


def _overlap(a: Visit, b: Visit) -> bool:
    """Whether two visits share a day, as far as their days are known."""
    one = [_exact(each) for each in (a.first, a.last or a.first)]
    other = [_exact(each) for each in (b.first, b.last or b.first)]
    if not (one[0] and one[1] and other[0] and other[1]):
        return False
    return one[0] <= other[1] and other[0] <= one[1]
