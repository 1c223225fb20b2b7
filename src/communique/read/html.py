"""HTML pages: visible text in blocks, the head's facts, and what the extractor takes for body.

The page's text begins with what its head states, one fact a line, so that a date or a site name
that only the markup gives can be cited like any other words.
"""

import re
from collections import Counter
from collections.abc import Sequence

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from rapidfuzz.distance import LCSseq
from trafilatura import bare_extraction

from communique.errors import Fault
from communique.read.archives import RawPage
from communique.read.decode import MAX_LINES
from communique.read.head import head_facts
from communique.read.render import HIDDEN, Piece, render
from communique.types.text import Block, Span

MAIN_SHARE = 0.6
"""A block is main where the extractor kept this share of its words."""
MAX_CELLS = 500_000_000
"""Up to this many pairs of words are aligned; what the alignment holds grows with them (60 MB)."""
MAX_ELEMENTS = 100_000
"""The most elements that go to trafilatura, whose time grows with the square of some of them."""
_FACTS = ("title", "published", "modified", "author", "site")
NEVER_BODY = ("nav", "footer", "button", "dialog", "menu")
"""Elements that the extractor would drop itself, taken off first because that is faster."""
_WORD = re.compile(r"\w+")


def html_page(raw: RawPage, source: str) -> tuple[str, tuple[Block, ...], str | None] | Fault:
    """Render HTML source: the page's text, its blocks, and the address that the page states."""
    parser = HTMLParser(collect_ids=False, encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, ValueError) as problem:
        return Fault.of(raw.name, "E110", str(problem), raw.sha256)
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        return Fault.of(raw.name, "E110", "elements are nested too deeply", raw.sha256)
    facts = head_facts(root)
    etree.strip_elements(root, *HIDDEN - {"head"}, with_tail=False)
    pieces = render(root)
    if len(pieces) > MAX_LINES:
        return Fault.of(raw.name, "E109", f"more than {MAX_LINES:,} blocks", raw.sha256)
    etree.strip_elements(root, *NEVER_BODY, with_tail=False)
    judged = sum(1 for _ in root.iter()) <= MAX_ELEMENTS
    main = _main(root, pieces) if judged else [None] * len(pieces)
    text, blocks = _lay_out(facts, pieces, main)
    return text, blocks, facts.get("address")


def _lay_out(
    facts: dict[str, str], pieces: list[Piece], main: Sequence[bool | None]
) -> tuple[str, tuple[Block, ...]]:
    parts: list[str] = []
    blocks: list[Block] = []
    at = 0
    for name in _FACTS:
        value = facts.get(name) or (facts.get("page_title") if name == "title" else None)
        if value:
            line = f"{name}: {value}\n"
            span = Span(start=at + len(name) + 2, end=at + len(line) - 1)
            blocks.append(Block(span=span, tag=f"meta:{name}"))
            parts.append(line)
            at += len(line)
    for piece, kept in zip(pieces, main, strict=True):
        parts.append("\n")
        span = Span(start=at + 1, end=at + 1 + len(piece.words))
        blocks.append(
            Block(span=span, tag=piece.tag, main=kept, linked=piece.linked, role=piece.role)
        )
        parts.append(piece.words + "\n")
        at += len(piece.words) + 2
    return "".join(parts), tuple(blocks)


def _main(root: HtmlElement, pieces: list[Piece]) -> list[bool]:
    """Whether trafilatura keeps each piece, by a word alignment of its text with the page's.

    trafilatura returns text without places; the longest common subsequence of words gives each
    piece the share of its words that were kept, in order. On a page too long for that, a piece is
    kept where it is a line of trafilatura's text.
    """
    found = bare_extraction(
        root, include_comments=False, include_tables=True, favor_recall=True, with_metadata=False
    )
    text = getattr(found, "text", None) or ""
    kept = _WORD.findall(text)
    words = [(word, i) for i, piece in enumerate(pieces) for word in _WORD.findall(piece.words)]
    if len(words) * len(kept) > MAX_CELLS:
        lines = {tuple(_WORD.findall(line)) for line in text.splitlines()}
        return [tuple(_WORD.findall(piece.words)) in lines for piece in pieces]
    hits: Counter[int] = Counter()
    for step in LCSseq.opcodes([word for word, _ in words], kept):
        if step.tag == "equal":
            hits.update(words[k][1] for k in range(step.src_start, step.src_end))
    sizes = Counter(i for _, i in words)
    return [hits[i] >= MAIN_SHARE * max(1, sizes[i]) for i in range(len(pieces))]
