"""What has the shape of a toponym: gazetteer names, peoples, streets, waters and heights."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from communique.extract.toponym_cues import COUNTIES_AFTER, FEATURE, STREET
from communique.extract.toponym_geo import lies_within
from communique.extract.toponym_types import Sighting
from communique.vocab.gazetteer import GazetteerRow, look_up, region_demonyms, short_forms
from communique.vocab.states import name_index

_WORD = re.compile(r"((?:[^\W\d_][a-z]?\.){2,}|[^\W_]+(?:['’](?!s\b)[^\W\d_]+)*)(?:['’]s\b)?")
"""A word, in group 1, without the possessive ending that is read with it."""
_GAP = re.compile(r"\s|-|\.\s|\s?&\s|['’]s\s")
_CITY_BODY = re.compile(
    r"\s(?:Council|Councilman|Councilwoman|Hall|Schools?|Manager|Police|Attorney|Clerk|"
    r"Commission|Commissioner|Court|Fire|Park|Administrator|Planning|Public)\b"
)
_LONGEST = 5  # words
_ARTICLE_KEPT = ("The Hague", "The Bronx", "The Gambia", "The Dalles", "The Bahamas")


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A gazetteer name at `start:end` and what it may mean; `name` is what was looked up."""

    start: int
    end: int
    name: str
    rows: tuple[GazetteerRow, ...]


def overlaps(one: Match | Sighting, others: Iterable[Match | Sighting]) -> bool:
    """Whether `one` shares a character with any of the others."""
    return any(one.start < other.end and other.start < one.end for other in others)


def matches_in(text: str) -> Iterator[Match]:
    """The longest gazetteer names in `text` that begin and end with a capitalised word."""
    words = [word.span(1) for word in _WORD.finditer(text)]
    at = 0
    while at < len(words):
        start, end = words[at]
        article = text[start:end] == "The" and not text.startswith(_ARTICLE_KEPT, start)
        found = _longest(text, words, at) if text[start].isupper() and not article else None
        if found and not _is_seat(found[0].name):
            yield found[0]
        at = found[1] if found else at + 1


def _longest(text: str, words: Sequence[tuple[int, int]], at: int) -> tuple[Match, int] | None:
    last = at
    while last + 1 < min(len(words), at + _LONGEST) and _GAP.fullmatch(
        text, words[last][1], words[last + 1][0]
    ):
        last += 1
    start = words[at][0]
    for j in range(last, at - 1, -1):
        end = words[j][1]
        if text[end : end + 1] == "." and text[start : end + 1] in short_forms():
            end += 1
        name = text[start:end]
        if name.endswith(" City") and _CITY_BODY.match(text, end):
            continue
        if not text[words[j][0]].isupper() or (_short(name) and not _known_short(name)):
            continue
        if COUNTIES_AFTER.match(text, end) and look_up(f"{name} County"):
            name = f"{name} County"
        rows = look_up(name)
        if rows:
            return Match(start=start, end=end, name=name, rows=rows), j + 1
    return None


def _is_seat(name: str) -> bool:
    """Whether a name is a government's seat ("White House"), and stands for no town of its name."""
    return name in name_index() and name_index()[name][1] == "government_seat"


def _short(name: str) -> bool:
    return len(name) < 3 or ("." in name and len(name) < 6 and " " not in name)


def _known_short(name: str) -> bool:
    return name in short_forms() or name in name_index()


def within(text: str, match: Match, matches: Sequence[Match]) -> str | None:
    """The larger place that follows `match` after a comma or in brackets and does contain it."""
    if text[match.end : match.end + 2] not in (", ", ",\n", " ("):
        return None
    for other in matches:
        if other.start == match.end + 2 and other.name != match.name:
            inside = any(lies_within(row, other.name) for row in match.rows)
            return other.name if inside else None
    return None


def streets_in(text: str) -> Iterator[Sighting]:
    """Named roads."""
    for match in STREET.finditer(text):
        start, end = match.span()
        yield Sighting(start=start, end=end, name=match.group(), use="street", score=2.0)


def features_in(text: str, matches: Sequence[Match]) -> Iterator[Sighting]:
    """Rivers, lakes, heights and the like that no gazetteer name covers whole."""
    for match in FEATURE.finditer(text):
        start, end = match.span()
        if not any(m.start <= start and m.end >= end for m in matches):
            yield Sighting(start=start, end=end, name=match.group(), use="place", score=2.0)


@cache
def _demonym_pattern() -> tuple[re.Pattern[str], Mapping[str, tuple[str | None, str]]]:
    table: dict[str, tuple[str | None, str]] = {
        form: (iso3, form)
        for form, (iso3, kind) in name_index().items()
        if kind.startswith("demonym")
    }
    table |= {form: (None, region) for form, region in region_demonyms().items()}
    forms = "|".join(re.escape(form) for form in sorted(table, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?<!\b[A-Z]-)(?:{forms})(?!\w|['’]s\w)"), table


def demonyms_in(text: str) -> Iterator[Sighting]:
    """Peoples and their adjectives; `name` is the region's for those that have no state."""
    pattern, table = _demonym_pattern()
    for match in pattern.finditer(text):
        iso3, name = table[match.group()]
        start, end = match.span()
        yield Sighting(start=start, end=end, name=name, use="demonym", score=3.0, iso3=iso3)
