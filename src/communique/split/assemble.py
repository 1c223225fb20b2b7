"""Put one story's labelled lines together into a Report."""

from collections.abc import Sequence

from communique.split.credits import (
    find_agency,
    find_byline,
    find_editors,
    find_outlet,
    find_photo_credits,
)
from communique.split.datelines import DatelineForm, find_dateline
from communique.split.kinds import find_kind, find_language
from communique.split.sentences import split_sentences
from communique.split.stamps import find_stamps
from communique.types.ids import content_id
from communique.types.text import Dateline, Furniture, Line, Page, Report, Stamp
from communique.vocab.dates import with_year


def assemble(page: Page, lines: Sequence[Line], page_lines: Sequence[Line]) -> Report | None:
    """The report that `lines` (one story of the page) make, or None where they hold no body."""
    headline = next((line for line in lines if line.label == "headline"), None)
    found = _dateline(lines)
    body = [line for line in lines if line.label == "body"]
    if not body:
        return None
    published, updated = find_stamps(lines, headline)
    agency = find_agency(lines, found)
    byline = find_byline(lines)
    outlet = find_outlet(lines, page_lines)
    paragraphs = tuple(line.passage for line in body)
    captions = _distinct([line for line in lines if line.label == "caption"])
    skip = found[1].end if found and found[0] is body[0] else 0
    return Report(
        id=content_id("rp", page.id, body[0].passage.span.start, body[-1].passage.span.end),
        page_id=page.id,
        kind=find_kind(headline.passage if headline else None, paragraphs, agency, byline, outlet),
        language=find_language(" ".join(line.text for line in body[:5])),
        headline=headline.passage if headline else None,
        byline=byline,
        outlet=outlet,
        agency=agency,
        dateline=_resolve(found, published, updated) if found else None,
        published=published,
        updated=updated,
        editors=find_editors(lines),
        photo_credits=find_photo_credits(captions),
        captions=tuple(line.passage for line in captions),
        furniture=tuple(
            Furniture(label=line.label, passage=line.passage)
            for line in lines
            if line.label not in ("body", "caption", "headline")
        ),
        paragraphs=paragraphs,
        sentences=tuple(
            sentence
            for at, paragraph in enumerate(paragraphs)
            for sentence in split_sentences(paragraph, skip if at == 0 else 0)
        ),
    )


def _dateline(lines: Sequence[Line]) -> tuple[Line, DatelineForm] | None:
    """The dateline of the story's first paragraph, or one on a line of its own above it."""
    for line in lines:
        if line.label in ("body", "dateline"):
            form = find_dateline(line.text)
            if form or line.label == "body":
                return (line, form) if form else None
    return None


def _resolve(
    found: tuple[Line, DatelineForm], published: Stamp | None, updated: Stamp | None
) -> Dateline:
    line, form = found
    date, reason = form.date, None
    if date and date.startswith("--"):
        stamp = next((s for s in (published, updated) if s and len(s.value) >= 10), None)
        if stamp:
            date, reason = with_year(date, stamp.value), "the year is the stamp's"
        else:
            reason = "no year is stated"
    passage = line.passage.inner(0, min(form.end, len(line.text)))
    return Dateline(place=form.place.strip(), date=date, passage=passage, reason=reason)


def _distinct(lines: Sequence[Line]) -> list[Line]:
    kept: dict[str, Line] = {}
    for line in lines:
        kept.setdefault(" ".join(line.text.lower().split()), line)
    return list(kept.values())


def _copies(line: Line, headline: Line) -> bool:
    """Whether a line is the headline again, alone or behind the site's name."""
    return headline.text in line.text and len(line.text) <= len(headline.text) + 30


def mark_headline(lines: Sequence[Line], headline: Line | None) -> tuple[Line, ...]:
    """Label the story's headline, its copies as repeats, and datelines on lines of their own."""
    out: list[Line] = []
    for line in lines:
        label = line.label
        if (
            headline is not None
            and line.tag == headline.tag
            and line.passage.span.holds(headline.passage.span)
        ):
            out.append(Line(passage=headline.passage, label="headline", tag=line.tag))
            continue
        if label == "headline":
            label = "furniture"
        if headline is not None and label in ("body", "subheading") and _copies(line, headline):
            label = "repeat"
        elif label in ("body", "stamp") and len(line.text) < 90:
            form = find_dateline(line.text)
            if form and form.end >= len(line.text) - 1:
                label = "dateline"
        out.append(Line(passage=line.passage, label=label, tag=line.tag))
    return tuple(out)
