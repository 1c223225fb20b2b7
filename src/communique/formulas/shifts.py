"""What the latest text of each side on a dyad drops, adds or words otherwise."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from communique.formulas.wordings import plainly
from communique.types.formula import Formula, Shift, Shifting, TextKind, Use, Utterance

Series = tuple[TextKind, tuple[str, ...]]
"""Texts that are comparable: of one kind, and of one speaker, side or pair of sides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    """What a side says in one coverage, in however many reports."""

    day: str
    coverage_id: str
    report_ids: tuple[str, ...]
    states: tuple[str, ...]


def shifts(
    utterances: Iterable[Utterance], formulas: Sequence[Formula], dyad: tuple[str, str]
) -> tuple[Shift, ...]:
    """Each side's latest text on `dyad` against its last comparable one, the latest first.

    Readouts are compared with readouts of the same side, joint statements with joint statements,
    and all else that is said with what the same speaker said on an earlier day.
    """
    series = _series(each for each in utterances if each.dyad == dyad)
    found = [
        shift
        for comparable, texts in series.items()
        if (pair := _latest_two(texts))
        for shift in _between(comparable, *pair, formulas)
    ]
    return tuple(sorted(found, key=lambda each: (each.now_day, each.change), reverse=True))


def series_of(utterance: Utterance) -> Series:
    """With what texts an utterance's is to be compared."""
    speakers = utterance.actor_ids if utterance.kind == "statement" else ()
    return utterance.kind, speakers or utterance.states


def _series(utterances: Iterable[Utterance]) -> Mapping[Series, list[_Text]]:
    told: dict[tuple[Series, str], list[Utterance]] = defaultdict(list)
    for each in utterances:
        told[series_of(each), each.coverage_id].append(each)
    found: dict[Series, list[_Text]] = defaultdict(list)
    for (series, coverage_id), said in told.items():
        days = [each.day for each in said if each.day]
        if days and series[1]:
            found[series].append(
                _Text(
                    day=min(days),
                    coverage_id=coverage_id,
                    report_ids=tuple(sorted({each.report_id for each in said})),
                    states=said[0].states,
                )
            )
    return found


def _latest_two(texts: Sequence[_Text]) -> tuple[_Text, _Text] | None:
    ranked = sorted(texts, key=lambda each: (each.day, each.coverage_id), reverse=True)
    now = ranked[0]
    before = next((each for each in ranked if each.day < now.day), None)
    return (before, now) if before else None


def _between(
    series: Series, before: _Text, now: _Text, formulas: Sequence[Formula]
) -> Iterator[Shift]:
    for formula in formulas:
        was, is_now = _use_in(before, series, formula), _use_in(now, series, formula)
        if change := _change(was, is_now):
            yield Shift(
                change=change,
                formula_id=formula.id,
                text=formula.text,
                by=now.states,
                kind=series[0],
                before_day=before.day,
                now_day=now.day,
                before_reports=before.report_ids,
                now_reports=now.report_ids,
                before=was,
                now=is_now,
            )


def _use_in(text: _Text, series: Series, formula: Formula) -> Use | None:
    """The use in the text that is nearest to the formula's usual wording."""
    held = [
        use
        for use in (*formula.uses, *formula.others)
        if use.utterance.coverage_id == text.coverage_id and series_of(use.utterance) == series
    ]
    return min(held, key=lambda use: use.edits, default=None)


def _change(before: Use | None, now: Use | None) -> Shifting | None:
    if before and now:
        same = plainly(before.evidence.quote) == plainly(now.evidence.quote)
        return None if same else "varied"
    return "dropped" if before else "added" if now else None
