"""What a person asks to be judged, made a judgement of what the register holds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from communique.errors import CommuniqueError
from communique.pipeline.codec import encode
from communique.register.membership import MACHINE, kept_apart
from communique.register.records import now
from communique.register.view import View
from communique.types.ids import content_id
from communique.types.provenance import Judgement, JudgementKind

Verdict = Literal["merge", "same", "different", "split"]
KINDS: dict[Verdict, JudgementKind] = {
    "merge": "same_happening",
    "same": "same_happening",
    "different": "different_happening",
    "split": "different_happening",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """A coverage at one moment: its reports, founder first, and how many merged events it has."""

    id: str
    report_ids: tuple[str, ...]
    events: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What became of a judgement that was asked for, made or taken back.

    `changed` is False where all was so already, and nothing was written. `before` and `after` are
    the coverages that it touched, or that hold its sides, by id.
    """

    judgement: Judgement
    changed: bool
    before: tuple[Grouping, ...]
    after: tuple[Grouping, ...]


Groupings = Mapping[str, Grouping]


def groupings(view: View) -> Groupings:
    """All coverages as they are, by id."""
    events = view.event_counts()
    return {
        home: Grouping(id=home, report_ids=held, events=events.get(home, 0))
        for home, held in view.members().items()
    }


def change(made: Judgement, before: Groupings, after: Groupings, *, changed: bool) -> Change:
    """What `made` changed between two moments.

    Coverages that were but merged anew meanwhile, by stages of a newer version, are left out.
    """
    sides = {made.left, made.right}
    old, new = ({one.id: one.report_ids for one in each.values()} for each in (before, after))
    touched = {home for home in {*before, *after} if old.get(home) != new.get(home)}
    touched |= {
        each.id
        for each in (*before.values(), *after.values())
        if each.id in sides or not sides.isdisjoint(each.report_ids)
    }
    return Change(
        judgement=made,
        changed=changed,
        before=_listed(before, touched),
        after=_listed(after, touched),
    )


def _listed(held: Groupings, wanted: Iterable[str]) -> tuple[Grouping, ...]:
    return tuple(held[home] for home in sorted(wanted) if home in held)


def bridge(left: str, right: str, score: float, reason: str) -> Judgement:
    """The machine's judgement that the coverages that two reports founded may be one."""
    one, other = sorted((left, right))
    return replace(judgement("bridge", one, other, MACHINE, reason), score=score)


def judgement(kind: JudgementKind, left: str, right: str, author: str, reason: str) -> Judgement:
    """The judgement, made now, that `left` and `right` are of one happening, or of two.

    What the machine decides again has the id it had. A person's judgement is a new one each time,
    as it is the last word on what others judged meanwhile.
    """
    at = now()
    when = () if author == MACHINE else (at,)
    made = content_id("jd", kind, left, right, author, *when)
    return Judgement(
        id=made, kind=kind, left=left, right=right, author=author, reason=reason, at=at
    )


def proposed(
    view: View, verdict: Verdict, left: str, right: str, *, author: str, reason: str
) -> Judgement:
    """The judgement that a person asks for, of what begins with the ids `left` and `right`.

    A merge is of coverages or reports, all else of reports; a split is of one, and `right` is not
    looked at. Raises E402 where there is no such report or coverage, E405 where it cannot be
    judged.
    """
    author, reason = signed(author, reason)
    sides = [_side(view, each, verdict) for each in (left, left if verdict == "split" else right)]
    if sides[0] == sides[1] and verdict != "split":
        raise CommuniqueError("E405", f"{sides[0]} was given twice", "Name two.")
    made = judgement(KINDS[verdict], sides[0], sides[1], author, reason)
    encode(made)  # refuses text that the database's driver would trip over
    return made


def signed(author: str, reason: str) -> tuple[str, str]:
    """A person's name and reason without the space around them. Raises E405."""
    author, reason = author.strip(), reason.strip()
    if not author:
        raise CommuniqueError("E405", "nobody is named as its author", "Say who judges: --author.")
    if author.casefold() == MACHINE:
        raise CommuniqueError(
            "E405", f"{author} cannot be its author", "That is what stages sign with."
        )
    if not reason:
        raise CommuniqueError("E405", "it has no reason", "Say why, for those who read it later.")
    return author, reason


def holds_already(view: View, made: Judgement) -> bool:
    """Whether all that `made` would bring about is so already."""
    homes = view.membership()
    here, there = (homes.get(side, side) for side in (made.left, made.right))
    if made.kind == "same_happening":
        return here == there
    if made.left == made.right:
        return list(homes.values()).count(here) == 1
    apart = kept_apart(view.judgements()).get(made.left, frozenset())
    return here != there and made.right in apart


def _side(view: View, prefix: str, verdict: Verdict) -> str:
    if not prefix.startswith("cv"):
        return view.report(prefix).id
    if verdict != "merge":
        advice = "Name reports: only `communique judge merge` takes coverages."
        raise CommuniqueError("E405", f"{prefix} is a coverage", advice)
    return view.coverage(prefix).id
