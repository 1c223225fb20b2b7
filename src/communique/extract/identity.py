"""Who a name means by the table of office-holders: one person under any of her names."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from communique.vocab.holders import Holder, Holders, bundled
from communique.vocab.organisations import find_organisation
from communique.vocab.tables import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A person of the table: the usual name, the state, the classes of office held on the day.

    `body` is the organisation where the office is one's, `family` and `short` the names that
    stand alone, `sex` "m" or "f"; `former` where no office was held on the day.
    """

    name: str
    iso3: str | None
    offices: frozenset[str]
    body: str | None
    family: str
    short: tuple[str, ...]
    sex: str
    former: bool


_ARTICLE = re.compile(r"^(?:el|al)[ -]")
"""Before a family name it makes no full name of it ("El Obeid")."""


def known_person(
    name: str, iso3: str | None, date: str | None, table: Holders | None = None
) -> Known | None:
    """The person a full name means, if the table has one whom nothing stated contradicts.

    `iso3` is the state the report gives, if any. Without one the person must have been in office
    on `date`; where the report has no date, the name must be of one state or body only.
    """
    if " " not in name and "-" not in name:
        return None
    bare = _ARTICLE.sub("", fold(name))
    rows = [row for row in (table or bundled()).find(name) if fold(row.family) != bare]
    if iso3 is not None:
        return _one((row for row in rows if row.iso3 == iso3), date)
    return _one((row for row in rows if date is None or row.holds_on(date)), date)


def known_variant(word: str, date: str | None, table: Holders) -> Known | None:
    """The person whom one word names by a form of its own in the table ("Lula")."""
    if len(word) < 4 or " " in word:
        return None
    rows = [row for row in table.find(word) if word in row.variants]
    return _one((row for row in rows if date is None or row.holds_on(date)), date)


def known_surname(
    word: str,
    states: Collection[str],
    date: str | None,
    table: Holders,
    office: str | None = None,
) -> Known | None:
    """The person in office on `date`, of one of `states`, whom a surname alone can only mean.

    One of the bundled table is meant before any other.
    """
    rows = [
        row
        for row in table.find(word)
        if row.iso3 in states
        and (date is None or row.holds_on(date))
        and (office is None or row.office == office)
    ]
    rows = [row for row in rows if not row.person] or rows
    return _one(rows, date) if len({row.name for row in rows}) == 1 else None


def _one(rows: Iterable[Holder], date: str | None) -> Known | None:
    """The one person of `rows`; where the offices are of several states, those held on `date`."""
    found = tuple(rows)
    then = tuple(row for row in found if (row.holds_on(date) if date else not row.until))
    told = then or found
    bodies = {(row.iso3, row.organisation if not row.iso3 else "") for row in told}
    if len({(row.family, row.sex, row.person) for row in found}) != 1 or len(bodies) != 1:
        return None
    last = max(told, key=lambda row: row.since)
    organisation = find_organisation(told[0].organisation) if told[0].organisation else None
    return Known(
        name=last.name,
        iso3=told[0].iso3 or None,
        offices=frozenset(row.office for row in told if row.office),
        body=organisation.name if organisation else None,
        family=last.family,
        short=tuple(form for form in (*last.variants, *last.weak) if " " not in form),
        sex=last.sex,
        former=not then,
    )
