"""Names that no table has and that only the words beside them make out.

"The brewer Dashen", "Kloop, a news site in Bishkek", "Samherji workers"; and the names that the
language model calls organisations.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from communique.extract.marks import Found, Marked, as_mention
from communique.extract.named import Named
from communique.extract.whereabouts import around, behind, described, of_town
from communique.extract.words import Hit, scan
from communique.types.parties import Mention
from communique.vocab.given_names import pronoun_of

_WORD = r"[A-ZÀ-ÖØ-ÞĀ-ž][\w'’&-]*(?<!['’])(?<!['’]s)"
_NAME = rf"(?:{_WORD})(?:\s+(?:(?:de|du|da|do|del|la|le|al|el|&)\s+)?{_WORD}){{0,5}}"
_NOUNS = {
    "BUS": "company|firm|airline|carrier|bank|lender|corporation|conglomerate|maker|producer|"
    "refiner|miner|brewer|retailer|operator|utility|giant|start-?up|developer|supplier|insurer|"
    "chipmaker|carmaker|drugmaker|planemaker|steelmaker|shipbuilder|contractor|manufacturer|"
    "exporter|importer|shipper|shipping line|trader|fund|exchange|chain|multinational|business|"
    "major|builder|brokerage|brand|shipyard|refinery|supermarket|cooperative",
    "MED": "broadcaster|newspaper|daily|weekly|magazine|news site|website|news website|portal|"
    "television channel|TV channel|news channel|channel|television station|radio station|station|"
    "news agency|news outlet|outlet|tabloid|paper|publication|radio|media group",
    "LAB": "union|trade union|labour federation|labor federation|union federation",
    "NGO": "charity|ngo|NGO|non-governmental organi[sz]ation|rights group|human rights group|"
    "watchdog|think[- ]tank|aid group|aid agency|advocacy group|foundation|monitor|"
    "monitoring group|environmental group|relief group|research group|campaign group|institute",
    "PTY": "party|political party",
    "OPP": "opposition party|opposition group|opposition movement|opposition alliance|"
    "opposition coalition|opposition bloc|pro-democracy group|dissident group",
    "REB": "rebel group|armed group|guerrilla group|insurgent group|militant group|rebels|"
    "guerrillas|separatist group|jihadist group|armed faction|rebel alliance|rebel movement",
    "PRM": "militia|paramilitary group|private military company|mercenary group",
    "CRM": "gang|cartel|drug cartel|crime group|mafia|hacking group|crime syndicate|syndicate",
    "EDU": "university|college|school|academy",
    "HLH": "hospital|clinic",
    "REL": "church|sect|seminary|mosque|religious group|brotherhood",
    "CVL": "club|football club|bar association",
    "COP": "police force|police unit",
    "SPY": "spy agency|intelligence agency|intelligence service|security service|spy service",
    "GOV": "regulator|agency|state agency|ministry|authority|central bank|state body",
    "MIL": "brigade|battalion|regiment|army unit",
}
_AFTER = {
    "BUS": "shares|stores|flights|executives?|employees|bosses|chief executive|shareholders|"
    "engineers|factory|factories|plant|branches|boss|subsidiary|refinery|mine|smelter|jets|pilots|"
    "managers?|customers|investors|stock|bonds|tankers?|trucks",
    "MED": "newspaper|daily|newsroom|website|channel|broadcaster|reporters?|journalists?|"
    "correspondents?|editors?|columnist|news agency",
    "PTY": "party|bloc|lawmakers|politicians?",
    "LAB": "union|strikers",
    "REB": "rebels?|fighters?|insurgents?|militants?|guerrillas?|gunmen|commanders?",
    "CRM": "cartel|gang|hackers",
    "NGO": "charity|foundation|volunteers|activists|aid workers",
    "EDU": "university|professors?|students|researchers?|campus",
}
_TRADE = re.compile(
    r"\b(?:sold|sells?|selling|bought|buys?|buying|shares|factory|plant|contract|mine|drill\w*|stake|"
    r"invest\w*|orders?|ordered|price\w*|output|profits?|losses|production|exports?|stores?|"
    r"supply|supplied|supplies|built|build|operat\w+|owns?|owned|shipments?|cargo|fuel|oil|gas|"
    r"bid|loan|fund\w*|tender|deal|licen[cs]e|customers?|lithium|copper|pipeline|chips|cars)\b"
)


@cache
def _before_pattern() -> re.Pattern[str]:
    nouns = "|".join(f"(?P<{sector}>{words})" for sector, words in _NOUNS.items())
    return re.compile(rf"(?:^|(?<=\s))(?:{nouns})\s+(?P<name>{_NAME})")


@cache
def _apposed_pattern() -> re.Pattern[str]:
    nouns = "|".join(f"(?P<{sector}>{words})" for sector, words in _NOUNS.items())
    return re.compile(
        rf"(?<![\w’'-])(?P<name>{_NAME}),\s+(?:an?|the|their|its|his|her|one of the|another|"
        rf"[A-Z]\w+['’]s)\s+(?:[\w'’-]+\s+){{0,4}}?(?:{nouns})\b(?!['’-])"
    )


@cache
def _after_pattern() -> re.Pattern[str]:
    nouns = "|".join(f"(?P<{sector}>{words})" for sector, words in _AFTER.items())
    return re.compile(rf"(?<![\w’'-])(?P<name>{_NAME})(?:['’]s?)?\s+(?:{nouns})\b(?!['’-])")


_LEAD = re.compile(r"(?:The|A|An|In|At|On|But|And|When|While|As|Its|Their|His|Her|If|After|For)\s+")
_SECTORS = (*_NOUNS,)


def find_told_bodies(text: str, hits: Sequence[Hit], states: Sequence[str]) -> Iterator[Found]:
    """Bodies that a common noun before, behind or after them makes out; `states` as named."""
    for pattern in (_apposed_pattern(), _before_pattern(), _after_pattern()):
        for match in pattern.finditer(text):
            start, end = match.span("name")
            opened = _LEAD.match(text, start, end)
            start = opened.end() if opened else start
            told = next((code for code in _SECTORS if match.groupdict().get(code)), None)
            if told and _is_free(text, start, end, hits):
                yield _found(text, start, end, hits, states, told)


def called_bodies(
    words: Named, units: Sequence[Marked], states: Sequence[str]
) -> Iterator[Mention]:
    """Names that the language model calls organisations and that nothing else explains.

    `states` are those the report names. The sector is business where the sentence tells of trade,
    else not known.
    """
    called = [
        words.passage(name.span.start, name.span.end).span
        for name in words.names
        if name.label == "ORG"
    ]
    for unit in units:
        base = unit.passage.span.start
        spans = [(s.start - base, s.end - base) for s in called if unit.passage.span.holds(s)]
        free = [
            (start, end)
            for start, end in spans
            if not any(item.start < end and start < item.end for item in unit.every)
        ]
        if free:
            for found in _called(unit.words, free, scan(unit.words), states):
                yield as_mention(unit, found)


def _called(
    text: str, spans: Sequence[tuple[int, int]], hits: Sequence[Hit], states: Sequence[str]
) -> Iterator[Found]:
    for start, end in spans:
        opened = re.compile(r"[Tt]he\s+").match(text, start, end)
        start = opened.end() if opened else start
        name = re.sub(r"['’]s?$", "", text[start:end])
        if name[:1].isupper() and _is_free(text, start, start + len(name), hits):
            sector = "BUS" if _TRADE.search(text) else None
            yield _found(text, start, start + len(name), hits, states, sector)


def _is_free(text: str, start: int, end: int, hits: Sequence[Hit]) -> bool:
    """Whether nothing else explains the words: no name of a table, no person."""
    taken = any(hit.start < end and start < hit.end for hit in hits)
    return not taken and len(text[start:end]) > 1 and pronoun_of(text[start:end], ()) is None


def _found(
    text: str,
    start: int,
    end: int,
    hits: Sequence[Hit],
    states: Sequence[str],
    sector: str | None,
) -> Found:
    iso3 = (
        behind(text, end, hits)
        or described(text, start, end, hits)
        or of_town(text[start:end])
        or around(text, hits, states)
    )
    return Found(
        start=start,
        end=end,
        kind="unknown",
        actor_ids=(),
        rule="name with a description" if sector else "name of an organisation",
        iso3=(iso3,) if iso3 else (),
        name=text[start:end],
        sector=sector,
        plain=True,
    )
