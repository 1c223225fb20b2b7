"""How a change of relations is told: denied, planned, announced for later, looked back on, done."""

import re
from dataclasses import replace
from typing import Literal

from communique.extract.wording import Wording

Telling = Literal["told", "recalled", "later", "agreed", "planned", "denied"]
"""`told` and `recalled` are done, "agreed" and "later" are decided: dates say when they take
effect."""

_WORD = r"(?:[\w'’\ue000-\uf8ff-]+\s+)"
_NOT = re.compile(
    rf"(?:\b(?:not|never|nor|neither)\s+(?!only\b|just\b){_WORD}{{0,3}}|n['’]t\s+{_WORD}{{0,3}}|"
    rf"\bno\s+(?:plans?|intention|intentions|wish|reason|decision|talk|question|thoughts?|interest|need|prospect|mention|word)\s+(?:to|of|on)\s+{_WORD}{{0,2}}|"
    rf"\b(?:refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing))\s+to\s+{_WORD}{{0,2}}|"
    rf"\b(?:rul(?:e|es|ed|ing)\s+out|stopp?(?:s|ed)?\s+short\s+of|fall(?:s|ing)?\s+short\s+of|fell\s+short\s+of)\s+{_WORD}{{0,4}}|"
    rf"\b(?:intends?|want|wants|plans?)\s+neither\s+{_WORD}{{0,3}})$",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|dismiss(?:es|ed|ing)|refut(?:es|ed|ing)|rebuff(?:ed|s)|"
    r"(?:reject|rebuff|resist|spurn)(?:s|ed|ing)?\s+(?:\w+\s+){0,3}?(?:calls?|demands?|pressure|proposals?|appeals?|requests?|motions?|ideas?)|"
    r"(?:turn(?:s|ed)?\s+down|vot(?:es?|ed)\s+down|brush(?:es|ed)?\s+(?:off|aside))\s+(?:\w+\s+){0,3}?(?:calls?|demands?|pressure|proposals?|appeals?|requests?|motions?|ideas?)|"
    r"reject(?:s|ed|ing)\s+(?:as\s+\w+\s+)?(?:\w+\s+){0,2}?(?:reports?|claims?|suggestions?|rumou?rs?|talk|speculation|allegations?)|"
    r"(?:deny|denial|untrue|false|baseless)\s+(?:of\s+)?(?:that|reports?))\b(?![^;]*\bbut\b)",
    re.IGNORECASE,
)
_RUMOUR = re.compile(
    r"\b(?:reports?|rumou?rs?|talk|claims?|speculation|stor(?:y|ies)|suggestions?|allegations?)\s+(?:\w+\s+){0,4}?(?:that|of|about)\b",
    re.IGNORECASE,
)
_UNTRUE = re.compile(
    r"\b(?:untrue|false|baseless|unfounded|groundless|wrong|nonsense|invented|invention|fabricated|fiction|"
    r"no\s+truth|not\s+true|scotched|quashed|laughed\s+off|shrugged\s+off|waved\s+(?:off|away|aside)|contradicted|"
    r"rejected|denied|dismissed|refuted)\b",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"\b(?:may|might|could|can|should|must|ought|whether|if|unless|wish(?:es|ed|ing)?|want(?:s|ed)?|"
    r"hop(?:es?|ed|ing)|seek(?:s|ing)?|sought|aim(?:s|ed|ing)?|intend(?:s|ed)?|intention|plan(?:s|ned|ning)?|"
    r"consider(?:s|ed|ing)?|think(?:s|ing)?\s+(?:of|about)|weigh(?:s|ed|ing)?|mull(?:s|ed|ing)?|discuss(?:es|ed|ing)?|"
    r"talks?(?:ed|ing)?\s+(?:of|on|about|over|to)|negotiat\w+|propos(?:es?|ed|ing|als?)|suggest(?:s|ed|ing)?|"
    r"motion|bill|petition|campaign(?:s|ed|ing)?\s+(?:for|to)|call(?:s|ed|ing)?\s+(?:for|on)|urg(?:es?|ed|ing)|"
    r"demand(?:s|ed|ing)?|ask(?:s|ed|ing)?|appeal(?:s|ed|ing)?|push(?:es|ed|ing)?\s+(?:for|to)|threat(?:s|en|ens|ened|ening)?|"
    r"warn(?:s|ed|ing)?|pledg(?:es?|ed)|promis(?:es?|ed)|vow(?:s|ed)?|offer(?:s|ed|ing)?|read(?:y|iness)\s+to|"
    r"willing(?:ness)?\s+to|prepared\s+to|expect(?:s|ed)?|likely|possib(?:le|ly|ility)|"
    r"work(?:s|ed|ing)?\s+(?:to|towards?|on)|step(?:s)?\s+towards?|path\s+to|roadmap|look(?:s|ed|ing)?\s+forward|"
    r"ambition|eager|keen|explor\w+|prospects?|in\s+favou?r\s+of|favou?rs?|voted?\s+(?:to|for|on)\s+whether|"
    r"moot(?:s|ed)|envisag\w+|idea|possibility|next\s+step|goal|target|about\s+to|prepar(?:es|ing|ations?)|"
    r"conditions?\s+for|in\s+exchange\s+for|would\s+(?:only|consider|be\s+willing)|"
    r"(?:is|are|was|were)\s+(?:close|near)\s+to|on\s+the\s+verge|no\s+date|one\s+day)\b",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\b(?:will|shall|would|(?:is|are|was|were|be)\s+(?:set|due|scheduled)?\s*to\b|going\s+to|"
    r"(?:is|are)\s+to\b|to\s+be\b|['’]ll)",
    re.IGNORECASE,
)
_AGREED = re.compile(
    r"\b(?:agree(?:s|d|ing|ment)?|deci(?:de|des|ded|ding|sion)|resolv(?:es?|ed)|announc\w+|"
    r"order(?:s|ed)|instruct(?:s|ed)|declar(?:es?|ed|ing)|chose|approv\w+|vot(?:es?|ed))\b",
    re.IGNORECASE,
)
_INFINITIVE = re.compile(
    rf"\bto\s+(?:\w+ly\s+)?(?:(?:\w+\s+)?(?:and|or)\s+)?$|\bto\s+{_WORD}{{1,9}}and\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
_BECAME = re.compile(
    r"\b(?:becom(?:e|es|ing)|became|first|second|third|fourth|fifth|latest|last|only|newest|\d+(?:st|nd|rd|th))\b[^.;“”\"]*$",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\b(?:said|says?|announc\w+|told|confirm\w+|declar\w+|report(?:s|ed)|notif\w+|inform\w+|stat(?:es|ed)|learn\w+)\b"
)
_OPENERS = re.compile(
    r"[;“”\"]|:\s|\s[–—]\s|--|,\s+(?:but|and|while|which|who|although|after|as)\s|\s(?:but|while|which|who|where|when|although|after)\s|"
    r"\sand\s+(?=(?:has|have|had|is|are|was|were|will|would)\b)"
)


def telling(text: str, wording: Wording) -> Telling:
    """How the words of `wording` are told, by their verb's own words and those that govern it."""
    verb = wording.verb[0]
    if _BARE.search(text[:verb]) and wording.voice == "active":
        wording = replace(wording, form="plain")
    start = _opened(text, verb)
    clause = text[start:verb]
    if wording.voice == "passive":
        clause = text[_opened(text, wording.start) : verb]
    if _NOT.search(clause) or _NOT.search(text[:verb][-60:]) or _is_denied(text, wording):
        return "denied"
    aside = text[_opened(text, wording.start) : verb]
    if wording.form in ("plain", "gerund", "noun") or wording.voice == "passive":
        return _governed(text, wording, aside)
    if _WHICH.search(text[:verb][: start + 1]) and not re.search(r"\b(?:has|have)\b", clause):
        return "recalled"
    if re.search(
        r"\b(?:may|might|could|would|if|unless)\s+(?:have\s+)?(?:\w+ly\s+)?$", clause, re.I
    ):
        return "planned"
    return _past(text, wording, clause)


_BARE = re.compile(
    r"\b(?:to|will|shall|would|may|might|can|could|should|must|not)\s+(?:\w+ly\s+|also\s+|again\s+)*$",
    re.IGNORECASE,
)
_WHICH = re.compile(r",\s+(?:which|who|whose)\s$")


def _opened(text: str, at: int) -> int:
    """Where the clause that holds `at` opens."""
    return max((m.end() for m in _OPENERS.finditer(text, 0, at)), default=0)


def _is_denied(text: str, wording: Wording) -> bool:
    """Whether a denial earlier in the sentence reaches the wording."""
    start = max((text.rfind(mark, 0, wording.verb[0]) for mark in (";", ". ")), default=-1) + 1
    if _RUMOUR.search(text, start, wording.verb[0]) and _UNTRUE.search(text, start):
        return True
    denied = _DENIED.search(text, start, wording.verb[0])
    if denied is None:
        return bool(
            wording.form in ("noun", "gerund")
            and re.search(r"\b(?:rul(?:es|ed)\s+out|no)\s+$", text[: wording.verb[0]])
        )
    return not re.search(r";|,\s+(?:but|and)\s", text[denied.end() : wording.verb[0]])


def _governed(text: str, wording: Wording, clause: str) -> Telling:
    """Of an infinitive, gerund, noun or passive: what it depends on says how it is told."""
    if wording.voice == "passive":
        told = _passive(text[min(wording.thing[1], wording.verb[0]) : wording.verb[0]], clause)
    elif wording.form == "plain":
        told = _infinitive(clause)
    elif _hoped(clause):
        told = "planned"
    else:
        told = _followed(text[wording.end :]) if wording.form == "noun" else None
    return told or _past(text, wording, clause)


def _passive(auxiliary: str, clause: str) -> Telling | None:
    """By the auxiliaries of a passive, else by what is hoped for ("to see ties established")."""
    if re.search(r"\b(?:may|might|could|should|can|must)\b", auxiliary):
        return "planned"
    if re.search(r"\b(?:will|shall|would|to)\s+(?:\w+\s+)?(?:be|get)\b", auxiliary):
        return "planned" if _hoped(clause) else "later"
    finite = re.search(r"\b(?:was|were|has|have|had|is|are)\b", auxiliary)
    return "planned" if _hoped(clause) and not finite else None


_FIRST = re.compile(
    r"\b(?:was|were)\s+(?:also\s+)?(?:the\s+|among\s+the\s+)?"
    r"(?:first|last|only|second|third)\b[^.;]*\bto\s+$"
)


def _infinitive(clause: str) -> Telling | None:
    """By what stands before an infinitive: decided, to come, hoped, or done ("the first to")."""
    if _FIRST.search(clause):
        return "recalled"
    if _BECAME.search(clause) and re.search(r"\bto\s+(?:\w+ly\s+)?$", clause):
        return "planned" if _PLANNED.search(clause) else "told"
    if _hoped(clause):
        return "planned"
    if _INFINITIVE.search(clause) and _AGREED.search(clause):
        return "agreed"
    if _LATER.search(clause):
        return "later"
    if _INFINITIVE.search(clause):
        return "told" if re.search(r"\b(?:used?|us(?:es|ing))\b", clause) else "planned"
    return None


_TO_COME = re.compile(
    r"\s+(?:is|are|remains?)\s+(?:\w+\s+){0,3}?(?:possible|planned|likely|the\s+goal|under|being)\b|"
    r"[^.;,]{0,30}?\b(?:would|could|may|might)\b"
)
_DECIDED = re.compile(r"[^.;,]{0,30}?\b(?:will|is\s+to|are\s+to)\b")


def _followed(after: str) -> Telling | None:
    """Of a noun, by the verb behind it ("the upgrade will")."""
    if _TO_COME.match(after):
        return "planned"
    return "later" if _DECIDED.match(after) else None


def _hoped(clause: str) -> bool:
    """Whether the last word that governs a clause makes it a wish, a threat or mere talk."""
    hoped = list(_PLANNED.finditer(clause))
    if not hoped:
        return False
    rest = clause[hoped[-1].end() :]
    return not _AGREED.search(rest) and not re.search(
        r"[;“”\"]|\bthat\s+(?:it|they|\S)\s+had\b", rest
    )


def _past(text: str, wording: Wording, clause: str) -> Telling:
    """Done: as news or looked back on, as far as the words alone tell."""
    near = clause[-50:]
    pluperfect = re.search(r"\bhad\s+(?:\w+\s+){0,3}?(?:been\s+)?(?:\w+ly\s+)?$", clause)
    reported = _SAYS.search(text, 0, wording.verb[0])
    if pluperfect and not reported:
        return "recalled"
    if wording.voice == "relative" and not re.search(r"\b(?:has|have)\b", near):
        return "recalled"
    if wording.matter == "partnership" and re.search(r"\bbeen$", text[slice(*wording.verb)]):
        return "recalled"
    if re.search(
        r"\b(?:since|anniversary\s+of|years?\s+(?:of|after|since))\b[^,;]*$", clause, re.I
    ):
        return "recalled"
    return "told"
