"""Actors named by a common noun: "Turkish troops", "police in Nairobi", "the Saudi-led coalition".

The heads are the signal words of sectors.csv. The country is the last one named among the words
before the head, else the place behind it, else the owner, else the one state of the sentence or
of the report. Forces, police, courts and parliaments of a state so named are its offices; other
phrases name nobody in particular and have no actor.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from communique.extract.ids import actor_id, state_name
from communique.extract.marks import Found
from communique.extract.sectors import plain_sector, sector_told
from communique.extract.words import NAME, Hit
from communique.vocab.gazetteer import look_up
from communique.vocab.sectors import signals
from communique.vocab.tables import fold

_SECTORS = frozenset(
    "MIL COP SPY JUD LEG OPP REB PRM UAF CRM MED HLH EDU LAB AGR REL REF SOC CVL BUS".split()
)
_GOVERNING = (
    "junta", "authorities", "officials", "embassy", "ministry", "central bank", "government",
    "regime", "treasury", "presidential office", "prime minister's office", "cabinet",
)  # fmt: skip
_OTHER_SENSES = frozenset(
    "justice bench diet general commander daily weekly press anchor television capital artillery "
    "public people men man woman women child children family families girl boy youth academy "
    "institute school schools college colleges editor commentator expert experts analyst analysts "
    "congress representatives patients submarine destroyer frigate union unions federation "
    "church churches market markets industry company companies firm firms business businesses "
    "bank banks investors opposition drivers fans crowd crowds population citizen supporters "
    "victims consumers hostage hostages detainees prisoners passengers courts court "
    "professor president".split()
)
"""Signals too common in other senses, or read as titles; taken only with a state beside them."""
_BESIDE = frozenset("court courts union unions church people opposition companies company".split())
_FORCES: Mapping[str, str] = {
    **dict.fromkeys(
        ("army", "military", "armed forces", "troops", "forces", "soldiers", "navy", "air force"),
        "Armed Forces",
    ),
    "police": "Police",
    "supreme court": "Supreme Court",
    "constitutional court": "Constitutional Court",
    "national assembly": "Parliament",
}
_EXTRA: Mapping[tuple[str, ...], str] = {
    ("coalition",): "MIL",
    ("forces",): "MIL",
    ("warplanes",): "MIL",
}
_MODIFIER = re.compile(
    r"(?:[A-Z][\w'’.-]*|\w+-(?:led|backed|government|linked|based|aligned|trained)|anti-\w+|pro-\w+|"
    r"armed|unknown|unidentified|local|senior|riot|federal|national|regional|military|state|"
    r"supreme|constitutional|naval|allied|exiled|young|leading|prominent|ethnic|rail|health)$"
)
_PLACE = re.compile(
    r"\s+(?:in|of|from|at|near|around|across)\s+(?:the\s+)?(?:(?:north|south|east|west|centr)\w*\s+)?"
    rf"(?:city\s+of\s+|capital,?\s+)?(?P<place>{NAME})"
)
_OWNER = re.compile(r"['’]s?\s+(?:[a-z][\w-]+\s+){0,2}$")


_BODIES: Mapping[str, str] = {
    **dict.fromkeys(("Party", "Alliance"), "PTY"),
    **dict.fromkeys(("Front", "Army", "Brigade", "Brigades", "Movement"), "REB"),
    **dict.fromkeys(("Unions", "Union", "Center", "Centre"), "LAB"),
    **dict.fromkeys(("News", "Times", "Post", "TV", "Radio", "Herald", "Gazette", "Daily"), "MED"),
    **dict.fromkeys(
        ("Corporation", "Company", "Energy", "Airlines", "Airways", "Motors", "Industries", "Oil"),
        "BUS",
    ),
    **dict.fromkeys(("University", "College", "Academy"), "EDU"),
    **dict.fromkeys(("Hospital", "Clinic"), "HLH"),
    **dict.fromkeys(("Church", "Diocese", "Synod"), "REL"),
    **dict.fromkeys(("Foundation", "Watch", "Association", "Society", "Network"), "NGO"),
    **dict.fromkeys(("Confederation", "Federation"), "LAB"),
    **dict.fromkeys(("Court", "Tribunal"), "JUD"),
    **dict.fromkeys(("Assembly", "Senate", "Congress", "Chamber", "Parliament"), "LEG"),
    **dict.fromkeys(("Police", "Gendarmerie", "Coast Guard"), "COP"),
    **dict.fromkeys(("Ministry", "Authority", "Bank", "Treasury", "Cabinet"), "GOV"),
    **dict.fromkeys(("Navy", "Air Force", "Armed Forces", "Guard"), "MIL"),
}
"""What a body named in capitals does, by the word it ends in; "Union" only where of workers."""
_BODY = re.compile(
    r"\b(?:(?:(?!The\b|A\b)[A-Z][\w'’-]*\s+(?:of\s+(?:the\s+)?|and\s+)?){1,6}|(?=\w+\s+of\s))"
    rf"(?P<head>{'|'.join(sorted(_BODIES, key=len, reverse=True))})\b(?![-\s]+[A-Z])"
    r"(?:\s+of\s+(?:the\s+)?[A-Z]\w+(?:\s+[A-Z]\w+)?)?"
)
_LISTED = ("igo", "organisation", "press", "government_seat")
_OF_WORKERS = re.compile(r"Trade|Work|Labou?r|Teach|Miner|Employees|Business|Industr|Farm")


def find_bodies(text: str, hits: Sequence[Hit], around: Sequence[str]) -> Iterator[Found]:
    """Bodies named in capitals that no table has ("Zimbabwe Congress of Trade Unions")."""
    for match in _BODY.finditer(text):
        if _listed(hits, *match.span()):
            continue
        sector = _BODIES[match["head"]]
        told = sector_told(match.group()) if sector in ("NGO", "LEG", "LAB") else None
        told = "BUS" if re.search(r"Commerce|Industry", match.group()) else told
        told = "AGR" if re.search(r"Agricultur|Farm", match.group()) else told
        sector = told if told in ("LAB", "AGR", "MED", "EDU", "HLH", "BUS") else sector
        if sector == "LAB" and not _OF_WORKERS.search(match.group()):
            continue
        inside = [h.iso3 for h in hits if h.iso3 and match.start() <= h.start < match.end()]
        owners = [
            h.iso3
            for h in hits
            if h.iso3 and h.end < match.start() and _OWNER.fullmatch(text, h.end, match.start())
        ]
        behind = _behind(text, match.end(), hits)
        iso3 = next(iter((*inside, *owners)), None) or behind or _around(text, hits, around)
        yield Found(
            start=match.start(),
            end=match.end(),
            kind="unknown",
            actor_ids=(),
            rule="name of a body",
            iso3=(iso3,) if iso3 else (),
            sector=sector,
            plain=True,
        )


@cache
def _heads() -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """The heads by their first word, the longest first, with their sectors."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    listed = {
        phrase: sector
        for phrase, (sector, _) in signals().items()
        if sector in _SECTORS or " ".join(phrase) in _GOVERNING
    }
    for phrase, sector in (listed | dict(_EXTRA)).items():
        found.setdefault(phrase[0], []).append((phrase, sector))
    return {
        first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in found.items()
    }


def find_classes(text: str, hits: Sequence[Hit], around: Sequence[str]) -> Iterator[Found]:
    """The common-noun actors of a sentence; `around` are the states the report names."""
    words = list(re.finditer(r"[\w'’-]+", text))
    folded = [fold(word.group().removesuffix("'s").removesuffix("’s")) for word in words]
    at = 0
    while at < len(words):
        size, sector = _head(folded, at)
        if size and not (words[at].group().endswith(("'", "’")) and _head(folded, at + 1)[0]):
            found = _phrase(text, words, at, size, sector, hits, around)
            if found:
                yield found
        at += size or 1


def _head(folded: Sequence[str], at: int) -> tuple[int, str]:
    """How many words from `at` are a head, and its sector; 0 if none."""
    for phrase, sector in _heads().get(folded[at], ()) if at < len(folded) else ():
        if tuple(folded[at : at + len(phrase)]) == phrase:
            return len(phrase), sector
    return 0, ""


def _phrase(
    text: str,
    words: Sequence[re.Match[str]],
    at: int,
    size: int,
    sector: str,
    hits: Sequence[Hit],
    around: Sequence[str],
) -> Found | None:
    first = at
    while first > 0 and at - first < 4 and _joins(text, words, first):
        first -= 1
    first = _national(text, words, first, hits)
    start, end = words[first].start(), words[at + size - 1].end()
    if _listed(hits, start, end):
        return None
    head = fold(text[words[at].start() : end])
    inside = [hit for hit in hits if hit.iso3 and start <= hit.start and hit.end <= end]
    owners = [h for h in hits if h.iso3 and h.end < start and _OWNER.fullmatch(text, h.end, start)]
    beside = inside[-1:] or owners
    if beside:
        iso3: str | None = beside[0].iso3
    elif head in _OTHER_SENSES and head not in _BESIDE:
        return None
    else:
        settled = sector == "REF" and not text.startswith(" from ", end)
        iso3 = None if settled else _behind(text, end, hits)
        if iso3 is None and head in _OTHER_SENSES:
            return None
        iso3 = iso3 or _around(text, hits, around)
    if head in _OTHER_SENSES and head not in _BESIDE and not inside:
        return None
    if head == "coalition" and "-led" not in text[start:end]:
        return None
    named = _FORCES.get(head) if beside else None
    return Found(
        start=start,
        end=end,
        kind="office" if named else "unknown",
        actor_ids=(actor_id("office", f"{named} of {state_name(iso3)}", iso3),)
        if named and iso3
        else (),
        rule="common noun",
        iso3=(iso3,) if iso3 else (),
        name=f"{named} of {state_name(iso3)}" if named and iso3 else "",
        sector=_whole(text[start:end], sector),
        plain=not (named and iso3),
    )


def _national(text: str, words: Sequence[re.Match[str]], first: int, hits: Sequence[Hit]) -> int:
    """Where a phrase starts that an adjective of nationality opens ("Colombian coca growers")."""
    for back in range(first - 1, max(first - 4, -1), -1):
        word = words[back]
        if text[word.end() : words[back + 1].start()].strip():
            break
        adjective = any(
            hit.end == word.end() and hit.kind == "demonym_adjective" and hit.iso3 for hit in hits
        )
        if adjective:
            return back
        if (
            not word.group().islower()
            or fold(word.group()) in _DETERMINERS
            or _VERB.search(word.group())
        ):
            break
    return first


_VERB = re.compile(r"ed$|^(?:is|are|was|were|has|have|had|will|said|says|met|told)$")


def _listed(hits: Sequence[Hit], start: int, end: int) -> bool:
    """Whether a name of the tables that is no state's shares the words."""
    return any(hit.start < end and start < hit.end and hit.kind in _LISTED for hit in hits)


def _whole(words: str, sector: str) -> str:
    """The sector of the whole phrase where its words tell a narrower one ("riot police")."""
    told = sector_told(words)
    return told if told and sector not in ("OPP", "MIL", "COP") else plain_sector(sector)


def _joins(text: str, words: Sequence[re.Match[str]], first: int) -> bool:
    """Whether the word before `first` belongs to the phrase."""
    before = words[first - 1]
    if text[before.end() : words[first].start()].strip():
        return False
    if before.group().endswith(("'s", "’s")) or fold(before.group()) in _DETERMINERS:
        return False
    return bool(_MODIFIER.match(before.group()))


_DETERMINERS = frozenset(
    "a an the some many several few two three both all other his her its their in on at and but "
    "after before as when while if for with by from of this that these those more most".split()
)


def _behind(text: str, end: int, hits: Sequence[Hit]) -> str | None:
    """The state of the place named behind the head ("police in Nairobi")."""
    match = _PLACE.match(text, end)
    if not match:
        return None
    for hit in hits:
        if hit.iso3 and hit.start == match.start("place"):
            return hit.iso3
    words = match["place"].split()
    if words[0] in _BODIES:
        return None
    for size in range(len(words), 0, -1):
        rows = look_up(" ".join(words[:size]), 1)
        if rows:
            return rows[0].iso3
    return None


def _around(text: str, hits: Sequence[Hit], around: Sequence[str]) -> str | None:
    """The one state of the sentence, else the one of the report."""
    near = {hit.iso3 for hit in hits if hit.iso3 and text[hit.end : hit.end + 1] != "-"}
    for states in (near, set(around)):
        if len(states) == 1:
            return states.pop()
    return None
