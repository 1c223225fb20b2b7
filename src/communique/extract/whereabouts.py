"""Which state words belong to, by what stands in them, beside them and around them."""

import re
from collections.abc import Sequence
from functools import cache

from communique.extract.words import NAME, Hit
from communique.vocab.body_words import body_heads
from communique.vocab.gazetteer import common_words, look_up
from communique.vocab.given_names import pronoun_of
from communique.vocab.peoples import peoples
from communique.vocab.states import ambiguous_names

_PLACE = re.compile(
    r"\s+(?:in|of|from|at|near|around|across|(?:is\s+)?based\s+in)\s+(?:(?:the|an?)\s+)?"
    r"(?:(?:north|south|east|west|centr)\w*\s+)?"
    rf"(?:city\s+of\s+|capital,?\s+|port\s+of\s+|town\s+of\s+|province\s+of\s+)?(?P<place>{NAME})"
)
_IN = re.compile(rf"\b(?:in|near|at|outside|across|of|from|to)\s+(?:the\s+)?(?P<place>{NAME})")
_BASED = re.compile(rf",\s+(?:[^,.;]{{0,50}}?\b)?based\s+in\s+(?P<place>{NAME})")
_APPOSED = re.compile(r",\s+(?:(?:the|an?|their|its)\s+)?(?:[a-z][\w-]*\s+){0,2}$")
_BEFORE = re.compile(
    r"(?:['’]s?|-based)?\s+"
    r"(?:(?!(?:to|with|by|from|for|at|in|on|and|of|said|told|after|as|the|a)\s)[a-z][\w-]+\s+){1,4}$"
)
_THEIRS = re.compile(r"\b(?:their|its|his|her)\s+(?:[a-z][\w-]+\s+){1,3}$")
_LARGE = 100_000
"""Inhabitants from which a town's name in a body's name is taken for the town."""
_USUAL = {
    "Congolese": "COD",
    "Korean": "KOR",
    "Koreans": "KOR",
    "Guinean": "GIN",
    "Dominican": "DOM",
}
"""The state mostly meant by a word that several share."""


def behind(text: str, end: int, hits: Sequence[Hit]) -> str | None:
    """The state of the place named behind `end` ("police in Nairobi")."""
    match = _PLACE.match(text, end)
    return _of_place(match["place"], match.start("place"), hits) if match else None


def _of_place(words: str, start: int, hits: Sequence[Hit]) -> str | None:
    for hit in hits:
        if hit.start == start and (hit.iso3 or hit.home):
            return hit.iso3 or hit.home
    if any(word in body_heads() for word in words.split()[1:]):
        return of_town(words)
    parts = words.split()
    if parts[0] in body_heads() or (len(parts) > 1 and pronoun_of(parts[0])):
        return None
    for size in range(len(parts), 0, -1):
        rows = look_up(" ".join(parts[:size]), 1)
        if rows:
            return rows[0].iso3
    return None


def described(text: str, start: int, end: int, hits: Sequence[Hit]) -> str | None:
    """The state in an apposition: "X, a US company", "the Seoul bank X", "X, based in Oslo"."""
    based = _BASED.match(text, end)
    if based:
        return _of_place(based["place"], based.start("place"), hits)
    for hit in hits:
        if hit.iso3 and end < hit.start < end + 60 and _APPOSED.fullmatch(text, end, hit.start):
            return hit.iso3
    for hit in hits:
        if hit.iso3 and start - 60 < hit.end < start and _BEFORE.fullmatch(text, hit.end, start):
            return hit.iso3
    if _THEIRS.search(text[:start]):
        return next((hit.iso3 for hit in hits if hit.iso3 and hit.end < start), None)
    named = re.search(rf"(?P<place>{NAME})(?:-based)?\s+(?:[a-z][\w-]+\s+){{1,2}}$", text[:start])
    return of_town(named["place"]) if named else None


@cache
def of_town(words: str) -> str | None:
    """The state of the large town or region that a name opens with or has behind "of"."""
    parts = re.sub(r"['’]s\b", "", words).split()
    spans = [parts[:2], parts[:1]]
    for at, part in enumerate(parts[:-1]):
        if part in ("of", "de", "da", "do", "di"):
            spans += [parts[at + 1 : at + 4], parts[at + 1 : at + 3], parts[at + 1 : at + 2]]
    spans += [parts[-1:]]
    for span in spans:
        name = " ".join(span)
        if not name or name.lower() in common_words() or name in body_heads():
            continue
        rows = look_up(name, 1)
        if rows and (rows[0].kind in ("admin1", "state") or rows[0].population >= _LARGE):
            return rows[0].iso3
    return None


def around(text: str, hits: Sequence[Hit], states: Sequence[str]) -> str | None:
    """The one state of the sentence, else of its nouns, towns, regions, bodies, or persons.

    Where none of these has just one, it is the one state of the report.
    """
    told = [
        hit
        for hit in hits
        if hit.iso3 and hit.kind != "person" and text[hit.end : hit.end + 1] != "-"
    ]
    near = {hit.iso3 for hit in told}
    for each in (near, {hit.iso3 for hit in told if hit.kind != "demonym_adjective"}):
        if len(each) == 1:
            return each.pop()
    if not near:
        towns = {_town(match["place"]) for match in _IN.finditer(text)} - {None}
        regions = {_region(match.group()) for match in _NAMED.finditer(text)} - {None}
        homes = {hit.home for hit in hits if hit.home}
        persons = {hit.iso3 for hit in hits if hit.iso3 and hit.kind == "person"}
        folk = {peoples().get(word) for word in re.findall(r"[A-Z]\w+", text)} - {None}
        for found in (towns, regions, homes, persons, folk):
            if len(found) == 1:
                return found.pop()
    return states[0] if len(set(states)) == 1 else None


_NAMED = re.compile(NAME)
_ARTICLE = re.compile(r"^(?:The|In|A|At|From|On|Across) ")


@cache
def _region(name: str) -> str | None:
    """The state of a province or region whose name opens `name` ("Kaduna State")."""
    parts = _ARTICLE.sub("", name).split()
    for size in range(min(3, len(parts)), 0, -1):
        words = " ".join(parts[:size])
        rows = () if words.lower() in common_words() or words in body_heads() else look_up(words, 1)
        if rows and rows[0].kind in ("admin1", "province"):
            return rows[0].iso3
    return None


@cache
def _town(name: str) -> str | None:
    parts = name.split()
    for size in range(min(3, len(parts)), 0, -1):
        words = " ".join(parts[:size])
        if words.lower() in common_words():
            continue
        rows = look_up(words, 1)
        if rows and (rows[0].kind != "town" or rows[0].population >= _LARGE / 5):
            return rows[0].iso3
    return None


_CHAMBERS = {
    "congress": frozenset(
        "USA PER COL ARG CHL ECU GTM HND MEX PHL BRA DOM PRY BOL VEN SLV FSM PLW".split()
    ),
    "senate": frozenset(
        "USA PHL ARG BOL BRA CHL COL MEX PRY URY DOM HTI PER CAN AUS FRA ITA ESP BEL CZE POL ROU "
        "NLD NGA KEN ZWE LBR RWA COG COD GAB CMR MDG MRT EGY JOR PAK THA KHM KAZ BHS BRB JAM TTO "
        "BLZ GRD ATG LCA PLW SWZ LSO SOM CIV TGO TCD BDI GNQ TUN IRL".split()
    ),
}
"""States that have a chamber of the name."""


def of_chamber(name: str, hits: Sequence[Hit], states: Sequence[str]) -> str | None:
    """The state whose "Congress" or "Senate" is meant: the only one named that has one."""
    near = {hit.iso3 for hit in hits if hit.iso3 and hit.kind != "person"} & _CHAMBERS[name]
    named = near if len(near) == 1 else set(states) & _CHAMBERS[name]
    return named.pop() if len(named) == 1 else None


def shared_demonym(word: str, states: Sequence[str]) -> str | None:
    """The state of an adjective that several share: one the report names, else the usual one."""
    meant = ambiguous_names().get(word, ())
    named = [iso3 for iso3 in meant if iso3 in states]
    if len(named) == 1:
        return named[0]
    return _USUAL.get(word) or (meant[0] if len(meant) == 1 else None)
