"""Reports made of plain text, and short views of what was found in them."""

import re

from communique.split import split_sentences
from communique.types.record import Findings, Statement
from communique.types.text import Credit, Dateline, Passage, Report, ReportKind, Stamp


def make_report(
    text: str,
    *,
    dateline: tuple[str, str] | None = None,
    published: str | None = None,
    headline: str | None = None,
    captions: tuple[str, ...] = (),
    kind: ReportKind = "wire",
    agency: str | None = None,
    name: str | None = None,
) -> Report:
    """A report whose page is headline, captions and `text`, a paragraph a line.

    `dateline` is (place, ISO date); its words run up to " -- " in the first paragraph. `name` is
    its id and its page's.
    """
    page = "\n".join((*([headline] if headline else []), *captions, text))
    lines = [Passage.cut(page, *m.span()) for m in re.finditer(r"[^\n]+", page)]
    titles = len(captions) + (headline is not None)
    paragraphs = tuple(line for line in lines[titles:] if line.text)
    opening = paragraphs[0].inner(0, paragraphs[0].text.index(" -- ") + 4) if dateline else None
    skips = [len(opening.text) if opening and n == 0 else 0 for n in range(len(paragraphs))]
    return Report(
        id=name or "rp-made",
        page_id=name or page,
        kind=kind,
        language="en",
        headline=lines[0] if headline else None,
        byline=None,
        outlet=None,
        agency=Credit(name=agency, stated=True) if agency else None,
        dateline=Dateline(place=dateline[0], date=dateline[1], passage=opening)
        if dateline and opening
        else None,
        published=Stamp(value=published, stated=True) if published else None,
        updated=None,
        captions=tuple(lines[titles - len(captions) : titles]),
        paragraphs=paragraphs,
        sentences=tuple(
            s for p, skip in zip(paragraphs, skips, strict=True) for s in split_sentences(p, skip)
        ),
    )


def named_report(
    name: str, text: str, agency: str | None = None, *, published: str | None = None
) -> Report:
    """One of several reports, told apart by its name."""
    return make_report(text, name=name, published=published, agency=agency, kind="news")


def name_of(findings: Findings, actor: str) -> str:
    """The name of an actor by its id."""
    return next(a.name for a in findings.actors if a.id == actor)


def said(findings: Findings) -> list[tuple[list[str], str, str]]:
    """Each statement as (speakers, content, rule)."""
    return [
        ([name_of(findings, a) for a in s.actor_ids], content(s), s.rule)
        for s in findings.statements
    ]


def content(statement: Statement) -> str:
    """The words of a statement, fragments joined by " / "."""
    return " / ".join(piece.text for piece in statement.content)


def events(findings: Findings, kind: str) -> list[tuple[list[str], list[str], str]]:
    """Events of a type as (actors, recipients, modality)."""
    return [
        (
            [name_of(findings, a) for a in e.actors],
            [name_of(findings, a) for a in e.recipients],
            e.modality,
        )
        for e in findings.events
        if e.type == kind
    ]
