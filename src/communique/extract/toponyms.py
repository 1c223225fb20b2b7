"""Place names in a text, each placed: one joint decision over all names of the text."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from communique.extract.toponym_geo import kilometres, lies_within
from communique.extract.toponym_spans import sight
from communique.extract.toponym_types import Context, Sighting, Toponym
from communique.models.language import Name, Paragraph, language_model
from communique.vocab.gazetteer import GazetteerRow, is_capital, look_up, state_centre
from communique.vocab.tables import fold

_PRIOR = {
    "state": 7.6,
    "continent": 8.0,
    "admin1": 7.0,
    "region": 6.6,
    "sea": 7.0,
    "lake": 6.5,
    "river": 6.5,
    "mountain": 6.5,
    "admin2": 5.6,
    "province": 4.6,
    "county": 4.2,
}
"""How readily a kind of area is meant, in powers of ten of people, like a town's population."""
_ALTERNATE = -1.0
_CAPITAL = 1.3
_WITHIN, _NOT_WITHIN = 8.0, -4.0
_SAME_STATE, _SAME_ADMIN1, _SOURCE = 1.2, 1.6, 1.0
_NEAR = ((50.0, 1.0), (161.0, 0.8), (400.0, 0.4))  # km, weight
_NEAR_AT_MOST = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Choice:
    row: GazetteerRow
    score: float
    margin: float
    rivals: int


def find_toponyms(
    text: str,
    context: Context | None = None,
    names: Sequence[Name] | Sequence[Paragraph] | None = None,
) -> tuple[Toponym, ...]:
    """Every place name of `text`, in order and not overlapping, placed where that can be done.

    `names` are the names or paragraphs the language model has already found in `text`; without
    them it is run. What a name means is decided once for the text: by the larger place given with
    it, its people, whether it is a capital, the states and provinces the text names, the state of
    the source, and nearness to the text's other places.
    """
    seen = sight(text, _names(text, names))
    keyed = [each for each in seen if each.use in ("place", "name_part")]
    choices = _decide(keyed, context or Context())
    return tuple(_toponym(each, choices) for each in seen)


def _names(text: str, given: Sequence[Name] | Sequence[Paragraph] | None) -> tuple[Name, ...]:
    if given is None:
        return language_model().names(text)
    found: list[Name] = []
    for each in given:
        found += [each] if isinstance(each, Name) else each.names()
    return tuple(found)


def _key(sighting: Sighting, whole: Mapping[str, str]) -> tuple[str, str | None]:
    """What is decided on: a folded name, with the larger place it was once given with."""
    folded = fold(sighting.name)
    return folded, sighting.within or whole.get(folded)


def _wholes(seen: Iterable[Sighting]) -> dict[str, str]:
    """For a name that a comma explains once, what holds for its bare mentions too."""
    found: dict[str, Counter[str]] = {}
    for each in seen:
        if each.within:
            found.setdefault(fold(each.name), Counter())[each.within] += 1
    return {name: counts.most_common(1)[0][0] for name, counts in found.items()}


def _decide(seen: Sequence[Sighting], context: Context) -> dict[tuple[str, str | None], _Choice]:
    whole = _wholes(seen)
    weights = Counter(_key(each, whole) for each in seen)
    options = {key: look_up(key[0]) for key in weights}
    options = {key: rows for key, rows in options.items() if rows}
    base = {
        key: [_prior(key, row, seen, context) for row in rows] for key, rows in options.items()
    }
    best = {
        key: options[key][max(range(len(scores)), key=scores.__getitem__)]
        for key, scores in base.items()
    }
    choices: dict[tuple[str, str | None], _Choice] = {}
    for _ in range(2):
        sure = {key: _certainty(base[key]) for key in base}
        choices = {
            key: _choose(key, rows, base[key], best, sure, weights)
            for key, rows in options.items()
        }
        best = {key: choice.row for key, choice in choices.items()}
    return choices


def _certainty(scores: Sequence[float]) -> float:
    """From 0 to 1: how far the best stands above the next."""
    ranked = sorted(scores, reverse=True)
    return 1.0 if len(ranked) == 1 else 1 - math.exp(-(ranked[0] - ranked[1]) / 1.5)


def _prior(
    key: tuple[str, str | None], row: GazetteerRow, seen: Sequence[Sighting], context: Context
) -> float:
    """The case for `row` from the name alone and what is given with it."""
    if row.kind == "town":
        score = math.log10(row.population + 300)
        score += _CAPITAL if is_capital(row) else 0
        score += _ALTERNATE if fold(row.name) != key[0] else 0
    else:
        score = _PRIOR[row.kind]
    if key[1]:
        score += _WITHIN if lies_within(row, key[1]) else _NOT_WITHIN
    if context.source_iso3 and row.iso3 == context.source_iso3:
        score += _SOURCE
    return score


def _choose(
    key: tuple[str, str | None],
    rows: Sequence[GazetteerRow],
    base: Sequence[float],
    best: Mapping[tuple[str, str | None], GazetteerRow],
    sure: Mapping[tuple[str, str | None], float],
    weights: Mapping[tuple[str, str | None], int],
) -> _Choice:
    others = [
        (other, sure[at] * min(2.0, 1 + math.log(weights[at])))
        for at, other in best.items()
        if at[0] != key[0]
    ]
    scores = [score + _support(row, others) for row, score in zip(rows, base, strict=True)]
    order = sorted(range(len(rows)), key=lambda at: -scores[at])
    margin = scores[order[0]] - scores[order[1]] if len(order) > 1 else 10.0
    return _Choice(row=rows[order[0]], score=scores[order[0]], margin=margin, rivals=len(rows) - 1)


def _support(row: GazetteerRow, others: Sequence[tuple[GazetteerRow, float]]) -> float:
    """What the other places of the text say for `row`: shared state and province, nearness."""
    state = admin1 = near = 0.0
    for other, weight in others:
        if other.iso3 and other.iso3 == row.iso3:
            state = max(state, weight)
            if other.admin1 and other.admin1 == row.admin1 and row.kind != "state":
                admin1 = max(admin1, weight)
        if other.kind not in ("state", "continent", "admin1", "sea", "region"):
            distance = kilometres(row, other)
            near += weight * next((w for most, w in _NEAR if distance <= most), 0.0)
    return _SAME_STATE * state + _SAME_ADMIN1 * admin1 + min(near, _NEAR_AT_MOST)


def _toponym(sighting: Sighting, choices: Mapping[tuple[str, str | None], _Choice]) -> Toponym:
    row, stated, confidence, reason = _placing(sighting, choices)
    return Toponym(
        start=sighting.start,
        end=sighting.end,
        name=sighting.name,
        use=sighting.use,
        lat=row.lat if row else None,
        lon=row.lon if row else None,
        iso3=row.iso3 if row else None,
        geonames_id=row.geonames_id if row else None,
        admin1=row.admin1 if row else None,
        confidence=round(confidence, 2),
        stated=stated,
        reason=reason,
    )


def _placing(
    sighting: Sighting, choices: Mapping[tuple[str, str | None], _Choice]
) -> tuple[GazetteerRow | None, bool, float, str]:
    if sighting.iso3:
        return state_centre(sighting.iso3), False, 0.9, "the state of the people named"
    folded = fold(sighting.name)
    fits = [key for key in choices if key[0] == folded]
    if sighting.use not in ("place", "name_part") or not fits:
        return None, False, 0.0, "in no gazetteer"
    key = next((k for k in fits if k[1] == sighting.within), fits[0])
    choice = choices[key]
    confidence = 1 - 0.6 * math.exp(-choice.margin)
    if key[1]:
        return choice.row, True, confidence, f"given with {key[1]}"
    if not choice.rivals:
        return choice.row, True, confidence, "the only place of this name"
    return choice.row, False, confidence, "by size, capital rank and the text's other places"
