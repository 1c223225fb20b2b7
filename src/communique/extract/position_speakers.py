"""Who speaks the words in which a stance is taken, and whom mentions stand for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.extract.context import Context
from communique.extract.ids import state_name
from communique.extract.marks import Found
from communique.extract.position_cues import Told
from communique.extract.position_text import Parsed
from communique.types.record import Statement
from communique.types.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """A party that holds a position; `iso3` where it is, or speaks for, a state."""

    name: str
    ids: tuple[str, ...]
    iso3: str | None


def told_by_cue(context: Context, sentence: Parsed, told: Told) -> list[Holder]:
    """The party whose words begin right behind the cue, by the reading of statements."""
    at = sentence.unit.passage.span.start + told.end
    return next(
        (
            _tellers(context, said)
            for said in context.statements
            if said.source and said.content and 0 <= said.content[0].span.start - at <= _CLOSE
        ),
        [],
    )


_CLOSE = 6
"""How far behind its cue a statement's words may begin."""


def source_at(context: Context, sentence: Parsed, token: "Token") -> list[Holder]:
    """The parties of a statement whose source a noun stands in."""
    at = sentence.unit.passage.span.start + token.idx
    return next(
        (
            _tellers(context, said)
            for said in context.statements
            if said.source and said.source.span.start <= at < said.source.span.end
        ),
        [],
    )


def of_mentions(context: Context, found: Sequence[Found], last: Holder | None) -> list[Holder]:
    """The parties that mentions stand for; one who stands for none is `last`."""
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
    return _tellers(context, said) if said else []


def _tellers(context: Context, said: Statement) -> list[Holder]:
    """Those for whom a statement is made."""
    found: list[Holder] = []
    for one in said.actor_ids:
        person = next((p for p in context.cast.persons if p.id == one), None)
        iso3 = person.iso3 if person else context.iso3_of(one)
        body = person.body if person else _name(context, one, said)
        if iso3:
            found.append(Holder(name=state_name(iso3), ids=(one,), iso3=iso3))
        elif body:
            found.append(Holder(name=body, ids=(one,), iso3=None))
    if found or said.source is None:
        return found
    return _in_source(context, said)


def _name(context: Context, actor: str, said: Statement) -> str | None:
    """The name of a body by its mentions, else by the words of who says it."""
    named = (m.name for unit in context.units for m in unit.every if actor in m.actor_ids)
    source = said.source.text if said.source else ""
    called = source.removeprefix("the ").removeprefix("The ")
    return next((name for name in named if name), called if source[4:5].isupper() else None)


_SEVERAL = re.compile(
    r"(?:the )?(?:\w+ ){0,3}(?:ministers|presidents|leaders|governments|ministries|premiers|heads|"
    r"envoys|ambassadors|delegations|spokespersons)\b|[^,]+ and [^,]+$",
    re.IGNORECASE,
)


def _in_source(context: Context, said: Statement) -> list[Holder]:
    """The party within words such as "a Turkish diplomat"."""
    for unit in context.units:
        base = unit.passage.span.start
        if said.source and unit.passage.span.holds(said.source.span):
            start, end = said.source.span.start - base, said.source.span.end - base
            inner = [m for m in unit.every if start <= m.start < end and (m.iso3 or m.actor_ids)]
            several = _SEVERAL.match(said.source.text)
            return of_mentions(context, inner if several else inner[:1], None)
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
