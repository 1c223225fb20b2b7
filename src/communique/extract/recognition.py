"""The wordings of recognition given, withdrawn or moved from one state to another."""

import re
from collections.abc import Iterator
from functools import cache

from communique.extract.marks import sign
from communique.extract.wording import Voice, Wording
from communique.types.standing import Change
from communique.vocab.relation_verbs import Form

S = sign()
_KIND = (
    r"(?:(?:independent|sovereign|breakaway|self-declared|self-styled|so-called|new|State\s+of)"
    r"\s+)*"
)
_ONE = (
    rf"(?:the\s+|an?\s+)?{_KIND}{S}(?:['’]s?)?"
    r"(?:\s+(?:state(?:hood)?|independence|sovereignty(?!\s+over)|republic)\b)?"
)
_LIST = (
    rf"(?P<thing>(?:(?:the\s+)?(?:independence|statehood|sovereignty)\s+of\s+)?"
    rf"{_ONE}(?:(?:,\s+{_ONE})*,?\s+and\s+{_ONE})?)"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_AFTER = re.compile(
    r"\s*(?:$|[,.;:)“”\"!?–—-]|(?:in|on|at|by|last|yesterday|today|tomorrow|this|next|earlier|under|"
    r"after|before|for|when|while|and|or|but|formally|officially|without|with|within|if|alongside|"
    r"during|from|since|together|instead|again|soon|now|until|unless|because|has|had|was|is|are|were|will|"
    rf"would|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|{_MONTH}\w*|\d{{4}}|"
    r"as\s+(?:an?\s+)?(?:(?:fully|full)\s+)?(?:independent|sovereign|state|nation|country|member|"
    r"free|separate))\b)"
)
_ADVERB = r"(?:\w+ly\s+|also\s+)*"


@cache
def _patterns() -> tuple[tuple[Change, Voice, Form, re.Pattern[str]], ...]:
    verb = r"recogni[sz](?:es?|ed|ing)"
    rows: tuple[tuple[Change, Voice, Form, str], ...] = (
        (
            "derecognised",
            "active",
            "past",
            rf"\b(?P<v>(?:no\s+longer|stop(?:s|ped)?|ceas(?:es|ed)\s+to)\s+{verb}|"
            rf"derecogni[sz](?:es?|ed|ing))\s+{_LIST}",
        ),
        ("recognised", "active", "past", rf"\b(?P<v>{verb})\s+{_ADVERB}{_LIST}"),
        (
            "recognised",
            "passive",
            "participle",
            rf"{_LIST}[^;:.,“”\"]{{0,30}}?\s(?:was|were|been|be|is|are|being)\s+{_ADVERB}"
            rf"(?P<v>recogni[sz]ed)\s+(?=by\s)",
        ),
        (
            "recognised",
            "active",
            "noun",
            r"\b(?:announc\w+|declar\w+|grant\w*|extend\w*|accord\w*|gave|giv\w+|formali\w+|confirm\w+|"
            r"approv\w+|offer\w+|rul\w+\s+out|plann\w*|consider\w*|discuss\w*|refus\w*|promis\w+|seek\w*|"
            r"call\w*\s+for|withh\w+)\s+(?:\w+\s+){0,3}?(?P<v>recognition)\s+(?:of|to)\s+" + _LIST,
        ),
        ("recognised", "noun", "noun", rf"\b(?P<v>recognition)\s+of\s+{_LIST}\s+(?=by\s)"),
        (
            "recognised",
            "noun",
            "noun",
            rf"(?P<owner>{S})['’]s?\s+(?P<v>(?:formal\s+|official\s+|diplomatic\s+)?recognition)\s+of\s+{_LIST}",
        ),
    )
    return tuple((c, voice, form, re.compile(words)) for c, voice, form, words in rows)


def find_recognitions(text: str) -> Iterator[Wording]:
    """Recognition given or withdrawn in a marked sentence; none overlaps another."""
    taken: list[tuple[int, int]] = []
    for wording in (*_switched(text), *_told(text)):
        if not any(wording.start < end and start < wording.end for start, end in taken):
            taken.append((wording.start, wording.end))
            yield wording


def _told(text: str) -> Iterator[Wording]:
    for change, voice, form, pattern in _patterns():
        for match in pattern.finditer(text):
            if voice != "active" or _AFTER.match(text, match.end()):
                told = form if form == "noun" else _form(match["v"])
                yield _wording(change, voice, told, match.span("v"), match.span("thing"))


def _form(verb: str) -> Form:
    """The form of the last word of a verb."""
    if verb.endswith("ing"):
        return "gerund"
    return "plain" if verb.endswith("e") else "past"


_SWITCHED = re.compile(
    r"\b(?P<v>switch\w*|shift\w*|chang\w+|transfer\w*|mov\w+)\s+(?:its\s+|their\s+|diplomatic\s+)*"
    rf"(?P<what>recognition|allegiance|ties|relations)\s+from\s+(?P<old>{S})\s+to\s+(?P<new>{S})"
    r"|\b(?P<v2>switch\w*)\s+(?:its\s+)?(?:diplomatic\s+)?"
    rf"(?P<what2>recognition|allegiance|ties|relations)\s+to\s+(?P<new2>{S})"
)


def _switched(text: str) -> Iterator[Wording]:
    """One state taken for another: "switched recognition from A to B"."""
    for match in _SWITCHED.finditer(text):
        given = match["v"] is not None
        what = match["what"] or match["what2"]
        ties = what in ("ties", "relations", "allegiance")
        verb = match.span("v" if given else "v2")
        new = match.span("new" if given else "new2")
        yield _wording("established" if ties else "recognised", "active", "past", verb, new)
        if given:
            old = match.span("old")
            lost: Change = "severed" if ties else "derecognised"
            yield _wording(lost, "active", "past", (verb[1], verb[1]), old)


def _wording(
    change: Change, voice: Voice, form: Form, verb: tuple[int, int], thing: tuple[int, int]
) -> Wording:
    return Wording(
        change=change,
        matter="recognition",
        voice=voice,
        form=form,
        verb=verb,
        thing=thing,
        end=max(verb[1], thing[1]),
    )
