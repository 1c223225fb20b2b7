"""Names that the versions of happenings exchange for one another, learned from coverages.

Only what is a name on both sides is learned: of what versions call otherwise most is description
("the accord", "a defence pact"), true of one happening alone. States have tables of their own.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from communique.types.aliases import Alias
from communique.types.coverage import Coverage
from communique.types.ids import content_id
from communique.types.provenance import Judgement
from communique.types.text import Evidence
from communique.vocab.dates import find_dates
from communique.vocab.gazetteer import look_up
from communique.vocab.groups import find_group
from communique.vocab.organisations import find_organisation
from communique.vocab.states import find_state
from communique.vocab.tables import fold
from communique.vocab.things import things

LEAST = 2
"""Coverages from which a pair is taken for known though no person has confirmed it."""
_LONGEST = 9
_OPENING = re.compile(
    r"^(?P<definite>the|this|that|its|his|her|their|our)\s+|^(?P<one>an?|another|some)\s+", re.I
)
_WORD = re.compile(r"[^\W_][\w.&/'’-]*")
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(slots=True)
class _Pair:
    """What bears one pair: how often each spelling of its names stands, and where."""

    spelt: tuple[Counter[str], Counter[str]] = field(default_factory=lambda: (Counter(), Counter()))
    coverage_ids: dict[str, None] = field(default_factory=dict)
    evidence: dict[Evidence, None] = field(default_factory=dict)
    confirmed: Judgement | None = None


def learn(coverages: Iterable[Coverage], confirmed: Iterable[Judgement] = ()) -> Iterator[Alias]:
    """The pairs of names that `coverages` bear, and those that persons confirmed.

    Those that most coverages bear come first; equals are in the order of their names. `first_seen`
    is left open.
    """
    pairs: dict[tuple[str, str], _Pair] = {}
    for judgement in confirmed:
        names = (judgement.left, judgement.right)
        _note(pairs, names).confirmed = judgement
    for coverage in coverages:
        for names, evidence in _exchanged(coverage):
            pair = _note(pairs, names)
            pair.coverage_ids[coverage.id] = None
            pair.evidence.update(dict.fromkeys(evidence))
    ranked = sorted(pairs.items(), key=lambda item: (-len(item[1].coverage_ids), item[0]))
    for key, pair in ranked:
        yield _alias(key, pair)


def _note(pairs: dict[tuple[str, str], _Pair], names: tuple[str, str]) -> _Pair:
    """The entry of two names, with their spelling counted."""
    a, b = sorted(names, key=lambda each: (fold(each), each))
    pair = pairs.setdefault((fold(a), fold(b)), _Pair())
    for counter, name in zip(pair.spelt, (a, b), strict=True):
        counter[name] += 1
    return pair


def _alias(key: tuple[str, str], pair: _Pair) -> Alias:
    judged = pair.confirmed
    return Alias(
        id=content_id("al", *key),
        names=(_usual(pair.spelt[0]), _usual(pair.spelt[1])),
        kind=_kind(*map(_usual, pair.spelt)),
        coverage_ids=tuple(pair.coverage_ids),
        report_ids=tuple(dict.fromkeys(each.report_id for each in pair.evidence)),
        known=judged is not None or len(pair.coverage_ids) >= LEAST,
        confirmed_by=judged.author if judged else None,
        reason=judged.reason if judged else None,
        evidence=tuple(pair.evidence),
    )


def _usual(spelt: Counter[str]) -> str:
    """The spelling that is there most often, of several the first in the alphabet."""
    return min(spelt, key=lambda name: (-spelt[name], name))


def _exchanged(coverage: Coverage) -> Iterator[tuple[tuple[str, str], tuple[Evidence, Evidence]]]:
    """The names that a version of a coverage has for another of the first version."""
    for each in coverage.differences:
        if each.kind != "renamed" or not (each.evidence and each.against):
            continue
        ours, theirs = each.against[0], each.evidence[0]
        name, other = name_in(ours.quote), name_in(theirs.quote)
        if name and other and fold(name) != fold(other) and not _told_apart(name, other):
            yield (name, other), (ours, theirs)


def name_in(words: str) -> str | None:
    """The name that a phrase is, without its article; None where it is none, or names a state.

    >>> name_in("the Middle Corridor"), name_in("a defence pact"), name_in("The Saudi envoy")
    ('Middle Corridor', None, None)
    """
    phrase = " ".join(words.split()).strip(' ,.;:"“”')
    opened = _OPENING.match(phrase)
    if opened and opened["one"]:
        return None
    name = phrase[opened.end() :] if opened else phrase
    tokens = _WORD.findall(name)
    if not 0 < len(tokens) <= _LONGEST or find_state(name) or any(find_dates(name)):
        return None
    told = [each for n, each in enumerate(tokens) if _tells(each, n > 0 or bool(opened), name)]
    return name if told else None


def _tells(token: str, inside: bool, name: str) -> bool:
    """Whether a word makes a phrase a name: a capital that opens no sentence, and is no state's."""
    bare = _POSSESSIVE.sub("", token)
    capital = any(part[:1].isupper() for part in re.split(r"[-’']", bare))
    if not capital or find_state(bare):
        return False
    marked = bare.isupper() or any(char.isdigit() for char in bare)
    return inside or marked or bool(look_up(name, 1) or find_organisation(name))


def _told_apart(name: str, other: str) -> bool:
    """Whether a table holds the two as one organisation already, or as two."""
    return all(find_organisation(each) or find_group(each) for each in (name, other))


def _kind(name: str, other: str) -> str | None:
    """What two names name, as far as tables tell."""
    if find_organisation(name) or find_organisation(other):
        return "igo"
    if group := find_group(name) or find_group(other):
        return group.kind
    kinds = [{each.kind for each in things(one.lower())} for one in (name, other)]
    if len(common := kinds[0] & kinds[1]) == 1:
        return common.pop()
    return "place" if look_up(name, 1) and look_up(other, 1) else None
