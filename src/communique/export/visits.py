"""Visits out of a register's records, and as rows."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from communique.export.phrases import state_name
from communique.export.rows import Row, evidence_rows
from communique.export.source import Source
from communique.export.values import date_row, place_row
from communique.types.coverage import Coverage, Merged
from communique.types.record import Event, EventDate
from communique.types.standing import Instrument
from communique.types.text import Report
from communique.types.visit import Visit
from communique.visits import find_visits, join_visits

_HINT = re.compile(
    r"\b(?:visit|trip|travel|arriv|flew|fly|land|stop|attend|welcom|receiv|greet|host|leave|left|"
    r"depart|tour|journey|return|is in|was in)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Held:
    events: list[Event] = field(default_factory=list)
    instruments: list[Instrument] = field(default_factory=list)


def visits_of(source: Source) -> tuple[Visit, ...]:
    """The visits that a register's reports tell of, by first day; worked out, never stored."""
    held: dict[str, _Held] = defaultdict(_Held)
    for event in source.events():
        if event.type == "CONSULT" and event.coverage_id:
            held[event.coverage_id].events.append(event)
    for instrument in source.instruments():
        if instrument.coverage_id:
            held[instrument.coverage_id].instruments.append(instrument)
    homes = list(source.coverages())
    return join_visits(
        visit for home in homes for visit in _of_coverage(source, home, held.get(home.id, _Held()))
    )


def _of_coverage(source: Source, home: Coverage, held: _Held) -> tuple[Visit, ...]:
    partly = {part.report_id for part in home.parts}
    whole = [one for one in home.report_ids if one not in partly]
    reports = list(source.reports_by_id(whole))
    if not held.events:
        reports = [report for report in reports if _may_tell(report)]
    if not reports:
        return ()
    merged = Merged(
        coverage_id=home.id, events=tuple(held.events), instruments=tuple(held.instruments)
    )
    return find_visits(merged, reports, [source.folded_findings(each.id) for each in reports])


def _may_tell(report: Report) -> bool:
    return any(_HINT.search(paragraph.text) for paragraph in report.paragraphs)


def visit_row(visit: Visit) -> Row:
    """{id, traveller, rank, title, iso3, to, place, first, last, status, occasion, met, ...}."""
    return {
        "id": visit.id,
        "traveller": visit.traveller,
        "rank": visit.rank,
        "title": visit.title,
        "iso3": visit.iso3,
        "to": visit.to,
        "place": place_row(visit.place),
        "first": date_row(visit.first),
        "last": date_row(visit.last),
        "status": visit.status,
        "occasion": visit.occasion,
        "met": [
            {
                "actor_id": each.actor_id,
                "part": each.part,
                "iso3": each.iso3,
                "rank": each.rank,
                "title": each.title,
                "evidence": evidence_rows(each.evidence),
            }
            for each in visit.met
        ],
        "details": [
            {"kind": each.kind, "value": each.value, "evidence": evidence_rows([each.evidence])}
            for each in visit.details
        ],
        "event_ids": list(visit.event_ids),
        "coverage_ids": list(visit.coverage_ids),
        "report_ids": list(visit.report_ids),
        "rules": list(visit.rules),
        "evidence": evidence_rows(visit.evidence),
    }


def between(
    found: Iterable[Visit], states: Iterable[str], since: str | None, until: str | None
) -> Iterator[Visit]:
    """The visits that some of `states` (alpha-3) make or receive, within bounds (ISO, partial).

    With two states those from one to the other; with bounds those of known days alone.
    """
    wanted = set(states)
    for visit in found:
        if wanted and len(wanted & {visit.iso3, visit.to}) < len(wanted):
            continue
        days = [each.value[:10] for each in (visit.first, visit.last) if each]
        if (since or until) and not days:
            continue
        if since and days[-1][: len(since)] < since[: len(days[-1])]:
            continue
        if until and days[0][: len(until)] > until[: len(days[0])]:
            continue
        yield visit


def days_of(visit: Visit) -> str:
    """The days of a visit for a reader: "2024-05-13 to 2024-05-15", "?" for one not stated."""
    first, last = _day(visit.first), _day(visit.last)
    if first and last and first.rstrip("?") != last.rstrip("?"):
        return f"{first} to {last}"
    return first or (f"to {last}" if last else "-")


def _day(told: EventDate | None) -> str:
    return "" if told is None else told.value if told.stated else f"{told.value}?"


def route(visit: Visit) -> str:
    """From which state to which, and the town."""
    town = f" ({visit.place.name})" if visit.place else ""
    return f"{state_name(visit.iso3)} to {state_name(visit.to)}{town}"
