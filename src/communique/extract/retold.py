"""One change for all the sentences of a report that tell it, with what each of them adds."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from communique.types.standing import Change, RelationChange

_NEWS = ("done", "announced")
_MATTER: dict[Change, str] = {
    "established": "up",
    "upgraded": "up",
    "raised": "rank",
    "lowered": "rank",
    "downgraded": "down",
}
"""Changes that reports tell in each other's words."""


def told_once(found: Sequence[RelationChange]) -> list[RelationChange]:
    """The changes, each once, with the levels before that other sentences give."""
    united: list[RelationChange] = []
    for change in found:
        at = next((i for i, one in enumerate(united) if _same(one, change)), None)
        if at is None:
            united.append(change)
        else:
            united[at] = _united(united[at], change)
    kept = [one for one in united if not _echoes(one, united)]
    return [_with_before(one, kept) for one in kept]


def _same(one: RelationChange, other: RelationChange) -> bool:
    if one.dyad != other.dyad or (one.change != other.change and not _reworded(one, other)):
        return False
    if (one.status in _NEWS) != (other.status in _NEWS):
        return False
    if one.status not in _NEWS and one.status != other.status:
        return False
    return _levels_agree(one, other) and _dates_agree(one, other)


def _reworded(one: RelationChange, other: RelationChange) -> bool:
    """Whether one step is told as an upgrade and as the start of what it leads to."""
    level = _plain(one.level_after)
    return (
        {one.change, other.change} == {"established", "upgraded"}
        and bool(level)
        and level == _plain(other.level_after)
    )


def _levels_agree(one: RelationChange, other: RelationChange) -> bool:
    a, b = (_plain(each.level_after) for each in (one, other))
    if one.change == "established" and one.status == "recalled":
        return a == b
    return not a or not b or a == b


def _plain(level: str | None) -> str:
    return (level or "").casefold().replace("’", "'")


def _dates_agree(one: RelationChange, other: RelationChange) -> bool:
    if one.status in _NEWS:
        return True
    a, b = one.date, other.date
    return not a or not b or a.startswith(b) or b.startswith(a)


def _united(one: RelationChange, other: RelationChange) -> RelationChange:
    """`one`, which is told first, with what it leaves out."""
    return replace(
        one,
        change="upgraded" if one.change != other.change else one.change,
        level_before=one.level_before or other.level_before,
        level_after=one.level_after or other.level_after,
        date=max((one.date, other.date), key=lambda each: len(each or "")),
        effective=one.effective or other.effective,
        by=one.by or other.by,
        evidence=tuple(dict.fromkeys((*one.evidence, *other.evidence))),
    )


def _echoes(one: RelationChange, found: Iterable[RelationChange]) -> bool:
    """Whether a change only speaks again of one that is the report's news."""
    if one.status in _NEWS or one.status == "denied" or one.date:
        return False
    return any(
        other.status in _NEWS
        and other.dyad == one.dyad
        and _kind(other) == _kind(one)
        and _levels_agree(one, other)
        for other in found
    )


def _kind(change: RelationChange) -> str:
    return _MATTER.get(change.change, change.change)


def _with_before(one: RelationChange, found: Iterable[RelationChange]) -> RelationChange:
    """The level before, where the report tells by which change it was reached."""
    if one.level_before or one.status not in _NEWS or one.change not in _MATTER:
        return one
    if one.change == "established":
        return one
    rank = one.change in ("raised", "lowered")
    earlier = [
        other
        for other in found
        if other.status == "recalled"
        and other.dyad == one.dyad
        and other.level_after
        and (other.change in ("raised", "lowered")) == rank
        and _plain(other.level_after) != _plain(one.level_after)
    ]
    last = max(earlier, key=lambda each: each.date or "", default=None)
    return replace(one, level_before=last.level_after) if last else one
