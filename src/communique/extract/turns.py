"""Changes told without a verb that takes relations: "ties rose to", "became strategic partners"."""

import re
from collections.abc import Iterator
from functools import cache

from communique.extract.levels import MISSION, Matter, level_at
from communique.extract.marks import sign
from communique.extract.wording import Voice, Wording
from communique.types.standing import Change
from communique.vocab.partnerships import LABEL, PARTNERS
from communique.vocab.relation_verbs import Form

S = sign()
_TIES = r"(?:(?:diplomatic|bilateral)\s+)?(?:relations|ties|relationship)"
_GAP = r"[^;:.“”\"]{0,80}?"
_BRIEF = r"[^,;:.“”\"]{0,40}?"
_ENVOY = r"(?:ambassadors?|high\s+commissioners?)"


@cache
def _rows() -> tuple[tuple[Change, Matter, Voice, Form, re.Pattern[str]], ...]:
    rows: tuple[tuple[Change, Matter, Voice, Form, str], ...] = (
        (
            "established",
            "partnership",
            "active",
            "past",
            rf"\b(?P<v>bec[oa]m(?:e|es|ing)|(?:have|has|had)\s+been|to\s+be|(?:are|is)\s+now|"
            rf"declar\w+|nam\w+|call\w+|made|makes?|make)\s+{_BRIEF}(?P<thing>{PARTNERS})",
        ),
        (
            "established",
            "partnership",
            "active",
            "past",
            rf"\b(?P<v>(?:sign|issu|adopt|conclud|seal)(?:e|es|ed|s|ing)?)\s+(?:an?\s+|the\s+|their\s+)?(?:joint\s+)?"
            rf"(?:declaration|statement|treaty|agreement|document|pact|charter|memorandum)\s+(?:on|of|for)\s+(?:an?\s+|the\s+|their\s+)?(?P<thing>{LABEL})",
        ),
        (
            "established",
            "relations",
            "passive",
            "past",
            rf"(?P<thing>{_TIES})\b{_GAP}\s(?P<v>dat(?:e|es|ed|ing)\s+(?:back\s+)?(?:to|from))\b",
        ),
        (
            "established",
            "relations",
            "active",
            "past",
            r"\b(?P<v>(?:have|has|had)\s+had|maintain\w*)\s+(?P<thing>(?:full\s+)?diplomatic\s+(?:relations|ties))\b(?=[^,;.]{0,60}?\ssince\s)",
        ),
        (
            "severed",
            "relations",
            "active",
            "past",
            rf"\b(?P<v>br(?:oke|oken|eaks?|eaking)(?:\s+off)?)(?P<thing>)\s+with\s+(?=(?:the\s+)?{S}(?!['’]))",
        ),
        (
            "severed",
            "relations",
            "noun",
            "noun",
            rf"(?:\b(?:the|a|its|their|that|this)|{S}['’]s?)\s+(?P<v>(?:diplomatic\s+)?(?:break|rupture|breach))(?P<thing>)\s+(?:with|between)\s+(?=(?:the\s+)?{S})",
        ),
        (
            "suspended",
            "relations",
            "active",
            "past",
            rf"\b(?P<v>put(?:s|ting)?|plac(?:e|es|ed|ing))\s+(?P<thing>(?:all\s+|its\s+|their\s+|the\s+|{S}['’]s\s+)*{_TIES})\b{_GAP}\son\s+(?:hold|ice)\b",
        ),
        (
            "suspended",
            "relations",
            "passive",
            "participle",
            rf"(?P<thing>{_TIES})\b{_GAP}\s(?P<v>(?:been\s+|were\s+|was\s+|are\s+|is\s+)(?:put|placed)\s+on\s+(?:hold|ice))\b",
        ),
        (
            "raised",
            "representation",
            "active",
            "past",
            rf"\b(?P<v>(?:re-?)?(?:exchang|appoint|return|reinstat|restor|accredit)\w*|nam(?:e|es|ed|ing)|"
            rf"sen[dt]s?|sending|post(?:s|ed|ing)?)\s+(?P<thing>(?:back\s+)?(?:full\s+|new\s+|resident\s+|their\s+|its\s+|the\s+|an\s+|a\s+)*(?P<new>{_ENVOY}))"
            rf"(?=[^;.]{{0,80}}?\b(?:again|back|for\s+the\s+first\s+time|each\s+other|after\s+a\s+(?:gap|break|pause)|the\s+first\s+(?:in|since)|replacing\s+(?:a|the)\s+charg|first\s+in\b))",
        ),
        (
            "raised",
            "representation",
            "active",
            "plain",
            rf"\b(?P<v>exchang(?:e|es|ed|ing)|exchange\s+of|return\s+of)\s+(?P<thing>(?:full\s+|new\s+|resident\s+)*(?P<new>{_ENVOY}))",
        ),
        (
            "lowered",
            "representation",
            "active",
            "past",
            rf"\b(?P<v>replac(?:e|es|ed|ing)|withdr[ae]w\w*|recall(?:s|ed|ing)?|pull(?:s|ed|ing)?\s+out)\s+(?P<thing>(?:its|the|their|{S}['’]s)\s+(?:\w+\s+)?{_ENVOY})"
            rf"{_GAP}\s(?:with|by|leav\w+|left|under|hands\s+of|be\s+(?:headed|led|run)\s+by)\s{_BRIEF}(?:an?\s+|the\s+)(?P<new>charg[ée](?:\s+d['’]affaires)?)",
        ),
        (
            "lowered",
            "representation",
            "passive",
            "participle",
            rf"(?P<thing>(?:(?:its|the|their)\s+)?(?:{MISSION}|representation)|{S}['’]s\s+(?:{MISSION}|representation))\b{_GAP}\s(?P<v>(?:headed|led|run|represented|be\s+left\s+to|in\s+the\s+hands\s+of)(?:\s+(?:only|from\s+now\s+on|henceforth))*(?:\s+by)?)\s+(?:only\s+)?an?\s+(?P<new>charg[ée](?:\s+d['’]affaires)?)",
        ),
    )
    return tuple((c, m, v, f, re.compile(words, re.IGNORECASE)) for c, m, v, f, words in rows)


def find_turns(text: str) -> Iterator[Wording]:
    """Changes worded without a verb that takes relations as its object."""
    yield from _risen(text)
    yield from _noun_to(text)
    for change, matter, voice, form, pattern in _rows():
        for match in pattern.finditer(text):
            found = match.groupdict()
            after = found.get("new") or (match["thing"] if matter == "partnership" else None)
            yield Wording(
                change=change,
                matter=matter,
                voice=voice,
                form=form,
                verb=match.span("v"),
                thing=match.span("thing") if match["thing"] else (match.end("v"), match.end("v")),
                end=match.end("new")
                if found.get("new")
                else max(match.end("v"), match.end("thing")),
                after=after,
            )


_RISEN = re.compile(
    rf"(?P<thing>\b{_TIES}|\b(?:strategic|comprehensive)\s+partnership)\b(?P<gap>{_GAP})\s(?P<v>rose|risen|rise|rises|rising|mov(?:e|es|ed|ing)(?:\s+up)?|"
    r"go(?:es|ne|ing)?\s+up|went(?:\s+up)?|climb(?:s|ed|ing)?|grew|grown|pass(?:es|ed)|bec[oa]m(?:e|es|ing)|(?:is|are)\s+now|step(?:s|ped)\s+up|evolv(?:ed|es|e|ing)|"
    r"(?P<down>f[ea]ll(?:s|en)?|sank|sunk|dropp(?:ed|ing)|drops?|slipp?(?:ed|s)?|go(?:es|ne)?\s+down|went\s+down))\b",
    re.IGNORECASE,
)
_LEVEL_NEXT = re.compile(r"[^;:.“”\"]{0,60}?\s(?:to|into|as)\s+|\s+(?=an?\s)")
_FROM = re.compile(r"\bfrom\s+")


def _risen(text: str) -> Iterator[Wording]:
    """Relations that themselves move from one level to another."""
    for match in _RISEN.finditer(text):
        for tail in (_LEVEL_NEXT.match(text, match.end("v")),):
            level = level_at(text, tail.end(), len(text)) if tail else None
            if tail is None or level is None:
                continue
            origin = _FROM.search(text, match.end("v"), tail.end())
            before = level_at(text, origin.end(), tail.end()) if origin else None
            yield _moved(
                match.span("v"),
                match.span("thing"),
                level.end,
                down=bool(match["down"]),
                after=level.words,
                before=before.words if before else None,
                matter=level.matter,
            )


_NOUN_TO = re.compile(
    rf"\b(?:the|an?|their|its|this|that|{S}['’]s|any)\s+(?:\w+\s+)?(?P<v>upgrade|upgrading|elevation|promotion|step\s+up|move\s+up|(?P<down>downgrade|downgrading|demotion|reduction))(?:,|\s)"
    rf"(?P<gap>(?:\s*(?:from|in)\s[^;:.]{{1,80}}?)?,?\s*)(?:to|into)\s+(?=\S)",
    re.IGNORECASE,
)


def _noun_to(text: str) -> Iterator[Wording]:
    """The upgrade of what was named before: "the upgrade to a strategic partnership"."""
    for match in _NOUN_TO.finditer(text):
        level = level_at(text, match.end(), len(text))
        if level is None:
            continue
        origin = _FROM.search(text, match.end("v"), match.end())
        before = level_at(text, origin.end(), match.end()) if origin else None
        verb = match.span("v")
        yield _moved(
            verb,
            (verb[1], verb[1]),
            level.end,
            down=bool(match["down"]),
            after=level.words,
            before=before.words if before else None,
            matter=level.matter,
            noun=True,
        )


def _moved(
    verb: tuple[int, int],
    thing: tuple[int, int],
    end: int,
    *,
    down: bool,
    after: str,
    before: str | None,
    matter: Matter,
    noun: bool = False,
) -> Wording:
    change: Change
    if matter == "partnership":
        change = "downgraded" if down else "upgraded"
    else:
        change = "lowered" if down else "raised"
    return Wording(
        change=change,
        matter=matter,
        voice="noun" if noun else "passive",
        form="noun" if noun else "past",
        verb=verb,
        thing=thing,
        end=end,
        before=before,
        after=after,
    )
