"""What is done by saying something, and how far it goes: from the cue's words and the content's.

A cue of its own act ("condemned", "pledged") decides. After plain words of saying, or none, the
content does: "we will send grain" is a pledge, "both sides should talk" urges, "we thank our
hosts" thanks. A pledge, a wish or a stance counts only of the speaker's own side ("we", "I", the
names given, or "he", "she" and "it" that open the content).
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from communique.extract.wordings import Commitment, shifted, tells
from communique.types.text import Passage
from communique.vocab.commitment import Wording, find_wording, wording_pattern
from communique.vocab.cues import Cue, Frame, NounCue, every_cue, find_cues, find_noun_cue

_WEAK = ("assert", "announce")
"""Acts of a cue that leave it to the content what is done."""


def read_commitment(
    cue: str | None,
    content: str,
    *,
    before: str = "",
    own: Sequence[str] = (),
    frames: Sequence[Frame] = (),
) -> Commitment:
    """The commitment of `content` as told by `cue` (None where no words tell it).

    `before` is what stands right before the cue ("strongly" condemned); `own` the words by which
    the content names the speaker's own side; `frames` those the cue may stand in, best first,
    guessed from the content where none are given.
    """
    found = read_cue(cue, frames or _likely(content)) if cue else None
    told = _told(found, cue or "")
    if told.kind != "show" and told.act in _WEAK:
        return _from_content(told, content, own)
    degree = _degree(_last_words(before, cue or ""), content)
    strength = told.strength if degree is None else shifted(told.strength, degree)
    return replace(told, strength=strength, wording=_edge_degrees(content))


def commitment_of(
    cue: Passage | None,
    content: Sequence[Passage],
    *,
    before: str = "",
    own: Sequence[str] = (),
    frames: Sequence[Frame] = (),
) -> tuple[Commitment, tuple[Passage, ...]]:
    """The commitment of a content in fragments, and its wording as passages.

    The first fragment that goes beyond plain assertion decides.
    """
    told = cue.text if cue else None
    read = [
        (piece, read_commitment(told, piece.text, before=before, own=own, frames=frames))
        for piece in content
    ]
    if not read:
        return Commitment(), ()
    piece, first = next((one for one in read if one[1].wording), read[0])
    return first, tuple(piece.inner(*span) for span in first.wording)


def read_cue(words: str, frames: Sequence[Frame] = ()) -> Cue | NounCue | None:
    """The cue of the tables that `words` ("has strongly condemned", "criticism of") hold, if any.

    Of one form in several frames it is the one in the first of `frames`.
    """
    match = every_cue().search(words)
    noun = find_noun_cue(words)
    if match is None:
        return noun
    if noun and re.match(r"\s*(?:the|a|an|his|her|its|their|our|my|no)\b", words, re.IGNORECASE):
        return noun
    order = {frame: place for place, frame in enumerate(frames)}
    return min(find_cues(match.group()), key=lambda each: order.get(each.frame, len(order)))


def _likely(content: str) -> tuple[Frame, ...]:
    """The frames that a content suggests: an infinitive, an addressee, a clause."""
    if re.match(r"(?:not\s+)?to\s", content):
        return ("to", "object")
    if re.match(r"(?:that|whether|if|how|why|what|when)\s|[“\"‘«]", content):
        return ("say", "clause", "that")
    if re.match(r"(?:\S+\s+){1,6}?(?:(?:not\s+)?to|against)\s", content):
        return ("np", "object", "say", "clause", "that")
    return ("np", "say", "clause", "that")


def _told(cue: Cue | NounCue | None, words: str) -> Commitment:
    """What the cue alone tells; a wording of commitment may be one ("is ready to")."""
    if cue is None:
        found = wording_pattern("will", "wish").search(words)
        each = find_wording(found.group()) if found else None
        if each and each.act:
            return Commitment(kind="will", act=each.act, strength=each.strength)
        return Commitment()
    return Commitment(kind=cue.kind, act=cue.act, strength=cue.strength)


def _from_content(told: Commitment, content: str, own: Sequence[str]) -> Commitment:
    """What plain words of saying become by the words of the content: the first that tells."""
    if content.rstrip("”\"'’» ").endswith("?"):
        return replace(told, act="ask", strength=1)
    found = min(tells(content, own), key=lambda each: each.wording[0], default=None)
    if found is None:
        return told
    strength = found.strength
    if told.strength != 1:
        strength = (max if told.strength > 1 else min)(told.strength, strength)
    act = told.act if found.act == "assert" else found.act
    return replace(found, kind=told.kind, act=act, strength=strength)


def _last_words(before: str, cue: str) -> str:
    """The word before the cue, and the cue: where its degree stands."""
    return " ".join((*before.split()[-1:], cue))


def _degree(cue: str, content: str) -> Wording | None:
    """The degree of a cue of its own act, beside it or in front of the content."""
    pattern = wording_pattern("more", "less")
    match = pattern.search(cue) or next(
        (pattern.match(content, start) for start, _ in _edge_degrees(content)), None
    )
    return find_wording(match.group()) if match else None


def _edge_degrees(content: str) -> tuple[tuple[int, int], ...]:
    """A degree with which a content opens ("in principle to join") or ends ("..., if needed")."""
    pattern = wording_pattern("more", "less")
    match = pattern.match(content) or next(
        (each for each in pattern.finditer(content) if not content[each.end() :].strip(" .,")),
        None,
    )
    return (match.span(),) if match else ()
