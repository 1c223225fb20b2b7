"""What a position is on: the words behind (or before) the cue, and their normal form."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from communique.extract.position_asked import after_addressee, after_verb, asked
from communique.extract.position_cues import Told
from communique.extract.position_text import ASIDE, Parsed, span_of, subject_of
from communique.extract.position_undoing import undoing, undone
from communique.vocab.matters import find_matter

if TYPE_CHECKING:
    from spacy.tokens import Token

_FINITE = ("VBZ", "VBD", "VBP", "MD", "WDT", "WP", "WRB")
_BREAK = re.compile(
    r"\s(?:only|if|unless|once|while|when|as long as|because|after|before|until|without|"
    r"according to|"
    r"despite|pending|following|whose|where|although|though|since|so that|in order|even|being|"
    r"either(?=[.,;”\"]|$)|"
    r"in the strongest|at the (?:meeting|conference|summit|talks|session|council|UN|"
    r"United Nations)|"
    r"(?:at|in|during|on) (?:an? |the )?(?:\S+ )?(?:meeting|call|conference|statement|interview|"
    r"speech|session|visit|talks?|briefing|sidelines|occasion|letter|ceremony|forum)|"
    r"by (?:the )?(?:end|start|beginning|middle|summer|autumn|spring|winter)\b|"
    r"at [A-Z]\S+ (?:talks|consultations|summit|meeting|forum|conference|session)|"
    r"on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:this|next|last) (?:year|month|week)|"
    r"with immediate effect|immediately|in return|in exchange|under the (?:growth|same)|"
    r"conditional|as (?:a )?"
    r"(?:murder|crime|unlawful|illegal|unacceptable))\b",
    re.IGNORECASE,
)
_STOPS = '.;:"”—–('
_LEAD = re.compile(
    r"(?:(?:is|are|was|were)\s+)?(?:(?:the|an?|any|its|their|all|every|such|no)\s+)?"
    r"(?:[\w-]+\s+){0,2}?(?:resumption|continuation|"
    r"extension|prolongation|return|progress|start|launch|beginning|restart|form|kind|steps?|"
    r"efforts?|achievement|implementation|creation|role|idea|prospect|possibility|notion|thought|"
    r"suggestion|attempts?|establishment|signs?)\s+(?:of|to|in|towards?|for|at)\s+"
    r"(?:(?:set|setting) up\s+|(?:introduc|creat|establish|impos)(?:e|ing)\s+)?",
    re.IGNORECASE,
)
_MANNER = re.compile(
    r"(?:,?\s+(?!family|supply|assembly|ally|rally|italy|reply)"
    r"(?:[a-z]+ly|again|either|too|also|as well|in full|at once|altogether|alike|whatsoever|"
    r"anyway))+$"
)
_POINTER = re.compile(
    r"(?:this|that|these|those|it|them|him|so|do the same|the same|theirs|"
    r"(?:this|that|these|those|such an?)\s+(?:\w+\s+)?\w+|"
    r"(?:the|its|their)\s+(?:\w+\s+)?(?:plan|step|move|decision|measure|"
    r"proposal|initiative|request|idea|resolution|bid|deal|vote|law|action|steps|measures|moves|"
    r"plans|application|appeal|offer|claims?|demand|speedy implementation|implementation|project))",
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
    if told.passive or told.row.frame in ("named", "must"):
        return _before(sentence, told, cues, dates)
    if told.row.cue.endswith(" on") and any(told.end - 4 < at < told.end + 2 for at in dates):
        return None
    start = told.end
    if match := ASIDE.match(sentence.unit.words, start):
        start = match.end()
    if told.row.frame == "urge":
        start = asked(sentence, start)
    elif told.row.frame in ("inf", "nounto", "ing"):
        start = after_verb(sentence, start)
    elif told.row.frame == "promise":
        start = after_addressee(sentence, start)
    if _ADRIFT.match(sentence.unit.words, start):
        return None
    clause = _wishes(told) or told.row.frame == "that"
    clause = clause or sentence.unit.words.startswith(" that ", told.end)
    return _trimmed(sentence, told, start, _end(sentence, start, cues, dates, clause))


_ADRIFT = re.compile(r"\s+(?:through|via|by|after|before|during|since|as|when|if|because)\b")
"""What begins no object: the cue stands by itself."""


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
    harm = undoing(words, start + 1, len(words))
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
    if _PAIR.search(sentence.unit.words[: token.idx]):
        return False
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


_PAIR = re.compile(r"\b(?:between|both)\s+(?:(?!and\b)[\w'’-]+\s+){1,5}$")


def _trimmed(sentence: Parsed, told: Told, start: int, end: int) -> Object | None:
    words = sentence.unit.words
    start, end = _stripped(words, start, end)
    text = words[start:end]
    if match := re.match(r"(?:to|for|in|of|on|with|against|at|is|are|was|were)\s+", text):
        start += match.end()
    whole, turned = start, False
    if match := undoing(words, start, end):
        turned, start = True, match.end()
    elif _wishes(told) and (gone := undone(words, start, end)):
        turned, (start, end) = True, gone
    elif match := _LEAD.match(words[start:end]):
        start += match.end()
    if match := _MANNER.search(words[:end], start):
        end = match.start()
    kept, end = _stripped(words, start, end)
    lost = find_matter(words[whole:end]) and not find_matter(words[kept:end])
    start = whole if lost and not turned else kept
    if end - start < 2:
        return None
    return Object(
        start=start,
        end=end,
        whole=min(whole, start),
        turned=turned,
        points=_POINTER.fullmatch(words[start:end].removesuffix(" either")) is not None,
    )


def _wishes(told: Told) -> bool:
    """Whether what follows is a clause that tells what is wished for."""
    clause = told.row.frame in ("that", "must") or told.row.cue in (
        "want",
        "want to see",
        "hope to see",
    )
    return clause and told.stance in ("calls for", "supports")


def _stripped(words: str, start: int, end: int) -> tuple[int, int]:
    while start < end and words[start] in ' ,:;—–-“"':
        start += 1
    while end > start and words[end - 1] in ' ,:;—–-.”"':
        end -= 1
    return start, end


def _before(
    sentence: Parsed, told: Told, cues: Sequence[Told], dates: Sequence[int]
) -> Object | None:
    """The object that stands before its cue: of a passive its subject, of "called X unjust" X."""
    if told.row.frame == "must":
        return _required(sentence, told, cues, dates)
    if told.row.frame == "named" and (judged := _judgement(sentence, told)):
        return _trimmed(sentence, told, judged.end(), told.start)
    if told.row.frame == "named" and not _COPULA.search(sentence.unit.words, 0, told.start):
        return None
    subject = next((c for c in told.head.children if c.dep_ in ("nsubjpass", "nsubj")), None)
    if subject is None and told.row.frame in ("noun", "named"):
        subject = subject_of(told.head)
    subject = told.head.head if subject is None and told.head.dep_ == "acl" else subject
    if subject is None or subject.pos_ == "PRON" or subject.tag_ in ("PRP", "WP", "WDT", "DT"):
        return None
    return _trimmed(sentence, told, *span_of(subject))


_COPULA = re.compile(
    r"\b(?:is|are|was|were|remains?|be|been|stays?)\s+"
    r"(?:(?:\w+ly|both|an?|the|as|most|very|of|now|still)\s+|)*$"
)
_JUDGED = re.compile(
    r"\b(?:call|term|describ|brand|declar|consider|deem|label|denounc|dismiss|regard|slam|view|"
    r"see|find|found|judg|qualif|characteri[sz]|think|castigat)"
    r"(?:s|ed|es|ing|e|led|ling|n|ied|ies|y)?\s+(?=\S)",
    re.IGNORECASE,
)


def _judgement(sentence: Parsed, told: Told) -> re.Match[str] | None:
    """The verb that judges: "called" in "called the sanctions unjust"; none in "X is unjust"."""
    words = sentence.unit.words
    if _COPULA.search(words, 0, told.start):
        return None
    judged = list(_JUDGED.finditer(words, 0, told.start))
    return judged[-1] if judged else None


def judge_of(sentence: Parsed, told: Told) -> "Token | None":
    """The verb that judges, in the parse."""
    judged = _judgement(sentence, told)
    return sentence.token(judged.start()) if judged else None


_NOT_TO = re.compile(r"\s+(?:not|never)\s+")
_UNDERGO = re.compile(
    r"\s+(?:\w+ly\s+|now\s+|also\s+|at once\s+)*be\s+(?:\w+ly\s+)?\w+(?:ed|en|de|lt|ought)\b"
)


def _required(
    sentence: Parsed, told: Told, cues: Sequence[Told], dates: Sequence[int]
) -> Object | None:
    """What must be done, or be done away with: of "X must be lifted", "A must end X" X."""
    words = sentence.unit.words
    subject = subject_of(told.head)
    if subject is None or subject.pos_ == "PRON" or subject.idx > told.start:
        return None
    start, end = span_of(subject)
    if start >= told.start:
        return None
    reach = _end(sentence, told.end, cues, dates, True)
    if undone(words, start, reach) == (start, end):
        return _turned(words, start, end)
    if _UNDERGO.match(words, told.end):
        found = _trimmed(sentence, told, start, end)
        known = _KEPT.match(words, told.end) or (found and find_matter(words[start:end]))
        return found if known else None
    if not [m for m in sentence.mentions(start, end) if m.iso3]:
        return None
    bar = _NOT_TO.match(words, told.end)
    begin = after_verb(sentence, bar.end() if bar else told.end + 1)
    gone = undoing(words, told.end + 1, reach)
    found = _trimmed(sentence, told, gone.end() if gone else begin, reach)
    if found is None or not find_matter(words[found.start : found.end]):
        return None
    return replace(found, turned=True) if bar or gone else found


_KEPT = re.compile(
    r"\s+(?:\w+ly\s+|now\s+|also\s+)*be\s+(?:\w+ly\s+)?(?:reformed|overhauled|expanded|enlarged|"
    r"restructured|moderni[sz]ed|respected|upheld|protected|preserved|safeguarded|restored|"
    r"implemented|observed|honou?red|guaranteed|ensured|released|resolved|settled|strengthened|"
    r"recogni[sz]ed|maintained|adopted|concluded|found|reached|extended|renewed)\b"
)
"""What one wants done with a thing one is for."""


def _turned(words: str, start: int, end: int) -> Object:
    start, end = _stripped(words, start, end)
    return Object(start=start, end=end, whole=start, turned=True)
