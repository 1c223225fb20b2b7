"""The wordings of missions and partnerships that turn into others: "became an embassy"."""

import re
from collections.abc import Iterator

from communique.extract.levels import MISSION, last_level, level_at
from communique.extract.marks import sign
from communique.extract.wording import Wording
from communique.types.standing import Change
from communique.vocab.partnerships import closeness

S = sign()
_GAP = r"[^;:.,“”\"]{0,70}?"
_NAMED = r"(?:(?:[\w\ue000-\uf8ff'’-]+\s+){0,4}?)"
_BECOMES = re.compile(
    rf"(?P<thing>{_NAMED}(?P<old>{MISSION})){_GAP}\s(?P<v>bec[oa]m(?:e|es|ing)|"
    rf"(?:turn(?:ed|s|ing)?|transform(?:ed|ing)?|convert(?:ed|ing)?|made)(?:\s+into)?)\s+"
    rf"(?=(?:an?\s+)?(?:full(?:-fledged)?\s+|fully[\s-]fledged\s+)?(?P<new>{MISSION}))",
    re.IGNORECASE,
)
_GIVES_WAY = re.compile(
    r"(?P<thing>(?:(?:the|its|their|a|an)\s+)?(?:[\w-]+\s+){1,4}?partnership)\b[^;:.“”\"]{0,70}?\s"
    r"(?P<v>g(?:ive|ave|iven|iving)s?\s+way\s+to|"
    r"(?:(?:was|were|is|been|be|being)\s+)?replaced\s+(?:by|with))\s",
    re.IGNORECASE,
)
_RANKS = ("consul", "trade", "commerc", "interest", "liaison", "represent", "legation", "mission")


def find_missions(text: str) -> Iterator[Wording]:
    """Missions that become others, and partnerships that give way to others."""
    for match in _BECOMES.finditer(text):
        new, old = match["new"], match["old"]
        change: Change = "raised" if _rank(new) >= _rank(old) else "lowered"
        yield Wording(
            change=change,
            matter="representation",
            voice="passive",
            form="participle",
            verb=match.span("v"),
            thing=match.span("thing"),
            end=match.end("new"),
            before=old,
            after=new,
        )
    for match in _GIVES_WAY.finditer(text):
        level = level_at(text, match.end("v") + 1, len(text))
        old_level = last_level(text, *match.span("thing"))
        if level and old_level:
            yield Wording(
                change="downgraded" if _less(level.words, old_level.words) else "upgraded",
                matter="partnership",
                voice="passive",
                form="participle",
                verb=match.span("v"),
                thing=match.span("thing"),
                end=level.end,
                before=old_level.words,
                after=level.words,
            )


def _rank(words: str) -> int:
    """How high a mission stands: an embassy above all others, a consulate below them."""
    plain = words.lower()
    if plain.startswith(("embass", "high comm")):
        return len(_RANKS)
    return next((i for i, word in enumerate(_RANKS) if plain.startswith(word)), 0)


def _less(after: str, before: str) -> bool:
    return closeness(after) <= closeness(before)
