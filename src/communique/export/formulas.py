"""Formulas of a dyad and the time line of a phrase, out of a register's records, and as rows."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from communique.export.phrases import state_name
from communique.export.plain import counted, markdown
from communique.export.rows import Row, evidence_rows
from communique.export.utterances import Dyad, Library, utterances
from communique.formulas import find_formulas, shifts, uses_of
from communique.types.formula import Formula, Shift, Use
from communique.types.text import Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Formulas:
    """The formulas of a dyad, the strongest first, and what the latest texts do with them."""

    dyad: Dyad
    formulas: tuple[Formula, ...] = ()
    shifts: tuple[Shift, ...] = ()


def formulas_on(
    library: Library, a: str, b: str, since: str | None = None, until: str | None = None
) -> Formulas:
    """What the states `a` and `b` (alpha-3) repeat to each other, from `since` to `until` (ISO).

    A formula is used on the dyad, and repeated there or by the same speaker or state elsewhere.
    """
    dyad: Dyad = (min(a, b), max(a, b))
    said = [each for each in utterances(library, dyad) if within(each.day, since, until)]
    own = [each for each in said if each.dyad == dyad or set(each.states) & set(dyad)]
    others = [each for each in said if each.dyad != dyad and not set(each.states) & set(dyad)]
    found = find_formulas(own, others, dyad)
    return Formulas(dyad=dyad, formulas=found, shifts=shifts(own, found, dyad))


def phrase_line(
    library: Library,
    phrase: str,
    dyad: Dyad | None = None,
    since: str | None = None,
    until: str | None = None,
) -> tuple[Use, ...]:
    """Every use of `phrase` up to two words otherwise, by day; with a `dyad` those on it alone.

    Sentences in which nobody is told to speak are looked through too.
    """
    said = utterances(library, dyad, everything=True)
    kept = (each for each in said if dyad is None or each.dyad == dyad)
    return uses_of(phrase, [each for each in kept if within(each.day, since, until)])


def within(day: str | None, since: str | None, until: str | None) -> bool:
    """Whether a day is within bounds, perhaps partial ones; one not known is if there are none."""
    if day is None:
        return not since and not until
    return (not since or day >= since) and (not until or day[: len(until)] <= until)


def formula_row(formula: Formula) -> Row:
    """{id, text, times, first_seen, last_seen, weight, variants, uses, others}."""
    return {
        "id": formula.id,
        "text": formula.text,
        "times": formula.times,
        "first_seen": formula.first_seen,
        "last_seen": formula.last_seen,
        "weight": formula.weight,
        "variants": [{"text": each.text, "count": each.count} for each in formula.variants],
        "uses": [use_row(use) for use in formula.uses],
        "others": [use_row(use) for use in formula.others],
    }


def use_row(use: Use) -> Row:
    """{report_id, start, end, quote, day, place, coverage_id, kind, actor_ids, states, ...}."""
    (row,) = evidence_rows([use.evidence])
    said = use.utterance
    return {
        **row,
        "day": said.day,
        "place": said.place,
        "coverage_id": said.coverage_id,
        "kind": said.kind,
        "actor_ids": list(said.actor_ids),
        "states": list(said.states),
        "dyad": list(said.dyad) if said.dyad else None,
        "edits": use.edits,
    }


def shift_row(shift: Shift) -> Row:
    """{change, formula_id, text, by, kind, before_day, now_day, ..., before, now}."""
    return {
        "change": shift.change,
        "formula_id": shift.formula_id,
        "text": shift.text,
        "by": list(shift.by),
        "kind": shift.kind,
        "before_day": shift.before_day,
        "now_day": shift.now_day,
        "before_reports": list(shift.before_reports),
        "now_reports": list(shift.now_reports),
        "before": use_row(shift.before) if shift.before else None,
        "now": use_row(shift.now) if shift.now else None,
    }


def held_by(formula: Formula) -> Mapping[tuple[str, ...], int]:
    """By states whose words they are, in how many happenings; the one with the most first."""
    told: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for use in formula.uses:
        told[use.utterance.states].add(use.utterance.coverage_id)
    ranked = sorted(told.items(), key=lambda each: (-len(each[1]), each[0]))
    return {states: len(homes) for states, homes in ranked}


def formula_lines(formulas: Formulas, most: int = 8) -> Iterator[tuple[str, tuple[Evidence, ...]]]:
    """A Markdown line for each of the `most` strongest formulas, with the words that bear it."""
    for formula in formulas.formulas[:most]:
        who = ", ".join(_names(states) for states in held_by(formula))
        parts = [f"{who}, {counted(formula.times, 'happening')}"]
        if formula.first_seen and formula.last_seen:
            parts.append(f"{formula.first_seen} to {formula.last_seen}")
        if len(formula.variants) > 1:
            parts.append(f"also worded “{markdown(formula.variants[1].text)}”")
        if others := sorted({s for use in formula.others for s in use.utterance.states}):
            parts.append(f"also used by {_names(others)}")
        cited = tuple(use.evidence for use in formula.uses)
        yield f"“{markdown(formula.text)}” ({'; '.join(parts)})", cited


def _names(states: Iterable[str]) -> str:
    return " and ".join(map(state_name, states)) or "unknown whose"
