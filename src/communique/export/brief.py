"""The brief of two states: what the reports say, each line with the words that bear it. Markdown."""

from collections.abc import Iterable, Iterator, Sequence

from communique.export.citations import Citations
from communique.export.dossier import Dossier, Said
from communique.export.phrases import (
    Named,
    dated,
    event_phrase,
    instrument_phrase,
    meeting_phrase,
    relation_phrase,
    standing_phrase,
)
from communique.export.plain import counted, markdown
from communique.merge.common import dates_agree
from communique.types.record import Event, Instrument, RelationChange
from communique.types.text import Evidence, Report
from communique.vocab.states import state

SAID = 8
"""Most statements of each side; those that most reports carry come first."""


def brief(dossier: Dossier) -> str:
    """Write the brief of a dossier; where it is empty, one line that says so."""
    return _Brief(dossier).write()


class _Brief:
    """One brief in the making: its dossier, its citations, and whose account each report gives."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.names = [markdown(_state_name(iso3)) for iso3 in dossier.dyad]
        self.named = Named(dossier.actors)
        self.reports = {report.id: report for report in dossier.reports}
        self.origin_of = {
            report_id: f"{coverage.id} {number}"
            for coverage in dossier.coverages
            for number, origin in enumerate(coverage.origins)
            for report_id in origin.report_ids
        }
        self.citations = Citations(dossier.pages, self.origin_of)

    def write(self) -> str:
        first, second = self.names
        if not self.dossier.reports:
            return f"Nothing in this register about {first} and {second} together.\n"
        sections = (
            ("How well sourced", self.sources()),
            ("Where they stand", self.standing()),
            ("What changed", self.changes()),
            ("Meetings", self.meetings()),
            ("Agreements", self.agreements()),
            ("What each said", self.said()),
            ("What else they did", self.other_events()),
            ("Citations", self.citations.listing()),
        )
        lines = [f"# {first} and {second}", ""]
        for title, found in sections:
            if body := list(found):
                lines += [f"## {title}", "", *body, ""]
        return "\n".join(lines)

    def sources(self) -> Iterator[str]:
        accounts = len(set(self.origin_of.values()))
        told = (
            f"{counted(len(self.reports), 'report')} of "
            f"{counted(len(self.dossier.coverages), 'happening')}, from "
            f"{counted(accounts, 'independent account')}."
        )
        yield f"{told} All that follows rests on it alone." if accounts == 1 else told
        yield ""
        for coverage in self.dossier.coverages:
            for origin in coverage.origins:
                members = [self.reports[one] for one in origin.report_ids if one in self.reports]
                name = self._account_name(origin.name)
                marks = self.citations.one_each(map(_opening, members))
                when = sorted(filter(None, map(_reported, members)))[:1]
                carried = ", ".join([counted(len(members), "report"), *when])
                yield f"- {name} ({carried}){marks}"

    def standing(self) -> Iterator[str]:
        changes = [c for c in self.dossier.relations if c.modality in ("actual", "historical")]
        if changes:
            latest = max(changes, key=self._recency)
            yield self._line(standing_phrase(latest), latest.evidence, latest.report_ids)

    def changes(self) -> Iterator[str]:
        for same in _told_again(self.dossier.relations):
            evidence = [piece for change in same for piece in change.evidence]
            carriers = [one for change in same for one in change.report_ids]
            yield "- " + self._line(relation_phrase(same[0]), evidence, carriers)

    def meetings(self) -> Iterator[str]:
        met = [event for event in self.dossier.events if event.type == "CONSULT"]
        for event in sorted(met, key=_when, reverse=True):
            phrase = meeting_phrase(event, self.named)
            yield "- " + self._line(phrase, event.evidence, event.report_ids)

    def agreements(self) -> Iterator[str]:
        for each in sorted(self.dossier.instruments, key=_last_act, reverse=True):
            phrase = instrument_phrase(each, self.dossier.dyad)
            yield "- " + self._line(phrase, each.evidence, each.report_ids)

    def said(self) -> Iterator[str]:
        both = frozenset(self.dossier.dyad)
        groups = [(name, {iso3}) for iso3, name in zip(self.dossier.dyad, self.names, strict=True)]
        for name, sides in (*groups, ("Both", both)):
            said = [each for each in self.dossier.said if each.sides == sides]
            chosen = sorted(said, key=lambda each: (-self._accounts(each.report_ids), -len(each.report_ids)))[:SAID]
            if chosen:
                yield from (f"### {name}", "")
                yield from ("- " + self._said_line(each) for each in said if each in chosen)
                if len(said) > len(chosen):
                    yield f"\n*{counted(len(said) - len(chosen), 'more statement')} in the register.*"
                yield ""

    def other_events(self) -> Iterator[str]:
        others = [event for event in self.dossier.events if event.type != "CONSULT"]
        for event in sorted(others, key=_when, reverse=True):
            if not self.citations.cited(event.evidence):
                phrase = event_phrase(event, self.named)
                yield "- " + self._line(phrase, event.evidence, event.report_ids)

    def _said_line(self, said: Said) -> str:
        """The words of the first report that tells it; the other reports are cited."""
        lead = [each for each in said.versions if each.report_id == said.report_ids[0]]
        words = "; ".join(
            (f"“{markdown(text.strip('“”\"'))}”" if each.manner == "direct" else markdown(text))
            for each in lead
            for text in [" … ".join(piece.text for piece in each.content)]
        )
        speakers = self.named.all(lead[0].actor_ids)
        marks = self.citations.marks(
            [piece for each in lead for piece in each.evidence],
            [piece for each in said.versions for piece in each.evidence],
        )
        when = _reported(self.reports[said.report_ids[0]])
        note = "; ".join(filter(None, (f"reported {when}" if when else "", self._carried(said.report_ids))))
        return f"{speakers}: {words} ({note}){marks}"

    def _line(self, phrase: str, evidence: Sequence[Evidence], carriers: Iterable[str]) -> str:
        return f"{phrase} ({self._carried(carriers)}){self.citations.one_each(evidence)}"

    def _carried(self, report_ids: Iterable[str]) -> str:
        carriers = set(report_ids)
        told = counted(len(carriers), "report")
        return told if len(carriers) == 1 else f"{told}, {counted(self._accounts(carriers), 'account')}"

    def _accounts(self, report_ids: Iterable[str]) -> int:
        return len({self.origin_of.get(one, one) for one in report_ids})
