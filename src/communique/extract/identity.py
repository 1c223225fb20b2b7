"""Who a name means by the table of office-holders: one person under any of her names."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from communique.vocab.offices import Holder, holders
from communique.vocab.tables import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A person of the table: the usual name, the state, the classes of office held on the day."""

    name: str
    iso3: str | None
    offices: frozenset[str]


@cache
def _by_name() -> Mapping[str, tuple[Holder, ...]]:
    """The rows of each full name, folded."""
    found: dict[str, list[Holder]] = {}
    for row in holders():
        for form in {fold(form) for form in _forms(row)}:
            found.setdefault(form, []).append(row)
    return {form: tuple(rows) for form, rows in found.items()}


@cache
def _by_word() -> Mapping[str, tuple[Holder, ...]]:
    """The rows of each word of a name, folded."""
    found: dict[str, dict[Holder, None]] = {}
    for row in holders():
        for word in {word for form in _forms(row) for word in fold(form).split()}:
            found.setdefault(word, {})[row] = None
    return {word: tuple(rows) for word, rows in found.items()}


def _forms(row: Holder) -> tuple[str, ...]:
    return (row.name,)


def known_person(name: str, iso3: str | None, date: str | None) -> Known | None:
    """The person a full name means, if the table has one whom nothing stated contradicts.

    `iso3` is the state the report gives, if any. Without one the person must have been in office
    on `date`; where the report has no date, the name must be of one state only.
    """
    rows = _by_name().get(fold(name), ())
    if iso3 is not None:
        return _one((row for row in rows if row.iso3 == iso3), date)
    return _one((row for row in rows if date is None or row.holds_on(date)), date)


def known_surname(
    word: str, states: Collection[str], date: str | None, office: str | None = None
) -> Known | None:
    """The person in office on `date`, of one of `states`, whom a surname alone can only mean."""
    return _one(
        (
            row
            for row in _by_word().get(fold(word), ())
            if row.iso3 in states
            and (date is None or row.holds_on(date))
            and (office is None or row.office == office)
        ),
        date,
    )


def _one(rows: Iterable[Holder], date: str | None) -> Known | None:
    found = tuple(rows)
    if len({(row.name, row.iso3) for row in found}) != 1:
        return None
    then = {row.office for row in found if date is None or row.holds_on(date)}
    return Known(name=found[0].name, iso3=found[0].iso3, offices=frozenset(then))
