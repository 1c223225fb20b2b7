"""What every kind of union needs: an order, clusters, evidence, dates, ids that last."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from communique.types.coverage import SentenceRef
from communique.types.ids import Prefix, content_id
from communique.types.parties import Actor
from communique.types.record import Event
from communique.types.standing import Instrument, RelationChange
from communique.types.text import Evidence, Span

Thing = TypeVar("Thing", Event, Instrument, RelationChange)
Value = TypeVar("Value", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The coverage being merged: its id, the rank of its reports, its origins, its actors.

    `like` has for each sentence those of other reports that say the same; `sentences` where each
    report's stand; `papers` which instruments a piece of evidence tells of.
    """

    coverage_id: str
    rank: Mapping[str, int]
    origins: Sequence[frozenset[str]]
    actors: Mapping[str, Actor]
    like: Mapping[SentenceRef, frozenset[SentenceRef]] = field(default_factory=dict)
    sentences: Mapping[str, Sequence[Span]] = field(default_factory=dict)
    papers: Mapping[Evidence, frozenset[str]] = field(default_factory=dict)

    def cited(self, thing: Thing) -> frozenset[SentenceRef]:
        """The sentences that its evidence stands in; none where no sentences are known."""
        return frozenset(
            SentenceRef(report_id=piece.report_id, sentence=number)
            for piece in thing.evidence
            for number, span in enumerate(self.sentences.get(piece.report_id, ()))
            if span.overlaps(piece.span)
        )

    def carriers(self, members: Iterable[Thing]) -> tuple[str, ...]:
        """Every carrier of `members` once, in the order of the coverage."""
        names = {name for member in members for name in member.report_ids}
        return tuple(sorted(names, key=lambda name: (self._rank(name), name)))

    def evidence(self, members: Iterable[Thing]) -> tuple[Evidence, ...]:
        """All evidence of `members` once, by report, then by place."""
        every = {piece for member in members for piece in member.evidence}
        return tuple(sorted(every, key=self._place))

    def in_order(self, things: Iterable[Thing]) -> list[Thing]:
        """`things` by first carrier, first evidence and content, whatever order they came in."""
        return sorted(
            things,
            key=lambda thing: (
                min(map(self._rank, thing.report_ids), default=len(self.rank)),
                min(map(self._place, thing.evidence), default=(len(self.rank), "", 0, 0, "")),
                repr(replace(thing, id="")),
            ),
        )

    def states(self, actor_ids: Iterable[str]) -> frozenset[str]:
        """The states of the actors; an actor of no known state stands for itself."""
        return frozenset(self._state(actor_id) or actor_id for actor_id in actor_ids)

    def is_stateless(self, actor_id: str) -> bool:
        """Whether no state of the actor is known."""
        return self._state(actor_id) is None

    def persons(self, actor_ids: Iterable[str]) -> Mapping[str | None, frozenset[str]]:
        """The persons among the actors by the state they speak for."""
        known = [self.actors[i] for i in actor_ids if i in self.actors]
        persons = [actor for actor in known if actor.kind == "person"]
        return {
            iso3: frozenset(actor.id for actor in persons if actor.iso3 == iso3)
            for iso3 in {actor.iso3 for actor in persons}
        }

    def count_origins(self, report_ids: Iterable[str]) -> int:
        """How many independent accounts the reports belong to; 1 where none is known."""
        carriers = set(report_ids)
        return max(1, sum(not carriers.isdisjoint(origin) for origin in self.origins))

    def _state(self, actor_id: str) -> str | None:
        actor = self.actors.get(actor_id)
        return actor.iso3 if actor else None

    def _rank(self, report_id: str) -> int:
        return self.rank.get(report_id, len(self.rank))

    def _place(self, piece: Evidence) -> tuple[int, str, int, int, str]:
        span = piece.span
        return self._rank(piece.report_id), piece.report_id, span.start, span.end, piece.quote


def unite_all(
    context: Context,
    things: Iterable[Thing],
    same: Callable[[Context, Thing, Thing], bool],
    unite: Callable[[Context, Sequence[Thing]], Thing],
) -> tuple[list[Thing], Mapping[str, str]]:
    """Unite `things` until no two are the same; also which id each given id went into.

    Each thing joins the first cluster all of whose members are the same as it. A union may be the
    same as another union where the parts were not, hence the repetition: uniting the result
    again changes nothing.
    """
    current = context.in_order(things)
    went: dict[str, str] = {thing.id: thing.id for thing in current}
    while True:
        found: list[list[Thing]] = []
        for thing in current:
            home = next((c for c in found if all(same(context, thing, m) for m in c)), None)
            if home is None:
                found.append([thing])
            else:
                home.append(thing)
        into = {member.id: cluster[0].id for cluster in found for member in cluster}
        went = {old: into[new] for old, new in went.items()}
        united = context.in_order(unite(context, cluster) for cluster in found)
        if len(united) == len(current):
            return united, went
        current = united


def rename(
    things: Sequence[Thing],
    prefix: Prefix,
    key: Callable[[Thing], Sequence[object]],
    apart: Callable[[Thing], object],
) -> list[Thing]:
    """Give each of `things` the id of its `key`; `apart` tells a second one of the same key apart.

    The key leaves out all that another carrier is likely to add, so that ids last.
    """
    taken: set[str] = set()
    renamed = []
    for thing in things:
        found, turn = content_id(prefix, *key(thing)), 0
        while found in taken:
            turn += 1
            found = content_id(prefix, *key(thing), apart(thing), turn)
        taken.add(found)
        renamed.append(replace(thing, id=found))
    return renamed


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
