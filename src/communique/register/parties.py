"""Actors as the whole register knows them: all names, offices with dates, first and last seen.

Worked out at every reading from what reports assert, imported lists and the table of holders.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import blake2b

from sqlalchemy import Connection, bindparam, select

from communique.errors import CommuniqueError
from communique.register.batches import Batches
from communique.register.dialect import report_days
from communique.register.reading import BATCH
from communique.register.schema import ASSERTED, assertions
from communique.types.ids import content_id
from communique.types.parties import Actor, Held, Party, Post, Profile, Role, Tenure
from communique.vocab.holders import Holder, holders
from communique.vocab.profiles import grouped, office_class

TABLE = "table of holders"
"""What a role whose dates the bundled table gives names as its source."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Listed:
    """What table and imported lists have of one person."""

    rows: tuple[Holder, ...] = ()
    profiles: tuple[Profile, ...] = ()


class Parties(Batches):
    """The records, and the parties that they and imported lists make."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self._days: dict[str, str | None] = {}

    def profiles(self) -> Iterator[Profile]:
        """All persons of imported lists."""
        return self._all("profile", Profile)

    def posts(self) -> Iterator[Post]:
        """All offices of imported lists."""
        return self._all("post", Post)

    def profiles_digest(self) -> str:
        """Stands for all that `profiles` gives; "" where there are none."""
        query = select(assertions.c.id).where(assertions.c.kind == "profile", ASSERTED)
        ids = sorted(self._connection.scalars(query))
        return blake2b("".join(ids).encode(), digest_size=6).hexdigest() if ids else ""

    def report_days(self, report_ids: Iterable[str]) -> dict[str, str]:
        """The day each report is of, where it is known: its dateline's, else a stamp's."""
        wanted = list(dict.fromkeys(report_ids))
        new = [one for one in wanted if one not in self._days]
        for start in range(0, len(new), BATCH):
            batch = {"report_ids": new[start : start + BATCH]}
            for report_id, *stated in self._connection.execute(report_days(), batch):
                days = (value[:10] for value in stated if value and _DAY.match(value))
                self._days[report_id] = next(days, None)
        return {one: day for one in wanted if (day := self._days.get(one))}

    def party(self, prefix: str) -> Party:
        """The party one of whose ids is, or alone begins with, `prefix`. Raises E402."""
        try:
            return self._party(self.actor(prefix))
        except CommuniqueError:
            unseen = [one for one in self._unseen(()) if one.id.startswith(prefix)]
            if len(unseen) != 1:
                raise
            return unseen[0]

    def parties(self) -> Iterator[Party]:
        """All parties that reports name, by id, then the persons that only imported lists have."""
        seen: set[str] = set()
        for actor in self.actors():
            seen.update(self.ids_of(actor.id))
            yield self._party(actor)
        yield from self._unseen(seen)

    def _unseen(self, seen: Iterable[str]) -> Iterator[Party]:
        """Imported persons of whom none of the ids `seen` is."""
        gone = set(seen)
        for members, rows in self._grouped:
            ids = {_id_of(row) for row in rows}
            if not ids & gone:
                yield _listed_party(members, rows)

    @cached_property
    def _grouped(self) -> list[tuple[Sequence[Profile], Sequence[Holder]]]:
        return list(grouped(self.profiles()))

    @cached_property
    def _listed(self) -> Mapping[str, _Listed]:
        """What table and imported lists have, by the id that the person has as an actor."""
        rows: dict[str, list[Holder]] = defaultdict(list)
        profiles: dict[str, list[Profile]] = defaultdict(list)
        for row in holders():
            rows[_id_of(row)].append(row)
        for members, made in self._grouped:
            for one in {_id_of(row) for row in made}:
                rows[one] += made
                profiles[one] += members
        return {
            one: _Listed(rows=tuple(found), profiles=tuple(profiles.get(one, ())))
            for one, found in rows.items()
        }

    def _party(self, actor: Actor) -> Party:
        ids = self.ids_of(actor.id)
        person = actor.kind == "person"
        listed = self._listed.get(actor.id, _Listed()) if person else _Listed()
        told = self._connection.scalars(_TOLD_IN, {"ids": list(ids)})
        days = self.report_days(told)
        roles = [_dated(role, listed.rows) for role in _stated(actor.roles, days)]
        first, last = _bounds(days.values())
        return Party(
            id=actor.id,
            name=actor.name,
            kind=actor.kind,
            iso3=actor.iso3,
            sector=actor.sector,
            ids=ids,
            names=_names(actor.name, listed),
            roles=(*roles, *_unstated(listed.profiles, roles)),
            first_seen=first,
            last_seen=last,
            sources=_sources(listed.profiles),
            evidence=actor.evidence,
        )


_TOLD_IN = select(assertions.c.subject).where(
    assertions.c.kind == "actor",
    assertions.c.record_id.in_(bindparam("ids", expanding=True)),
    ASSERTED,
)


def _id_of(row: Holder) -> str:
    """The id that the extraction gives the actor of a row."""
    return content_id("ac", "person", row.name, row.iso3 or None)


def _names(usual: str, listed: _Listed) -> tuple[str, ...]:
    """All names, the usual one first."""
    named = [name for row in listed.rows for name in (row.name, *row.variants, *row.weak)]
    return tuple(dict.fromkeys((usual, *named)))


def _sources(profiles: Iterable[Profile]) -> tuple[str, ...]:
    return tuple(sorted({profile.source for profile in profiles}))


def _bounds(days: Iterable[str]) -> tuple[str | None, str | None]:
    """The first and the last day."""
    known = sorted(days)
    return (known[0], known[-1]) if known else (None, None)


def _stated(roles: Iterable[Role], days: Mapping[str, str]) -> Iterator[Held]:
    """The roles that reports state, each once in whatever case it is written."""
    listed = sorted(roles, key=lambda role: role.iso3 is None)  # in place otherwise
    states: dict[str, set[str]] = {}
    found: dict[tuple[str, str | None], list[Role]] = {}
    for role in listed:
        title, iso3 = role.title.casefold(), role.iso3
        of = states.setdefault(title, set())
        if iso3:
            of.add(iso3)
        elif len(of) == 1:  # what leaves the state out is the one that names it
            (iso3,) = of
        found.setdefault((title, iso3), []).append(role)
    for same in found.values():
        cited = tuple(dict.fromkeys(one for role in same for one in role.evidence))
        first, last = _bounds(days[one.report_id] for one in cited if one.report_id in days)
        yield Held(
            title=same[0].title,
            iso3=same[0].iso3,
            first_seen=first,
            last_seen=last,
            evidence=cited,
        )


def _dated(role: Held, rows: Iterable[Holder]) -> Held:
    """The role with the dates of the one tenure on whose days every report of it is."""
    seen = [day for day in (role.first_seen, role.last_seen) if day]
    fit = {
        (row.since or None, row.until or None, row.source or TABLE)
        for row in rows
        if row.iso3 == (role.iso3 or "")
        if _same_office(row, role.title)
        if seen and all(row.holds_on(day) for day in seen)
    }
    spans = {span[:2] for span in fit}
    if len(spans) != 1:
        return role
    since, until = spans.pop()
    return replace(role, since=since, until=until, source=min(source for _, _, source in fit))


def _same_office(row: Holder, title: str) -> bool:
    office = office_class(title)
    return row.title.casefold() == title.casefold() or (bool(office) and row.office == office)


def _unstated(profiles: Iterable[Profile], roles: Iterable[Held]) -> Iterator[Held]:
    """What imported lists tell of offices beyond `roles`."""
    told = {_office_key(role) for role in roles}
    for profile in profiles:
        for tenure in profile.tenures:
            if (key := _office_key(tenure)) not in told:
                told.add(key)
                yield _held(tenure, profile.source)


def _office_key(held: Held | Tenure) -> tuple[str | None, ...]:
    """What makes two accounts of an office one: its class or title, whose it is, and the dates."""
    return office_class(held.title) or held.title.casefold(), held.iso3, held.since, held.until


def _held(tenure: Tenure, source: str) -> Held:
    return Held(
        title=tenure.title,
        iso3=tenure.iso3,
        organisation=tenure.organisation,
        since=tenure.since,
        until=tenure.until,
        ended=tenure.ended and not tenure.until,
        source=source,
    )


def _listed_party(members: Sequence[Profile], rows: Sequence[Holder]) -> Party:
    """A person that only imported lists have, under the state of her latest office."""
    last = max(rows, key=lambda row: (row.since, row.iso3))
    listed = _Listed(rows=tuple(rows), profiles=tuple(members))
    return Party(
        id=_id_of(last),
        name=last.name,
        kind="person",
        iso3=last.iso3 or None,
        ids=(_id_of(last),),
        names=_names(last.name, listed),
        roles=tuple(_unstated(members, ())),
        sources=_sources(members),
    )
