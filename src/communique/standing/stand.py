"""From the changes of relations between two states to where they stand on a day."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from communique.standing.levels import is_label, one_level
from communique.standing.types import Matter, Standing, Stands
from communique.types.standing import Change, RelationChange
from communique.vocab.partnerships import family, rank
from communique.vocab.periods import edges

_WORDS: Mapping[Change, str] = {
    "established": "established",
    "raised": "raised",
    "upgraded": "upgraded",
    "lowered": "lowered",
    "downgraded": "downgraded",
    "suspended": "suspended",
    "severed": "severed",
    "restored": "restored",
    "recognised": "recognised",
    "derecognised": "recognition withdrawn",
}
_ENDED = "ended with diplomatic relations"
_RANKED = ("raised", "lowered")
_PARTNERED = ("upgraded", "downgraded")


def stand(
    changes: Iterable[RelationChange],
    dyad: tuple[str, str],
    on: str,
    reported: Mapping[str, str] | None = None,
) -> Standing:
    """Where the two states `dyad` (sorted alpha-3 codes) stand at the end of the day `on` (ISO).

    Only what is told as done counts, from the day it has effect, else from that of the change; a
    change recalled without a date counts from the day of the report that recalls it (`reported`,
    ISO days by report id). What is announced for later than `on` is ahead. Raises ValueError where
    `on` is no ISO date.
    """
    day, reported = date.fromisoformat(on), reported or {}
    own = [each for each in changes if each.dyad == dyad]
    dated = [
        (when, each)
        for each in own
        if each.status in ("done", "recalled", "announced")
        and (when := _from(each, reported)) is not None
        and _begun(when) <= day
        and not (each.status == "announced" and each.effective is None)
    ]
    dated.sort(key=lambda pair: (_begun(pair[0]), edges(pair[0])[1], pair[1].id))
    ahead = tuple(
        each
        for each in own
        if each.status == "announced"
        and (each.date is None or _begun(each.date) <= day)
        and (each.effective is None or _begun(each.effective) > day)
        and not any(_overtakes(when, other, each) for when, other in dated)
    )
    stands = tuple(_stands([each for _, each in dated], reported))
    return Standing(dyad=dyad, on=on, stands=stands, ahead=ahead)


def _overtakes(when: str, done: RelationChange, announced: RelationChange) -> bool:
    """Whether what was done on or after the day of an announcement leaves nothing of it ahead."""
    matters = {each.matter for each in _told(done)} & {each.matter for each in _told(announced)}
    return bool(matters and announced.date and _begun(when) >= _begun(announced.date))


def _from(change: RelationChange, reported: Mapping[str, str]) -> str | None:
    """From when a change counts; None where nothing tells."""
    days = sorted(reported[one] for one in change.report_ids if one in reported)
    return change.effective or change.date or (days[0] if days else None)


def _begun(when: str) -> date:
    return edges(when)[0]


def _stands(changes: Sequence[RelationChange], reported: Mapping[str, str]) -> Iterator[Stands]:
    """The last word on each matter, given the changes in their order."""
    last: dict[tuple[Matter, str | None], Stands] = {}
    for change in changes:
        for told in _told(change):
            key = (told.matter, told.of)
            before = last.get(key)
            clash = before is not None and _from(before.by, reported) == _from(change, reported)
            if clash and before and before.level.casefold() != told.level.casefold():
                told = _kept(before, told)
            last[key] = told
        if change.change == "severed":
            _end(last, change)
    yield from last.values()


def _kept(before: Stands, told: Stands) -> Stands:
    """Two changes of one matter from one day: that of more reports stands, the other is noted.

    Of a partnership, words that name no level neither stand against a level nor dispute it; nor
    does a change that is looked back on without a day.
    """
    first, second = before, told
    if _weight(told) > _weight(before):
        first, second = told, before
    if told.matter == "partnership" and one_level(first.level, second.level):
        return first
    if first.since and second.since is None and second.by.status == "recalled":
        return first
    return Stands(
        matter=first.matter,
        level=first.level,
        since=first.since,
        by=first.by,
        rank=first.rank,
        family=first.family,
        of=first.of,
        disputed=(*before.disputed, second.by),
    )


def _weight(stands: Stands) -> tuple[bool, bool, int]:
    named = stands.matter != "partnership" or is_label(stands.level)
    looked_back = stands.by.status == "recalled" and stands.since is None
    return named, not looked_back, len(stands.by.report_ids)


def _end(last: dict[tuple[Matter, str | None], Stands], change: RelationChange) -> None:
    """With diplomatic relations severed there is no representation."""
    key: tuple[Matter, str | None] = ("representation", None)
    if key in last:
        last[key] = Stands(
            matter="representation", level=_ENDED, since=change.effective or change.date, by=change
        )


def _told(change: RelationChange) -> Iterator[Stands]:
    """What a change says of each matter it bears on."""
    level = change.level_after
    if change.change in ("recognised", "derecognised"):
        of = next((one for one in change.dyad if one != change.by), None) if change.by else None
        yield _one(change, "recognition", _WORDS[change.change], of=of)
    elif change.change in _RANKED:
        yield _one(change, "representation", level or _WORDS[change.change])
    elif change.change in _PARTNERED or is_label(level):
        yield _one(change, "partnership", level or _WORDS[change.change])
    elif change.change == "suspended" and change.level_before:
        yield _one(change, "partnership", f"{change.level_before}, suspended")
    else:
        yield _one(change, "diplomatic relations", _WORDS[change.change])
        if level and change.change in ("established", "restored"):
            yield _one(change, "representation", level)


def _one(change: RelationChange, matter: Matter, level: str, of: str | None = None) -> Stands:
    return Stands(
        matter=matter,
        level=level,
        since=change.effective or change.date,
        by=change,
        rank=rank(level) if matter == "partnership" else None,
        family=family(level) if matter == "partnership" else None,
        of=of,
    )
