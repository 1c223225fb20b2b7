"""What a position is on: the words behind (or before) the cue, and their normal form."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.extract.position_cues import Told
from communique.extract.position_text import Parsed, span_of, subject_of
from communique.vocab.matters import find_matter

if TYPE_CHECKING:
    from spacy.tokens import Token

_FINITE = ("VBZ", "VBD", "VBP", "MD", "WDT", "WP", "WRB")
_BREAK = re.compile(
    r"\s(?:only|if|unless|once|while|when|as long as|because|after|before|until|without|"
    r"according to|"
    r"despite|pending|following|whose|where|although|though|since|so that|in order|even|either|"
    r"in the strongest|at the (?:meeting|conference|summit|talks|session|council|UN|"
    r"United Nations)|"
    r"(?:at|in|during|on) (?:an? |the )?(?:\S+ )?(?:meeting|call|conference|statement|interview|"
    r"speech|session|visit|talks?|briefing|sidelines|occasion|letter|ceremony|forum)|"
    r"by (?:the )?(?:end|start|beginning|middle|summer|autumn|spring|winter)\b|"
    r"on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:this|next|last) (?:year|month|week)|"
    r"with immediate effect|immediately|in return|in exchange|under the (?:growth|same)|"
    r"conditional|as (?:a )?"
    r"(?:murder|crime|unlawful|illegal|unacceptable))\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"\s+(?:in the strongest (?:possible )?terms|in principle|in strong terms|once again|again|"
    r"that(?=\s))",
    re.IGNORECASE,
)
_STOPS = '.;:"”—–('
_LEAD = re.compile(
    r"(?:(?:the|an?|any|its|their|all|every|such)\s+)?(?:[\w-]+\s+){0,2}?(?:resumption|continuation|"
    r"extension|prolongation|return|progress|start|launch|beginning|restart|form|kind|steps?|"
    r"efforts?|achievement|implementation|creation|role)\s+(?:of|to|in|towards?|for)\s+",
    re.IGNORECASE,
)
_UNDO = re.compile(
    r"(?:(?:the|an?|any|its|their|all|every|immediate|full|complete|prompt|swift|early|gradual|"
    r"unconditional|and|total|speedy|phased|partial)\s+)*"
    r"(?:lifting|removal|easing|end|ending|withdrawal|pull-?out|halt|cessation|suspension|"
    r"scrapping|repeal|freeze|stop|dismantling|dissolution|departure|termination|abandonment|"
    r"relaxation|revocation|lift|remove|ease|withdraw|halt|stop|suspend|scrap|repeal|cease|"
    r"abandon|drop|refrain|desist|rescind|revoke|dismantle|pull out|pull back)\b"
    r"(?:\s+(?:of|to|from|in|on))?\s+",
    re.IGNORECASE,
)
_FIGHTING = re.compile(
    r"(?:(?:the|all|any)\s+)?(?:\w+\s+)?(?:war|fighting|hostilities|violence|conflict|bloodshed)\b",
    re.IGNORECASE,
)
_HARM = re.compile(
    r"(?:(?:any|every|all|the|an?|external|foreign|unilateral)\s+)*(?:\w+\s+)?"
    r"(?:steps?|attempts?|actions?|acts?|measures?|moves?|efforts?|interference|threats?|changes?|"
    r"violations?)\s+(?:that\s+|which\s+|to\s+|at\s+|of\s+|in\s+)?(?:would\s+|could\s+|may\s+|might\s+)?"
    r"(?:infring\w+|undermin\w+|violat\w+|threaten\w*|harm\w*|jeopardi[sz]\w+|endanger\w*|impair\w*|"
    r"breach\w*|divid\w+|erod\w+|question\w*|weaken\w*|encroach\w*)(?:\s+(?:on|upon))?\s+",
    re.IGNORECASE,
)
_POINTER = re.compile(
    r"(?:this|that|these|those|it|them|him|so|do the same|the same|theirs|"
    r"(?:the|this|that|these|such an?|its|their)\s+(?:\w+\s+)?(?:plan|step|move|decision|measure|"
    r"proposal|"
    r"initiative|request|idea|resolution|bid|deal|vote|law|action|steps|measures|moves|plans|"
    r"application|appeal|offer|claims?|demand|speedy implementation|implementation|project))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Object:
    """The words at `start:end` of a sentence; `turned` where the stance is on undoing it.

    `whole` is where the words for the undoing begin; `points` where they only point back.
    """

    start: int
    end: int
    whole: int
    turned: bool = False
    points: bool = False


def object_of(
    sentence: Parsed, told: Told, cues: Sequence[Told], dates: Sequence[int]
) -> Object | None:
    """What a cue is on; None where no words tell it.

    `dates` are the places where dates begin in the sentence: an object ends before them.
    """
    if told.passive or (told.row.frame == "named"):
        return _before(sentence, told)
    start = told.end
    if match := _ASIDE.match(sentence.unit.words, start):
        start = match.end()
    if told.row.frame == "urge":
        start = _asked(sentence, start)
    elif told.row.frame in ("inf", "nounto", "ing"):
        start = _after_verb(sentence, start)
    elif told.row.frame == "promise":
        start = _after_addressee(sentence, start)
    clause = told.row.frame == "that"
    return _trimmed(sentence, start, _end(sentence, start, cues, dates, clause), clause)


def _end(
    sentence: Parsed, start: int, cues: Sequence[Told], dates: Sequence[int], clause: bool
) -> int:
    """Where the words that begin at `start` end."""
    words = sentence.unit.words
    ends = [len(words)]
    if found := _BREAK.search(words, start):
        ends.append(found.start())
    ends += [at for at in dates if at > start]
    noun = False
    harm = _HARM.match(words.replace(" that ", " that "), start + 1)
    for token in sentence.within(harm.end() if harm else start, len(words)):
        if token.idx < start:
            continue
        if noun and token.tag_ == "VBG" and any(cue.start == token.idx for cue in cues):
            ends.append(token.idx)
        if (
            token.text in _STOPS
            or (token.text.startswith(("“", '"')) and token.idx > start)
            or (token.text == "," and noun)
            or (not clause and noun and token.tag_ in _FINITE and token.lower_ != "that")
            or (noun and token.lower_ in ("and", "but", "or") and _begins(sentence, token, cues))
        ):
            ends.append(token.idx)
        noun = noun or token.pos_ in ("NOUN", "PROPN", "PRON")
        if ends[-1] <= token.idx:
            break
    return min(end for end in ends if end > start) if any(e > start for e in ends) else start


def _begins(sentence: Parsed, token: "Token", cues: Sequence[Told]) -> bool:
    """Whether "and" begins another clause, or another cue's words."""
    end = token.idx + len(token)
    rest = sentence.within(end, end + 60)
    if token.lower_ == "but":
        return True
    for after in rest[:6]:
        if any(cue.start <= after.idx < cue.end for cue in cues):
            return True
        if after.tag_ in _FINITE and after.lower_ != "that":
            return True
        if after.text in ",;." or (after.lower_ in ("for", "to", "with") and after.i > token.i + 1):
            return False
        if after.lower_ in ("for", "to", "that") and after.i == token.i + 1:
            return True
    return False


def _trimmed(sentence: Parsed, start: int, end: int, clause: bool = False) -> Object | None:
    words = sentence.unit.words
    turned = False
    start, end = _stripped(words, start, end)
    text = words[start:end]
    if match := re.match(r"(?:to|for|in|of|on|with|against|at)\s+", text):
        start += match.end()
    whole = start
    if match := _undoing(words, start, end):
        turned, start = True, match.end()
    elif match := _LEAD.match(words[start:end]):
        start += match.end()
    turned = turned or bool(clause and _LEAVES.search(words, start, end))
    kept, end = _stripped(words, start, end)
    lost = find_matter(words[whole:end]) and not find_matter(words[kept:end])
    start = whole if lost and not turned else kept
    if end - start < 2:
        return None
    return Object(
        start=start,
        end=end,
        whole=whole,
        turned=turned,
        points=_POINTER.fullmatch(words[start:end].removesuffix(" either")) is not None,
    )


_LEAVES = re.compile(
    r"\s(?:must |should |would |will |to )?(?:leaves?|withdraws?|pulls? out|"
    r"(?:be|is|are) withdrawn|"
    r"(?:be|is|are) lifted|ends?|stops?|ceases?|(?:be|is|are) removed|vacates?|"
    r"(?:be|is|are) dismantled)\b",
    re.IGNORECASE,
)


def _undoing(words: str, start: int, end: int) -> re.Match[str] | None:
    """Words for undoing or harming what follows; the end of a war is no undoing."""
    harm = _HARM.match(words, start, end)
    undone = _UNDO.match(words, start, end)
    return harm or (None if undone and _FIGHTING.match(words, undone.end()) else undone)


def _stripped(words: str, start: int, end: int) -> tuple[int, int]:
    while start < end and words[start] in ' ,:;—–-“"':
        start += 1
    while end > start and words[end - 1] in ' ,:;—–-.”"':
        end -= 1
    return start, end


def _before(sentence: Parsed, told: Told) -> Object | None:
    """The object that stands before its cue: of a passive its subject, of "called X unjust" X."""
    words = sentence.unit.words
    if told.passive:
        head = told.head
        subject = next((c for c in head.children if c.dep_ in ("nsubjpass", "nsubj")), None)
        if told.row.frame == "noun":
            subject = subject_of(head)
        subject = subject if subject is not None else (head.head if head.dep_ == "acl" else None)
        return _trimmed(sentence, *span_of(subject)) if subject is not None else None
    judged = list(_JUDGED.finditer(words, 0, told.start))
    if not judged:
        return None
    return _trimmed(sentence, judged[-1].end(), told.start)


_JUDGED = re.compile(
    r"\b(?:call|term|describ|brand|declar|consider|deem|label|denounc|dismiss|regard|slam|view)"
    r"(?:s|ed|es|ing|e|led|ling)?\s+(?=\S)",
    re.IGNORECASE,
)


def judge_of(sentence: Parsed, told: Told) -> "Token | None":
    """The verb that judges: "called" in "called the sanctions unjust"."""
    judged = list(_JUDGED.finditer(sentence.unit.words, 0, told.start))
    return sentence.token(judged[-1].start()) if judged else None


_SOMEBODY = re.compile(
    r"\s*(?:from|of)?\s*(?:(?:the|its|their)\s+)?\S+(?:\s+\S+){0,2}?\s+"
    r"(?=(?:the|an?|its|their|full|immediate)\s)"
)


def _asked(sentence: Parsed, start: int) -> int:
    """Where what is asked begins: behind "to" with its verb, where that says little itself."""
    words = sentence.unit.words
    match = re.compile(r".{0,90}?\b(?:not to|to|against)\s+").match(words, start)
    if match is None:
        somebody = _SOMEBODY.match(words, start)
        return somebody.end() if somebody else start
    at = match.end()
    light = re.compile(
        r"(?:(?:\w+ly|immediately)\s+)?(?:create conditions for|engage in|resume|return to|support|"
        r"respect|ensure|allow|accept|agree to|start|begin|enter into|work towards?|continue|"
        r"recogni[sz]e|implement|observe|honou?r|join|back|reconsider|show|exercise)\s+"
    ).match(words, at)
    return light.end() if light else at


def _after_verb(sentence: Parsed, start: int) -> int:
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


def _after_addressee(sentence: Parsed, start: int) -> int:
    """Where what is promised begins: behind the one to whom ("promised Libya ten boats")."""
    while start < len(sentence.unit.words) and sentence.unit.words[start] == " ":
        start += 1
    tokens = [t for t in sentence.doc if t.idx >= start][:8]
    for at, token in enumerate(tokens[:-1]):
        if token.text in ",.;" or token.tag_.startswith("VB"):
            break
        if token.lower_ == "to" and tokens[at + 1].tag_ == "VB":
            return _after_verb(sentence, tokens[at + 1].idx)
    first = next((m for m in sentence.mentions(start, start + 5) if m.start <= start + 4), None)
    if first is None:
        return start
    after = sentence.token(first.end)
    follows = after is not None and (after.tag_ in ("DT", "CD", "JJ", "NN", "NNS", "PRP$", "JJR"))
    return first.end if follows else start
