"""Words of stance in a parsed sentence: which cue they are, how firm, and whether turned round."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from communique.extract.position_text import ASIDE, Parsed
from communique.types.standing import Firmness, Stance
from communique.vocab.stances import StanceCue, find_stances, stance_pattern

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOT = re.compile(
    r"(?:\b(?:not|never|no longer|nor|neither|cannot|without)|n['’]t|"
    r"\b(?:refus|declin|fail|ceas)\w* to|\bstop\w* short of|\brefrain\w* from|\bfar from|"
    r"under no circumstances|in no way|yet to|"
    r"\b(?:drop|withdr[ae]w|lift|g[ia]ve up|abandon|end)\w* (?:its|their|his|her)(?: \w+)?)"
    r"(?:\s+(?:yet|ever|be|been|being|have|having|to|\w+ly|intend to|in any way|in a position to))*"
    r"\s*$",
    re.IGNORECASE,
)
_NO_LONGER = re.compile(
    r"\b(?:no longer|ceas\w+ to|stop\w*|"
    r"(?:drop|withdr[ae]w|lift|g[ia]ve up|abandon|end)\w* \w+)\b[^,;]{0,20}$",
    re.IGNORECASE,
)
_STRONG = re.compile(
    r"\b(?:firm(?:ly)?|strong(?:ly|er)?|resolute(?:ly)?|categorical(?:ly)?|full(?:y)?|"
    r"unequivocal(?:ly)?|unconditional(?:ly)?|unwavering(?:ly)?|unswerving(?:ly)?|deep(?:ly)?|"
    r"vehement(?:ly)?|absolute(?:ly)?|never|staunch(?:ly)?|steadfast(?:ly)?|formal(?:ly)?|"
    r"utter(?:ly)?|total(?:ly)?|unreserved(?:ly)?|complete(?:ly)?|wholehearted(?:ly)?|"
    r"emphatic(?:ally)?|outright|flat(?:ly)?|profound(?:ly)?|utmost|unshakable|unshakeable|"
    r"under no circumstances|harsh(?:ly)?|sharp(?:ly)?|fierce(?:ly)?|always|vigorous(?:ly)?|"
    r"invariabl[ey]|consistently and firmly|under any circumstances|in no uncertain terms)\b|"
    r"\bin the strongest (?:possible )?terms\b",
    re.IGNORECASE,
)
_WEAK = re.compile(
    r"\b(?:cautious(?:ly)?|conditional(?:ly)?|in principle|tentative(?:ly)?|partial(?:ly)?|"
    r"reluctant(?:ly)?|mildly|guarded(?:ly)?|qualified|lukewarm|hopes?|hoped)\b",
    re.IGNORECASE,
)
_TURNED: dict[Stance, Stance] = {
    "supports": "opposes",
    "recognises": "rejects",
    "opposes": "neutral",
    "rejects": "neutral",
    "condemns": "neutral",
    "denies": "neutral",
    "regrets": "neutral",
}
_HELD = re.compile(
    r"\b(?:has|have|had|enjoy\w*|wins?|won|receiv\w*|gets?|got|gained|secured|with|dr[ae]ws?|"
    r"earned|earns|attract\w*|provok\w*|prompt\w*|sparked|elicited|found)\s+"
    r"(?:(?:the|broad|full|strong|firm|clear|wide|unanimous|immediate|swift|sharp|harsh|"
    r"unreserved|explicit)\s+)*$",
    re.IGNORECASE,
)
"""What stands before "support of" where the other side is supported."""
_GIVEN = (
    *("support of", "support from", "backing of", "backing from"),
    *("condemnation from", "criticism from", "praise from"),
)
_JOINED = re.compile(r",?\s+(?:and|or)\s+(?:\w+ly\s+)?", re.IGNORECASE)
_RANK = ("weak", "plain", "strong").index
_BINDING = (
    "abide by",
    "adhere to",
    "respect",
    "uphold",
    "recognise",
    "recognize",
    "align itself with",
)
_VERBAL = ("verb", "own", "urge", "that", "noted", "inf", "ing", "promise", "given", "must")
_ASKED = re.compile(r"(?:\S+\s+){0,9}?(?:not\s+)?(?:to|against)\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Words of stance at `start:end` of a sentence; `head` is the token that carries them."""

    start: int
    end: int
    row: StanceCue
    stance: Stance
    strength: Firmness
    head: "Token"
    passive: bool = False

    @property
    def commits(self) -> bool:
        """Whether a commitment is told."""
        return self.row.kind == "commitment"


_UNQUOTED = str.maketrans(dict.fromkeys('“”"', " "))
_TITLED = re.compile(r"\b(?:entitled|titled|called|named|dubbed|headed|headlined)\s+[\"“][^\"”]*$")


def told_in(sentence: Parsed) -> tuple[Told, ...]:
    """The words of stance of a sentence, in order, those joined ("will support") as one."""
    plain = sentence.unit.words.translate(_UNQUOTED)
    found = [
        each
        for match in stance_pattern().finditer(plain)
        if not _TITLED.search(sentence.unit.words, 0, match.start())
        if (each := _told(sentence, match.start(), match.end(), match.group()))
    ]
    return tuple(_chained(sentence, found))


def _told(sentence: Parsed, start: int, end: int, form: str) -> Told | None:
    tokens = sentence.within(start, end)
    if not tokens:
        return None
    row = _row(sentence, tokens, end, find_stances(form))
    if row is None:
        return None
    words = sentence.unit.words
    stance, strength = row.stance, row.strength
    before = words[max(0, start - 60) : start]
    inside = re.search(r"\b(?:not|no longer|never)\b", words[start:end], re.IGNORECASE)
    turned = _NOT.search(before) or (inside and not re.search(r"\b(?:no|not)\b", row.cue))
    if turned and row.kind == "commitment":
        stance = "refuses" if stance in ("ready", "will") else stance
    elif turned:
        lasting = "no longer" in words[start:end] or bool(
            _NO_LONGER.search(before + words[start:end].partition(" longer")[0])
        )
        weak = stance == "supports" and "never" not in before.lower()
        if stance not in _TURNED:
            return None
        strength = 0 if weak and row.frame == "verb" and row.cue in ("support", "endorse") else 1
        stance = "rejects" if row.cue in ("accept", "tolerate", "endorse") else _TURNED[stance]
        stance = "neutral" if lasting else stance
        strength = 1 if lasting else strength
    head = next((t for t in tokens if t.tag_.startswith("VB")), tokens[0])
    head = tokens[0] if row.frame in ("noun", "nounto") else head
    undergone = _undergone(sentence, end) if row.frame == "inf" and stance == "will" else None
    return Told(
        start=start,
        end=end,
        row=row,
        stance=stance,
        strength=_firm(words, start, end, strength),
        head=undergone or head,
        passive=undergone is not None
        or _passive(head)
        or (row.cue in _GIVEN and bool(_HELD.search(before))),
    )


def _undergone(sentence: Parsed, end: int) -> "Token | None":
    """The verb of what "will be" done: "deployed" in "will be deployed by Kenya"."""
    rest = [t for t in sentence.within(end + 1, end + 60) if not t.tag_.startswith("RB")]
    found = len(rest) > 1 and rest[0].lower_ == "be" and rest[1].tag_ == "VBN"
    return rest[1] if found else None


def _row(
    sentence: Parsed, tokens: Sequence["Token"], end: int, rows: Sequence[StanceCue]
) -> StanceCue | None:
    """Of the rows with this form the one whose frame the words around it fill."""
    first = next((t for t in tokens if not t.tag_.startswith("RB")), tokens[0])
    verb = first.tag_.startswith(("VB", "MD")) or tokens[0].lower_ in ("there", "not", "cannot")
    verb = verb or _misread(first, sentence.token(end))
    if tokens[0].dep_ == "amod" and tokens[0].tag_ in ("VBN", "VBG"):
        return None
    verb = verb or (sentence.headline and tokens[0].tag_ in ("NNS", "NNPS", "NNP"))
    rest = sentence.unit.words[end:].lstrip()
    after = sentence.token(end)
    fits = {row.frame: row for row in rows if (row.frame in _VERBAL) == verb or row.frame == "head"}
    to = after is not None and after.lower_ == "to"
    if "head" in fits and tokens[0].lower_ == "against" and not sentence.headline:
        return None
    if "urge" in fits and (
        tokens[-1].lower_ in ("on", "upon", "to", "of")
        or _is_asked(sentence, end, _WARNING.match(fits["urge"].cue) is not None)
    ):
        return fits["urge"]
    if "that" in fits and tokens[-1].lower_ == "that":
        return fits["that"]
    if "that" in fits and re.match(r"(?:that\b|[“\"]|\S+ \S+ (?:will|would|can|could)\b)", rest):
        return fits["that"]
    if after is not None and after.tag_ == "VB" and "nounto" in fits:
        return fits["nounto"]
    aside = ASIDE.match(sentence.unit.words, end)
    deed = sentence.token(aside.end()) if aside else after
    if "ing" in fits and deed is not None and deed.tag_ == "VBG":
        return fits["ing"]
    order = (
        "verb",
        "own",
        "must",
        "inf",
        "ing",
        "promise",
        "noun",
        "given",
        "named",
        "head",
        "lack",
    )
    for frame in order:
        if frame in fits and not (to and frame in ("verb", "own", "promise", "given")):
            return None if rest.startswith("that ") and frame != "own" else fits[frame]
    return None


def _misread(token: "Token", after: "Token | None") -> bool:
    """Whether a verb in -s was read as a noun: "condemns and denounces the ..."."""
    described = any(
        c.dep_ in ("det", "poss", "amod", "nummod") or (c.dep_ == "compound" and c.is_lower)
        for c in token.children
    )
    leads = after is not None and after.lower_ in ("of", "for", "to", "by", "on")
    return token.tag_ in ("NNS", "NNPS") and not described and not leads


_WARNING = re.compile(r"warn|caution|advise")


def _is_asked(sentence: Parsed, end: int, warned: bool) -> bool:
    """Whether somebody is asked to do something: "Russia to withdraw", not "to" a party."""
    match = _ASKED.match(sentence.unit.words[end:].lstrip().partition(",")[0] + " ")
    if not match:
        return False
    at = end + len(sentence.unit.words[end:]) - len(sentence.unit.words[end:].lstrip())
    token = sentence.token(at + match.end())
    between = sentence.within(at, at + match.end())
    clear = all(not t.tag_.startswith(("VBZ", "VBD", "VBP", "MD")) for t in between)
    against = warned and match.group().endswith("against ")
    asked = token is not None and (token.tag_ == "VB" or against)
    return asked and clear and len(between) > 1


def _passive(head: "Token") -> bool:
    if head.tag_ != "VBN":
        return False
    if any(c.dep_ == "auxpass" for c in head.children) and head.lower_ not in ("kept", "followed"):
        return True
    return head.dep_ == "acl" and any(c.dep_ == "agent" or c.lower_ == "by" for c in head.children)


def _firm(words: str, start: int, end: int, strength: int) -> Firmness:
    """How firm: by the row, the words close before and in the cue, and "in the strongest terms"."""
    near = words[max(0, start - 45) : start].rpartition(",")[2]
    near = " ".join((*near.split()[-3:], words[start:end]))
    if _STRONG.search(near) or "in the strongest" in words[end : end + 120]:
        return "strong"
    if strength == 0 or _WEAK.search(near):
        return "weak"
    return "strong" if strength == 2 else "plain"


def _chained(sentence: Parsed, told: Sequence[Told]) -> Iterator[Told]:
    """Cues where one leads on to the next: "will not oppose", "is ready to recognise"."""
    found = list(told)
    at = 0
    while at < len(found):
        each = found[at]
        after = found[at + 1] if at + 1 < len(found) else None
        if after and _JOINED.fullmatch(sentence.unit.words[each.end : after.start]):
            found[at + 1] = replace(after, strength=max(each.strength, after.strength, key=_RANK))
            at += 1
            continue
        if after and each.row.frame in ("inf", "ing", "nounto") and _adjoins(sentence, each, after):
            lasts = "continue" in sentence.unit.words[each.end : after.start]
            yield replace(after, start=each.start) if lasts else _one(each, after)
            at += 2
            continue
        yield each
        at += 1


def _adjoins(sentence: Parsed, one: Told, other: Told) -> bool:
    between = sentence.unit.words[one.end : other.start].split()
    return all(
        word.endswith("ly") or word in ("continue", "to", "also", "keep") for word in between
    )


def _one(one: Told, other: Told) -> Told:
    """Two cues as one: a stance that lasts or is refused stays one, else it is promised."""
    if other.commits:
        weak = one.row.stance in ("considers", "refuses", "ready")
        return replace(other, start=one.start, stance=one.stance if weak else other.stance)
    first = one.row.cue
    if (
        first in ("will not", "would") and not (first == "would" and other.row.cue in _BINDING)
    ) or (first == "will" and other.stance in ("rejects", "neutral")):
        return replace(other, start=one.start)
    if other.stance in ("condemns", "calls for", "welcomes", "regrets", "denies", "neutral"):
        return replace(other, start=one.start)
    return replace(one, end=other.end, row=replace(one.row, frame="promise", cue=other.row.cue))
