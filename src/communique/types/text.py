"""Words and their places: spans, passages, pages, reports and the evidence that cites them.

All offsets are code points into the text of the page as it was read, end exclusive.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Media = Literal["text", "html"]
BlockRole = Literal["headline", "caption", "byline", "stamp", "furniture"]
ReportKind = Literal["wire", "readout", "joint_statement", "news"]
Precision = Literal["year", "month", "range", "day", "minute"]
"""How fine a date is; a range is an ISO 8601 interval of days or years, "2024-07-02/2024-07-04"."""

Label = Literal[
    "body",
    "headline",
    "subheading",
    "dateline",
    "stamp",
    "byline",
    "editor",
    "photo_credit",
    "caption",
    "credit",
    "repeat",
    "gallery",
    "furniture",
]
"""What a line of a page is; everything that is not "body" stays out of the body but is kept."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A stretch of a page's text, code points `start` to `end` (exclusive)."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"span {self.start}:{self.end} does not run forward from 0")

    def holds(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share a code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words and where they stand: `text == page_text[span.start:span.end]`."""

    span: Span
    text: str

    def __post_init__(self) -> None:
        if len(self.text) != self.span.end - self.span.start:
            raise ValueError(f"{len(self.text)} characters do not fill {self.span}")

    @classmethod
    def cut(cls, page_text: str, start: int, end: int) -> "Passage":
        """The passage `page_text[start:end]`, without white space at its ends."""
        while start < end and page_text[start].isspace():
            start += 1
        while end > start and page_text[end - 1].isspace():
            end -= 1
        return cls(span=Span(start=start, end=end), text=page_text[start:end])

    def inner(self, start: int, end: int) -> "Passage":
        """The passage at `start:end` of this passage's own text."""
        base = self.span.start
        return Passage(span=Span(start=base + start, end=base + end), text=self.text[start:end])


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The words of a report that bear an assertion: `quote == page_text[span.start:span.end]`."""

    report_id: str
    span: Span
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A line of a text page, or a block element of an HTML page.

    `tag` is "line" for text; for HTML the element's name, or "meta:NAME" for what the page's head
    states (title, published, modified, author, site). `main` tells whether the HTML extractor
    took the block for article body; None where nobody judged. `linked` is the share of the
    block's characters that stand inside links (0 to 1). `role` is what the markup itself says of
    the block (figcaption, time, nav, class names); None where it says nothing.
    """

    span: Span
    tag: str
    main: bool | None = None
    linked: float = 0.0
    role: BlockRole | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page as read.

    `id` hashes the bytes and the web address, so that a page read twice is one page.
    `name` is the file (or archive member, or "-" for standard input) it was first read from;
    `address` its web address where the archive or the page's head states one.
    """

    id: str
    name: str
    address: str | None
    media: Media
    encoding: str
    sha256: str
    text: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A block of a page with what it was judged to be."""

    passage: Passage
    label: Label
    tag: str = "line"

    @property
    def text(self) -> str:
        """The line's words."""
        return self.passage.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """Who published or wrote a report; `reason` says where that stands or was inferred from."""

    name: str
    stated: bool
    reason: str | None = None
    passage: Passage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """When a report was published or updated.

    `value` is an ISO date ("2024-07-04"), date and minute ("2024-07-04T08:23") or, where no date
    is stated, a minute alone ("14:27"). `timezone` is the zone in the page's own words ("IST",
    "+08:00", "GMT+8") and None where it states none. A value not `stated` gives its `reason`.
    """

    value: str
    stated: bool
    timezone: str | None = None
    reason: str | None = None
    passage: Passage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """The place and date that open a wire report ("ASTANA, July 3 (Xinhua) --").

    `place` in the report's words. `date` is ISO, possibly partial ("--07-03" where no year can be
    found); `reason` says where a year that is not stated was taken from.
    """

    place: str | None
    date: str | None
    passage: Passage
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """A labelled part of a page that belongs to a report but not to its body."""

    label: Label
    passage: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One story of a page: its body in paragraphs and sentences, and all that stands around it."""

    id: str
    page_id: str
    kind: ReportKind
    language: str | None
    headline: Passage | None
    byline: Passage | None
    outlet: Credit | None
    agency: Credit | None
    dateline: Dateline | None
    published: Stamp | None
    updated: Stamp | None
    editors: tuple[Passage, ...] = ()
    photo_credits: tuple[Passage, ...] = ()
    captions: tuple[Passage, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    paragraphs: tuple[Passage, ...] = ()
    sentences: tuple[Passage, ...] = ()

    @property
    def body(self) -> str:
        """The paragraphs' words, one paragraph a line."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)

    def passages(self) -> Iterator[Passage]:
        """Everything evidence may be cut from: paragraphs, headline, captions, dateline."""
        yield from self.paragraphs
        yield from self.captions
        if self.headline:
            yield self.headline
        if self.dateline:
            yield self.dateline.passage

    def evidence(self, span: Span) -> Evidence:
        """Cite `span` of the page. Raises ValueError where it lies in no passage of this report."""
        for passage in self.passages():
            if passage.span.holds(span):
                start = span.start - passage.span.start
                quote = passage.text[start : start + span.end - span.start]
                return Evidence(report_id=self.id, span=span, quote=quote)
        raise ValueError(f"{span} lies outside the passages of report {self.id}")


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """A date the report speaks of, resolved to ISO; `stated` is False where part of it was derived.

    "July 3, 2024" is stated; "Wednesday", or "July 3" with the year of the stamp, is derived and
    `reason` says from what. `value` may be partial ("2024", "2024-07").
    """

    passage: Passage
    value: str
    precision: Precision
    stated: bool
    reason: str | None = None
