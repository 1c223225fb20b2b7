"""Where a new report shows that two coverages that stand may be one."""

from communique.group.bridges import bridged
from communique.group.cluster import cluster

THRESHOLD = 0.12


def found(
    size: int, edges: dict[tuple[int, int], float], fixed: list[list[int]]
) -> list[tuple[int, int, int, float, bool]]:
    near: list[dict[int, float]] = [{} for _ in range(size)]
    for (i, j), alike in edges.items():
        near[i][j] = near[j][i] = alike
    clusters = cluster(size, edges, fixed, THRESHOLD)
    return list(bridged(near, clusters, fixed, THRESHOLD))


def test_a_report_that_both_would_take_bridges_them() -> None:
    assert found(3, {(0, 2): 0.3, (1, 2): 0.2}, [[0], [1]]) == [(2, 0, 1, 0.2, True)]


def test_a_report_that_one_alone_would_take_bridges_nothing() -> None:
    assert found(3, {(0, 2): 0.3, (1, 2): 0.11}, [[0], [1]]) == []
    assert found(4, {(0, 3): 0.3, (1, 3): 0.2, (2, 3): -1.0}, [[0], [1, 2]]) == []


def test_two_that_are_alike_as_wholes_are_bridged_by_what_joined_one() -> None:
    # Number 3 alone is too far from 2 to be taken by 1 and 2, but all are close otherwise.
    edges = {(0, 3): 0.9, (1, 3): 0.4, (2, 3): 0.01, (0, 1): 0.5, (0, 2): 0.3, (1, 2): 0.9}
    ((number, here, there, score, _),) = found(4, edges, [[0], [1, 2]])
    assert (number, here, there) == (3, 0, 1)
    assert score >= THRESHOLD


def test_coverages_that_nothing_joined_are_not_looked_at_again() -> None:
    assert found(3, {(0, 1): 0.9}, [[0], [1]]) == []


def test_of_several_reports_the_strongest_tells() -> None:
    edges = {(0, 2): 0.3, (1, 2): 0.2, (0, 3): 0.3, (1, 3): 0.25, (2, 3): 0.9}
    ((number, _, _, score, _),) = found(4, edges, [[0], [1]])
    assert (number, score) == (3, 0.25)


def test_three_coverages_are_bridged_with_that_which_was_joined() -> None:
    edges = {(0, 3): 0.3, (1, 3): 0.2, (2, 3): 0.2}
    assert [(here, there) for _, here, there, _, _ in found(4, edges, [[0], [1], [2]])] == [
        (0, 1),
        (0, 2),
    ]
