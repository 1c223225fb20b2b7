"""Acts of speech as statement records."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from communique.extract.commitment import commitment_of, read_cue
from communique.extract.marks import Marked
from communique.extract.speech import Said
from communique.extract.voices import Voice, own_names, state_of
from communique.extract.wordings import Commitment
from communique.extract.words import quoted
from communique.types.ids import content_id
from communique.types.record import Manner, Statement
from communique.types.text import Passage, Report
from communique.vocab.cues import Frame

Piece = tuple[int, int]


def spoken(
    report: Report, unit: Marked, said: Said, there: Marked, pieces: Sequence[Piece]
) -> Statement | None:
    """The statement of an act of speech in `unit` whose words are `pieces` of the sentence `there`.

    None where no content is left of them.
    """
    content = _content(there, pieces)
    if not content:
        return None
    cue = unit.cut(*said.cue)
    own = own_names(unit, state_of(unit, *said.source) if said.source else ())
    frames = _FRAMES.get(said.rule, ("say", "clause", "that"))
    if said.rule == "tagged":
        frames = ()
    before = unit.plain(0, said.cue[0])
    committed = commitment_of(cue, content, before=before, own=own, frames=frames)
    return _record(
        there,
        committed,
        Statement(
            id=_id(report, cue, content),
            report_id=report.id,
            source=unit.cut(*said.source) if said.source else None,
            actor_ids=said.actor_ids,
            cue=cue,
            content=content,
            manner="indirect",
            modality=said.modality,
            rule=said.rule,
            addressee=said.addressee,
            evidence=tuple(
                report.evidence(each.passage.span)
                for each in ((unit,) if there is unit else (unit, there))
            ),
            kind=committed[0].kind if read_cue(cue.text, frames) else said.kind or "say",
            confidence=said.confidence,
        ),
    )


_FRAMES: Mapping[str, tuple[Frame, ...]] = {"noun": ("np",), "object": ("object",), "aim": ("to",)}


def carried(
    report: Report,
    unit: Marked,
    voice: Voice,
    rule: str,
    confidence: float,
    pieces: Sequence[Piece] = (),
) -> Statement | None:
    """A sentence, or `pieces` of it, that goes on with what a voice was saying."""
    content = _content(unit, pieces) if pieces else (_tidy(unit.passage),)
    if not content:
        return None
    return _record(
        unit,
        commitment_of(None, content, own=own_names(unit, voice.iso3)),
        Statement(
            id=_id(report, None, content),
            report_id=report.id,
            source=voice.source,
            actor_ids=voice.actor_ids,
            cue=None,
            content=content,
            manner="indirect",
            modality="actual",
            rule=rule,
            evidence=(report.evidence(unit.passage.span), report.evidence(voice.cited.span)),
            confidence=confidence,
            continues=voice.began,
        ),
    )


def _content(unit: Marked, pieces: Sequence[Piece]) -> tuple[Passage, ...]:
    whole = (_whole_quotation(_tidy(unit.cut(*piece)), unit) for piece in pieces)
    return tuple(piece for piece in whole if piece.text)


def _id(report: Report, cue: Passage | None, content: Sequence[Passage]) -> str:
    places = [cue, *content] if cue else content
    return content_id("st", report.id, *(f"{p.span.start}:{p.span.end}" for p in places))


def _record(
    unit: Marked,
    committed: tuple[Commitment, tuple[Passage, ...]],
    statement: Statement,
) -> Statement:
    """The statement with its manner, act and strength."""
    commitment, wording = committed
    return replace(
        statement,
        manner=_manner(statement.content, _quotes(unit)),
        act=commitment.act,
        strength=commitment.strength,
        wording=wording,
    )


def _quotes(unit: Marked) -> tuple[tuple[int, int], ...]:
    base = unit.passage.span.start
    return tuple((base + start, base + end) for start, end in quoted(unit.words))


def _manner(content: Sequence[Passage], quotes: Sequence[tuple[int, int]]) -> Manner:
    """Direct where the words stand in quotation marks, mixed where three or more of them do."""
    inside = total = 0
    for piece in content:
        for word in re.finditer(r"\w+", piece.text):
            at = piece.span.start + word.start()
            total += 1
            inside += any(start <= at < end for start, end in quotes)
    if total and inside >= 0.9 * total:
        return "direct"
    return "mixed" if inside >= 3 else "indirect"


def _whole_quotation(piece: Passage, unit: Marked) -> Passage:
    """A piece of content with the closing mark of the quotation it ends in."""
    base = unit.passage.span.start
    for start, end in _quotes(unit):
        if start <= piece.span.start and start < piece.span.end < end <= piece.span.end + 3:
            return unit.passage.inner(piece.span.start - base, end - base)
    return piece


def _tidy(piece: Passage) -> Passage:
    """A piece of content without the comma or stop that only joined it to the cue."""
    text, start, end = piece.text, 0, len(piece.text)
    while start < end and text[start] in " ,:;—–-":
        start += 1
    while end > start and text[end - 1] in " ,:;—–-.":
        end -= 1
    return piece.inner(start, end)
