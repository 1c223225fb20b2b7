"""One instrument from the mentions of many reports."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import get_args

from rapidfuzz import fuzz

from communique.merge.common import Context, once, rename, unite_all
from communique.types.standing import Act, ActKind, Instrument, InstrumentKind

_ONE_OF_A_KIND = ("joint_statement", "joint_declaration", "communique", "cooperation_documents")
_ALIKE: tuple[set[InstrumentKind], ...] = (
    {"declaration", "joint_declaration"},
    {"treaty", "agreement"},
    {"treaty", "convention"},
    {"cooperation_documents", "agreement"},
)
"""Kinds under which reports tell of one document."""
_PACKAGES = {"cooperation_documents", "agreement"}
_TITLES_AGREE = 85


def merge_instruments(
    context: Context, instruments: Iterable[Instrument]
) -> tuple[list[Instrument], Mapping[str, str]]:
    """Unite instruments of one kind and the same parties; also the new id of each given one.

    Joint texts, and the unnamed "cooperation documents", are taken to be one of their kind within
    a coverage. Treaties, agreements, memoranda and the like are one where their titles agree
    (rapidfuzz token_set_ratio from 85 of 100) or, without titles, their subjects do.
    """
    united, went = unite_all(context, instruments, _same, _unite)
    named = rename(
        united,
        "in",
        key=lambda instrument: (context.coverage_id, instrument.kind, *sorted(instrument.parties)),
        apart=lambda instrument: (instrument.title, instrument.subjects),
    )
    new = {old.id: renamed.id for old, renamed in zip(united, named, strict=True)}
    return named, {given: new[into] for given, into in went.items()}


def _same(_: Context, a: Instrument, b: Instrument) -> bool:
    """Whether two instruments can be one."""
    ours, theirs = set(a.parties), set(b.parties)
    alike = a.kind == b.kind or {a.kind, b.kind} in _ALIKE
    if not alike or not (ours <= theirs or theirs <= ours):
        return False
    if (a.count or b.count) and a.count != b.count and a.kind != "cooperation_documents":
        return False
    if a.kind in _ONE_OF_A_KIND:
        return True
    if a.title and b.title:
        return fuzz.token_set_ratio(a.title.lower(), b.title.lower()) >= _TITLES_AGREE
    subjects, others = (frozenset(map(str.lower, each.subjects)) for each in (a, b))
    if {a.kind, b.kind} == _PACKAGES:
        return a.title == b.title and not subjects.isdisjoint(others)
    return not subjects or not others or not subjects.isdisjoint(others)


def _unite(context: Context, members: Sequence[Instrument]) -> Instrument:
    """The union of `members`, which come in order; the longest title is the fullest."""
    titles = [member.title for member in members if member.title]
    subjects: dict[str, str] = {}
    for member in members:
        for subject in member.subjects:
            subjects.setdefault(subject.lower(), subject)
    return replace(
        members[0],
        title=max(titles, key=len, default=None),
        parties=tuple(sorted({party for member in members for party in member.parties})),
        count=max((member.count for member in members if member.count), default=None),
        acts=_acts(act for member in members for act in member.acts),
        subjects=tuple(subjects.values()),
        coverage_id=context.coverage_id,
        report_ids=context.carriers(members),
        evidence=context.evidence(members),
    )


def _acts(acts: Iterable[Act]) -> tuple[Act, ...]:
    """Each act once with its date; an act dated less precisely is the same act."""
    every = once(acts)
    kept = [act for act in every if not any(_refines(other, act) for other in every)]
    order = get_args(ActKind)
    return tuple(sorted(kept, key=lambda act: (order.index(act.act), act.date or "")))


def _refines(other: Act, act: Act) -> bool:
    """Whether `other` is `act` with a more precise date."""
    if other.act != act.act or other.date is None or other == act:
        return False
    if act.by and other.by and act.by != other.by:
        return False
    return act.date is None or other.date.startswith(act.date)
