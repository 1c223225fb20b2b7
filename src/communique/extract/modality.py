"""Whether words tell what is, was long ago, will be, might be, or is not."""

import re

from communique.types.record import Modality

_NEGATED = re.compile(
    r"\b(?:not|never|no|refused\s+to|declined\s+to|denied|without|failed\s+to|nor)\b|n['’]t\b", re.I
)
_FUTURE = re.compile(
    r"\b(?:will|shall|plans?\s+to|planned\s+to|(?:is|are|was|were)\s+(?:set|due|scheduled|expected|"
    r"likely|about|to)\b|intend(?:s|ed)?\s+to|want(?:s|ed)\s+to|wish(?:es|ed)?\s+to|s(?:eeks?|ought)\s+to|"
    r"hop(?:es|ed)\s+to|aim(?:s|ed)\s+to|to\s+be\s+(?=held|hosted|opened|launched|signed|concluded|established|upgraded)|agreed?\s+to|agree\s+to|ready\s+to|decided\s+to|willing\s+to|"
    r"hopes?\s+to|aims?\s+to|wants?\s+to|going\s+to|upcoming|looks?\s+forward\s+to|vowed\s+to|"
    r"pledged\s+to|promised\s+to|expects?\s+to|prepares?\s+to|about\s+to|would)\b",
    re.I,
)
_HYPOTHETICAL = re.compile(
    r"\b(?:if|could|might|may|should|whether|unless|must|can|proposed|suggested|urged|called\s+"
    r"(?:for|on)|considering|threatened\s+to|threatens\s+to|possible|possibility)\b",
    re.I,
)
_DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied)|dismiss(?:ed|es)|refut(?:ed|es)|reject(?:ed|s)\s+(?:the\s+)?"
    r"(?:reports?|claims?|suggestions?))\b[^.;“”\"]*$"
)
"""A denial reaches over commas and conjunctions to the end of its sentence."""
_WITH_NONE = re.compile(
    r"\s+(?:with|to|by|from)\s+(?:no\s+one|nobody|none|neither|no\s+\w+)\b", re.I
)
_PAST = re.compile(
    r"(?<![\d-])(?P<year>(?:19|20)\d\d)\b(?!\s+(?:Agenda|World))"
    r"|\b(?:last|previous)\s+(?:year|month|decade)|\b\w+\s+years?\s+ago|earlier\s+this\s+"
    r"year|since\s+the\s+(?:establishment|two)|had\s+(?:previously|earlier)",
    re.I,
)


_OPENERS = (",", ";", ". ", "“", '"', ":", " but ", " and ")


def modality_of(text: str, start: int, end: int) -> Modality:
    """How the words at `start:end` are told, from the clause before them and within.

    The clause opens at the last comma, semicolon, quotation mark or conjunction before `start`.
    """
    opened = max(text.rfind(mark, 0, start) for mark in _OPENERS)
    clause = text[opened + 1 : end]
    if _NEGATED.search(clause) or _DENIED.search(text[:start]) or _WITH_NONE.match(text, end):
        return "negated"
    if _HYPOTHETICAL.search(clause):
        return "hypothetical"
    if _FUTURE.search(clause):
        return "future"
    return "actual"


_CLAUSE_END = re.compile(
    r",(?!\s*\d{4}\b)|[;:]|\s(?:for|to|that|since|when|after|before|on\s+(?:his|her)\s+first)\s"
)


def is_recalled(text: str, start: int, end: int, year: str | None) -> bool:
    """Whether the clause around `start:end` recalls the past: an earlier year, or "last year"."""
    opened = max(text.rfind(mark, 0, start) for mark in (",", ";", "“", '"', ":"))
    closed = _CLAUSE_END.search(text, end)
    clause = text[opened + 1 : closed.start() if closed else len(text)]
    for match in _PAST.finditer(clause):
        named = match.groupdict().get("year")
        if named is None or (year is not None and named < year):
            return True
    return False
