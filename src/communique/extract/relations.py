"""Changes of relations between two states: partnerships raised, relations severed or restored."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.extract.context import Context, states_in
from communique.extract.dates import anchor_date, event_date
from communique.extract.mentions import Marked, sign
from communique.extract.modality import is_recalled, modality_of
from communique.types.ids import content_id
from communique.types.record import Change, Event, Instrument, Modality, RelationChange
from communique.types.text import Evidence
from communique.vocab.partnerships import find_labels

_TIES = (
    r"(?:(?:full|formal|all|their|its|his|her|bilateral|diplomatic|the|official|consular|mutual|"
    r"political|China|[A-Z][\w-]+|[\ue000-\uf8ff](?:['’]s)?|[\ue000-\uf8ff]-[\ue000-\uf8ff])\s+){0,5}"
    r"(?:relations|ties|relationship|links|partnership|cooperation)"
)
_DIPLOMATIC = (
    r"(?:full\s+|formal\s+|all\s+|their\s+|its\s+|official\s+)*(?:diplomatic|bilateral)?\s*"
    r"(?:relations|ties|relationship)"
)
_LABEL = r"(?P<label>[^,.;:“”\"]{0,140})"
_UP = r"(?:upgrad|elevat|rais|lift|promot|advanc)(?:e|es|ed|ing)"
_DOWN = r"(?:downgrad|lower|reduc|scal)(?:e|es|ed|s|ing)?(?:\s+(?:down|back))?"

_LEVELLED: tuple[tuple[Change, str], ...] = (
    ("upgraded", rf"\b{_UP}\s+{_TIES}(?:\s+(?:with|between|of)\s+[^,.;]{{1,60}}?)?(?:\s+from\s+(?P<before>[^,.;]+?))?\s+(?:to|into)\s+{_LABEL}"),
    ("upgraded", rf"{_TIES}[^,.;]{{0,60}}?\s+(?:was|were|is|are|been|be)\s+(?:\w+ly\s+)?{_UP}(?:\s+from\s+(?P<before>[^,.;]+?))?\s+(?:to|into)\s+{_LABEL}"),
    ("upgraded", rf"\b(?:upgrade|upgrading|elevation|elevating)\s+(?:of\s+)?{_TIES}[^,.;]{{0,60}}?(?:\s+from\s+(?P<before>[^,.;]+?))?\s+(?:to|into)\s+{_LABEL}"),
    ("downgraded", rf"\b{_DOWN}\s+{_TIES}[^,.;]{{0,60}}?(?:\s+from\s+(?P<before>[^,.;]+?))?\s+to\s+{_LABEL}"),
    ("established", rf"\b(?:establish(?:ed|es|ing|ment\s+of)?|declar(?:ed|es|ing)|announc(?:ed|es|ing)|form(?:ed|ing))\s+(?:of\s+)?{_LABEL}"),
)
_OPENED: tuple[tuple[Change, str], ...] = (
    ("severed", rf"\b(?:sever(?:ed|s|ing)?|cut(?:s|ting)?(?:\s+off)?|br(?:oke|eaks?|oken|eaking)(?:\s+off)?|end(?:ed|s)?|terminat(?:ed|es)|severance\s+of)\s+(?:of\s+)?{_DIPLOMATIC}"),
    ("suspended", rf"\b(?:suspend(?:ed|s|ing)?|froze|freez(?:es|ing))\s+{_DIPLOMATIC}"),
    ("restored", rf"\b(?:restor(?:ed?|es|ing|ation\s+of)|resum(?:ed?|es|ing|ption\s+of)|re-?establish(?:ed|es|ing|ment\s+of)?|normali[sz](?:ed?|es|ing|ation\s+of))\s+(?:of\s+)?{_DIPLOMATIC}"),
    ("established", rf"\b(?:establish(?:ed|es|ing|ment\s+of)?|open(?:ed|s|ing)?)\s+(?:of\s+)?(?:\w+\s+)?(?:diplomatic\s+(?:relations|ties)|ambassadorial\s+relations)"),
    ("recognised", rf"{sign('state', 'person', 'pronoun')}[^.;,]{{0,40}}?\brecogni[sz](?:ed|es|e)\s+(?:{sign('state')}|the\s+independence\s+of)"),
    ("lowered", rf"\b(?:downgrad|lower|reduc)(?:ed|es|e|s|ing)\s+(?:the\s+level\s+of\s+)?{_DIPLOMATIC}"),
    ("raised", rf"\b(?:upgrad|rais|elevat)(?:ed|es|e|ing)\s+(?:the\s+level\s+of\s+|their\s+)?diplomatic\s+(?:relations|ties|representation)(?:\s+to\s+(?:the\s+)?(?P<label>ambassador(?:ial)?\s+level))?"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighted:
    """A change as one sentence tells it."""

    dyad: tuple[str, str]
    change: Change
    before: str | None
    after: str | None
    date: str | None
    modality: Modality
    evidence: Evidence


_ORDER: tuple[Modality, ...] = ("actual", "future", "hypothetical", "negated", "historical")


def find_relations(
    context: Context, meetings: tuple[Event, ...], instruments: Sequence[Instrument]
) -> tuple[RelationChange, ...]:
    """The changes a report tells of, one for each two states and level."""
    groups: dict[tuple[object, ...], list[Sighted]] = {}
    for unit in context.units:
        for seen in _sighted(context, unit, meetings):
            key = (seen.dyad, (seen.after or seen.change).lower(), seen.modality == "historical")
            groups.setdefault(key, []).append(seen)
    return tuple(_change(context, found, instruments) for found in groups.values())


def _sighted(context: Context, unit: Marked, meetings: tuple[Event, ...]) -> Iterator[Sighted]:
    text = unit.text
    levelled = False
    for change, words in _LEVELLED:
        for match in re.finditer(words, text):
            labels = list(find_labels(unit.plain(*match.span("label"))))
            if not labels or (change == "established" and labels[0].start > 60):
                continue
            before = _level(match.groupdict().get("before"))
            made = _made(context, unit, match, change, before, labels[0].words, meetings)
            if made:
                levelled = True
                yield made
    if levelled:
        return
    for change, words in _OPENED:
        match_or_none = re.search(words, text)
        if match_or_none is None:
            continue
        label = match_or_none.groupdict().get("label")
        made = _made(context, unit, match_or_none, change, None, label, meetings)
        if made:
            yield made
            return


def _level(words: str | None) -> str | None:
    """The label in `words`, or the words themselves without their article."""
    if not words:
        return None
    labels = list(find_labels(words))
    return labels[0].words if labels else re.sub(r"^(?:an?|the)\s+", "", words.strip())


def _made(
    context: Context,
    unit: Marked,
    match: re.Match[str],
    change: Change,
    before: str | None,
    after: str | None,
    meetings: tuple[Event, ...],
) -> Sighted | None:
    dyad = _dyad(context, unit)
    if dyad is None:
        return None
    modality = modality_of(unit.text, *match.span())
    year = context.anchor.date[:4] if context.anchor else None
    given = event_date(unit.passage, context.dates)
    recalled = is_recalled(unit.text, year)
    if recalled and modality == "actual":
        modality = "historical"
    met = meetings[0].date if len(meetings) == 1 else None
    date = (given or met or anchor_date(context.anchor)) if not recalled else None
    return Sighted(
        dyad=dyad,
        change=change,
        before=before,
        after=after,
        date=date.value if date else _year(unit.text) if recalled else None,
        modality=modality,
        evidence=context.report.evidence(unit.passage.span),
    )


def _year(text: str) -> str | None:
    found = re.search(r"\b(?:in|since)\s+(?:[A-Z][a-z]+\s+)?((?:19|20)\d\d)\b", text)
    return found[1] if found else None


def _dyad(context: Context, unit: Marked) -> tuple[str, str] | None:
    """The two states a sentence names, else the two the report is about."""
    states = states_in(unit.found)
    if len(states) == 2:
        first, second = sorted(states)
        return first, second
    if len(states) < 2:
        return context.cast.dyad
    named = context.cast.dyad
    return named if named and set(named) <= set(states) else None


def _change(
    context: Context, found: Sequence[Sighted], instruments: Sequence[Instrument]
) -> RelationChange:
    best = min(found, key=lambda s: (_ORDER.index(s.modality), s.change == "established"))
    date = next((s.date for s in found if s.date and s.modality == best.modality), None)
    evidence = tuple(dict.fromkeys(s.evidence for s in found))
    return RelationChange(
        id=content_id(
            "rl", context.report.id, *best.dyad, best.change, best.after, best.modality
        ),
        dyad=best.dyad,
        change=best.change,
        level_before=next((s.before for s in found if s.before), None),
        level_after=best.after,
        date=date,
        modality=best.modality,
        report_ids=(context.report.id,),
        instrument_ids=tuple(
            each.id
            for each in instruments
            if tuple(each.parties) == best.dyad
            and best.after
            and best.after.lower() in " ".join((each.title or "", *each.subjects)).lower()
        ),
        evidence=evidence,
    )
