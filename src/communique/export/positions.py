"""Positions and commitments: as rows for the outside, and as lines for a brief. Pure."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from communique.export.plain import markdown
from communique.export.rows import Row, evidence_rows, passage_row
from communique.types.standing import Position, Stance
from communique.types.text import Evidence

Cite = Callable[[Iterable[Evidence]], str]
"""Gives the marks that cite words in a brief (`Citations.one_each`)."""
_WORDS: dict[Stance, str] = {
    "neutral": "takes no side on",
    "will": "promises",
    "ready": "is ready for",
    "considers": "considers",
    "refuses": "refuses",
}


def position_row(position: Position) -> Row:
    """A position or commitment."""
    return {
        "id": position.id,
        "report_id": position.report_id,
        "kind": position.kind,
        "holder": position.holder,
        "holder_ids": list(position.holder_ids),
        "iso3": position.iso3,
        "object": passage_row(position.object),
        "about": position.about,
        "states": list(position.states),
        "stance": position.stance,
        "strength": position.strength,
        "cue": passage_row(position.cue),
        "until": position.until,
        "addressee": position.addressee,
        "statement_id": position.statement_id,
        "said_by": list(position.said_by),
        "evidence": evidence_rows(position.evidence),
    }


def position_lines(positions: Sequence[Position], cite: Cite) -> Iterator[str]:
    """The section "Positions" of a brief: a line a holder, stance and matter."""
    yield from _lines([each for each in positions if each.kind == "position"], cite)


def commitment_lines(positions: Sequence[Position], today: str, cite: Cite) -> Iterator[str]:
    """The section "Open commitments": those whose date is not past on `today` (ISO, "" for any)."""
    open_ones = (
        each
        for each in positions
        if each.kind == "commitment" and not (each.until and each.until < today[: len(each.until)])
    )
    yield from _lines(sorted(open_ones, key=lambda each: each.until or "9999"), cite)


def _lines(positions: Iterable[Position], cite: Cite) -> Iterator[str]:
    told: dict[tuple[str, ...], list[Position]] = {}
    for each in positions:
        told.setdefault((each.holder, each.stance, each.about), []).append(each)
    for same in told.values():
        yield f"- {position_phrase(same[0])}{cite(e for each in same for e in each.evidence)}"


def position_phrase(position: Position) -> str:
    """A position in plain words: "Norway (firmly) supports two-state solution"."""
    stance = _WORDS.get(position.stance, position.stance)
    firm = {"weak": " (tentatively)", "plain": "", "strong": " (firmly)"}[position.strength]
    until = f", until {position.until}" if position.until else ""
    return f"{markdown(position.holder)}{firm} {stance}: {markdown(position.object.text)}{until}"
