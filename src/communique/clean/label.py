"""Give every block of a page a label; "body" here means that a line may belong to a body."""

from collections import Counter
from dataclasses import replace

from communique.clean.furniture import furniture
from communique.clean.marks import mark
from communique.clean.prose import PROSE_WORDS, prose_score
from communique.clean.recover import recover_main
from communique.types.text import Block, Label, Line, Page, Passage
from communique.vocab.dates import find_dates, find_times

BYLINE_WORDS = 8
ROLE_LENGTH = 400
"""A longer block is text whatever its class says, characters."""
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
REPEATS = 3
"""A short line that stands this often on a page is a repeated headline or a button."""


def label_lines(page: Page) -> tuple[Line, ...]:
    """The lines of a page with a first label each, in order; pure look at the line and its twins.

    The head's facts of an HTML page come first and keep their "meta:" tags.
    """
    lines: list[Line] = []
    texts = [page.text[block.span.start : block.span.end] for block in page.blocks]
    twins = Counter(
        _key(text)
        for block, text in zip(page.blocks, texts, strict=True)
        if not block.tag.startswith("meta:")
    )
    seen: set[str] = set()
    gallery = False
    for block, main in zip(page.blocks, recover_main(page.blocks, texts), strict=True):
        block = block if main == block.main else replace(block, main=main)
        for passage in _pieces(page, block):
            if not passage.text:
                continue
            key = _key(passage.text)
            label = _label(block, passage.text, twins[key], key in seen)
            # Behind "More Images" stand copies of the headline and the lede, until new prose.
            gallery = (gallery or _opens_gallery(passage.text)) and label != "body"
            if gallery and label == "repeat":
                label = "gallery"
            if not block.tag.startswith("meta:"):
                seen.add(key)
            lines.append(Line(passage=passage, label=label, tag=block.tag))
    return tuple(lines)


def _key(text: str) -> str:
    return " ".join(text.lower().split())


def _opens_gallery(text: str) -> bool:
    return _key(text).strip(" :.") in ("more images", "image gallery", "photo gallery", "gallery")


def _pieces(page: Page, block: Block) -> list[Passage]:
    """The block's passage; a date scraped in front of a headline is a passage of its own."""
    whole = Passage.cut(page.text, block.span.start, block.span.end)
    if block.tag != "line" or len(whole.text) > 250:
        return [whole]
    ends = 0
    forms = [(form.start, form.end) for form in find_dates(whole.text)]
    forms += [(form.start, form.end) for form in find_times(whole.text)]
    for start, end in sorted(forms):
        lead = whole.text[ends:start].strip(" ,|-:").lower()
        if lead not in ("", "date", "published", "posted", "updated", "time", "at", "on"):
            break
        ends = end
    rest = whole.text[ends:].lstrip(" ,|-:")
    if ends and len(rest.split()) >= 5 and rest[0].isupper() and rest[-1] not in ".!":
        cut = len(whole.text) - len(rest)
        base = whole.span.start
        return [Passage.cut(page.text, base, base + cut), whole.inner(cut, len(whole.text))]
    return [whole]


def _label(block: Block, text: str, twins: int, again: bool) -> Label:
    if block.tag.startswith("meta:"):
        return "credit"
    by_role = _by_role(block, text)
    if by_role:
        return by_role
    if block.main is False:
        return _outside(block, text)
    marked: Label | None = "furniture" if furniture(text) else mark(text)
    if marked:
        return marked
    if block.main:
        if block.tag == "h1" and not again:
            return "headline"
        return "subheading" if block.tag in _HEADINGS or block.role == "headline" else "body"
    long = prose_score(text) > 1.5
    if (long and again) or (not long and twins >= REPEATS):
        return "repeat"
    return "body"


def _by_role(block: Block, text: str) -> Label | None:
    """What the markup says of a block, where its words agree."""
    if block.role not in ("caption", "byline", "stamp") or len(text) >= ROLE_LENGTH:
        return None
    marked = mark(text)
    if marked in ("stamp", "editor", "byline"):
        return marked
    if block.role == "byline":
        return "byline" if len(text.split()) <= BYLINE_WORDS else "furniture"
    return "caption" if block.role == "caption" else None


def _outside(block: Block, text: str) -> Label:
    """What the extractor left out may still be the headline, a stamp, a credit or a caption."""
    if block.role == "headline":
        return "headline" if block.tag == "h1" else "subheading"
    if block.role == "furniture" or len(text.split()) > 2 * PROSE_WORDS:
        return "furniture"
    return mark(text) or "furniture"
