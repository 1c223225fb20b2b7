"""One report in, all that it asserts out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from communique.extract.actors import find_actors
from communique.extract.cast import cast_of
from communique.extract.context import Context, each_sentence
from communique.extract.dates import anchor_of, find_date_mentions
from communique.extract.events import find_events
from communique.extract.heard import with_heard
from communique.extract.instruments import find_instruments
from communique.extract.marks import Marked, as_mention
from communique.extract.meetings import find_meetings
from communique.extract.named import named
from communique.extract.persons import Cast
from communique.extract.places import dateline_place, find_places
from communique.extract.positions import find_positions
from communique.extract.relations import find_relations
from communique.extract.resolve import mark
from communique.extract.screen import concerns_states, names_two_parties
from communique.extract.speaking import with_voices
from communique.extract.statements import find_statements
from communique.extract.told_bodies import called_bodies
from communique.extract.words import quoted
from communique.models.attribution import attribution_model
from communique.types.parties import Mention
from communique.types.record import Findings
from communique.types.text import Passage, Report
from communique.vocab.holders import Holders, bundled


def extract(report: Report, table: Holders | None = None) -> Findings:
    """Read one report: its parties, dates, statements, events, instruments and relations.

    Pure: the same report and table always give the same findings, and every assertion carries
    evidence cut from the report. `table` tells who held which office; without it the bundled one
    does. A report that does not concern states has no findings. Where one names no two parties,
    nothing between parties is looked for, and no trained model is run.
    """
    if not concerns_states(_text(report)):
        return Findings(report_id=report.id)
    read = who_and_where(report, table or bundled())
    context, called, paired = read.context, read.called, read.paired
    meetings = find_meetings(context) if paired else ()
    instruments = find_instruments(context, meetings) if paired else ()
    events = find_events(context, meetings, instruments) if paired else ()
    spoke = frozenset(one for said in context.statements for one in said.actor_ids)
    return Findings(
        report_id=report.id,
        actors=find_actors(context, instruments, events),
        mentions=(
            *(
                as_mention(unit, found)
                for unit in each_sentence(context)
                for found in with_voices(unit, spoke)
            ),
            *called,
        ),
        dates=context.dates,
        statements=context.statements,
        events=events,
        instruments=instruments,
        relations=find_relations(context, meetings, instruments) if paired else (),
        places=context.places,
        positions=find_positions(context),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A report's parties, places, dates and statements; `called` are bodies no table lists.

    Not `paired` where it names no two parties.
    """

    context: Context
    called: tuple[Mention, ...]
    paired: bool


def who_and_where(report: Report, table: Holders, *, attributed: bool = True) -> Read:
    """What the finders of events rest on. Without `attributed` the tagger never runs."""
    cast = cast_of(report, table)
    paired = len(cast.persons) > 1 or names_two_parties(_text(report))
    context = context_of(report, cast, attributed=paired and attributed)
    if not paired:
        return Read(context=context, called=(), paired=False)
    words, parties = named(report), tuple(each_sentence(context))
    context = replace(context, places=find_places(words, parties, report.dateline))
    called = tuple(called_bodies(words, parties, context.cast.states))
    return Read(context=context, called=called, paired=True)


def context_of(report: Report, cast: Cast, *, attributed: bool) -> Context:
    """A report as every finder needs it: its parties, marked sentences, dates, statements.

    `attributed` runs the tagger for statements beside the rules.
    """
    found = attribution_model().attributions(report.paragraphs) if attributed else None
    cast = with_heard(cast, report, found or ())
    place = dateline_place(report.dateline)
    home = place.country if place else None
    paragraphs = _paragraphs(report)
    cast = replace(cast, home=home)
    body = mark([unit for units in paragraphs for unit in units], cast, home)
    captions = mark(report.captions, cast, home)
    anchor = anchor_of(report)
    return Context(
        report=report,
        cast=cast,
        anchor=anchor,
        dates=find_date_mentions((*report.paragraphs, *report.captions), anchor),
        units=body,
        captions=captions,
        statements=find_statements(
            report,
            _regroup(paragraphs, body),
            found,
        ),
    )


def _text(report: Report) -> str:
    """All the words in which a party may be named."""
    return "\n".join(passage.text for passage in report.passages())


def _paragraphs(report: Report) -> list[list[Passage]]:
    """The body's paragraphs as units: sentences, joined where a quotation runs on."""
    body_from = report.dateline.passage.span.end if report.dateline else 0
    return [
        list(
            _units(
                paragraph,
                [s for s in report.sentences if paragraph.span.holds(s.span)],
                max(0, body_from - paragraph.span.start) if first == 0 else 0,
            )
        )
        for first, paragraph in enumerate(report.paragraphs)
    ]


def _units(paragraph: Passage, sentences: Sequence[Passage], skip: int) -> Iterator[Passage]:
    """The units of a paragraph whose first `skip` characters are a dateline."""
    base = paragraph.span.start
    quotes = quoted(paragraph.text)
    start: int | None = None
    for sentence in sentences:
        begin, end = sentence.span.start - base, sentence.span.end - base
        start = max(begin, skip) if start is None else start
        if end <= skip or any(opened < end < closed for opened, closed in quotes):
            continue
        yield _trimmed(paragraph, start, end)
        start = None
    if start is not None and sentences:
        yield _trimmed(paragraph, start, sentences[-1].span.end - base)


def _trimmed(paragraph: Passage, start: int, end: int) -> Passage:
    while start < end and paragraph.text[start].isspace():
        start += 1
    return paragraph.inner(start, end)


def _regroup(
    paragraphs: Sequence[Sequence[Passage]], units: Sequence[Marked]
) -> list[Sequence[Marked]]:
    grouped, at = [], 0
    for paragraph in paragraphs:
        grouped.append(units[at : at + len(paragraph)])
        at += len(paragraph)
    return grouped
