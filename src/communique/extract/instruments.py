"""Documents between states: what was issued, signed, ratified, and in which words."""

import re
from collections.abc import Sequence

from communique.extract.acting import find_acting
from communique.extract.attaching import Attached, attach
from communique.extract.context import Context
from communique.extract.dating import anchor_date, told_date
from communique.extract.known_papers import Known, Papers
from communique.extract.listed_papers import members, opens_list
from communique.extract.marks import Marked
from communique.extract.paper_acts import acts_of, made, same_again, stated_in, with_others
from communique.extract.paper_dates import Sentence, day_behind, is_news
from communique.extract.paper_sides import home_of, main_parties
from communique.extract.papers import Paper, find_papers
from communique.extract.signatories import completed, doers_of, parties_of
from communique.extract.words import flat, scan
from communique.types.ids import content_id
from communique.types.record import Event
from communique.types.standing import Act, Instrument
from communique.vocab.instruments import instrument_kind, instrument_words

_DONE = re.compile(r"\b(?P<word>Done|Signed|Issued)\s+(?:\w+\s+)?(?:at|in)\s+")
_AGREED = re.compile(r"\b(?:agreed\s+(?:on|to)|settled(?:\s+on)?|drew\s+up|drafted)\s+$")
_OF_ALL = re.compile(r"(?:United\s+Nations|UN|Vienna|Geneva|Hague)\s+(?:\w+\s+)?Conventions?\b")
"""Conventions of most states of the world, which two do not make."""
_TO_SIGN = ("signed", "initialled", "planned", "negotiated")
_ONLY_SIGNED = ("programme", "contract")
"""Kinds of document whose names mean much else: only those signed, or to be signed, count."""


def find_instruments(context: Context, meetings: tuple[Event, ...]) -> tuple[Instrument, ...]:
    """The instruments of a report, each once however often and by whatever name it is told of."""
    main = main_parties(context)
    papers = Papers(context=context, main=main, home=home_of(context, main))
    _own(context, papers)
    for unit in context.units:
        _read(context, unit, papers, meetings)
    _publish(context, papers.own)
    found: list[Instrument] = []
    for known in papers.every:
        if _counts(known):
            found.append(_instrument(context, known, found))
    return tuple(found)


def _read(context: Context, unit: Marked, papers: Papers, meetings: Sequence[Event]) -> None:
    """Add what a sentence tells."""
    named = find_papers(unit)
    told = tuple(attach(unit.words, named, find_acting(unit.words)))
    sentence = Sentence(
        context=context, unit=unit, told=told, meetings=meetings, news=papers.news, last=papers.last
    )
    here: dict[Paper, Known] = {}
    _acted(sentence, papers, here)
    if papers.focus:
        _note(papers, papers.focus, unit, list(same_again(sentence, papers.focus.acts)))
    for paper in members(unit.words, named, listed=papers.listed):
        if papers.package and paper not in here:
            papers.package.opens = True
            here[paper] = papers.take(unit, paper, papers.package.parties, tuple(here.values()))
            _note(papers, here[paper], unit, papers.package.settled())
    for paper in named:
        if paper not in here:
            parties = completed(parties_of(unit, None, paper, papers.main), papers)
            here[paper] = papers.take(unit, paper, parties, tuple(here.values()))
            if paper.points == "new" and _AGREED.search(unit.words[: paper.start]):
                here[paper].cite(unit)
                here[paper].agreed = True
            stated = stated_in(sentence, paper)
            _note(papers, here[paper], unit, [stated] if stated else [])
        making = made(sentence, paper)
        if making:
            here[paper].cite(unit)
            here[paper].date_making(making)
    papers.listed = opens_list(unit.words) or (papers.listed and bool(named))
    papers.settle(unit.words, tuple(here.items()))


def _acted(sentence: Sentence, papers: Papers, here: dict[Paper, Known]) -> None:
    """Add what a sentence tells to be done with documents that it names, or means by "it"."""
    unit = sentence.unit
    for each in sentence.told:
        for paper in each.papers:
            parties = completed(parties_of(unit, each, paper, papers.main), papers)
            if paper in here:
                here[paper].widen(parties)
            else:
                here[paper] = papers.take(unit, paper, parties, tuple(here.values()))
            acts = list(acts_of(sentence, each, paper, here[paper].kind))
            _note(papers, here[paper], unit, acts)
            here[paper].opens |= paper.plural and len(each.papers) > 1
            if day_behind(sentence, each.acting.end):
                here[paper].firm += acts[:1]
            if paper.points == "new":
                _repeated(sentence, papers, each, paper)
        if not each.papers and papers.focus:
            _note(
                papers, papers.focus, unit, list(acts_of(sentence, each, None, papers.focus.kind))
            )


def _repeated(sentence: Sentence, papers: Papers, each: Attached, paper: Paper) -> None:
    """Add the further documents of "signed pacts with Peru in 2022 and with Chile in 2023"."""
    doers = doers_of(sentence.unit, each)
    for party, date in with_others(sentence, each.acting.end):
        if len(doers) == 1 and paper.name.kind:
            known = Known(kind=paper.name.kind, parties=tuple(sorted({*doers, party})))
            papers.every.append(known)
            _note(papers, known, sentence.unit, [Act(act=each.acting.act, date=date)])


def _note(papers: Papers, known: Known, unit: Marked, acts: Sequence[Act]) -> None:
    for act in acts:
        known.cite(unit)
        known.add(act)
        if act.act != "planned" and is_news(papers.context, act.date):
            papers.news = papers.news or act.date
            papers.last = act.date


def _own(context: Context, papers: Papers) -> None:
    """The document that the report itself is, by its headline and "Done at ..." or "this ..."."""
    headline = context.report.headline
    title = flat(headline.text) if headline else ""
    name = re.match(rf"(?:\w+\s+)??(?P<name>{instrument_words()})\b", title, re.IGNORECASE)
    kind = instrument_kind(name["name"]) if name else None
    states = tuple(sorted({hit.iso3 for hit in scan(title) if hit.iso3}))
    parties = states if len(states) > 1 else papers.main
    sealed = next((unit for unit in context.units if _DONE.match(unit.words)), None)
    if kind is None or len(parties) < 2:
        return
    if sealed is None and context.report.kind != "joint_statement":
        return
    papers.own = Known(kind=kind, parties=parties, title=title)
    papers.every.append(papers.own)
    if sealed:
        date = told_date(context, sealed, (0, 1), "actual")
        issued = sealed.words.startswith("Issued")
        papers.own.cite(sealed)
        papers.own.add(Act(act="issued" if issued else "signed", date=date.value if date else None))


def _publish(context: Context, own: Known | None) -> None:
    """A joint statement that says nothing of its own issue is issued by being published."""
    headline = context.report.headline
    if own and headline and not own.acts:
        day = anchor_date(context.anchor, "joint_statement")
        own.spans.append(headline.span)
        own.add(Act(act="issued", date=day.value if day else None))


def _counts(known: Known) -> bool:
    """Whether a document is told of with what was done with it."""
    if len(known.parties) < 2 or not known.spans:
        return False
    if known.opens and known.kind == "cooperation_documents" and not known.count:
        return False
    if known.title and _OF_ALL.match(known.title):
        return False
    if known.kind in _ONLY_SIGNED and not known.title:
        return any(act.act in _TO_SIGN for act in known.acts)
    return bool(known.acts) or known.agreed


def _instrument(context: Context, known: Known, before: Sequence[Instrument]) -> Instrument:
    key = (context.report.id, known.kind, *known.parties, known.title)
    identity, turn = content_id("in", *key), 0
    while any(each.id == identity for each in before):
        turn += 1
        identity = content_id("in", *key, turn)
    return Instrument(
        id=identity,
        kind=known.kind,
        title=known.title,
        parties=known.parties,
        acts=known.settled(),
        subjects=() if known.title else known.subjects,
        report_ids=(context.report.id,),
        evidence=tuple(context.report.evidence(span) for span in dict.fromkeys(known.spans)),
        count=known.count,
    )
