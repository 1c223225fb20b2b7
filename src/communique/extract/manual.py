"""Where PLOVER's manual is explicit, its rules go before the trained coder; each has a name.

future cooperation   what is only planned, promised or expected of CONSULT, SUPPORT, COOPERATE and
                     AID is AGREE
promise              readiness is agreed to now, whatever is only to come of it: AGREE, actual
refusal              cooperation, aid or a concession that somebody will not give is REJECT
summoned             who summons an ambassador protests: ACCUSE
both sides           what both sides should do, one's own among them, is no demand but AGREE
hosting              support for another's hosting of a conference is SUPPORT, no meeting
recalled             who recalls an ambassador or peacekeepers reduces relations: SANCTION
"""

import re

from communique.types.record import EventType, Modality

_COOPERATION = ("CONSULT", "SUPPORT", "COOPERATE", "AID")
_GIVEN = (*_COOPERATION, "AGREE", "CONCEDE", "RETREAT")
_REFUSED = re.compile(
    r"\b(?:refus(?:e[sd]?|ing)|declin(?:e[sd]?|ing)|reject(?:s|ed)?|ruled?\s+out|will\s+(?:not|never)|"
    r"would\s+(?:not|never)|won['’]t|wouldn['’]t|out\s+of\s+the\s+question)\b"
)
_SUMMONED = re.compile(
    r"\bsummon(?:s|ed|ing)?\b[^.;]{0,60}\b(?:ambassador|envoy|charg[eé]|diplomat)"
)
_RECALLED = re.compile(
    r"\b(?:recall(?:s|ed|ing)?|withdr(?:aw|aws|ew|awing))\b[^.;]{0,40}"
    r"\b(?:ambassador|envoy|charg[eé]|peacekeep)"
)
_READY = re.compile(r"\b(?:ready|willing|prepared|agree[sd]?|pledg\w+|promis\w+|committed)\b")
_BOTH_SHOULD = re.compile(
    r"\b(?:two|both)\s+(?:sides|countries|nations|states|parties)\s+"
    r"(?:should|must|need\s+to|ought\s+to|have\s+to)\b"
)
_HOSTING = re.compile(r"\bsupport(?:s|ed|ing)?\b[^.;]{0,60}\bhost(?:s|ing)?\b")
_DOUBTFUL = re.compile(r"\b(?:if|unless|could|might|may|not|whether)\b")
Ruled = tuple[EventType, str | None, Modality]
"""A type, its mode and a modality."""


def overruled(
    words: str, at: tuple[int, int], kind: EventType, mode: str | None, modality: Modality
) -> Ruled:
    """What the manual makes of an event told in `words`, its parties at `at`."""
    told = words[slice(*at)]
    if kind not in ("ACCUSE", "REJECT") and _SUMMONED.search(told):
        return "ACCUSE", "disapprove", modality
    if kind in ("RETREAT", "REJECT", "ACCUSE") and _RECALLED.search(told):
        return "SANCTION", "withdraw", modality
    if kind == "REQUEST" and _BOTH_SHOULD.search(words):
        return "AGREE", None, "actual"
    if kind == "CONSULT" and _HOSTING.search(words):
        return "SUPPORT", None, modality
    if kind in _GIVEN and modality in ("negated", "future") and _REFUSED.search(told):
        return "REJECT", None, "actual"
    if kind == "AGREE" and modality == "hypothetical" and _is_promise(words):
        return kind, mode, "actual"
    if kind in _COOPERATION and modality == "future":
        return "AGREE", None, "future"
    return kind, mode, modality


def _is_promise(words: str) -> bool:
    return bool(_READY.search(words)) and not _DOUBTFUL.search(words)
