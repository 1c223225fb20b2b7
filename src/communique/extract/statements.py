"""Who said what: rules over marked sentences and a trained tagger, sentence by sentence.

leading      "Xi noted that ..."               trailing   "..., Xi stressed"
inverted     "..., said Aliyev"                according  "according to Muhsinzoda, ..."
continuation a readout's further sentences     quotation  a quotation that goes on without a cue
tagged       found by the tagger alone
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from communique.extract.agreement import RULED, is_spoken_for, weigh
from communique.extract.marks import Marked
from communique.extract.speakers import speakers
from communique.extract.speech import Said, read_speech
from communique.extract.spoken import carried, spoken
from communique.extract.tagged import Carried, Tagged, tagged
from communique.extract.voices import (
    Voice,
    declared,
    is_ours,
    is_quotation,
    is_reported_stance,
    named_office,
    speaks_on,
    voice_of,
)
from communique.extract.words import quoted
from communique.models.attribution import Attribution
from communique.types.record import Statement
from communique.types.text import Report

Key = tuple[int, tuple[int, int]]
"""An act of speech by its sentence and the place of its cue there."""
Words = tuple[Marked, Sequence[tuple[int, int]]]
"""What is said: a sentence and the places of it there."""
NEAR = 50
"""Statements before and behind one among which that which reports it is looked for."""
_OPENING_RULES = ("leading", "object", "noun", "coordinated")


def find_statements(
    report: Report,
    paragraphs: Sequence[Sequence[Marked]],
    attributions: Sequence[Attribution] | None = None,
) -> tuple[Statement, ...]:
    """The statements of a report's body, given its paragraphs as marked units in order.

    `attributions` are the tagger's; without them (None) the rules speak alone.
    """
    units = [unit for paragraph in paragraphs for unit in paragraph]
    marks = tagged(units, attributions or ())
    hearing = _Hearing(report=report, units=units, both=attributions is not None)
    at = 0
    for paragraph in paragraphs:
        hearing.goes_on = False
        for unit in paragraph:
            hearing.hear(at, unit, marks[at])
            at += 1
    return _nested(hearing.found)


@dataclass(slots=True, kw_only=True)
class _Hearing:
    """What has been heard of a report so far, and who speaks.

    `ours` are those who say "we" in a declaration, `office` the last body that spoke.
    `heard` holds the voice of each act, by its sentence and cue; `waiting` what belongs to an act
    still to come; `silent` the acts whose words all stand in other sentences ("He said:").
    """

    report: Report
    units: Sequence[Marked]
    both: bool
    found: list[Statement] = field(default_factory=list)
    voice: Voice | None = None
    office: Voice | None = None
    ours: tuple[str, ...] = ()
    goes_on: bool = False
    heard: dict[Key, Voice] = field(default_factory=dict)
    waiting: dict[Key, list[tuple[Marked, Carried]]] = field(default_factory=dict)
    silent: dict[Key, tuple[Marked, Said]] = field(default_factory=dict)

    def hear(self, at: int, unit: Marked, marks: Tagged) -> None:
        """One sentence more."""
        ruled = tuple(self._named(each, at) for each in read_speech(unit))
        if ruled and self.voice and self.goes_on and is_reported_stance(unit, ruled[0], self.voice):
            self._carry(unit, self.voice, "continuation", self.both)
            return
        acts = tuple(self._named(each, at) for each in marks.said)
        self._hear_carried(at, unit, ruled, marks)
        if said := weigh(ruled, acts) if self.both else ruled:
            self._speak(at, unit, said)
        elif marks.carried:
            self.goes_on = True
        elif self.voice and is_quotation(unit):
            self._carry(unit, self.voice, "quotation", self.both)
        elif self.voice and self.goes_on and speaks_on(unit):
            self._carry(unit, self.voice, "continuation", self.both)
        else:
            self.goes_on = False

    def _hear_carried(self, at: int, unit: Marked, ruled: Sequence[Said], marks: Tagged) -> None:
        """The parts of a sentence that are said by acts of speech in others."""
        for piece in marks.carried:
            if is_spoken_for(ruled, piece.content) and not quoted(unit.words):
                continue
            key = piece.at, piece.said.cue
            if key in self.silent:
                self._begin(key, *self.silent.pop(key), (unit, piece.content))
            elif voice := self.heard.get(key):
                rule = "quotation" if is_quotation(unit) else "continuation"
                self._carry(unit, voice, rule, False, piece.content)
            elif piece.at > at:
                self.waiting.setdefault(key, []).append((unit, piece))

    def _named(self, said: Said, at: int) -> Said:
        """An act of speech with its speakers, where its words or what came before name them."""
        if said.actor_ids or said.source is None:
            return said
        opened = declared(self.units[at], said.source)
        self.ours = opened or self.ours
        if opened or (self.ours and is_ours(self.units[at], said.source)):
            return replace(said, actor_ids=self.ours)
        last = self.voice.actor_ids if self.voice else ()
        found = speakers(self.units, at, *said.source, last)
        if found:
            return replace(said, actor_ids=found)
        return named_office(said, self.units[at], self.office)

    def _speak(self, at: int, unit: Marked, said: Sequence[Said]) -> None:
        for act in said:
            key = at, act.cue
            before = self.waiting.get(key, [])
            if self._begin(key, unit, act, (unit, act.content)):
                rest = before
            elif before:
                self._begin(key, unit, act, (before[0][0], before[0][1].content))
                rest = before[1:]
            else:
                self.silent[key] = unit, act
                continue
            for there, piece in rest:
                self._carry(there, self.heard[key], "quotation", False, piece.content)

    def _begin(self, key: Key, unit: Marked, act: Said, words: Words) -> bool:
        """The statement of an act of speech; False where `words` leave no content."""
        statement = spoken(self.report, unit, act, *words)
        if statement is None:
            return False
        self.found.append(statement)
        voice = voice_of(unit, act, statement.id)
        self.heard[key] = voice
        self.voice = voice if act.source else None
        self.office = self.office if voice.personal or not voice.source else voice
        self.goes_on = act.rule in _OPENING_RULES or self.report.kind == "readout"
        return True

    def _carry(
        self,
        unit: Marked,
        voice: Voice,
        rule: str,
        unsure: bool,
        pieces: Sequence[tuple[int, int]] = (),
    ) -> None:
        confidence = RULED if unsure else 0.8
        statement = carried(self.report, unit, voice, rule, confidence, pieces)
        if statement:
            self.found.append(statement)


def _nested(found: Sequence[Statement]) -> tuple[Statement, ...]:
    """Statements in order, each with the one whose content reports it."""
    ordered = sorted({each.id: each for each in found}.values(), key=_place)
    return tuple(
        _reported(each, ordered[max(0, at - NEAR) : at + NEAR]) for at, each in enumerate(ordered)
    )


def _reported(each: Statement, found: Sequence[Statement]) -> Statement:
    """A statement within the one that reports it; "I" and "we" there are its speaker."""
    outer = _outer(each, found)
    if outer is None:
        return each
    first = each.source is not None and each.source.text.lower() in ("i", "we", "my", "our")
    ids = outer.actor_ids if first else each.actor_ids
    return replace(each, within=outer.id, actor_ids=ids)


def _place(statement: Statement) -> tuple[int, int]:
    """Where a statement stands: by its content, the wider first."""
    first, last = statement.content[0].span, statement.content[-1].span
    return first.start, -last.end


def _outer(inner: Statement, found: Sequence[Statement]) -> Statement | None:
    if inner.cue is None:
        return None
    holders = (
        each
        for each in found
        if each.id != inner.id
        for piece in each.content
        if piece.span.holds(inner.cue.span)
    )
    return next(holders, None)
