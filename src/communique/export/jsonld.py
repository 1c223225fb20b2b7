"""One JSON-LD file: who said and did what, in the words of schema.org and PROV.

An event is an Action, a statement a Claim, a report a NewsArticle; each line of the record was
derived from quotations of reports. What neither vocabulary has is under terms of our own.
"""

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

import msgspec

from communique.export.coded import country, publisher
from communique.export.files import placed, writing
from communique.export.rows import Row
from communique.export.source import Source
from communique.types.parties import ActorKind, Party
from communique.types.record import Event, Modality, Statement
from communique.types.text import Evidence, Report
from communique.version import VERSION

CONTEXT = {
    "@vocab": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "terms": "urn:communique:terms#",
}
_KINDS: dict[ActorKind, str] = {
    "person": "Person",
    "state": "Country",
    "igo": "Organization",
    "office": "GovernmentOrganization",
    "organisation": "Organization",
}
_STATUS: dict[Modality, str] = {
    "actual": "CompletedActionStatus",
    "historical": "CompletedActionStatus",
    "future": "PotentialActionStatus",
    "hypothetical": "PotentialActionStatus",
}
"""A denied event has no status: it is in terms:modality alone."""


def write_jsonld(source: Source, folder: Path) -> dict[str, int]:
    """Write `folder`/record.jsonld, one object with a graph; returns its nodes. Raises E403."""
    number = 0
    with writing(folder), placed(folder / "record.jsonld") as out:
        out.write(b'{"@context":' + msgspec.json.encode(CONTEXT) + b',"@graph":[')
        for number, node in enumerate(nodes(source), 1):
            known = {key: value for key, value in node.items() if value not in (None, [], {})}
            out.write((b",\n" if number > 1 else b"\n") + msgspec.json.encode(known))
        out.write(b"\n]}\n")
    return {"record.jsonld": number}


def nodes(source: Source) -> Iterator[Row]:
    """The software, then every report, party, statement and event."""
    yield {"@id": "urn:communique", "@type": "prov:SoftwareAgent", "name": f"communique {VERSION}"}
    yield from chain(
        map(_report, source.reports()),
        map(_party, source.parties()),
        map(_statement, source.statements()),
        map(_event, source.events()),
    )


def _id(record_id: str) -> Row:
    return {"@id": f"urn:communique:{record_id}"}


def _report(report: Report) -> Row:
    name = publisher(report)
    return {
        **_id(report.id),
        "@type": ["NewsArticle", "prov:Entity"],
        "headline": report.headline.text if report.headline else None,
        "datePublished": report.published.value if report.published else None,
        "inLanguage": report.language,
        "publisher": {"@type": "Organization", "name": name} if name else None,
    }


def _party(party: Party) -> Row:
    return {
        **_id(party.id),
        "@type": [_KINDS[party.kind], "prov:Agent"],
        "name": party.name,
        "alternateName": list(party.names[1:]),
        "sameAs": [_id(one) for one in party.ids[1:]],
        "jobTitle": list(dict.fromkeys(role.title for role in party.roles)),
        "terms:country": party.iso3,
    }


def _statement(statement: Statement) -> Row:
    return {
        **_id(statement.id),
        "@type": ["Claim", "prov:Entity"],
        "text": " ".join(passage.text for passage in statement.content),
        "author": [_id(one) for one in statement.actor_ids],
        "appearance": _id(statement.report_id),
        "terms:act": statement.act,
        "terms:modality": statement.modality,
        **_made(statement.evidence),
    }


def _event(event: Event) -> Row:
    first, _, last = event.date.value.partition("/") if event.date else (None, None, None)
    said_by = event.attributed_to
    return {
        **_id(event.id),
        "@type": ["Action", "prov:Entity"],
        "additionalType": "/".join(filter(None, (event.type, event.mode))),
        "actionStatus": None if said_by else _STATUS.get(event.modality),
        "agent": [_id(one) for one in event.actors],
        "participant": [_id(one) for one in event.recipients],
        "startTime": first,
        "endTime": last or None,
        "location": _place(event),
        "terms:modality": event.modality,
        "prov:wasAttributedTo": _id(said_by) if said_by else None,
        **_made(event.evidence),
    }


def _place(event: Event) -> Row | None:
    place = event.place
    if place is None:
        return None
    found: Row = {"@type": "Place", "name": place.name}
    if place.country:
        found["address"] = {"@type": "PostalAddress", "addressCountry": country(place.country)}
    if place.lat is not None and place.lon is not None:
        found["geo"] = {"@type": "GeoCoordinates", "latitude": place.lat, "longitude": place.lon}
    return found


def _made(evidence: Sequence[Evidence]) -> Row:
    """From which words of which reports."""
    return {
        "prov:wasDerivedFrom": [
            {
                "@type": ["Quotation", "prov:Entity"],
                "text": piece.quote,
                "prov:wasQuotedFrom": _id(piece.report_id),
                "terms:start": piece.span.start,
                "terms:end": piece.span.end,
            }
            for piece in evidence
        ]
    }
