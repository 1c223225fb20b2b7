"""Things that belong together because a chain of pairs joins them."""

from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

Node = TypeVar("Node", bound=Hashable)


def components(nodes: Sequence[Node], pairs: Iterable[tuple[Node, Node]]) -> list[list[Node]]:
    """The connected components of a graph, each and all in the order of `nodes`.

    Pairs with a node that is not among `nodes` are passed over.

    >>> components([1, 2, 3, 4], [(3, 1)])
    [[1, 3], [2], [4]]
    """
    parent = {node: node for node in nodes}

    def root(node: Node) -> Node:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for a, b in pairs:
        if a in parent and b in parent:
            parent[root(b)] = root(a)
    found: dict[Node, list[Node]] = {}
    for node in nodes:
        found.setdefault(root(node), []).append(node)
    return list(found.values())
