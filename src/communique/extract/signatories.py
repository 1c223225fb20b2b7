"""The parties of a document: states by code, bodies of states by acronym."""

import re
from collections.abc import Iterable
from itertools import pairwise

from communique.extract.acting import Acting
from communique.extract.attaching import Attached
from communique.extract.ids import actor_id, state_actor_id, state_name
from communique.extract.known_papers import Papers
from communique.extract.marks import Found, Marked
from communique.extract.papers import Paper, find_papers
from communique.extract.words import scan
from communique.types.parties import Actor
from communique.vocab.instruments import body_code, body_name
from communique.vocab.organisations import find_organisation

Parties = tuple[str, ...]
_MOST = 6
"""More parties than this in one clause are no longer those who sign."""
_OF = re.compile(
    r"\b(?:ministers|leaders|heads|representatives|chief|chairman|president|members\s+states|officials)"
    r"\s+(?:\w+\s+)?of\s+(?:the\s+)?$",
    re.IGNORECASE,
)
LINK = re.compile(
    r"(?:['’]s?)?\s*(?:,\s*(?:and\s+)?|\band\s+|&\s*|[-–—]\s*)?(?:the\s+|of\s+|its\s+|his\s+|her\s+)*"
)
_WITH = re.compile(r"\b(?P<word>between|with)\s+(?:the\s+|its\s+|neighbouring\s+)*", re.IGNORECASE)
_BREAK = re.compile(
    r"[;:“”\"—–]\s|\b(?:said|says|told|announced|added|noted|that|which|where|when|while|whose|after|"
    r"before|because|since|under\s+which)\s",
)
_THREE = re.compile(r"\b(?:trilateral|tripartite|three-way)\b", re.IGNORECASE)
_BLOC = re.compile(
    r"\b(?:[Tt]he|that)\s+(?:bloc|union|grouping|group|alliance)\b(?:\s+\w+){0,4}\s*$"
)
_AGENT_ENDS = re.compile(r"\s(?:at|in|on|during|after|before|as|which|who|that|last|this)\s|;")
_FREE = re.compile(
    r"(?:^|[,;:“\"(—–-]\s*|\b(?:and|between|with|by|the|that|said|its|while|but|between\s+the)\s+)"
    r"(?:the\s+)?$",
    re.IGNORECASE,
)


def parties_of(unit: Marked, attached: Attached | None, paper: Paper, main: Parties) -> Parties:
    """The parties that a sentence names for a document, sorted; one or none where it names no more.

    They stand in its name, behind it ("between", "with"), or do what is done ("A and B signed").
    """
    inside = _inside(unit, paper)
    if len(inside) > 1:
        return inside
    word, behind = _behind(unit, paper)
    if word == "between" and len(behind) > 1:
        return behind
    doers = _doers(unit, attached, paper)
    if len(main) > 2 and set(doers) < set(main) and attached and _only_pointed(unit, attached):
        doers = main
    if set(doers) <= set(behind):
        doers = ()
    if not doers and _BLOC.search(unit.words[: paper.start]):
        doers = tuple(code for code in main if body_name(code))
    owner = _owner(unit, paper)
    if word and behind:
        first = doers or owner or inside or _first_before(unit, paper, main)
        more = main if _THREE.search(unit.words[paper.start : paper.end]) else ()
        return in_order((*first, *behind, *more))
    if len(doers) > 1 and len(doers) <= _MOST:
        return doers
    return in_order((*doers, *owner, *inside)) or _pair(unit, paper)


def _doers(unit: Marked, attached: Attached | None, paper: Paper) -> Parties:
    """Those who do it, if what is done is told of this document and not of "both" or "it"."""
    if attached is None or (attached.acting.way == "noun" and paper.end <= attached.acting.start):
        return ()
    return doers_of(unit, attached)


def _only_pointed(unit: Marked, attached: Attached) -> bool:
    """Whether those who do it are "they" or "the ministers", who may be more than two."""
    named = [each for each in unit.every if each.end <= attached.acting.done and codes(unit, each)]
    return bool(named) and named[-1].kind == "group" and named[-1].points != ""


def _pair(unit: Marked, paper: Paper) -> Parties:
    """The two that a sentence names together, of a new document without parties of its own.

    The three of it, where the document is trilateral.
    """
    if paper.points != "new":
        return ()
    every = [each for each in unit.every if each.kind in ("person", "state", "office")]
    every = [each for each in every if len(codes(unit, each)) == 1]
    told = in_order(code for each in every for code in codes(unit, each))
    if len(told) == 3 and _THREE.search(unit.words[paper.start : paper.end]):
        return told
    for one, other in pairwise(every):
        joined = re.fullmatch(r"\s+and\s+(?:the\s+)?", unit.words[one.end : other.start])
        if joined and len(told) == 2 and codes(unit, one) != codes(unit, other):
            return told
    return ()


def doers_of(unit: Marked, attached: Attached) -> Parties:
    """Those who do what is done: before the verb, or behind "by"."""
    acting, text = attached.acting, unit.words
    if acting.way == "noun" or attached.object or acting.way == "verb":
        return _subjects(unit, acting, attached)
    by = re.compile(r"[^.;]{0,40}?\bby\s+").match(text, acting.end)
    if by is None:
        return ()
    stop = _AGENT_ENDS.search(text, by.end())
    return parties_in(unit, by.end() - 4, stop.start() if stop else len(text))


def _subjects(unit: Marked, acting: Acting, attached: Attached) -> Parties:
    text, stop = unit.words, acting.done
    start = 0
    if not attached.object and attached.papers:
        start = attached.papers[-1].end
    for match in _BREAK.finditer(text, start, stop):
        start = match.end()
    return parties_in(unit, start, stop)


def _behind(unit: Marked, paper: Paper) -> tuple[str, Parties]:
    """The parties listed right behind "between" or "with", and that word."""
    text = unit.words
    stop = next((p.start for p in find_papers(unit) if p.start >= paper.end), len(text))
    for match in _WITH.finditer(text, paper.head, min(stop, paper.head + 260)):
        told = [code for each in chain(unit, match.end()) for code in codes(unit, each)]
        if told:
            return match["word"].lower(), in_order(told)
        if re.search(r"[;]", text[paper.head : match.start()]):
            break
    return "", ()


def chain(unit: Marked, at: int) -> list[Found]:
    """The mentions that follow each other from `at`, joined by commas and "and"."""
    linked: list[Found] = []
    for found in unit.every:
        if found.start < at - 4 or found.end <= at or not codes(unit, found):
            continue
        if found.start > at and not LINK.fullmatch(unit.words, at, found.start):
            break
        linked.append(found)
        at = found.end
    return linked


def _owner(unit: Marked, paper: Paper) -> Parties:
    """Whose "its agreement" or "Peru's agreement" is."""
    if paper.points != "owned":
        return ()
    return in_order(
        code
        for each in unit.every
        if each.start <= paper.start < each.end or paper.start - 1 <= each.end <= paper.head
        for code in codes(unit, each)
    )


def _inside(unit: Marked, paper: Paper) -> Parties:
    """The parties that a document's own name holds ("the EU-Viet Nam Agreement")."""
    start, end = paper.start, paper.end
    marked = (each for each in unit.every if start <= each.start and each.end <= end)
    told = [code for each in marked if each.kind in ("state", "igo") for code in codes(unit, each)]
    return in_order((*told, *named_in(unit.words[start:end])))


def _first_before(unit: Marked, paper: Paper, main: Parties) -> Parties:
    """The party that a sentence names first before a document, one of the report's if it can be."""
    before = [each for each in unit.every if each.end <= paper.start and _may_act(unit, each)]
    told = [code for each in before for code in codes(unit, each)[:1]]
    return tuple([code for code in told if code in main][:1] or told[:1])


def parties_in(unit: Marked, start: int, end: int) -> Parties:
    """The parties named in `start:end` of a sentence, sorted."""
    found = [each for each in unit.every if start <= each.start and each.end <= end]
    told = [code for each in found if _may_act(unit, each) for code in codes(unit, each)]
    return in_order(told)


def _may_act(unit: Marked, found: Found) -> bool:
    """Whether a mention may be that of a party: no body that another is only with or at."""
    if found.kind == "igo":
        if _OF.search(unit.words[: found.start]):
            return True
        return bool(_FREE.search(unit.words[: found.start])) or found.start == 0
    return not (found.points in ("they", "it", "he", "she") and found.plain and len(found.iso3) < 2)


def codes(unit: Marked, found: Found) -> Parties:
    """The parties that a mention stands for; "his Kazakh counterpart" by its adjective."""
    if found.iso3:
        return found.iso3
    listed = find_organisation(found.name) if found.kind in ("igo", "pronoun") else None
    if listed and found.points != "body":
        return (body_code(listed.name),)
    if found.points == "counterpart":
        return tuple(hit.iso3 for hit in scan(unit.words[found.start : found.end]) if hit.iso3)
    return ()


def party_actor(code: str) -> Actor:
    """A party to a document as an actor: a state by its code, a body of states by its acronym."""
    body = body_name(code)
    if body:
        return Actor(id=actor_id("igo", body, None), name=body, kind="igo", iso3=None, sector="IGO")
    return Actor(
        id=state_actor_id(code), name=state_name(code), kind="state", iso3=code, sector="GOV"
    )


def in_order(told: Iterable[str]) -> Parties:
    """Parties sorted, each once."""
    return tuple(sorted(set(told)))


def completed(told: Parties, papers: Papers) -> Parties:
    """The parties of a document of which a sentence names `told`: with those that it leaves out.

    None where those named are not among the parties of the report, or of a document before.
    """
    if len(told) > 1:
        return told
    before = (known.parties for known in reversed(papers.every) if len(known.parties) == 2)
    for parties in (papers.main, *before):
        if len(parties) > 1 and set(told) <= set(parties):
            return parties
    return in_order((*told, papers.home)) if papers.home else ()


def named_in(text: str) -> Parties:
    """The states and bodies that some words name, sorted."""
    return in_order(
        hit.iso3 or body_code(hit.name) for hit in scan(text) if hit.iso3 or hit.kind == "igo"
    )
