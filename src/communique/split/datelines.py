"""Datelines.

Forms such as "ASTANA, July 3 (Xinhua) --", "BAKU, Azerbaijan, April 21." and "Astana, July 3,
AZERTAC", at the head of the first paragraph or on a line of their own.
"""

import re
from dataclasses import dataclass

from communique.vocab.dates import find_dates
from communique.vocab.press import find_press
from communique.vocab.states import place as known_place

_PLACE = re.compile(
    r"(?P<place>[A-ZÀ-Þ][\w’'.-]*(?:[ -][A-ZÀ-Þa-z][\w’'.-]*){0,3}"
    r"(?:\s?\[[A-Z][\w ]+\]|,\s[A-Z][\w.’' ]{1,24})?)"
)
_LEAD = re.compile(_PLACE.pattern + r"[,.]?\s*$")
_AGENCY = re.compile(
    r"[,.]?\s*(?:[(/](?P<marked>[A-Z][^()/]{1,40})[)/]"
    r"|,\s*(?P<plain>[A-Z][A-Z ]{2,30}|[A-Z]\w+)(?=[.\s]|$))"
)
_DASH = re.compile(r"\s*(?:--|[-–—:]|\.)(?=\s|$)|\s*$")
_DATELESS = re.compile(
    _PLACE.pattern + r"\s*(?:[(/](?P<agency>[A-Z][^()/]{1,40})[)/]\s*(?:--|[-–—:])|(?:--|[–—]))\s"
)
REACH = 45
"""How far into a paragraph its date may begin, characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DatelineForm:
    """A dateline as written at the head of a paragraph, up to `end`.

    `date` lacks the year where none is written ("--07-03"); offsets are into the paragraph.
    """

    place: str
    date: str | None
    agency: str | None
    agency_start: int
    end: int


def find_dateline(paragraph: str) -> DatelineForm | None:
    """The dateline that opens a paragraph, or None.

    >>> find_dateline("ASTANA, July 3 (Xinhua) -- The talks began.").agency
    'Xinhua'
    >>> find_dateline("On July 3 the talks began.") is None
    True
    """
    head = paragraph[:140]
    dated = next(iter(find_dates(head)), None)
    if dated and dated.start <= REACH and dated.precision == "day":
        lead = _LEAD.fullmatch(head[: dated.start])
        if lead:
            return _dated(head, lead["place"], dated.value, dated.end)
    match = _DATELESS.match(head)
    if match and _is_place(match["place"], strict=match["agency"] is None):
        start = match.start("agency") if match["agency"] else match.end()
        return DatelineForm(
            place=match["place"],
            date=None,
            agency=match["agency"],
            agency_start=start,
            end=len(head[: match.end()].rstrip()),
        )
    return None


def _dated(head: str, place: str, date: str, end: int) -> DatelineForm | None:
    agency = _AGENCY.match(head, end)
    name = (agency["marked"] or agency["plain"]) if agency else None
    if agency and agency["plain"] and not (name and (name.isupper() or find_press(name))):
        agency = name = None
    stop = agency.end() if agency else end
    dash = _DASH.match(head, stop)
    if not dash or not _is_place(place, strict=name is None):
        return None
    start = agency.start("marked" if agency["marked"] else "plain") if agency else end
    return DatelineForm(
        place=place.strip(), date=date, agency=name, agency_start=start, end=dash.end()
    )


def _is_place(words: str, *, strict: bool) -> bool:
    """Capitals make a dateline; other words must be a known place, or stand before an agency."""
    first = re.split(r"[,\[]", words)[0].strip()
    if first.isupper() and len(first) > 2:
        return True
    return known_place(first) is not None if strict else first[:1].isupper()
