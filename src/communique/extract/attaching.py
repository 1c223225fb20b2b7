"""Which documents of a sentence its words for signing, ratifying or ending are about."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from communique.extract.acting import Acting
from communique.extract.clauses import VERB
from communique.extract.papers import Paper

_ASIDE = re.compile(
    r"\b(?:that|which|who|whose|while|when|after|before|as|under|against|following|since|because|"
    r"by|with|until|than|although|though|if|but)\b"
)
_JOINED = re.compile(
    r"(?:,|\band|\bor|\bas\s+well\s+as|\balong\s+with|\btogether\s+with|\bplus|\bincluding|\bnamely|:|;|;\s+and|"
    r"\bsuch\s+as|\bamong\s+(?:them|which|these)(?:\s+(?:are|is|were|was))?|\bincluded?|\bcovering|\banother(?:\s+is)?|\bthe\s+(?:other|second|third)(?:\s+is)?|\bthe\s+third,)"
    r"\s*(?:also\s+)?(?:\(?\d{1,2}[.)]\s*|\(?[a-z]\)\s*|\([ivx]+\)\s*|[“\"])?$"
)
_MEMBERS = re.compile(
    r"^(?:Among\s+(?:them|these|those|the\s+(?:\w+\s+){0,3}(?:documents|agreements|instruments|papers|memoranda))"
    r"\s+(?:are|is|were|was)|One\s+(?:of\s+them\s+)?(?:is|was)|The\s+first\s+(?:is|was)|"
    r"(?:They|These|Those|The\s+(?:\w+\s+){0,3}?(?:documents|agreements|instruments|papers|memoranda|package|"
    r"list|texts|deals|accords))\s+(?:signed\s+|also\s+)?(?:includ(?:e|ed|es)|compris(?:e|ed|es)|are|were|cover(?:s|ed)?))\b"
)
_AMONG = re.compile(
    r"\b(?:among\s+(?:them|which|these)(?:\s+\w+)?|including|such\s+as|namely|:)\s+(?:\(?(?:\d{1,2}|[a-z])[.)]\s*)?$"
)
_ALSO = re.compile(
    r"[^.;“”\"]*?(?:,|\band\b|\bbut\b|\bthen\b)\s+"
    r"(?:(?:\w+ly|later|then|also|since|was|were|has\s+been|have\s+been|is\s+now)\s+)*"
)
_FOLLOWING = re.compile(
    r":\s*$|\bfollowing\s+(?:\w+\s+){0,3}(?:documents|agreements|instruments)\b"
)
_ITEM = re.compile(
    r"^(?:[-–—•*·]\s*|\(?\d{1,2}[.)]\s*|\(?[a-z]\)\s*)?(?=[“\"]?(?:an?\s|the\s)?\w)", re.I
)
_INVERTED = re.compile(r"^(?:Among|Also|Signed|Adopted|Initialled|The\s+others?)\b")
_WERE = re.compile(r"(?:\s+[^.;]{0,60}?)?\s+(?:was|were|is|are)\s+")
_STRAIGHT = re.compile(
    r"\s*(?:,?\s*(?:on|in|last|this|today|yesterday|formally|unilaterally)(?:\s+[\w.]+){0,3},?)?"
    r"\s*(?:(?:the|its|their)\s+(?:text|terms|validity|application|operation|implementation)\s+of\s+)?"
)
_THAT = re.compile(r"\b(?:that|which)\s+(?:will\s+|would\s+)?$")
_INSERTED = re.compile(r",[^,]*,")
_MODAL = re.compile(r"\b(?:will|would|is\s+to|was\s+to|shall)\s*$")
_WHEN = re.compile(r"\s+(?:on|in|at|next|this|by)\b|[.,;]|$")
_AS_WAS = re.compile(r"[^.;]*,\s+as\s+(?:was|were)\s+")
_RELATIVE = re.compile(r"(?<!\bso\s)\b(?:that|which|whom)\b")
_SUBJECT = re.compile(
    r"\s+(?:(?:the|their|both)\s+)?(?:[\w\-’']+\s+){1,5}(?:(?:had|have|has)\s+(?:\w+ly\s+)?)?"
)
_IT = re.compile(r"\s+(?:it|them|both|this|these)\b(?!\s+\w+ly\s+clear)")
_IT_BEFORE = re.compile(
    r"\b(?:it|they|both|which|this|these)\s+"
    r"(?:(?:will|would|is|are|was|were|has|have|had|may|could|shall|should|also|then|only|finally|"
    r"to|due|expected|set|scheduled|be|been|not|yet|itself|formally|officially)\s+)*$",
    re.IGNORECASE,
)
_OPENED = re.compile(r"[^,.;]{0,60},\s+(?:it|they|both)\b")
_CLOSED = re.compile(r"[^,.;]{0,60},\s+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """What is done with `papers` of a sentence; with one named before it where there are none.

    `object` where they stand behind the word for it, so that those who do it stand before.
    """

    acting: Acting
    papers: tuple[Paper, ...]
    object: bool


def attach(text: str, papers: Sequence[Paper], actings: Sequence[Acting]) -> Iterator[Attached]:
    """What a sentence tells to be done with documents, in order."""
    last: Attached | None = None
    for at, acting in enumerate(actings):
        bound = actings[at + 1].start if at + 1 < len(actings) else len(text)
        found = _attached(text, papers, acting, bound)
        if found is None and last and acting.plain:
            joined = _ALSO.fullmatch(text, last.acting.end, acting.start)
            found = replace(last, acting=acting) if joined else None
        if found:
            listed = _members_behind(text, found, papers, bound)
            last = replace(found, papers=(*found.papers, *listed))
            yield last


def _members_behind(
    text: str, found: Attached, papers: Sequence[Paper], bound: int
) -> tuple[Paper, ...]:
    """The documents that a sentence lists of a package behind what is done with it."""
    for paper in papers:
        if paper.start > found.acting.end and _AS_WAS.fullmatch(
            text, found.acting.end, paper.start
        ):
            return _list_from(text, papers, paper, bound)
    if found.object or not found.papers or not found.papers[-1].plural:
        return ()
    for paper in papers:
        if found.acting.end < paper.start < bound and _AMONG.search(
            text, found.acting.end, paper.start
        ):
            return _list_from(text, papers, paper, bound)
    return ()


def opens_list(text: str) -> bool:
    """Whether a sentence opens a list of documents that goes on below it."""
    return bool(_FOLLOWING.search(text))


def members(text: str, papers: Sequence[Paper], *, listed: bool) -> tuple[Paper, ...]:
    """The documents that "Among them are ..." lists of a package named before.

    Where a list goes on (`listed`), also the one that a line of it opens with.
    """
    opened = _MEMBERS.match(text) or (_ITEM.match(text) if listed else None)
    if opened is None:
        return ()
    first = next((paper for paper in papers if paper.start >= opened.end()), None)
    if first is None or _ASIDE.search(text, opened.end(), first.start):
        return ()
    if opened.re is _ITEM and first.start > opened.end() + 1:
        return ()
    return _list_from(text, papers, first, len(text))


def _attached(text: str, papers: Sequence[Paper], acting: Acting, bound: int) -> Attached | None:
    left = next((p for p in reversed(papers) if p.end <= acting.done), None)
    if left and re.search(r"[;]|\.\s", text[left.end : acting.start]) and acting.way != "signing":
        left = None
    if acting.way in ("passive", "alone", "signing"):
        if left is None or _IT_BEFORE.search(text[: acting.done]):
            known = _pronoun(text, acting) or acting.way == "signing"
            return Attached(acting=acting, papers=_one(left), object=False) if known else None
        if (
            acting.act == "signed"
            and acting.way == "alone"
            and not left.words.startswith("exchange")
        ):
            return None
        return Attached(acting=acting, papers=_before(text, papers, left, acting), object=False)
    if acting.way == "verb" and _is_participle(text, left, acting):
        return Attached(acting=acting, papers=_one(left), object=False)
    right = _object(text, papers, acting, bound)
    if right:
        return Attached(acting=acting, papers=_list_from(text, papers, right, bound), object=True)
    if acting.way == "noun" or _IT.match(text, acting.end):
        known = bool(_IT.match(text, acting.end))
        return Attached(acting=acting, papers=_one(left), object=True) if known else None
    return _behind(text, papers, acting, left)


def _behind(
    text: str, papers: Sequence[Paper], acting: Acting, left: Paper | None
) -> Attached | None:
    """A verb without an object, behind its document."""
    if left is None:
        return _opening(text, papers, acting)
    between = text[left.end : acting.start]
    if acting.act == "ended" and _THAT.search(between) and not _WHEN.match(text, acting.end):
        return None
    told = _is_relative(between) or (acting.plain and _SUBJECT.fullmatch(between))
    aside = between.startswith(",") and between.endswith(", ")
    if told or (acting.plain and (aside or not VERB.search(between))):
        return Attached(acting=acting, papers=_one(left), object=False)
    lasts = acting.act in ("ended", "suspended", "extended")
    plain = _MODAL.sub("", _INSERTED.sub("", between))
    if lasts and not VERB.search(plain) and _WHEN.match(text, acting.end):
        return Attached(acting=acting, papers=_one(left), object=False)
    return None


def _is_relative(between: str) -> bool:
    """Whether "which" or "that" opens right behind the document, before any other verb."""
    opened = _RELATIVE.search(between)
    return opened is not None and not VERB.search(between[: opened.start()])


def _one(paper: Paper | None) -> tuple[Paper, ...]:
    return (paper,) if paper else ()


def _pronoun(text: str, acting: Acting) -> bool:
    return bool(_IT_BEFORE.search(text[: acting.done]) or _IT_BEFORE.search(text[: acting.start]))


def _is_participle(text: str, left: Paper | None, acting: Acting) -> bool:
    """Whether "signed" stands right behind its document, or behind a comma that closes it."""
    if left is None or not acting.plain:
        return False
    between = text[left.end : acting.start]
    if not between.strip(" ,"):
        return True
    return between.endswith(", ") and not VERB.search(between) and not _ASIDE.search(between)


def _object(text: str, papers: Sequence[Paper], acting: Acting, bound: int) -> Paper | None:
    """The document that a verb has for its object, or a noun speaks of."""
    right = next((paper for paper in papers if paper.start >= acting.end - 1), None)
    if right is None or right.start >= max(bound, acting.end + 1):
        return None
    gap = text[acting.end : right.start]
    strict = acting.act in ("ended", "extended", "approved", "suspended")
    if strict and not _STRAIGHT.fullmatch(gap):
        return None
    if len(gap) > 90 or re.search(r"[;:“”\"](?!\s*$)", gap):
        return None
    if acting.plain and _INVERTED.search(text[: acting.end]) and _WERE.fullmatch(gap):
        return right
    if VERB.search(gap) or _ASIDE.search(gap):
        return None
    return right


def _list_from(text: str, papers: Sequence[Paper], first: Paper, bound: int) -> tuple[Paper, ...]:
    """A document and those joined to it by commas and "and" behind it."""
    found = [first]
    for paper in papers:
        if paper.start < found[-1].end:
            continue
        link = text[found[-1].end : paper.start]
        if (
            paper.start > bound
            or re.search(r"[“”]|;(?=.)", link.strip())
            or not _JOINED.search(link)
        ):
            break
        found.append(paper)
    return tuple(found)


def _before(text: str, papers: Sequence[Paper], last: Paper, acting: Acting) -> tuple[Paper, ...]:
    """The subject of a passive: with "were" all that are joined before it."""
    if acting.way != "passive" or not re.search(r"\b(?:were|are|have|be)\b", text[last.end :]):
        return (last,)
    found = [last]
    for paper in reversed(papers):
        if paper.end > found[0].start:
            continue
        link = text[paper.end : found[0].start]
        if VERB.search(link) or not _JOINED.search(link):
            break
        found.insert(0, paper)
    return tuple(found)


def _opening(text: str, papers: Sequence[Paper], acting: Acting) -> Attached | None:
    """The document of "Signed in 2023, it ..." at the head of a sentence."""
    if text[: acting.start].strip(' “"') or not acting.plain:
        return None
    for paper in papers:
        if _CLOSED.fullmatch(text[acting.end : paper.start]):
            return Attached(acting=acting, papers=(paper,), object=False)
    if _OPENED.match(text, acting.end):
        return Attached(acting=acting, papers=(), object=False)
    return None
