"""Which documents of a sentence its words for signing, ratifying or ending are about."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from communique.extract.acting import Acting
from communique.extract.clauses import VERB
from communique.extract.listed_papers import ASIDE, all_before, list_from
from communique.extract.papers import Paper

_LASTING = ("ended", "suspended", "extended")
_AMONG = re.compile(
    r"\b(?:among\s+(?:them|which|these)(?:\s+\w+)?|including|such\s+as|namely|:)\s+(?:\(?(?:\d{1,2}|[a-z]|[ivx]+)[.)]\s*)?$"
)
_ALSO = re.compile(
    r"[^.;“”\"]*?(?:,|\band\b|\bbut\b|\bthen\b)\s+"
    r"(?:(?:\w+ly|later|then|also|since|was|were|has\s+been|have\s+been|is\s+now)\s+)*"
)
_INVERTED = re.compile(r"^(?:Among|Also|Signed|Adopted|Initialled|The\s+others?)\b")
_WERE = re.compile(r"(?:\s+[^.;]{0,60}?)?\s+(?:was|were|is|are)\s+")
_STRAIGHT = re.compile(
    r"\s*(?:,?\s*(?:on|in|last|this|today|yesterday|formally|unilaterally)(?:\s+[\w.]+){0,3},?)?"
    r"\s*(?:(?:until|through|to|by|for|from|as\s+of|with\s+effect\s+from)\s+(?:[\w.,]+\s+){1,4}?)?"
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
_OPENED = re.compile(r"[^,.;]{0,60}(?:,\s+\d{4})?,\s+(?:it|they|both)\b")
_CLOSED = re.compile(r"[^,.;]{0,60}(?:,\s+\d{4})?,\s+$")
_NEXT_TO = re.compile(r"\s+|,?\s+(?:which|that)\s+(?:[\w’'-]+\s+){0,5}")
_BY_WHICH = re.compile(
    r"\b(?:by|under|in|through|with|from|after)\s+which\b|\bwhere(?:by)?\b"
    r"|\bwhose\b(?!\s+(?:text|terms|draft|wording|term|validity|operation|application)\b)"
)
_OTHER = re.compile(
    r"\b(?:relations|ties|links|sanctions|flights|visas?|talks|imports|exports|hostilities|war|"
    r"embargo|tariffs|borders?|embass(?:y|ies)|contacts|dialogue)\s+(?:(?:had|has|have)\s+)?$"
)
"""What else than a document is renewed, suspended or ended."""


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
    inner = [paper for paper in papers if paper.inner]
    papers = [paper for paper in papers if not paper.inner]
    for at, acting in enumerate(actings):
        bound = actings[at + 1].start if at + 1 < len(actings) else len(text)
        near = next((p for p in inner if _NEXT_TO.fullmatch(text, p.end, acting.start)), None)
        found = (
            Attached(acting=acting, papers=(near,), object=False)
            if near and acting.way != "noun"
            else _attached(text, papers, acting, bound)
        )
        if found and last and _of_noun(text, found, last):
            continue
        if found is None and last and acting.plain:
            joined = _ALSO.fullmatch(text, last.acting.end, acting.start)
            found = replace(last, acting=acting) if joined else None
        if found:
            listed = _members_behind(text, found, papers, bound)
            last = replace(found, papers=(*found.papers, *listed))
            yield last


def _of_noun(text: str, found: Attached, last: Attached) -> bool:
    """Whether what a passive tells is of the signing or ratification itself ("was cancelled")."""
    if found.acting.way != "passive" or last.acting.way != "noun" or found.papers != last.papers:
        return False
    opened = re.fullmatch(r"(?:The|A|Its|Their|Formal)?\s*", text[: last.acting.start])
    return opened is not None and not _RELATIVE.search(text, last.acting.end, found.acting.start)


def _members_behind(
    text: str, found: Attached, papers: Sequence[Paper], bound: int
) -> tuple[Paper, ...]:
    """The documents that a sentence lists of a package behind what is done with it."""
    for paper in papers:
        if paper.start > found.acting.end and _AS_WAS.fullmatch(
            text, found.acting.end, paper.start
        ):
            return list_from(text, papers, paper, bound)
    if found.object or not found.papers or not found.papers[-1].plural:
        return ()
    for paper in papers:
        if found.acting.end < paper.start < bound and _AMONG.search(
            text, found.acting.end, paper.start
        ):
            return list_from(text, papers, paper, bound)
    return ()


def _attached(text: str, papers: Sequence[Paper], acting: Acting, bound: int) -> Attached | None:
    left = next((p for p in reversed(papers) if p.end <= acting.done), None)
    if left and re.search(r"[;]|\.\s", text[left.end : acting.start]) and acting.way != "signing":
        left = None
    if acting.way in ("passive", "alone", "signing"):
        return _subject(text, papers, acting, left, bound)
    if acting.way == "verb" and _is_participle(text, left, acting):
        return Attached(acting=acting, papers=_one(left), object=False)
    right = _object(text, papers, acting, bound)
    if right:
        return Attached(acting=acting, papers=list_from(text, papers, right, bound), object=True)
    if acting.way == "noun" or _IT.match(text, acting.end):
        known = bool(_IT.match(text, acting.end))
        return Attached(acting=acting, papers=_one(left), object=True) if known else None
    return _behind(text, papers, acting, left)


def _subject(
    text: str, papers: Sequence[Paper], acting: Acting, left: Paper | None, bound: int
) -> Attached | None:
    """A verb that has its document before it; but for "brought the treaty into force"."""
    if acting.way == "alone" and text.startswith(("br", "put"), acting.start):
        right = _object(text, papers, acting, bound)
        if right:
            return Attached(acting=acting, papers=(right,), object=True)
    if left and _of_another(text, left, acting):
        return None
    if left is None or _IT_BEFORE.search(text[: acting.done]):
        known = _pronoun(text, acting) or acting.way == "signing"
        return Attached(acting=acting, papers=_one(left), object=False) if known else None
    told = left.words.startswith("exchange") or text.startswith("dat", acting.start)
    if acting.act == "signed" and acting.way == "alone" and not told:
        return None
    return Attached(acting=acting, papers=all_before(text, papers, left, acting), object=False)


def _of_another(text: str, left: Paper, acting: Acting) -> bool:
    """Whether a passive has another subject than the document before it."""
    between = text[left.end : acting.done]
    return bool(_BY_WHICH.search(between) or (acting.way != "signing" and _OTHER.search(between)))


def _behind(
    text: str, papers: Sequence[Paper], acting: Acting, left: Paper | None
) -> Attached | None:
    """A verb without an object, behind its document."""
    if left is None:
        lasts = acting.act in _LASTING and _WHEN.match(text, acting.end)
        known = lasts and _IT_BEFORE.search(text[: acting.start])
        return (
            Attached(acting=acting, papers=(), object=False)
            if known
            else _opening(text, papers, acting)
        )
    between = text[left.end : acting.start]
    if text.startswith("end", acting.start) and not _WHEN.match(text, acting.end):
        return None
    if acting.act == "ended" and _THAT.search(between) and not _WHEN.match(text, acting.end):
        return None
    told = _is_relative(between) or bool(acting.plain and _SUBJECT.fullmatch(between))
    aside = between.startswith(",") and between.endswith(", ")
    if told or (acting.plain and (aside or not VERB.search(between))):
        return Attached(acting=acting, papers=_one(left), object=False)
    lasting = acting.act in _LASTING
    plain = _MODAL.sub("", _INSERTED.sub("", between))
    if lasting and not VERB.search(plain) and _WHEN.match(text, acting.end):
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
    return between.endswith(", ") and not VERB.search(between) and not ASIDE.search(between)


def _object(text: str, papers: Sequence[Paper], acting: Acting, bound: int) -> Paper | None:
    """The document that a verb has for its object, or a noun speaks of."""
    right = next((paper for paper in papers if paper.start >= acting.end - 1), None)
    if right is None or right.start >= max(bound, acting.end + 1):
        return None
    gap = text[acting.end : right.start]
    strict = acting.act in ("ended", "extended", "approved", "suspended")
    if strict:
        return right if _STRAIGHT.fullmatch(gap) and not VERB.search(gap) else None
    if len(gap) > 90 or re.search(r"[;:“”\"](?!\s*$)", gap):
        return None
    if acting.plain and _INVERTED.search(text[: acting.end]) and _WERE.fullmatch(gap):
        return right
    if VERB.search(gap) or ASIDE.search(gap):
        return None
    return right


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
