"""Documents that a sentence lists: joined by commas and "and", or as members of a package."""

import re
from collections.abc import Sequence

from communique.extract.acting import Acting
from communique.extract.clauses import VERB
from communique.extract.papers import Paper

ASIDE = re.compile(
    r"\b(?:that|which|who|whose|while|when|after|before|as|under|against|(?<!the\s)following|since|because|"
    r"by|with|until|than|although|though|if|but)\b"
)
_JOINED = re.compile(
    r"(?:,|\band|\bor|\bas\s+well\s+as|\balong\s+with|\btogether\s+with|\bplus|\bincluding|\bnamely|:|;|;\s+and|"
    r"\bsuch\s+as|\bamong\s+(?:them|which|these)(?:\s+(?:are|is|were|was))?|\bincluded?|\bcovering|\banother(?:\s+is)?|\bthe\s+(?:other|second|third)(?:\s+is)?|\bthe\s+third,)"
    r"\s*(?:also\s+)?(?:(?:of|to|for)\s+)?(?:\(?\d{1,2}[.)]\s*|\(?[a-z]\)\s*|\([ivx]+\)\s*|[“\"])?$"
)
_ITEMISED = re.compile(r":\s+(?:\(?(?:\d{1,2}|[a-z]|[ivx]+)[.)]\s*)?[“\"]?$")
_MEMBERS = re.compile(
    r"^(?:Among\s+(?:them|these|those|the\s+(?:\w+\s+){0,3}(?:documents|agreements|instruments|papers|memoranda))"
    r"\s+(?:are|is|were|was)|One\s+(?:of\s+them\s+)?(?:is|was)|The\s+first\s+(?:is|was)|"
    r"(?:They|These|Those|The\s+(?:\w+\s+){0,3}?(?:documents|agreements|instruments|papers|memoranda|package|"
    r"list|texts|deals|accords))\s+(?:signed\s+|also\s+)?(?:includ(?:e|ed|es)|compris(?:e|ed|es)|are|were|cover(?:s|ed)?))\b"
)
_FOLLOWING = re.compile(
    r":\s*$|\bfollowing\s+(?:\w+\s+){0,3}(?:documents|agreements|instruments)\b"
)
_ITEM = re.compile(
    r"^(?:[-–—•*·]\s*|\(?\d{1,2}[.)]\s*|\(?[a-z]\)\s*)?(?=[“\"]?(?:an?\s|the\s)?\w)", re.I
)


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
    first = next((paper for paper in papers if paper.end > opened.end()), None)
    if first is None or ASIDE.search(text, opened.end(), first.start):
        return ()
    if opened.re is _ITEM and first.start > opened.end() + 1:
        return ()
    return list_from(text, papers, first, len(text))


def list_from(text: str, papers: Sequence[Paper], first: Paper, bound: int) -> tuple[Paper, ...]:
    """A document and those joined to it by commas and "and" behind it."""
    found = [first]
    itemised = bool(_ITEMISED.search(text[: first.start]))
    for paper in papers:
        if paper.start < found[-1].end:
            continue
        link = text[found[-1].end : paper.start]
        if (
            paper.start > bound
            or re.search(r"[“”]|;(?=.)" if not itemised else r"[“”]", link.strip())
            or not _JOINED.search(link)
        ):
            break
        found.append(paper)
    return tuple(found)


def all_before(
    text: str, papers: Sequence[Paper], last: Paper, acting: Acting
) -> tuple[Paper, ...]:
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
