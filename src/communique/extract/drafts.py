"""The persons a report introduces, name by name, with what stands beside each name.

A person is drafted where a full name stands with a title or with a state, or where the table of
holders knows it; a surname alone never is, unless the table leaves no doubt.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from communique.extract.identity import Known, known_person
from communique.extract.scanned import Scanned, plain_name
from communique.extract.titles import is_royal
from communique.extract.words import HONORIFIC, NAME, trim_name
from communique.types.text import Passage
from communique.vocab.dates import MONTHS, WEEKDAYS
from communique.vocab.holders import Holders
from communique.vocab.offices import COMPARED


@dataclass(slots=True)
class Draft:
    """What the report has told so far of one name."""

    titles: list[tuple[str, str | None, Passage]] = field(default_factory=list)
    states: Counter[str] = field(default_factory=Counter)
    body: str | None = None
    body_sector: str | None = None
    rule: str = "title and state"
    seen: Passage | None = None
    owner: str | None = None
    honorifics: list[str] = field(default_factory=list)
    known: Known | None = None

    @property
    def iso3(self) -> str | None:
        """The state named with it most often."""
        return self.states.most_common(1)[0][0] if self.states else None


Drafts = dict[str, Draft]


_OWNER = re.compile(rf"(?P<name>{NAME})['’]s?\s+(?:\w+\s+)?$")


_HONOURED = re.compile(r"\b(?P<word>Mr|Mrs|Ms|Sheikh|Sheikha|Sir|Lord|Lady)\.?\s+$")


def introduced(scanned: Sequence[Scanned]) -> Drafts:
    """Full names with the titles and states that stand with them, in order of first sight."""
    drafts: Drafts = {}
    for item in scanned:
        before = ""
        for titled in item.titles:
            title = titled.title
            if title.lower().endswith(COMPARED) and before:
                title = before
            before = title
            if titled.name is None:
                continue
            name = plain_name(titled.name)
            if len(name.split()) < 2 and not is_royal(title):
                continue
            draft = drafts.setdefault(name, Draft())
            where = item.passage.inner(titled.start, titled.end)
            draft.titles.append((title, titled.iso3, where))
            draft.body = draft.body or titled.body
            draft.body_sector = draft.body_sector or titled.sector
            if titled.iso3:
                draft.states[titled.iso3] += 1
            if not (titled.iso3 or titled.body) and item.text[titled.start :].startswith(_ITS):
                _of_subject(draft, item, titled.start)
            owner = _OWNER.search(item.text[: titled.start])
            if owner and not titled.iso3 and not titled.body:
                draft.owner = draft.owner or owner["name"]
            at = item.text.find(titled.name, titled.start)
            honoured = _HONOURED.search(item.text[:at])
            if honoured:
                draft.honorifics.append(honoured["word"])
    return drafts


_ITS = ("Its ", "its ")


def _of_subject(draft: Draft, item: Scanned, start: int) -> None:
    """The holder of "its president" is of the first party of the sentence or the one before."""
    ends = [match.start() for match in re.finditer(r"[.;]\s", item.text[:start])]
    begin = ends[-2] if len(ends) > 1 else 0
    for hit in item.hits:
        if begin <= hit.start < start and hit.kind != "press":
            if hit.kind in ("igo", "organisation"):
                draft.body, draft.body_sector = hit.name, hit.sector
            elif hit.sector:
                draft.body_sector = hit.sector
            draft.states.update(each for each in (hit.iso3 or hit.home,) if each)
            return


_DAY = "|".join(day.capitalize() for day in (*WEEKDAYS, *MONTHS))
_RUN = re.compile(rf"(?:(?:{_DAY})\s+|{HONORIFIC})*(?P<name>{NAME})")


def _full_names(item: Scanned, drafts: Mapping[str, Draft]) -> Iterator[tuple[str, int]]:
    """Runs that read as full names of persons not yet drafted."""
    for run in _RUN.finditer(item.text):
        start, end = run.span("name")
        name = item.text[start : trim_name(item.text, start, end, item.hits)]
        if len(name.split()) > 1 and name not in drafts:
            yield name, start


_STATE_KINDS = ("name", "short", "former")


def add_of_state(drafts: Drafts, scanned: Sequence[Scanned], table: Holders) -> None:
    """Add "Greenland's Mute Egede": a full name right behind a state in the possessive."""
    for item in scanned:
        for hit in item.hits:
            if hit.kind not in _STATE_KINDS or hit.iso3 is None:
                continue
            run = re.compile(rf"['’]s?\s+(?P<name>{NAME})").match(item.text, hit.end)
            if not run:
                continue
            start, end = run.span("name")
            name = item.text[start : trim_name(item.text, start, end, item.hits)]
            if len(name.split()) > 1 and known_person(name, hit.iso3, None, table):
                draft = drafts.setdefault(name, Draft(rule="state before the name"))
                draft.states[hit.iso3] += 1
                draft.seen = draft.seen or item.passage.inner(start, start + len(name))


_KIN = re.compile(
    rf"(?P<owner>{NAME})['’]s?\s+(?:eldest\s+|younger\s+|elder\s+)?"
    r"(?:daughter|son|wife|husband|brother|sister|cousin|nephew|niece|father|mother|son-in-law)"
    rf",?\s+(?P<name>{NAME})"
)


def add_kin(drafts: Drafts, scanned: Sequence[Scanned]) -> None:
    """Add "Mirziyoyev's daughter, Saida Mirziyoyeva": of the state of the one she belongs to."""
    for item in scanned:
        for match in _KIN.finditer(item.text):
            name = plain_name(match["name"])
            if len(name.split()) > 1:
                draft = drafts.setdefault(name, Draft(rule="of the family"))
                draft.owner = match["owner"]
                draft.seen = draft.seen or item.passage.inner(*match.span("name"))


def add_known(drafts: Drafts, scanned: Sequence[Scanned], date: str | None, table: Holders) -> None:
    """Add those named in full and without a title whom the table of holders knows."""
    for item in scanned:
        for name, start in _full_names(item, drafts):
            known = known_person(name, None, date, table)
            if known:
                draft = drafts.setdefault(name, Draft(rule="table of holders", known=known))
                if known.iso3:
                    draft.states[known.iso3] += 1
                draft.seen = item.passage.inner(start, start + len(name))
