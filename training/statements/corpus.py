"""The marked reports of `text/`: braces out, attributions with their spans in.

`{s1 Xi} {q1.say stressed} {c1 that ...}`: a source, a cue with its kind and a content that belong
together by their number; a role may have several parts, a part several numbers. README.md tells
what is marked.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from communique.types.text import Passage, Span

KINDS = ("say", "view", "will", "show")
_MARK = re.compile(r"\{([sqc])(\d+(?:,\d+)*)(?:\.(\w+))?\s")
_HEAD = re.compile(r"^=== (\S+) (\S+)\n", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One attribution of a report: its parts in order, and the kind of its cue."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedReport:
    """A report of the corpus without its marks; paragraphs are the spans between blank lines."""

    id: str
    kind: str
    text: str
    paragraphs: tuple[Span, ...]
    attributions: tuple[Attribution, ...]

    def passages(self) -> tuple[Passage, ...]:
        """Its paragraphs with their words."""
        return tuple(Passage.cut(self.text, each.start, each.end) for each in self.paragraphs)


def read_corpus(folder: Path) -> list[MarkedReport]:
    """All reports of a folder's text files, in the order of their names."""
    return [
        report
        for path in sorted(folder.glob("*.txt"))
        for report in read_marked(path.read_text(encoding="utf-8"))
    ]


def read_marked(text: str) -> Iterator[MarkedReport]:
    """The reports of one file. Raises ValueError where a brace is open or astray."""
    heads = [*_HEAD.finditer(text)]
    for head, after in zip(heads, [*heads[1:], None], strict=True):
        body = text[head.end() : after.start() if after else len(text)].strip()
        yield _report(head[1], head[2], body)


def _report(name: str, kind: str, body: str) -> MarkedReport:
    letters: list[str] = []
    roles: dict[tuple[str, str], list[Span]] = {}
    kinds: dict[str, str] = {}
    still_open: list[tuple[int, str, str]] = []
    at = 0
    while at < len(body):
        if body[at] == "}":
            if not still_open:
                raise ValueError(f"{name}: a brace closes nothing near {body[at - 30 : at + 1]!r}")
            start, role, numbers = still_open.pop()
            for number in numbers.split(","):
                roles.setdefault((number, role), []).append(Span(start=start, end=len(letters)))
            at += 1
        elif mark := _MARK.match(body, at):
            still_open.append((len(letters), mark[1], mark[2]))
            if mark[3]:
                kinds |= dict.fromkeys(mark[2].split(","), mark[3])
            at = mark.end()
        else:
            letters.append(body[at])
            at += 1
    if still_open:
        raise ValueError(f"{name}: {len(still_open)} braces are not closed")
    text = "".join(letters)
    return MarkedReport(
        id=name,
        kind=kind,
        text=text,
        paragraphs=_paragraphs(text),
        attributions=tuple(
            Attribution(
                source=_spans(roles, number, "s"),
                cue=_spans(roles, number, "q"),
                content=_spans(roles, number, "c"),
                kind=kinds.get(number, "say"),
            )
            for number in sorted({number for number, _ in roles}, key=int)
        ),
    )


_QUOTES = (("“", "”"), ('"', '"'), ("''", "''"), ("‘", "’"))


def requoted(report: MarkedReport) -> MarkedReport:
    """The report with its double quotation marks in another style, told by its id."""
    opening, closing = _QUOTES[sum(map(ord, report.id)) % len(_QUOTES)]
    letters: list[str] = []
    places = [0]
    inside = False
    for letter in report.text:
        if letter in "“”" or letter == '"':
            inside = letter == "“" or (letter == '"' and not inside)
            letter = opening if inside else closing
        elif letter == "\n":
            inside = False
        letters.append(letter)
        places.append(places[-1] + len(letter))
    text = "".join(letters)

    def moved(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(Span(start=places[span.start], end=places[span.end]) for span in spans)

    return MarkedReport(
        id=report.id,
        kind=report.kind,
        text=text,
        paragraphs=moved(report.paragraphs),
        attributions=tuple(
            Attribution(
                source=moved(each.source),
                cue=moved(each.cue),
                content=moved(each.content),
                kind=each.kind,
            )
            for each in report.attributions
        ),
    )


def _spans(roles: dict[tuple[str, str], list[Span]], number: str, role: str) -> tuple[Span, ...]:
    return tuple(sorted(roles.get((number, role), ()), key=lambda span: span.start))


def _paragraphs(text: str) -> tuple[Span, ...]:
    return tuple(
        Span(start=part.start(), end=part.end())
        for part in re.finditer(r"\S(?:[^\n]|\n(?!\s*\n))*", text)
    )
