"""What every kind of union needs: an order, clusters, evidence, dates, ids that last."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from communique.types.ids import Prefix, content_id
from communique.types.parties import Actor
from communique.types.text import Evidence


class Asserted(Protocol):
    """An assertion: who carries it and in which words."""

    @property
    def id(self) -> str:
        """Content hash."""

    @property
    def report_ids(self) -> tuple[str, ...]:
        """The carriers."""

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The words."""


Thing = TypeVar("Thing", bound=Asserted)
Value = TypeVar("Value", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The coverage being merged: its id, the rank of its reports, its origins, its actors."""

    coverage_id: str
    rank: Mapping[str, int]
    origins: Sequence[frozenset[str]]
    actors: Mapping[str, Actor]

    def carriers(self, members: Iterable[Asserted]) -> tuple[str, ...]:
        """Every carrier of `members` once, in the order of the coverage."""
        return self._ordered({name for member in members for name in member.report_ids})

    def evidence(self, members: Iterable[Asserted]) -> tuple[Evidence, ...]:
        """All evidence of `members` once, by report, then by place."""
        every = {piece for member in members for piece in member.evidence}
        return tuple(sorted(every, key=self._place))

    def in_order(self, things: Iterable[Thing]) -> list[Thing]:
        """`things` by first carrier, first evidence and id, whatever order they came in."""
        last = len(self.rank)
        return sorted(
            things,
            key=lambda thing: (
                min((self.rank.get(name, last) for name in thing.report_ids), default=last),
                min(map(self._place, thing.evidence), default=(last, "", 0, 0, "")),
                thing.id,
            ),
        )

    def states(self, actor_ids: Iterable[str]) -> frozenset[str]:
        """The states of the actors; an actor of no known state stands for itself."""
        return frozenset(self.actor_state(actor_id) or actor_id for actor_id in actor_ids)

    def actor_state(self, actor_id: str) -> str | None:
        """Alpha-3 code of the state an actor is, speaks for or belongs to."""
        actor = self.actors.get(actor_id)
        return actor.iso3 if actor else None

    def _ordered(self, names: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(names, key=lambda name: (self.rank.get(name, len(self.rank)), name)))

    def _place(self, piece: Evidence) -> tuple[int, str, int, int, str]:
        rank = self.rank.get(piece.report_id, len(self.rank))
        return rank, piece.report_id, piece.span.start, piece.span.end, piece.quote


def clusters(
    things: Iterable[Thing], same: Callable[[Thing, Thing], bool]
) -> tuple[tuple[Thing, ...], ...]:
    """Put each of `things`, in order, into the first cluster all of whose members are the same."""
    found: list[list[Thing]] = []
    for thing in things:
        home = next((c for c in found if all(same(thing, member) for member in c)), None)
        if home is None:
            found.append([thing])
        else:
            home.append(thing)
    return tuple(map(tuple, found))


def lasting_id(prefix: Prefix, key: Sequence[object], taken: set[str], extra: object) -> str:
    """The id of `key`, the same as more carriers join; `extra` tells a second of its kind apart."""
    found = content_id(prefix, *key)
    if found in taken:
        found = content_id(prefix, *key, extra)
    taken.add(found)
    return found


def dates_agree(a: str | None, b: str | None) -> bool:
    """Whether two partial ISO dates can be one: either is unknown, or one begins the other."""
    return a is None or b is None or a.startswith(b) or b.startswith(a)


def earliest(dates: Iterable[str | None]) -> str | None:
    """The earliest date; of two that agree the more precise."""
    known = sorted({date for date in dates if date})
    precise = [d for d in known if not any(o != d and o.startswith(d) for o in known)]
    return precise[0] if precise else None


def first(values: Iterable[Value | None]) -> Value | None:
    """The first value that is there."""
    return next((value for value in values if value is not None), None)


def once(values: Iterable[Value]) -> tuple[Value, ...]:
    """`values` without repeats, in order of first mention."""
    return tuple(dict.fromkeys(values))
