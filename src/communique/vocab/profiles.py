"""Imported persons as rows of the look-up of holders, beside the bundled table.

One whom the table has keeps the name that the table gives her, so that she stays one person.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from communique.types.parties import Profile, Tenure
from communique.vocab.given_names import pronoun_of
from communique.vocab.holders import Holder, NameOrder, bundled
from communique.vocab.offices import office_of
from communique.vocab.states import find_state
from communique.vocab.tables import fold

_FAMILY_FIRST = frozenset("CHN KOR PRK TWN HKG MAC".split())
_GIVEN_ALONE = frozenset("ETH ERI ISL MYS MNG BTN SOM TLS THA".split())
"""States where the first name is what stands alone on later mention."""
_SUFFIX = re.compile(r",?\s+(?:Jr|Sr|II|III|IV)\.?$")
_FAMILY = re.compile(r"(?:\b[a-z][\w'’]*\s+)*\S+$")
_SHORTEST = 4


@lru_cache(maxsize=20_000)
def office_class(title: str) -> str:
    """The class of office that a title names, "" for none: lists have few titles, many times."""
    return office_of(title) or ""


def holders_of(profiles: Iterable[Profile]) -> tuple[Holder, ...]:
    """Rows for `Holders`, one a tenure; one without an office for whom no dated office is known.

    Profiles of several lists are of one person where they share a full name and a state or
    organisation and do not contradict each other about the year of birth.
    """
    return tuple(row for _, rows in grouped(profiles) for row in rows)


def grouped(profiles: Iterable[Profile]) -> Iterator[tuple[Sequence[Profile], Sequence[Holder]]]:
    """The profiles of each person, with the rows that `holders_of` makes of them."""
    for members in _persons(profiles):
        yield members, _rows(members)


def _persons(profiles: Iterable[Profile]) -> Iterator[Sequence[Profile]]:
    found: list[list[Profile]] = []
    index: dict[tuple[str, str], list[list[Profile]]] = {}
    for profile in sorted(profiles, key=lambda each: (each.source, each.key)):
        keys = [(name, body) for name in _full_names(profile) for body in _bodies(profile)]
        near = (group for key in keys for group in index.get(key, ()))
        group = next((group for group in near if _same_birth(group, profile)), None)
        if group is None:
            group = []
            found.append(group)
        group.append(profile)
        for key in keys:
            if not any(each is group for each in index.setdefault(key, [])):
                index[key].append(group)
    yield from found


def _full_names(profile: Profile) -> list[str]:
    """The names of several words, folded, each once."""
    folded = (fold(name) for name in (profile.name, *profile.aliases))
    return list(dict.fromkeys(name for name in folded if " " in name))


def _bodies(profile: Profile) -> tuple[str, ...]:
    """The states and organisations a person is tied to."""
    held = (one for t in profile.tenures for one in (t.iso3, t.organisation) if one)
    return tuple(dict.fromkeys((*profile.states, *held)))


def _same_birth(members: Sequence[Profile], other: Profile) -> bool:
    """Whether nothing tells that a profile is of another person than `members`."""
    return all(not m.born or not other.born or m.born[:4] == other.born[:4] for m in members)


def _rows(members: Sequence[Profile]) -> list[Holder]:
    """The rows of one person."""
    first = members[0]
    states = tuple(dict.fromkeys(iso3 for each in members for iso3 in each.states))
    bodies = {body for each in members for body in _bodies(each)}
    known = _of_table(members, bodies)
    names = dict.fromkeys(name for each in members for name in (each.name, *each.aliases))
    sexes = {each.sex for each in members if each.sex}
    home = (
        states[0] if len(states) == 1 else _only(b for b in bodies if len(b) == 3 and b.isupper())
    )
    family, order = _family(members, home)
    usual = known.name if known else first.name
    weak = {name for each in members for name in each.weak_aliases}
    weak |= {name for name in names if not _stands_alone(name)}
    person = Holder(
        iso3=home,
        organisation="",
        office="",
        title="",
        name=usual,
        variants=tuple(name for name in names if name != usual and name not in weak),
        name_order=known.name_order if known else order,
        family=known.family if known else family,
        sex=known.sex if known else sexes.pop() if len(sexes) == 1 else "",
        since="",
        until="",
        acting=False,
        source=", ".join(dict.fromkeys(each.source for each in members)),
        person="" if known else first.id,
        weak=tuple(sorted(weak - {usual})),
    )
    rows = dict.fromkeys(
        _row(person, each, tenure, home) for each in members for tenure in each.tenures
    )
    dated = [row for row in rows if row]
    return dated or [person]


def _row(person: Holder, profile: Profile, tenure: Tenure, home: str) -> Holder | None:
    """A tenure as a row; None for one that ended nobody knows when, which holds on no day."""
    until = tenure.until or profile.died or ""
    if tenure.ended and not until:
        return None
    iso3 = tenure.iso3 or ("" if tenure.organisation else home)
    return replace(
        person,
        iso3=iso3,
        organisation="" if iso3 else tenure.organisation or "",
        office=office_class(tenure.title),
        title=tenure.title,
        since=tenure.since or "",
        until=until,
        source=profile.source,
    )


def _only(found: Iterable[str]) -> str:
    """The one of `found`, "" where there are none or several."""
    each = set(found)
    return each.pop() if len(each) == 1 else ""


def _of_table(members: Sequence[Profile], bodies: Collection[str]) -> Holder | None:
    """A row of the bundled table that is of this person: of one full name, state or body."""
    rows = [
        row
        for each in members
        for name in _full_names(each)
        for row in bundled().find(name)
        if (row.iso3 or row.organisation) in bodies and fold(row.family) != name
    ]
    return rows[0] if len({(row.name, row.family) for row in rows}) == 1 else None


def _family(members: Sequence[Profile], home: str) -> tuple[str, NameOrder]:
    """The name that stands alone on later mention, and where it stands in the full name."""
    name = _SUFFIX.sub("", members[0].name)
    told = next((each.family for each in members if each.family and each.family in name), None)
    if told:
        return told, "family_first" if name.startswith(f"{told} ") else "given_first"
    if home in _FAMILY_FIRST:
        return name.split()[0], "family_first"
    if home in _GIVEN_ALONE:
        return name.split()[0], "given_first"
    match = _FAMILY.search(name)
    return match.group() if match else name, "given_first"


def _stands_alone(name: str) -> bool:
    """Whether a name may name somebody without more: no short word, given name or state."""
    if " " in name or "-" in name:
        return True
    return len(name) >= _SHORTEST and pronoun_of(name) is None and find_state(name) is None
