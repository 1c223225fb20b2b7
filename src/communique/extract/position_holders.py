"""Whose position it is: the subject of the cue, else the one thanked, else who speaks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.extract.context import Context
from communique.extract.ids import state_name
from communique.extract.marks import Found
from communique.extract.position_cues import Told
from communique.extract.position_objects import judge_of
from communique.extract.position_text import Parsed, is_pronoun, joined, span_of, subject_of
from communique.extract.words import scan
from communique.types.record import Statement
from communique.types.text import Span
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
    r"capital|kingdom|republic|emirate|bloc|country|side|statement|communiqu[eé]|declaration|chair)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """A party that holds a position; `iso3` where it is, or speaks for, a state."""

    name: str
    ids: tuple[str, ...]
    iso3: str | None


def holders(
    context: Context, sentence: Parsed, told: Told, last: Holder | None
) -> tuple[Holder, ...]:
    """Whose position a cue tells; `last` held the one before."""
    found = _thanked(context, sentence, told) or _named(context, sentence, told, last)
    return tuple({each.iso3 or each.name: each for each in found}.values())


def _named(context: Context, sentence: Parsed, told: Told, last: Holder | None) -> list[Holder]:
    token = _doer(sentence, told)
    if token is None:
        if sentence.headline and (before := _heading(sentence, told)):
            return _of_mentions(context, before, last)
        return speakers(context, sentence, told) or ([last] if last else [])
    start, end = span_of(token)
    words = sentence.unit.words[start:end]
    ours = _OWN.fullmatch(words) or token.lower_ in ("we", "i", "our", "my")
    if ours and (spoken := speakers(context, sentence, told)):
        return spoken
    found: list[Holder] = []
    for each in joined(token):
        found += _party(context, sentence, each, last)
    if not found and (is_pronoun(token) or token.tag_ in ("PRP", "PRP$")):
        return speakers(context, sentence, told) or ([last] if last else [])
    if not found and _SIDES.search(words):
        return _both(context, sentence)
    if not found and _OFFICE.search(words):
        return speakers(context, sentence, told) or ([last] if last else [])
    return found


def _heading(sentence: Parsed, told: Told) -> list[Found]:
    """The parties that open a headline: "Kyiv, Vilnius against ..."."""
    kept: list[Found] = []
    for mention in sentence.mentions(0, told.start):
        between = sentence.unit.words[kept[-1].end : mention.start] if kept else ""
        if between.strip() in ("", ",", "and", "&", "-"):
            kept.append(mention)
    return kept


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
    return subject_of(head)


def _thanked(context: Context, sentence: Parsed, told: Told) -> list[Holder]:
    """The one who is thanked, or counted on, for a stance."""
    words = sentence.unit.words
    for match in reversed(list(_THANKED.finditer(words, 0, told.start))):
        between = words[match.end() : told.start]
        if not re.search(r"\bfor\b|\bof\b", between) or re.search(r"[;:]|\bsaid\b", between):
            continue
        named = [m for m in sentence.mentions(match.end(), told.start) if m.kind != "pronoun"]
        return _of_mentions(context, named[:1], None)
    return []


def _party(context: Context, sentence: Parsed, token: "Token", last: Holder | None) -> list[Holder]:
    """The parties that a noun with its own words names."""
    start, end = span_of(token)
    words = sentence.unit.words
    if body := find_organisation(words[start:end]):
        return [Holder(name=body.name, ids=(), iso3=None)]
    at = token.idx
    held = [m for m in sentence.mentions(at, at + len(token)) if m.actor_ids or m.iso3]
    if found := _of_mentions(context, sorted(held, key=_reach)[:1], last):
        return found
    inner = [m for m in sentence.mentions(start, end) if m.actor_ids or m.iso3]
    if inner:
        several = token.tag_ in ("NNS", "NNPS") and len({m.iso3 for m in inner if m.iso3}) > 1
        return _of_mentions(context, inner if several else inner[:1], last)
    hits = [hit for hit in scan(words[start:end]) if hit.iso3 or hit.kind == "igo"]
    return [
        Holder(name=state_name(hit.iso3) if hit.iso3 else hit.name, ids=(), iso3=hit.iso3)
        for hit in hits[: None if token.tag_ in ("NNS", "NNPS") else 1]
    ]


def _reach(found: Found) -> tuple[bool, int]:
    """Mentions that say most come first."""
    return not found.actor_ids, found.start - found.end


def _of_mentions(context: Context, found: Sequence[Found], last: Holder | None) -> list[Holder]:
    return [each for mention in found for each in _of_mention(context, mention, last)]


def _of_mention(context: Context, found: Found, last: Holder | None) -> Iterator[Holder]:
    states = list(dict.fromkeys(found.iso3))
    if states and found.kind not in ("organisation", "igo"):
        for iso3 in states:
            ids = tuple(one for one in found.actor_ids if context.iso3_of(one) == iso3)
            yield Holder(name=state_name(iso3), ids=ids or found.actor_ids, iso3=iso3)
        return
    person = next((p for p in context.cast.persons if p.id in found.actor_ids), None)
    if person is None and found.name:
        yield Holder(name=found.name, ids=found.actor_ids, iso3=None)
    elif person and person.iso3:
        yield Holder(name=state_name(person.iso3), ids=found.actor_ids, iso3=person.iso3)
    elif person and person.body:
        yield Holder(name=person.body, ids=found.actor_ids, iso3=None)
    elif last:
        yield last


def speakers(context: Context, sentence: Parsed, told: Told) -> list[Holder]:
    """Who says the words of a cue."""
    said = statement_at(context, sentence, told.start, told.end)
    if said is None:
        return []
    found: list[Holder] = []
    for one in said.actor_ids:
        person = next((p for p in context.cast.persons if p.id == one), None)
        iso3 = person.iso3 if person else context.iso3_of(one)
        if iso3:
            found.append(Holder(name=state_name(iso3), ids=(one,), iso3=iso3))
        elif person and person.body:
            found.append(Holder(name=person.body, ids=(one,), iso3=None))
    if found or said.source is None:
        return found
    return _in_source(context, said)


def _in_source(context: Context, said: Statement) -> list[Holder]:
    """The party within words such as "a Turkish diplomat"."""
    for unit in context.units:
        base = unit.passage.span.start
        if said.source and unit.passage.span.holds(said.source.span):
            start, end = said.source.span.start - base, said.source.span.end - base
            inner = [m for m in unit.every if start <= m.start < end and (m.iso3 or m.actor_ids)]
            return _of_mentions(context, inner[:1], None)
    return []


def statement_at(context: Context, sentence: Parsed, start: int, end: int) -> Statement | None:
    """The statement of somebody else's words that holds a cue: the narrowest, not the cue's own."""
    base = sentence.unit.passage.span.start
    span = Span(start=base + start, end=base + end)
    held = [
        (piece.span.end - piece.span.start, at, statement)
        for at, statement in enumerate(context.statements)
        for piece in statement.content
        if piece.span.holds(span)
    ]
    return min(held, key=lambda each: each[:2])[2] if held else None
