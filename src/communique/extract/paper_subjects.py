"""What a document without a title is about, as its phrase lists it."""

import re

from communique.extract.clauses import VERB
from communique.extract.papers import Paper

_CAPITAL = r"(?:[A-Z0-9][\w'’.\-]*)"
_SUBJECT = re.compile(
    r"(?:\s+(?:between|with)\s+[^,.;]{1,60}?)??"
    r"(?:,)?\s+(?:on(?!\s+(?:\w+day\b|[A-Z][a-z]+\s+\d|\d))|in\s+such\s+(?:areas|fields|sectors)\s+as|in\s+(?:the\s+)?(?:areas?|fields?|sectors?)"
    r"\s+(?:of|such\s+as|including|like)|regarding|concerning|about|covering|in\s+areas\s+including|in(?!\s+(?:force\b|effect\b|the\s+presence|\d|[A-Z]))|for)\s+(?P<what>[^.;“”\"]+)"
)
_STOP = re.compile(
    r",?\s+(?:which|that|although|though|but|as\s+part|after|before|during|following|when|while|with\s+the\s+aim|at\s+the|"
    r"he\s+said|she\s+said|said|(?:and\s+)?(?:also\s+)?(?:signed|issued|agreed|adopted|witnessed|initialled)|"
    r"(?:has|have|had|will|would|was|were|is|are)\b|between|in\s+[A-Z][a-z]+,?\s|on\s+[A-Z][a-z]+day|"
    r"(?:,|and)\s+an?\s+\w+)\b.*$"
)
_ON_DAY = re.compile(
    r"\s+(?:on|in)\s+(?:[A-Z]\w+day|[A-Z][a-z]+\.?\s+\d+|\d+\s+[A-Z]\w+|\d{4})\b.*$"
)
_MODIFIES = re.compile(r"\b(?:of|the|an?|and|for|on|in|with|to|from)\s+$")
_VAGUE = re.compile(
    r"^(?:various\s+|many\s+)?other\s+(?:fields|areas|sectors|matters)$|^others$", re.I
)


def subjects_of(text: str, paper: Paper) -> tuple[str, ...]:
    """What the document named by a phrase is about, as listed before or behind its name."""
    found: list[str] = []
    lead = re.search(
        rf"\b({_CAPITAL}(?:\s+(?:and|of)\s+{_CAPITAL}|\s+{_CAPITAL})*)\s+$", text[: paper.head]
    )
    if (
        lead
        and not lead[1].isdigit()
        and lead.start() > 0
        and lead.start() >= paper.start
        and not _is_article(lead[1])
    ):
        found.append(lead[1])
    behind = _SUBJECT.match(text, paper.end)
    if behind:
        words = _ON_DAY.sub("", _STOP.sub("", behind["what"]))
        words = words[: _verb(words)].strip()
        found += [part.strip() for part in re.split(r",\s+and\s+|,\s+|\s+and\s+(?!Road\b)", words)]
    return tuple(dict.fromkeys(each for each in found if each and not _VAGUE.match(each)))


def _verb(words: str) -> int:
    """Where a verb goes on from a subject; "classified" in "of classified data" is none."""
    for verb in VERB.finditer(words):
        if verb.start() and not _MODIFIES.search(words[: verb.start()]):
            return verb.start()
    return len(words)


def _is_article(words: str) -> bool:
    return words.split()[0].lower() in ("the", "a", "an", "its", "their", "this", "another")
