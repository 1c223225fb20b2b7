"""Who a report introduces, and the two states it is mostly about.

A person becomes an actor only where a full name stands with a title or with a state, or where the
table of holders knows it; a surname alone never does, unless the table leaves no doubt.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from communique.extract.identity import Known, known_person, known_surname, known_variant
from communique.extract.persons import Cast, Person
from communique.extract.titles import Titled, find_titles, is_royal
from communique.extract.words import NAME, Hit, flat, scan, trim_name
from communique.types.text import Passage, Report
from communique.vocab.offices import COMPARED
from communique.vocab.tables import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Scanned:
    """A passage with the names and titles found in it; `text` is its words on one line."""

    passage: Passage
    text: str
    hits: tuple[Hit, ...]
    titles: tuple[Titled, ...]


def scan_passage(passage: Passage) -> Scanned:
    """Find the names and titles of one passage."""
    text = flat(passage.text)
    hits = scan(text)
    parties = tuple(hit for hit in hits if hit.kind != "press")
    return Scanned(passage=passage, text=text, hits=hits, titles=find_titles(text, parties))


@dataclass(slots=True)
class _Draft:
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
        return self.states.most_common(1)[0][0] if self.states else None


Drafts = dict[str, _Draft]


def cast_of(report: Report) -> Cast:
    """Find the persons a report introduces, and the two states it is about."""
    scanned = [scan_passage(p) for p in (*report.paragraphs, *report.captions)]
    headline = (scan_passage(report.headline),) if report.headline else ()
    dyad = _dyad((*scanned, *headline))
    date = date_hint(report)
    drafts = _introduced(scanned)
    _add_of_state(drafts, scanned)
    _add_kin(drafts, scanned)
    _add_known(drafts, scanned, date)
    _settle(drafts, dyad, date)
    _place_rest(drafts, scanned)
    _add_surnames(drafts, scanned, date)
    return Cast(
        persons=tuple(_persons(drafts)),
        dyad=dyad,
        dyad_rule="the two states most named" if dyad else "",
        states=_states(scanned),
        named_states=_states(scanned, "capital_metonym"),
    )


def _states(scanned: Sequence[Scanned], but: str = "") -> tuple[str, ...]:
    """The states named, each once, but for those named by a hit of kind `but`."""
    hits = (hit for item in scanned for hit in item.hits)
    return tuple(dict.fromkeys(hit.iso3 for hit in hits if hit.iso3 and hit.kind != but))


def date_hint(report: Report) -> str | None:
    """The day of the report, for the table of holders: the dateline's, else the stamp's."""
    for value in (
        report.dateline.date if report.dateline else None,
        report.published.value if report.published else None,
    ):
        if value and re.match(r"\d{4}-\d\d-\d\d", value):
            return value[:10]
    return None


_OWNER = re.compile(rf"(?P<name>{NAME})['’]s?\s+(?:\w+\s+)?$")
_HONOURED = re.compile(r"\b(?P<word>Mr|Mrs|Ms|Sheikh|Sheikha|Sir|Lord|Lady)\.?\s+$")
_STYLES = re.compile(
    r"^(?:(?:Datuk|Dato|Dato['’]|Datin|Tan Sri|Tun|Ayatollah|Ambassador|Professor|"
    r"Captain|Major|Colonel|Admiral|Marshal|Congressman|Congresswoman)\.?(?: Seri)? )+"
)


def _introduced(scanned: Sequence[Scanned]) -> Drafts:
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
            draft = drafts.setdefault(name, _Draft())
            where = item.passage.inner(titled.start, titled.end)
            draft.titles.append((title, titled.iso3, where))
            draft.body = draft.body or titled.body
            draft.body_sector = draft.body_sector or titled.sector if titled.body else None
            if titled.iso3:
                draft.states[titled.iso3] += 1
            owner = _OWNER.search(item.text[: titled.start])
            if owner and not titled.iso3 and not titled.body:
                draft.owner = draft.owner or owner["name"]
            at = item.text.find(titled.name, titled.start)
            honoured = _HONOURED.search(item.text[:at])
            if honoured:
                draft.honorifics.append(honoured["word"])
    return drafts


def plain_name(words: str) -> str:
    """A name without the styles that go before it ("Datuk")."""
    return _STYLES.sub("", " ".join(words.split()))


def _full_names(item: Scanned, drafts: Mapping[str, _Draft]) -> Iterator[tuple[str, re.Match[str]]]:
    """Runs that read as full names of persons not yet drafted."""
    for run in re.finditer(NAME, item.text):
        name = item.text[run.start() : trim_name(item.text, *run.span(), item.hits)]
        if len(name.split()) > 1 and name not in drafts:
            yield name, run


_STATE_KINDS = ("name", "short", "former")


def _add_of_state(drafts: Drafts, scanned: Sequence[Scanned]) -> None:
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
            if len(name.split()) > 1 and _is_known(name, hit.iso3):
                draft = drafts.setdefault(name, _Draft(rule="state before the name"))
                draft.states[hit.iso3] += 1
                draft.seen = draft.seen or item.passage.inner(start, start + len(name))


def _is_known(name: str, iso3: str) -> bool:
    return known_person(name, iso3, None) is not None


_KIN = re.compile(
    rf"(?P<owner>{NAME})['’]s?\s+(?:eldest\s+|younger\s+|elder\s+)?"
    r"(?:daughter|son|wife|husband|brother|sister|cousin|nephew|niece|father|mother|son-in-law)"
    rf",?\s+(?P<name>{NAME})"
)


def _add_kin(drafts: Drafts, scanned: Sequence[Scanned]) -> None:
    """Add "Mirziyoyev's daughter, Saida Mirziyoyeva": of the state of the one she belongs to."""
    for item in scanned:
        for match in _KIN.finditer(item.text):
            name = plain_name(match["name"])
            if len(name.split()) > 1:
                draft = drafts.setdefault(name, _Draft(rule="of the family"))
                draft.owner = match["owner"]
                draft.seen = draft.seen or item.passage.inner(*match.span("name"))


def _add_known(drafts: Drafts, scanned: Sequence[Scanned], date: str | None) -> None:
    """Add those named in full and without a title whom the table of holders knows."""
    for item in scanned:
        for name, run in _full_names(item, drafts):
            known = known_person(name, None, date)
            if known:
                draft = drafts.setdefault(name, _Draft(rule="table of holders", known=known))
                if known.iso3:
                    draft.states[known.iso3] += 1
                draft.seen = item.passage.inner(run.start(), run.start() + len(name))


def _settle(drafts: Drafts, dyad: tuple[str, str] | None, date: str | None) -> None:
    """Give a state to those whom the text gives none: by the table, else the one that is left."""
    for name, draft in drafts.items():
        draft.known = draft.known or known_person(name, draft.iso3, date)
        if draft.known and draft.known.iso3 and not draft.states and not draft.body:
            draft.states[draft.known.iso3] += 1
            draft.rule = "table of holders"
    for draft in drafts.values():
        if draft.owner and not draft.states and not draft.body:
            owners = [d.iso3 for n, d in drafts.items() if draft.owner in (n, n.split()[-1])]
            if len(owners) == 1 and owners[0]:
                draft.states[owners[0]] += 1
                draft.rule = "whose aide or kin it is"
    taken = {iso3 for draft in drafts.values() for iso3 in draft.states}
    free = [iso3 for iso3 in dyad or () if iso3 not in taken]
    rest = [draft for draft in drafts.values() if not draft.states and not draft.body]
    if dyad and len(free) == 1 and taken & set(dyad) and len(rest) == 1:
        rest[0].states.update(free)
        rest[0].rule = "the other state of the two"


def _place_rest(drafts: Drafts, scanned: Sequence[Scanned]) -> None:
    """Give those of no named state the one state of the report, if nobody else speaks for it."""
    states = _states(scanned)
    if len(states) != 1 or any(states[0] in draft.states for draft in drafts.values()):
        return
    for draft in drafts.values():
        if not draft.states and not draft.body and draft.titles:
            draft.states.update(states)
            draft.rule = "the one state of the report"


def _add_surnames(drafts: Drafts, scanned: Sequence[Scanned], date: str | None) -> None:
    """Add those named by surname alone whom the table leaves no doubt about.

    Either the title and state stand before it, or the state is named in the report and nobody
    else of the report bears the name.
    """
    taken = {word for name in drafts for word in fold(name).split()}
    for item in scanned:
        for titled in item.titles:
            if titled.name and titled.iso3 and titled.office and len(titled.name.split()) == 1:
                known = known_surname(titled.name, (titled.iso3,), date, titled.office)
                if known and date and not taken & set(fold(titled.name).split()):
                    where = item.passage.inner(titled.start, titled.end)
                    draft = _by_table(known, where)
                    draft.titles.append((titled.title, titled.iso3, where))
                    drafts.setdefault(known.name, draft)
                    taken |= set(fold(titled.name).split())
    states = _states(scanned)
    for item in scanned:
        for run in re.finditer(NAME, item.text):
            end = trim_name(item.text, *run.span(), item.hits)
            word = item.text[run.start() : end]
            sole = known_variant(word, date) if word and fold(word) not in taken else None
            if sole and not _opens_name(item.text, run, end):
                where = item.passage.inner(run.start(), end)
                drafts.setdefault(sole.name, _by_table(sole, where))
                taken |= set(fold(sole.name).split())
                continue
            if len(word) < 4 or " " in word or fold(word) in taken or _opens(item.text, run):
                continue
            known = known_surname(word, states, date)
            if known and fold(known.family).split()[-1] == fold(word).split()[-1]:
                where = item.passage.inner(run.start(), end)
                drafts.setdefault(known.name, _by_table(known, where))
                taken |= set(fold(known.name).split())


def _opens_name(text: str, run: re.Match[str], end: int) -> bool:
    """Whether a word is part of a longer name."""
    return bool(
        re.search(r"[A-Z]\w*[ -]$", text[: run.start()]) or re.match(r"[ -][A-Z]", text[end:])
    )


def _opens(text: str, run: re.Match[str]) -> bool:
    """Whether a word has its capital from opening a sentence, or is part of a longer name."""
    return run.start() == 0 or bool(re.search(r"[.!?“\"]\s*$|[A-Z]\w*[ -]$", text[: run.start()]))


def _by_table(known: Known, where: Passage) -> _Draft:
    draft = _Draft(rule="table of holders", seen=where, known=known)
    draft.states.update([known.iso3] if known.iso3 else [])
    return draft


def _persons(drafts: Drafts) -> Iterator[Person]:
    """One person for all the drafts of one name: of the table, or one name within another."""
    groups: dict[tuple[str, str | None], list[str]] = {}
    for name, draft in sorted(drafts.items(), key=lambda each: -len(each[0].split())):
        usual = draft.known.name if draft.known else name
        key = next(
            (key for key in groups if _is_same(key, (usual, draft.iso3))), (usual, draft.iso3)
        )
        groups.setdefault(key, []).append(name)
    order = list(drafts)
    for (usual, iso3), members in sorted(
        groups.items(), key=lambda group: min(map(order.index, group[1]))
    ):
        names = sorted(members, key=order.index)
        yield _person(usual, iso3, [(name, drafts[name]) for name in names])


def _is_same(a: tuple[str, str | None], b: tuple[str, str | None]) -> bool:
    """Whether two full names, each with its state, are one person's."""
    if a[1] and b[1] and a[1] != b[1]:
        return False
    longer, shorter = _bare(a[0]), _bare(b[0])
    return longer == shorter or (
        len(shorter) > 1 and longer[0] == shorter[0] and set(shorter) < set(longer)
    )


def _bare(name: str) -> list[str]:
    """The words of a name, folded, without initials."""
    words = fold(name).split()
    return [word for word in words if len(word) > 1] or words


def _person(usual: str, iso3: str | None, members: Sequence[tuple[str, _Draft]]) -> Person:
    drafts = [draft for _, draft in members]
    known = next((draft.known for draft in drafts if draft.known), None)
    titles = tuple(title for draft in drafts for title in draft.titles)
    seen = next((draft.seen for draft in drafts if draft.seen), None)
    return Person(
        name=known.name if known else usual,
        iso3=iso3 or next((draft.iso3 for draft in drafts if draft.iso3), None),
        titles=titles,
        rule=drafts[0].rule,
        seen=seen or titles[0][2],
        forms=tuple(name for name, _ in members),
        body=next((draft.body for draft in drafts if draft.body), known.body if known else None),
        body_sector=next((draft.body_sector for draft in drafts if draft.body_sector), None),
        known=known,
        honorifics=tuple(word for draft in drafts for word in draft.honorifics),
    )


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
