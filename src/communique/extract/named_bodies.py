"""Bodies named in capitals that no table has: "Zimbabwe Congress of Trade Unions".

A run of capitalised words is a body where one of them says so (`vocab/body_words.py`), the last
such word, or the first where "of" or "for" stands behind it. Its topic decides the sector where the
head leaves it open ("Union", "Association"). Its state is the one named in it, before or behind it,
else that of the town in it, else the one state of the sentence or of the report.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from communique.extract.listed import opposes
from communique.extract.marks import Found
from communique.extract.whereabouts import around, behind, described, of_town
from communique.extract.words import Hit
from communique.vocab.body_words import body_heads, body_topics
from communique.vocab.given_names import pronoun_of
from communique.vocab.states import name_index
from communique.vocab.wordtrie import any_of

_WORD = r"[A-ZÀ-ÖØ-ÞĀ-ž](?:(?!['’]s\b)[\w'’.&-])*(?<![.'’])(?:['’](?=\s))?"
_LINK = r"(?:of|for|on|in|against|de|des|du|da|do|del|della|di|la|le|el|y|e|et|und|für|the|and|&)"
_RUN = re.compile(rf"{_WORD}(?:\s+(?:{_LINK}\s+){{0,3}}{_WORD})*")
_OPEN = re.compile(
    r"(?:(?:The|A|An|In|At|On|But|And|When|While|As|Its|Their|His|Her|If|After)\s+)+"
)
_BODILY = re.compile(r"\s(?:of|for|de|des|du|da|do|del|della|di)\s")
_OWNER = re.compile(r"['’]s?\s+(?:[a-z][\w-]+\s+){0,2}$")
_LISTED = ("igo", "organisation", "press", "government_seat")
_REGULAR = re.compile(
    r"\b(?:Liberation|People['’]s|Resistance|Free|Lord['’]s|Republican|Democratic)\b"
)
_STATE_BANK = re.compile(r"\b(?:Central|Reserve|National|State|Federal) Bank\b")
_BETWEEN_STATES = re.compile(
    r"^(?:International|Inter-\w+|Pan-\w+|European|World|United Nations|UN|African|Asian|Arab|"
    r"West African|East African|Southern African|Nordic|Caribbean|Pacific|Latin American|Andean|"
    r"Eurasian|Islamic World|Global|Commonwealth)\s"
)
_OF_STATES = frozenset({"GOV", "JUD", "LEG", "COP", "MIL"})
_OF_TRADE = re.compile(r"(?:makers|owners|builders|dealers|Chamber|Boards? of Trade)\b")
_OF_DEPUTIES = re.compile(r"Chamber of (?:Deputies|Representatives|Peoples|Nations|Senators)")
_BEFORE_ITS_NAME = frozenset(
    "Universidad Universidade Université Università Universiti Universitas Banco Banque Banca Bank "
    "Grupo Groupe Gruppo Radio TV Television Diario Hospital Institut Instituto Institute Partido "
    "Parti Partai Sindicato Fundación Fondation Iglesia Ministerio Ministère "
    "Brigade Cartel Telekom Telecom".split()
)
"""Heads that stand before the rest of a name ("Banco Galicia")."""
_LEADER = re.compile(rf"\s+of\s+(?P<name>{_WORD}\s+{_WORD})$")
"""Whose a party is ("the Economic Front of Wynter Kabimba")."""
_MEN = re.compile(r"\s+(?:fighters?|rebels?|militants?|insurgents?|gunmen|guerrillas?)\b")
_POLLS = re.compile(
    r"\b(?:seats?|votes?|voted|polls?|elections?|ballots?|candidates?|parliament|primar(?:y|ies)|"
    r"coalition|manifesto|lawmakers?|MPs?|senators?|campaign(?:ed)?|part(?:y|ies)|mayors?)\b"
)
_ALONE = frozenset("Party Union Congress Council Committee Post Times Office Service Group".split())


@cache
def _heads() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'’-])(?:{any_of(body_heads())})(?![\w-]|['’](?!s\b))")


@cache
def _topics() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'’-])(?:{any_of(body_topics())})(?![\w-])")


def find_bodies(
    text: str, hits: Sequence[Hit], states: Sequence[str], own: str | None = None
) -> Iterator[Found]:
    """The bodies of a sentence that no table has; `states` are those the report names.

    `own` is the state the report is from: an organ of a state that no other is told for is its.
    """
    for run in _RUN.finditer(text):
        for start, end in _pieces(text, *run.span()):
            sector = _sector(text[start:end])
            if sector is None or _is_listed(hits, start, end):
                continue
            if sector == "REB" and "Front" in text[start:end] and _POLLS.search(text):
                sector = "PTY"
            if sector == "PTY" and opposes(text, end):
                sector = "OPP"
            men = _MEN.match(text, end) if sector in ("REB", "MIL", "PRM", "CRM") else None
            if men:
                end, sector = men.end(), "REB" if sector == "MIL" else sector
            between = _BETWEEN_STATES.match(text[start:end])
            organ = own if sector in _OF_STATES else None
            stateless = between or sector == "IGO"
            iso3 = None if stateless else _state(text, start, end, hits, states, organ)
            yield Found(
                start=start,
                end=end,
                kind="unknown",
                actor_ids=(),
                rule="name of a body",
                iso3=(iso3,) if iso3 else (),
                name=text[start:end],
                sector=sector,
                plain=True,
            )


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A run of capitalised words, cut where "and" joins two names."""
    opened = _OPEN.match(text, start, end)
    start = opened.end() if opened else start
    for joint in re.finditer(r"\s+(?:and|&)\s+", text[start:end]):
        left, right = text[start : start + joint.start()], text[start + joint.end() : end]
        apart = right.startswith("the ") or _names_party(left)
        follows = _topics().match(right) or re.match(r"(?:Herzegovina|Tobago|Barbuda|Nevis)", right)
        lone = " " not in left and _heads().fullmatch(left) and _heads().search(right)
        if not apart and (
            follows or lone or (not _heads().search(left) and _heads().search(right))
        ):
            continue
        yield from _trimmed(text, start, start + joint.start())
        yield from _pieces(text, start + joint.end(), end)
        return
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A run without the place behind "in", if it names a body at all."""
    owner = _LEADER.search(text[start:end])
    if owner and pronoun_of(owner["name"], ()):
        end = start + owner.start()
    inner = re.search(r"\s+in\s+(?:the\s+)?(?=[A-Z])", text[start:end])
    head = _heads().search(text[start:end])
    if inner and head and head.end() <= inner.start():
        end = start + inner.start()
    heads = [*_heads().finditer(text[start:end])]
    words = text[start:end].split()
    if not heads or (len(words) < 2 or (len(words) == 1 and words[0] in _ALONE)):
        return
    last = heads[-1]
    if last.end() < end - start and not _BODILY.match(text[start + last.end() : end + 1] + " "):
        opening = heads[0].start() == 0 or _BODILY.search(text[start:end])
        if not opening and last.group() not in _BEFORE_ITS_NAME:
            end = start + last.end()
    if len(text[start:end].split()) > 1:
        yield start, end


def _sector(words: str) -> str | None:
    """What a body does, by the words of its name."""
    heads = [*_heads().finditer(words)]
    if not heads:
        return None
    head = next((each for each in heads if _BODILY.match(words, each.end())), heads[-1])
    sector, is_open = body_heads()[head.group()]
    rest = words[: head.start()] + words[head.end() :]
    topic = _topics().search(rest)
    if _BETWEEN_STATES.match(words) and (sector in _OF_STATES or "Bank" in words or is_open):
        return "NGO" if is_open and head.group() != "Fund" else "IGO"
    if _STATE_BANK.search(words) or (words.startswith("Bank of ") and _names_state(words[8:])):
        return "GOV"
    if _OF_TRADE.search(words) and (is_open or "Chamber of " in words):
        return "LEG" if _OF_DEPUTIES.search(words) else "BUS"
    if sector == "MIL" and _REGULAR.search(words) and not re.search(r"^People['’]s", words):
        return "REB"
    if (
        sector == "GOV"
        and topic
        and body_topics()[topic.group()] in ("COP", "REL", "CVL", "NGO", "JUD")
    ):
        told = body_topics()[topic.group()]
        return told if head.group() in ("Council", "Committee", "Service", "Commission") else sector
    if not is_open:
        return sector
    if topic:
        told = body_topics()[topic.group()]
        return "LAB" if head.group() == "Union" and told in ("HLH", "EDU") else told
    return "CVL" if head.group() == "Union" else sector


def _names_state(words: str) -> bool:
    return name_index().get(words, ("", ""))[1] in ("name", "short", "official")


def _names_party(words: str) -> bool:
    return name_index().get(words, ("", ""))[1] in ("name", "short", "official", "capital_metonym")


def _is_listed(hits: Sequence[Hit], start: int, end: int) -> bool:
    """Whether a name of the tables that is no state's fills most of the words."""
    return any(
        hit.start < end and start < hit.end and 10 * (hit.end - hit.start) > 7 * (end - start)
        for hit in hits
        if hit.kind in _LISTED
    )


def _state(
    text: str, start: int, end: int, hits: Sequence[Hit], states: Sequence[str], own: str | None
) -> str | None:
    """The state of a body: in its name, its owner's, told beside it, `own`, else the one near."""
    inside = [hit.iso3 for hit in hits if hit.iso3 and start <= hit.start < end]
    owners = [
        hit.iso3
        for hit in hits
        if hit.iso3 and hit.end < start and _OWNER.fullmatch(text, hit.end, start)
    ]
    return (
        next(iter((*inside[-1:], *owners)), None)
        or behind(text, end, hits)
        or described(text, start, end, hits)
        or of_town(text[start:end])
        or own
        or around(text, hits, states)
    )
