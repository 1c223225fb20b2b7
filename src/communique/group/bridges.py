"""Where a new report shows that two coverages that stand may be one: a finding, not a rewrite."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from communique.group.cluster import tie


@dataclass(frozen=True, slots=True, kw_only=True)
class Bridge:
    """Another coverage that may be one with that which a report joins; `score` runs from 0 to 1."""

    coverage_id: str
    founding_report_id: str
    score: float
    reason: str


def bridged(
    near: Sequence[Mapping[int, float]],
    clusters: Sequence[Sequence[int]],
    fixed: Sequence[Sequence[int]],
    threshold: float,
) -> Iterator[tuple[int, int, int, float, bool]]:
    """Which fixed clusters a number that joined one of them ties to another.

    Gives number, place in `fixed` of the cluster that it joined and of the other, the tie, and
    whether that is of the number itself: either both as they stood would have taken it, or they
    are tied as wholes now. Each pair of fixed clusters comes once, with its strongest tie.
    """
    home = {number: place for place, group in enumerate(fixed) for number in group}
    grown = {home[min(set(c) & home.keys())]: c for c in clusters if home.keys() & set(c)}
    best: dict[tuple[int, int], tuple[float, bool, int, int, int]] = {}
    for here, members in grown.items():
        for number in members:
            if number in home:
                continue
            own = tie(near, [number], fixed[here]) >= threshold
            beside = {
                home[n] for n, alike in near[number].items() if alike >= threshold and n in home
            }
            for there in sorted(beside - {here}):
                alone = tie(near, [number], fixed[there]) if own else 0.0
                whole = tie(near, members, grown[there])
                score, by_itself = max((alone, True), (whole, False))
                if score >= threshold:
                    pair = (min(here, there), max(here, there))
                    found = (score, by_itself, -number, here, there)
                    best[pair] = max(best.get(pair, found), found)
    for score, by_itself, number, here, there in sorted(best.values()):
        yield -number, here, there, score, by_itself
