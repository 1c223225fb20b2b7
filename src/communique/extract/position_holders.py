"""Whose position it is: the subject of the cue, else the one thanked, else who speaks."""

import re
from typing import TYPE_CHECKING

from communique.extract.context import Context
from communique.extract.ids import state_name
from communique.extract.marks import Found
from communique.extract.position_cues import Told
from communique.extract.position_objects import judge_of
from communique.extract.position_speakers import (
    Holder,
    of_mentions,
    source_at,
    speakers,
    told_by_cue,
)
from communique.extract.position_text import Parsed, is_pronoun, joined, span_of, subject_of
from communique.extract.words import scan
from communique.vocab.organisations import find_organisation

if TYPE_CHECKING:
    from spacy.tokens import Token

_THANKED = re.compile(
    r"\b(?:thank(?:s|ed|ing)?|grateful to|gratitude to|thanks to|appreciation to|indebted to|"
    r"count(?:s|ed|ing)? on|credit(?:s|ed)?|prais(?:es|ed|ing)|commend(?:s|ed|ing)|"
    r"congratulat(?:es|ed|ing)|criticis(?:es|ed|ing)|accus(?:es|ed|ing))\s+",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"(?:my|our|his|her|their|the) (?:own )?(?:country|government|nation|people|side|delegation|"
    r"ministry|administration|cabinet)\b",
    re.IGNORECASE,
)

_SIDES = re.compile(
    r"\b(?:(?:two|both|the) (?:sides|parties|countries|nations|states|governments|capitals|"
    r"(?:foreign )?ministers|leaders|presidents|neighbours|delegations)|sides|both)\b",
    re.IGNORECASE,
)
_PLACED = re.compile(r"\b(?:in|at|from|on)\s+$")
_OFFICE = re.compile(
    r"\b(?:government|ministry|minister|officials?|spokes\w+|secretary|secretary-general|chancellor|"
    r"president|authorities|ambassador|envoy|chancellery|palace|cabinet|leadership|diplomats?|"
    r"capital|kingdom|republic|emirates?|sultanate|federation|bloc|country|nation|side|statement|"
    r"communiqu[eé]|declaration|chair|organi[sz]ation|alliance|union|body|council|group|premier|"
    r"t[aá]naiste|kremlin|delegat\w+|mission|representative|coalition)\b",
    re.IGNORECASE,
)


def holders(
    context: Context, sentence: Parsed, told: Told, last: Holder | None
) -> tuple[Holder, ...]:
    """Whose position a cue tells; `last` held the one before."""
    found = _thanked(context, sentence, told) or _named(context, sentence, told, last)
    return tuple({each.iso3 or each.name: each for each in found}.values())


def _named(context: Context, sentence: Parsed, told: Told, last: Holder | None) -> list[Holder]:
    token = _doer(sentence, told)
    before = _heading(sentence, told)
    if len(before) > 1 or (sentence.headline and before and token is None):
        return of_mentions(context, before, last)
    if token is None and (told.passive or told.row.frame in ("named", "must")):
        return speakers(context, sentence, told)
    if token is None:
        return speakers(context, sentence, told) or ([last] if last else [])
    start, end = span_of(token)
    words = sentence.unit.words[start:end]
    ours = _OWN.fullmatch(words) or token.lower_ in ("we", "i", "our", "my")
    if ours and (spoken := speakers(context, sentence, told)):
        return spoken
    found = [one for each in joined(token) for one in _party(context, sentence, each, last)]
    return found or _unnamed(context, sentence, told, last, token)


def _unnamed(
    context: Context, sentence: Parsed, told: Told, last: Holder | None, token: "Token"
) -> list[Holder]:
    """Whom a noun means that names no party: "it", "both sides", "the ministry", a thing."""
    words = slice(*span_of(token))
    if token.lower_ in ("it", "its") and last and last.iso3:
        return [last]
    spoken = speakers(context, sentence, told)
    if is_pronoun(token) or token.tag_ in ("PRP", "PRP$"):
        return spoken or ([last] if last else [])
    if _SIDES.search(sentence.unit.words[words]):
        return _both(context, sentence)
    office = _OFFICE.search(sentence.unit.words[words]) is not None
    if office and spoken:
        return spoken
    said = source_at(context, sentence, token) or told_by_cue(context, sentence, told)
    if not said and last and office:
        return [last]
    return said or _party(context, sentence, token, last, loose=True)


def _heading(sentence: Parsed, told: Told) -> list[Found]:
    """The parties that open a sentence, apart by commas, and reach to the cue: "A, B push for"."""
    words = sentence.unit.words
    kept: list[Found] = []
    for mention in sentence.mentions(0, told.start):
        between = words[kept[-1].end : mention.start] if kept else words[: mention.start]
        if between.strip(" ") in (("", ",", "and", ", and", "&", "-") if kept else ("",)):
            kept.append(mention)
    chained = kept and "," in words[kept[0].end : kept[-1].start]
    reaches = kept and _REACHING.fullmatch(words[kept[-1].end : told.start])
    return kept if sentence.headline or (chained and reaches) else kept[:0]


_REACHING = re.compile(r"\s+(?:(?:\w+ly|both|all|again|jointly|have|will)\s+)*")


def _both(context: Context, sentence: Parsed) -> list[Holder]:
    """The two sides of a sentence or a report that names only two states."""
    words = sentence.unit.words
    found = [hit.iso3 for hit in scan(words) if hit.iso3 and not _PLACED.search(words[: hit.start])]
    states = list(dict.fromkeys(found))
    if len(states) != 2:
        states = list(dict.fromkeys(hit.iso3 for hit in scan(words) if hit.iso3))
    if len(states) != 2:
        states = list(context.cast.dyad or ())
    return [Holder(name=state_name(iso3), ids=(), iso3=iso3) for iso3 in states]


def _doer(sentence: Parsed, told: Told) -> "Token | None":
    """The token of the one who takes the stance."""
    head = told.head
    if told.passive:
        words = ("of", "from") if told.row.frame == "noun" else ("by",)
        agent = next((c for c in head.children if c.dep_ == "agent" or c.lower_ in words), None)
        return next(iter(agent.children), None) if agent is not None else None
    if told.row.frame == "must":
        return None
    if told.row.frame == "named":
        judge = judge_of(sentence, told)
        return subject_of(judge) if judge is not None else None
    if told.row.frame in ("noun", "nounto"):
        own = next((c for c in head.children if c.dep_ == "poss"), None)
        if own is not None and own.tag_ == "PRP$" and head.dep_ in ("dobj", "pobj", "conj"):
            doer = subject_of(head)
            return doer if doer is not None else own
        if own is not None:
            return own
        agent = next((c for c in head.children if c.lower_ == "by"), None)
        if agent is not None:
            return next(iter(agent.children), None)
        if head.i and sentence.doc[head.i - 1].tag_ == "POS":
            return sentence.doc[head.i - 2]
    if head.tag_ in ("NNS", "NNPS"):  # a verb that was read as a noun: "Laos adheres to"
        return next((c for c in head.children if c.dep_ == "compound"), subject_of(head))
    return subject_of(head)


def _thanked(context: Context, sentence: Parsed, told: Told) -> list[Holder]:
    """The one who is thanked, or counted on, for a stance."""
    words = sentence.unit.words
    for match in reversed(list(_THANKED.finditer(words, 0, told.start))):
        between = words[match.end() : told.start]
        if not re.search(r"\bfor\b|\bof\b", between) or re.search(r"[;:]|\bsaid\b", between):
            continue
        named = [m for m in sentence.mentions(match.end(), told.start) if m.kind != "pronoun"]
        return of_mentions(context, named[:1], None)
    return []


def _party(
    context: Context, sentence: Parsed, token: "Token", last: Holder | None, loose: bool = False
) -> list[Holder]:
    """The parties that a noun with its own words names; `loose` even where it is a thing."""
    start, end = span_of(token)
    words = sentence.unit.words
    if body := find_organisation(words[start:end]):
        return [Holder(name=body.name, ids=(), iso3=None)]
    at = token.idx
    held = [m for m in sentence.mentions(at, at + len(token)) if m.actor_ids or m.iso3]
    if found := of_mentions(context, sorted(held, key=_reach)[:1], last):
        return found
    if not (loose or _acts(token, words[start:end])):
        return []
    inner = [m for m in sentence.mentions(start, end) if m.actor_ids or m.iso3]
    if inner:
        several = token.tag_ in ("NNS", "NNPS") and len({m.iso3 for m in inner if m.iso3}) > 1
        return of_mentions(context, inner if several else inner[:1], last)
    hits = [hit for hit in scan(words[start:end]) if hit.iso3 or hit.kind == "igo"]
    return [
        Holder(name=state_name(hit.iso3) if hit.iso3 else hit.name, ids=(), iso3=hit.iso3)
        for hit in hits[: None if token.tag_ in ("NNS", "NNPS") else 1]
    ]


def _acts(token: "Token", words: str) -> bool:
    """Whether a noun is such as takes a stance: an office, a body, a proper name, not a thing."""
    named = token.tag_ in ("NNP", "NNPS", "PRP", "PRP$", "JJ", "JJR")
    return named or _OFFICE.search(words) is not None or _PEOPLE.search(token.lower_) is not None


_PEOPLE = re.compile(r"(?:[eo]rs?|ists?|m[ae]n|people|ians?|party|parliament|both|two|all|ants?)$")


def _reach(found: Found) -> tuple[bool, int]:
    """Mentions that say most come first."""
    return not found.actor_ids, found.start - found.end
