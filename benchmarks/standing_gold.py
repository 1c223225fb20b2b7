"""The gold reports of tests/gold/standing: pages, changes of relations, and instruments."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

GOLD = Path(__file__).resolve().parents[1] / "tests/gold/standing"
_OPENED = re.compile(r"(\w+) (\w+) \| ([\d-]+)")
_OUTLET = re.compile(r"outlet: (.+) \| agency: .+")
_QUOTED = re.compile(r'"(.+)"')


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldChange:
    """A change of relations; `by` is the state that made it alone, None where it was mutual.

    `status` is done, announced, planned, denied or recalled; levels are as the report words them.
    """

    kind: str
    dyad: tuple[str, str]
    before: str | None
    after: str | None
    date: str | None
    effective: str | None
    status: str
    by: str | None
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldInstrument:
    """A document; `count` where only the number of a package is told. Acts are (act, date)."""

    kind: str
    title: str | None
    count: int | None
    parties: tuple[str, ...]
    acts: tuple[tuple[str, str | None], ...]
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldReport:
    """A report as a text page, with what a careful reader finds in it."""

    name: str
    page: str
    changes: Sequence[GoldChange]
    instruments: Sequence[GoldInstrument]


def read_standing(half: str) -> list[GoldReport]:
    """The reports of a set ("seen", "seen2", "seen3", "unseen"). ValueError: an ill-formed line."""
    return reports_in(GOLD / f"{half}.txt")


def reports_in(path: Path) -> list[GoldReport]:
    """The reports of a file. ValueError: a line that no rule fits."""
    text = path.read_text(encoding="utf-8")
    return [_report(block) for block in ("\n" + text).split("\n=== ")[1:]]


def _report(block: str) -> GoldReport:
    told, _, gold = block.partition("\n--- gold")
    opened, outlet, headline, *body = told.splitlines()
    name, _, day = _must(_OPENED, opened).groups()
    lines = [line.strip() for line in gold.splitlines() if line.strip()]
    changes = [_change(line) for line in lines if line.startswith("change ")]
    instruments = [_instrument(line) for line in lines if line.startswith("instrument ")]
    if len(changes) + len(instruments) != len(lines):
        raise ValueError(f"a line of {name} is neither a change nor an instrument")
    page = _page(headline, _must(_OUTLET, outlet)[1], day, body)
    return GoldReport(name=name, page=page, changes=changes, instruments=instruments)


def _page(headline: str, outlet: str, day: str, body: Sequence[str]) -> str:
    """A page as its reader has it: headline, stamp, paragraphs, the outlet's line."""
    at = date.fromisoformat(day)
    paragraphs = [line for line in body if line.strip()]
    foot = [] if outlet == "-" else [f"© {at.year} {outlet}. All rights reserved."]
    stamp = f"Published: {at:%B} {at.day}, {at.year}"
    return "\n\n".join([headline, stamp, *paragraphs, *foot]) + "\n"


def _change(line: str) -> GoldChange:
    kind, dyad, before, after, day, effective, status, by, quote = _fields(line, "change ")
    first, second = dyad.split()
    return GoldChange(
        kind=kind,
        dyad=(first, second),
        before=_quoted(before),
        after=_quoted(after),
        date=_known(day),
        effective=_known(effective.removeprefix("effective ")),
        status=status,
        by=None if by == "mutual" else by,
        quote=quote.strip('"'),
    )


def _instrument(line: str) -> GoldInstrument:
    kind, title, parties, acts, quote = _fields(line, "instrument ")
    count = re.search(r"count (\d+)", title)
    return GoldInstrument(
        kind=kind,
        title=_quoted(title),
        count=int(count[1]) if count else None,
        parties=tuple(parties.split()),
        acts=tuple(_acts(acts)),
        quote=quote.strip('"'),
    )


def _acts(words: str) -> Iterator[tuple[str, str | None]]:
    for each in words.split("; "):
        act, _, day = each.rpartition(" ")
        if act:
            yield act, _known(day)


def _fields(line: str, opened: str) -> list[str]:
    return [field.strip() for field in line.removeprefix(opened).split(" | ")]


def _quoted(words: str) -> str | None:
    match = _QUOTED.search(words)
    return match[1] if match else None


def _known(words: str) -> str | None:
    return None if words == "-" else words


def _must(pattern: re.Pattern[str], line: str) -> re.Match[str]:
    match = pattern.fullmatch(line.strip())
    if match is None:
        raise ValueError(f"no {pattern.pattern!r}: {line!r}")
    return match
