"""Which of many things are one: the likeliest two first, until no two are."""

from collections.abc import Callable, Sequence
from typing import TypeVar

Thing = TypeVar("Thing")
View = TypeVar("View")


def cluster(
    things: Sequence[Thing],
    unite: Callable[[Sequence[Thing]], Thing],
    view: Callable[[Thing], View],
    score: Callable[[View, View], float],
) -> list[tuple[Thing, list[Thing]]]:
    """The unions of `things` with their members, in the order of their first members.

    The two of the highest `score` above 0 become one, again and again; what a union is like is
    seen from the whole of it, so no two of the unions given are above 0. Of equal scores the
    first in order goes before.
    """
    members = {n: [thing] for n, thing in enumerate(things)}
    unions = {n: unite(some) for n, some in members.items()}
    views = {n: view(union) for n, union in unions.items()}
    scores = {
        (n, m): found
        for n in views
        for m in views
        if n < m and (found := score(views[n], views[m])) > 0
    }
    while scores:
        n, m = max(scores, key=lambda pair: (scores[pair], -pair[0], -pair[1]))
        together = sorted((n, m))
        kept, gone = together
        members[kept] = _in_order(things, members[kept] + members.pop(gone))
        unions[kept] = unite(members[kept])
        views[kept] = view(unions[kept])
        del unions[gone], views[gone]
        scores = {pair: found for pair, found in scores.items() if not {kept, gone} & set(pair)}
        for other in views:
            if other != kept:
                found = score(views[min(kept, other)], views[max(kept, other)])
                if found > 0:
                    scores[min(kept, other), max(kept, other)] = found
    return [(unions[n], members[n]) for n in sorted(unions)]


def _in_order(things: Sequence[Thing], some: Sequence[Thing]) -> list[Thing]:
    places = {id(thing): place for place, thing in enumerate(things)}
    return sorted(some, key=lambda thing: places[id(thing)])
