"""How words tell of a journey: as done, under way, planned, cancelled, or not as one at all."""

import re

from communique.types.visit import Occasion, VisitStatus

_NOT = re.compile(
    r"\b(?:not|never|no\s+plans|no\s+longer|refus\w+|declin\w+|without|rul\w+\s+out|instead\s+of|"
    r"rather\s+than|absent|unable|denied)\b|n['’]t\b",
    re.IGNORECASE,
)
_MAYBE = re.compile(
    r"\b(?:may|might|could|should|would\s+like|hop(?:e|ed|es|ing)|wants?|wanted|wish\w*|invit\w+|if|"
    r"whether|consider\w*|possib\w+|propos\w+|ready|willing|offer\w*|urg\w+|ask\w*|called\s+on|"
    r"unless|possible|potential|dream\w*)\b",
    re.IGNORECASE,
)
_CANCELLED = re.compile(
    r"\b(?:cancel\w*|call(?:ed|s|ing)?\s+off|postpon\w*|scrap(?:s|ped|ping)|put(?:s|ting)?\s+off|"
    r"abandon(?:s|ed)|shelv(?:e|es|ed)|delay(?:s|ed))\b",
    re.IGNORECASE,
)
_CALLED_OFF = re.compile(
    rf"[^.;]{{0,25}}?\s(?:was|were|is|(?:has|have)\s+been)\s+(?:\w+ly\s+)?{_CANCELLED.pattern}",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:will|would|shall|(?:is|are|was|were|been|be)\s+(?:\w+\s+)?(?:due|set|to|expected|scheduled|"
    r"slated|likely|about|going|preparing)|due|plan(?:s|ned|ning)?|intend\w*|upcoming|forthcoming|"
    r"leav(?:e|es|ing)\s+(?:on\s+)?\S?\s*for|depart(?:s|ing)?|next\s+(?:week|month|year|stop|leg)|"
    r"later\s+this)\b|['’]ll\b|\bto\s+(?:\w+ly\s+)?$|\bto\s+(?:pay|make|undertake|start|begin)\b",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"\b(?:conclud\w+|wrap\w*\s+up|end(?:s|ed|ing)?|complet\w+|finish\w+|after|following|return\w*|"
    r"back|left|leaves|recent|just)\b",
    re.IGNORECASE,
)
_ON = re.compile(
    r"\b(?:(?:is|are|was|were|currently)\s+(?:\w+\s+)?(?:on|paying|making|visiting)|begins?|began|"
    r"begun|start\w*|kick\w+\s+off|open(?:s|ed)|embark\w*|continu\w*|during|arriv\w+|land(?:s|ed)|"
    r"visiting|day\s+of)\b",
    re.IGNORECASE,
)

_OCCASIONS: tuple[tuple[Occasion, str], ...] = (
    ("state visit", r"\bstate\s+(?:and\s+official\s+)?visit\b"),
    (
        "official visit",
        r"\bofficial\s+(?:friendly\s+|goodwill\s+|friendship\s+)?(?:visit|trip|tour)\b",
    ),
    ("working visit", r"\b(?:official\s+)?working\s+(?:visit|trip)\b"),
    ("private", r"\bprivate\s+(?:visit|trip|stay)\b|\bon\s+(?:a\s+)?(?:holiday|vacation)\b"),
    (
        "transit",
        r"\b(?:transit|stop[\s-]?over|layover|refuel\w*|stop(?:ped|s)?\s+over)"
        r"(?:\s+(?:stop|visit))?\b",
    ),
    ("funeral", r"\b(?:state\s+)?(?:funeral|burial|memorial\s+service|requiem)\b"),
    ("sidelines", r"\b(?:[Oo]n|[Ii]n|at)\s+the\s+(?:sidelines?|margins?|fringes?)\b"),
    ("summit", r"\b(?:summit|meeting\s+of\s+(?:leaders|heads))\b"),
    (
        "conference",
        r"\b(?:conference|forum|general\s+assembly|assembly|congress|symposium|ministerial)\b",
    ),
)
OCCASIONS = tuple((name, re.compile(words, re.IGNORECASE)) for name, words in _OCCASIONS)
"""Occasions by their words; the first that fits names it."""
_BUSINESS = re.compile(r"\b(?:business|investment|press|news)\s+(?:forum|conference)\b", re.I)


def status_of(before: str, cue: str, behind: str) -> VisitStatus | None:
    """How a journey is told: by the words before it, its own, and those behind it.

    None where it is denied, or is but possible, asked for or looked for.
    """
    if _CANCELLED.search(before) or _CALLED_OFF.match(behind):
        return "cancelled"
    if _NOT.search(before) or _MAYBE.search(before):
        return None
    if re.match(r"\s+(?:\w+\s+)?(?:was|is|has)\s+not\b", behind):
        return None
    if _AHEAD.search(before) or (_AHEAD.search(behind[:30]) and " to begin" in behind):
        return "planned"
    if _OVER.search(before):
        return "done"
    if _ON.search(before) or _ON.search(cue):
        return "under way"
    return "done"


def occasion_in(words: str) -> tuple[Occasion, str] | None:
    """The occasion that words name, and those words."""
    plain = _BUSINESS.sub(" ", words)
    for name, pattern in OCCASIONS:
        if match := pattern.search(plain):
            return name, match[0]
    return None
