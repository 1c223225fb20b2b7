"""Positions and commitments: holder, object, stance, how firm, to whom, until when; as told.

They are read from sentences with words of stance (`vocab/data/stances.csv`), whoever tells them: a
position of A that B tells belongs to A.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from communique.extract.context import Context
from communique.extract.date_values import Anchor
from communique.extract.marks import Marked
from communique.extract.position_cues import Told, told_in
from communique.extract.position_deeds import binds, stance_of
from communique.extract.position_holders import holders
from communique.extract.position_normal import Normal, normal_of
from communique.extract.position_objects import Object, object_of
from communique.extract.position_speakers import Holder, statement_at
from communique.extract.position_states import states_in
from communique.extract.position_text import Parsed, parsed
from communique.extract.resolve import mark
from communique.extract.words import scan
from communique.types.ids import content_id
from communique.types.standing import Position, Stance
from communique.vocab.matters import find_matter

_FLIPPED: dict[Stance, Stance] = {
    "calls for": "opposes",
    "supports": "opposes",
    "opposes": "supports",
    "rejects": "supports",
}
_TOLD_TO = re.compile(r"\b(?:told|assured|informed|tells|assures|informs)\s+", re.IGNORECASE)
_VAGUE = re.compile(
    r"(?:\w+\s+){0,4}(?:relations?|ties|cooperation|friendship|bonds|partnership|exchanges|"
    r"collaboration|contacts|visits?|guests?|counterparts?|delegations?|opportunity|hospitality|"
    r"meetings?|neighbourliness|views|progress|momentum|region|future|condolences|"
    r"(?:work|efforts)(?! (?:to|aimed|for|towards|of)\b))\b",
    re.IGNORECASE,
)


def find_positions(context: Context) -> tuple[Position, ...]:
    """The positions and commitments of a report, in the order of its sentences.

    What the headline tells comes last, and only where the body does not tell it too.
    """
    reading = _Reading(context=context)
    for sentence in parsed(context.units, _headline(context)):
        reading.read(sentence)
    first: dict[tuple[str, ...], Position] = {}
    for each in reading.found:
        first.setdefault((each.holder, each.stance, each.about), each)
    return tuple(first.values())


def _headline(context: Context) -> Marked | None:
    headline = context.report.headline
    return mark([headline], context.cast, context.cast.home)[0] if headline else None


@dataclass(slots=True, kw_only=True)
class _Reading:
    """What has been found of a report so far, and who held what last."""

    context: Context
    found: list[Position] = field(default_factory=list)
    last: Holder | None = None

    def read(self, sentence: Parsed) -> None:
        """One sentence more."""
        cues = told_in(sentence)
        dates = self._dates(sentence)
        objects = [
            (told, object_of(sentence, told, cues, [at for at, _ in dates])) for told in cues
        ]
        for told, what in objects:
            if what is None or not _counts(sentence, told, what, objects):
                continue
            held = holders(self.context, sentence, told, self.last)
            for each in held:
                self.found.append(self._position(sentence, told, what, each, held, dates))
            self.last = held[0] if held else self.last

    def _dates(self, sentence: Parsed) -> list[tuple[int, str]]:
        """Where dates begin, the word that leads to each with it, and what they are."""
        base, words = sentence.unit.passage.span.start, sentence.unit.words
        found: list[tuple[int, str]] = []
        for date in self.context.dates:
            if sentence.unit.passage.span.holds(date.passage.span):
                at = date.passage.span.start - base
                lead = _LEAD.search(words[:at])
                found.append((lead.start() if lead else at, date.value))
        return found

    def _position(
        self,
        sentence: Parsed,
        told: Told,
        what: Object,
        holder: Holder,
        held: Sequence[Holder],
        dates: Sequence[tuple[int, str]],
    ) -> Position:
        flips = what.turned and told.stance in _FLIPPED and not told.commits
        start = what.start if flips or not what.turned else what.whole
        said = statement_at(self.context, sentence, told.start, told.end)
        to = self._addressee(sentence, told, holder, said.addressee if said else None)
        asked = told.commits or told.row.frame == "urge"
        joint = [one.iso3 for one in held if one.iso3 and one is not holder]
        normal = self._normal(
            sentence, start, what, holder, told, [to] if to and asked else [], joint
        )
        passage = sentence.unit.passage.inner(start, what.end)
        cue = sentence.unit.passage.inner(told.start, told.end)
        report = self.context.report
        ids = (
            report.id,
            holder.iso3 or holder.name,
            told.stance,
            cue.span.start,
            passage.span.start,
        )
        return Position(
            id=content_id("pn", *ids),
            report_id=report.id,
            kind=told.row.kind,
            holder=holder.name,
            holder_ids=holder.ids,
            iso3=holder.iso3,
            object=passage,
            about=normal.about,
            states=normal.states,
            stance=_FLIPPED[told.stance] if flips else stance_of(sentence, told),
            strength=told.strength,
            cue=cue,
            until=_until(told, dates, self.context.anchor) if told.commits else None,
            addressee=to,
            statement_id=said.id if said else None,
            said_by=said.actor_ids if said else (),
            evidence=(report.evidence(sentence.unit.passage.span),),
        )

    def _normal(
        self,
        sentence: Parsed,
        start: int,
        what: Object,
        holder: Holder,
        told: Told,
        likely: Sequence[str],
        joint: Sequence[str],
    ) -> Normal:
        """The normal form of an object; one that only points back has that of the one before.

        Where it names no state, it is taken to be about those `likely`, then those that the
        sentence or an object before names, then those that hold it too, who are `joint`.
        """
        if what.points and self.found:
            last = self.found[-1]
            return Normal(about=last.about, states=last.states)
        where = states_in(self.context, sentence, start, what.end)
        words = sentence.unit.words[start : what.end]
        named = [(at - start, iso3) for at, iso3 in where]
        before = sentence.unit.words
        implied = list(likely)
        if told.row.frame == "urge":
            implied += [iso3 for _, iso3 in states_in(self.context, sentence, told.end, start)]
        implied += [
            iso3
            for at, iso3 in reversed(states_in(self.context, sentence, 0, start))
            if not _PLACED.search(before[:at]) and iso3 not in joint
        ]
        implied += [one for each in reversed(self.found) for one in each.states]
        implied += joint
        theirs = told.row.frame == "urge"
        others = [one for one in implied if one != holder.iso3] or implied
        if others and (pointed := _NATION.search(words)):
            named.append((pointed.start(), others[0]))
        deed = sentence.unit.words[told.end : start] if told.row.frame in _DEEDS else ""
        if find_matter(deed):
            named = [(at + len(deed), iso3) for at, iso3 in named]
            words = deed + words
        return normal_of(words, named, holder.iso3, implied, told.commits, theirs)

    def _addressee(
        self, sentence: Parsed, told: Told, holder: Holder, said_to: str | None
    ) -> str | None:
        """To whom: the one urged, else the one told."""
        words = sentence.unit.words
        places = [told.end + 1] if told.row.frame == "urge" else []
        places += [match.end() for match in _TOLD_TO.finditer(words)]
        for at in places:
            near = [m for m in sentence.mentions(at, at + 25) if m.iso3 or m.actor_ids]
            if near and near[0].iso3[:1] != (holder.iso3,):
                return near[0].iso3[0] if near[0].iso3 else near[0].actor_ids[0]
            hits = [hit for hit in scan(words[at : at + 40]) if hit.iso3]
            if hits and hits[0].iso3 != holder.iso3:
                return hits[0].iso3
        return (self.context.iso3_of(said_to) or said_to) if said_to else None


_NATION = re.compile(
    r"\b(?:the|this|that) (?:sister|brotherly|fraternal|neighbouring|friendly|island|war-torn)? ?"
    r"(?:nation|country|people|state|island|republic|archipelago|kingdom|peninsula)\b"
    r"(?!\s+of\b)",
    re.IGNORECASE,
)
_DEEDS = ("inf", "ing", "nounto", "promise")
_PLACED = re.compile(r"\b(?:in|at)\s+(?:the\s+)?$")
_PRIVATE = re.compile(
    r"\b(?:in an? (?:\w+ )?(?:private|personal) capacity|personally|in (?:his|her) own name|"
    r"personal (?:view|opinion))\b",
    re.IGNORECASE,
)
_SUPPOSED = re.compile(r"\b(?:if|unless|whether|in case|provided that)\b[^,;]*$", re.IGNORECASE)
_LEAD = re.compile(
    r"(?:\b(?:by|in|on|until|from|within|before|over|during|for|at|to|through|of|the|end|start|"
    r"beginning|later|early|late|middle|course)\s+)+$",
    re.IGNORECASE,
)


def _until(told: Told, dates: Sequence[tuple[int, str]], anchor: Anchor | None) -> str | None:
    """The first date behind the cue that is not past; of a range its end.

    A month that is past is that of the next year.
    """
    today = anchor.date if anchor else ""
    for at, value in dates:
        end = value.rpartition("/")[2]
        if at >= told.end and end[: len(today)] >= today[: len(end)]:
            return end
        if at >= told.end and len(end) == 7 and anchor:
            return f"{int(end[:4]) + 1}{end[4:]}"
    return None


def _counts(
    sentence: Parsed,
    told: Told,
    what: Object,
    objects: Sequence[tuple[Told, Object | None]],
) -> bool:
    """Whether a cue with its object tells a position of its own."""
    words = sentence.unit.words[what.start : what.end]
    if _SUPPOSED.search(sentence.unit.words[: told.start]):
        return False
    if (told.commits or told.row.frame == "inf") and not binds(sentence, told, what):
        return False
    if (
        told.row.frame in ("own", "lack", "head")
        and not sentence.headline
        and not find_matter(words)
    ):
        return False
    if told.row.frame == "own" and any(
        what.whole <= other.start < what.end for other, _ in objects if other is not told
    ):
        return False
    if _is_vague(sentence, told, what) or _PRIVATE.search(sentence.unit.words):
        return False
    if told.row.frame in ("named", "must") and any(
        what.whole <= other.start < what.end and other.row.frame in ("noun", "nounto")
        for other, _ in objects
    ):
        return False
    return not any(_holds(other, within, told) for other, within in objects if other is not told)


def _is_vague(sentence: Parsed, told: Told, what: Object) -> bool:
    """Whether the object is no matter one can be for or against: "closer ties", a guest."""
    words = sentence.unit.words[what.start : what.end]
    if any(
        m.kind == "person" and m.start <= what.start + 4
        for m in sentence.mentions(what.start, what.end)
    ):
        return True
    deed = sentence.unit.words[told.end : what.end] if told.row.frame in _DEEDS else words
    return find_matter(deed) is None and _VAGUE.match(words) is not None


def _holds(outer: Told, what: Object | None, inner: Told) -> bool:
    """Whether a cue is only part of what another is on: no party of its own takes the stance."""
    if what is None or not what.whole - 40 <= inner.start < what.end or inner.start < outer.end:
        return False
    if outer.row.frame == "own":
        return False
    head = inner.head
    if inner.row.cue == "decision to":
        return True
    if inner.row.frame in ("noun", "nounto"):
        return not any(child.dep_ == "poss" and child.tag_ != "PRP$" for child in head.children)
    own = any(child.dep_ in ("nsubj", "nsubjpass") for child in head.children)
    return outer.row.frame in ("that", "urge") or not (own or head.dep_ in ("relcl", "acl"))
