"""What a brief tells of visits: who went to the other state, when, and what for."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Protocol

from communique.export.briefing.draft import Draft, happened
from communique.export.briefing.model import Scope
from communique.export.briefing.phrases import Named, derived
from communique.export.dossier import Dossier, Dyad
from communique.export.utterances import day_of
from communique.export.visits import between, route
from communique.types.coverage import Coverage, Merged
from communique.types.parties import Actor
from communique.types.record import Findings
from communique.types.text import Report
from communique.types.visit import Visit
from communique.visits import find_visits, join_visits

REPORTS = 120
"""Most reports that are read for visits, those of the latest meetings within the bounds: to read
one for visits takes some milliseconds, longer than all else that a brief does with it."""

Home = tuple[Coverage, Sequence[Report]]
"""A coverage and the reports that tell it as a whole."""


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


def with_visits(archive: Findable, dossier: Dossier, scope: Scope) -> Dossier:
    """The dossier with the visits that the reports of the latest meetings in `scope` tell of."""
    homes = _homes(dossier, scope)
    read = _latest(homes)
    found = _visits_in(archive, dossier.dyad, read)
    unread = sum(len(told) for _, told in homes[len(read) :])
    named = {one for each in found for one in (each.traveller, *(met.actor_id for met in each.met))}
    more = archive.actors_by_id(sorted(named - dossier.actors.keys()))
    actors = {**dossier.actors, **{each.id: each for each in more}}
    return replace(dossier, visits=found, visits_unread=unread, actors=actors)


def _visits_in(archive: Findable, dyad: Dyad, homes: Sequence[Home]) -> tuple[Visit, ...]:
    found = join_visits(
        visit
        for home, reports in homes
        for visit in find_visits(
            archive.merged(home.id), reports, [archive.folded_findings(one.id) for one in reports]
        )
    )
    return tuple(between(found, dyad, None, None))


def _homes(dossier: Dossier, scope: Scope) -> list[Home]:
    """The coverages of meetings with the reports that tell them as a whole, the latest first.

    Those of which neither a report nor a meeting is within the bounds are left out.
    """
    met: dict[str | None, list[str | None]] = defaultdict(list)
    for each in dossier.events:
        if each.type == "CONSULT":
            met[each.coverage_id].append(each.date.value if each.date else None)
    by_id = {report.id: report for report in dossier.reports}
    homes = []
    for home in dossier.coverages:
        if home.id in met:
            partly = {part.report_id for part in home.parts}
            told = [by_id[one] for one in home.report_ids if one in by_id and one not in partly]
            days = [day_of(each) for each in told]
            if any(happened(day, scope.since, scope.until) for day in (*days, *met[home.id])):
                homes.append((max((day or "" for day in days), default=""), home, told))
    ranked = sorted(homes, key=lambda each: (each[0], each[1].id), reverse=True)
    return [(home, told) for _, home, told in ranked]


def _latest(homes: Sequence[Home]) -> Sequence[Home]:
    """As many of `homes`, from the first, as have the most reports that are read."""
    before = accumulate((len(told) for _, told in homes), initial=0)
    return [home for home, count in zip(homes, before, strict=False) if count < REPORTS]


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
