"""The brief of two states: what the reports say, each line with the words that bear it."""

from collections.abc import Iterable, Iterator, Sequence

from communique.export.citations import Citations
from communique.export.components import components
from communique.export.disputes import dispute_words
from communique.export.dossier import Archive, Dossier, Said, gather
from communique.export.phrases import (
    Named,
    event_phrase,
    instrument_phrase,
    meeting_phrase,
    noted,
    relation_phrase,
    standing_phrase,
    state_name,
)
from communique.export.plain import counted, markdown, short_name
from communique.merge.common import dates_agree
from communique.types.record import Event, Instrument, RelationChange, Statement
from communique.types.text import Evidence, Report

SAID = 8
"""Most statements of each side; those with most independent accounts and reports come first."""


def write_brief(archive: Archive, a: str, b: str) -> str:
    """Brief on the states `a` and `b` (alpha-3 codes) as Markdown; "" where nothing is known."""
    return brief_of(gather(archive, a, b))


def brief_of(dossier: Dossier) -> str:
    """The brief of a dossier as Markdown; "" where it is empty."""
    return _Brief(dossier).write() if dossier.reports else ""


class _Brief:
    """One brief in the making: its dossier, its citations, and whose account each report gives."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.states = [markdown(state_name(iso3)) for iso3 in dossier.dyad]
        self.named = Named(dossier.actors)
        self.reports = {report.id: report for report in dossier.reports}
        self.account_of = {
            report_id: f"{coverage.id} {number}"
            for coverage in dossier.coverages
            for number, origin in enumerate(coverage.origins)
            for report_id in origin.report_ids
        }
        self.citations = Citations(dossier.pages, self.account_of)

    def write(self) -> str:
        """All sections that have something to say, in order; citations are numbered on the way."""
        sections = (
            ("How well sourced", self.sources),
            ("Where they stand", self.standing),
            ("What changed", self.changes),
            ("Announced, planned or denied", self.prospects),
            ("Meetings", self.meetings),
            ("Agreements", self.agreements),
            ("What each said", self.said),
            ("What else they did", self.other_events),
            ("Citations", self.citations.listing),
        )
        lines = [f"# {' and '.join(self.states)}", ""]
        for title, section in sections:
            if body := list(section()):
                lines += [f"## {title}", "", *body, ""]
        return "\n".join(lines).replace("\n\n\n", "\n\n")

    def sources(self) -> Iterator[str]:
        """How many reports and independent accounts there are, and each account."""
        accounts = len(set(self.account_of.values()))
        yield (
            f"{counted(len(self.reports), 'report')} of "
            f"{counted(len(self.dossier.coverages), 'happening')}, "
            f"{counted(accounts, 'independent account')}"
            f"{': nothing here has a second source.' if accounts == 1 else '.'}"
        )
        yield ""
        for coverage in self.dossier.coverages:
            for origin in coverage.origins:
                members = [self.reports[one] for one in origin.report_ids if one in self.reports]
                page = short_name(self.dossier.pages.get(origin.name, ""))
                when = sorted(filter(None, map(_reported, members)))[:1]
                carried = ", ".join([counted(len(members), "report"), *when])
                marks = self.citations.one_each(map(_opening, members))
                yield f"- {markdown(page or origin.name)} ({carried}){marks}"

    def standing(self) -> Iterator[str]:
        """The latest change that is told as done."""
        done = [each for each in self.dossier.relations if _done(each)]
        if done:
            latest = max(done, key=self._recency)
            yield self._line(standing_phrase(latest), latest.evidence, latest.report_ids)

    def changes(self) -> Iterator[str]:
        """Every change of relations that is told as done, the latest first."""
        yield from self._changes([each for each in self.dossier.relations if _done(each)])

    def prospects(self) -> Iterator[str]:
        """Changes that somebody announces, plans, doubts or denies."""
        yield from self._changes([each for each in self.dossier.relations if not _done(each)])

    def _changes(self, changes: Sequence[RelationChange]) -> Iterator[str]:
        for same in sorted(_told_again(changes), key=_latest_first, reverse=True):
            evidence = [piece for change in same for piece in change.evidence]
            carriers = [one for change in same for one in change.report_ids]
            yield "- " + self._line(relation_phrase(same[0]), evidence, carriers)

    def meetings(self) -> Iterator[str]:
        """Every meeting, the latest first."""
        for event in sorted(self.dossier.events, key=_when, reverse=True):
            if event.type == "CONSULT":
                yield from self._event_lines(meeting_phrase(event, self.named), event)

    def agreements(self) -> Iterator[str]:
        """Every instrument, the latest first."""
        for each in sorted(self.dossier.instruments, key=_last_act, reverse=True):
            phrase = instrument_phrase(each, self.dossier.dyad)
            yield "- " + self._line(phrase, each.evidence, each.report_ids)

    def said(self) -> Iterator[str]:
        """A selection of what each side said, in the order of the reports."""
        if self.dossier.said:
            yield "*In quotation marks: quoted by the report. All else is in the report's words.*"
            yield ""
        first, second = self.dossier.dyad
        for name, sides in ((self.states[0], {first}), (self.states[1], {second}), ("Both", None)):
            said = [each for each in self.dossier.said if each.sides == (sides or {first, second})]
            chosen = sorted(said, key=self._weight, reverse=True)[:SAID]
            if chosen:
                yield from (f"### {name}", "")
                yield from ("- " + self._said_line(each) for each in said if each in chosen)
                yield ""
            if left := len(said) - len(chosen):
                yield from (f"*{left} more in the register.*", "")

    def other_events(self) -> Iterator[str]:
        """The events whose words are not cited yet, the latest first."""
        for event in sorted(self.dossier.events, key=_when, reverse=True):
            if event.type != "CONSULT" and not self.citations.cited(event.evidence):
                yield from self._event_lines(event_phrase(event, self.named), event)

    def _event_lines(self, phrase: str, event: Event) -> Iterator[str]:
        """An event, and under it what some of its reports tell otherwise."""
        yield "- " + self._line(phrase, event.evidence, event.report_ids)
        for each in event.disputed:
            words = markdown(dispute_words(each, len(event.report_ids), self.named.plain))
            yield f"  - {words}{self.citations.one_each(each.evidence)}"

    def _said_line(self, said: Said) -> str:
        """The words of the first report that tells it; the other reports are cited."""
        lead = [each for each in said.versions if each.report_id == said.report_ids[0]]
        words = "; ".join(map(_words, lead))
        shown = [piece for each in lead for piece in each.evidence]
        marks = self.citations.marks(shown, (e for each in said.versions for e in each.evidence))
        when = _reported(self.reports[said.report_ids[0]])
        notes = [f"reported {when}"] if when else []
        notes.append(self._carried(said.report_ids))
        speakers = self.named.all(lead[0].actor_ids, states=False)
        return f"{speakers}{_cue(lead[0])}: {words} ({'; '.join(notes)}){marks}"

    def _line(self, phrase: str, evidence: Sequence[Evidence], carriers: Iterable[str]) -> str:
        return f"{phrase} ({self._carried(carriers)}){self.citations.one_each(evidence)}"

    def _carried(self, report_ids: Iterable[str]) -> str:
        """How many reports tell it, and of how many independent accounts."""
        carriers = set(report_ids)
        accounts = {self.account_of.get(one, one) for one in carriers}
        told = counted(len(carriers), "report")
        return told if len(carriers) == 1 else f"{told}, {counted(len(accounts), 'account')}"

    def _weight(self, said: Said) -> tuple[int, int]:
        accounts = {self.account_of.get(one, one) for one in said.report_ids}
        return len(accounts), len(said.report_ids)

    def _recency(self, change: RelationChange) -> tuple[str, int]:
        """The date, or when it was reported; of two alike what a report tells first is its news."""
        reported = (_reported(self.reports[i]) for i in change.report_ids if i in self.reports)
        start = min((piece.span.start for piece in change.evidence), default=0)
        return change.date or max(filter(None, reported), default=""), -start


def _done(change: RelationChange) -> bool:
    return change.modality in ("actual", "historical")


def _told_again(changes: Sequence[RelationChange]) -> list[list[RelationChange]]:
    """The changes, those that later reports tell again with the first; the best dated leads."""
    pairs = ((a, b) for a in changes for b in changes if a.id < b.id and _same_change(a, b))
    return [
        sorted(group, key=lambda each: (-len(each.date or ""), -len(each.report_ids), each.id))
        for group in components(changes, pairs)
    ]


def _same_change(a: RelationChange, b: RelationChange) -> bool:
    """Whether two coverages tell one change: both dated, the dates and the levels agree."""
    if a.change != b.change or not (a.date and b.date and dates_agree(a.date, b.date)):
        return False
    after, other = (a.level_after or "").casefold(), (b.level_after or "").casefold()
    same_level = after.startswith(other) or other.startswith(after)
    return same_level and (_done(a) == _done(b))


def _words(statement: Statement) -> str:
    """What was said; in quotation marks where the report quotes it."""
    pieces = [piece.text for piece in statement.content]
    if statement.manner != "direct":
        return markdown(" … ".join(pieces))
    quoted = [piece.strip('"“” ').rstrip(",") for piece in pieces]
    return f"“{markdown(' … '.join(quoted))}”"


def _cue(statement: Statement) -> str:
    """The verb of saying, where it reads on from the speaker and not into what was said."""
    cue = markdown(statement.cue.text) if statement.cue else ""
    words = statement.content[0].text if statement.content else ""
    inert = not cue or words.startswith(cue) or cue.lower().startswith("according")
    return ("" if inert else f" {cue}") + noted(statement.modality)


def _opening(report: Report) -> Evidence:
    """The report's headline, or its first sentence."""
    opening = report.headline or next(iter((*report.sentences, *report.passages())))
    return report.evidence(opening.span)


def _reported(report: Report) -> str | None:
    """The day of the dateline or of publication, where the year is known."""
    days = (report.dateline and report.dateline.date, report.published and report.published.value)
    return next((day[:10] for day in days if day and day[:4].isdigit() and "-" in day), None)


def _latest_first(same: Sequence[RelationChange]) -> tuple[str, str]:
    return same[0].date or "", same[0].id


def _when(event: Event) -> tuple[str, str]:
    return event.date.value if event.date else "", event.id


def _last_act(instrument: Instrument) -> tuple[str, str]:
    return max((act.date or "" for act in instrument.acts), default=""), instrument.id
