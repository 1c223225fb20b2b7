"""The persons a report introduces, and the two states it is mostly about.

A person becomes an actor only where a full name stands with a title; a surname alone never does.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from communique.extract.ids import actor_id
from communique.extract.titles import Titled, find_titles, is_royal
from communique.extract.words import NAME, Hit, flat, scan, trim_name
from communique.types.text import Passage, Report
from communique.vocab.offices import COMPARED, Holder, find_holders, office_of
from communique.vocab.tables import fold

_SURNAME_FIRST = ("CHN", "KOR", "PRK", "VNM", "TWN")
_GIVEN_ALONE = ("VNM", "ETH", "ERI", "ISL", "IDN", "MMR", "THA", "MYS", "MNG", "BTN", "SOM", "TLS")
_PARTICLES = frozenset("bin ibn al el von van der de da do dos du la le den jr jr.".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person of a report.

    `rule` says where the state was taken from, `seen` where the name is first found, `body` the
    organisation the office belongs to, if no state; `known_office` is the class of office the table
    of holders gives where the report names none.
    """

    name: str
    iso3: str | None
    titles: tuple[tuple[str, str | None, Passage], ...]
    rule: str
    seen: Passage
    body: str | None = None
    known_office: str | None = None

    @property
    def id(self) -> str:
        """The actor's id."""
        return actor_id("person", self.name, self.iso3)

    @property
    def offices(self) -> tuple[str, ...]:
        """The titles in lower case."""
        return tuple(title.lower() for title, _, _ in self.titles)

    def aliases(self) -> tuple[str, ...]:
        """Words that may stand for this person alone, the usual one first."""
        words = [word for word in self.name.split() if word.lower() not in _PARTICLES]
        known = [words[0] if self.iso3 in _SURNAME_FIRST else words[-1]]
        if len(words) < len(self.name.split()):
            known.append(" ".join(self.name.split()[-2:]))
        if self.iso3 is None or self.iso3 in _GIVEN_ALONE:
            known += [words[0], words[-1]]
        return tuple(dict.fromkeys(known))


@dataclass(frozen=True, slots=True, kw_only=True)
class Scanned:
    """A passage with the names and titles found in it; `text` is its words on one line."""

    passage: Passage
    text: str
    hits: tuple[Hit, ...]
    titles: tuple[Titled, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """The parties of a report: its persons, and the two states it is mostly about (or none)."""

    persons: tuple[Person, ...]
    dyad: tuple[str, str] | None = None
    dyad_rule: str = ""

    def named(self, words: str, iso3: str | None = None) -> tuple[Person, ...]:
        """Persons whom `words` (a full name, or a surname) may mean, of `iso3` if given."""
        exact = tuple(person for person in self.persons if person.name == words)
        found = exact or tuple(p for p in self.persons if words in p.aliases())
        return tuple(p for p in found if iso3 is None or p.iso3 in (iso3, None))

    def of_office(self, titled: Titled) -> tuple[Person, ...]:
        """Persons who hold what a title without a name says, of its state or body if it has one."""
        wanted = titled.title.lower()
        found = tuple(
            p
            for p in self.persons
            if titled.iso3 in (None, p.iso3) and titled.body in (None, p.body)
        )
        if titled.body or wanted.split()[-1] in (*COMPARED, "official", "leader", "diplomat"):
            return found
        return tuple(
            p
            for p in found
            if any(_fits(wanted, held) for held in p.offices)
            or (p.known_office is not None and p.known_office == office_of(wanted))
        )


def _fits(wanted: str, held: str) -> bool:
    """Whether "the deputy minister" may be who holds "First Deputy Minister of Health"."""
    if set(wanted.split()) <= set(held.split()) and held.split()[0] != "vice":
        return wanted.split()[-1] == held.split(" of ")[0].split()[-1] or held.startswith(wanted)
    return wanted in ("head of state", "head of government") and (
        office_of(wanted) == office_of(held)
    )


def scan_passage(passage: Passage) -> Scanned:
    """Find the names and titles of one passage."""
    text = flat(passage.text)
    hits = scan(text)
    return Scanned(passage=passage, text=text, hits=hits, titles=find_titles(text, hits))


@dataclass(slots=True)
class _Draft:
    titles: list[tuple[str, str | None, Passage]] = field(default_factory=list)
    states: Counter[str] = field(default_factory=Counter)
    body: str | None = None
    rule: str = "title and state"
    seen: Passage | None = None
    known_office: str | None = None


def cast_of(report: Report) -> Cast:
    """Find the persons a report introduces, and the two states it is about."""
    scanned = [scan_passage(p) for p in (*report.paragraphs, *report.captions)]
    drafts = _introduced(scanned)
    headline = (scan_passage(report.headline),) if report.headline else ()
    dyad = _dyad((*scanned, *headline))
    date = _date_hint(report)
    _add_known(drafts, scanned, date)
    _settle(drafts, dyad)
    persons = tuple(_person(name, draft) for name, draft in drafts.items())
    persons += tuple(_by_table(scanned, persons, date))
    return Cast(persons=persons, dyad=dyad, dyad_rule="the two states most named" if dyad else "")


def _date_hint(report: Report) -> str | None:
    for value in (
        report.dateline.date if report.dateline else None,
        report.published.value if report.published else None,
    ):
        if value and re.match(r"\d{4}-\d\d-\d\d", value):
            return value[:10]
    return None


def _introduced(scanned: Sequence[Scanned]) -> dict[str, _Draft]:
    """Full names with the titles and states that stand with them, in order of first sight."""
    drafts: dict[str, _Draft] = {}
    for item in scanned:
        before = ""
        for titled in item.titles:
            title = titled.title
            if title.lower().endswith(COMPARED) and before:
                title = before
            before = title
            if titled.name is None:
                continue
            if len(titled.name.split()) < 2 and not is_royal(title):
                continue
            name = " ".join(titled.name.split())
            draft = drafts.setdefault(name, _Draft())
            where = item.passage.inner(titled.start, titled.end)
            draft.titles.append((title, titled.iso3, where))
            draft.body = draft.body or titled.body
            if titled.iso3:
                draft.states[titled.iso3] += 1
    return drafts


def _add_known(drafts: dict[str, _Draft], scanned: Sequence[Scanned], date: str | None) -> None:
    """Add those named in full and without a title whom the table of holders knows."""
    for item in scanned if date else ():
        for run in re.finditer(NAME, item.text):
            name = item.text[run.start() : trim_name(item.text, *run.span(), item.hits)]
            if len(name.split()) < 2 or name in drafts:
                continue
            rows = [row for row in find_holders(name, date) if fold(row.name) == fold(name)]
            if len({row.iso3 for row in rows}) == 1:
                draft = drafts.setdefault(name, _Draft(rule="table of holders"))
                draft.states[rows[0].iso3] += 1
                draft.known_office = rows[0].office
                draft.seen = item.passage.inner(run.start(), run.start() + len(name))


def _settle(drafts: Mapping[str, _Draft], dyad: tuple[str, str] | None) -> None:
    """Give a state to those whom the text gives none: by the table, else the one that is left."""
    silent = [name for name, draft in drafts.items() if not draft.states and not draft.body]
    for name in silent:
        known = {row.iso3 for row in find_holders(name) if fold(row.name) == fold(name)}
        if len(known) == 1:
            drafts[name].states.update(known)
            drafts[name].rule = "table of holders"
    taken = {iso3 for draft in drafts.values() for iso3 in draft.states}
    free = [iso3 for iso3 in dyad or () if iso3 not in taken]
    rest = [name for name in silent if not drafts[name].states]
    if dyad and len(free) == 1 and taken & set(dyad) and len(rest) == 1:
        drafts[rest[0]].states.update(free)
        drafts[rest[0]].rule = "the other state of the two"


def _person(name: str, draft: _Draft) -> Person:
    return Person(
        name=name,
        iso3=draft.states.most_common(1)[0][0] if draft.states else None,
        titles=tuple(draft.titles),
        rule=draft.rule,
        seen=draft.seen or draft.titles[0][2],
        body=draft.body,
        known_office=draft.known_office,
    )


def _by_table(
    scanned: Sequence[Scanned], persons: Sequence[Person], date: str | None
) -> Iterator[Person]:
    """Holders known by the table where the text gives state, title and surname only."""
    done: set[str] = set()
    for item in scanned:
        for titled in item.titles:
            if not (titled.name and titled.iso3 and titled.office and date):
                continue
            holder = _holder(titled, date)
            if (
                holder is None
                or holder.name in done
                or any(titled.name in (p.name, *p.aliases()) for p in persons)
            ):
                continue
            done.add(holder.name)
            where = item.passage.inner(titled.start, titled.end)
            yield Person(
                name=holder.name,
                iso3=holder.iso3,
                titles=((titled.title, titled.iso3, where),),
                rule="table of holders",
                seen=where,
            )


def _holder(titled: Titled, date: str) -> Holder | None:
    found = [
        row
        for row in find_holders(titled.name or "", date)
        if row.iso3 == titled.iso3 and row.office == titled.office
    ]
    return found[0] if len(found) == 1 else None


def _dyad(scanned: Sequence[Scanned]) -> tuple[str, str] | None:
    """The two states most named, where a third one is named clearly less often."""
    counts: Counter[str] = Counter()
    for item in scanned:
        counts.update(hit.iso3 for hit in item.hits if hit.iso3 and hit.kind != "capital_metonym")
    ranked = counts.most_common(3)
    if len(ranked) < 2 or ranked[1][1] < 2:
        return None
    if len(ranked) == 3 and ranked[2][1] > 0.6 * ranked[1][1]:
        return None
    first, second = sorted((ranked[0][0], ranked[1][0]))
    return first, second
