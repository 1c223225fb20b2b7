"""Persons named by a surname alone, whom the table of holders leaves no doubt about."""

import re
from collections.abc import Sequence

from communique.extract.drafts import Draft, Drafts
from communique.extract.identity import Known, known_surname, known_variant
from communique.extract.scanned import Scanned, states_of
from communique.extract.titles import Titled
from communique.extract.words import NAME, trim_name
from communique.types.text import Passage
from communique.vocab.gazetteer import look_up
from communique.vocab.holders import Holders
from communique.vocab.tables import fold


def add_surnames(
    drafts: Drafts, scanned: Sequence[Scanned], date: str | None, table: Holders
) -> None:
    """Add those named by surname alone whom the table leaves no doubt about.

    Either a title stands before it, or the state is named in the report; nobody else of the
    report bears the name.
    """
    taken = {word for name in drafts for word in fold(name).split()}
    states = states_of(scanned)
    for item in scanned:
        for titled in item.titles:
            name = titled.name or ""
            if not titled.office or " " in name or fold(name) in {"", *taken}:
                continue
            known = _titled(titled, name, states, date, table)
            if known:
                where = item.passage.inner(titled.start, titled.end)
                draft = _by_table(known, where)
                draft.titles.append((titled.title, titled.iso3 or known.iso3, where))
                drafts.setdefault(known.name, draft)
                taken |= {*fold(known.name).split(), fold(name)}
    for item in scanned:
        for run in re.finditer(NAME, item.text):
            end = trim_name(item.text, *run.span(), item.hits)
            word = item.text[run.start() : end]
            found = (
                None if fold(word) in {"", *taken} else _bare(item, run, end, states, date, table)
            )
            if found:
                drafts.setdefault(
                    found.name, _by_table(found, item.passage.inner(run.start(), end))
                )
                taken |= set(fold(found.name).split())


def _titled(
    titled: Titled, name: str, states: Sequence[str], date: str | None, table: Holders
) -> Known | None:
    """Whom a title and a surname mean: with its state on a known day, else of a state named."""
    if titled.iso3:
        return known_surname(name, (titled.iso3,), date, table, titled.office) if date else None
    office = None if titled.office == "minister" else titled.office
    return known_surname(name.title(), states, date, table, office)


def _bare(
    item: Scanned,
    run: re.Match[str],
    end: int,
    states: Sequence[str],
    date: str | None,
    table: Holders,
) -> Known | None:
    """Whom a name without a title means: by a form of its own, or as a surname."""
    word = item.text[run.start() : end]
    sole = known_variant(word, date, table)
    if sole and not _opens_name(item.text, run, end) and not _is_town(item.text, run):
        return sole
    if len(word) < 4 or " " in word or _opens(item.text, run):
        return None
    known = known_surname(word, states, date, table)
    own = known and fold(known.family).split()[-1] == fold(word).split()[-1]
    return known if own else None


def _opens_name(text: str, run: re.Match[str], end: int) -> bool:
    """Whether a word is part of a longer name."""
    return bool(
        re.search(r"[A-Z]\w*[ -]$", text[: run.start()]) or re.match(r"[ -][A-Z]", text[end:])
    )


def _is_town(text: str, run: re.Match[str]) -> bool:
    """Whether a name is where something is, and a town has it."""
    return bool(_WHERE.search(text[: run.start()])) and bool(look_up(run.group(), 1))


_WHERE = re.compile(r"\b(?:in|at|near|from|to|of)\s+$")


def _opens(text: str, run: re.Match[str]) -> bool:
    """Whether a word has its capital from opening a sentence, or is part of a longer name."""
    return run.start() == 0 or bool(re.search(r"[.!?“\"]\s*$|[A-Z]\w*[ -]$", text[: run.start()]))


def _by_table(known: Known, where: Passage) -> Draft:
    draft = Draft(rule="table of holders", seen=where, known=known)
    draft.states.update([known.iso3] if known.iso3 else [])
    return draft
