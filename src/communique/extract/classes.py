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
from communique.extract.phrases import maker, pair, people, shared, town_within
from communique.extract.sectors import plain_sector, sector_told
from communique.extract.whereabouts import around, behind, of_chamber
from communique.extract.words import Hit
from communique.vocab.peoples import peoples
from communique.vocab.sectors import phrase_heads, signals
from communique.vocab.tables import fold

_SECTORS = frozenset(
    "MIL COP SPY JUD LEG OPP REB PRM UAF CRM MED HLH EDU LAB AGR REL REF SOC CVL BUS".split()
)
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
_MANY = frozenset(
    "investors firms companies businesses families women children experts analysts patients fans "
    "passengers drivers supporters hostages prisoners detainees consumers victims crowd crowds "
    "citizens youth population".split()
)
"""Of these, people in the plural, whom a place behind them tells too ("investors in Tokyo")."""
_HERE = _BESIDE | _MANY | {"congress"}
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
_MODIFIER = re.compile(
    r"(?:[A-Z][\w'’.-]*|\w+-(?:led|backed|government|linked|based|aligned|trained)|anti-\w+|pro-\w+|"
    r"armed|unknown|unidentified|local|senior|riot|federal|national|regional|military|state|"
    r"supreme|constitutional|naval|allied|exiled|young|leading|prominent|ethnic|rail|health)$"
)
_CHAMBERS = frozenset(("congress", "senate"))
_CAPITAL = re.compile(r"['’]?s?\s+[A-Z]")
_SEAT = re.compile(r"\s+office\b")
_OWNER = re.compile(r"['’]s?\s+(?:[a-z][\w-]+\s+){0,2}$")


_LISTED = ("igo", "organisation", "press", "government_seat")


@cache
def _heads() -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """The heads by their first word, the longest first, with their sectors."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    listed = {phrase: sector for phrase, (sector, _) in signals().items() if sector in _SECTORS}
    further = {phrase: sector for phrase, (sector, _) in phrase_heads().items()}
    for phrase, sector in (listed | further).items():
        found.setdefault(phrase[0], []).append((phrase, sector))
    return {
        first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in found.items()
    }


def find_classes(text: str, hits: Sequence[Hit], states: Sequence[str]) -> Iterator[Found]:
    """The common-noun actors of a sentence; `states` are those the report names."""
    words = list(re.finditer(r"[\w'’-]+", text))
    folded = [fold(word.group().removesuffix("'s").removesuffix("’s")) for word in words]
    at = 0
    while at < len(words):
        size, sector = _head(folded, at)
        owner = size and words[at + size - 1].group().endswith(("'", "’"))
        if size and not (owner and _head(folded, at + size)[0]):
            found = _phrase(text, words, at, size, sector, hits, states)
            if found:
                yield found
        at += size or 1


def find_peoples(text: str, hits: Sequence[Hit], states: Sequence[str]) -> Iterator[Found]:
    """Peoples without a state of their name ("the Druze", "Copts in Egypt"): civilians."""
    for match in _PEOPLE.finditer(text):
        plural = match.group("the") is not None or match.group("name").endswith("s")
        if match.group("name") not in peoples() or not plural:
            continue
        if _listed(hits, *match.span()):
            continue
        own = peoples()[match.group("name")]
        iso3 = behind(text, match.end(), hits) or around(text, hits, states) or own
        yield Found(
            start=match.start("name"),
            end=match.end(),
            kind="unknown",
            actor_ids=(),
            rule="common noun",
            iso3=(iso3,),
            sector="CVL",
            plain=True,
        )


_PEOPLE = re.compile(
    r"(?:\b[Tt]he\s+(?P<the>)|(?<![\w-]))(?P<name>[A-Z]\w+)(?!['’\w-]|\s+[A-Z]|\s+\w*(?:fighter|militia|force|language|region))"
)


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
    states: Sequence[str],
) -> Found | None:
    first = at
    while first > 0 and at - first < 4 and _joins(text, words, first):
        first -= 1
    joined = at > 0 and words[at - 1].group().endswith(("s'", "s’"))
    first = _national(text, words, min(first, at - 1) if joined else first, hits)
    start, end = words[first].start(), words[at + size - 1].end()
    head = fold(text[words[at].start() : end])
    seat = _SEAT.match(text, end)
    if seat and text[start:end].endswith(("'s", "’s")):
        end = seat.end()
    firm = maker(hits, start, words[at].start()) if sector == "LAB" else None
    proper = text[words[at].start()].isupper()
    if (firm is None and _listed(hits, start, end)) or (proper and _CAPITAL.match(text, end)):
        return None
    inside = [hit for hit in hits if hit.iso3 and start <= hit.start and hit.end <= end]
    owners = [h for h in hits if h.iso3 and h.end < start and _OWNER.fullmatch(text, h.end, start)]
    beside = inside[-1:] or owners
    phrase = text[start:end]
    iso3 = pair(phrase) or (beside[0].iso3 if beside else None) or shared(phrase, states)
    iso3 = iso3 or (firm.home if firm else None) or town_within(text[start : words[at].start()])
    tribal = head == "army" and iso3 is None and people(phrase) is not None
    if iso3 is None and not joined and phrase_heads().get(tuple(head.split()), ("", False))[1]:
        return None
    if iso3 is None:
        settled = sector == "REF" and not text.startswith(" from ", end)
        iso3 = people(phrase) if settled else behind(text, end, hits)
        if iso3 is None and head in _OTHER_SENSES - _CHAMBERS and not joined:
            return None
        if head in _CHAMBERS:
            iso3 = of_chamber(head, hits, states) if proper else None
        if iso3 is None and head != "congress":
            iso3 = around(text, hits, states) or people(phrase)
    iso3 = "ISR" if head == "settlers" and iso3 == "PSE" else iso3
    if not _counts(head, phrase, iso3, near=bool(inside) or joined):
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
        sector="REB"
        if tribal
        else "LAB"
        if joined and sector == "LAB"
        else _against(text, end, _whole(text[start:end], sector), head),
        plain=not (named and iso3),
    )


def _counts(head: str, phrase: str, iso3: str | None, *, near: bool) -> bool:
    """Whether a head of several senses means actors here; `near` is a state or owner beside it."""
    if head == "coalition":
        return "-led" in phrase
    if head == "congress" and iso3 is None:
        return False
    return near or head not in _OTHER_SENSES or head in _HERE


_PROTESTING = re.compile(r"protest[eo]rs?$|demonstrators?$|marchers$|rioters$")
_ABROAD = re.compile(r"\b(?:embassy|consulate|climate|abortion|vaccine|solidarity|war in)\b")


def _against(text: str, end: int, sector: str, head: str) -> str:
    """Who protests does so against her own rulers, unless it is about another state."""
    if sector != "CVL" or not _PROTESTING.search(head):
        return sector
    return sector if _ABROAD.search(text[max(0, end - 60) : end + 90]) else "OPP"


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
    word = before.group()
    if _MODIFIER.match(word):
        return True
    near = words[first].group()
    return (
        word.islower() and near.islower() and bool(_NOUN.fullmatch(word)) and not _VERB.search(word)
    )


_NOUN = re.compile(
    r"(?!(?:is|was|has|will|told|met|that|than|who|said|says|were|had|can|may|let|between|against|"
    r"over|among|under|into|about|would|could|should|made|held|gave|took|saw|sent|made|kept|left|"
    r"shot|led|put|when|where|which|because|since|until|without|within|around|across|through|no|"
    r"not|only|even|also|then|there|here|what|how|why|yet|still|just|every|each|any|such|own|"
    r"one|five|six|seven|eight|nine|ten|dozen|dozens|hundreds|thousands|"
    r"say|made|make|let|urge|urges|warn|warns|sees|asks|wants|calls|tells|gives|takes|"
    r"feeds|fought|paid|hit|beat|caught|freed|found|brought|bought|sold|lost|won)$)[a-z]{3,}"
)
"""A common word that may stand before a head as a noun or adjective ("coca growers")."""


_DETERMINERS = frozenset(
    "a an the some many several few two three both all other his her its their in on at and but "
    "after before as when while if for with by from of this that these those more most".split()
)
