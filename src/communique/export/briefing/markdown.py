"""A brief as Markdown."""

from collections.abc import Iterator

from communique.export.briefing.citing import is_bare
from communique.export.briefing.model import Brief, Citation, Group, Line
from communique.export.phrases import possessive
from communique.export.plain import markdown, short_name


def markdown_text(brief: Brief) -> str:
    """The brief as Markdown, its citations at the end; "" where it says nothing."""
    return "\n".join(_blocks(brief)) if brief else ""


def _blocks(brief: Brief) -> Iterator[str]:
    yield f"# {markdown(brief.title)}\n"
    if narrowed := scope_words(brief):
        yield f"*{markdown(narrowed)}*\n"
    for section in brief.sections:
        yield f"## {section.title}\n"
        if section.intro:
            yield f"{markdown(section.intro)}\n"
        for group in section.groups:
            yield from _group(group)
    yield "## Citations\n"
    yield from map(_citation, brief.citations)
    yield ""


def scope_words(brief: Brief) -> str:
    """What the brief is narrowed to, in words; "" for nothing."""
    scope = brief.scope
    parts = [f"from {scope.since}"] if scope.since else []
    parts += [f"up to {scope.until}"] if scope.until else []
    parts += [f"only what tells of “{scope.topic}”"] if scope.topic else []
    return ", ".join(parts)[:1].upper() + ", ".join(parts)[1:]


def _group(group: Group) -> Iterator[str]:
    if group.title:
        yield f"### {markdown(group.title)}\n"
    yield from map(_line, group.lines)
    yield f"\n*{group.left}*\n" if group.left else ""


def _line(line: Line) -> str:
    head = f"**{markdown(line.head)}**: " if line.head else ""
    notes = "; ".join(map(markdown, notes_of(line)))
    marks = "".join(f" [{number}]" for number in line.cites)
    return f"- {head}{markdown(line.text)}{f' ({notes})' if notes else ''}{marks}"


def notes_of(line: Line) -> tuple[str, ...]:
    """The notes of a line; last, on which side's word alone it rests."""
    return (*line.notes, f"{possessive(line.side)} word alone") if line.side else line.notes


def _citation(citation: Citation) -> str:
    piece = citation.evidence
    place = f"{markdown(short_name(citation.page))}, {piece.span.start}–{piece.span.end}"
    told = [citation.outlet, citation.day or ""]
    carried = markdown(", ".join(filter(None, told)))
    quote = markdown(piece.quote)
    if is_bare(piece):
        opens, closes = markdown(citation.opens), markdown(citation.closes)
        quote = f"{opens}**{quote}**{closes}" if opens or closes else quote
    return f"{citation.number}. “{quote}” {carried} ({place}, {piece.report_id})"
