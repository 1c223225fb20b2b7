"""From a dossier to a brief: the sections in the order in which an analyst reads."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from communique.export.briefing.accounts import Accounts
from communique.export.briefing.citing import Citations
from communique.export.briefing.draft import Draft, fits
from communique.export.briefing.formulas import REPORTS, formulas, found_in
from communique.export.briefing.happenings import (
    contradictions,
    disputes,
    meetings,
    other_events,
)
from communique.export.briefing.model import Brief, Group, Key, Line, Scope, Section
from communique.export.briefing.papers import agreements
from communique.export.briefing.phrases import Named
from communique.export.briefing.plots import plots
from communique.export.briefing.relations import as_of, changes, is_kept, standing
from communique.export.briefing.sourcing import (
    account_groups,
    both_told,
    one_sided,
    origins_of,
    sourced,
)
from communique.export.briefing.speech import apart, is_fragment, positions, said
from communique.export.briefing.visits import REPORTS as VISIT_REPORTS
from communique.export.briefing.visits import visits
from communique.export.dossier import Dossier, Said
from communique.export.phrases import state_name
from communique.export.plain import counted, one_line
from communique.types.standing import PositionKind

MOST = 60
"""Most lines of a group, the latest; how many more there are is told."""
SAID = 8
"""Most statements of each side; those with most independent accounts and reports come first."""
FORMULAS = 12
"""Most formulas, the weightiest."""


def compose(dossier: Dossier, scope: Scope) -> Brief:
    """The brief of a dossier, narrowed to `scope`; false where nothing is told."""
    names = (state_name(dossier.dyad[0]), state_name(dossier.dyad[1]))
    empty = Brief(dyad=dossier.dyad, names=names, scope=scope)
    return _Composer(dossier, scope).brief(empty) if dossier.reports else empty


class _Composer:
    """One brief in the making: its sections so far, its citations, and what they rest on."""

    def __init__(self, dossier: Dossier, scope: Scope) -> None:
        self.dossier = dossier
        self.scope = scope
        self.named = Named(dossier.actors)
        self.accounts = Accounts(dossier)
        self.citations = Citations(self.accounts)
        self.sections: list[Section] = []
        self.kept: set[str] = set()
        self.carriers: set[str] = set()

    def brief(self, empty: Brief) -> Brief:
        """All sections that have something to say, in order; citations are numbered on the way."""
        self._relations()
        self._meetings_and_papers()
        self._positions("positions", "Positions of each side", "position")
        self._said()
        self._formulas()
        self._positions("commitments", "Open commitments", "commitment")
        self._events()
        if not any(each.groups for each in self.sections):
            return empty
        if self.scope != Scope() and [each.key for each in self.sections] == ["standing"]:
            words = f"{self.sections[0].intro} Nothing else is told within these bounds."
            self.sections[0] = replace(self.sections[0], intro=words)
        told = self._told()
        self._sources(told)
        dossier = self.dossier
        return replace(
            empty,
            reports=len(told),
            happenings=sum(not told.isdisjoint(each.report_ids) for each in dossier.coverages),
            accounts=len(origins_of(dossier.coverages, told)),
            sections=tuple(self.sections),
            citations=self.citations.listing(dossier.pages, dossier.addresses),
            plots=plots(
                [each for each in dossier.events if each.id in self.kept],
                [each for each in dossier.relations if each.id in self.kept],
                dossier.dyad,
                self._days(),
            ),
        )

    def _days(self) -> dict[str, str]:
        return {one: day for one, day in self.accounts.days.items() if day}

    def _relations(self) -> None:
        relations = self.dossier.relations
        until = self.scope.until
        stands = [*standing(relations, self.dossier.dyad, self._days(), until)]
        untimed = Scope(topic=self.scope.topic)
        intro = as_of(relations, self._days(), until)
        self._section("standing", "Where they stand", [self._group(stands, scope=untimed)], intro)
        self._section("changes", "What changed", [self._latest(changes(relations, done=True))])
        ahead = self._latest(changes(relations, done=False))
        self._section("prospects", "Announced, planned or denied", [ahead])

    def _meetings_and_papers(self) -> None:
        dossier = self.dossier
        travelled = self._latest(visits(dossier.visits, self.named), "Visits")
        passed = dossier.visits_unread
        title = "Meetings" if travelled.lines else ""
        met = self._latest(meetings(dossier.events, self.named), title)
        limits = (
            f"Read for visits: the latest {counted(VISIT_REPORTS, 'report')} of meetings, not"
            f" {counted(passed, 'older one')}; `communique visits {self._states()}` reads all."
        )
        self._section(
            "meetings", "Meetings and visits", [travelled, met], limits=limits if passed else ""
        )
        agreed = self._latest(agreements(dossier.instruments, dossier.dyad))
        self._section("agreements", "Agreements", [agreed])

    def _positions(self, key: Key, title: str, kind: PositionKind) -> None:
        found = [each for each in self.dossier.positions if each.kind == kind]
        kept = {each.id for each in found if is_kept(each, self.dossier.relations)}
        found = [each for each in found if each.id not in kept]
        groups = [
            self._latest(positions(found, iso3, self.accounts, kind), state_name(iso3))
            for iso3 in self.dossier.dyad
        ]
        intro = "What a change of relations told above has carried out is left out." if kept else ""
        self._section(key, title, groups, intro)

    def _said(self) -> None:
        """A selection of what each side said, in the order of the reports."""
        both = frozenset(self.dossier.dyad)
        whole = apart(self.dossier.said)
        groups = []
        for sides in (*map(frozenset, ([one] for one in self.dossier.dyad)), both):
            title = state_name(next(iter(sides))) if len(sides) == 1 else "Both"
            own = [each for each in whole if each.sides == sides]
            fitting = self._said_within(own)
            heavy = {id(each) for each in sorted(fitting, key=self._weight, reverse=True)[:SAID]}
            chosen = [each for each in fitting if id(each) in heavy]
            left = len(fitting) - len(chosen)
            groups.append(
                Group(
                    lines=self._lines(said(chosen, self.named, self.accounts)),
                    title=title,
                    left=f"{left} more: see `communique statements`." if left else "",
                )
            )
        intro = "In quotation marks: quoted by the report. All else is in the report’s words."
        self._section("said", "What each said", groups, intro)

    def _said_within(self, own: Sequence[Said]) -> Sequence[Said]:
        """What was said within the scope; without one all, so that no words need be looked at."""
        if self.scope == Scope():
            return own
        drafts = said(own, self.named, self.accounts)
        return [each for each, one in zip(own, drafts, strict=True) if self._fitting([one])]

    def _weight(self, told: Said) -> tuple[bool, int, int]:
        return not is_fragment(told), self.accounts.count(told.report_ids), len(told.report_ids)

    def _formulas(self) -> None:
        found, passed = found_in(self.dossier, self.scope)
        drafts = self._fitting(formulas(found))
        left = len(drafts) - FORMULAS
        group = Group(
            lines=self._lines(drafts[:FORMULAS]),
            left=f"{left} more: see `communique formulas`." if left > 0 else "",
        )
        limits = (
            f"Searched: the latest {counted(REPORTS, 'report')}, not"
            f" {counted(passed, 'older one')}; `communique formulas {self._states()}` searches all."
        )
        self._section("formulas", "Formulas", [group], limits=limits if passed else "")

    def _events(self) -> None:
        dossier = self.dossier
        drafts = self._fitting(other_events(dossier.events, self.named))
        uncited = [each for each in drafts if not self.citations.cited(each.others)]
        self._section("events", "What else they did", [self._latest(uncited)])
        told = [
            *disputes(dossier.events, self.named),
            *contradictions(dossier.coverages, self.accounts),
        ]
        self._section("disputed", "What is disputed", [self._latest(told)])

    def _sources(self, told: frozenset[str]) -> None:
        lines = [line for each in self.sections for group in each.groups for line in group.lines]
        origins = origins_of(self.dossier.coverages, told)
        happenings = sum(not told.isdisjoint(each.report_ids) for each in self.dossier.coverages)
        intro = " ".join(filter(None, (sourced(len(told), happenings, origins), one_sided(lines))))
        groups = []
        for title, drafts in account_groups(self.dossier.coverages, told, self.accounts):
            left = len(drafts) - MOST
            groups.append(
                Group(
                    lines=self._lines(drafts[:MOST]),
                    title=title,
                    left=f"{left} more." if left > 0 else "",
                )
            )
        drafts = self._fitting(both_told(self.dossier, told, self.accounts))
        left = len(drafts) - MOST
        groups.append(
            Group(
                lines=self._lines(drafts[:MOST]),
                title="Told by both sides",
                left=f"{left} more." if left > 0 else "",
            )
        )
        self._section("sources", "How well sourced", groups, intro)

    def _told(self) -> frozenset[str]:
        """The reports that bear what is told: all of the dossier where it is not narrowed."""
        known = frozenset(self.accounts.reports)
        return known if self.scope == Scope() else known & self.carriers

    def _states(self) -> str:
        return " ".join(self.dossier.dyad)

    def _section(
        self, key: Key, title: str, groups: Sequence[Group], intro: str = "", limits: str = ""
    ) -> None:
        """Add a section, unless it has nothing to say.

        `limits` tells that some lines may lack: that is said of a section without lines too.
        """
        full = tuple(each for each in groups if each.lines)
        if full or limits:
            intro = " ".join(filter(None, (intro, limits)))
            self.sections.append(Section(key=key, title=title, groups=full, intro=intro))

    def _latest(self, drafts: Iterable[Draft], title: str = "") -> Group:
        """The latest of what fits the scope."""
        ranked = sorted(drafts, key=lambda each: (each.day or "", each.record_id), reverse=True)
        return self._group(ranked, title)

    def _group(self, drafts: Iterable[Draft], title: str = "", scope: Scope | None = None) -> Group:
        fitting = self._fitting(drafts, scope)
        left = len(fitting) - MOST
        upto = next((each.day for each in reversed(fitting[:MOST]) if each.day), None)
        more = f"{left} earlier: `--until {upto[:10]}` shows them." if left > 0 and upto else ""
        return Group(lines=self._lines(fitting[:MOST]), title=title, left=more)

    def _fitting(self, drafts: Iterable[Draft], scope: Scope | None = None) -> list[Draft]:
        """What fits the scope; what it rests on is remembered."""
        found = [each for each in drafts if fits(each, scope or self.scope)]
        for each in found:
            self.kept.add(each.record_id)
            self.carriers.update(each.report_ids)
        return found

    def _lines(self, drafts: Iterable[Draft]) -> tuple[Line, ...]:
        return tuple(map(self._line, drafts))

    def _line(self, draft: Draft) -> Line:
        carried = (self.accounts.carried(draft.report_ids),) if draft.report_ids else ()
        return Line(
            record_id=draft.record_id,
            head=one_line(draft.head),
            text=one_line(draft.text),
            day=draft.day,
            notes=tuple(map(one_line, (*draft.notes, *carried))),
            cites=self.citations.cite(draft.shown, draft.others),
            side=self.accounts.side(draft.report_ids) if draft.report_ids else None,
        )
