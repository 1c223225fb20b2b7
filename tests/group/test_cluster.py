"""Clustering against a slow oracle on random graphs."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from communique.group.cluster import cluster

SIZE = 7
THRESHOLD = 0.3
PAIRS = list(combinations(range(SIZE), 2))
GRAPHS = st.dictionaries(
    st.sampled_from(PAIRS),
    st.one_of(st.just(-1.0), st.integers(1, 999).map(lambda n: n / 1000)),
)


def slow(edges: dict[tuple[int, int], float], fixed: list[list[int]]) -> list[list[int]]:
    """Unite the closest two clusters, every figure computed afresh, until none is close enough."""
    free = [[n] for n in range(SIZE) if not any(n in group for group in fixed)]
    found = sorted([*map(sorted, fixed), *free])
    while True:
        ties = {}
        for a, b in combinations(found, 2):
            if any(set(f) <= set(a) for f in fixed) and any(set(f) <= set(b) for f in fixed):
                continue
            alike = [edges.get((min(i, j), max(i, j)), 0.0) for i in a for j in b]
            mean = sum(max(each, 0.0) for each in alike) / len(alike)
            ties[a[0], b[0]] = round((min(alike) + mean) / 2, 9)
        close = {pair: value for pair, value in ties.items() if value >= THRESHOLD}
        if not close:
            return found
        low, high = min(close, key=lambda pair: (-close[pair], pair))
        a, b = (next(c for c in found if c[0] == n) for n in (low, high))
        found = sorted([c for c in found if c not in (a, b)] + [sorted(a + b)])


@given(GRAPHS)
def test_as_the_oracle(edges: dict[tuple[int, int], float]) -> None:
    assert sorted(cluster(SIZE, edges, [], THRESHOLD)) == slow(edges, [])


@given(GRAPHS)
def test_fixed_clusters_stay_whole_and_apart(edges: dict[tuple[int, int], float]) -> None:
    fixed = [[0, 3], [1]]
    found = cluster(SIZE, edges, fixed, THRESHOLD)
    assert sorted(n for members in found for n in members) == list(range(SIZE))
    assert sorted(found) == slow(edges, fixed)
    whole = [members for members in found if {0, 3} & set(members)]
    assert len(whole) == 1
    assert {0, 3} <= set(whole[0])
    assert 1 not in whole[0]
