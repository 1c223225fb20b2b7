"""What a change of relations changes: the noun phrase of "its strategic partnership with"."""

import re
from dataclasses import dataclass

from communique.extract.levels import MISSION, Level, Matter, last_level
from communique.extract.marks import sign
from communique.extract.wording import Voice

S = sign()
_TOKEN = r"[\w\ue000-\uf8ff][\w\ue000-\uf8ff'’\-]*"
HEAD = (
    rf"(?P<head>{MISSION}|relations|ties|relationships?|links|partnerships?|alliance|"
    r"representation|presence|recognition)\b"
)
_RANKED = r"(?P<rank>(?:(?:the|its|their|our|his)\s+)?(?:level|rank|status)s?\s+of\s+)?"
OBJECT = rf"{_RANKED}(?P<mods>(?:{_TOKEN}(?:,?\s+)){{0,8}}?){HEAD}"
_MODS = frozenset(
    "a an the its their his her our your my all any no own both two such these those this "
    "that diplomatic bilateral formal official full normal mutual political consular "
    "interstate state government intergovernmental friendly close cordial long-standing "
    "longstanding frozen strained broken troubled historic existing current new and or "
    "country's countries' nations' nation's sides' states' state's peoples' countries sides "
    "capitals' neighbours' neighbors' kingdom's kingdoms' island's republic's ambassador- "
    "level ambassadorial full-fledged severed suspended three four five six seven eight nine "
    "ten twenty thirty forty fifty sixty seventy decades years century half of decade long- "
    "severed long-frozen once-close remaining last overall entire whole ordinary good- "
    "neighbourly good-neighborly resident small permanent present former first formally self- "
    "styled so-called breakaway".split()
)
"""What may stand before "relations" and the like; any other word makes them something else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """What is changed, at `start:end`, and its own level, where it has one."""

    start: int
    end: int
    matter: Matter
    level: Level | None
    bare: bool


def thing_of(text: str, match: re.Match[str], voice: Voice) -> Thing | None:
    """What a match changes, unless other words make it something else ("trade relations")."""
    end, head = match.end("head"), match["head"].lower()
    follows = text[end : end + 14].lower().split()
    if follows and follows[0].strip(".,") in _COMPOUND:
        return None
    if voice in ("passive", "relative"):
        start = _begun(text, *match.span("head"))
        rank = _RANK_BEFORE.search(text, 0, start) if start is not None else None
        ranked, opened = bool(rank), rank.start() if rank else start
    else:
        start = match.start("mods")
        ranked, opened = bool(match["rank"]), match.start("rank") if match["rank"] else start
    if start is None or opened is None:
        return None
    label = last_level(text, start, end)
    mods = text[start : label.start if label else match.start("head")]
    if not all(map(_is_plain, mods.split())):
        return None
    diplomatic = bool(
        re.search(r"\b(?:diplomatic|consular|formal|official)\b", mods, re.IGNORECASE)
    )
    if head.startswith(("link", "presence")) and not diplomatic:
        return None
    return Thing(
        start=opened,
        end=label.end if label else end,
        matter=_matter(head, label, ranked=ranked),
        level=None if ranked else label,
        bare=not diplomatic,
    )


def _matter(head: str, label: Level | None, *, ranked: bool) -> Matter:
    if head == "recognition":
        return "recognition"
    if re.fullmatch(MISSION, head, re.IGNORECASE) or head in ("representation", "presence"):
        return "representation"
    if label or head.startswith(("partner", "alliance")):
        return "partnership"
    return "representation" if ranked else "relations"


_RANK_BEFORE = re.compile(
    r"(?:(?:the|its|their|our)\s+)?(?:level|rank|status)s?\s+of\s+$", re.IGNORECASE
)
_TOKEN_BEFORE = re.compile(rf"({_TOKEN})\s+$")


def _begun(text: str, start: int, end: int) -> int | None:
    """Where the noun phrase of a head begins; None where another word makes it something else."""
    window = max(0, start - 120)
    label = last_level(text, window, end)
    begun = label.start if label else start
    while token := _TOKEN_BEFORE.search(text, window, begun):
        plain = token[1].lower()
        if plain in ("and", "or", "which", "that", "than"):
            break
        if not _is_plain(plain):
            return None if _OTHER.fullmatch(plain) else begun
        begun = token.start()
    return begun


_OTHER = re.compile(
    r"trade|security|air|rail|road|defen[cs]e|business|labou?r|human|foreign|race|family|media|work|"
    r"blood|transport|energy|investment|church|party|people-to-people|sports?|train|flight|tourism|"
    r"shipping|army|intelligence|cable|phone|data|visa|[a-z-]+(?:ic|al|ary|ial|ing|ive)"
)
"""Words that make relations something else than those between two states."""


_COMPOUND = frozenset(
    "agreement agreements treaty dialogue council forum committee programme program pact framework "
    "fund summit talks commission charter action plan accord officer officers".split()
)


def _is_plain(token: str) -> bool:
    """Whether a word before "relations" and the like leaves them what they are."""
    plain = token.lower().replace("’", "'").strip(",")
    return plain in _MODS or bool(re.search(S, plain))
