"""Titles and whom they introduce: "Azerbaijani President Ilham Aliyev", "the Tajik official"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from communique.extract.whereabouts import of_town
from communique.extract.words import HONORIFIC, NAME, Hit, trim_name
from communique.vocab.gazetteer import common_words, look_up
from communique.vocab.offices import COMPARED, ROYAL, office_of, title_pattern
from communique.vocab.peoples import peoples

_STATES = ("name", "official", "former", "short", "demonym_adjective", "government_seat", "press")
_FORMER = re.compile(r"\b(?:[Ff]ormer|[Ee]x|[Ll]ate)[\s-]+$")
_RANK = re.compile(
    r"\b(?:[Ss]enior|[Tt]op|[Hh]igh-ranking|[Rr]anking|[Uu]nnamed|[Mm]id-ranking)\s+$"
)
_BODIES = ("igo", "organisation")
_LEFT = re.compile(r"(?:['’]s?\s+(?:[a-z-]+\s+){0,2}|\s+(?:(?:the|then|visiting)\s+)?)")
_OF_BODY = re.compile(
    r"(?:['’]s?)?\s+(?:[A-Z][\w-]+\s+|(?:aid|food|health|human|humanitarian|migration|nuclear|peace|"
    r"refugee|refugees|relief|rights|trade)\s+){1,3}"
)
_OF = re.compile(r"\s+(?:(?:of|for|to|from|at)\s+(?:the\s+)?|(?:in|with)\s+the\s+)")
_GAP = re.compile(rf"(?P<comma>,)?\s+(?:{HONORIFIC})?(?=(?P<name>{NAME}))")
_FIELD = re.compile(
    rf"\s+(?:for|of)\s+(?:the\s+)?[a-z][\w-]+(?:\s+[a-z][\w-]+){{0,3}}(?=,\s+(?:{HONORIFIC})?[A-Z])"
)
_DETERMINER = re.compile(r"\b(?:[Tt]he|[Hh]is|[Hh]er|[Aa]n?|[Ii]ts|[Tt]heir|[Oo]ur)\s+$")
_BODY = (
    r"(?:Council|Committee|Commission|Ministry|Agency|Assembly|Parliament|Party|Bureau|Office|"
    r"Department|Administration|Bank|Fund|Authority|Court|Senate|Presidency|Government)"
)
_BODY_BEHIND = re.compile(
    rf"(?:['’]s)?(?:\s+(?:of|for)\s+the|\s+of)?(?:\s+[A-Z][\w-]+){{0,6}}?\s+{_BODY}\b"
)
_MEMBER = re.compile(rf"\s+of\s+the\s+(?:[A-Z][\w-]+\s+){{0,5}}?{_BODY}\b")
_BODY_BEFORE = re.compile(rf"\b(?:[A-Z][\w-]+\s+){{0,5}}{_BODY}\s+$")
_PARTY_BEFORE = re.compile(r"(?:[A-Z][\w-]+\s+){1,4}$")
_APPOSITION = re.compile(
    rf"(?P<name>{NAME}),\s+(?:(?:now|currently|then|once)\s+)?(?:(?:the|an?)\s+(?:[a-z-]+\s+){{0,2}})?$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Titled:
    """A title in a text, with what stands around it.

    `start:end` is the whole phrase, `name` the person it introduces, if any; `iso3` the state it
    is held for, `body` the organisation and `sector` what it does; `definite`
    whether an article or pronoun opens it.
    """

    start: int
    end: int
    title: str
    office: str | None
    iso3: str | None = None
    body: str | None = None
    sector: str | None = None
    name: str | None = None
    definite: bool = False


def find_titles(text: str, hits: Sequence[Hit]) -> tuple[Titled, ...]:
    """Every title in `text` in the singular, outside the names in `hits`.

    Outlets are looked at only behind "of" and "for" ("a reporter for the Fiji Times").
    """
    parties = [hit for hit in hits if hit.kind != "press"]
    outlets = [hit for hit in hits if hit.kind == "press"]
    found = (
        _apart(text, match, parties)
        for match in title_pattern().finditer(text)
        if not (match.group().lower() == "official" and _NO_OFFICER.match(text, match.end()))
    )
    return tuple(
        _read(text, match, parties, outlets) for match in found if match and not match["plural"]
    )


def _apart(text: str, match: re.Match[str], hits: Sequence[Hit]) -> re.Match[str] | None:
    """A title without the name of a table that it runs into: "Labour [Party leader]"."""
    for hit in hits:
        if hit.start < match.end() and match.start() < hit.end and not _opens(hit, match):
            start, end = match.start(), len(text)
            if hit.start <= start:
                start = hit.end + 1
            else:
                end = hit.start
            return title_pattern().match(text, start, end) if start < match.end() else None
    return match


def _opens(hit: Hit, match: re.Match[str]) -> bool:
    """Whether a title only begins with an institution's name ("State Department spokesman")."""
    return hit.kind == "government_seat" and hit.end < match.start("head")


def _read(text: str, match: re.Match[str], hits: Sequence[Hit], outlets: Sequence[Hit]) -> Titled:
    title = " ".join(match.group().split())
    start, holder = _left(text, match.start(), hits)
    end, behind = match.end(), None
    if not title.lower().endswith(COMPARED):
        end, behind = _right(text, match.end(), title, (*hits, *outlets))
    holder = holder or behind
    named = _name_after(text, end, title, hits, after_state=behind is not None)
    if named:
        end = named[1]
        member = _MEMBER.match(text, end)
        late = _of_state(text, member.end() if member else end, hits)
        if late and holder is None:
            holder, end = late, late.end
    determiner = _DETERMINER.search(text[:start])
    start = determiner.start() if determiner else start
    owner = text.startswith(("'s ", "’s "), end)
    apposed = None if named or owner else _apposed(text, start, hits)
    if apposed:
        start = apposed[0]
    found = named or apposed
    return Titled(
        start=start,
        end=end,
        title=title,
        office=office_of(title),
        iso3=holder.iso3 or holder.home if holder else None,
        body=holder.name if holder and holder.kind in _BODIES else None,
        sector=holder.sector if holder else None,
        name=text[slice(*found)] if found else None,
        definite=determiner is not None,
    )


def _left(text: str, start: int, hits: Sequence[Hit]) -> tuple[int, Hit | None]:
    """Where the phrase starts, with a body's name or the state before the title."""
    body = _BODY_BEFORE.search(text[:start])
    if body and not any(hit.start < body.end() and body.start() < hit.end for hit in hits):
        start = body.start()
    party = _PARTY_BEFORE.search(text[:start]) if text.startswith("Party", start) else None
    if party and not any(hit.start < start and party.start() < hit.end for hit in hits):
        start = party.start()
    within = [hit for hit in hits if hit.start <= start < hit.end]
    holder = within[0] if within else _before(text, start, hits) or _place_before(text, start, hits)
    start = holder.start if holder else start
    rank = _RANK.search(text[:start])
    start = rank.start() if rank else start
    former = _FORMER.search(text[:start])
    return (former.start() if former else start), holder


def _right(text: str, end: int, title: str, hits: Sequence[Hit]) -> tuple[int, Hit | None]:
    """Where the title ends with "of STATE" and a body's name behind it, and that state."""
    behind = _of_state(text, end, hits)
    if behind is None and office_of(title) != "igo_head":
        behind = _of_town(text, end) or _of_work(text, end, title)
    if behind:
        rest = _FORCE.match(text, behind.end) if behind.kind == "demonym_adjective" else None
        end = rest.end() if rest else behind.end
    if (
        behind
        and office_of(title) == "envoy"
        and text[: behind.start].rstrip(" the").endswith(" to")
    ):
        behind = None
    body = _BODY_BEHIND.match(text, end)
    if body and (behind or text.startswith((" of", " for"), end)):
        end = body.end()
    return end, behind


def _before(text: str, start: int, hits: Sequence[Hit]) -> Hit | None:
    for hit in hits:
        near = hit.end <= start and _LEFT.fullmatch(text, hit.end, start)
        if near and hit.kind == "government_seat" and " the " in near.group():
            continue
        owner = near and hit.kind == "capital_metonym" and near.group()[0] in "'’"
        if owner or (near and hit.kind in (*_STATES, *_BODIES)):
            return hit
        if hit.kind in _BODIES and hit.end <= start and _OF_BODY.fullmatch(text, hit.end, start):
            return hit
    return None


_PLACE_BEFORE = re.compile(
    rf"(?:(?<=\s)|^)(?P<place>{NAME})(?:['’]s?)?\s+"
    r"(?:(?:state|city|provincial|province|regional|county|district|deputy|acting)\s+){0,2}$"
)


def _place_before(text: str, start: int, hits: Sequence[Hit]) -> Hit | None:
    """The town or province before a title ("the Kaduna state governor", "Lagos mayor")."""
    match = _PLACE_BEFORE.search(text, max(0, start - 60), start)
    if match is None or any(hit.start < start and match.start() < hit.end for hit in hits):
        return None
    name = re.sub(r"^(?:The|In|A|An|At|But|And|When|As|After) |['’]s$", "", match["place"])
    begin, rows = match.end("place") - len(name), look_up(name, 1)
    people = peoples().get(name)
    if people:
        return Hit(start=begin, end=begin + len(name), kind="town", name=name, iso3=people)
    if text[begin : begin + len(name)] != name or not rows or rows[0].iso3 is None:
        return None
    if (rows[0].kind == "town" and rows[0].population < _LARGE) or name.lower() in common_words():
        return None
    return Hit(start=begin, end=begin + len(name), kind="town", name=name, iso3=rows[0].iso3)


_LARGE = 50_000


def _of_state(text: str, end: int, hits: Sequence[Hit]) -> Hit | None:
    link = _OF.match(text, end)
    if not link:
        return None
    for hit in hits:
        if link.start() < hit.start <= link.end() < hit.end and hit.kind in (*_STATES, *_BODIES):
            return hit
    return None


_NO_OFFICER = re.compile(
    r"\s+(?:news|state|residence|media|website|statements?|visits?|data|figures|results|gazette|"
    r"agency|account|reports?|reception|ceremony|language|documents?|duty|records?|sources?|trip|"
    r"talks|invitation|newspaper|dinner|response|version|name|title|position|denial|reason)\b"
)
"""What stands behind the adjective "official"."""
_TO = re.compile(r"\sto\s+(?:the\s+)?$")
_TOWN = re.compile(rf"\s+of\s+(?:the\s+)?(?P<town>{NAME})(?=\s+[a-z]|[,.]|$)")
_FORCE = re.compile(
    r"(?:\s+[a-z][\w-]+){1,3}(?=,\s+[A-Z])|(?:\s+[a-z][\w-]+){0,3}?\s+(?:ministry|embassy|army|navy|"
    r"air force|police|government|parliament|central bank|court|delegation|consulate|presidency|"
    r"parliament|military|coast guard|mission|office|agency|party|company|team|union|church)\b"
)


def _of_town(text: str, end: int) -> Hit | None:
    """The town or province behind a title ("mayor of Istanbul"): its state is the holder's."""
    match = _TOWN.match(text, end)
    rows = look_up(match["town"].removesuffix(" State"), 1) if match else ()
    if match is None or not rows or rows[0].iso3 is None:
        return None
    start, stop = match.span("town")
    return Hit(start=start, end=stop, kind="town", name=rows[0].name, iso3=rows[0].iso3)


_WORK = re.compile(
    rf"\s+(?:in|at|from)\s+(?:the\s+)?(?P<town>{NAME}(?:\s+(?:of|de)\s+{NAME})?)(?=\s+[a-z]|[,.]|$)"
)
_LOCAL = ("judiciary", "academic", "clergy", "press", "business", "activist", "opposition")


def _of_work(text: str, end: int, title: str) -> Hit | None:
    """The town where those work whose office is no state's: "a prosecutor in Palermo"."""
    match = _WORK.match(text, end) if office_of(title) in _LOCAL else None
    iso3 = of_town(match["town"]) if match else None
    if match is None or iso3 is None:
        return None
    start, stop = match.span("town")
    return Hit(start=start, end=stop, kind="town", name=match["town"], iso3=iso3)


def _name_after(
    text: str, end: int, title: str, hits: Sequence[Hit], *, after_state: bool
) -> tuple[int, int] | None:
    """Where the name behind a title stands: right behind it, or between commas."""
    field = _FIELD.match(text, end)
    gap = _GAP.match(text, field.end() if field else end)
    if not gap:
        return None
    start = gap.start("name")
    stop = trim_name(text, start, gap.end("name"), hits)
    size = len(text[start:stop].split())
    if gap["comma"]:
        closed = text[stop : stop + 1] in (",", ".", ";", "")
        takes = after_state or title.lower().endswith(COMPARED) or closed
        return (start, stop) if size > 1 and takes else None
    return (start, stop) if size else None


def _apposed(text: str, start: int, hits: Sequence[Hit]) -> tuple[int, int] | None:
    """Where the name before a title stands: "NAME, title of STATE"."""
    left = _APPOSITION.search(text[:start])
    if not left or len(left["name"].split()) < 2:
        return None
    whole = trim_name(text, *left.span("name"), hits) == left.end("name")
    return left.span("name") if whole else None


def is_royal(title: str) -> bool:
    """Whether one word names the holder ("King Salman")."""
    return title.lower().endswith(ROYAL)
