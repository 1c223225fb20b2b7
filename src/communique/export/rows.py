"""Records as plain rows for the outside: the JSON that docs/json.md describes. Pure."""

from collections.abc import Iterable
from typing import Any

from communique.errors import Fault
from communique.export.accounts import accounts
from communique.export.values import date_row, place_row
from communique.types.coverage import Carrying, Coverage, Link, Part, Related, SentenceRef
from communique.types.parties import Held, Party
from communique.types.record import Disputed, Event, Statement
from communique.types.standing import Instrument, RelationChange
from communique.types.text import Credit, Evidence, Passage, Report, Stamp
from communique.vocab.cameo import cameo_code

Row = dict[str, Any]


def evidence_rows(evidence: Iterable[Evidence]) -> list[Row]:
    """[{report_id, start, end, quote}], code points into the page's text."""
    return [
        {"report_id": e.report_id, "start": e.span.start, "end": e.span.end, "quote": e.quote}
        for e in evidence
    ]


def passage_row(passage: Passage) -> Row:
    """{start, end, text}."""
    return {"start": passage.span.start, "end": passage.span.end, "text": passage.text}


def report_row(report: Report, page: str, coverage_id: str | None) -> Row:
    """A report; `page` is the name of the file it was read from."""
    return {
        "id": report.id,
        "page": page,
        "page_id": report.page_id,
        "headline": report.headline.text if report.headline else None,
        "byline": report.byline.text if report.byline else None,
        "editors": [editor.text for editor in report.editors],
        "language": report.language,
        "kind": report.kind,
        "outlet": _credit(report.outlet),
        "agency": _credit(report.agency),
        "dateline": (
            {
                "place": report.dateline.place,
                "date": report.dateline.date,
                "reason": report.dateline.reason,
            }
            if report.dateline
            else None
        ),
        "published": _stamp(report.published),
        "updated": _stamp(report.updated),
        "captions": [caption.text for caption in report.captions],
        "photo_credits": [credit.text for credit in report.photo_credits],
        "paragraphs": [passage_row(paragraph) for paragraph in report.paragraphs],
        "sentences": [
            {"start": sentence.span.start, "end": sentence.span.end}
            for sentence in report.sentences
        ],
        "furniture": [
            {"label": part.label, **passage_row(part.passage)} for part in report.furniture
        ],
        "coverage_id": coverage_id,
    }


def _credit(credit: Credit | None) -> Row | None:
    if credit is None:
        return None
    return {"name": credit.name, "stated": credit.stated, "reason": credit.reason}


def _stamp(stamp: Stamp | None) -> Row | None:
    if stamp is None:
        return None
    return {"value": stamp.value, "stated": stamp.stated, "timezone": stamp.timezone}


def coverage_row(coverage: Coverage) -> Row:
    """A coverage with its origins, copies, sentence links and differences."""
    return {
        "id": coverage.id,
        "report_ids": list(coverage.report_ids),
        "origins": [
            {
                "name": o.name,
                "report_ids": list(o.report_ids),
                "side": o.side,
                "stance": o.stance,
                "reason": o.reason,
            }
            for o in coverage.origins
        ],
        "accounts": accounts(coverage.origins),
        "copies": [copy_row(each) for each in coverage.copies],
        "links": [_link(link) for link in coverage.links],
        "differences": [
            {
                "kind": d.kind,
                "topic": d.topic,
                "report_id": d.report_id,
                "version": d.version,
                "says": d.says,
                "evidence": evidence_rows(d.evidence),
                "against": evidence_rows(d.against),
            }
            for d in coverage.differences
        ],
        "parts": [_sentences(each) for each in coverage.parts],
        "related": [
            {"coverage_id": each.coverage_id, "kind": each.kind, **_sentences(each)}
            for each in coverage.related
        ],
    }


def _sentences(told: Part | Related) -> Row:
    return {
        "report_id": told.report_id,
        "sentences": list(told.sentences),
        "score": told.score,
        "reason": told.reason,
    }


def copy_row(carrying: Carrying) -> Row:
    """What two reports share, and which of them likely has it from the other."""
    descent = carrying.descent
    return {
        "a": carrying.a,
        "b": carrying.b,
        "kind": carrying.kind,
        "share_of_a": carrying.share_of_a,
        "share_of_b": carrying.share_of_b,
        "longest_run": carrying.longest_run,
        "likely_source": descent and descent.source,
        "likelihood": descent and descent.likelihood,
        "reasons": list(descent.reasons) if descent else [],
    }


def _link(link: Link) -> Row:
    def side(ref: SentenceRef) -> Row:
        return {"report_id": ref.report_id, "sentence": ref.sentence}

    return {"a": side(link.a), "b": side(link.b), "kind": link.kind, "score": link.score}


def statement_row(statement: Statement) -> Row:
    """A statement; its content fragments are joined by a space."""
    source = None
    if statement.source or statement.actor_ids:
        source = {
            "text": statement.source.text if statement.source else None,
            "actor_id": statement.actor_ids[0] if len(statement.actor_ids) == 1 else None,
            "actor_ids": list(statement.actor_ids),
        }
    return {
        "id": statement.id,
        "report_id": statement.report_id,
        "source": source,
        "cue": statement.cue.text if statement.cue else None,
        "content": " ".join(passage.text for passage in statement.content),
        "addressee": statement.addressee,
        "manner": statement.manner,
        "modality": statement.modality,
        "kind": statement.kind,
        "act": statement.act,
        "strength": statement.strength,
        "wording": [passage_row(passage) for passage in statement.wording],
        "confidence": statement.confidence,
        "within": statement.within,
        "continues": statement.continues,
        "rule": statement.rule,
        "evidence": evidence_rows(statement.evidence),
    }


def event_row(event: Event) -> Row:
    """A merged event in PLOVER's words."""
    return {
        "id": event.id,
        "type": event.type,
        "mode": event.mode,
        "cameo": cameo_code(event.type, event.mode),
        "contexts": list(event.contexts),
        "intensity": event.intensity,
        "quad": event.quad,
        "date": date_row(event.date),
        "place": place_row(event.place),
        "actors": list(event.actors),
        "recipients": list(event.recipients),
        "modality": event.modality,
        "attributed_to": event.attributed_to,
        "coverage_id": event.coverage_id,
        "report_ids": list(event.report_ids),
        "origins": event.origins,
        "confidence": event.confidence,
        "rule": event.rule,
        "part_of": event.part_of,
        "disputed": [_disputed(each) for each in event.disputed],
        "evidence": evidence_rows(event.evidence),
    }


def _disputed(disputed: Disputed) -> Row:
    return {
        "field": disputed.field,
        "value": disputed.value,
        "report_ids": list(disputed.report_ids),
        "evidence": evidence_rows(disputed.evidence),
    }


def instrument_row(instrument: Instrument) -> Row:
    """A document between parties and what was done with it."""
    return {
        "id": instrument.id,
        "kind": instrument.kind,
        "title": instrument.title,
        "parties": list(instrument.parties),
        "count": instrument.count,
        "acts": [{"act": act.act, "date": act.date, "by": act.by} for act in instrument.acts],
        "subjects": list(instrument.subjects),
        "coverage_id": instrument.coverage_id,
        "report_ids": list(instrument.report_ids),
        "evidence": evidence_rows(instrument.evidence),
    }


def relation_row(change: RelationChange) -> Row:
    """A change between two states."""
    return {
        "id": change.id,
        "dyad": list(change.dyad),
        "change": change.change,
        "level_before": change.level_before,
        "level_after": change.level_after,
        "date": change.date,
        "status": change.status,
        "effective": change.effective,
        "by": change.by,
        "instrument_ids": list(change.instrument_ids),
        "coverage_id": change.coverage_id,
        "report_ids": list(change.report_ids),
        "evidence": evidence_rows(change.evidence),
    }


def actor_row(party: Party) -> Row:
    """A party with all its names and the offices it was seen in, or is known to have held."""
    return {
        "id": party.id,
        "ids": list(party.ids),
        "name": party.name,
        "names": list(party.names),
        "kind": party.kind,
        "iso3": party.iso3,
        "sector": party.sector,
        "roles": [_role(role) for role in party.roles],
        "first_seen": party.first_seen,
        "last_seen": party.last_seen,
        "sources": list(party.sources),
        "evidence": evidence_rows(party.evidence),
    }


def _role(role: Held) -> Row:
    return {
        "title": role.title,
        "iso3": role.iso3,
        "organisation": role.organisation,
        "from": role.since,
        "to": role.until,
        "ended": role.ended,
        "source": role.source,
        "first_seen": role.first_seen,
        "last_seen": role.last_seen,
        "evidence": evidence_rows(role.evidence),
    }


def fault_row(fault: Fault) -> Row:
    """A page or part that could not be processed."""
    return {
        "id": fault.id,
        "page": fault.page,
        "code": fault.code,
        "message": fault.message,
        "sha256": fault.sha256,
    }
