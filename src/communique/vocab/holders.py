"""Who held which office of a state or an organisation, and from when to when.

`Holders` looks up the bundled table and rows of the same form from elsewhere; the functions here
ask the table alone. Table: holders.csv (see data/README.md for its columns and source). Dates are
ISO and may be partial ("2013", "2013-03"); a partial date counts as every day that it may mean.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Literal, cast

from communique.vocab.tables import fold, listed, read_table

NameOrder = Literal["given_first", "family_first"]
Sex = Literal["m", "f", ""]

_ARTICLES = ("al", "el")


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """One person's time in one office, from `since` up to, and without, the day `until`.

    Of a state (`iso3`) or of an organisation (`organisation`, an id of organisations.csv); the
    other one is "". `family` is the family name or, where there is none, the name used alone on
    later mention. `until` is "" where no successor was known when the table was compiled.

    A row from elsewhere names its `source`, and its `person` where the table does not have her; its
    `weak` names never stand alone; dates and `sex` that are not known are "". One without a
    `title` tells of a person, but of no office.
    """

    iso3: str
    organisation: str
    office: str
    title: str
    name: str
    variants: tuple[str, ...]
    name_order: NameOrder
    family: str
    sex: Sex
    since: str
    until: str
    acting: bool
    source: str = ""
    person: str = ""
    weak: tuple[str, ...] = ()

    def holds_on(self, date: str) -> bool:
        """Whether the office may have been held on the ISO date `date` (perhaps partial)."""
        if not self.title:
            return False
        begun = self.since[: len(date)] <= date[: len(self.since)]
        if not self.until:
            return begun
        depth = min(len(self.until), len(date))
        if depth == len("2013-03-14"):
            return begun and date < self.until
        return begun and date[:depth] <= self.until[:depth]

    def names(self) -> Iterator[str]:
        """Every form the holder is named by: the name in either order, variants, `family`."""
        yield self.name
        yield from self.variants
        yield self.family
        rest = self.name.removeprefix(self.family).removesuffix(self.family).strip()
        if rest and rest != self.name:
            first = self.name_order == "family_first"
            yield f"{rest} {self.family}" if first else f"{self.family} {rest}"


@cache
def holders() -> tuple[Holder, ...]:
    """Every row of the table, in its order."""
    return tuple(
        Holder(
            iso3=row["iso3"],
            organisation=row["organisation"],
            office=row["office"],
            title=row["title"],
            name=row["name"],
            variants=listed(row["variants"]),
            name_order=cast(NameOrder, row["name_order"]),
            family=row["family"],
            sex=cast(Sex, row["sex"]),
            since=row["since"],
            until=row["until"],
            acting=row["acting"] == "1",
        )
        for row in read_table("holders.csv")
    )


class Holders:
    """The look-up of the bundled table and, beside it, of further rows (an import's).

    Immutable; pickles as the further rows alone, so that worker processes get no copy of the table.
    """

    def __init__(self, more: Iterable[Holder] = ()) -> None:
        self.more = tuple(more)

    def __reduce__(self) -> tuple[Callable[..., "Holders"], tuple[tuple[Holder, ...]]]:
        return holders_with, (self.more,)

    @property
    def rows(self) -> tuple[Holder, ...]:
        """Every row, the table's first."""
        return (*holders(), *self.more)

    @cached_property
    def _by_office(self) -> Mapping[tuple[str, str], tuple[Holder, ...]]:
        index: dict[tuple[str, str], list[Holder]] = {}
        for row in self.rows:
            index.setdefault((row.iso3 or row.organisation, row.office), []).append(row)
        return {key: tuple(rows) for key, rows in index.items()}

    @cached_property
    def _by_name(self) -> Mapping[str, tuple[Holder, ...]]:
        persons: dict[tuple[str, str, str], list[Holder]] = {}
        for row in self.rows:
            persons.setdefault((row.name, row.family, row.person), []).append(row)
        index: dict[str, list[Holder]] = {}
        for rows in persons.values():
            for key in {_key(name) for row in _differently_named(rows) for name in row.names()}:
                index.setdefault(key, []).extend(rows)
        return {key: tuple(rows) for key, rows in index.items()}

    def on(self, body: str, office: str, date: str) -> tuple[Holder, ...]:
        """Who may have held `office` of `body` (alpha-3 or organisation id) on an ISO date.

        Of the table more than one only where a partial date leaves it open.
        """
        return tuple(row for row in self._by_office.get((body, office), ()) if row.holds_on(date))

    def find(self, name: str) -> tuple[Holder, ...]:
        """Rows whose full name (in either order), variant or family name is `name`.

        Case, accents, hyphens and the Arabic article do not count.
        """
        return self._by_name.get(_key(name), ())


def _differently_named(rows: Iterable[Holder]) -> Iterable[Holder]:
    """One row for each set of variants: most persons have one for all their offices."""
    return {row.variants: row for row in rows}.values()


def _key(words: str) -> str:
    """`words` folded, without the Arabic article: "al-Sisi", "El-Sisi" and "Sisi" are one."""
    parts = fold(words).split()
    return " ".join(part for part in parts if part not in _ARTICLES) or " ".join(parts)


@lru_cache(maxsize=2)
def holders_with(more: tuple[Holder, ...]) -> Holders:
    """The look-up of the bundled table and `more`; the last two are kept, being dear to make."""
    return Holders(more)


def bundled() -> Holders:
    """The look-up of the bundled table alone."""
    return holders_with(())


def holders_on(body: str, office: str, date: str) -> tuple[Holder, ...]:
    """Who may have held `office` of `body` (an alpha-3 code or organisation id) on an ISO date.

    More than one only where a partial date leaves it open.

    >>> [row.name for row in holders_on("KAZ", "head_of_state", "2024-07-03")]
    ['Kassym-Jomart Tokayev']
    """
    return bundled().on(body, office, date)


def find_holders(name: str) -> tuple[Holder, ...]:
    """Rows whose full name (in either order), variant or family name is `name`.

    Case, accents, hyphens and the Arabic article do not count.

    >>> {row.iso3 for row in find_holders("Zelenskyy")}
    {'UKR'}
    """
    return bundled().find(name)


def holds(name: str, iso3: str, date: str) -> tuple[Holder, ...]:
    """What offices of the state `iso3` one of this name may have held on an ISO date."""
    return tuple(row for row in find_holders(name) if row.iso3 == iso3 and row.holds_on(date))
