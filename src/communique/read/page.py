"""From raw bytes to a Page: text with its blocks, every offset a code point of that text."""

import re
from pathlib import Path

from communique.errors import Fault
from communique.read.archives import RawPage
from communique.read.decode import decode
from communique.read.html import html_page
from communique.types.text import Block, Page, Span

_MARKUP = re.compile(
    r"(?>\s*(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*)<(?:!doctype\s+html|html|head|body|div|article|main|meta)\b",
    re.IGNORECASE | re.DOTALL,
)


def to_page(raw: RawPage) -> Page | Fault:
    """Read one raw page as text or HTML. A Fault where it holds no text that can be read."""
    decoded = decode(raw)
    if isinstance(decoded, Fault):
        return decoded
    text, encoding = decoded
    if _is_html(raw.name, text):
        rendered = html_page(raw, text)
        if isinstance(rendered, Fault):
            return rendered
        text, blocks, address = rendered
        address = raw.address or address
    else:
        blocks, address = text_blocks(text), raw.address
    return Page(
        id=raw.page_id,
        name=raw.name,
        address=address,
        media="html" if _is_html(raw.name, decoded[0]) else "text",
        encoding=encoding,
        sha256=raw.sha256,
        text=text,
        blocks=blocks,
    )


def _is_html(name: str, text: str) -> bool:
    suffix = Path(name.split("#")[0]).suffix.lower()
    if suffix in (".html", ".htm", ".xhtml"):
        return True
    return bool(_MARKUP.match(text[:4096]))


_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c]+")


def text_blocks(text: str) -> tuple[Block, ...]:
    """The lines of a text page that hold words; hard-wrapped paragraphs are put together again."""
    lines = [m.span() for m in _LINE.finditer(text) if not m[0].isspace()]
    if _hard_wrapped(text, lines):
        lines = _unwrap(text, lines)
    return tuple(Block(span=Span(start=start, end=end), tag="line") for start, end in lines)


def _hard_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Whether a typewriter's margin cuts sentences: many lines break at one width inside one."""
    widths = [end - start for start, end in lines]
    if len(lines) < 8 or max(widths) > 100:
        return False
    full = [
        (start, end) for start, end in lines if end - start >= 55 and text[end - 1] not in '.!?"”'
    ]
    return len(full) >= 0.4 * len(lines)


def _unwrap(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    margin = 0.7 * max(end - start for start, end in lines)
    out: list[tuple[int, int]] = []
    width = 0
    for start, end in lines:
        if out and width >= margin and text.count("\n", out[-1][1], start) == 1:
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
        width = end - start
    return out
