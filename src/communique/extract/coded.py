"""Events by the trained coder: each pair of parties of a sentence, both ways, in PLOVER's words."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.extract.candidates import Candidate, are_joined, candidates
from communique.extract.compound import Told, compounded, without_clashes
from communique.extract.context import Context
from communique.extract.dating import news_date, told_date
from communique.extract.manual import overruled
from communique.extract.marks import Found, Marked
from communique.extract.placing import told_place
from communique.extract.scene import as_state
from communique.models.coding import Coding, MarkedPair, code, parties
from communique.types.ids import content_id
from communique.types.record import Event, EventDate
from communique.vocab.plover import event_types, intensity, quad

NEAR = 3
"""Pairs of a sentence that are asked for if only one of the two seems to take part."""
LEAST = 0.45
"""An event of which the coder is less sure is left out."""
MUTUAL = ("CONSULT", "AGREE", "COOPERATE", "SUPPORT")
"""Types that two parties do together; they are coded once, with both as actors."""
_BOTH = (*MUTUAL, "ASSAULT", "ACCUSE", "PROTEST", "MOBILIZE", "SANCTION")
"""Types that two may also do against each other ("traded fire", "blamed each other")."""
_IMPLIED = ("AGREE", "REQUEST", "CONCEDE")
"""Types whose recipient a report of two states leaves unsaid."""
_WITHIN = ("CONSULT", "AGREE", "COOPERATE")
"""Those that "the two sides" do with each other; what they support is something else."""
BY_RULE = "coded"
Asked = tuple[Candidate, bool]
"""A pair, and whether the second acts on the first."""


def coded_events(context: Context) -> Iterator[Event]:
    """The events that the coder finds in a report's sentences, in their order."""
    for unit in context.units:
        for told in told_in(unit, context.cast.dyad):
            event = _event(context, unit, told)
            if event:
                yield event


def told_in(unit: Marked, dyad: tuple[str, str] | None = None) -> list[Told]:
    """What one sentence tells, the surest first; one event for each two parties.

    `dyad` are the two states the report is about: what one of them promises or asks in a sentence
    that names nobody else is to the other.
    """
    pairs = [pair for pair in candidates(unit) if _may_tell(pair, dyad)]
    if not pairs:
        return []
    asked = list(_likely(unit, pairs))
    given = dict(zip(asked, code([_marked(unit, *each) for each in asked]), strict=True))
    found = [
        told
        for pair in pairs
        for told in _of_pair(unit, pair, given.get((pair, False)), given.get((pair, True)), dyad)
    ]
    found.sort(key=lambda told: -told.confidence)
    kept = [told for told in found if not (told.joined and _acts_on(told, found))]
    return list(without_clashes(list(compounded(unit.words, kept))))


def _acts_on(joint: Told, found: Sequence[Told]) -> bool:
    """Whether two named as one do to a third what the coder takes them to do together."""
    return any(
        told.type == joint.type and told.recipients and set(told.actors) & set(joint.actors)
        for told in found
    )


def _likely(unit: Marked, pairs: Sequence[Candidate]) -> Iterator[Asked]:
    """The directions worth asking for, as the coder sees the sentence alone.

    It takes one for an actor or the other for acted on; both, where there are nearer pairs.
    """
    (seen,) = parties([unit.words])
    for at, pair in enumerate(pairs):
        for turned in (False, True) if pair.other else (False,):
            marked = _marked(unit, pair, turned)
            acts = any(marked.actor and marked.actor.overlaps(p.span) for p in seen.actors)
            befalls = any(
                marked.recipient and marked.recipient.overlaps(p.span) for p in seen.recipients
            )
            if (acts and befalls) or (at < NEAR and (acts or befalls)):
                yield pair, turned


def _marked(unit: Marked, pair: Candidate, turned: bool) -> MarkedPair:
    one, other = pair.spans()
    if turned and other:
        one, other = other, one
    return MarkedPair(sentence=unit.words, actor=one, recipient=other)


def _of_pair(
    unit: Marked,
    pair: Candidate,
    there: Coding | None,
    back: Coding | None,
    dyad: tuple[str, str] | None,
) -> Iterator[Told]:
    """The events of a pair, given its codings in both directions; of a group, those within it."""
    if pair.other is None:
        if there and len(pair.one.actor_ids) == 1:
            yield from _to_the_other(unit, pair, there, dyad)
        elif there and there.type in _WITHIN:
            yield from _told(unit, pair, there, (pair.one,), ())
        return
    joined = are_joined(unit, pair)
    both = [coding for coding in (there, back) if coding]
    surer = max(both, key=lambda coding: coding.types[coding.type], default=None)
    agreed = len(both) > 1 and both[0].type == both[1].type
    if surer and (surer.type in MUTUAL if joined else agreed and surer.type in _BOTH):
        for told in _told(unit, pair, surer, (pair.one, pair.other), ()):
            yield replace(told, joined=joined)
    elif not joined:
        yield from _told(unit, pair, there, (pair.one,), (pair.other,)) if there else ()
        yield from _told(unit, pair, back, (pair.other,), (pair.one,)) if back else ()


def _may_tell(pair: Candidate, dyad: tuple[str, str] | None) -> bool:
    """Whether anything follows from a pair, however it is coded.

    A party alone acts on the other state of the report or, as a group, within itself.
    """
    if pair.other or len(pair.one.actor_ids) > 1:
        return True
    return dyad is not None and len(pair.one.iso3) == 1 and pair.one.iso3[0] in dyad


def _to_the_other(
    unit: Marked, pair: Candidate, coding: Coding, dyad: tuple[str, str] | None
) -> Iterator[Told]:
    if dyad and coding.type in _IMPLIED:
        (other,) = (iso3 for iso3 in dyad if iso3 != pair.one.iso3[0])
        for told in _told(unit, pair, coding, (pair.one,), (as_state(other),)):
            yield replace(told, implied=True)


def _told(
    unit: Marked,
    pair: Candidate,
    coding: Coding,
    actors: tuple[Found, ...],
    recipients: tuple[Found, ...],
) -> Iterator[Told]:
    if coding.type == "none" or coding.types[coding.type] < LEAST:
        return
    told = Told(
        actors=actors,
        recipients=recipients,
        type=coding.type,
        mode=coding.modes.get(coding.type),
        modality=coding.modality,
        contexts=coding.contexts,
        confidence=coding.types[coding.type],
        at=pair.at,
    )
    kind, mode, modality = overruled(unit.words, told.at, told.type, told.mode, told.modality)
    if kind == "CONSULT" and modality != "actual":
        return
    if mode not in event_types()[kind].modes:
        mode = None
    yield replace(told, type=kind, mode=mode, modality=modality)


def _event(context: Context, unit: Marked, told: Told) -> Event | None:
    """The event of a report; None inside words of somebody who is not known."""
    span = unit.passage.inner(*told.at).span
    said = context.statement_of(span)
    if said and not said.actor_ids:
        return None
    actors = _ids(told.actors)
    recipients = tuple(one for one in _ids(told.recipients) if one not in actors)
    speaker = said.actor_ids[0] if said else None
    date = _date(context, unit, told)
    evidence = [unit.passage.span]
    named = told.actors if told.implied else (*told.actors, *told.recipients)
    evidence += [unit.passage.inner(f.start, f.end).span for f in named]
    return Event(
        id=content_id(
            "ev", context.report.id, told.type, *actors, ">", *recipients, told.modality, speaker
        ),
        type=told.type,
        mode=told.mode,
        quad=quad(told.type),
        intensity=intensity(told.type, told.mode),
        actors=actors,
        recipients=recipients,
        modality=told.modality,
        confidence=round(told.confidence, 3),
        rule=f"{BY_RULE}, to the other of the two states" if told.implied else BY_RULE,
        report_ids=(context.report.id,),
        date=date,
        place=told_place(context, [(unit, told.at)]) if told.modality == "actual" else None,
        contexts=told.contexts,
        attributed_to=speaker if speaker not in actors else None,
        evidence=tuple(context.report.evidence(each) for each in dict.fromkeys(evidence)),
    )


def _ids(found: Sequence[Found]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for each in found for one in each.actor_ids))


def _date(context: Context, unit: Marked, told: Told) -> EventDate | None:
    """The date of the clause between the parties, else that of the news for what is done."""
    first, last = told.at
    at = (min(f.end for f in told.actors), last) if told.actors else (first, last)
    date = told_date(context, unit, at, told.modality)
    if date is None and told.modality == "actual":
        return news_date(context, unit, at)
    return date
