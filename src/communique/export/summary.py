"""What the versions of a happening share and where they part, the weightiest first. Pure.

`summarise` gathers it as records, `summary_row` gives them as JSON; `summary_text.py` words them.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from communique.export.accounts import accounts
from communique.export.naming import report_names
from communique.export.rows import Row, copy_row, evidence_rows
from communique.export.telling import Shared, Telling, Version, without_dateline
from communique.types.coverage import Carrying, Coverage
from communique.types.record import Event
from communique.types.text import Evidence, Report

_LEDE = 2
"""Sentences of a report that tell what it is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What happened: words of a report, and the date and place most reports' ledes give it.

    `date_stated` tells whether any report states the date of the event itself.
    """

    words: Evidence
    date: str | None
    date_stated: bool
    place: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What is known of a happening through its versions; `names` are those of the reports by id.

    `sources` are the pairs of reports that share words, each report's likeliest source alone.
    """

    coverage: Coverage
    names: Mapping[str, str]
    fact: Fact | None
    shared: tuple[Shared, ...]
    versions: tuple[Version, ...]
    sources: tuple[Carrying, ...]


def summarise(
    coverage: Coverage,
    reports: Sequence[Report],
    pages: Mapping[str, str],
    events: Iterable[Event] = (),
) -> Summary:
    """Summarise a coverage, its reports in its order, and its merged events.

    `pages` are the names of the pages by report id.
    """
    told = Telling(coverage, reports)
    return Summary(
        coverage=coverage,
        names=report_names(coverage, reports, pages),
        fact=_fact(reports, list(events)),
        shared=told.shared(),
        versions=tuple(told.version(report) for report in reports[1:]),
        sources=_sources(coverage),
    )


def _fact(reports: Sequence[Report], events: Sequence[Event]) -> Fact | None:
    """The first version's headline, or the first there is, else its first sentence."""
    titled = next((each for each in reports if each.headline), None)
    lead = titled or next((each for each in reports if each.sentences), None)
    if lead is None:
        return None
    words = lead.evidence((lead.headline or lead.sentences[0]).span)
    days, places, stated = _votes(reports, events)
    day = _most(days)
    return Fact(
        words=without_dateline(lead, words) or words,
        date=day,
        date_stated=day in stated,
        place=_most(places),
    )


def _votes(
    reports: Sequence[Report], events: Sequence[Event]
) -> tuple[Counter[str], Counter[str], set[str]]:
    """How many openings give each day and place of what is told as done; the days stated."""
    days, places, stated = Counter[str](), Counter[str](), set[str]()
    openings = {
        report.id: [*filter(None, [report.headline]), *report.sentences[:_LEDE]]
        for report in reports
    }
    for event in events:
        if event.modality not in ("actual", "historical") or event.attributed_to:
            continue
        leading = {
            piece.report_id
            for piece in event.evidence
            for opening in openings.get(piece.report_id, ())
            if opening.span.overlaps(piece.span)
        }
        if event.date and event.date.precision == "day":
            days[event.date.value] += len(leading)
            stated.update({event.date.value} if event.date.stated else ())
        if event.place:
            places[event.place.name] += len(leading)
    return days, places, stated


def _most(votes: Counter[str]) -> str | None:
    """What has most votes, of several the first in the alphabet; None where nothing has one."""
    return min((-count, each) for each, count in votes.items())[1] if +votes else None


def _sources(coverage: Coverage) -> tuple[Carrying, ...]:
    """Each report's likeliest source, then the pairs whose direction nothing tells."""
    likeliest: dict[str, Carrying] = {}
    unknown = []
    for each in coverage.copies:
        if each.descent is None:
            unknown.append(each)
            continue
        taker = each.b if each.descent.source == each.a else each.a
        best = likeliest.get(taker)
        if best is None or best.descent is None or _surer(each) > _surer(best):
            likeliest[taker] = each
    ordered = [likeliest[one] for one in coverage.report_ids if one in likeliest]
    return (*ordered, *unknown)


def _surer(each: Carrying) -> tuple[float, float]:
    likelihood = each.descent.likelihood if each.descent else 0.0
    return likelihood, max(each.share_of_a, each.share_of_b)


def summary_row(summary: Summary, text: str) -> Row:
    """The summary as JSON, with its wording; see docs/json.md."""
    fact = summary.fact
    return {
        "coverage_id": summary.coverage.id,
        "fact": fact and fact.words.quote,
        "date": fact and fact.date,
        "date_stated": bool(fact and fact.date_stated),
        "place": fact and fact.place,
        "reports": [{"id": one, "name": name} for one, name in summary.names.items()],
        "accounts": accounts(summary.coverage.origins),
        "shared": [
            {"carriers": each.carriers, "evidence": evidence_rows([each.words])}
            for each in summary.shared
        ],
        "versions": [
            {
                "report_id": version.report_id,
                "differences": [
                    {
                        "way": part.way,
                        "evidence": evidence_rows(each.evidence),
                        "against": evidence_rows(each.against),
                    }
                    for part in version.parts
                    for each in part.differences
                ],
            }
            for version in summary.versions
        ],
        "sources": [copy_row(each) for each in summary.sources],
        "text": text,
    }
