"""The documents of a report as they come up: which one a phrase, or "it", means."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import get_args

from communique.extract.context import Context
from communique.extract.marks import Marked
from communique.extract.paper_subjects import subjects_of
from communique.extract.papers import Paper
from communique.types.standing import Act, ActKind, InstrumentKind
from communique.types.text import Span
from communique.vocab.tables import fold

_SINGLE = ("joint_statement", "joint_declaration", "communique")
"""Kinds of which the same two seldom make two on one day."""
_ALIKE = (*_SINGLE, "declaration")
_EXACT = ("treaty", "convention", "protocol", "memorandum")
"""Kinds whose names mean another kind only where none of their own was told of."""
_BELOW = re.compile(
    r"\b(?:which|that|after|before|since|replac\w+|building\s+on|under|based\s+on|instead\s+of)\b"
)
_PLAIN = frozenset(
    "the that this these those both new latest same said bilateral joint historic landmark long "
    "awaited controversial three two four first signed proposed".split()
)
_WORD = re.compile(r"[a-zà-ž][\w’'-]+")


@dataclass(slots=True, kw_only=True)
class Known:
    """What the report has told so far of one document.

    `opens` where it is a package whose documents are told one by one, `firm` are the acts whose
    date stands right behind the words for them.
    """

    kind: InstrumentKind
    parties: tuple[str, ...]
    title: str | None = None
    short: str | None = None
    count: int | None = None
    several: bool = False
    acts: list[Act] = field(default_factory=list)
    firm: list[Act] = field(default_factory=list)
    subjects: tuple[str, ...] = ()
    spans: list[Span] = field(default_factory=list)
    words: set[str] = field(default_factory=set)
    agreed: bool = False
    making: str | None = None
    opens: bool = False

    def widen(self, parties: tuple[str, ...]) -> None:
        """Take more parties than were known, of whom those known are some."""
        if set(self.parties) < set(parties):
            self.parties = parties

    def cite(self, unit: Marked) -> None:
        """Note a sentence as evidence."""
        self.spans.append(unit.passage.span)

    def add(self, act: Act) -> None:
        """Note an act; what is signed is no longer planned."""
        if act not in self.acts:
            self.acts.append(act)

    def date_making(self, act: Act) -> None:
        """Note the time told with its name ("the 1968 agreement"), if no act is of it."""
        self.making = act.date
        if not any(each.act in ("signed", "issued") for each in self.acts):
            self.add(act)

    def settled(self) -> tuple[Act, ...]:
        """Its acts in the order of a document's life, each once but for several ratifiers.

        A dated act stands for the same one without a date, a finer date for one it lies in.
        """
        kept = [act for act in self.acts if not any(_says_more(o, act) for o in self.acts)]
        signed = {act.date for act in kept if act.act == "signed"}
        if signed:
            kept = [act for act in kept if act.act != "issued" or act.date not in {*signed, None}]
        told = {(act.act, act.date) for act in kept if act.by}
        kept = [act for act in kept if act.by or (act.act, act.date) not in told]
        done = {act.act for act in kept}
        if done & {"signed", "issued"}:
            dated = {act.date for act in kept if act.act in ("signed", "issued")}
            kept = [act for act in kept if act.act != "planned" or act.date not in (None, *dated)]
        first: dict[tuple[str, str | None, str | None], Act] = {}
        for act in sorted(kept, key=lambda act: act not in self.firm):
            single = act.act in ("signed", "issued", "in_force", "planned", "initialled", "ended")
            first.setdefault((act.act, *(() if single else (act.date, act.by))), act)
        order = get_args(ActKind)
        return tuple(sorted(first.values(), key=lambda act: order.index(act.act)))


def _says_more(other: Act, act: Act) -> bool:
    """Whether `other` is the same act, with a date or a finer one."""
    if other.act != act.act or other == act or other.date is None:
        return False
    if act.by and other.by and act.by != other.by:
        return False
    if act.date is None:
        return not (act.by and other.by is None)
    return other.date != act.date and other.date.startswith(act.date)


@dataclass(slots=True, kw_only=True)
class Papers:
    """The documents told of so far; `focus` is the one that "it" means, `package` the last of many.

    `main` are the parties that the report is about, `home` the one that it sees the others from,
    `news` the first day that something is told to be done with a document, `last` that of the last
    such thing. `listed` where a list of documents goes on.
    """

    context: Context
    main: tuple[str, ...]
    home: str | None = None
    every: list[Known] = field(default_factory=list)
    own: Known | None = None
    focus: Known | None = None
    package: Known | None = None
    news: str | None = None
    last: str | None = None
    listed: bool = False

    def take(
        self,
        unit: Marked,
        paper: Paper,
        parties: tuple[str, ...],
        here: Sequence[Known],
    ) -> Known:
        """The document that a phrase means: one told of before, or a new one.

        `here` are those that the sentence has named already.
        """
        subjects = subjects_of(unit.words, paper)
        words = _content((*paper.lead, *subjects))
        known = self._recalled(paper, parties, words, here)
        more = len(parties) > 2 and set(self.main) <= set(parties)
        if not self.every and more and paper.name.kind not in _SINGLE:
            self.main = parties
        if known is None:
            known = Known(
                kind=paper.name.kind or "cooperation_documents",
                parties=parties or self.main,
                title=paper.title,
                short=paper.short,
                count=paper.count,
                several=paper.plural,
                subjects=subjects,
            )
            if paper.name.kind:
                self.every.append(known)
        known.words |= words | _content((paper.title or "",))
        known.title = max(known.title or "", paper.title or "", key=len) or None
        known.short = known.short or paper.short
        known.subjects = known.subjects or subjects
        if len(parties) > 1 and not known.acts:
            known.parties = parties
        return known

    def settle(self, text: str, here: Sequence[tuple[Paper, Known]]) -> None:
        """Note what a sentence leaves in mind: its last document, none of a clause within it."""
        told = sorted(
            (pair for pair in here if pair[1].acts or pair[1].agreed),
            key=lambda pair: pair[0].start,
        )
        for paper, known in told:
            if not _BELOW.search(text, told[0][0].end, max(told[0][0].end, paper.start)):
                self.focus = known
        for paper, known in here:
            if paper.plural and known.acts:
                self.package = known

    def _recalled(
        self, paper: Paper, parties: tuple[str, ...], words: set[str], here: Sequence[Known]
    ) -> Known | None:
        if self.own and paper.name.kind == self.own.kind and _is_own(paper):
            return self.own
        by_name = self._by_name(paper, parties)
        if by_name or paper.title:
            return by_name or self._untitled(paper, parties, here)
        if paper.points == "definite":
            return self._pointed(paper, parties, words)
        if paper.name.kind in _SINGLE:
            alike = [k for k in self.every if k.kind == paper.name.kind and k not in here]
            return next((k for k in alike if k.parties == parties and _now(k)), None)
        return None

    def _by_name(self, paper: Paper, parties: tuple[str, ...]) -> Known | None:
        """The one of the same title, or of the title that this one shortens."""
        title = fold(paper.title or paper.words)
        for known in reversed(self.every):
            if known.short and fold(known.short) == title.split()[-1]:
                return known
            if paper.title and known.title:
                other = fold(known.title)
                same = (
                    title == other or f" {title} " in f" {other} " or f" {other} " in f" {title} "
                )
                if same and (
                    not parties or known.parties == parties or set(parties) == set(self.main)
                ):
                    return known
        return None

    def _untitled(
        self, paper: Paper, parties: tuple[str, ...], here: Sequence[Known]
    ) -> Known | None:
        """One told of without its title before, which this may be the title of."""
        words = _content((paper.title or "",))
        for known in reversed(self.every):
            if (
                known.title is None
                and known not in here
                and not known.several
                and known.kind in paper.name.may_mean
                and known.parties == parties
                and (paper.points == "definite" or known.kind in _ALIKE)
                and _now(known)
                and (not known.words or known.words & words or known.kind in _ALIKE)
            ):
                known.kind = paper.name.kind or known.kind
                return known
        return None

    def _pointed(self, paper: Paper, parties: tuple[str, ...], words: set[str]) -> Known | None:
        """The one that "the agreement" or "the nuclear accord" points at."""
        exact = paper.name.kind if paper.name.kind in _EXACT else None
        newest = reversed(self.every)
        fit = [
            known
            for known in sorted(newest, key=lambda each: bool(exact) and each.kind != exact)
            if known.kind in paper.name.may_mean
            and known.several == paper.plural
            and (len(parties) < 2 or set(parties) == set(known.parties) or parties == self.main)
        ]
        if paper.told:
            return None
        if words:
            return next((known for known in fit if known.words & words), None)
        return fit[0] if fit else None


def _is_own(paper: Paper) -> bool:
    """Whether a phrase means the document that the report itself is ("this Joint Statement")."""
    return paper.lead[:1] == ("this",) or (paper.title is None and paper.points == "definite")


def _now(known: Known) -> bool:
    """Whether a document is of the report's news, as far as is known."""
    return known.making is None


def _content(words: Sequence[str]) -> set[str]:
    """The words that tell one document from another, by their first six letters."""
    every = (word for each in words for word in _WORD.findall(each.lower()))
    return {word[:6] for word in every if word not in _PLAIN and len(word) > 3}
