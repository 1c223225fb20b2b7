"""Which deeds bind: "will deploy", "is ready to host", but no "will meet" and no "may be"."""

import re

from communique.extract.position_cues import Told
from communique.extract.position_objects import Object
from communique.extract.position_text import Parsed
from communique.types.standing import Stance
from communique.vocab.matters import find_matter

_IDLE = frozenset(
    "be have meet visit travel attend arrive see become speak talk receive go come know need "
    "remain face happen depend get look tell brief begin last occur gather chair address seem "
    "appear mark fly leave return stay show mean require depart tour welcome greet inform note "
    "celebrate coincide benefit affect cost fall rise feel find think believe expect want hope "
    "like say include focus cover feature enter pass lead bring turn prove strengthen deepen "
    "develop expand enhance boost promote make".split()
)
"""What one does without binding oneself to anything."""
_SLIGHT = frozenset("discuss hold exchange continue sign tour take raise review consider".split())
"""What binds only where somebody is ready, or refuses, to do it."""
_PARTICLE = re.compile(r"\s+(?:over|in|up|on|back)\b")
_EMPTY = re.compile(
    r"(?:(?:its|his|her|their|the|\w+est|deep)\s+)*(?:course|condolences|sympath\w+|comment|"
    r"congratulations|thanks|gratitude|greetings|wishes)\b",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"(?:\w+\s+){0,4}(?:relations?|ties|cooperation|friendship|bonds|exchanges|collaboration|"
    r"contacts|views|efforts)\b",
    re.IGNORECASE,
)


def binds(sentence: Parsed, told: Told, what: Object) -> bool:
    """Whether a commitment's deed and object are such that one can be held to them."""
    words = sentence.unit.words[what.start : what.end]
    if told.passive:
        return told.row.frame == "inf" and find_matter(words) is not None
    if _EMPTY.match(words):
        return False
    if told.row.frame == "given":
        return not what.points and find_matter(words) is not None and told.end + 1 == what.whole
    if told.row.frame not in ("inf", "nounto", "ing"):
        return True
    verb = next(
        (
            t
            for t in sentence.doc
            if t.idx >= told.end and (t.tag_ in ("VB", "VBG") or t.pos_ in ("NOUN", "VERB", "AUX"))
        ),
        None,
    )
    if verb is None or verb.idx > told.end + 40:
        return False
    word = verb.lower_
    stems = {word, word.removesuffix("ing"), word.removesuffix("ing") + "e"}
    if stems & _IDLE:
        return False
    if told.row.cue == "consider" and verb.tag_ != "VBG":
        return False
    firm = told.stance in ("ready", "refuses")
    particle = _PARTICLE.match(sentence.unit.words, verb.idx + len(verb))
    slight = stems & _SLIGHT and not particle and not words.startswith("part ")
    if slight and not firm:
        return False
    deed = sentence.unit.words[told.end : what.end]
    return firm or find_matter(deed) is not None or not _VAGUE.match(words)


_BARS = frozenset("veto block boycott withhold prevent obstruct thwart bar forbid ban".split())


def stance_of(sentence: Parsed, told: Told) -> Stance:
    """The stance of a cue; to promise to bar a thing is to refuse it."""
    if told.row.frame == "inf" and told.stance == "will":
        verb = sentence.token(told.end + 1)
        if verb is not None and verb.lower_ in _BARS:
            return "refuses"
    return told.stance
