"""Words for what is done with documents: signed, ratified, in force, under negotiation."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from communique.types.standing import ActKind

Way = Literal["verb", "passive", "alone", "noun", "signing"]
"""How a word is tied to its document: a verb that may have it for its object or stand behind it
("signed"); a passive ("was signed"); a verb without object ("expired"); a noun before it ("the
signing of"); the noun alone ("the signing is planned for June")."""

_VERBS: tuple[tuple[ActKind, str], ...] = (
    (
        "signed",
        r"(?:co-?)?sign(?:ed|s|ing)?|ink(?:ed|s|ing)?|penned|conclud(?:ed?|es|ing)|reach(?:ed|es|ing)?|enter(?:ed|s|ing)?\s+into(?!\s+(?:force|effect))|"
        r"yield(?:ed|s)|produc(?:ed|es)|result(?:ed|s)\s+in|"
        r"struck|clinch(?:ed|es|ing)?|seal(?:ed|s|ing)?|exchang(?:ed?|es|ing)|formali[sz](?:ed|es|ing)|"
        r"(?:put(?:ting|s)?|set(?:s|ting)?|affix(?:ed|es|ing))\s+(?:his|her|its|their)\s+"
        r"(?:signatures?|names?|pens?|hands?)\s+(?:(?:on\s+)?\w+day\s+|today\s+|yesterday\s+)?(?:to|under|on)|"
        r"complet(?:ed|es|ing)(?=[^.;]{1,30}\sexchange\s+of\s+(?:notes|letters))|"
        r"put(?:ting|s)?\s+pens?\s+to\s+paper\s+on|"
        r"signatures?\s+(?:was|were)\s+put\s+to|done(?=,?\s+(?:at|in)\s+[A-Z])",
    ),
    (
        "issued",
        r"issu(?:ed?|es|ing)|releas(?:ed?|es|ing)|adopt(?:ed|s|ing)?|publish(?:ed|es|ing)?|"
        r"unveil(?:ed|s|ing)?|put(?:ting|s)?\s+out|(?<!that\s)(?<!which\s)launch(?:ed|es|ing)?|made\s+public|circulat(?:ed|es|ing)|endors(?:ed?|es|ing)(?=\s+(?:an?|the)\s+joint\b)",
    ),
    (
        "initialled",
        r"initial(?:l?ed|l?ing|s)|put(?:ting)?\s+(?:his|her|its|their)\s+initials(?:\s+on\s+\w+day)?\s+to",
    ),
    (
        "ratified",
        r"ratif(?:y|ied|ies|ying)|exchang(?:ed?|es|ing)\s+(?:the\s+|their\s+)?instruments\s+of\s+ratification\s+(?:of|for)|"
        r"deposit(?:ed|s|ing)?\s+(?:the\s+|its\s+|their\s+)?instruments?\s+of\s+ratification\s+(?:of|for|to)",
    ),
    (
        "approved",
        r"approv(?:ed?|es|ing)|endors(?:ed?|es|ing)|passed|pass(?:es|ing)|assent(?:ed|s)\s+to|"
        r"green-?li(?:ghted|t)|(?:wav|nodd)(?:ed|ing)\s+through|rubber-?stamp(?:ed|s|ing)|sign(?:ed|s)\s+off\s+on|clear(?:ed|s)(?!\s+(?:the|a)\s+way)|back(?:ed|s)|consent(?:ed|s)\s+to|promulgat(?:ed|es|ing)|enact(?:ed|s|ing)|"
        r"voted?\s+(?:[\d-]+\s+|unanimously\s+|overwhelmingly\s+)?(?:for|through|in\s+favou?r\s+of)|"
        r"(?:gave|giv(?:en|es|ing))\s+(?:(?:its|their|his|her|the|final|formal|a)\s+)*"
        r"(?:approval|consent|assent|blessing|go-ahead|green\s+light|nod|backing)\s+(?:(?:on\s+)?\w+day\s+|today\s+|yesterday\s+|last\s+\w+\s+)?to",
    ),
    (
        "suspended",
        r"suspend(?:ed|s|ing)?|froze|frozen|freez(?:es|ing)|put\s+on\s+(?:hold|ice)|shelv(?:ed?|es|ing)|paus(?:ed|es|ing)|mothball(?:ed|s|ing)|halt(?:ed|s|ing)",
    ),
    (
        "extended",
        r"extend(?:ed|s|ing)?|renew(?:ed|s|ing)?|prolong(?:ed|s|ing)?|roll(?:ed|ing)\s+over",
    ),
    (
        "ended",
        r"ended|ends|ending|(?<=to\s)end|(?<=will\s)end|(?<=would\s)end|terminat(?:ed?|es|ing)|"
        r"denounc(?:ed?|es|ing)|abrogat(?:ed?|es|ing)|annul(?:led|s|ling)?|scrap(?:ped|s|ping)?|"
        r"cancel(?:l?ed|s|l?ing)?|revok(?:ed?|es|ing)|repeal(?:ed|s|ing)?|abandon(?:ed|s|ing)?|axed|ditch(?:ed|es|ing)?|"
        r"repudiat(?:ed?|es|ing)|rescind(?:ed|s|ing)?|renounc(?:ed?|es|ing)|exit(?:ed|s|ing)|walk(?:ed|s|ing)\s+(?:out\s+of|away\s+from)|"
        r"(?:back|bow|opt)(?:ed|s|ing)\s+out\s+of|nullif(?:ied|ies)|br(?:oke|oken|eaking)\s+off|(?:(?<=to\s)|(?<=will\s)|(?<=would\s))leave|"
        r"declar(?:ed|es|ing)(?=\s+(?:the|an?|its|their)\s[^.;]{1,80}\s(?:null|void|invalid)\b)|d(?:id|o|one|oing)\s+away\s+with|dissolv(?:ed?|es|ing)|tore\s+up|torn\s+up|"
        r"(?:withdr[ae]w(?:n|s|ing)?|pull(?:ed|s|ing)?)\s+(?:out\s+)?(?:(?:on\s+)?\w+day\s+|(?:formally|unilaterally)\s+)?(?:from|of)|quit(?:s|ting)?",
    ),
    (
        "negotiated",
        r"negotiat(?:ed?|es|ing)|finali[sz](?:ed?|es|ing)|hammer(?:ed|ing)\s+out|thrash(?:ed|ing)\s+out|"
        r"agreed\s+(?:on\s+)?(?=the\s+(?:text|terms|wording)\b)|work(?:ing|ed)\s+on|"
        r"complet(?:ed|es|ing)\s+work\s+on|discuss(?:ed|es|ing)|prepar(?:ed?|es|ing)(?!\s+(?:to|for)\b)|draft(?:ed|ing)",
    ),
)
_ALONE: tuple[tuple[ActKind, str], ...] = (
    (
        "planned",
        r"(?:will|is\s+to|are\s+to|would)\s+follow(?=\s+(?:in|on|next|this|later|by|before)\b)",
    ),
    ("signed", r"dat(?:es|ed|ing)\s+(?:back\s+)?(?:to|from)|took\s+place|(?:was|were)\s+effected"),
    (
        "in_force",
        r"(?:enter(?:ed|s|ing)?|c[oa]m(?:e|es|ing)|went|go(?:es)?|put|brought)\s+into\s+(?:force|effect)|"
        r"(?:put(?:ting|s)?|br(?:ought|ings|inging))(?=\s+(?:an?|the|its|their)\s[^.;,]{1,60}\sinto\s+(?:force|effect)\b)|"
        r"br(?:inging|ings|ought)\s+(?:it|them|the\s+\w+)\s+into\s+(?:force|effect)|"
        r"(?:appl(?:y|ies|ied)|(?:becom|bec[ao]m)e?s?\s+applicable)(?:\s+provisionally)?(?=\s+(?:from|as\s+of|since)\s)|"
        r"t(?:ook|ake|akes|aken|aking)\s+effect|bec[ao]m(?:e|es|ing)\s+effective|been\s+in\s+force|"
        r"in\s+(?:force|effect|operation)\s+(?:since|from)|in\s+force(?=[^,.;]{1,60}\ssince\b)|effective\s+(?=(?:from|on|as\s+of|since)\s)",
    ),
    (
        "ended",
        r"expir(?:ed?|es|ing)|laps(?:ed?|es|ing)|r[au]ns?\s+out|ceas(?:ed?|es)\s+to\s+(?:be\s+(?:valid|binding|in\s+(?:force|effect|operation))|apply|exist|have\s+effect)|"
        r"stop(?:ped|s)?\s+applying|cease[sd]?\s+its\s+(?:validity|effect)|los(?:t|es|ing|e)\s+(?:its\s+)?(?:force|validity)",
    ),
    (
        "negotiated",
        r"under\s+(?:negotiation|discussion|preparation)|in\s+the\s+works|being\s+(?:negotiated|drafted|worked\s+on)",
    ),
    (
        "negotiated",
        r"(?:(?:on|for)\s+which\s+(?:talks|negotiations)|(?:talks|negotiations)\s+(?:on|for)\s+which)"
        r"\s+(?:were|was|had\s+been|have\s+been|are|began|ended)"
        r"(?:\s+(?:concluded|completed|finished|closed|wrapped\s+up|opened|launched|under\s+way))?",
    ),
)
_TALKS = (
    r"(?:(?:conclud|complet|finish|clos|end|launch|open|start|began|begin|resum|wrap)\w*\s+(?:up\s+)?)?"
    r"(?:(?:their|its|the|all|formal|final|technical)\s+)*(?:negotiations|talks)"
    r"(?:\s+(?:with|between)\s+[^,.;]{1,60}?)?\s+(?:on|for|over|about|towards?)"
)
_NOUNS: tuple[tuple[ActKind, str], ...] = (
    ("negotiated", _TALKS),
    (
        "signed",
        r"(?:signing|signature|conclusion|exchange(?!\s+of\s+(?:the\s+)?(?:instruments|ratification)))(?:\s+ceremony)?",
    ),
    ("issued", r"(?:adoption|issuance|release|issuing|publication)"),
    ("initialled", r"initial(?:l?ing|ment)"),
    ("ratified", r"ratification"),
    ("approved", r"approval"),
    ("suspended", r"suspension"),
    ("extended", r"(?:extension|renewal|prolongation)"),
    (
        "ended",
        r"(?:termination|expiry|expiration|denunciation|abrogation|lapse|revocation|cancellation)",
    ),
    ("ended", r"(?:withdrawal|exit)\s+from"),
    ("in_force", r"(?:entry|coming)\s+into\s+(?:force|effect)"),
)
_OF = (
    r"(?:,[^,]{1,40},|\s+(?:today|yesterday|on|in|until|till|for|as\s+of|from|this|last|next)\b"
    r"[^.;]{0,60}?)?\s+(?:of|for|by[^,.;]{1,50}?\sof)(?=\s)"
)
_BE = (
    r"\b(?:was|were|is|are|been|be|being|gets|got)\s+"
    r"(?:(?:\w+ly|also|then|first|later|now|not|yet|still|since|meanwhile|already)\s+)*$"
)
_PAST = re.compile(
    r"(?:ed|struck|froze|frozen|torn|tore|quit|came|took|went|ran|gave|put|withdrew|done|lit|given)$"
)
_PART = re.compile(r"\s+(?:its|their)\s+(?:part|participation|membership|involvement)\s+in\b")
_WANTED = re.compile(
    r"\b(?:need\w*|requir\w+|await\w*|pending|hasten\w*|speed\w*(?:\s+up)?|accelerat\w+|press\w*\s+for|towards?|forward\s+to|support\w*|"
    r"possible|early|prompt|eventual|future|ahead\s+of|before|prior\s+to|plans?\s+for|hopes?\s+for|seek\w*|sought|subject\s+to|call\w*\s+for|urg\w+|without|"
    r"approv\w+|authori[sz]\w+|propos\w+|discuss\w*|prepar\w*|way\s+for|agreed\s+(?:on|to)|"
    r"(?:bill|law|debate|vote|draft)\s+on|question\s+of|date\s+for|"
    r"demand\w*|until|block\w*|oppos\w+|delay\w*)\s+(?:the\s+|its\s+|their\s+|an?\s+|early\s+|swift\s+)*$",
    re.IGNORECASE,
)
_SIGNING = re.compile(
    r"\b(?:signing|signature)(?:\s+ceremony)?\s+(?:is|was|are|will\s+be)\s+"
    r"(?:(?:now|still|being|to\s+be)\s+)?(?:planned|set|scheduled|expected|due|foreseen|held|take\s+place)\b"
    r"|\b(?:signing|signature)(?:\s+ceremony)?\s+(?:will|is\s+to)\s+(?:take\s+place|follow)\b"
    r"|\b(?:with\s+a\s+view\s+to|aiming\s+at|aimed\s+at)\s+(?:its|their)\s+(?:early\s+|speedy\s+)?(?:signing|signature|conclusion)\b"
    r"|(?:\b(?:ready|open|due|slated|scheduled|set|prepared|drafted|expected|up)\s+)?\bfor\s+(?:its\s+|their\s+)?(?:signature|signing|conclusion)(?=\s+(?:on|in|at|by|before|during|next|this|later)\b|[.,;]|$)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Acting:
    """A word at `start:end` for what is done with a document.

    `done` is where the words for it begin with their auxiliaries ("will be signed"); `plain` where
    it stands in the past or as a participle.
    """

    start: int
    end: int
    done: int
    act: ActKind
    way: Way
    plain: bool = False


@cache
def _patterns() -> tuple[tuple[Way, ActKind, re.Pattern[str]], ...]:
    rows: list[tuple[Way, ActKind, re.Pattern[str]]] = [("signing", "planned", _SIGNING)]
    rows += [
        (
            "noun",
            act,
            re.compile(
                rf"\b(?:{words})" + ("" if words == _TALKS or words.endswith("from") else _OF), re.I
            ),
        )
        for act, words in _NOUNS
    ]
    rows += [
        ("alone", act, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for act, words in _ALONE
    ]
    rows += [("verb", act, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for act, words in _VERBS]
    return tuple(rows)


def find_acting(text: str) -> tuple[Acting, ...]:
    """The words of a sentence for what is done with documents, in order, none overlapping."""
    found: list[Acting] = []
    for each in _every(text):
        if not any(each.start < other.end and other.start < each.end for other in found):
            found.append(each)
    return tuple(sorted(found, key=lambda each: each.start))


def _every(text: str) -> Iterator[Acting]:
    for way, act, pattern in _patterns():
        for match in pattern.finditer(text):
            start, end = match.span()
            if way == "noun" and _WANTED.search(text[:start]):
                continue
            be = re.search(_BE, text[:start]) if way == "verb" else None
            plain = bool(_PAST.search(match.group().split()[0]))
            part = _PART.match(text, end) if way == "verb" else None
            yield Acting(
                start=start,
                end=part.end() if part else end,
                done=be.start() if be else start,
                act=act,
                way="passive" if be and plain else way,
                plain=plain,
            )
