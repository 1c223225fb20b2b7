"""The words that tell of a journey, with where it goes and who makes it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from communique.types.record import Place
from communique.visits.marking import DATE, PERSON, PLACE, Item, Sentence

CueKind = Literal["goes", "visits", "visit", "is in", "leaves", "attends", "home", "stay", "meets"]
"""What the words tell: going there; being there (a verb, a noun, "is in", "attends", "meets");
leaving it; going home; or a visit whose state other words name."""

_NOUN = r"(?:visit|trip|journey|tour|stay|stop|stopover|stop-over|layover|pilgrimage)"
_THE = r"(?:the\s+)?(?:(?:\w+\s+)?(?:city|capital|port|town|resort|island)(?:\s+of|,)?\s+)?"
_WHERE = (
    rf"(?P<where>{PLACE}(?:(?:,\s+{PLACE})*,?\s+(?:and|then)\s+(?:then\s+)?{PLACE}"
    rf"|(?:,\s+{PLACE})+)?)"
)
_FEW = rf"(?:(?:(?!of\b|the\b)[\w-]+|{DATE})\s+){{0,3}}?"
_GAP = r"[^.;:“”\"]"
_PATTERNS: tuple[tuple[CueKind, re.Pattern[str]], ...] = (
    (
        "goes",
        re.compile(
            r"\b(?:arriv(?:e|es|ed|ing|al)|land(?:s|ed|ing)?|touch(?:es|ed)\s+down|"
            r"flew|fly|flies|flying|flown|"
            r"travel(?:s|l?ed|l?ing)?|head(?:s|ed|ing)?|jet(?:s|ted)|went|going|came|comes|"
            r"return(?:s|ed|ing)?|move[sd]?\s+on|continue[sd]?|proceed(?:s|ed)?)\s+"
            rf"{_FEW}(?:in|at|to|into|on\s+to|for)\s+{_THE}{_WHERE}"
        ),
    ),
    (
        "goes",
        re.compile(
            r"\b(?:left|leaves?|leaving|depart(?:s|ed|ing)?|set\s+(?:off|out)|bound|embarked|took\s+off)\s+"
            rf"(?:{PLACE}\s+)?{_FEW}for\s+{_THE}{_WHERE}"
        ),
    ),
    ("goes", re.compile(rf"\bwelcomed\s+{PERSON}\s+to\s+{_THE}(?P<where>{PLACE})")),
    ("visits", re.compile(rf"\b(?:visit(?:s|ed|ing)?|tour(?:s|ed|ing))\s+{_THE}{_WHERE}")),
    ("visits", re.compile(rf"\bstop(?:s|ped|ping)\s+(?:over\s+|off\s+)?(?:in|at)\s+{_WHERE}")),
    (
        "visit",
        re.compile(
            rf"\b{_NOUN}\s+(?:(?:of|by)\s+{PERSON},?\s+)?(?:(?:[\w-]+|{DATE})\s+){{0,4}}?"
            rf"(?:to|in)\s+{_THE}{_WHERE}"
        ),
    ),
    (
        "is in",
        re.compile(
            rf"\b(?:is|are|was|were|being|currently|be|been)\s+(?:\w+\s+)?in\s+{_THE}(?P<where>{PLACE})"
            rf"(?=,?\s+(?:on\s+)?(?:(?:{DATE}\s+)?(?:for|on|to|at|as)\b|{DATE}))"
        ),
    ),
    (
        "leaves",
        re.compile(
            r"\b(?:left|leaves?|leaving|depart(?:s|ed)?(?:\s+from)?|(?:return(?:s|ed|ing)?|flew|flies|"
            rf"back)\s+(?:home\s+|back\s+)?from)\s+{_THE}(?P<where>{PLACE})"
        ),
    ),
    (
        "attends",
        re.compile(
            r"\b(?:attend(?:s|ed|ing)?|(?:takes?|taking|took)\s+part\s+in|participat\w+\s+(?:in|at)|join(?:s|ed)|"
            rf"address(?:es|ed))\s+{_GAP}{{3,140}}?\s(?:in|at)\s+{_THE}(?P<where>{PLACE})"
        ),
    ),
    (
        "meets",
        re.compile(
            r"\b(?:meets?|hold(?:s|ing)?\s+(?:\w+\s+)?talks|(?:be|being)\s+(?:received|hosted|welcomed))\s+"
            rf"{_GAP}{{0,90}}?\bin\s+{_THE}(?P<where>{PLACE})"
        ),
    ),
    (
        "meets",
        re.compile(
            rf"\b[Ii]n\s+{_THE}(?P<where>{PLACE}),?\s+{_GAP}{{0,60}}?"
            r"\b(?:meets?|hold(?:s|ing)?\s+(?:\w+\s+)?talks|be\s+(?:received|hosted))\b"
        ),
    ),
    (
        "home",
        re.compile(
            r"\b(?:fly|flies|flew|flying|return(?:s|ed|ing)?|depart(?:s|ed|ing)?|leav(?:e|es|ing)|left|go(?:es)?|"
            rf"head(?:s|ed)?)\s+(?:for\s+)?(?:back\s+)?home\b|\b(?:leaves?|departs?|left|departed)\s+(?:on\s+)?{DATE}"
        ),
    ),
    (
        "stay",
        re.compile(
            rf"(?:\b(?:[Hh]is|[Hh]er|[Tt]heir|[Tt]he|[Aa]n?)|{PERSON}(?:['’]s?)?)\s+(?:[\w-]+\s+){{0,4}}?"
            rf"{_NOUN}\b(?!\s+(?:to|in)\s)"
        ),
    ),
)
_BEFORE = re.compile(r"(?:\b(?:an?|the|his|her|their|its)\b|['’]s?\s)[^,;]{0,45}$")
_POSSESSIVE = ("his", "her", "their", "its")
_ASKED = re.compile(
    r"\b(?:invit\w+|urg\w+|ask\w*|encourag\w+|persuad\w+|request\w*|barr?ed|bann?ed)\s+"
    r"(?:[\w'’-]+\s+){0,2}$",
    re.IGNORECASE,
)
_CHAIN = re.compile(rf"(?:{PERSON}(?:,\s+{PERSON})*,?\s+and\s+)?{PERSON}$")
_OF = re.compile(rf"\b(?:of|by)\s+({PERSON})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Words at `start:end` of a sentence; `zone` is what describes it, `dates` where its date is.

    `where` are the places named, a town before the state it lies in.
    """

    kind: CueKind
    sentence: Sentence
    start: int
    end: int
    zone: tuple[int, int]
    dates: tuple[int, int]
    where: tuple[Item, ...]

    @property
    def before(self) -> str:
        """The words from who goes up to the cue's own."""
        text = self.sentence.text[: self.start]
        signs = [
            match.end()
            for match in re.finditer(PERSON, text)
            if self.sentence.at(match[0]).words.lower() not in _POSSESSIVE
        ]
        return text[max((*signs[-1:], text.rfind(";") + 1, len(text) - 90, 0)) :]

    @property
    def is_asked(self) -> bool:
        """Whether whoever is to go is but invited or asked to."""
        text = self.sentence.text[: self.start]
        ends = [match.start() for match in re.finditer(PERSON, text)]
        return any(_ASKED.search(text[:at]) for at in ends[-2:] if self.start - at < 60)

    @property
    def words(self) -> str:
        """The cue's own words."""
        return self.sentence.text[self.start : self.end]

    @property
    def behind(self) -> str:
        """The words behind it, up to the next cue."""
        return self.sentence.text[self.end : self.dates[1]]

    @property
    def described(self) -> str:
        """The words that describe the journey."""
        return self.sentence.text[self.zone[0] : self.zone[1]]


def cues(sentence: Sentence) -> Iterator[Cue]:
    """The cues of a sentence in their order, each with the words around that are its own."""
    found = list(_apart(sentence.text))
    opens = [_opening(sentence.text, kind, match.start()) for kind, match in found]
    for number, (kind, match) in enumerate(found):
        first = 0 if number == 0 else min(opens[number], match.start())
        last = min(
            (at for at in opens[number + 1 :] if at >= match.end()), default=len(sentence.text)
        )
        where = match["where"] if "where" in match.re.groupindex else ""
        yield Cue(
            kind=kind,
            sentence=sentence,
            start=match.start(),
            end=match.end(),
            zone=(opens[number], min(last, match.end() + 80)),
            dates=(first, last),
            where=tuple(_states(sentence, where)),
        )


def _apart(text: str) -> list[tuple[CueKind, re.Match[str]]]:
    """The matches that do not overlap, those of the earlier patterns first."""
    kept: list[tuple[CueKind, re.Match[str]]] = []
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if all(match.end() <= m.start() or m.end() <= match.start() for _, m in kept):
                kept.append((kind, match))
    return sorted(kept, key=lambda each: each[1].start())


def _opening(text: str, kind: CueKind, start: int) -> int:
    """Where the words that describe a journey begin: a noun's at its article."""
    if kind != "visit":
        return start
    match = _BEFORE.search(text[:start])
    return match.start() if match else max(0, start - 30)


def _states(sentence: Sentence, where: str) -> Iterator[Item]:
    """The places of different states, a town rather than the state it lies in."""
    found: dict[str, Item] = {}
    for sign in re.findall(PLACE, where):
        item = sentence.at(sign)
        country = item.place.country if item.place else None
        if country and (country not in found or (item.town and not found[country].town)):
            found[country] = item
    yield from found.values()


def travellers(cue: Cue) -> Sequence[str]:
    """Who makes the journey (ids): the nearest persons before its words, else behind them."""
    text = cue.sentence.text
    if cue.kind in ("visit", "stay") and (match := _OF.search(text[cue.start : cue.end + 30])):
        return cue.sentence.at(match[1]).actor_ids
    if match := re.search(rf"\bwelcomed\s+({PERSON})", cue.words):
        return cue.sentence.at(match[1]).actor_ids
    if cue.kind == "stay" and (match := re.match(PERSON, cue.words)):
        return cue.sentence.at(match[0]).actor_ids
    before = text[: cue.start]
    last = max((match.end() for match in re.finditer(PERSON, before)), default=0)
    if last and not re.search(r"[;“”]", before[last:]):
        chain = _CHAIN.search(before[:last])
        signs = re.findall(PERSON, chain[0]) if chain else []
        return tuple(
            dict.fromkeys(one for sign in signs for one in cue.sentence.at(sign).actor_ids)
        )
    behind = re.search(PERSON, text[cue.start :])
    return cue.sentence.at(behind[0]).actor_ids if behind else ()


def the_place(item: Item) -> Place | None:
    """The town of a destination; None of a whole state."""
    return item.place if item.town else None
