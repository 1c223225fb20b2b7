"""An HTML tree as the text a reader sees: one piece a block element, in document order."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from communique.types.text import BlockRole

BLOCK = frozenset(
    "address article aside blockquote body button caption center dd details div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html label legend li main menu nav"
    " ol option p pre section summary table tbody td tfoot th thead title tr ul".split()
)
HIDDEN = frozenset(
    "audio canvas embed head iframe math noscript object script select style svg template"
    " textarea video".split()
)
_ROLE_OF_TAG: dict[str, BlockRole] = {
    "figcaption": "caption",
    "time": "stamp",
    "nav": "furniture",
    "footer": "furniture",
    "button": "furniture",
    "form": "furniture",
}
_ROLE_OF_CLASS: tuple[tuple[BlockRole, re.Pattern[str]], ...] = (
    ("caption", re.compile(r"caption|photo-?credit|image-?credit")),
    ("byline", re.compile(r"\bby-?line|\bauthor(?:s|-name|-info)?\b|\bposted-by")),
    (
        "stamp",
        re.compile(r"\b(?:publish(?:ed)?|post(?:ed)?|entry|article|update[d]?)?-?date\b|timestamp"),
    ),
    ("headline", re.compile(r"\b(?:dek|deck|standfirst|sub-?headline|sub-?title)\b")),
    (
        "furniture",
        re.compile(
            r"\b(?:share|social|sharing|related|newsletter|subscribe|advert\w*|ad-slot|promo|cookie"
            r"|breadcrumbs?|comments?|disqus|sidebar|site-footer|site-header|menu|navbar|nav"
            r"|recommended|most-read|trending|signup|sign-up|paywall|read-more|recirc\w*)\b"
        ),
    ),
)
NAMES = 300
"""How much of a class or id is looked at, characters."""
_SPACES = re.compile(r"[ \t\r\n\f\v\xa0\u200b]+")


@dataclass(slots=True)
class Piece:
    """The words of one block element; `linked` is the share of them inside links."""

    tag: str
    words: str
    linked: float
    role: BlockRole | None


@dataclass(slots=True)
class _Walk:
    """Where the walk stands: open blocks with their roles, and the words gathered since."""

    pieces: list[Piece] = field(default_factory=list)
    open: list[tuple[str, BlockRole | None]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    links: int = 0
    linked: int = 0

    def flush(self) -> None:
        """Close the piece that is being gathered, if it has words."""
        if not self.words:
            return
        words = "".join(self.words).strip()
        if "\n" in words:
            words = "\n".join(line.strip() for line in words.split("\n"))
        if words:
            tag, role = self.open[-1] if self.open else ("body", None)
            share = min(1.0, self.linked / max(1, len(words)))
            self.pieces.append(Piece(tag=tag, words=words, linked=share, role=role))
        self.words, self.linked = [], 0

    def add(self, text: str | None) -> None:
        """Gather inline text, white space folded as browsers do."""
        if text:
            folded = _SPACES.sub(" ", text)
            self.words.append(folded)
            if self.links:
                self.linked += len(folded.strip())

    def line_break(self) -> None:
        """One <br> is a line inside the piece, two in a row begin a new piece."""
        if self.words and (self.words[-1].isspace() or self.words[-1].endswith("\n")):
            self.flush()
        elif self.words:
            self.words.append("\n")


def render(root: HtmlElement) -> list[Piece]:
    """The visible pieces of a page; iterwalk keeps its own stack, so depth costs no recursion."""
    walk = _Walk()
    steps = iterwalk(root, events=("start", "end"))
    for event, element in steps:
        tag = element.tag
        if event == "end":
            if tag not in HIDDEN:
                _leave(walk, tag)
            if element is not root:
                walk.add(element.tail)
        elif tag in HIDDEN:
            steps.skip_subtree()
        else:
            _enter(walk, element)
    walk.flush()
    return walk.pieces


def _enter(walk: _Walk, element: HtmlElement) -> None:
    tag = element.tag
    if tag == "br":
        walk.line_break()
    elif tag == "a":
        walk.links += 1
    elif tag in BLOCK:
        walk.flush()
        inherited = walk.open[-1][1] if walk.open else None
        walk.open.append((tag, _role(element) or inherited))
    walk.add(element.text)


def _leave(walk: _Walk, tag: str) -> None:
    if tag == "a":
        walk.links -= 1
    elif tag in BLOCK:
        walk.flush()
        walk.open.pop()


def _role(element: HtmlElement) -> BlockRole | None:
    classes, identity = element.get("class") or "", element.get("id") or ""
    return _role_of(element.tag, classes[:NAMES], identity[:NAMES])


@lru_cache(maxsize=4096)
def _role_of(tag: str, classes: str, identity: str) -> BlockRole | None:
    role = _ROLE_OF_TAG.get(tag)
    if role or tag in ("body", "html", "main", "article"):
        return role
    names = f"{classes} {identity}".lower().replace("_", "-")
    for named, pattern in _ROLE_OF_CLASS:
        if pattern.search(names):
            return named
    return "headline" if tag == "h1" else None
