"""What the words of a content make of plain saying: pledges, duties, chances, wishes, stances."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from communique.types.record import CueKind, SpeechAct
from communique.vocab.commitment import Wording, find_wording, wording_pattern, wording_words
from communique.vocab.cues import cues, find_cues
from communique.vocab.phrases import phrase_pattern


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """What a speaker does by the words, and how strongly (0 tentative to 3 strongest).

    `wording` are the spans of the content (start, end; code points) that it rests on; `negated`
    where they say what will not or must not be.
    """

    kind: CueKind = "say"
    act: SpeechAct = "assert"
    strength: int = 1
    wording: tuple[tuple[int, int], ...] = ()
    negated: bool = False


_STANCES = (
    "thank",
    "congratulate",
    "praise",
    "criticise",
    "support",
    "oppose",
    "deny",
    "urge",
    "request",
    "accuse",
)
_ADVERB = (
    r"(?:\w+ly|also|always|all|both|therefore|together|now|today|still|further|do|does|again|"
    r"once\s+again|hereby)"
)
_HELD = re.compile(
    r"\b(?:if|whether|unless|until|when|once|before|after|because|what|how|who|which|as|than|where|"
    r"why|had|should)\s+$",
    re.IGNORECASE,
)
"""Words before a subject that make a condition, a question or an aside of its clause."""
_IDLE = re.compile(
    r"\s+(?:\w+ly\s+|also\s+)*(?:be\b(?!\s+(?:sending|giving|providing|opening|joining))|have\s+to|"
    r"need|know|see|seem|like|love|mean|become|depend|cost|require|take\s+(?:time|years|months|"
    r"decades)|happen|win|lose|remember|find\s+out|have\s+(?:been|had|done))",
    re.IGNORECASE,
)
"""What follows "will" where nobody binds himself to a deed."""
_NO_DUTY = re.compile(
    r"\s+(?:have\s+(?:been|done|known)|be\s+(?:noted|recalled|remembered|able|easy|fine|over))\b",
    re.IGNORECASE,
)
_LEFT = re.compile(r"(?:[\w’'-]+,?\s+){0,8}$")
_RIGHT = re.compile(r"(?:,?\s+[\w’'-]+){0,8}")


def tells(content: str, own: Sequence[str]) -> Iterator[Commitment]:
    """The wordings of a content that say what is done by it."""
    for subject in _subjects(content, own):
        yield from _by_the_speaker(content, subject)
    for match in wording_pattern("duty", "chance").finditer(content):
        each = find_wording(match.group())
        if each and not _is_idle(each, content, match):
            yield _weighed(each, content, match.span())
            return


def _subjects(content: str, own: Sequence[str]) -> Iterator[int]:
    """Where the predicates of the speaker's own side start."""
    names = "|".join(re.escape(name) for name in sorted(own, key=len, reverse=True))
    side = r"we|i|our\s+(?:side|country|government|nation|people|ministry)"
    named = re.compile(rf"(?<![\w’'-])(?:(?i:{side})|{names or '(?!)'})\b(?![’']s)")
    opening = re.match(r"[“\"‘«]?(?:that\s+)?(?:he|she|it)\b", content, re.IGNORECASE)
    if opening:
        yield opening.end()
    for match in named.finditer(content):
        if not _HELD.search(content[: match.start()]):
            yield match.end()


def _by_the_speaker(content: str, start: int) -> Iterator[Commitment]:
    """A pledge, a wish or a stance in the predicate that starts at `start`."""
    match = _predicate().match(content, start)
    if match is None:
        return
    if match["modal"]:
        each = find_wording(match["modal"])
        if each and not (each.meaning == "will" and _IDLE.match(content, match.end())):
            yield _weighed(each, content, match.span("modal"))
        return
    cue = next((one for one in find_cues(match["stance"]) if one.act in _STANCES), None)
    if cue:
        stance = Commitment(act=cue.act, strength=cue.strength)
        yield _graded(stance, content, match.span("stance"))


@cache
def _predicate() -> re.Pattern[str]:
    """A modal, or a stance in the present ("condemn"), behind up to three adverbs."""
    modal = wording_words("will", "wish", "chance")
    return re.compile(
        rf"\s*(?:{_ADVERB}\s+){{0,3}}?(?:(?P<modal>{modal})|(?P<stance>{_stances()}))(?!\w)",
        re.IGNORECASE,
    )


def _stances() -> str:
    """The present tense of cues that are an act by themselves ("condemn", "are opposed to")."""
    forms = {
        form
        for cue in cues()
        if cue.act in _STANCES
        for form in (cue.finite if cue.lemma.startswith("be ") else (cue.lemma, cue.forms[1]))
    }
    return phrase_pattern(forms)


def _is_idle(each: Wording, content: str, match: re.Match[str]) -> bool:
    """Whether "should" or "may" is part of a condition, a name or a set phrase."""
    if match.group() == "May":
        return True
    before, rest = content[: match.start()], match.end()
    return bool(
        (each.meaning == "duty" and _NO_DUTY.match(content, rest))
        or re.search(r"\b(?:will|would|may|might|could|can|to|not|never)\s+$", before, re.I)
        or re.search(r"\b(?:if|whether|who|which|what|unless)\b[^.,;]*$", before, re.I)
    )


def _weighed(each: Wording, content: str, span: tuple[int, int]) -> Commitment:
    made = Commitment(act=each.act or "assert", strength=each.strength, negated=each.negated)
    return _graded(made, content, span)


def _graded(made: Commitment, content: str, span: tuple[int, int]) -> Commitment:
    """With the degree words beside the wording, or inside it ("is firmly committed to")."""
    near = tuple(_degrees(content, *span))
    inside = wording_pattern("more", "less").search(content[slice(*span)])
    strength = made.strength
    for match in (*((inside,) if inside else ()), *near):
        each = find_wording(match.group())
        strength = shifted(strength, each) if each else strength
    spans = tuple(sorted({span, *(match.span() for match in near)}))
    return replace(made, strength=strength, wording=spans)


def _degrees(content: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Degrees around a wording: single words within two of it, phrases within eight."""
    pattern = wording_pattern("more", "less")
    left, right = _LEFT.search(content[:start]), _RIGHT.match(content, end)
    for match in pattern.finditer(content, left.start() if left else start, start):
        if " " in match.group() or len(content[match.end() : start].split()) < 2:
            yield match
    for match in pattern.finditer(content, end, right.end() if right else end):
        if " " in match.group() or len(content[end : match.start()].split()) < 2:
            yield match


def shifted(strength: int, degree: Wording) -> int:
    """A strength (0 to 3) under a degree: raised to it, or tentative."""
    return max(strength, degree.strength) if degree.meaning == "more" else 0
