"""Which reports are one account, however many carry it, and whose account it is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from communique.align.copies import carrying
from communique.align.runs import QUOTED, shared_runs
from communique.align.sides import OFFICIAL, Voice, scene, voice
from communique.align.sources import cited_newsroom
from communique.types.coverage import Carrying, Link, Origin, Stance
from communique.types.text import Passage, Report

_REASONS_SHOWN = 3
SHARE = 0.2
"""Least share of the shorter one's words in long runs at which two reports are one account."""

Pair = tuple[str, str]


def origins(
    reports: Sequence[Report], links: Sequence[Link], carried: Sequence[Carrying]
) -> tuple[Origin, ...]:
    """Part `reports` into independent accounts; every report is in exactly one origin.

    `links` are what `align` finds among them, `carried` what `copies` does. Two reports are one
    origin where they credit the same agency, where one carries the other's words, or where at
    least `SHARE` of the shorter one's words stand in long runs that both have: an editor who
    cuts and reorders leaves those, one who changes words throughout does not. What stands in
    quotation marks is left out, for two reporters may quote one speaker. Origins are closed under
    this rule, a copy of a copy belongs with both; but a report that carries two sides' readouts
    does not make those one. A story rewritten throughout is not seen through.

    An origin is that side's whose account any of its reports is known to give, by the surest sign
    (see `sides`): a paper that copies a readout gives the ministry's account.
    """
    where = scene(reports)
    voices = {report.id: voice(report, where) for report in reports}
    officials = {n: each.side for n, each in voices.items() if each.side and each.rank >= OFFICIAL}
    reasons: dict[Pair, str] = {}
    for pair, reason in _one_account(reports, links, carried, officials):
        reasons.setdefault(pair, reason)
    found = []
    for members in _components([report.id for report in reports], list(reasons), officials):
        inside = [report for report in reports if report.id in members]
        why = [reason for pair, reason in reasons.items() if members.issuperset(pair)]
        if not why:
            why = ["the only report" if len(reports) == 1 else "no other report has its words"]
        if len(why) > _REASONS_SHOWN:
            why = [*why[:_REASONS_SHOWN], f"and {len(why) - _REASONS_SHOWN} pairs more"]
        stance, side, speaking = _whose([voices[report.id] for report in inside])
        found.append(
            Origin(
                name=_name(inside),
                report_ids=tuple(report.id for report in inside),
                reason="; ".join((*why, *speaking)),
                side=side,
                stance=stance,
            )
        )
    return tuple(found)


def _one_account(
    reports: Sequence[Report],
    links: Sequence[Link],
    carried: Sequence[Carrying],
    officials: Mapping[str, str],
) -> Iterator[tuple[Pair, str]]:
    """Every two reports that are one account and why, the surest first.

    Long runs do not count between two sides' readouts: these have set phrases in common.
    """
    by_agency: dict[str, Report] = {}
    for report in reports:
        agency = _agency(report)
        if agency and (first := by_agency.setdefault(agency, report)) is not report:
            yield (first.id, report.id), f"{first.id} and {report.id} credit {agency}"
    shares = _carried_shares(reports, carried)
    for pair, share in shared_runs(reports, links).items():
        if share >= SHARE and len({officials[name] for name in pair if name in officials}) < 2:
            shares[pair] = max(share, shares.get(pair, 0.0))
    for (a, b), share in sorted(shares.items(), key=lambda each: -each[1]):
        yield (a, b), f"{a} and {b} share {share:.0%} of the shorter one's words"


def _carried_shares(reports: Sequence[Report], carried: Sequence[Carrying]) -> dict[Pair, float]:
    """What the reports that carry another's words share with it, quotations left out."""
    named = {report.id: _unquoted(report) for report in reports}
    told = (carrying(named[each.a], named[each.b]) for each in carried)
    return {(t.a, t.b): max(t.share_of_a, t.share_of_b) for t in told if t.kind != "own"}


def _agency(report: Report) -> str | None:
    """The agency a report credits or, where it credits none, rests on by its lede."""
    if report.agency:
        return report.agency.name
    cited = cited_newsroom(report)
    return cited.name if cited else None


def _unquoted(report: Report) -> Report:
    """The report with blanks for what stands in quotation marks."""
    blank = (QUOTED.sub(lambda quote: " " * len(quote[0]), each.text) for each in report.sentences)
    return replace(
        report,
        sentences=tuple(
            Passage(span=sentence.span, text=text)
            for sentence, text in zip(report.sentences, blank, strict=True)
        ),
    )


def _components(
    ids: Sequence[str], pairs: Sequence[Pair], officials: Mapping[str, str]
) -> tuple[frozenset[str], ...]:
    """The connected components of the reports, in the order of their first members.

    `officials` are the sides of readouts: two sides' are united only where the pair is theirs.
    """
    home = {name: frozenset((name,)) for name in ids}
    for a, b in pairs:
        united = home[a] | home[b]
        sides = {officials[name] for name in united if name in officials}
        if len(sides) < 2 or {a, b} <= officials.keys():
            home.update(dict.fromkeys(united, united))
    return tuple(dict.fromkeys(home.values()))


def _whose(voices: Sequence[Voice]) -> tuple[Stance, str | None, tuple[str, ...]]:
    """The stance and side of the surest voices, with the reasons of all that bear them out.

    Two sides that are equally sure are the parties together where both are official; otherwise
    nobody knows which of the two the words are from.
    """
    rank = max(each.rank for each in voices)
    surest = [each for each in voices if each.rank == rank]
    if len({(each.stance, each.side) for each in surest}) == 1:
        stance, side = surest[0].stance, surest[0].side
        bearing = [
            v for v in voices if (v.stance, v.side) == (stance, side) and (v.rank or not rank)
        ]
    else:
        official = rank >= OFFICIAL and all(each.stance == "party" for each in surest)
        stance, side = ("parties" if official else "unknown"), None
        bearing = surest
    told = tuple(dict.fromkeys(each.reason for each in bearing))
    return stance, side, told[:_REASONS_SHOWN]


def _name(members: Sequence[Report]) -> str:
    """A stated agency, any agency, an outlet, a headline, in this order; else the report's id."""
    agencies = sorted((not r.agency.stated, r.agency.name) for r in members if r.agency)
    if agencies:
        return agencies[0][1]
    outlets = sorted((not r.outlet.stated, r.outlet.name) for r in members if r.outlet)
    if outlets:
        return outlets[0][1]
    headlines = (report.headline.text for report in members if report.headline)
    return next(headlines, members[0].id)
