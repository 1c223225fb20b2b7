"""Where the words for what is asked, done or promised begin, behind the verb that leads to it."""

import re

from communique.extract.position_text import Parsed

_SOMEBODY = re.compile(
    r"\s*(?:from|of)?\s*(?:(?:the|its|their)\s+)?\S+(?:\s+\S+){0,2}?\s+"
    r"(?=(?:the|an?|its|their|full|immediate)\s)"
)
_TO_DO = re.compile(r"\b(?:not to|to|against|for)\s+")
_REACH = 90
"""How far behind the cue what is asked may begin."""
_LIGHT = re.compile(
    r"(?:(?:\w+ly|at once)\s+)?(?:create conditions for|engage in|resume|return to|support|"
    r"respect|ensure|allow|accept|agree to|start|begin|enter into|work towards?|continue|"
    r"recogni[sz]e|implement|observe|honou?r|join|back|reconsider|show|exercise|grant|give|"
    r"guarantee|uphold|comply with|abide by|adhere to|bring about|contribute to)\s+"
)


def asked(sentence: Parsed, start: int) -> int:
    """Where what is asked of somebody begins: behind "to" and a verb that says little itself."""
    words = sentence.unit.words
    for match in _TO_DO.finditer(words, start, start + _REACH):
        if ";" in words[start : match.start()]:
            break
        token = sentence.token(match.end())
        first = match.group().split()[0]
        if first == "to" and (token is None or token.tag_ not in ("VB", "RB", "VBP", "NN")):
            continue
        if first == "for" and match.start() - start < 3:
            continue
        light = _LIGHT.match(words, match.end())
        return light.end() if light else match.end()
    somebody = _SOMEBODY.match(words, start)
    return somebody.end() if somebody else start


def after_verb(sentence: Parsed, start: int) -> int:
    """Where the object of a deed begins: behind its verb and the word that leads on."""
    tokens = [t for t in sentence.doc if t.idx >= start]
    for at, token in enumerate(tokens):
        if token.tag_ in ("VB", "VBG"):
            after = tokens[at + 1] if at + 1 < len(tokens) else None
            if after is not None and after.lower_ in ("to", "in") and at + 2 < len(tokens):
                inner = tokens[at + 2]
                if inner.tag_ in ("VB", "VBG"):
                    continue
            if after is not None and after.tag_ == "VBG":
                continue
            if (
                after is not None
                and after.tag_ in ("RP", "IN", "TO", "RB")
                and after.lower_ not in ("in", "there", "by")
            ):
                return after.idx + len(after)
            return token.idx + len(token)
        if token.pos_ in ("NOUN", "PROPN") or token.tag_ == "DT":
            return token.idx
    return start


_WHEN = re.compile(
    r"\s*(?:on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|tomorrow)\s+"
)


def after_addressee(sentence: Parsed, start: int) -> int:
    """Where what is promised begins: behind the one to whom ("promised Libya ten boats")."""
    words = sentence.unit.words
    while start < len(words) and words[start] == " ":
        start += 1
    tokens = [t for t in sentence.doc if t.idx >= start][:8]
    for at, token in enumerate(tokens[:-1]):
        if token.text in ",.;" or token.tag_.startswith("VB"):
            break
        if token.lower_ == "to" and tokens[at + 1].tag_ == "VB":
            return after_verb(sentence, tokens[at + 1].idx)
    first = next((m for m in sentence.mentions(start, start + 5) if m.start <= start + 4), None)
    if first is None:
        return start
    if when := _WHEN.match(words, first.end):
        return when.end()
    after = sentence.token(first.end)
    follows = after is not None and (after.tag_ in ("DT", "CD", "JJ", "NN", "NNS", "PRP$", "JJR"))
    return first.end if follows else start
