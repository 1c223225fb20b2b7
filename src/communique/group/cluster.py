"""Agglomerative clustering of a sparse likeness graph in which some clusters are fixed."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from itertools import pairwise

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from communique.group.likeness import Edges


@dataclass(slots=True)
class _Tie:
    """Between two clusters: the least likeness of a pair, the sum, and how many pairs have one."""

    least: float = 1.0
    total: float = 0.0
    pairs: int = 0

    def add(self, least: float, total: float, pairs: int) -> None:
        self.least = min(self.least, least)
        self.total += total
        self.pairs += pairs

    def value(self, possible: int) -> float:
        """Mean of complete and average linkage; pairs without likeness count as 0.

        Complete linkage alone shuts the door of a cluster that has grown; average linkage alone
        chains. Their mean keeps one threshold right from two reports to hundreds.
        """
        least = min(self.least, 0.0) if self.pairs < possible else self.least
        return round((least + self.total / possible) / 2, 9)


@dataclass(slots=True)
class _Graph:
    members: dict[int, list[int]]
    fixed: set[int]
    ties: dict[int, dict[int, _Tie]] = field(default_factory=dict)

    def tie(self, a: int, b: int, *, least: float, total: float, pairs: int) -> None:
        if a in self.fixed and b in self.fixed:
            return
        tie = self.ties.setdefault(a, {}).setdefault(b, _Tie())
        self.ties.setdefault(b, {})[a] = tie
        tie.add(least, total, pairs)

    def value(self, a: int, b: int) -> float:
        possible = len(self.members[a]) * len(self.members[b])
        return self.ties[a][b].value(possible)

    def unite(self, kept: int, gone: int) -> None:
        self.members[kept] += self.members.pop(gone)
        if gone in self.fixed:
            self.fixed.add(kept)
            for other in [o for o in self.ties[kept] if o in self.fixed]:
                del self.ties[kept][other], self.ties[other][kept]
        for other, tie in self.ties.pop(gone, {}).items():
            del self.ties[other][gone]
            if other != kept:
                self.tie(kept, other, least=tie.least, total=tie.total, pairs=tie.pairs)


def tie(near: Sequence[Mapping[int, float]], a: Collection[int], b: Collection[int]) -> float:
    """The tie between two sets of numbers without a common one; `near` holds likenesses by number.

    It is what `cluster` compares with its threshold.
    """
    found = _Tie()
    for alike in (near[i][j] for i in a for j in b if j in near[i]):
        found.add(alike, max(alike, 0.0), 1)
    return found.value(len(a) * len(b))


def cluster(
    size: int, edges: Edges, fixed: Sequence[Sequence[int]], threshold: float
) -> list[list[int]]:
    """Partition the numbers below `size`; each of `fixed` stays whole and apart from the others.

    The two clusters tied closest are united until no tie reaches `threshold`; equal ties go to
    the lowest numbers. Returns clusters as sorted lists.

    No tie can reach the threshold between things that no chain of such likenesses joins: each
    component of the graph is clustered by itself, which gives the same and takes less.
    """
    near = [pair for pair, alike in edges.items() if alike >= threshold]
    chained = [pair for group in fixed for pair in pairwise(group)]
    both = np.array([*near, *chained], dtype=np.int64).reshape(-1, 2)
    links = coo_array((np.ones(len(both)), (both[:, 0], both[:, 1])), shape=(size, size))
    count, label = connected_components(links, directed=False)
    parts: list[list[int]] = [[] for _ in range(count)]
    for number, part in enumerate(label.tolist()):
        parts[part].append(number)
    within: dict[int, dict[tuple[int, int], float]] = {}
    for (i, j), alike in edges.items():
        if label[i] == label[j]:
            within.setdefault(int(label[i]), {})[i, j] = alike
    held: dict[int, list[Sequence[int]]] = {}
    for group in fixed:
        held.setdefault(int(label[group[0]]), []).append(group)
    return [
        members
        for part, numbers in enumerate(parts)
        for members in _united(numbers, within.get(part, {}), held.get(part, []), threshold)
    ]


def _united(
    numbers: Sequence[int], edges: Edges, fixed: Sequence[Sequence[int]], threshold: float
) -> list[list[int]]:
    """The clusters of one component."""
    graph = _start(numbers, fixed, edges)
    heap = [(-graph.value(a, b), a, b) for a, others in graph.ties.items() for b in others if a < b]
    heapify(heap)
    while heap:
        negative, a, b = heappop(heap)
        if -negative < threshold:
            break
        if b not in graph.ties.get(a, {}) or graph.value(a, b) != -negative:
            continue
        graph.unite(a, b)
        for other in graph.ties[a]:
            low, high = sorted((a, other))
            heappush(heap, (-graph.value(low, high), low, high))
    return [sorted(members) for members in graph.members.values()]


def _start(
    numbers: Sequence[int],
    fixed: Sequence[Sequence[int]],
    edges: Mapping[tuple[int, int], float],
) -> _Graph:
    """Every number a cluster of its own but for the fixed ones."""
    home = {member: min(group) for group in fixed for member in group}
    members: dict[int, list[int]] = {}
    for number in numbers:
        members.setdefault(home.get(number, number), []).append(number)
    graph = _Graph(members=members, fixed={min(group) for group in fixed})
    for (i, j), alike in edges.items():
        a, b = home.get(i, i), home.get(j, j)
        if a != b:
            graph.tie(a, b, least=alike, total=max(alike, 0.0), pairs=1)
    return graph
