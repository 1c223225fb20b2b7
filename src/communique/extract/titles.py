"""Titles and whom they introduce: "Azerbaijani President Ilham Aliyev", "the Tajik official"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from communique.extract.words import HONORIFIC, NAME, Hit, trim_name
from communique.vocab.offices import COMPARED, ROYAL, office_of, title_pattern

_STATES = ("name", "official", "former", "short", "demonym_adjective", "government_seat")
_LEFT = re.compile(r"(?:['’]s?)?\s+(?:(?:the|then|visiting)\s+)?")
_OF = re.compile(r"\s+(?:of|for|to)\s+(?:the\s+)?")
_GAP = re.compile(rf"(?P<comma>,)?\s+(?:{HONORIFIC})?(?=(?P<name>{NAME}))")
_DETERMINER = re.compile(r"\b(?:[Tt]he|[Hh]is|[Hh]er|[Aa]n?|[Ii]ts|[Tt]heir)\s+$")
_BODY = (
    r"(?:Council|Committee|Commission|Ministry|Agency|Assembly|Parliament|Party|Bureau|Office|"
    r"Department|Administration|Bank|Fund|Authority|Court|Senate|Presidency|Government)"
)
_BODY_BEHIND = re.compile(rf"(?:['’]s)?(?:\s+of\s+the|\s+of)?(?:\s+[A-Z][\w-]+){{0,6}}?\s+{_BODY}\b")
_MEMBER = re.compile(rf"\s+of\s+the\s+(?:[A-Z][\w-]+\s+){{0,5}}?{_BODY}\b")
_BODY_BEFORE = re.compile(rf"\b(?:[A-Z][\w-]+\s+){{0,5}}{_BODY}\s+$")
_APPOSITION = re.compile(rf"(?P<name>{NAME}),\s+(?:the\s+)?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Titled:
    """A title in a text, with what stands around it.

    `start:end` is the whole phrase, `name` (its own `name_start`) the person it introduces, if
    any; `iso3` the state it is held for, `body` the organisation; `definite` whether an article or
    pronoun opens it; `behind` whether it follows the name ("NAME, title of STATE").
    """

    start: int
    end: int
    title: str
    office: str | None
    iso3: str | None = None
    body: str | None = None
    name: str | None = None
    name_start: int = -1
    definite: bool = False
    behind: bool = False


def find_titles(text: str, hits: Sequence[Hit]) -> tuple[Titled, ...]:
    """Every title in `text` in the singular, outside the names in `hits`."""
    return tuple(
        _read(text, match, hits)
        for match in title_pattern().finditer(text)
        if not match["plural"]
        and not any(hit.start < match.end() and match.start() < hit.end for hit in hits)
    )


def _read(text: str, match: re.Match[str], hits: Sequence[Hit]) -> Titled:
    start, end = match.span()
    before = _BODY_BEFORE.search(text[:start])
    if before and not any(hit.start < before.end() and before.start() < hit.end for hit in hits):
        start = before.start()
    holder = _before(text, start, hits)
    if holder:
        start = holder.start
    behind_of = _of_state(text, end, hits)
    if behind_of:
        end = behind_of.end
    body = _BODY_BEHIND.match(text, end)
    if body and (behind_of or text.startswith(" of", end)):
        end = body.end()
        holder = holder or behind_of
    title = " ".join(match.group().split())
    name_start, name_end = _name_after(text, end, title, hits, after_state=behind_of is not None)
    if name_start >= 0:
        end = name_end
        member = _MEMBER.match(text, end)
        late = _of_state(text, member.end() if member else end, hits)
        if late and holder is None:
            holder, end = late, late.end
    determiner = _DETERMINER.search(text[:start])
    start = determiner.start() if determiner else start
    name = text[name_start:name_end] if name_start >= 0 else None
    behind = False
    if name is None:
        name_start, name = _apposed(text, start, hits)
        if name is not None:
            start, behind = name_start, True
    return Titled(
        start=start,
        end=end,
        title=title,
        office=office_of(title),
        iso3=holder.iso3 if holder else None,
        body=holder.name if holder and holder.kind == "igo" else None,
        name=name,
        name_start=name_start,
        definite=determiner is not None,
        behind=behind,
    )


def _before(text: str, start: int, hits: Sequence[Hit]) -> Hit | None:
    for hit in hits:
        if hit.end <= start and hit.kind in (*_STATES, "igo"):
            if _LEFT.fullmatch(text, hit.end, start):
                return hit
    return None


def _of_state(text: str, end: int, hits: Sequence[Hit]) -> Hit | None:
    link = _OF.match(text, end)
    if not link:
        return None
    for hit in hits:
        if link.start() < hit.start <= link.end() < hit.end and hit.kind in (*_STATES, "igo"):
            return hit
    return None


def _name_after(
    text: str, end: int, title: str, hits: Sequence[Hit], *, after_state: bool
) -> tuple[int, int]:
    gap = _GAP.match(text, end)
    if not gap:
        return -1, -1
    start = gap.start("name")
    stop = trim_name(text, start, gap.end("name"), hits)
    words = text[start:stop].split()
    if not words or (gap["comma"] and (len(words) < 2 or not _takes_comma(title, after_state))):
        return -1, -1
    return start, stop


def _takes_comma(title: str, after_state: bool) -> bool:
    return after_state or title.lower().endswith(COMPARED)


def _apposed(text: str, start: int, hits: Sequence[Hit]) -> tuple[int, str | None]:
    left = _APPOSITION.search(text[:start])
    if not left:
        return -1, None
    stop = trim_name(text, left.start("name"), left.end("name"), hits)
    if stop < left.end("name") or len(left["name"].split()) < 2:
        return -1, None
    return left.start("name"), left["name"]


def is_royal(title: str) -> bool:
    """Whether one word names the holder ("King Salman")."""
    return title.lower().endswith(ROYAL)
