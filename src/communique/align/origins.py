"""Which reports are one account, however many carry it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import combinations

from communique.align.words import words
from communique.types.coverage import Link, Origin
from communique.types.text import Report

SHARE = 0.2
RUN = 6
_REASONS_SHOWN = 3

_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]")

Shares = Mapping[tuple[str, str], float]


def origins(reports: Sequence[Report], links: Sequence[Link]) -> tuple[Origin, ...]:
    """Part `reports` into independent accounts; every report is in exactly one origin.

    Two reports are one origin where they credit the same agency, or where at least `SHARE` of the
    shorter one's words stand in runs of `RUN` or more words of linked sentences of the other.
    What stands in quotation marks is left out: two reporters may quote one speaker. Origins are
    closed under this rule: a copy of a copy belongs with both. Two sides' own readouts of a
    meeting share few such runs and stay two origins. A story rewritten throughout is not seen
    through.
    """
    shares = _shares(reports, links)
    named = {report.id: report for report in reports}
    reasons = {
        (a, b): reason
        for (a, b), share in shares.items()
        if (reason := _reason(named[a], named[b], share))
    }
    found = []
    for members in _components([report.id for report in reports], list(reasons)):
        inside = [report for report in reports if report.id in members]
        why = [reason for pair, reason in reasons.items() if pair[0] in members]
        if not why:
            most = max((s for pair, s in shares.items() if inside[0].id in pair), default=None)
            why = ["the only report" if most is None else f"shares {most:.0%} at most with another"]
        if len(why) > _REASONS_SHOWN:
            why = [*why[:_REASONS_SHOWN], f"and {len(why) - _REASONS_SHOWN} pairs more"]
        found.append(
            Origin(
                name=_name(inside),
                report_ids=tuple(report.id for report in inside),
                reason="; ".join(why),
            )
        )
    return tuple(found)


def _shares(reports: Sequence[Report], links: Sequence[Link]) -> Shares:
    """For every two reports the share of the shorter one's words that is common in long runs."""
    unquoted = {
        report.id: [words(_QUOTED.sub(" ", sentence.text)) for sentence in report.sentences]
        for report in reports
    }
    covered: dict[tuple[str, str], tuple[set[tuple[int, int]], set[tuple[int, int]]]] = {
        (a.id, b.id): (set(), set()) for a, b in combinations(reports, 2)
    }
    for link in links:
        pair = (link.a.report_id, link.b.report_id)
        i, j = link.a.sentence, link.b.sentence
        for at, other, size in _runs(unquoted[pair[0]][i], unquoted[pair[1]][j]):
            covered[pair][0].update((i, at + k) for k in range(size))
            covered[pair][1].update((j, other + k) for k in range(size))
    lengths = {name: sum(map(len, sentences)) for name, sentences in unquoted.items()}
    return {
        pair: max(len(done) / max(1, lengths[name]) for name, done in zip(pair, both, strict=True))
        for pair, both in covered.items()
    }


def _runs(a: list[str], b: list[str]) -> Iterator[tuple[int, int, int]]:
    """Common runs of at least `RUN` words: start in `a`, start in `b`, length."""
    for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks():
        if block.size >= RUN:
            yield block.a, block.b, block.size


def _reason(a: Report, b: Report, share: float) -> str | None:
    """Why the two reports are one account, in words; None where they are not."""
    if a.agency and b.agency and a.agency.name == b.agency.name:
        return f"{a.id} and {b.id} credit {a.agency.name}"
    if share >= SHARE:
        return f"{a.id} and {b.id} share {share:.0%} of the shorter one's words"
    return None


def _components(ids: Sequence[str], pairs: Sequence[tuple[str, str]]) -> tuple[frozenset[str], ...]:
    """The connected components of the reports, in the order of their first members."""
    home = {name: frozenset((name,)) for name in ids}
    for a, b in pairs:
        united = home[a] | home[b]
        home.update(dict.fromkeys(united, united))
    return tuple(dict.fromkeys(home.values()))


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
