"""What a brief tells of happenings: meetings, what else was done, and what is disputed."""

from collections.abc import Iterable, Iterator

from communique.export.briefing.accounts import Accounts
from communique.export.briefing.draft import Draft
from communique.export.briefing.phrases import (
    EVENTS,
    Named,
    at,
    dated,
    derived,
    derived_place,
    event_phrase,
    meeting_notes,
    said_by,
    told_as,
)
from communique.export.disputes import dispute_words
from communique.types.coverage import Coverage, Difference
from communique.types.record import Event


def meetings(events: Iterable[Event], named: Named) -> Iterator[Draft]:
    """Every meeting: when and where, who met, and of what kind it was."""
    for event in events:
        if event.type == "CONSULT":
            where = at(event.place)
            yield _draft(
                event,
                head=dated(event.date) + (f", {where}" if where else ""),
                text=named.all((*event.actors, *event.recipients)),
                notes=(
                    *meeting_notes(event, named),
                    *derived(event.date),
                    *derived_place(event.place),
                ),
            )


def other_events(events: Iterable[Event], named: Named) -> Iterator[Draft]:
    """Every other event: when, of what type, who, towards whom."""
    for event in events:
        if event.type != "CONSULT":
            yield _draft(
                event,
                head=dated(event.date),
                text=event_phrase(event, named),
                notes=(
                    *told_as(event.modality),
                    *said_by(event, named),
                    *derived(event.date),
                ),
            )


def _draft(event: Event, head: str, text: str, notes: tuple[str, ...]) -> Draft:
    return Draft(
        record_id=event.id,
        head=head,
        text=text,
        day=event.date.value if event.date else None,
        notes=(*notes, *(("disputed, see below",) if event.disputed else ())),
        others=event.evidence,
        report_ids=event.report_ids,
        words=" ".join(event.contexts),
    )


def disputes(events: Iterable[Event], named: Named) -> Iterator[Draft]:
    """What some reports of an event tell otherwise than most."""
    for event in events:
        for each in event.disputed:
            words = dispute_words(each, len(event.report_ids), named.bare)
            what = EVENTS[event.type].lower()
            who = named.all((*event.actors, *event.recipients))
            yield Draft(
                record_id=event.id,
                head=dated(event.date),
                text=f"{what} of {who}: {words}",
                day=event.date.value if event.date else None,
                others=each.evidence,
                report_ids=each.report_ids,
            )


def contradictions(coverages: Iterable[Coverage], accounts: Accounts) -> Iterator[Draft]:
    """What versions of one happening say against each other, each pair of sentences once."""
    seen = set()
    for coverage in coverages:
        for each in coverage.differences:
            if each.kind != "contradiction" or not each.evidence or not each.against:
                continue
            key = (each.evidence[0].quote, each.against[0].quote)
            if key not in seen:
                seen.add(key)
                yield _contradiction(each, accounts)


def _contradiction(each: Difference, accounts: Accounts) -> Draft:
    told = (each.evidence[0], each.against[0])
    says = (f"{accounts.outlet(piece.report_id)}: “{piece.quote}”" for piece in told)
    day = accounts.day(piece.report_id for piece in told)
    return Draft(
        record_id=each.version,
        head=day or "No date stated",
        text=" / ".join(says),
        day=day,
        shown=told,
        report_ids=tuple(piece.report_id for piece in told),
    )
