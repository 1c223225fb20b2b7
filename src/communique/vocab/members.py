"""Which states belong to which organisations, and since when.

Table: members.csv (see data/README.md for its columns and source). Dates are ISO and may be partial
("2010", "2010-12"); a partial date counts as every day that it may mean.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from communique.vocab.tables import read_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """One period in which a state belonged to an organisation, `until` "" where it still does."""

    organisation: str
    iso3: str
    since: str
    until: str

    def holds_on(self, date: str) -> bool:
        """Whether the state may have been a member on the ISO date `date` (perhaps partial)."""
        begun = self.since[: len(date)] <= date[: len(self.since)]
        return begun and (not self.until or date[: len(self.until)] <= self.until[: len(date)])


@cache
def _rows(column: str) -> Mapping[str, tuple[Membership, ...]]:
    found: dict[str, list[Membership]] = {}
    for row in read_table("members.csv"):
        found.setdefault(row[column], []).append(Membership(**row))
    return {key: tuple(rows) for key, rows in found.items()}


def _on(rows: tuple[Membership, ...], on: str | None) -> tuple[Membership, ...]:
    if on is None:
        return tuple(row for row in rows if not row.until)
    return tuple(row for row in rows if row.holds_on(on))


def members(organisation: str, on: str | None = None) -> tuple[str, ...]:
    """The alpha-3 codes of an organisation's members on an ISO date, or when compiled (2025).

    Empty where the table knows no members of it. `organisation` is an id of organisations.csv.

    >>> members("benelux")
    ('BEL', 'LUX', 'NLD')
    """
    rows = _on(_rows("organisation").get(organisation, ()), on)
    return tuple(dict.fromkeys(row.iso3 for row in rows))


def memberships(iso3: str, on: str | None = None) -> tuple[Membership, ...]:
    """The organisations a state belonged to on an ISO date, or when compiled (2025)."""
    return _on(_rows("iso3").get(iso3, ()), on)
