"""Place names in a text, each placed with its reason."""

import math
from collections.abc import Mapping, Sequence

from communique.extract.toponym_choice import Choice, Key, decide, given_with, key_of
from communique.extract.toponym_spans import sight
from communique.extract.toponym_types import Context, Sighting, Toponym
from communique.models.language import Name, Paragraph, language_model
from communique.vocab.gazetteer import GazetteerRow, look_up, state_centre

_OF_A_PEOPLE = 0.9
"""Confidence that the state of a people is what its name stands for."""


def find_toponyms(
    text: str,
    context: Context | None = None,
    names: Sequence[Name] | Sequence[Paragraph] | None = None,
) -> tuple[Toponym, ...]:
    """Every place name of `text`, in order and not overlapping, placed where that can be done.

    `names` are the names or paragraphs that the language model has already found in `text`;
    without them it is run. What a name means is decided once for the text: by the larger place
    given with it, its people, whether it is a capital, the state of the source, and the text's
    other places (see `toponym_choice`). Those of `use` "place" are places proper.
    """
    seen = sight(text, _names(text, names))
    listed = [each for each in seen if each.use in ("place", "name_part")]
    choices, given = decide(listed, context or Context()), given_with(listed)
    return tuple(_toponym(text, each, choices, key_of(each, given)) for each in seen)


def _names(text: str, given: Sequence[Name] | Sequence[Paragraph] | None) -> tuple[Name, ...]:
    if given is None:
        return language_model().names(text)
    found: list[Name] = []
    for each in given:
        found += [each] if isinstance(each, Name) else each.names()
    return tuple(found)


def _toponym(text: str, seen: Sighting, choices: Mapping[Key, Choice], key: Key) -> Toponym:
    row, stated, confidence, reason = _placing(seen, choices, key)
    return Toponym(
        start=seen.start,
        end=seen.end,
        name=text[seen.start : seen.end],
        use=seen.use,
        kind=row.kind if row else None,
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
    seen: Sighting, choices: Mapping[Key, Choice], key: Key
) -> tuple[GazetteerRow | None, bool, float, str]:
    if seen.use == "demonym":
        rows = look_up(seen.name)
        row = state_centre(seen.iso3) if seen.iso3 else rows[0] if rows else None
        return row, False, _OF_A_PEOPLE if row else 0.0, "where the people named live"
    choice = choices.get(key)
    if seen.use == "street" or choice is None:
        return None, False, 0.0, "in no gazetteer"
    confidence = 1 - 0.6 * math.exp(-choice.margin)
    if key[1]:
        return choice.row, True, confidence, f"given with {key[1]}"
    if not choice.rivals:
        return choice.row, True, confidence, "the only place of this name"
    return choice.row, False, confidence, "by size, rank and the text's other places"
