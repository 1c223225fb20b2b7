"""What a brief tells of visits: who went to the other state, when, and what for."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from communique.export.briefing.draft import Draft
from communique.export.briefing.phrases import Named, derived
from communique.export.dossier import Dossier
from communique.export.utterances import day_of
from communique.export.visits import between, route
from communique.types.coverage import Coverage, Merged
from communique.types.parties import Actor
from communique.types.record import Findings
from communique.types.text import Report
from communique.types.visit import Visit
from communique.visits import find_visits, join_visits

REPORTS = 60
"""Most reports that are read for visits, those of the latest meetings."""


class Findable(Protocol):
    """Where the words of visits are found; a register's view is one."""

    def merged(self, coverage_id: str) -> Merged:
        """What the reports of a coverage assert together."""
        ...

    def actors_by_id(self, actor_ids: Iterable[str]) -> Iterator[Actor]:
        """The actors of these ids that there are."""
        ...

    def folded_findings(self, report_id: str) -> Findings:
        """All that a report asserts, each person under one id."""
        ...


def with_visits(archive: Findable, dossier: Dossier) -> Dossier:
    """The dossier with the visits that the reports of the latest meetings tell of."""
    found = _visits_in(archive, dossier)
    named = {one for each in found for one in (each.traveller, *(met.actor_id for met in each.met))}
    more = archive.actors_by_id(sorted(named - dossier.actors.keys()))
    actors = {**dossier.actors, **{each.id: each for each in more}}
    return replace(dossier, visits=found, actors=actors)


def _visits_in(archive: Findable, dossier: Dossier) -> tuple[Visit, ...]:
    found = join_visits(
        visit
        for home, reports in _latest(dossier)
        for visit in find_visits(
            archive.merged(home.id), reports, [archive.folded_findings(one.id) for one in reports]
        )
    )
    return tuple(between(found, dossier.dyad, None, None))


def _latest(dossier: Dossier) -> Iterator[tuple[Coverage, Sequence[Report]]]:
    """The coverages of meetings with the reports that tell them as a whole, the latest first."""
    met = {each.coverage_id for each in dossier.events if each.type == "CONSULT"}
    by_id = {report.id: report for report in dossier.reports}
    homes = []
    for home in dossier.coverages:
        if home.id in met:
            partly = {part.report_id for part in home.parts}
            told = [by_id[one] for one in home.report_ids if one in by_id and one not in partly]
            homes.append((max((day_of(each) or "" for each in told), default=""), home, told))
    left = REPORTS
    for _, home, told in sorted(homes, key=lambda each: (each[0], each[1].id), reverse=True):
        if left <= 0:
            return
        left -= len(told)
        yield home, told


def visits(found: Iterable[Visit], named: Named) -> Iterator[Draft]:
    """Every visit: its days, who went where, and what is told of it."""
    for each in found:
        hosts = [met.actor_id for met in each.met if met.part == "host"]
        yield Draft(
            record_id=each.id,
            head=(_day(each) or "No date stated").replace("/", " to "),
            text=f"{named.bare(each.traveller)}, {route(each)}",
            day=_day(each),
            notes=tuple(
                filter(
                    None,
                    (
                        each.status if each.status != "done" else "",
                        each.occasion or "",
                        f"met {named.all(hosts)}" if hosts else "",
                        *each.told("multilateral"),
                        *derived(each.first),
                    ),
                )
            ),
            others=each.evidence,
            report_ids=each.report_ids,
            words=" ".join(detail.value for detail in each.details),
        )


def _day(visit: Visit) -> str | None:
    days = [date.value[:10] for date in (visit.first, visit.last) if date]
    return "/".join(dict.fromkeys((days[0], days[-1]))) if days else None
