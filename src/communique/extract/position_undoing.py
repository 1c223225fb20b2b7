"""Words for undoing, harming or ending a thing: who calls for them stands against it."""

import re

_UNDO = re.compile(
    r"(?:(?:the|an?|any|its|their|all|every|immediate|full|complete|prompt|swift|early|gradual|"
    r"unconditional|and|total|speedy|phased|partial|rapid|final|definitive)\s+|\w+ly\s+)*"
    r"(?:lifting|removal|easing|end|ending|withdrawal|pull-?out|halt|cessation|suspension|"
    r"scrapping|repeal|freeze|stop|dismantling|dissolution|departure|termination|abandonment|"
    r"relaxation|revocation|lift|remove|ease|withdraw|halt|stop|suspend|scrap|repeal|cease|"
    r"abandon|drop|refrain|desist|rescind|revoke|dismantle|pull out|pull back|pull|reverse|"
    r"renounce|evacuate|vacate|leave|quit|retreat)\b"
    r"(?:\s+(?:of|to|from|in|on))?\s+",
    re.IGNORECASE,
)
_FIGHTING = re.compile(
    r"(?:(?:the|all|any)\s+)?(?:\w+\s+)?(?:war|fighting|hostilities|violence|conflict|bloodshed)\b",
    re.IGNORECASE,
)
_HARM = re.compile(
    r"(?:(?:any|every|all|the|an?|external|foreign|unilateral)\s+)*(?:\w+\s+)?"
    r"(?:steps?|attempts?|actions?|acts?|measures?|moves?|efforts?|interference|threats?|changes?|"
    r"violations?|texts?|wording|deals?)\s+"
    r"(?:that\s+|which\s+|to\s+|at\s+|of\s+|in\s+)?(?:would\s+|could\s+|may\s+|might\s+)?"
    r"(?:infring\w+|undermin\w+|violat\w+|threaten\w*|harm\w*|jeopardi[sz]\w+|endanger\w*|impair\w*|"
    r"breach\w*|divid\w+|erod\w+|question\w*|weaken\w*|encroach\w*|dilut\w+)(?:\s+(?:on|upon))?\s+",
    re.IGNORECASE,
)
_DONE = (
    r"(?:lifted|removed|ended|withdrawn|dismantled|stopped|halted|scrapped|abolished|revoked|"
    r"repealed|eased|suspended|cancelled|canceled|reversed|rescinded|dropped|evacuated|vacated|"
    r"frozen|done away with|brought to an end|put right|pulled (?:out|back)|called off)"
)
_AUX = r"(?:(?:must|should|would|will|can|to|be|is|are|been|being|get|have|has|ought)\s+|\w+ly\s+)*"
_GONE = re.compile(
    rf"\s{_AUX}(?:{_DONE}\b|(?:leaves?|quits?|goes?(?= (?:home|away))|depart|vanish|cease to exist|"
    r"(?:comes? to an )?ends?|stops?|ceases?)\b(?!\s+(?:of|its|all|any|the|their|his)\b)|"
    r"(?:leaves?|quits?|vacates?)\s+(?=[A-Z]|the|its|their|his|Libyan))",
)
_TAKING = re.compile(
    r"\s(?:(?:must|should|would|will|to)\s+|\w+ly\s+|at once\s+)*"
    r"(?:withdraws?|pulls?(?: out| back)?|removes?|lifts?|ends?|stops?|halts?|ceases?|"
    r"dismantles?|evacuates?|revokes?|repeals?|scraps?|suspends?|renounces?|abandons?)\s+"
    r"(?=(?:all|its|their|his|the|any|every|an?)\s)",
)


def undoing(words: str, start: int, end: int) -> re.Match[str] | None:
    """Words at `start` for undoing or harming what follows; the end of a war is no undoing."""
    harm = _HARM.match(words, start, end)
    undone = _UNDO.match(words, start, end)
    return harm or (None if undone and _FIGHTING.match(words, undone.end()) else undone)


def undone(words: str, start: int, end: int) -> tuple[int, int] | None:
    """What a clause wants gone: "troops" of "troops be withdrawn" and of "X withdraw its troops".

    None where the clause wants nothing gone, or the end of a war.
    """
    if _FIGHTING.match(words, start, end):
        return None
    taking = _TAKING.search(words, start, end)
    if taking and not _FIGHTING.match(words, taking.end()):
        return taking.end(), end
    gone = None if taking else _GONE.search(words, start, end)
    return (start, gone.start()) if gone and gone.start() > start else None
