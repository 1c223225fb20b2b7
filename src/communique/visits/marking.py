"""Sentences in which each person, place and date is one character, so that patterns read plainly.

The room's own small marking: it works on what the extraction found, whatever found it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from communique.types.parties import Actor
from communique.types.record import Findings, Place
from communique.types.text import DateMention, Evidence, Passage, Report, Span
from communique.vocab.gazetteer import look_up
from communique.vocab.states import capital_of, state

_FIRST, ROOM = 0xE000, 256
_CAPITAL = "the capital of the state"
_HERE = ("here", "Here")


def _sign(number: int) -> str:
    return f"[{chr(_FIRST + number * ROOM)}-{chr(_FIRST + number * ROOM + ROOM - 1)}]"


PERSON, PLACE, DATE, OTHER = (_sign(number) for number in range(4))
"""Regular expressions for one marked person, place, date or other party."""
ANY = f"[{chr(_FIRST)}-{chr(_FIRST + 4 * ROOM - 1)}]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What a character stands for: persons (ids), a place, a date, or another party's words."""

    number: int
    words: str
    actor_ids: tuple[str, ...] = ()
    place: Place | None = None
    town: bool = False
    date: DateMention | None = None


Pair = tuple[Span, Item]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of a body, without the dateline; `place` counts from 0."""

    report: Report
    passage: Passage
    place: int
    text: str
    items: tuple[Item, ...]

    def at(self, sign: str) -> Item:
        """What a character of `text` stands for."""
        return self.items[ord(sign) % ROOM]

    @property
    def evidence(self) -> Evidence:
        """The sentence, cited."""
        return self.report.evidence(self.passage.span)

    def plain(self, start: int, end: int) -> str:
        """The words of `text[start:end]`, the marked ones too."""
        return "".join(self.at(c).words if is_mark(c) else c for c in self.text[start:end])


def is_mark(char: str) -> bool:
    """Whether a character stands for a mention."""
    return _FIRST <= ord(char) < _FIRST + 4 * ROOM


def sentences(report: Report, findings: Findings) -> Iterator[Sentence]:
    """The marked sentences of a report's body."""
    actors = {actor.id: actor for actor in findings.actors}
    marks = sorted(_items(findings, actors), key=lambda each: each[0].start)
    home = _dateline_place(report, findings)
    for number, whole in enumerate(report.sentences):
        passage = _undated(whole, report)
        if passage.text:
            own = _longest(pair for pair in marks if passage.span.holds(pair[0]))
            yield _marked(report, passage, number, own, home)


def _longest(found: Iterable[Pair]) -> list[Pair]:
    """Those that stand in no longer one; of places and parties of the same words the place."""
    kept: list[Pair] = []
    for span, item in sorted(found, key=lambda each: (each[0].start - each[0].end, each[1].number)):
        if span.end > span.start and not any(span.overlaps(other) for other, _ in kept):
            kept.append((span, item))
    return sorted(kept, key=lambda each: each[0].start)


def _undated(sentence: Passage, report: Report) -> Passage:
    """A sentence without the dateline that it begins with."""
    line = report.dateline.passage.span if report.dateline else None
    if line is None or not sentence.span.overlaps(line):
        return sentence
    rest = sentence.text[min(line.end, sentence.span.end) - sentence.span.start :].lstrip()
    return sentence.inner(len(sentence.text) - len(rest), len(sentence.text))


def _items(findings: Findings, actors: dict[str, Actor]) -> list[Pair]:
    found: list[Pair] = []
    for place in findings.places:
        town = place.kind in ("town", "venue", None)
        if place.place.country:
            item = Item(number=1, words=place.passage.text, place=place.place, town=town)
            found.append((place.passage.span, item))
    for date in findings.dates:
        found.append((date.passage.span, Item(number=2, words=date.passage.text, date=date)))
    for mention in findings.mentions:
        words, ids = mention.passage.text, mention.actor_ids
        kinds = {actors[one].kind for one in ids if one in actors}
        row = capital_of(mention.iso3) if mention.rule == _CAPITAL and mention.iso3 else None
        if row:
            spot = Place(name=row.name, country=row.iso3, lat=row.lat, lon=row.lon)
            item = Item(number=1, words=words, place=spot, town=True)
        elif kinds == {"person"}:
            item = Item(number=0, words=words, actor_ids=ids)
        elif kinds == {"state"} and len(ids) == 1 and (known := state(mention.iso3 or "")):
            spot = Place(name=known.name, country=known.iso3)
            item = Item(number=1, words=words, actor_ids=ids, place=spot)
        else:
            item = Item(number=3, words=words, actor_ids=ids)
        found.append((mention.passage.span, item))
    return found


def _dateline_place(report: Report, findings: Findings) -> Place | None:
    if report.dateline is None:
        return None
    inside = (
        p.place for p in findings.places if report.dateline.passage.span.holds(p.passage.span)
    )
    return next((place for place in inside if place.country), None) or _listed(
        report.dateline.place or ""
    )


def _listed(name: str) -> Place | None:
    """The town of a name that the gazetteer has but once."""
    rows = [row for row in look_up(name.title()) if row.kind == "town"]
    if len({row.iso3 for row in rows}) != 1:
        return None
    return Place(name=rows[0].name, country=rows[0].iso3, lat=rows[0].lat, lon=rows[0].lon)


def _marked(
    report: Report,
    passage: Passage,
    number: int,
    own: list[Pair],
    home: Place | None,
) -> Sentence:
    text, at, items = "", passage.span.start, list[Item]()
    for span, item in own[:ROOM]:
        text += passage.text[at - passage.span.start : span.start - passage.span.start]
        text += chr(_FIRST + item.number * ROOM + len(items))
        items.append(item)
        at = span.end
    text += passage.text[at - passage.span.start :]
    for word in (*_HERE, home.name) if home else ():
        if len(items) < ROOM and (match := re.search(rf"\b{re.escape(word)}\b", text)):
            sign = chr(_FIRST + ROOM + len(items))
            lead = "in " if word in _HERE else ""
            text = f"{text[: match.start()]}{lead}{sign}{text[match.end() :]}"
            items.append(Item(number=1, words=word, place=home, town=True))
    return Sentence(report=report, passage=passage, place=number, text=text, items=tuple(items))
