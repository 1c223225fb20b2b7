"""What was done on a visit, by words that say so: the frame, signings, speeches, ceremonies."""

import re
from collections.abc import Iterator, Sequence

from communique.types.standing import Instrument
from communique.types.visit import Detail, DetailKind, Occasion
from communique.visits.marking import PERSON, Sentence
from communique.visits.told import status_of

_KINDS = (
    r"(?:[Ss]ummits?|[Cc]onferences?|[Ff]orums?|[Gg]eneral\s+[Aa]ssembly|[Aa]ssembly|[Cc]ongress|[Mm]inisterial|"
    r"[Cc]ouncil\s+meeting|[Ss]ession|COP\s?\d+|[Mm]eeting\s+of\s+(?:the\s+)?(?:[A-Z][\w-]+\s+(?:of\s+)?){0,4}?"
    r"(?:leaders|ministers|[Hh]eads\s+of\s+\w+))"
)
_NAME = (
    rf"(?P<name>(?:(?!the\b|an?\b)[\w'’&/-]+\s+){{0,6}}?{_KINDS}"
    r"(?:\s+(?:of|on|for)\s+(?:the\s+)?[A-Z][\w'’&-]*(?:(?:\s+(?:and|of|on|for)(?:\s+the)?)?\s+[A-Z][\w'’&-]*)*)?)"
)
_FRAMES = tuple(
    re.compile(words)
    for words in (
        rf"\b(?:sidelines?|margins?|fringes?)\s+of\s+(?:the\s+|an?\s+)?{_NAME}",
        r"\b(?:attend(?:s|ed|ing)?|(?:takes?|taking|took)\s+part\s+in|participat\w+\s+(?:in|at)|join(?:s|ed)|"
        rf"address(?:es|ed)|sp(?:eak|eaks|oke)\s+at|gather(?:ed)?\s+(?:for|at)|for|at|during)\s+(?:the\s+|an?\s+){_NAME}",
    )
)
_NAMED = re.compile(r"\b(?:[A-Z]{2,}|[A-Z][a-z]+\w*)\b|\d")
_TWO_SIDED = re.compile(
    r"\b(?:business|investment|press|news|bilateral|economic|joint|parliamentary\s+session)\b",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"\b(?:sidelines?|margins?|fringes?)\s+of\s+the\s+(?:summit|conference|forum|assembly|meeting|session)\b"
)
_ADDRESS = re.compile(
    r"\b(?:addressed|spoke\s+(?:to|at|before)|gave\s+(?:a\s+)?(?:speech|lecture|address)|delivered\s+(?:an?\s+)?"
    r"(?:\w+\s+)?(?:speech|lecture|address|keynote))\s*(?:[^.;“”]{0,60}?\b(?:parliament|assembly|congress|"
    r"senate|lawmakers|deputies|students|university|academy|nation|crowd|public|institute|mps|bundestag|"
    r"house|diaspora|community|chamber|rally|audience)\b|$)",
    re.IGNORECASE,
)
_FORUM = re.compile(
    r"\b(?:business\s+(?:\w+\s+){0,2}?(?:forum|council|leaders|round\s?table|conference|people|community|delegation)|"
    r"investment\s+(?:forum|conference)|economic\s+forum|business(?:men|women|people)|entrepreneurs|investors|"
    r"chamber\s+of\s+commerce|chief\s+executives|ceos|company\s+(?:heads|executives))\b",
    re.IGNORECASE,
)
_FORUM_DEED = re.compile(
    r"\b(?:address|spoke|speech|met|meet|open|attend|took\s+part|participat|host|talks|visited)\w*\b",
    re.IGNORECASE,
)
_CEREMONY = re.compile(
    r"\b(?:wreath|guard\s+of\s+honou?r|honou?r\s+guard|military\s+honou?rs|gun\s+salute|\d+-gun|welcom\w+\s+ceremony|"
    r"ceremony|memorial|museum|mausoleum|monument|cathedral|mosque|temple|shrine|pyramids|ancient\s+city|"
    r"heritage\s+site|planted\s+a\s+tree|tomb\s+of)\b",
    re.IGNORECASE,
)
_NONE = re.compile(r"^\s*(?:No|Neither|Nothing|None)\b|\b(?:no|not|never|without)\b|n['’]t\b")


def frame_in(sentence: Sentence) -> str | None:
    """The name of the summit or conference that a sentence puts a meeting or journey in."""
    words = sentence.plain(0, len(sentence.text))
    for pattern in _FRAMES:
        for match in pattern.finditer(words):
            name = " ".join(match["name"].split())
            if _NAMED.search(name) and not _TWO_SIDED.search(name):
                return name
    return None


def takes_up(sentence: Sentence) -> bool:
    """Whether it speaks of the sidelines of a gathering that was named before."""
    return bool(_AGAIN.search(sentence.plain(0, len(sentence.text))))


def framed(sentences: Sequence[Sentence]) -> dict[tuple[str, int], str]:
    """The gathering by report and sentence: named there, or taken up from a sentence before."""
    found: dict[tuple[str, int], str] = {}
    last: dict[str, str] = {}
    for sentence in sentences:
        report = sentence.report.id
        name = frame_in(sentence)
        if name:
            last[report] = name
        elif takes_up(sentence):
            name = last.get(report)
        if name:
            found[report, sentence.place] = name
    return found


def frame_occasion(name: str) -> Occasion:
    """A summit, or any other gathering."""
    return "summit" if "summit" in name.lower() else "conference"


def deeds_in(sentence: Sentence, traveller: str) -> Iterator[Detail]:
    """Speeches, business forums and ceremonies of which a traveller is told as the one there."""
    words = sentence.plain(0, len(sentence.text))
    if not _has(sentence, traveller) or _NONE.search(words):
        return
    patterns: tuple[tuple[DetailKind, re.Pattern[str]], ...] = (
        ("address", _ADDRESS),
        ("forum", _FORUM),
        ("ceremony", _CEREMONY),
    )
    for kind, pattern in patterns:
        match = pattern.search(words)
        if match is None or status_of(words[: match.start()], "", words[match.end() :]) in (
            None,
            "planned",
            "cancelled",
        ):
            continue
        if kind != "forum" or _FORUM_DEED.search(words[: match.start()]):
            yield Detail(kind=kind, value=" ".join(match[0].split()), evidence=sentence.evidence)


def _has(sentence: Sentence, actor: str) -> bool:
    signs = re.findall(PERSON, sentence.text)
    return any(actor in sentence.at(sign).actor_ids for sign in signs)


def signings(
    states: frozenset[str], instruments: Sequence[Instrument]
) -> Iterator[tuple[Detail, str | None]]:
    """The instruments that the two states signed, each with the day of it."""
    for each in instruments:
        days = [act.date for act in each.acts if act.act == "signed"]
        told = [piece for piece in each.evidence if not _NONE.search(piece.quote)]
        if days and told and states <= set(each.parties):
            yield Detail(kind="signed", value=each.id, evidence=told[0]), days[0]
