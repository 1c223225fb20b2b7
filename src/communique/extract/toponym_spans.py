"""Seeing toponyms: what has their shape, weighed by the recogniser and by the words around it.

Scores are points, set by hand: 1.5 is enough; a name with 3 lends 1.5 to its other mentions.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.extract import toponym_cues as cue
from communique.extract.toponym_matches import (
    Match,
    demonyms_in,
    features_in,
    matches_in,
    overlaps,
    streets_in,
    within,
)
from communique.extract.toponym_types import Sighting, Use
from communique.models.language import Name
from communique.vocab.gazetteer import common_words, is_capital, look_up

_ENOUGH, _SURE, _LENT = 1.5, 3.0, 1.5
_CITY = 500_000  # people
_TWO_TOWNS = 3.0
_AREAS = ("state", "admin1", "continent", "region", "sea", "county", "admin2")
_BEFORE = 40  # characters looked at before a name


def sight(text: str, names: Sequence[Name]) -> tuple[Sighting, ...]:
    """Every toponym of `text` that has a good case, in order and not overlapping."""
    entities = _Entities(names)
    streets = list(streets_in(text))
    demonyms = [
        people
        for people in demonyms_in(text)
        if not (entities.deny(people) or _surname(text, people) or overlaps(people, streets))
    ]
    matches = [m for m in matches_in(text) if not overlaps(m, [*streets, *demonyms])]
    features = [f for f in features_in(text, matches) if not overlaps(f, [*streets, *demonyms])]
    matches = [m for m in matches if not overlaps(m, features)]
    fixed = [*features, *streets, *demonyms]
    scored = [_weigh(text, match, entities, matches) for match in matches]
    scored += _unlisted(text, names, [*matches, *fixed])
    return tuple(sorted([*_settle(scored), *fixed], key=lambda seen: seen.start))


def _surname(text: str, people: Sighting) -> bool:
    """Whether the name of a people follows a forename, and nothing capitalised follows it."""
    before = cue.FORENAME.search(text[max(0, people.start - _BEFORE) : people.start])
    if before is None or cue.CAPITALISED_AFTER.match(text, people.end):
        return False
    known = any(row.kind != "town" or row.population >= _CITY for row in look_up(before[1]))
    return before[1].lower() not in common_words() and not known


class _Entities:
    """The recogniser's names by place, and the surnames of the persons it saw."""

    def __init__(self, names: Sequence[Name]) -> None:
        self._names = names
        self.surnames = {
            name.text.removesuffix("'s").removesuffix("’s").split()[-1]
            for name in names
            if name.label == "PERSON" and " " in name.text
        }

    def deny(self, people: Sighting) -> bool:
        """Whether the name of a people is a person's surname, or a language."""
        name = self.at(people)
        if name is None:
            return False
        return name.label == "LANGUAGE" or (name.label == "PERSON" and " " in name.text)

    def at(self, match: Match | Sighting) -> Name | None:
        """The name that overlaps `match`."""
        return next(
            (n for n in self._names if n.span.start < match.end and match.start < n.span.end), None
        )


def _weigh(text: str, match: Match, entities: _Entities, matches: Sequence[Match]) -> Sighting:
    entity = entities.at(match)
    larger = within(text, match, matches)
    inside = bool(cue.CAPITALISED_AFTER.match(text, match.end)) and not larger
    score = _label_score(match, entity) + _name_score(match) + _before_score(text, match, matches)
    score += _after_score(text, match, inside=inside)
    score += 3 if larger else 0
    if match.name in entities.surnames and not larger:
        score -= 2
    organised = entity is not None and entity.label == "ORG" and entity.span.end > match.end + 2
    named = cue.NAMED_OF.search(text[max(0, match.start - _BEFORE) : match.start])
    use: Use = "name_part" if named or (inside and organised) else "place"
    return Sighting(
        start=match.start, end=match.end, name=match.name, use=use, score=score, within=larger
    )


def _weighty(match: Match) -> bool:
    """Whether a name means a state or region, a capital, a county or a city of half a million."""
    return any(
        row.kind in _AREAS
        or row.population >= _CITY
        or (row.population >= 20_000 and is_capital(row))
        for row in match.rows
    )


def _label_score(match: Match, entity: Name | None) -> float:
    if entity is None:
        return 0.0
    exact = entity.span.start >= match.start - 4 and abs(entity.span.end - match.end) <= 2
    if entity.label in ("GPE", "LOC"):
        return 3.0 if exact else 2.0
    if entity.label == "PERSON":
        return -1.0 if exact else -4.0
    if entity.label == "ORG":
        return 0.3 if exact else 0.8
    return {"FAC": 0.3, "NORP": 1.0}.get(entity.label, -1.0)


def _name_score(match: Match) -> float:
    if _weighty(match):
        score = 2.0
    else:
        people = max(row.population for row in match.rows)
        score = 1.0 if people >= 100_000 else 0.5 if people >= 15_000 else 0.0
        score -= 0.5 if people < 2_000 else 0.0
    if match.rows[0].kind in ("county", "admin2") and " " in match.name:
        score += 3.0
    score += 0.7 if " " in match.name else 0.0
    return score - 3.0 if match.name.lower() in common_words() else score


def _before_score(text: str, match: Match, matches: Sequence[Match]) -> float:
    before = text[max(0, match.start - _BEFORE) : match.start]
    score = 1.5 if cue.IN.search(before) else 1.0 if cue.FROM.search(before) else 0.0
    if before.endswith(", ") and any(m.end == match.start - 2 for m in matches):
        score += 2
    if cue.TITLE.search(before) or cue.INITIAL.search(before):
        score -= 4
    if not _weighty(match) and cue.SPOKEN.search(before):
        score -= 2
    return score - _person_like(text, match, matches)


def _person_like(text: str, match: Match, matches: Sequence[Match]) -> float:
    """What two towns without a comma between them lose: they are a person's names."""
    if cue.BODY.match(text, match.end) or match.rows[0].kind in _AREAS:
        return 0.0
    after = any(m.start == match.end + 1 and not _weighty(m) for m in matches)
    before = any(m.end == match.start - 1 for m in matches) and not _weighty(match)
    apart = text[match.end : match.end + 1] == " " if after else text[match.start - 1] == " "
    return _TWO_TOWNS if (after or before) and apart else 0.0


def _after_score(text: str, match: Match, *, inside: bool) -> float:
    score = 1.5 if cue.INHABITED.match(text, match.end) else 0.0
    if not _weighty(match) and cue.SPEAKS.match(text, match.end):
        score -= 2
    if inside:
        score += 1.0 if cue.BODY.match(text, match.end) else -0.7
    if match.name.isupper() and cue.DATELINE.match(text, match.end):
        score += 3
    return score


def _unlisted(
    text: str, names: Sequence[Name], taken: Sequence[Match | Sighting]
) -> Iterator[Sighting]:
    """What the recogniser takes for a place although no gazetteer lists it."""
    for name in names:
        if name.label not in ("GPE", "LOC"):
            continue
        surface = name.text.removesuffix("'s").removesuffix("’s")
        surface = surface.removeprefix("the ").removeprefix("The ").strip()
        start = text.index(surface, name.span.start)
        end = start + len(surface)
        before = text[max(0, start - _BEFORE) : start]
        score = 1.0 + (1.5 if cue.IN.search(before) else 0.7 if cue.FROM.search(before) else 0)
        score += 0.5 if " " in surface else 0
        score -= 2 if cue.SPEAKS.match(text, end) or cue.SPOKEN.search(before) else 0
        score -= 2 if surface.lower() in common_words() or surface.isupper() else 0
        seen = Sighting(start=start, end=end, name=surface, use="place", score=score)
        if surface[:1].isupper() and not overlaps(seen, taken):
            yield seen


def _settle(scored: Sequence[Sighting]) -> Iterator[Sighting]:
    """Those with enough of a case, once what is sure in one place counts for its other mentions."""
    sure = {each.name for each in scored if each.score >= _SURE}
    for each in scored:
        score = each.score + (_LENT if each.name in sure and each.score < _SURE else 0)
        if score >= _ENOUGH:
            yield replace(each, score=score)
