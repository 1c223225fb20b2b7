"""FollowTheMoney entities as JSON lines (followthemoney.tech, MIT): parties, reports, events.

Ids are the register's own. Properties are lists of words; what is not known is left out.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from communique.export.coded import Fact, facts, publisher
from communique.export.files import writing
from communique.export.jsonl import write_lines
from communique.export.plain import one_line
from communique.export.rows import Row
from communique.export.source import Source
from communique.types.ids import content_id
from communique.types.parties import Held, Party
from communique.types.record import Event
from communique.types.text import Evidence, Report
from communique.vocab.states import state

_PUBLIC = ("GOV", "MIL", "LEG", "JUD", "COP", "SPY")
"""Sectors whose bodies are organs of a state."""
_LANGUAGES = {"en": "eng", "fr": "fra", "es": "spa", "ru": "rus", "zh": "zho", "ar": "ara"}
"""The model has languages by three letters; one that is not here is left out."""


def write_ftm(source: Source, folder: Path) -> dict[str, int]:
    """Write `folder`/entities.ftm.json, an entity a line; returns how many. Raises E403."""
    with writing(folder):
        number = write_lines(folder / "entities.ftm.json", entities(source))
    return {"entities.ftm.json": number}


def entities(source: Source) -> Iterator[Row]:
    """Every party, office with dates, report, and event that took place, with what documents it."""
    posts: set[str] = set()
    for party in source.parties():
        for row in _party(party):
            if row["schema"] != "Position" or row["id"] not in posts:
                yield row
            posts.add(row["id"])
    for report in source.reports():
        seen = source.names(report.page_id)
        yield _article(report, seen[0] if seen else None)
    for fact in facts(source):
        yield _event(fact)
        yield from (_documentation(fact.event, piece) for piece in fact.event.evidence)


def _entity(entity_id: str, schema: str, **properties: Iterable[str | None]) -> Row:
    known = {name: [each for each in told if each] for name, told in properties.items()}
    return {
        "id": entity_id,
        "schema": schema,
        "properties": {name: list(dict.fromkeys(told)) for name, told in known.items() if told},
    }


def _party(party: Party) -> Iterator[Row]:
    if party.kind == "person":
        yield _entity(
            party.id,
            "Person",
            name=[one_line(party.name)],
            alias=[one_line(name) for name in party.names[1:]],
            country=[_country(party.iso3)],
            position=[one_line(role.title) for role in party.roles],
        )
        for role in party.roles:
            if role.since or role.until:
                yield from _office(party, role)
        return
    public = party.kind in ("state", "office") or party.sector in _PUBLIC
    yield _entity(
        party.id,
        "PublicBody" if public else "Organization",
        name=[one_line(party.name)],
        alias=[one_line(name) for name in party.names[1:]],
        country=[_country(party.iso3)],
        topics=["gov.igo"] if party.kind == "igo" else [],
    )


def _office(party: Party, role: Held) -> Iterator[Row]:
    """The office as a position, and the person's time in it."""
    post = content_id("ps", "ftm", role.title.casefold(), role.iso3, role.organisation)
    yield _entity(post, "Position", name=[one_line(role.title)], country=[_country(role.iso3)])
    yield _entity(
        content_id("ps", party.id, post, role.since, role.until),
        "Occupancy",
        holder=[party.id],
        post=[post],
        startDate=[role.since],
        endDate=[role.until],
    )


def _article(report: Report, page: str | None) -> Row:
    published = report.published.value[:10] if report.published else ""
    return _entity(
        report.id,
        "Article",
        title=[one_line(report.headline.text) if report.headline else None],
        publisher=[publisher(report)],
        author=[one_line(report.byline.text) if report.byline else None],
        publishedAt=[published if len(published) == len("2024-07-04") else None],
        language=[_LANGUAGES.get(report.language or "")],
        fileName=[page],
    )


def _event(fact: Fact) -> Row:
    event, place = fact.event, fact.where
    first, _, last = event.date.value.partition("/") if event.date else ("", "", "")
    return _entity(
        event.id,
        "Event",
        name=[_caption(fact)],
        date=[] if last else [first],
        startDate=[first] if last else [],
        endDate=[last],
        country=[_country(event.place.country) if event.place else None],
        location=[place.name],
        involved=[*event.actors, *event.recipients],
        keywords=[event.type, event.mode, *event.contexts],
        proof=event.report_ids,
        recordId=[event.id],
    )


def _caption(fact: Fact) -> str:
    """Type and mode, and who towards whom: "CONSULT (phone): Ana Kos → Karl Lang"."""
    event = fact.event
    sides = [", ".join(each.name for each in side) for side in (fact.actors, fact.recipients)]
    mode = f" ({event.mode})" if event.mode else ""
    return f"{event.type}{mode}: {' → '.join(filter(None, sides))}"


def _documentation(event: Event, piece: Evidence) -> Row:
    """The words of a report that bear an event."""
    start, end = piece.span.start, piece.span.end
    return _entity(
        content_id("ev", "documentation", event.id, piece.report_id, start, end),
        "Documentation",
        document=[piece.report_id],
        entity=[event.id],
        role=["evidence"],
        summary=[one_line(piece.quote)],
        recordId=[f"{start}-{end}"],
    )


def _country(iso3: str | None) -> str | None:
    """The two-letter code that the model has; None for a former state."""
    known = state(iso3) if iso3 else None
    return known.iso2.lower() if known and known.until is None else None
